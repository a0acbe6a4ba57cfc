"""Reading from the graph what a question is about, and a bounded number of candidates for it.

The filters are in the query, before anything is counted or cut off: another locality, in office
on the day, not paused, not the asker. One trip for the asker, one for each step of candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from graph.connection import Graph
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
from graph.peers.weights import FIRST, Weights

CANDIDATES = 1000  # that are scored, of each step
PLACES = 200  # of a like size that are looked into at the last step
_NOBODY = -1
SIZE_FACTOR = 4.0  # populations between a quarter and four times one's own

_PLACE = "[p.id, p.name, p.state, p.population, p.latitude, p.longitude]"
_WORK = "[w.key, i.id, w.stage, w.priority, w.since, w.seeks, w.offers]"
_AFFILIATION = "[a.key, g.id, a.since]"

_QUESTION = f"""
MATCH (o:Official {{id: $official}})
OPTIONAL MATCH (o)-[:REPRESENTS]->(p:Locality)
WITH o, CASE WHEN p IS NULL THEN null ELSE {_PLACE} END AS place
CALL (o) {{
    MATCH (o)-[w:WORKS_ON]->(i:Issue)
    RETURN collect({_WORK}) AS works, collect(i.id) AS own
}}
CALL (o) {{
    MATCH (o)-[a:AFFILIATED_WITH]->(g:Organization)
    RETURN collect({_AFFILIATION}) AS affiliations,
        collect([g.id, g.name, COUNT {{ (g)<-[:AFFILIATED_WITH]-(:Official) }}]) AS organizations
}}
WITH o, place, works, affiliations, organizations, own,
    CASE WHEN $issue = -1 THEN own ELSE [$issue] END AS asked
CALL (asked) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})-[:PART_OF]->(parent:Issue)
    RETURN collect([i.id, parent.id, 'parent', [i.id]]) AS parents
}}
CALL (asked) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})<-[:PART_OF]-(child:Issue)
    RETURN collect([i.id, child.id, 'child', [child.id]]) AS children
}}
CALL (asked) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})-[:PART_OF]->(:Issue)<-[:PART_OF]-(sibling:Issue)
    WHERE sibling.id <> id
    RETURN collect([i.id, sibling.id, 'sibling', [i.id, sibling.id]]) AS siblings
}}
WITH o, place, works, affiliations, organizations, parents + children + siblings AS relatives,
    own + asked + [each IN parents + children + siblings | each[1]] AS issues
CALL (issues) {{
    UNWIND issues AS id
    WITH DISTINCT id
    MATCH (i:Issue {{id: id}})
    RETURN collect([i.id, i.name, COUNT {{ (i)<-[:WORKS_ON]-(:Official) }}]) AS named
}}
CALL () {{
    MATCH (each:Official) RETURN count(each) AS officials
}}
RETURN o.office_kind AS office, place, works, affiliations, organizations, relatives, named,
    officials
