"""Reasons about the work of the two, and the help that goes with it."""

from collections.abc import Callable

from backend.directory.models import Direction, Help, HelpKind, Stage, Work
from backend.matching.reasons.context import Pair
from backend.matching.reasons.people import when
from backend.matching.reasons.telling.told import Telling
from backend.matching.reasons.wording.catalogue import Person, Relation, Sentence
from backend.matching.suggestion import Evidence, EvidenceKind, Intent
from backend.playbook.models import Adoption, AdoptionStatus
from graph.peers.model import Contribution

STAGES = list(Stage)


def same_issue(pair: Pair, contribution: Contribution) -> Telling | None:
    """Both work on these issues, or the peer on the one that was asked about."""
    works = [
        work
        for work in pair.peer_work(contribution)
        if work.issue_id == pair.asked or pair.own_work_on(work.issue_id)
    ]
    if not works:
        return None
    first = works[0]
    own = pair.own_work_on(first.issue_id)
    # To collaborate, another reason says how far both are.
    compared = pair.intent is Intent.LEARN and len(works) == 1
    if compared and own is not None and own.stage == first.stage:
        sentence = pair.words.same_stage(pair.person, first.issue.name, Stage(first.stage))
    else:
        names = [work.issue.name for work in works]
        sentence = pair.words.same_issue(pair.person, names, asked=own is None)
    issues = tuple(work.issue_id for work in works)
    return Telling(sentence, tuple(pair.work_evidence(works)), issues)


def wider_issue(pair: Pair, contribution: Contribution) -> Telling | None:
    """The peer works on an issue close to the one that was asked about."""
    works = pair.peer_work(contribution)
    asked = pair.asked
    if asked is None:
        asked = next((work.issue_id for work in pair.own_work(contribution)), None)
    if not works or asked is None or asked not in pair.truth.issues:
        return None
    work = works[0]
    own_line, their_line = pair.truth.ancestors(asked), pair.truth.ancestors(work.issue_id)
    above = next((each for each in their_line if each in own_line), None)
    if asked in their_line:
        relation = Relation.BELOW
    elif work.issue_id in own_line:
        relation = Relation.ABOVE
    elif above is not None:
        relation = Relation.BESIDE
    else:
        return None
    issues = pair.truth.issues
    sentence = pair.words.wider_issue(
        pair.person,
        work.issue.name,
        issues[asked].name,
        relation,
        "" if above is None else issues[above].name,
    )
    return Telling(sentence, tuple(pair.work_evidence([work])))


def further_along(pair: Pair, contribution: Contribution) -> Telling | None:
    """How far the peer is beside the viewer."""
    for work in pair.peer_work(contribution):
        own = pair.own_work_on(work.issue_id)
        if not _told_apart(pair, work, own):
            continue
        carried = _carried_through(pair, work)
        if own is not None and own.stage == work.stage and carried is None:
            sentence = pair.words.same_stage(pair.person, work.issue.name, Stage(work.stage))
        else:
            sentence = pair.words.further_along(
                pair.person,
                work.issue.name,
                Stage(work.stage),
                None if own is None else Stage(own.stage),
                None if carried is None else when(carried),
            )
        evidence = [
            *pair.adoption_evidence([] if carried is None else [carried]),
            *pair.work_evidence([work], with_stage=True),
        ]
        return Telling(sentence, tuple(evidence), (work.issue_id,))
    return None


def _told_apart(pair: Pair, work: Work, own: Work | None) -> bool:
    """Whether the stages are worth telling: to learn, the peer's must still be the later one.

    Who has not begun, or has stopped, asks as one who explores.
    """
    if work.stage == Stage.STOPPED:
        return False
    if pair.intent is Intent.COLLABORATE:
        return True
    begun = own is not None and own.stage != Stage.STOPPED
    own_stage = Stage(own.stage) if own is not None and begun else Stage.EXPLORING
    return STAGES.index(Stage(work.stage)) > STAGES.index(own_stage)


def _carried_through(pair: Pair, work: Work) -> Adoption | None:
    """Return what the peer's place adopted on this issue while the peer was known to sit there."""
    term = pair.truth.terms.get(pair.peer.pk)
    if term is None or not term.start_is_known or term.during.lower is None:
        return None
    for adoption in pair.adoptions_at(pair.truth.place(pair.peer.pk), pair.cited.adoptions):
        if (
            adoption.policy.issue_id == work.issue_id
            and adoption.status == AdoptionStatus.ADOPTED
            and term.during.lower <= when(adoption).day
        ):
            return adoption
    return None


def also_works_on(pair: Pair, contribution: Contribution) -> Telling | None:
    """Both work on other issues too."""
    works = [
        work for work in pair.peer_work(contribution) if pair.own_work_on(work.issue_id) is not None
    ]
    if not works:
        return None
    sentence = pair.words.also_works_on(pair.person, [work.issue.name for work in works])
    issues = (work.issue_id for work in works)
    return Telling(sentence, tuple(pair.work_evidence(works)), tuple(issues))


def offers(pair: Pair, contribution: Contribution) -> Telling | None:
    """The peer offers what the viewer seeks."""
    helps = _matching_help(pair, contribution, Direction.OFFERS, Direction.SEEKS)
    return _told_help(pair, helps, pair.words.offers)


def seeks(pair: Pair, contribution: Contribution) -> Telling | None:
    """The peer seeks what the viewer offers."""
    helps = _matching_help(pair, contribution, Direction.SEEKS, Direction.OFFERS)
    return _told_help(pair, helps, pair.words.seeks)


def reciprocity(pair: Pair, contribution: Contribution) -> Telling | None:
    """Each offers something that the other seeks."""
    theirs = _matching_help(pair, contribution, Direction.OFFERS, Direction.SEEKS)
    yours = _matching_help(pair, contribution, Direction.SEEKS, Direction.OFFERS)
    if not theirs or not yours:
        return None
    sentence = pair.words.reciprocity(pair.person, _kinds(theirs), _kinds(yours))
    return Telling(sentence, _help_evidence(pair, [*theirs, *yours]))


def _matching_help(
    pair: Pair, contribution: Contribution, theirs: Direction, own: Direction
) -> list[Help]:
    """Return the peer's help in one direction that meets the viewer's in the other, by kind."""
    own_work = pair.own_work(contribution) or pair.truth.work.get(pair.truth.own.pk, ())
    wanted = {
        help_.kind for work in own_work for help_ in work.help.all() if help_.direction == own
    }
    found: dict[str, Help] = {}
    for work in pair.peer_work(contribution):
        for help_ in work.help.all():
            if help_.direction == theirs and help_.kind in wanted:
                found.setdefault(help_.kind, help_)
    return list(found.values())


def _told_help(
    pair: Pair, helps: list[Help], say: Callable[[Person, list[HelpKind]], Sentence]
) -> Telling | None:
    if not helps:
        return None
    return Telling(say(pair.person, _kinds(helps)), _help_evidence(pair, helps))


def _kinds(helps: list[Help]) -> list[HelpKind]:
    return [HelpKind(each.kind) for each in helps]


def _help_evidence(pair: Pair, helps: list[Help]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            EvidenceKind.WORK,
            each.work_id,
            pair.words.help_label(HelpKind(each.kind), each.line),
        )
        for each in helps
    )
