"""Puts each contribution of the graph into words, if the tables still bear it out.

One function for each reason code. Each returns nothing when the tables no longer support the
reason: then it is left out, and its share with it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from backend.directory.models import Direction, Help, HelpKind, OfficeKind, Stage, Work
from backend.playbook.models import Adoption, AdoptionStatus
from backend.suggestions.model import Evidence, EvidenceKind, Intent, ReasonCode
from backend.suggestions.pair import Pair, cited
from backend.suggestions.people import place, when
from backend.suggestions.wording.catalogue import Person, Relation, Sentence
from graph.peers.model import Contribution

MILES_A_KM = 0.621371
STAGES = list(Stage)


@dataclass(frozen=True)
class Telling:
    """A reason in words, and the issues it is about that both stand on, the strongest first."""

    sentence: Sentence
    evidence: tuple[Evidence, ...]
    issues: tuple[int, ...] = ()


def tell(pair: Pair, contribution: Contribution) -> Telling | None:
    """Put a contribution into words, or return nothing if the tables don't bear it out."""
    return _TELLERS[ReasonCode(contribution.code)](pair, contribution)


def _same_issue(pair: Pair, contribution: Contribution) -> Telling | None:
    works = [
        work
        for work in pair.peer_work(contribution)
        if work.issue_id == pair.asked or pair.own_work_on(work.issue_id)
    ]
    if not works:
        return None
    first = works[0]
    own = pair.own_work_on(first.issue_id)
    if len(works) == 1 and own is not None and own.stage == first.stage:
        sentence = pair.words.same_stage(pair.person, first.issue.name, Stage(first.stage))
    else:
        names = [work.issue.name for work in works]
        sentence = pair.words.same_issue(pair.person, names, asked=own is None)
    issues = tuple(work.issue_id for work in works)
    return Telling(sentence, tuple(pair.work_evidence(works)), issues)


def _wider_issue(pair: Pair, contribution: Contribution) -> Telling | None:
    works = pair.peer_work(contribution)
    asked = pair.asked
    if asked is None:
        asked = next((work.issue_id for work in pair.own_work(contribution)), None)
    if not works or asked is None or asked not in pair.truth.issues:
        return None
    work = works[0]
    if asked in pair.truth.ancestors(work.issue_id):
        relation = Relation.BELOW
    elif work.issue_id in pair.truth.ancestors(asked):
        relation = Relation.ABOVE
    else:
        relation = Relation.BESIDE
    asked_name = pair.truth.issues[asked].name
    sentence = pair.words.wider_issue(pair.person, work.issue.name, asked_name, relation)
    return Telling(sentence, tuple(pair.work_evidence([work])))


def _further_along(pair: Pair, contribution: Contribution) -> Telling | None:
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
    for adoption in _adoptions_here(pair, pair.cited_adoptions):
        if (
            adoption.policy.issue_id == work.issue_id
            and adoption.status == AdoptionStatus.ADOPTED
            and adoption.adopted_on is not None
            and term.during.lower <= adoption.adopted_on
        ):
            return adoption
    return None


def _also_works_on(pair: Pair, contribution: Contribution) -> Telling | None:
    works = [
        work for work in pair.peer_work(contribution) if pair.own_work_on(work.issue_id) is not None
    ]
    if not works:
        return None
    sentence = pair.words.also_works_on(pair.person, [work.issue.name for work in works])
    issues = (work.issue_id for work in works)
    return Telling(sentence, tuple(pair.work_evidence(works)), tuple(issues))


def _offers(pair: Pair, contribution: Contribution) -> Telling | None:
    helps = _matching_help(pair, contribution, Direction.OFFERS, Direction.SEEKS)
    return _told_help(pair, helps, pair.words.offers)


def _seeks(pair: Pair, contribution: Contribution) -> Telling | None:
    helps = _matching_help(pair, contribution, Direction.SEEKS, Direction.OFFERS)
    return _told_help(pair, helps, pair.words.seeks)


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
    evidence = [
        Evidence(
            EvidenceKind.WORK,
            each.work_id,
            pair.words.help_label(HelpKind(each.kind), each.line),
        )
        for each in helps
    ]
    return Telling(say(pair.person, [HelpKind(each.kind) for each in helps]), tuple(evidence))


