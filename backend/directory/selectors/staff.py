"""What staff see: every official, records and the hidden included."""

from collections.abc import Set as AbstractSet

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from backend.accounts.permissions import require_reader
from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.core.errors import ErrorCode, fail
from backend.core.pages import Page, page_of
from backend.directory import limits
from backend.directory.messages import DirectoryMessage
from backend.directory.models import ContactWay, Issue, Official, Term, Work
from backend.directory.models.places import STATES
from backend.directory.selectors.details import MOST_CONTACT_WAYS
from backend.directory.selectors.issues import with_descendants
from backend.directory.selectors.officials import with_shown_place

MOST_TERMS = 30
_PARTS = {
    "contact_ways": Prefetch(
        "contact_ways",
        ContactWay.objects.order_by("kind", "id")[:MOST_CONTACT_WAYS],
        to_attr="shown_contact_ways",
    ),
    "terms": Prefetch(
        "terms",
        Term.objects.select_related("seat__office__locality").order_by("-during")[:MOST_TERMS],
        to_attr="shown_terms",
    ),
    "work": Prefetch(
        "work",
        Work.objects.select_related("issue")
        .prefetch_related(Prefetch("help", to_attr="shown_help"))
        .order_by("-priority", "id")[: limits.WORK],
        to_attr="shown_work",
    ),
}


def officials_for_staff(viewer: Viewer) -> QuerySet[Official]:
    """Return every official with `in_office`, to be filtered. Raises for whoever isn't staff."""
    require_reader(viewer)
    present = Term.objects.filter(official=OuterRef("pk"), during__contains=today())
    return Official.objects.annotate(in_office=Exists(present))


def with_state(officials: QuerySet[Official], state: str) -> QuerySet[Official]:
    """Keep those whose present, else next or last, place is in a state, given by two letters."""
    if state.lower() not in STATES:
        raise fail(ErrorCode.INVALID, DirectoryMessage.NO_SUCH_STATE, "state")
    return with_shown_place(officials).filter(Q(shown_state=state.lower()))


def with_issue(officials: QuerySet[Official], slug: str) -> QuerySet[Official]:
    """Keep those who work on an issue, given by its slug, or on one below it."""
    issue = Issue.objects.filter(slug=slug[:80]).values_list("pk", flat=True).first()
    if issue is None:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issue")
    work = Work.objects.filter(official=OuterRef("pk"), issue__in=with_descendants([issue]))
    return officials.filter(Exists(work))


def staff_page(
    viewer: Viewer,
    officials: QuerySet[Official],
    *,
    fields: AbstractSet[str],
    first: int,
    after: str | None = None,
) -> Page[Official]:
    """Return a page by name. Show it through `services.looks`, which notes who was looked at.

    `fields` are the names of the officials' fields that will be shown; terms, work and contact
    ways are read only if they are among them, as `shown_terms` and so on. A constant number of
    statements.
    """
    require_reader(viewer)
    wanted = officials.prefetch_related(*(_PARTS[name] for name in sorted(fields & _PARTS.keys())))
    return page_of(wanted, key="name_folded", first=first, after=after)
