"""Reading from the graph what a question is about, and a bounded number of candidates for it.

One trip for the asker; one for the feature rows of those who may be suggested: the best buckets of
what is asked and, if these bring too few, of what is wider; and one for the edges of those who are
listed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

import numpy as np

from graph import features
from graph.connection import Graph, Row
from graph.features import Columns, Ints
from graph.peers import order, queries
from graph.peers.inputs import (
    Adopter,
    Adoption,
    Affiliation,
    Attendance,
    Fact,
    Person,
    Place,
    Preemption,
    Question,
    Relative,
    Statistics,
    Work,
)
from graph.peers.model import Intent, Step
from graph.peers.weights import CURRENT, Weights

STEPS: tuple[Step, ...] = get_args(Step)
OFTEN = 20  # the same person hardly comes from more buckets
_NOBODY = -1
_EVERYBODY = 1 << 31


@dataclass(frozen=True)
class Candidates:
    """Feature rows of people who may be suggested, each once, and the step that brought them.

    Step 0 are those who work on what was asked; the others are STEPS, counted from 1.
    """

    columns: Columns
    steps: Ints


def question(
    graph: Graph,
    official: int,
    issue: int | None,
    *,
    intent: Intent,
    as_of: date,
    weights: Weights,
    timeout: float,
) -> Question | None:
    """What the graph knows of the asker and of what is asked; None when the asker isn't in it."""
    # Never null: Neo4j keeps one plan for each type that a parameter has had.
    wanted = _NOBODY if issue is None else issue
    rows = graph.read(
        queries.QUESTION, {"official": official, "issue": wanted, "day": as_of}, timeout
    )
    if not rows:
        return None
    (row,) = rows
    return Question(
        asker=_asker(official, row),
        named=issue,
        intent=intent,
        as_of=as_of,
        weights=weights,
        relatives=tuple(
            Relative(asked, id_, relation, tuple(path))
            for asked, id_, relation, path in row["relatives"]
        ),
        statistics=Statistics(
            row["officials"],
            issues=dict(row["workers"]),
            organizations=dict(row["organizations"]),
            events=dict(row["events"]),
            policies=dict(row["adopters"]),
        ),
        excluded=frozenset(row["excluded"]),
        overlapping=frozenset(row["overlapping"]),
        saved=dict(row["saved"]),
        preemptions=tuple(Preemption(*each) for each in row["preemptions"]),
    )


def candidates(
    graph: Graph, asked: Question, enough: int, already_suggested: Collection[int], timeout: float
) -> tuple[Question, Candidates]:
    """Those who may be suggested, and the question with what is known of it only now.

    Unless `enough` surely work on what was asked, steps that widen the search bring more. They
    always do for one who has not begun and wants to collaborate: others like that may come along,
    who is past it won't.
    """
    own = {work.issue for work in asked.asker.works}
    parameters = {
        "own": {"places": sorted(asked.own_places) or [_NOBODY]},
        # The asker is among them: each property that the condition reads costs.
        "excluded": sorted({asked.asker.id, *asked.excluded}),
        "already_suggested": sorted(already_suggested),
        "day": asked.as_of,
        "few": _few(asked, enough),
        "buckets": order.best_buckets(asked),
        "relatives": order.all_buckets(asked, asked.relatives_on),
        "others": order.all_buckets(asked, own - asked.asked),
        "organizations": sorted(asked.statistics.organizations),
        "places": order.alike_places(asked),
        "years": order.best_years(asked) if asked.intent == "collaborate" else [],
    }
    (row,) = graph.read(queries.CANDIDATES_OF, parameters, timeout)
    adopters = tuple(Adopter(Place(*place), Adoption(*each)) for place, each in row["adopters"])
    found, steps = _each_once([row["matching"], *(row[step] for step in STEPS)])
    # No term counts work on anything else.
    columns = features.read(found).about(asked.statistics.issues)
    asked = replace(asked, adopters=adopters, past=past_places(asked, columns))
    return asked, Candidates(columns, steps)


def people(graph: Graph, asked: Question, ids: Sequence[int], timeout: float) -> list[Person]:
    """These officials with the edges that may speak for them; who has gone is left out."""
    parameters = {
        "people": list(ids),
        "relevant": sorted(asked.statistics.issues),
        "organizations": sorted(asked.statistics.organizations),
        "events": sorted(asked.statistics.events),
        "policies": sorted(asked.statistics.policies),
    }
    (row,) = graph.read(queries.PEOPLE, parameters, timeout)
    return [_person(*each) for each in row["people"]]


def warm(graph: Graph, timeout: float) -> None:
    """Have the engine plan every query here; planning may take longer than a question may."""
    day = date(2000, 1, 1)
    asker = Person(_NOBODY, "council", None)
    asked = Question(asker, 1, "collaborate", day, CURRENT, (), Statistics(1, {}, {}))
    question(graph, _NOBODY, None, intent="learn", as_of=day, weights=CURRENT, timeout=timeout)
    candidates(graph, asked, 1, (), timeout)
    people(graph, asked, [_NOBODY], timeout)


def _few(asked: Question, enough: int) -> int:
    """Below how many feature rows `enough` people might not work on what was asked."""
    if asked.intent == "learn":
        # Everybody who does comes once for each issue where all fit. Of no issue, nobody does.
        return enough * (max(len(asked.asked), 1) if order.all_fit(asked) else OFTEN)
    has_begun = any(work.issue in asked.asked for work in asked.asker.works)
    return enough * OFTEN if has_begun else _EVERYBODY


def past_places(asked: Question, columns: Columns) -> frozenset[int]:
    """The places that have adopted a policy on what is asked, so far as feature rows tell."""
    _, issue, day = columns.adoptions.columns
    done = np.isin(issue, sorted(asked.asked)) & (day <= asked.as_of.toordinal())
    return frozenset(columns.place[columns.adoptions.owner[done]].tolist())


def _each_once(brought: Sequence[Sequence[bytes]]) -> tuple[list[bytes], Ints]:
    """Everybody's feature row, and the first of the steps that brought it."""
    found: dict[bytes, bytes] = {}
    counts = []
    for texts in brought:
        before = len(found)
        for owner, row in features.by_official(texts).items():
            found.setdefault(owner, row)
        counts.append(len(found) - before)
    return list(found.values()), np.repeat(np.arange(len(brought)), counts)


def _asker(official: int, row: Row) -> Person:
    lists = ("works", "affiliations", "attendances", "adoptions", "facts")
    return _person(official, row["office"], row["place"], *(row[name] for name in lists))


def _person(id_: int, office: str, place: Sequence[Any] | None, *lists: Sequence[Any]) -> Person:
    works, affiliations, attendances, adoptions, facts = lists
    return Person(
        id=id_,
        office_kind=office,
        place=Place(*place) if place else None,
        works=tuple(
            Work(key, issue, stage, priority, tuple(seeks or ()), tuple(offers or ()))
            for key, issue, stage, priority, seeks, offers in works
        ),
        affiliations=tuple(Affiliation(*each) for each in affiliations),
        attendances=tuple(Attendance(*each) for each in attendances),
        adoptions=tuple(Adoption(*each) for each in adoptions),
        facts=tuple(Fact(*each) for each in facts),
    )
