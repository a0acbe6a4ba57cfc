"""Reads of the issue tree, which is public to every member and small enough to read whole."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from backend.core.text import prefix_query
from backend.directory.models import Issue


def issues_matching(search: str = "") -> QuerySet[Issue]:
    """Return the issues in whose name or synonyms every word of the text begins a word."""
    issues = Issue.objects.select_related("parent")
    if not search.strip():
        return issues
    query = prefix_query(search)
    if not query:
        return issues.none()
    return issues.filter(search=SearchQuery(query, search_type="raw", config="simple"))


def issues_in_tree_order(issues: Iterable[Issue]) -> list[Issue]:
    """Order issues so that each stands behind its parent, siblings by name."""
    given = list(issues)
    present = {issue.pk for issue in given}
    below: dict[int | None, list[Issue]] = defaultdict(list)
    for issue in sorted(given, key=lambda each: (each.name, each.pk)):
        below[issue.parent_id if issue.parent_id in present else None].append(issue)
    ordered: list[Issue] = []
    waiting = below[None][::-1]
    while waiting:
        issue = waiting.pop()
        ordered.append(issue)
        waiting.extend(below[issue.pk][::-1])
    return ordered


def parents() -> dict[int, int | None]:
    """Return each issue's parent, of the whole tree. One statement."""
    return dict(Issue.objects.order_by().values_list("pk", "parent_id"))


def with_descendants(issue_ids: Iterable[int]) -> set[int]:
    """Return these issues and all that are below them. One statement."""
    return descendants(issue_ids, parents())


def descendants(issue_ids: Iterable[int], parent_of: dict[int, int | None]) -> set[int]:
    """Return these issues and all below them, in a tree that was already read."""
    below: dict[int | None, list[int]] = defaultdict(list)
    for child, parent in parent_of.items():
        below[parent].append(child)
    found: set[int] = set()
    waiting = list(issue_ids)
    while waiting:
        issue = waiting.pop()
        if issue not in found:
            found.add(issue)
            waiting.extend(below[issue])
    return found
