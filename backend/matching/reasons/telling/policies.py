"""Reasons about what places have adopted, and what states forbid them."""

from collections.abc import Iterable

from backend.core.clock import today
from backend.directory.models import Locality
from backend.directory.models.places import STATES
from backend.matching.reasons.context import Pair
from backend.matching.reasons.evidence import cited
from backend.matching.reasons.people import place, when
from backend.matching.reasons.telling.places import miles_in
from backend.matching.reasons.telling.told import Telling
from backend.matching.suggestion import Evidence, EvidenceKind
from backend.playbook.models import Adoption, AdoptionStatus, Preemption
from graph.peers.model import Contribution


def place_adopted(pair: Pair, contribution: Contribution) -> Telling | None:
    """The peer's place adopted policies on what was asked; the newest is named."""
    ids = cited(contribution, EvidenceKind.ADOPTION)
    adoptions = pair.adoptions_at(pair.truth.place(pair.peer.pk), ids)
    if not adoptions:
        return None
    first = adoptions[0]
    sentence = pair.words.place_adopted(
        place(first.locality), first.policy.name, when(first), AdoptionStatus(first.status)
    )
    return Telling(sentence, tuple(pair.adoption_evidence(adoptions)))


def same_policies(pair: Pair, contribution: Contribution) -> Telling | None:
    """Both places have adopted these policies, and they stand."""
    places = pair.places()
    if places is None:
        return None
    theirs, own = places
    ids = cited(contribution, EvidenceKind.ADOPTION)
    there, here = _standing(pair, theirs, ids), _standing(pair, own, ids)
    both = [policy for policy in there if policy in here]
    if not both:
        return None
    sentence = pair.words.same_policies(
        place(theirs, beside=own),
        place(own, beside=theirs),
        [there[policy].policy.name for policy in both],
    )
    adoptions = [each[policy] for policy in both for each in (there, here)]
    return Telling(sentence, tuple(pair.adoption_evidence(adoptions, with_place=True)))


def _standing(pair: Pair, at: Locality, ids: Iterable[int]) -> dict[int, Adoption]:
    """Return the newest adoption of each policy that stands at a place, the newest first."""
    found: dict[int, Adoption] = {}
    for each in pair.adoptions_at(at, ids):
        if each.status == AdoptionStatus.ADOPTED:
            found.setdefault(each.policy_id, each)
    return found


def alike_adopters(pair: Pair, contribution: Contribution) -> Telling | None:
    """The peer's place is near or like another one that adopted what is asked."""
    there = pair.truth.place(pair.peer.pk)
    adoption = next(
        (
            each
            for id_ in cited(contribution, EvidenceKind.ADOPTION)
            if (each := pair.truth.adoptions.get(id_))
        ),
        None,
    )
    miles = miles_in(contribution, there)
    if (
        there is None
        or adoption is None
        or miles is None
        or adoption.adopted_on is None
        or adoption.status != AdoptionStatus.ADOPTED
        or adoption.locality_id == there.pk
    ):
        return None
    sentence = pair.words.alike_adopters(
        place(there, beside=adoption.locality),
        place(adoption.locality, beside=there),
        adoption.policy.name,
        when(adoption),
        miles,
    )
    return Telling(sentence, tuple(pair.adoption_evidence([adoption], with_place=True)))


def same_preemption(pair: Pair, contribution: Contribution) -> Telling | None:
    """The states of both forbid their places one policy."""
    places = pair.places()
    if places is None:
        return None
    theirs, own = places
    found = [
        each
        for id_ in cited(contribution, EvidenceKind.PREEMPTION)
        if (each := pair.truth.preemptions.get(id_)) and _is_in_force(each)
    ]
    there = {each.policy_id: each for each in found if each.state == theirs.state}
    here = {each.policy_id: each for each in found if each.state == own.state}
    policy = next((id_ for id_ in there if id_ in here), None)
    if policy is None:
        return None
    # Two places of one state are under one law.
    laws = list(dict.fromkeys((there[policy], here[policy])))
    sentence = pair.words.same_preemption(
        laws[0].policy.name, [(STATES[law.state], law.since.year) for law in laws]
    )
    evidence = (
        Evidence(
            EvidenceKind.PREEMPTION,
            law.pk,
            pair.words.preemption_label(STATES[law.state], law.since.year),
            law.since,
            law.source,
        )
        for law in laws
    )
    return Telling(sentence, tuple(evidence))


def _is_in_force(preemption: Preemption) -> bool:
    on = today()
    ends = preemption.ended_on
    return preemption.since <= on and (ends is None or on < ends)
