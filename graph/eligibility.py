"""Who may be suggested, in Cypher: conditions on an official `o`, for $day.

The tables say the same in SQL and decide; a test holds the two against each other. Who is hidden,
has left or never joined is not in the graph. Each property that is read here costs.
"""

IN_OFFICE = """(o.in_office_from IS NULL OR o.in_office_from <= $day)
    AND (o.in_office_until IS NULL OR o.in_office_until > $day)"""

AVAILABLE = f"""o.paused = false
    AND {IN_OFFICE}"""

# At no cap. (An official is in a place exactly if they hold or held an office.)
FREE = f"""coalesce(o.capped, false) = false AND o.home IS NOT NULL
    AND {AVAILABLE}"""

# For somebody whose own place and those that overlap it are $own.places, one at least: who is in no
# place is surely not in an empty list, but not known to be in another. In a map, since Neo4j makes
# another plan for each order of size that a list among the parameters has.
ELSEWHERE = "NOT o.home IN $own.places"

# For an asker who is among the $excluded. Those already suggested to the asker this week may be at
# a cap.
SUGGESTIBLE = f"""{ELSEWHERE}
    AND (coalesce(o.capped, false) = false OR o.id IN $already_suggested) AND NOT o.id IN $excluded
    AND {AVAILABLE}"""
