"""Reading from the graph what a question is about, and a bounded number of candidates for it.

One trip for the asker; one for those who work on what is asked: some whole issues, the best
buckets, the places that adopted last; and one for all that the search may be widened to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from graph.connection import Graph
from graph.peers import queries
from graph.peers.inputs import (
    Adoption,
    Affiliation,
    Person,
    Place,
    Question,
    Relative,
    Statistics,
    Work,
)
from graph.peers.model import Intent, Step
from graph.peers.order import best_buckets
from graph.peers.weights import FIRST, Weights

WHOLE = 200  # an issue that so few work on is read whole
_NOBODY = -1
SIZE_FACTOR = 4.0  # populations between a quarter and four times one's own


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
        asker=_person([official, row["office"], row["place"], row["works"], row["affiliations"]]),
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
            {id_: degree for id_, _, degree in row["named"]},
            {id_: degree for id_, _, degree in row["organizations"]},
        ),
        apart=frozenset(row["apart"]),
        issue_names={id_: name for id_, name, _ in row["named"]},
        organization_names={id_: name for id_, name, _ in row["organizations"]},
    )


def warm(graph: Graph, timeout: float) -> None:
    """Have the engine plan every query here; planning may take longer than a question may."""
    day = date(2000, 1, 1)
    asker = Person(_NOBODY, "council", None)
    nothing = Statistics(1, {}, {})
    asked = Question(asker, _NOBODY, "learn", day, FIRST, (), nothing)
    question(graph, _NOBODY, None, intent="learn", as_of=day, weights=FIRST, timeout=timeout)
    workers(graph, asked, timeout)
    widened(graph, asked, timeout)


def workers(graph: Graph, asked: Question, timeout: float) -> list[Person]:
    """Those who work on what was asked: the best of them, so far as buckets tell."""
    degrees = asked.statistics.issues
    whole = {issue for issue in asked.asked if degrees.get(issue, 0) <= WHOLE}
    popular = asked.asked - whole
    parameters = {
        **_parameters(asked),
        "whole": sorted(whole),
        "popular": sorted(popular),
        "buckets": best_buckets(asked, popular),
    }
    rows = graph.read(queries.PEOPLE, parameters, timeout)
    return [_person(each) for each in rows[0]["people"]]


def widened(graph: Graph, asked: Question, timeout: float) -> Mapping[Step, list[Person]]:
    """Whom each fall-back step brings, in the order of the steps."""
    place = asked.asker.place
    population = (place.population if place else None) or 0
    rarest = sorted(asked.rarities, key=lambda issue: (-asked.rarities[issue], issue))
    related = {relative.issue for relative in asked.relatives}
    own = {work.issue for work in asked.asker.works}
    parameters = {
        **_parameters(asked),
        "relatives": [issue for issue in rarest if issue in related],
        "others": [issue for issue in rarest if issue in own - asked.asked],
        "population": population,
        "fewest": population / SIZE_FACTOR,
        "most": population * SIZE_FACTOR,
    }
    (row,) = graph.read(queries.WIDENED, parameters, timeout)
    people = {person.id: person for person in map(_person, row["people"])}
    return {step: [people[id_] for id_ in row[step]] for step in get_args(Step)}


def _parameters(asked: Question) -> dict[str, Any]:
    place = asked.asker.place
    return {
        "official": asked.asker.id,
        "home": place.id if place else _NOBODY,
        "apart": sorted(asked.apart),
        "day": asked.as_of,
        "asked": sorted(asked.asked),
        "relevant": sorted(asked.issue_names),
        "organizations": sorted(asked.organization_names),
    }


def _person(row: Sequence[Any]) -> Person:
    id_, office, place, works, affiliations, *rest = row
    return Person(
        id=id_,
        office_kind=office,
        place=Place(*place) if place else None,
        works=tuple(
            Work(key, issue, stage, priority, since, tuple(seeks or ()), tuple(offers or ()))
            for key, issue, stage, priority, since, seeks, offers in works
        ),
        affiliations=tuple(Affiliation(*each) for each in affiliations),
        adoptions=tuple(Adoption(*each) for each in rest[0]) if rest else (),
    )
