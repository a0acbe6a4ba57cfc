"""Reads of the playbook: policies and adoptions are public to every member."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from backend.directory.models import Locality
from backend.directory.selectors.pages import Page, page_of
from backend.playbook.models import Adoption, Policy


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


def policies_get(ids: Iterable[int]) -> dict[int, Policy]:
    """Return these policies by id, with their issues. One statement."""
    return Policy.objects.select_related("issue").in_bulk(list(ids))
