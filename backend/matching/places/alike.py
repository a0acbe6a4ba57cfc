"""Which places are like one's own for an issue, by facts that are named and dated."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from backend.accounts.models import Language
from backend.accounts.viewer import Viewer
from backend.core import graph_client
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.core.messages import Message
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Issue, Locality, Membership, Official
from backend.directory.selectors.by_id import localities_get
from backend.directory.selectors.issues import descendants
from backend.directory.selectors.overlaps import overlapping
from backend.directory.selectors.terms import shown_terms
from backend.matching.errors import MatchingUnavailable
from backend.matching.messages import FactLabel, MatchingMessage
from backend.matching.places.fact_weights import fact_weights
from backend.matching.places.likeness import Fact, Figure, Weights, parts
from backend.matching.places.nearest import figures_of, nearest_places
from backend.playbook.models import Adoption
from backend.playbook.selectors import newest_adoptions
from graph.connection import GraphError
from graph.places import places_on

# Beyond these many nobody calls a place alike; there are no further pages.
LONGEST_LIST = 40


@dataclass(frozen=True)
class ComparedFact:
    """One fact of the viewer's place and another; `share` is its part of the likeness.

    A figure is None where nothing is known, and then the fact makes nothing alike.
    """

    fact: Fact
    label: str
    yours: Figure | None
    theirs: Figure | None
    share: float

    @property
    def known(self) -> bool:
        """Whether it is known of both."""
        return self.yours is not None and self.theirs is not None


@dataclass(frozen=True)
class AlikePlace:
    """A place, how alike it is (0 to 1) by which facts, and its newest adoption on the issue."""

    locality: Locality
    likeness: float
    facts: tuple[ComparedFact, ...]
    adoption: Adoption | None


@dataclass(frozen=True)
class AlikePlaces:
    """A part of the list of places alike for an issue, the most alike first.

    `weights_issue` is the issue whose fact weights were used: the one that was asked about, or
    one above it; None when none of them has facts of its own. `note` says why there is no place.
    """

    yours: Locality | None
    weights_issue: Issue | None
    version: str
    places: Sequence[AlikePlace]
    has_next: bool
    has_previous: bool
    note: str | None = None


@dataclass(frozen=True)
class _Question:
    """Which places are like this one, for an issue with those below it, by these weights."""

    own: Locality
    issues: frozenset[int]
    weights: Weights
    weights_issue: Issue | None


def alike_places(
    viewer: Viewer, *, issue_id: int, first: int, after: int | None = None
) -> AlikePlaces:
    """Return a page of the places most like the viewer's for an issue, after a place's id.

    What overlaps the viewer's own place is not like it, but a part of it or around it. Bounded,
    however many places there are: those near by most of what counts, those that adopted something
    on the issue or below it last, and those where members work on it. Raises MatchingUnavailable
    when the graph can't answer in time, and DomainError when there is no such issue or cursor.
    Eleven statements at most.
    """
    tree: dict[int, Issue] = Issue.objects.in_bulk()
    if issue_id not in tree:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
    language = viewer.language
    own = _own_place(viewer)
    version = fact_weights().version
    if own is None:
        why_none = Message(MatchingMessage.NO_PLACE).text(language)
        return AlikePlaces(None, None, version, (), False, False, why_none)  # noqa: FBT003
    question = _question(own, tree, issue_id)
    figures = figures_of([own])[own.pk]
    ranked = _ranked(question, figures, _candidates(question, figures))
    start = 0
    if after is not None:
        start = 1 + next((at for at, row in enumerate(ranked) if row[0].pk == after), len(ranked))
    page = ranked[start : start + first]
    adopted = newest_adoptions([place.pk for place, _, _ in page], question.issues)
    note = None
    if not ranked:
        known = figures.keys() & question.weights.keys()
        why = MatchingMessage.NOBODY_ALIKE if known else MatchingMessage.NOTHING_KNOWN
        note = Message(why).text(language)
    return AlikePlaces(
        yours=own,
        weights_issue=question.weights_issue,
        version=version,
        places=[
            AlikePlace(
                locality=place,
                likeness=math.fsum(added.values()),
                facts=_compared(language, question.weights, figures, theirs, added),
                adoption=adopted.get(place.pk),
            )
            for place, theirs, added in page
        ],
        has_next=start + first < len(ranked),
        has_previous=after is not None,
        note=note,
    )


def _own_place(viewer: Viewer) -> Locality | None:
    own = Official.objects.filter(Q(pk=viewer.official_id), membership=Membership.MEMBER).first()
    term = None if own is None else shown_terms([own]).get(own.pk)
    return None if term is None else term.seat.office.locality


def _question(own: Locality, tree: Mapping[int, Issue], issue_id: int) -> _Question:
    """Choose the weights of the issue, else of the nearest one above it that has some."""
    counted = fact_weights()
    issue: Issue | None = tree[issue_id]
    passed: set[int] = set()  # the tables don't rule out that two issues stand above each other
    while issue is not None and issue.slug not in counted.issues and issue.pk not in passed:
        passed.add(issue.pk)
        issue = tree.get(issue.parent_id or 0)
    if issue is not None and issue.slug not in counted.issues:
        issue = None
    return _Question(
        own=own,
        issues=frozenset(
            descendants([issue_id], {pk: each.parent_id for pk, each in tree.items()})
        ),
        weights=counted.default if issue is None else counted.issues[issue.slug],
        weights_issue=issue,
    )


def _candidates(question: _Question, figures: Mapping[Fact, Figure]) -> set[int]:
    own_places = frozenset(overlapping(question.own.pk))
    try:
        dealing = places_on(
            graph_client.graph(), question.issues, own_places=own_places, as_of=today()
        )
    except GraphError as error:
        raise MatchingUnavailable(MatchingMessage.PLACES_UNAVAILABLE) from error
    nearest = nearest_places(own_places, figures, question.weights)
    return {*nearest, *dealing.adopters, *dealing.workers}


_Ranked = tuple[Locality, Mapping[Fact, Figure], dict[Fact, float]]


def _ranked(
    question: _Question, figures: Mapping[Fact, Figure], candidates: Collection[int]
) -> list[_Ranked]:
    """Order those of which anything is alike; what is known of them is read from the tables."""
    places = localities_get(candidates)
    known = figures_of(places.values())
    rows: list[_Ranked] = [
        (
            place,
            known[pk],
            parts(question.weights, figures, known[pk]),
        )
        for pk, place in places.items()
    ]
    alike = [row for row in rows if any(row[2].values())]
    alike.sort(key=lambda row: (-math.fsum(row[2].values()), row[0].name_folded, row[0].pk))
    return alike[:LONGEST_LIST]


def _compared(
    language: Language,
    weights: Weights,
    yours: Mapping[Fact, Figure],
    theirs: Mapping[Fact, Figure],
    added: Mapping[Fact, float],
) -> tuple[ComparedFact, ...]:
    """Return every fact that counts, those that count most first."""
    whole = math.fsum(added.values())
    return tuple(
        ComparedFact(
            fact=fact,
            label=Message(FactLabel[fact.name]).text(language),
            yours=yours.get(fact),
            theirs=theirs.get(fact),
            share=added[fact] / whole,
        )
        for fact in sorted(weights, key=lambda each: -weights[each])
    )