"""

_FILTERS = """o.id <> $official AND p.id <> $home AND o.paused = false
    AND (o.in_office_from IS NULL OR o.in_office_from <= $day)
    AND (o.in_office_until IS NULL OR o.in_office_until > $day)"""

# Each gives `o`, `p` and two numbers to cut off by, the larger the better.
_BY_ISSUE = f"""
UNWIND $ids AS wanted
MATCH (:Issue {{id: wanted}})<-[w:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
WHERE {_FILTERS}
WITH o, p, count(*) AS first, max(w.priority) AS second"""

_BY_ORGANIZATION = f"""
UNWIND $ids AS wanted
MATCH (:Organization {{id: wanted}})<-[:AFFILIATED_WITH]-(o:Official)-[:REPRESENTS]->(p:Locality)
WHERE {_FILTERS}
WITH o, p, count(*) AS first, 0 AS second"""

_BY_PLACE = f"""
MATCH (p:Locality)
WHERE p.id <> $home
    AND ($population = 0 OR p.population IS NULL
        OR (p.population >= $fewest AND p.population <= $most))
WITH p ORDER BY abs(coalesce(p.population, 0) - $population), p.id LIMIT {PLACES}
MATCH (o:Official)-[:REPRESENTS]->(p)
WHERE {_FILTERS}
WITH o, p, CASE WHEN o.office_kind = $office THEN 1 ELSE 0 END AS first, 0 AS second"""

# The multiplication spreads the ids (Knuth), so that being early in the tables is no advantage.
_PEOPLE = f"""
ORDER BY first DESC, second DESC, (o.id * 2654435761 + $official) % 4294967296, o.id
LIMIT {CANDIDATES}
CALL (o) {{
    MATCH (o)-[w:WORKS_ON]->(i:Issue) WHERE i.id IN $relevant
    RETURN collect({_WORK}) AS works
}}
CALL (o) {{
    MATCH (o)-[a:AFFILIATED_WITH]->(g:Organization) WHERE g.id IN $organizations
    RETURN collect({_AFFILIATION}) AS affiliations
}}
CALL (p) {{
    MATCH (p)<-[:IN]-(d:Adoption)-[:OF]->(policy:Policy)-[:ADDRESSES]->(i:Issue)
    WHERE i.id IN $asked AND d.status = 'adopted' AND d.adopted_on IS NOT NULL
    RETURN collect([d.id, d.title, d.adopted_on, d.precision, d.source, policy.id, policy.name,
        i.id]) AS adoptions
}}
RETURN collect([o.id, o.office_kind, {_PLACE}, works, affiliations, adoptions]) AS people
"""

_ISSUE_PEOPLE = _BY_ISSUE + _PEOPLE
_ORGANIZATION_PEOPLE = _BY_ORGANIZATION + _PEOPLE
_PLACE_PEOPLE = _BY_PLACE + _PEOPLE


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
    rows = graph.read(_QUESTION, {"official": official, "issue": wanted}, timeout)
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
    for query in dict.fromkeys(_STEPS.values()):
        graph.read(query, _parameters(asked, [_NOBODY]), timeout)


def candidates(graph: Graph, asked: Question, step: Step | None, timeout: float) -> list[Person]:
    """Whom a step brings: None for those who work on what was asked, else a fall-back step."""
    wanted = _wanted(asked, step)
    if not wanted and step != "alike_places":
        return []
    rows = graph.read(_STEPS[step], _parameters(asked, wanted), timeout)
    return [_person(each) for each in rows[0]["people"]]


def _parameters(asked: Question, wanted: list[int]) -> dict[str, Any]:
    place = asked.asker.place
    population = (place.population if place else None) or 0
    return {
        "ids": wanted,
        "official": asked.asker.id,
        "home": place.id if place else _NOBODY,
        "day": asked.as_of,
        "asked": sorted(asked.asked),
        "relevant": sorted(asked.issue_names),
        "organizations": sorted(asked.organization_names),
        "population": population,
        "fewest": population / SIZE_FACTOR,
        "most": population * SIZE_FACTOR,
        "office": asked.asker.office_kind,
    }


_STEPS: dict[Step | None, str] = {
    None: _ISSUE_PEOPLE,
    "wider_issue": _ISSUE_PEOPLE,
    "other_issues": _ISSUE_PEOPLE,
    "organizations": _ORGANIZATION_PEOPLE,
    "alike_places": _PLACE_PEOPLE,
}


def _wanted(asked: Question, step: Step | None) -> list[int]:
    """The issues or organizations that a step looks at."""
    if step is None:
        return sorted(asked.asked)
    if step == "wider_issue":
        return sorted({relative.issue for relative in asked.relatives})
    if step == "other_issues":
        return sorted({work.issue for work in asked.asker.works} - asked.asked)
    if step == "organizations":
        return sorted(asked.organization_names)
    return []


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
