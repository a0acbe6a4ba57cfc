"""The three questions that a suggestion puts to the graph, in Cypher.

The filters (`graph.eligibility`) come before anything is cut off. Nothing here reads a popular
issue's every edge: each part stops at a number of people.
"""

from __future__ import annotations

from graph import buckets
from graph.eligibility import SUGGESTIBLE
from graph.schema import BUCKET, DEGREE_COUNT, RELATIONSHIP_TYPES

CANDIDATES = 2600  # feature rows that buckets bring
WIDER = 300  # feature rows that each fall-back step brings
ADOPTERS = 50  # places that adopted last

_PLACE = "[p.id, p.state, p.population, p.latitude, p.longitude]"
_WORK = "[w.key, i.id, w.stage, w.priority, w.seeks, w.offers]"
_AFFILIATION = "[a.key, g.id]"
_ATTENDANCE = "[t.key, e.id]"
_ADOPTION = "[d.id, d.adopted_on, policy.id, i.id]"
_FACT = "[f.id, f.name, f.value]"
_PREEMPTION = "[x.id, x.state, policy.id, i.id]"
_IN_FORCE = "d.status = 'adopted' AND d.adopted_on IS NOT NULL"
_STILL = "(x.until IS NULL OR x.until > $day)"


def _counted(node: str, label: str, edge: str) -> str:
    """How many edges lead to a node: the stored count where it is popular, else counted now."""
    return f"""OPTIONAL MATCH (stored:{DEGREE_COUNT} {{key: '{label}:' + toString({node}.id)}})
    WITH *, CASE WHEN stored IS NULL THEN COUNT {{ ({node})<-[:{edge}]-() }}
        ELSE stored.number END AS number"""


# Issues and policies that lead to an issue: looked up, since many more officials lead there too.
_FAMILY, _TOPIC = buckets.by_parent(0), buckets.by_topic(0)


def _in_tree(edge: str, node: str, offset: int) -> str:
    label = RELATIONSHIP_TYPES[edge].source
    return f"""WITH *, id * {buckets.SPAN} + {offset} AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:{edge}]-({node}:{label})"""


QUESTION = f"""
MATCH (o:Official {{id: $official}})
OPTIONAL MATCH (o)-[:REPRESENTS]->(p:Locality)
WITH o, p, CASE WHEN p IS NULL THEN null ELSE {_PLACE} END AS place
CALL (o) {{
    MATCH (o)-[w:WORKS_ON]->(i:Issue)
    RETURN collect({_WORK}) AS works, collect(i.id) AS own
}}
CALL (o) {{
    MATCH (o)-[a:AFFILIATED_WITH]->(g:Organization)
    {_counted("g", "Organization", "AFFILIATED_WITH")}
    RETURN collect({_AFFILIATION}) AS affiliations, collect([g.id, number]) AS organizations
}}
CALL (o) {{
    MATCH (o)-[t:ATTENDED]->(e:Event)
    {_counted("e", "Event", "ATTENDED")}
    RETURN collect({_ATTENDANCE}) AS attendances, collect([e.id, number]) AS events
}}
CALL (o) {{
    MATCH (o)-[x:EXCLUDES]->(other:Official) WHERE {_STILL}
    RETURN collect(other.id) AS own_exclusions
}}
CALL (o) {{
    MATCH (o)<-[x:EXCLUDES]-(other:Official)
    WHERE {_STILL} AND NOT x.reason IN ['dismissed', 'known']
    RETURN collect(other.id) AS exclusions_of_others
}}
CALL (o) {{
    MATCH (o)-[s:SAVED]->(other:Official)
    RETURN collect([other.id, s.key]) AS saved
}}
CALL (p) {{
    MATCH (p)-[:HAS]->(f:PlaceFact)
    RETURN collect({_FACT}) AS facts
}}
CALL (p) {{
    MATCH (p)-[:OVERLAPS]-(around:Locality)
    RETURN collect(around.id) AS overlapping
}}
CALL (p) {{
    MATCH (p)<-[:IN]-(d:Adoption)-[:OF]->(policy:Policy)-[:ADDRESSES]->(i:Issue)
    WHERE {_IN_FORCE}
    RETURN collect({_ADOPTION}) AS adoptions, collect(policy.id) AS adopted
}}
WITH o, p, place, works, affiliations, organizations, attendances, events, saved, facts, adoptions,
    overlapping, adopted, own, own_exclusions + exclusions_of_others AS excluded,
    CASE WHEN $issue = -1 THEN own ELSE [$issue] END AS asked
CALL (asked) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})-[:PART_OF]->(parent:Issue)
    RETURN collect([i.id, parent.id, 'parent', [i.id]]) AS parents
}}
CALL (asked) {{
    UNWIND asked AS id
    {_in_tree("IN_FAMILY", "child", _FAMILY)}-[:PART_OF]->(i:Issue {{id: id}})
    RETURN collect([i.id, child.id, 'child', [child.id]]) AS children
}}
CALL (asked) {{
    UNWIND asked AS id
    MATCH (i:Issue {{id: id}})-[:PART_OF]->(parent:Issue)
    WITH id AS own, parent.id AS id
    {_in_tree("IN_FAMILY", "sibling", _FAMILY)}-[:PART_OF]->(:Issue {{id: id}})
    WHERE sibling.id <> own
    RETURN collect([own, sibling.id, 'sibling', [own, sibling.id]]) AS siblings
}}
CALL (asked) {{
    UNWIND asked AS id
    {_in_tree("IN_TOPIC", "policy", _TOPIC)}-[:ADDRESSES]->(:Issue {{id: id}})
    RETURN collect(policy.id) AS addressing
}}
CALL (addressing, place) {{
    UNWIND addressing AS id
    MATCH (policy:Policy {{id: id}})<-[:FORBIDS]-(own:Preemption)
    WHERE own.state = place[1]
    MATCH (x:Preemption)-[:FORBIDS]->(policy)-[:ADDRESSES]->(i:Issue)
    RETURN collect({_PREEMPTION}) AS preemptions
}}
WITH o, place, works, affiliations, organizations, attendances, events, saved, facts, adoptions,
    overlapping, excluded, preemptions, parents + children + siblings AS relatives,
    adopted + addressing AS policies,
    own + asked + [each IN parents + children + siblings | each[1]] AS issues
CALL (issues) {{
    UNWIND issues AS id
    WITH DISTINCT id
    MATCH (i:Issue {{id: id}})
    {_counted("i", "Issue", "WORKS_ON")}
    RETURN collect([i.id, number]) AS workers
}}
CALL (policies) {{
    UNWIND policies AS id
    WITH DISTINCT id
    MATCH (policy:Policy {{id: id}})
    {_counted("policy", "Policy", "OF")}
    RETURN collect([policy.id, number]) AS adopters
}}
CALL () {{
    MATCH (each:Official) RETURN count(each) AS officials
}}
RETURN o.office_kind AS office, place, works, affiliations, organizations, attendances, events,
    saved, facts, adoptions, overlapping, excluded, preemptions, relatives, workers, adopters,
    officials
"""


