"""The best five people in three states or more for one issue and stage: for staff."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from backend.accounts.permissions import require_reader
from backend.accounts.viewer import Viewer
from backend.audit import services as audit
from backend.core import graph_client
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.core.languages import Language
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Direction, Help, Issue, Official, Stage, Term, Work
from backend.directory.selectors.details import work_of
from backend.directory.selectors.issues import with_descendants
from backend.directory.selectors.officials import band_of
from backend.directory.selectors.overlaps import not_elsewhere
from backend.introductions.selectors.eligibility import free
from backend.introductions.selectors.exclusions import blocks_among
from backend.matching.errors import MatchingUnavailable
from backend.matching.groups import words
from backend.matching.groups.choosing import PEOPLE, STATES, Contender, choose
from backend.matching.messages import MatchingMessage
from backend.playbook.models import Adoption
from backend.playbook.selectors import newest_adoptions
from graph.connection import GraphError
from graph.group_fit import fit
from graph.groups import Shortlist, lot, people_for_group

SHOWN = ("name", "terms", "work")


@dataclass(frozen=True)
class GroupMember:
    """Somebody for a group: their term and work, what their place adopted, and why them."""

    official: Official
    term: Term
    work: Work
    adoption: Adoption | None
    fit: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """The best people for one issue; `note` says what is lacking when it isn't whole."""

    issue: Issue
    stage: Stage | None
    people: tuple[GroupMember, ...]
    states: int
    note: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it is of five people from three states or more."""
        return self.note is None


@dataclass(frozen=True)
class _Person:
    """Somebody free today, with what they do on the issue and how well it fits."""

    official: Official
    terms: Sequence[Term]
    work: Work
    adoption: Adoption | None
    fit: float


def group_for(viewer: Viewer, *, issue_slug: str, stage: Stage | None) -> Group:
    """Return the best group for an issue, or one below it, and a stage; each look is noted.

    Raises MatchingUnavailable when the graph can't answer in time, and DomainError for whoever
    isn't staff, or when there is no such issue. A constant number of statements.
    """
    require_reader(viewer)
    issue = Issue.objects.filter(slug=issue_slug[:80]).first()
    if issue is None:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issue")
    issues = with_descendants([issue.pk])
    found = _shortlist(issues, stage)
    people = _people(found, issues, stage)
    apart = blocks_among(people) | not_elsewhere(
        {pk: {term.seat.office.locality_id for term in each.terms} for pk, each in people.items()}
    )
    chosen = choose([_contender(each) for each in people.values()], apart)
    members = [
        people[each.official] for each in sorted(chosen, key=lambda each: (-each.fit, each.lot))
    ]
    states = {each.terms[0].seat.office.locality.state for each in members}
    audit.record_many(
        actor_id=viewer.user_id,
        action="official.look",
        subject="Official",
        fields_by_id={each.official.pk: SHOWN for each in members},
    )
    note = None
    if len(members) < PEOPLE or len(states) < STATES:
        note = words.lacking(
            issue.name,
            len(members),
            len(states),
            free=len(people),
            cut=found.cut,
            language=viewer.language,
        )
    return Group(
        issue=issue,
        stage=stage,
        people=tuple(_member(each, members, stage, viewer.language) for each in members),
        states=len(states),
        note=note,
    )


def _shortlist(issues: Collection[int], stage: Stage | None) -> Shortlist:
    try:
        return people_for_group(
            graph_client.graph(),
            issues,
            stage=None if stage is None else stage.value,
            as_of=today(),
        )
    except GraphError as error:
        raise MatchingUnavailable(MatchingMessage.GROUPS_UNAVAILABLE) from error


def _people(
    found: Shortlist, issues: Collection[int], stage: Stage | None
) -> Mapping[int, _Person]:
    """Return who of the shortlist is free today and still works on it. Five statements."""
    able = {each.pk: each for each in free().filter(pk__in=found.officials)}
    terms = _terms_today(able)
    work = work_of(list(able.values()))
    places = {served[0].seat.office.locality_id for served in terms.values()}
    adopted = newest_adoptions(places, issues)
    people = {}
    for pk, served in terms.items():
        adoption = adopted.get(served[0].seat.office.locality_id)
        on_it = (each for each in work.get(pk, ()) if each.issue_id in issues)
        fits = [(_fit(each, stage, adoption), each) for each in on_it]
        if fits:
            best, on = max(fits, key=lambda pair: pair[0])
            people[pk] = _Person(able[pk], served, on, adoption, best)
    return people


def _terms_today(officials: Collection[int]) -> dict[int, list[Term]]:
    """Return all the terms that each serves today, for some sit on two bodies. One statement."""
    found: defaultdict[int, list[Term]] = defaultdict(list)
    rows = (
        Term.objects.filter(official__in=officials, during__contains=today())
        .select_related("seat__office__locality")
        .order_by("official_id", "-during", "-pk")
    )
    for term in rows:
        found[term.official_id].append(term)
    return found


def _fit(work: Work, stage: Stage | None, adoption: Adoption | None) -> float:
    parts = fit(
        stage=work.stage,
        wanted=None if stage is None else stage.value,
        priority=work.priority,
        offers=[each.kind for each in offered(work)],
        adopted=adoption is not None,
    )
    return math.fsum(parts.values())


def offered(work: Work) -> list[Help]:
    """Return the help that is offered with a piece of work, which was read with it."""
    return [each for each in work.help.all() if each.direction == Direction.OFFERS]


def _contender(person: _Person) -> Contender:
    place = person.terms[0].seat.office.locality
    return Contender(
        official=person.official.pk,
        fit=person.fit,
        state=place.state,
        size="" if place.population is None else band_of(place.population),
        bodies=frozenset(term.seat.office_id for term in person.terms),
        lot=lot(person.official.pk),
    )


def _member(
    person: _Person, group: Sequence[_Person], stage: Stage | None, language: Language
) -> GroupMember:
    place = person.terms[0].seat.office.locality
    beside = sum(each.terms[0].seat.office.locality.state == place.state for each in group)
    reasons = [
        words.doing(person.work, stage, language),
        words.offering(offered(person.work), language),
        words.adopted(person.adoption, language),
        words.coming_from(place, beside, language),
    ]
    return GroupMember(
        official=person.official,
        term=person.terms[0],
        work=person.work,
        adoption=person.adoption,
        fit=person.fit,
        reasons=tuple(each for each in reasons if each),
    )
