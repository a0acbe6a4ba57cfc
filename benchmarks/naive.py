"""What one would write at first: everybody with a shared issue, filtered and scored in Cypher.

One query, with the product's filters, all terms of its score (by the weights of an intent) and the
edges that the ten best rest on. Only what weighs nothing for an intent is left out.
"""

from __future__ import annotations

from graph.features import FACTS, STAGES
from graph.likeness import RATIOS
from graph.peers import Intent
from graph.peers.weights import CURRENT

_STAGE = f"CASE w.stage {' '.join(f'WHEN {each!r} THEN {n}' for n, each in enumerate(STAGES))} END"
_ADOPTED, _STOPPED = STAGES.index("adopted"), STAGES.index("stopped")
_NEAR, _SCALES = CURRENT.relatives, CURRENT.scales
_IN_FORCE = "d.status = 'adopted' AND d.adopted_on <= $day"
_STILL = "(x.until IS NULL OR x.until > $day)"
_SHARED = "1 / log(1.0 + CASE WHEN number < 2 THEN 2 ELSE number END)"  # Adamic-Adar

_ALLOWED = """o.id <> me.id AND NOT o.home IN own_places AND o.paused = false
    AND coalesce(o.capped, false) = false AND NOT o.id IN excluded
    AND (o.in_office_from IS NULL OR o.in_office_from <= $day)
    AND (o.in_office_until IS NULL OR o.in_office_until > $day)"""


def _rarity(node: str, edge: str) -> str:
    number = f"COUNT {{ ({node})<-[:{edge}]-() }}"
    return f"CASE {number} WHEN 0 THEN 1.0 ELSE log(1 + n / {number}) / log(1 + n) END"


def _ties(edge: str, label: str, name: str) -> str:
    """What the asker has an edge to, with what it is worth to have it in common."""
    return f"""CALL (me) {{
    MATCH (me)-[:{edge}]->(x:{label})
    WITH x, COUNT {{ (x)<-[:{edge}]-() }} AS number
    RETURN collect([x.id, {_SHARED}]) AS {name}
}}"""


_ASKER = f"""
MATCH (me:Official {{id: $official}})-[:REPRESENTS]->(home:Locality)
CALL () {{ MATCH (x:Official) RETURN toFloat(count(x)) AS n }}
WITH me, home, n, [home.id] + [(home)-[:OVERLAPS]-(x:Locality) | x.id] AS own_places,
    [(me)-[x:EXCLUDES]->(y:Official) WHERE {_STILL} | y.id]
    + [(me)<-[x:EXCLUDES]-(y:Official)
        WHERE {_STILL} AND NOT x.reason IN ['dismissed', 'known'] | y.id] AS excluded,
    [(me)-[w:WORKS_ON]->(i:Issue) | i.id] AS own,
    [(me)-[:SAVED]->(x:Official) | x.id] AS saved,
    [(home)-[:HAS]->(x:PlaceFact) | [x.name, x.value]] AS facts
WITH *, CASE WHEN $issue = -1 THEN own ELSE [$issue] END AS asked
{_ties("AFFILIATED_WITH", "Organization", "organizations")}
{_ties("ATTENDED", "Event", "events")}
CALL (me, asked) {{
    MATCH (me)-[:WORKS_ON]->(x:Issue) WHERE NOT x.id IN asked
    WITH x, COUNT {{ (x)<-[:WORKS_ON]-() }} AS number
    RETURN collect([x.id, {_SHARED}]) AS others
}}
CALL (home) {{
    MATCH (home)<-[:IN]-(d:Adoption)-[:OF]->(x:Policy) WHERE {_IN_FORCE}
    WITH DISTINCT x
    WITH x, COUNT {{ (x)<-[:OF]-() }} AS number
    RETURN collect([x.id, {_SHARED}]) AS policies
}}
CALL (asked, n) {{
    UNWIND asked AS id
    MATCH (x:Policy)-[:ADDRESSES]->(:Issue {{id: id}})
    RETURN collect([x.id, {_rarity("x", "OF")}]) AS addressing
}}
CALL (asked, n) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})-[:PART_OF]->(x:Issue)
    RETURN collect([x.id, {_NEAR["parent"]} * {_rarity("x", "WORKS_ON")}, id]) AS parents
}}
CALL (asked, n) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})<-[:PART_OF]-(x:Issue)
    RETURN collect([x.id, {_NEAR["child"]} * {_rarity("x", "WORKS_ON")}, id]) AS children
}}
CALL (asked, n) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})-[:PART_OF]->(:Issue)<-[:PART_OF]-(x:Issue) WHERE x.id <> id
    RETURN collect([x.id, {_NEAR["sibling"]} * {_rarity("x", "WORKS_ON")}, id]) AS siblings
}}
CALL (asked, home) {{
    UNWIND asked AS id
    MATCH (own:Preemption {{state: home.state}})-[:FORBIDS]->(y:Policy)
        -[:ADDRESSES]->(:Issue {{id: id}})
    MATCH (x:Preemption)-[:FORBIDS]->(y)
    RETURN collect([x.state, x.id, own.id]) AS preempted
}}
WITH *, parents + children + siblings AS near"""

