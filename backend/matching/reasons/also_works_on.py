"""Both work on other issues too."""

from collections.abc import Sequence

from backend.matching.reasons import english, spanish
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.sentences import Person, Sentence
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    works = [
        work
        for work in context.peer_work(contribution)
        if context.own_work_on(work.issue_id) is not None
    ]
    if not works:
        return None
    names = [work.issue.name for work in works]
    sentence = context.say(in_english, in_spanish)(context.person, names)
    issues = tuple(work.issue_id for work in works)
    return ReasonText(sentence, context.work_evidence(works), issues)


def in_english(peer: Person, issues: Sequence[str]) -> Sentence:
    """Say it."""
    fact = f"{english.verb(peer, 'works', 'work')} on {EN.topics(issues)}"
    return Sentence(f"{english.subject(peer)} also ", fact, ", as you do.")


def in_spanish(peer: Person, issues: Sequence[str]) -> Sentence:
    """Say it."""
    fact = f"trabaja en {ES.topics(issues)}"
    return Sentence(f"{spanish.subject(peer)} también ", fact, ", como usted.")


ALSO_WORKS_ON = ReasonKind(
    title("Issues you both work on", "Temas en los que trabajan ambos"), tell
)
