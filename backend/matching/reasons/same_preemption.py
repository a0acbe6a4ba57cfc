"""The states of both forbid their places one policy."""

from collections.abc import Sequence

from backend.core.clock import today
from backend.directory.models.places import STATES
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import Evidence, EvidenceKind, cited
from backend.matching.reasons.sentences import Sentence
from backend.matching.reasons.spanish import ES
from backend.playbook.models import Preemption
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    places = context.places()
    if places is None:
        return None
    theirs, own = places
    found = [
        each
        for id_ in cited(contribution, EvidenceKind.PREEMPTION)
        if (each := context.rows.preemptions.get(id_)) and _is_in_force(each)
    ]
    there = {each.policy_id: each for each in found if each.state == theirs.state}
    here = {each.policy_id: each for each in found if each.state == own.state}
    policy = next((id_ for id_ in there if id_ in here), None)
    if policy is None:
        return None
    # Two places of one state are under one law.
    laws = list(dict.fromkeys((there[policy], here[policy])))
    sentence = context.say(in_english, in_spanish)(
        laws[0].policy.name, [(STATES[law.state], law.since.year) for law in laws]
    )
    evidence = [
        Evidence(
            EvidenceKind.PREEMPTION,
            law.pk,
            context.phrases.since_label(STATES[law.state], law.since),
            law.since,
            law.source,
        )
        for law in laws
    ]
    return ReasonText(sentence, evidence)


def _is_in_force(preemption: Preemption) -> bool:
    on = today()
    ends = preemption.ended_on
    return preemption.since <= on and (ends is None or on < ends)


def in_english(policy: str, laws: Sequence[tuple[str, int]]) -> Sentence:
    """Say it, of one state, or of the peer's and the viewer's, each since a year."""
    state, since = laws[0]
    if len(laws) == 1:
        fact = f"forbids {EN.quoted(policy)} in both places"
        return Sentence(f"{state} ", fact, f", since {since}.")
    other, other_since = laws[1]
    states = f"{state} (since {since}) and {other} (since {other_since}) "
    return Sentence(states, f"both forbid {EN.quoted(policy)}", ".")


def in_spanish(policy: str, laws: Sequence[tuple[str, int]]) -> Sentence:
    """Say it."""
    state, since = laws[0]
    if len(laws) == 1:
        fact = f"prohíbe {ES.quoted(policy)} en los dos lugares"
        return Sentence(f"{state} ", fact, f" desde {since}.")
    other, other_since = laws[1]
    states = f"{state} (desde {since}) y {other} (desde {other_since}) "
    return Sentence(states, f"prohíben {ES.quoted(policy)}", ".")


SAME_PREEMPTION = ReasonKind(title("Forbidden in both states", "Prohibido en ambos estados"), tell)