def _shared_organization(pair: Pair, contribution: Contribution) -> Telling | None:
    found = [
        affiliation
        for id_ in cited(contribution, EvidenceKind.ORGANIZATION)
        if (affiliation := pair.truth.affiliations.get((pair.peer.pk, id_)))
        and (pair.truth.own.pk, id_) in pair.truth.affiliations
    ]
    if not found:
        return None
    evidence = tuple(
        Evidence(
            EvidenceKind.ORGANIZATION,
            each.organization_id,
            pair.words.membership_label(each.organization.name, each.since),
            each.since,
        )
        for each in found
    )
    names = [each.organization.name for each in found]
    return Telling(pair.words.shared_organization(names), evidence)


def _place_adopted(pair: Pair, contribution: Contribution) -> Telling | None:
    adoptions = _adoptions_here(pair, cited(contribution, EvidenceKind.ADOPTION))
    if not adoptions:
        return None
    first = adoptions[0]
    sentence = pair.words.place_adopted(
        place(first.locality), first.policy.name, when(first), AdoptionStatus(first.status)
    )
    return Telling(sentence, tuple(pair.adoption_evidence(adoptions)))


def _adoptions_here(pair: Pair, ids: Iterable[int]) -> list[Adoption]:
    """Return those that are still of the peer's place and still have a date."""
    here = pair.truth.place(pair.peer.pk)
    found = (pair.truth.adoptions.get(id_) for id_ in ids)
    return [
        each
        for each in found
        if each and here and each.locality_id == here.pk and each.adopted_on is not None
    ]


def _nearby(pair: Pair, contribution: Contribution) -> Telling | None:
    places, km = pair.places(), contribution.facts.get("km")
    if places is None or not isinstance(km, int | float):
        return None
    theirs, own = places
    sentence = pair.words.nearby(
        place(theirs, beside=own), place(own, beside=theirs), km * MILES_A_KM
    )
    return Telling(sentence, tuple(pair.place_evidence([theirs], population=False)))


def _alike_size(pair: Pair, contribution: Contribution) -> Telling | None:  # noqa: ARG001
    places = pair.places()
    if places is None or any(each.population is None for each in places):
        return None
    theirs, own = places
    sentence = pair.words.alike_size(place(theirs, beside=own), place(own, beside=theirs))
    return Telling(sentence, tuple(pair.place_evidence([theirs], population=True)))


def _same_office(pair: Pair, contribution: Contribution) -> Telling | None:  # noqa: ARG001
    term = pair.truth.terms.get(pair.peer.pk)
    own = pair.truth.terms.get(pair.truth.own.pk)
    if term is None or own is None or term.seat.office.kind != own.seat.office.kind:
        return None
    office = term.seat.office
    evidence = Evidence(EvidenceKind.OFFICE, office.pk, f"{office.name}, {office.locality.name}")
    return Telling(pair.words.same_office(OfficeKind(office.kind)), (evidence,))


_TELLERS: Mapping[ReasonCode, Callable[[Pair, Contribution], Telling | None]] = {
    ReasonCode.SAME_ISSUE: _same_issue,
    ReasonCode.WIDER_ISSUE: _wider_issue,
    ReasonCode.FURTHER_ALONG: _further_along,
    ReasonCode.ALSO_WORKS_ON: _also_works_on,
    ReasonCode.OFFERS_WHAT_YOU_SEEK: _offers,
    ReasonCode.SEEKS_WHAT_YOU_OFFER: _seeks,
    ReasonCode.SHARED_ORGANIZATION: _shared_organization,
    ReasonCode.PLACE_ADOPTED: _place_adopted,
    ReasonCode.NEARBY: _nearby,
    ReasonCode.ALIKE_SIZE: _alike_size,
    ReasonCode.SAME_OFFICE: _same_office,
}
