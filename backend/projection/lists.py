"""Officials with what is theirs alone: work, affiliations, events attended."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from backend.directory.models import Membership


class OwnLists(NamedTuple):
    """An official with their own lists, each item a row's columns."""

    id: int
    paused: bool
    works: list[list[Any]]
    affiliations: list[list[Any]]
    attendance: list[list[Any]]


# By hand, for an edit waits for it: making the mapper's queries takes longer than answering them.
_LISTS = """
SELECT o.id, o.paused,
  ARRAY(SELECT json_build_array(w.id, w.issue_id, w.stage, w.priority, w.since,
      ARRAY(SELECT kind FROM directory_help h
        WHERE h.work_id = w.id AND h.direction = 'seeks' ORDER BY kind),
      ARRAY(SELECT kind FROM directory_help h
        WHERE h.work_id = w.id AND h.direction = 'offers' ORDER BY kind))
    FROM directory_work w WHERE w.official_id = o.id ORDER BY w.id),
  ARRAY(SELECT json_build_array(a.id, a.organization_id, a.since)
    FROM directory_affiliation a WHERE a.official_id = o.id ORDER BY a.id),
  ARRAY(SELECT json_build_array(a.id, e.id, e."on")
    FROM playbook_attendance a JOIN playbook_event e ON e.id = a.event_id
    WHERE a.official_id = o.id ORDER BY a.id)
FROM directory_official o
WHERE o.id = ANY(%s) AND o.membership = %s AND NOT o.hidden
ORDER BY o.id
"""


def own_lists(ids: Sequence[int]) -> list[OwnLists]:
    """Read those who have a node, as `scope.projected` says. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_LISTS, [list(ids), Membership.MEMBER])
        return [OwnLists(*row) for row in cursor.fetchall()]
