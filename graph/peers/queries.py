"""The three questions that a suggestion may put to the graph, in Cypher.

The filters come before anything is cut off: another locality, in office on the day, not paused, at
no cap, nobody the asker is apart from, not the asker. Nothing here reads a popular issue's
every edge: each part stops at a number of people.
"""

from __future__ import annotations

from graph.schema import BUCKET, TALLY

CANDIDATES = 1000  # that buckets bring
FEW = 1000  # that issues bring which are read whole
ADOPTERS = 500  # of the places that adopted last
ADOPTED_PLACES = 100
WIDER = 300  # that each fall-back step brings
PLACES = 200  # of a like size that are looked into at the last step

_PLACE = "[p.id, p.name, p.state, p.population, p.latitude, p.longitude]"
_WORK = "[w.key, i.id, w.stage, w.priority, w.since, w.seeks, w.offers]"
_AFFILIATION = "[a.key, g.id, a.since]"
_STILL = "(x.until IS NULL OR x.until > $day)"

QUESTION = f"""
MATCH (o:Official {{id: $official}})
OPTIONAL MATCH (o)-[:REPRESENTS]->(p:Locality)
WITH o, CASE WHEN p IS NULL THEN null ELSE {_PLACE} END AS place
CALL (o) {{
    MATCH (o)-[w:WORKS_ON]->(i:Issue)
    RETURN collect({_WORK}) AS works, collect(i.id) AS own
}}
CALL (o) {{
    MATCH (o)-[a:AFFILIATED_WITH]->(g:Organization)
    OPTIONAL MATCH (t:{TALLY} {{key: 'Organization:' + toString(g.id)}})
    RETURN collect({_AFFILIATION}) AS affiliations,
        collect([g.id, g.name, CASE WHEN t IS NULL
            THEN COUNT {{ (g)<-[:AFFILIATED_WITH]-() }} ELSE t.number END]) AS organizations
}}
CALL (o) {{
    MATCH (o)-[x:APART_FROM]->(other:Official) WHERE {_STILL}
    RETURN collect(other.id) AS apart_from
}}
CALL (o) {{
    MATCH (o)<-[x:APART_FROM]-(other:Official)
    WHERE {_STILL} AND NOT x.reason IN ['dismissed', 'known']
    RETURN collect(other.id) AS kept_apart
}}
WITH o, place, works, affiliations, organizations, own, apart_from + kept_apart AS apart,
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
WITH o, place, works, affiliations, organizations, apart,
    parents + children + siblings AS relatives,
    own + asked + [each IN parents + children + siblings | each[1]] AS issues
CALL (issues) {{
    UNWIND issues AS id
    WITH DISTINCT id
    MATCH (i:Issue {{id: id}})
    OPTIONAL MATCH (t:{TALLY} {{key: 'Issue:' + toString(id)}})
    RETURN collect([i.id, i.name, CASE WHEN t IS NULL
        THEN COUNT {{ (i)<-[:WORKS_ON]-() }} ELSE t.number END]) AS named
}}
CALL () {{
    MATCH (each:Official) RETURN count(each) AS officials
}}
RETURN o.office_kind AS office, place, works, affiliations, organizations, apart, relatives,
    named, officials
"""

_FILTERS = """o.id <> $official AND p.id <> $home AND o.paused = false
    AND coalesce(o.capped, false) = false AND NOT o.id IN $apart
    AND (o.in_office_from IS NULL OR o.in_office_from <= $day)
    AND (o.in_office_until IS NULL OR o.in_office_until > $day)"""

# Comprehensions, since a subquery for each row costs the bundled engine three times as much.
_DETAILS = f"""
WITH DISTINCT o
MATCH (o)-[:REPRESENTS]->(p:Locality)
RETURN collect([o.id, o.office_kind, {_PLACE},
    [(o)-[w:WORKS_ON]->(i:Issue) WHERE i.id IN $relevant | {_WORK}],
    [(o)-[a:AFFILIATED_WITH]->(g:Organization) WHERE g.id IN $organizations | {_AFFILIATION}],
    [(p)<-[:IN]-(d:Adoption)-[:OF]->(policy:Policy)-[:ADDRESSES]->(i:Issue)
        WHERE i.id IN $asked AND d.status = 'adopted' AND d.adopted_on IS NOT NULL
        | [d.id, d.title, d.adopted_on, d.precision, d.source, policy.id, policy.name, i.id]]
]) AS people"""

PEOPLE = f"""
CALL () {{
    UNWIND $buckets AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:IN_BUCKET]-(o:Official)-[:REPRESENTS]->(p:Locality)
    WHERE {_FILTERS}
    WITH DISTINCT o LIMIT {CANDIDATES}
    RETURN collect(o) AS matching
}}
CALL () {{
    UNWIND $whole AS wanted
    MATCH (:Issue {{id: wanted}})<-[:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
    WHERE {_FILTERS}
    WITH DISTINCT o LIMIT {FEW}
    RETURN collect(o) AS few
}}
CALL () {{
    UNWIND $popular AS wanted
    MATCH (:Issue {{id: wanted}})<-[:ADDRESSES]-(:Policy)<-[:OF]-(d:Adoption)-[:IN]->(p:Locality)
    WHERE d.status = 'adopted' AND d.adopted_on <= $day AND p.id <> $home
    WITH p, max(d.adopted_on) AS last
    ORDER BY last DESC, p.id LIMIT {ADOPTED_PLACES}
    MATCH (p)<-[:REPRESENTS]-(o:Official)-[:WORKS_ON]->(i:Issue)
    WHERE i.id IN $popular AND {_FILTERS}
    WITH DISTINCT o LIMIT {ADOPTERS}
    RETURN collect(o) AS adopters
}}
UNWIND matching + few + adopters AS o
{_DETAILS}
"""

WIDENED = f"""
CALL () {{
    UNWIND $relatives AS wanted
    MATCH (:Issue {{id: wanted}})<-[:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
    WHERE {_FILTERS}
    WITH DISTINCT o LIMIT {WIDER}
    RETURN collect(o) AS wider_issue
}}
CALL () {{
    UNWIND $others AS wanted
    MATCH (:Issue {{id: wanted}})<-[:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
    WHERE {_FILTERS}
    WITH DISTINCT o LIMIT {WIDER}
    RETURN collect(o) AS other_issues
}}
CALL () {{
    UNWIND $organizations AS wanted
    MATCH (:Organization {{id: wanted}})<-[:AFFILIATED_WITH]-(o:Official)
    MATCH (o)-[:REPRESENTS]->(p:Locality)
    WHERE {_FILTERS}
    WITH DISTINCT o LIMIT {WIDER}
    RETURN collect(o) AS organizations
}}
CALL () {{
    MATCH (p:Locality)
    WHERE p.id <> $home AND ($population = 0 OR p.population IS NULL
        OR (p.population >= $fewest AND p.population <= $most))
    WITH p ORDER BY abs(coalesce(p.population, 0) - $population), p.id LIMIT {PLACES}
    MATCH (o:Official)-[:REPRESENTS]->(p)
    WHERE {_FILTERS}
    WITH DISTINCT o LIMIT {WIDER}
    RETURN collect(o) AS alike_places
}}
WITH [each IN wider_issue | each.id] AS wider_issue,
    [each IN other_issues | each.id] AS other_issues,
    [each IN organizations | each.id] AS organizations,
    [each IN alike_places | each.id] AS alike_places,
    wider_issue + other_issues + organizations + alike_places AS everybody
CALL (everybody) {{
    UNWIND everybody AS o
    {_DETAILS}
}}
RETURN wider_issue, other_issues, organizations, alike_places, people
"""