# To collaborate: how like the places that adopted last a candidate's is.
_ADOPTERS = f"""
CALL (asked) {{
    UNWIND asked AS id
    MATCH (p:Locality)<-[:IN]-(d:Adoption)-[:OF]->(:Policy)-[:ADDRESSES]->(:Issue {{id: id}})
    WHERE {_IN_FORCE}
    WITH p, d ORDER BY d.adopted_on DESC
    RETURN collect(p.id) AS past,
        collect([p.latitude, p.longitude, p.population, d.id, p.id]) AS adopted
}}
WITH *, [x IN adopted WHERE NOT x[4] IN own_places][..50] AS adopters"""


def _matching(intent: Intent) -> str:
    """Everybody with work on what was asked, and what that work is worth."""
    rarity = "rarity * (2 + w.priority) / 5.0"
    if intent == "learn":
        worth = rarity
        further = f"""CASE WHEN mine IS NULL OR stage = {_STOPPED} THEN 0.0
            WHEN mine < {_ADOPTED} AND stage >= {_ADOPTED} THEN 1.0
            WHEN stage > mine THEN (stage - mine) / 3.0 ELSE 0.0 END"""
    else:
        worth = f"""CASE WHEN stage >= {_ADOPTED} AND stage <> {_STOPPED}
            AND coalesce(mine, 0) < {_ADOPTED} THEN 0.0 ELSE {rarity} END"""
        further = f"""CASE WHEN mine IS NULL OR stage = {_STOPPED} THEN 0.0
            ELSE 1 - abs(stage - mine) / {_STOPPED - 1}.0 END"""
    return f"""
CALL (me, n, asked, excluded, own_places) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})
    OPTIONAL MATCH (me)-[w:WORKS_ON]->(i)
    WITH me, excluded, own_places, i, {_rarity("i", "WORKS_ON")} AS rarity, ({_STAGE}) % {_STOPPED}
        AS mine, coalesce(w.seeks, []) AS seeks, coalesce(w.offers, []) AS offers
    MATCH (i)<-[w:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
    WHERE {_ALLOWED}
    WITH o, p, w, rarity, mine, {_STAGE} AS stage,
        CASE WHEN size(seeks) = 0 THEN 0.0
            ELSE size([x IN seeks WHERE x IN w.offers]) * 1.0 / size(seeks) END AS given,
        CASE WHEN size(offers) = 0 THEN 0.0
            ELSE size([x IN offers WHERE x IN w.seeks]) * 1.0 / size(offers) END AS taken
    WITH o, p, given, taken, {worth} AS worth, {further} AS further
    RETURN o, p,
        1 - exp(sum(log(CASE WHEN worth >= 1 THEN 0.000000001 ELSE 1 - worth END))) AS same_issue,
        max(further) AS further_along, max(given) AS offers_what_you_seek,
        max(taken) AS seeks_what_you_offer,
        max(CASE WHEN given + taken > 0 THEN 2 * given * taken / (given + taken) ELSE 0.0 END)
            AS reciprocity
}}"""