def _from_buckets(wanted: str, limit: int, name: str) -> str:
    """Who is in several buckets comes several times: to look for twins here takes longer."""
    return f"""UNWIND {wanted} AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:IN_BUCKET]-(o:Official) WHERE {SUGGESTIBLE}
    WITH o LIMIT {limit}
    RETURN collect(o.features) AS {name}"""


def _if_few(wanted: str) -> str:
    """Nothing is read for a step if many are of people who work on what was asked."""
    return f"CASE WHEN size(matching) < $few THEN {wanted} ELSE [] END"


CANDIDATES_OF = f"""
CALL () {{
    {_from_buckets("$buckets", CANDIDATES, "matching")}
}}
CALL (matching) {{
    {_from_buckets(_if_few("$relatives"), WIDER, "wider_issue")}
}}
CALL (matching) {{
    {_from_buckets(_if_few("$others"), WIDER, "other_issues")}
}}
CALL (matching) {{
    UNWIND {_if_few("$organizations")} AS wanted
    MATCH (:Organization {{id: wanted}})<-[:AFFILIATED_WITH]-(o:Official) WHERE {SUGGESTIBLE}
    WITH o LIMIT {WIDER}
    RETURN collect(o.features) AS organizations
}}
CALL (matching) {{
    {_from_buckets(_if_few("$places"), WIDER, "alike_places")}
}}
CALL () {{
    UNWIND $years AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:IN_YEAR]-(d:Adoption)-[:IN]->(p:Locality)
    WHERE {_IN_FORCE} AND d.adopted_on <= $day AND NOT p.id IN $own.places
    WITH d, p LIMIT {ADOPTERS}
    MATCH (d)-[:OF]->(policy:Policy)-[:ADDRESSES]->(i:Issue)
    RETURN collect([{_PLACE}, {_ADOPTION}]) AS adopters
}}
RETURN matching, wider_issue, other_issues, organizations, alike_places, adopters
"""

# Comprehensions, since a subquery for each row costs the bundled engine three times as much.
PEOPLE = f"""
UNWIND $people AS wanted
MATCH (o:Official {{id: wanted}})-[:REPRESENTS]->(p:Locality)
RETURN collect([o.id, o.office_kind, {_PLACE},
    [(o)-[w:WORKS_ON]->(i:Issue) WHERE i.id IN $relevant | {_WORK}],
    [(o)-[a:AFFILIATED_WITH]->(g:Organization) WHERE g.id IN $organizations | {_AFFILIATION}],
    [(o)-[t:ATTENDED]->(e:Event) WHERE e.id IN $events | {_ATTENDANCE}],
    [(p)<-[:IN]-(d:Adoption)-[:OF]->(policy:Policy)-[:ADDRESSES]->(i:Issue)
        WHERE {_IN_FORCE} AND policy.id IN $policies | {_ADOPTION}],
    [(p)-[:HAS]->(f:PlaceFact) | {_FACT}]
]) AS people"""
