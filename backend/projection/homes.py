"""What officials' feature rows say of their places, read once a place."""

from collections.abc import Collection
from datetime import date

from django.db import connection

from backend.playbook.models import AdoptionStatus
from graph.features import AdoptionFeatures, PlaceFeatures
from graph.writes import Home

# Of the facts the newest of each name. By hand, for an edit waits for it.
_HOMES = """
SELECT l.id, l.state, l.latitude, l.longitude, l.population,
  ARRAY(SELECT json_build_array(a.policy_id, p.issue_id, a.adopted_on)
    FROM playbook_adoption a JOIN playbook_policy p ON p.id = a.policy_id
    WHERE a.locality_id = l.id AND a.status = %s AND a.adopted_on IS NOT NULL),
  ARRAY(SELECT json_build_array(f.name, f.value)
    FROM (SELECT DISTINCT ON (name) name, value FROM directory_localityfact
      WHERE locality_id = l.id ORDER BY name, year DESC) f)
FROM directory_locality l
WHERE l.id = ANY(%s)
"""


def homes(ids: Collection[int]) -> dict[int, Home]:
    """Read these localities. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_HOMES, [AdoptionStatus.ADOPTED, list(ids)])
        return {
            place[0]: Home(
                PlaceFeatures(*place),
                [
                    AdoptionFeatures(policy, issue, date.fromisoformat(adopted_on))
                    for policy, issue, adopted_on in adoptions
                ],
                [(name, value) for name, value in sorted(facts)],
            )
            for *place, adoptions, facts in cursor.fetchall()
        }
