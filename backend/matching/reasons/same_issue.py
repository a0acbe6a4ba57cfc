"""Both work on these issues, or the peer on the one that was asked about."""

from collections.abc import Sequence

from backend.directory.models import Stage
from backend.matching.models import Intent
from backend.matching.reasons import english, spanish
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.same_stage import in_english as same_stage_in_english
from backend.matching.reasons.same_stage import in_spanish as same_stage_in_spanish
from backend.matching.reasons.sentences import Person, Sentence
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    works = [
        work
        for work in context.peer_work(contribution)
        if work.issue_id == context.asked or context.own_work_on(work.issue_id)
    ]
    if not works:
        return None
    first = works[0]
    own = context.own_work_on(first.issue_id)
    # To collaborate, another reason says how far both are.
    compared = context.intent == Intent.LEARN and len(works) == 1
    if compared and own is not None and own.stage == first.stage:
        say = context.say(same_stage_in_english, same_stage_in_spanish)
        sentence = say(context.person, first.issue.name, Stage(first.stage))
    else:
        names = [work.issue.name for work in works]
        sentence = context.say(in_english, in_spanish)(context.person, names, asked=own is None)
    issues = tuple(work.issue_id for work in works)
    return ReasonText(sentence, context.work_evidence(works), issues)


def in_english(peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
    """Say it; `asked` for the issue that was asked about, when the viewer doesn't work on it."""
    fact = f"{english.verb(peer, 'works', 'work')} on {EN.topics(issues)}"
    after = ", which you asked about." if asked else ", as you do."
    return Sentence(f"{english.subject(peer)} ", fact, after)


def in_spanish(peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
    """Say it."""
    after = ", el tema por el que usted pregunta." if asked else ", como usted."
    return Sentence(f"{spanish.subject(peer)} ", f"trabaja en {ES.topics(issues)}", after)


SAME_ISSUE = ReasonKind(title("The same issue", "El mismo tema"), tell)
