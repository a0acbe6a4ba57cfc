"""Which places are like one's own for an issue, by facts that are named and dated."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q

from backend.accounts.viewer import Viewer
from backend.core import graph_client
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.directory.models import Issue, Locality, Membership, Official
from backend.directory.selectors.by_id import localities_get
from backend.directory.selectors.issues import descendants
from backend.directory.selectors.terms import shown_terms
from backend.matching.adopted import newest_adoptions
from backend.matching.coalition import AlikePlace, AlikePlaces, ComparedFact, Fact, Figure
from backend.matching.errors import MatchingUnavailable
from backend.matching.fact_weights import FactWeights, Weights, fact_weights
from backend.matching.places.likeness import parts
from backend.matching.places.nearest import figures_of, nearest_places
from backend.matching.wording import Note, Texts, texts_of
from graph.connection import GraphError
from graph.places import places_on

# Beyond these many nobody calls a place alike; there are no further pages.
LONGEST_LIST = 40


@dataclass(frozen=True)
class _Question:
    """Which places are like this one, for an issue with those below it, by these weights."""

    own: Locality
    issues: frozenset[int]
    fact_weights: FactWeights
    weights: Weights
    weights_issue: Issue | None


def alike_places(
    viewer: Viewer, *, issue_id: int, first: int, after: int | None = None
) -> AlikePlaces:
    """Return a page of the places most like the viewer's for an issue, after a place's id.

    Bounded, however many places there are: those near by most of what counts, those that
    adopted something on the issue or below it last, and those where members work on it. Raises
    MatchingUnavailable when the graph can't answer in time, and DomainError when there is no
    such issue or cursor. Ten statements at most.
    """
    tree: dict[int, Issue] = Issue.objects.in_bulk()
    if issue_id not in tree:
        raise fail(ErrorCode.NOT_FOUND, "There is no such issue. Choose one.", "issueId")
    texts = texts_of(viewer.language)
    own = _own_place(viewer)
    version = fact_weights().version
    if own is None:
        return AlikePlaces(None, None, version, (), False, False, texts.note(Note.NO_PLACE))  # noqa: FBT003
    question = _question(own, tree, issue_id)
    figures = figures_of([own])[own.pk]
    ranked = _ranked(question, figures, _candidates(question, figures, texts))
    start = 0
    if after is not None:
        start = 1 + next((at for at, row in enumerate(ranked) if row[0].pk == after), len(ranked))
    page = ranked[start : start + first]
    adopted = newest_adoptions([place.pk for place, _, _ in page], question.issues)
    note = None
    if not ranked:
        known = figures.keys() & question.weights.keys()
        note = texts.note(Note.NOBODY_ALIKE if known else Note.NOTHING_KNOWN)
    return AlikePlaces(
        yours=own,
        weights_issue=question.weights_issue,
        version=version,
        places=[
            AlikePlace(
                locality=place,
                likeness=math.fsum(added.values()),
                facts=_compared(texts, question.weights, figures, theirs, added),
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
        fact_weights=counted,
        weights=counted.default if issue is None else counted.issues[issue.slug],
        weights_issue=issue,
    )


def _candidates(question: _Question, figures: Mapping[Fact, Figure], texts: Texts) -> set[int]:
    try:
        dealing = places_on(
            graph_client.graph(), question.issues, home=question.own.pk, as_of=today()
        )
    except GraphError as error:
        raise MatchingUnavailable(texts.note(Note.UNAVAILABLE)) from error
    nearest = nearest_places(
        question.own, figures, question.weights, question.fact_weights.nothing_alike_at
    )
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
            parts(question.weights, question.fact_weights.nothing_alike_at, figures, known[pk]),
        )
        for pk, place in places.items()
    ]
    alike = [row for row in rows if any(row[2].values())]
    alike.sort(key=lambda row: (-math.fsum(row[2].values()), row[0].name_folded, row[0].pk))
    return alike[:LONGEST_LIST]


def _compared(
    texts: Texts,
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
            label=texts.fact(fact),
            yours=yours.get(fact),
            theirs=theirs.get(fact),
            share=added[fact] / whole,
        )
        for fact in sorted(weights, key=lambda each: -weights[each])
    )
