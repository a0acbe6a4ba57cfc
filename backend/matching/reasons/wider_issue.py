"""The peer works on an issue close to the one that was asked about."""

from enum import StrEnum

from backend.matching.reasons import english, spanish
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.sentences import Person, Sentence, in_sentence
from graph.peers.model import Contribution


class Relation(StrEnum):
    """How the peer's issue stands to the viewer's in the tree."""

    BELOW = "below"
    ABOVE = "above"
    BESIDE = "beside"


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    works = context.peer_work(contribution)
    asked = context.asked
    if asked is None:
        asked = next((work.issue_id for work in context.own_work(contribution)), None)
    if not works or asked is None or asked not in context.rows.issues:
        return None
    work = works[0]
    own_line, their_line = context.rows.ancestors(asked), context.rows.ancestors(work.issue_id)
    above = next((each for each in their_line if each in own_line), None)
    if asked in their_line:
        relation = Relation.BELOW
    elif work.issue_id in own_line:
        relation = Relation.ABOVE
    elif above is not None:
        relation = Relation.BESIDE
    else:
        return None
    issues = context.rows.issues
    sentence = context.say(in_english, in_spanish)(
        context.person,
        work.issue.name,
        issues[asked].name,
        relation,
        "" if above is None else issues[above].name,
    )
    return ReasonText(sentence, context.work_evidence([work]))


def in_english(peer: Person, theirs: str, asked: str, relation: Relation, above: str) -> Sentence:
    """Say it; `above` names what both are a part of, for one that is beside the other."""
    after = {
        Relation.BELOW: f", a part of {in_sentence(asked)}.",
        Relation.ABOVE: f", which takes in {in_sentence(asked)}.",
        Relation.BESIDE: f", which, like {in_sentence(asked)}, is part of {in_sentence(above)}.",
    }[relation]
    fact = f"{english.verb(peer, 'works', 'work')} on {in_sentence(theirs)}"
    return Sentence(f"{english.subject(peer)} ", fact, after)


def in_spanish(peer: Person, theirs: str, asked: str, relation: Relation, above: str) -> Sentence:
    """Say it."""
    after = {
        Relation.BELOW: f", que forma parte de {in_sentence(asked)}.",
        Relation.ABOVE: f", que abarca {in_sentence(asked)}.",
        Relation.BESIDE: f", que, como {in_sentence(asked)}, forma parte de {in_sentence(above)}.",
    }[relation]
    return Sentence(f"{spanish.subject(peer)} ", f"trabaja en {in_sentence(theirs)}", after)


WIDER_ISSUE = ReasonKind(title("A closely related issue", "Un tema muy cercano"), tell)