_PER_CANDIDATE = f"""
WITH *, [(o)-[:WORKS_ON]->(x:Issue) | x.id] AS their_issues,
    [(o)-[:AFFILIATED_WITH]->(x:Organization) | x.id] AS their_organizations,
    [(o)-[:ATTENDED]->(x:Event) | x.id] AS their_events,
    [(p)<-[:IN]-(d:Adoption)-[:OF]->(x:Policy) WHERE {_IN_FORCE}
        | [x.id, duration.inDays(d.adopted_on, $day).days / 365.25]] AS their_policies,
    [(p)-[:HAS]->(x:PlaceFact) | [x.name, x.value]] AS their_facts"""


def _km(latitude: str, longitude: str) -> str:
    here = f"point({{latitude: {latitude}, longitude: {longitude}}})"
    return f"point.distance({here}, point({{latitude: p.latitude, longitude: p.longitude}})) / 1000"


def _nearness(latitude: str, longitude: str) -> str:
    near = f"1 - log(1 + {_km(latitude, longitude)}) / log(1 + {_SCALES['farthest_km']})"
    return _at_least_0(near)


def _size(population: str) -> str:
    return _at_least_0(
        _ratio(f"toFloat({population})", "toFloat(p.population)", _SCALES["size_ratio"])
    )


def _ratio(one: str, other: str, nothing_alike_at: float) -> str:
    return f"1 - abs(log({one}) - log({other})) / log({nothing_alike_at})"


def _at_least_0(value: str) -> str:
    """Nothing for what is unknown."""
    return f"coalesce(CASE WHEN {value} > 0 THEN {value} ELSE 0.0 END, 0.0)"


def _in_common(mine: str, theirs: str) -> str:
    total = f"reduce(s = 0.0, x IN {mine} | CASE WHEN x[0] IN {theirs} THEN s + x[1] ELSE s END)"
    return f"1 - exp(-{total} / {_SCALES['shared']})"


def _alike_facts() -> str:
    """The sum of likenesses of facts that both places have, by how many there could be."""
    parts = []
    for name in FACTS:
        mine, theirs = (
            f"[x IN {each} WHERE x[0] = '{name}' | x[1]][0]" for each in ("facts", "their_facts")
        )
        scale = CURRENT.facts[name]
        alike = f"1 - abs({mine} - {theirs}) / {scale}"
        parts.append(_at_least_0(_ratio(mine, theirs, scale) if name in RATIOS else alike))
    return f"({' + '.join(parts)}) / {len(FACTS)}"


_ADOPTED_WORTH = f"""reduce(s = 0.0, x IN addressing | s + reduce(t = 0.0, y IN their_policies |
    CASE WHEN y[0] = x[0] THEN t + x[1] * (0.5 + 0.5 * 0.5 ^ (y[1] / {_SCALES["half_life_years"]}))
    ELSE t END))"""
_ALIKE_ADOPTERS = f"""CASE WHEN p.id IN past THEN 0.0 ELSE reduce(m = 0.0, x IN [x IN adopters
    | {_nearness("x[0]", "x[1]")} * (1 + {_size("x[2]")}) / 2] | CASE WHEN x > m THEN x ELSE m END)
    END"""
