"""What one would write at first: everybody with a shared issue, filtered and scored in Cypher."""

# The same people and filters as the product's; of its terms those that are short in Cypher.
_ALLOWED = """o.id <> me.id AND p.id <> home.id AND NOT EXISTS { (p)-[:OVERLAPS]-(home) }
    AND o.paused = false
    AND coalesce(o.capped, false) = false AND NOT o.id IN $apart
    AND (o.in_office_from IS NULL OR o.in_office_from <= $day)
    AND (o.in_office_until IS NULL OR o.in_office_until > $day)"""
_WORK = """w.priority * 0.1
    + CASE WHEN w.stage IN ['adopted', 'implementing', 'defending'] THEN 0.8 ELSE 0.0 END
    + size([kind IN {seeks} WHERE kind IN w.offers]) * 0.3"""
_SIZE = "0.25 * (1 - abs(log10(toFloat(p.population)) - log10(toFloat(home.population))) / 2)"
_BEST = "RETURN o.id AS id, score ORDER BY score DESC, id LIMIT 10"

ONE_ISSUE = f"""
MATCH (me:Official {{id: $official}})-[:REPRESENTS]->(home:Locality)
MATCH (i:Issue {{id: $issue}})<-[w:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
WHERE {_ALLOWED}
WITH o, {_WORK.format(seeks="$seeks")} + {_SIZE} AS score
{_BEST}
"""

ALL_ISSUES = f"""
MATCH (me:Official {{id: $official}})-[:REPRESENTS]->(home:Locality)
MATCH (me)-[mine:WORKS_ON]->(:Issue)<-[w:WORKS_ON]-(o:Official)-[:REPRESENTS]->(p:Locality)
WHERE {_ALLOWED}
WITH o, p, home, sum({_WORK.format(seeks="mine.seeks")}) AS work
WITH o, work + {_SIZE} AS score
{_BEST}
"""
