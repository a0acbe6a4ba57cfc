"""Which localities overlap, as their division ids and the Census say."""

import csv
import gzip
from collections.abc import Collection
from functools import cache
from pathlib import Path

from django.db import connection

from backend.directory.models import Locality, OverlapSource
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate

FILE = Path(__file__).parent / "data" / "us_place_counties.csv.gz"
HEADER = ("place_geoid", "county_geoid")

# The patterns' operators, so that the index on the start of an id serves; "0" follows "/".
_REFRESH = """
WITH given AS (SELECT id, division_id, geoid FROM directory_locality WHERE id = ANY(%(ids)s)),
found (one, other, source) AS (
    SELECT given.id, around.id, %(by_id)s
    FROM given
    CROSS JOIN LATERAL string_to_array(given.division_id, '/') AS parts
    CROSS JOIN LATERAL generate_series(1, cardinality(parts) - 1) AS length
    JOIN directory_locality around
        ON around.division_id = array_to_string(parts[:length], '/')
  UNION ALL
    SELECT given.id, within.id, %(by_id)s
    FROM given JOIN directory_locality within
        ON within.division_id ~>=~ (given.division_id || '/')
        AND within.division_id ~<~ (given.division_id || '0')
  UNION ALL
    SELECT place.id, county.id, %(by_census)s
    FROM unnest(%(places)s::text[], %(counties)s::text[]) AS relation (place, county)
    JOIN directory_locality place ON place.geoid = relation.place
    JOIN directory_locality county ON county.geoid = relation.county
  UNION ALL
    SELECT part.id, county.id, %(by_census)s
    FROM directory_locality part JOIN directory_locality county
        ON length(part.geoid) = 10 AND county.geoid = left(part.geoid, 5)
    WHERE part.id IN (SELECT id FROM given) OR county.id IN (SELECT id FROM given)
  UNION ALL
    SELECT given.id, same.id, %(by_census)s
    FROM given JOIN directory_locality same
        ON same.geoid = given.geoid AND same.id <> given.id
    WHERE given.geoid <> ''
),
wanted AS (
    SELECT least(one, other) AS first_id, greatest(one, other) AS second_id, max(source) AS source
    FROM found GROUP BY 1, 2
),
gone AS (
    DELETE FROM directory_localityoverlap stored
    WHERE source IN (%(by_id)s, %(by_census)s)
        AND (first_id IN (SELECT id FROM given) OR second_id IN (SELECT id FROM given))
        AND NOT EXISTS (SELECT FROM wanted WHERE wanted.first_id = stored.first_id
            AND wanted.second_id = stored.second_id)
    RETURNING first_id, second_id
),
made AS (
    INSERT INTO directory_localityoverlap (first_id, second_id, source)
    SELECT first_id, second_id, source FROM wanted
    ON CONFLICT (first_id, second_id) DO NOTHING
    RETURNING first_id, second_id
)
SELECT first_id, second_id FROM gone UNION ALL SELECT first_id, second_id FROM made
"""


def overlaps_refresh(*, locality_ids: Collection[int]) -> None:
    """Let what is stored of these localities' overlaps follow from their ids and GEOIDs.

    Call it in the transaction that created or changed them, which tells the graph of them; of
    others that came to overlap them, or no longer do, it is told here. What staff have said stays.
    Four statements at most, however many localities.
    """
    ids = list(locality_ids)
    geoids = set(Locality.objects.filter(pk__in=ids).values_list("geoid", flat=True))
    pairs = [pair for pair in place_counties() if not geoids.isdisjoint(pair)]
    with connection.cursor() as cursor:
        cursor.execute(
            _REFRESH,
            {
                "ids": ids,
                "places": [place for place, _ in pairs],
                "counties": [county for _, county in pairs],
                "by_id": OverlapSource.DIVISION_ID,
                "by_census": OverlapSource.CENSUS,
            },
        )
        concerned = {id_ for pair in cursor.fetchall() for id_ in pair}
    if others := concerned.difference(ids):
        outbox.record_many(Aggregate.LOCALITY, sorted(others))


@cache
def place_counties() -> tuple[tuple[str, str], ...]:
    """Return the pairs of GEOIDs that ship with the product, read once (data/README.md)."""
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        return tuple((place, county) for place, county in rows)