_TERMS = {
    "same_issue": "same_issue",
    "wider_issue": """reduce(m = 0.0, x IN near |
        CASE WHEN x[0] IN their_issues AND x[1] > m THEN x[1] ELSE m END)""",
    "further_along": "further_along",
    "also_works_on": _in_common("others", "their_issues"),
    "offers_what_you_seek": "offers_what_you_seek",
    "seeks_what_you_offer": "seeks_what_you_offer",
    "reciprocity": "reciprocity",
    "shared_organization": _in_common("organizations", "their_organizations"),
    "shared_event": _in_common("events", "their_events"),
    "saved": "CASE WHEN o.id IN saved THEN 1.0 ELSE 0.0 END",
    "place_adopted": f"1 - exp(-{_ADOPTED_WORTH} / {_SCALES['adoptions']})",
    "same_policies": _in_common("policies", "[x IN their_policies | x[0]]"),
    "alike_adopters": _ALIKE_ADOPTERS,
    "same_preemption": "CASE WHEN p.state IN [x IN preempted | x[0]] THEN 1.0 ELSE 0.0 END",
    "nearby": _nearness("home.latitude", "home.longitude"),
    "alike_size": _size("home.population"),
    "alike_place": _alike_facts(),
    "same_office": "CASE WHEN o.office_kind = me.office_kind THEN 1.0 ELSE 0.0 END",
}

# The edges of both sides, of the ten best alone.
_EVIDENCE = f"""
RETURN o.id AS id, score, terms,
    [(o)-[w:WORKS_ON]->(i:Issue) WHERE i.id IN asked + others_ids + near_ids | [i.id, w.key]]
        AS works,
    [(me)-[w:WORKS_ON]->(i:Issue) | [i.id, w.key]] AS own_works,
    [(o)-[w:AFFILIATED_WITH]->(x:Organization) WHERE x.id IN organization_ids | [x.id, w.key]]
        AS affiliations,
    [(me)-[w:AFFILIATED_WITH]->(x:Organization) | [x.id, w.key]] AS own_affiliations,
    [(o)-[w:ATTENDED]->(x:Event) WHERE x.id IN event_ids | [x.id, w.key]] AS attendances,
    [(me)-[w:ATTENDED]->(x:Event) | [x.id, w.key]] AS own_attendances,
    [(me)-[w:SAVED]->(o) | w.key] AS saved,
    p.id AS place, home.id AS own_place,
    [(p)<-[:IN]-(d:Adoption)-[:OF]->(x:Policy) WHERE {_IN_FORCE} | [x.id, d.id]] AS adoptions,
    [(home)<-[:IN]-(d:Adoption)-[:OF]->(x:Policy) WHERE {_IN_FORCE} | [x.id, d.id]]
        AS own_adoptions,
    [(p)-[:HAS]->(x:PlaceFact) | [x.name, x.id]] AS facts,
    [(home)-[:HAS]->(x:PlaceFact) | [x.name, x.id]] AS own_facts,
    [x IN near WHERE x[0] IN their_issues | [x[2], x[0]]] AS relatives,
    [x IN preempted WHERE x[0] = p.state | [x[1], x[2]]] AS preemptions"""


def suggest(intent: Intent) -> str:
    """The query of an intent, for $official, $issue (-1 for all of theirs) and $day."""
    weights = {code: each for code, each in CURRENT.terms[intent].items() if each > 0}
    terms = ", ".join(f"{each} * ({_TERMS[code]})" for code, each in weights.items())
    adopters = _ADOPTERS if "alike_adopters" in weights else ""
    return f"""{_ASKER}{adopters}{_matching(intent)}{_PER_CANDIDATE}
WITH *, [{terms}] AS terms
WITH *, reduce(s = 0.0, x IN terms | s + x) AS score
ORDER BY score DESC, o.id LIMIT 10
WITH *, [x IN others | x[0]] AS others_ids, [x IN near | x[0]] AS near_ids,
    [x IN organizations | x[0]] AS organization_ids, [x IN events | x[0]] AS event_ids{_EVIDENCE}
ORDER BY score DESC, id"""
