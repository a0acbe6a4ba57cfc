"""Reads of the playbook: public to every member, but for experts who have not consented."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce

from backend.accounts.permissions import may_read_staff
from backend.accounts.viewer import Viewer
from backend.core.pages import Page, page_of
from backend.directory.models import Locality
from backend.playbook.models import Adoption, AdoptionStatus, Event, Expert, Policy, Preemption


def adoptions() -> QuerySet[Adoption]:
    """Return adoptions with what is named beside them."""
    return Adoption.objects.select_related("policy__issue", "locality", "adapted_from__locality")


def adoptions_of_place(place: Locality, *, first: int, after: str | None) -> Page[Adoption]:
    """Return what a place has adopted, the newest first and the undated last."""
    return page_of(
        # A page is cut by comparing keys, and nothing compares with no date.
        adoptions().filter(locality=place).annotate(dated=Coalesce("adopted_on", Value(date.min))),
        key="dated",
        first=first,
        after=after,
        descending=True,
    )


def adoptions_get(ids: Iterable[int]) -> dict[int, Adoption]:
    """Return these adoptions by id. One statement."""
    return adoptions().in_bulk(list(ids))


def newest_adoptions(places: Collection[int], issues: Collection[int]) -> dict[int, Adoption]:
    """Return each place's newest adoption in force on these issues, one undated if need be.

    One statement.
    """
    rows = (
        adoptions()
        .filter(
            locality__in=places,
            policy__issue__in=issues,
            status=AdoptionStatus.ADOPTED,
        )
        .order_by("locality_id", F("adopted_on").desc(nulls_last=True), "-pk")
        .distinct("locality_id")
    )
    return {row.locality_id: row for row in rows}


def policies_get(ids: Iterable[int]) -> dict[int, Policy]:
    """Return these policies by id, with their issues. One statement."""
    return Policy.objects.select_related("issue").in_bulk(list(ids))


def events_get(ids: Iterable[int]) -> dict[int, Event]:
    """Return these events by id, with their places. One statement."""
    return Event.objects.select_related("locality").in_bulk(list(ids))


def preemptions_get(ids: Iterable[int]) -> dict[int, Preemption]:
    """Return these preemptions by id, with their policies. One statement."""
    return Preemption.objects.select_related("policy__issue").in_bulk(list(ids))


def preemptions_in(state: str, issue_ids: Iterable[int]) -> list[Preemption]:
    """Return what a state forbids its localities on these issues now. One statement."""
    return list(
        Preemption.objects.select_related("policy__issue")
        .filter(state=state, policy__issue__in=list(issue_ids), ended_on__isnull=True)
        .order_by("since", "pk")
    )


def experts_shown(viewer: Viewer) -> QuerySet[Expert]:
    """Return the experts this viewer may hear of: those who consented; staff, all of them."""
    experts = Expert.objects.select_related("organization")
    return experts if may_read_staff(viewer) else experts.filter(consented_on__isnull=False)


def experts_get(viewer: Viewer, ids: Iterable[int]) -> dict[int, Expert]:
    """Return these experts by id, of those the viewer may hear of. One statement."""
    return experts_shown(viewer).in_bulk(list(ids))
