"""Which officials a viewer may see, and finding them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.contrib.postgres.search import SearchQuery
from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from backend.accounts.permissions import may_read_staff
from backend.accounts.viewer import Viewer
from backend.core.pages import Page, page_of
from backend.core.text import fold, prefix_query
from backend.directory.models import Locality, Membership, Official, Work
from backend.directory.models.places import STATES
from backend.directory.selectors.connections import connected_ids
from backend.directory.selectors.issues import with_descendants
from backend.directory.selectors.terms import shown_term_of_outer


class PopulationBand(StrEnum):
    """Sizes of places, in people."""

    UNDER_10K = "under_10k"
    FROM_10K_TO_50K = "from_10k_to_50k"
    FROM_50K_TO_250K = "from_50k_to_250k"
    OVER_250K = "over_250k"


# Lowest population of each band, and the first one above it.
BAND_LIMITS: dict[PopulationBand, tuple[int, int]] = {
    PopulationBand.UNDER_10K: (0, 10_000),
    PopulationBand.FROM_10K_TO_50K: (10_000, 50_000),
    PopulationBand.FROM_50K_TO_250K: (50_000, 250_000),
    PopulationBand.OVER_250K: (250_000, 2**31 - 1),
}


def band_of(population: int) -> PopulationBand:
    """Return the band of a number of people."""
    return next(band for band, (low, high) in BAND_LIMITS.items() if low <= population < high)


class OfficialOrder(StrEnum):
    """Orders of the directory."""

    NAME = "name"
    PLACE = "place"
    RECENT = "recent"


@dataclass(frozen=True)
class OfficialFilter:
    """What the directory is filtered to: OR within a field, AND across fields.

    Issue and stage are looked for on the same piece of work; an issue stands for those below it.
    """

    issue_ids: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    office_kinds: tuple[str, ...] = ()
    population_bands: tuple[PopulationBand, ...] = ()


def visible_officials(viewer: Viewer) -> QuerySet[Official]:
    """Return the members this viewer may see.

    Staff see every member. Others don't see whoever has the safety switch on, unless it is
    themselves or they are connected. Records and the invited are not members.
    """
    members = Official.objects.filter(membership=Membership.MEMBER)
    if may_read_staff(viewer):
        return members
    if viewer.official_id is None:
        return members.filter(hidden=False)
    return members.filter(
        Q(hidden=False) | Q(pk=viewer.official_id) | Q(pk__in=connected_ids(viewer))
    )


def official_get(viewer: Viewer, official_id: int) -> Official | None:
    """Return an official, or nothing: the same for who is missing and who may not be seen."""
    return visible_officials(viewer).filter(pk=official_id).first()


def officials_of_place(
    viewer: Viewer, place: Locality, *, first: int, after: str | None
) -> Page[Official]:
    """Return those who serve, or last served, in a place."""
    here = with_shown_place(visible_officials(viewer)).filter(Q(shown_locality=place.pk))
    return page_of(here, key="name_folded", first=first, after=after)


def officials_find(
    viewer: Viewer,
    *,
    search: str = "",
    filters: OfficialFilter,
    order: OfficialOrder = OfficialOrder.NAME,
    first: int,
    after: str | None = None,
) -> Page[Official]:
    """Return a page of the directory. Two statements."""
    found = matching(searched(visible_officials(viewer), search), filters)
    if order == OfficialOrder.PLACE:
        place = shown_term_of_outer().values("seat__office__locality__name_folded")[:1]
        ordered = found.annotate(place_name=Coalesce(Subquery(place), Value("")))
        return page_of(ordered, key="place_name", first=first, after=after)
    if order == OfficialOrder.RECENT:
        joined = Coalesce(F("joined_on"), Value(date.min), output_field=DateField())
        recent = found.annotate(joined=joined)
        return page_of(recent, key="joined", first=first, after=after, descending=True)
    return page_of(found, key="name_folded", first=first, after=after)


def searched(officials: QuerySet[Official], text: str) -> QuerySet[Official]:
    """Keep those in whose name, place or issues every word of the text begins a word."""
    if not text.strip():
        return officials
    query = prefix_query(text)
    if not query:
        return officials.none()
    kept = with_shown_place(officials)
    for word in query.split(" & "):
        wanted = SearchQuery(word, search_type="raw", config="simple")
        place = Locality.objects.filter(pk=OuterRef("shown_locality"), search=wanted)
        work = Work.objects.filter(official=OuterRef("pk"), issue__search=wanted)
        kept = kept.filter(
            Q(search=wanted)
            | Q(shown_state__in=_states_called(word.removesuffix(":*")))
            | Exists(place)
            | Exists(work)
        )
    return kept


def matching(officials: QuerySet[Official], filters: OfficialFilter) -> QuerySet[Official]:
    """Keep those who match every field of the filter that is not empty."""
    kept = officials
    if filters.issue_ids or filters.stages:
        kept = kept.filter(Exists(work_matching(filters).filter(official=OuterRef("pk"))))
    if filters.states or filters.office_kinds or filters.population_bands:
        kept = with_shown_place(kept)
    if filters.states:
        kept = kept.filter(Q(shown_state__in=[state.lower() for state in filters.states]))
    if filters.office_kinds:
        kept = kept.filter(Q(shown_office_kind__in=filters.office_kinds))
    if filters.population_bands:
        kept = kept.filter(in_bands(filters.population_bands))
    return kept


def work_matching(filters: OfficialFilter) -> QuerySet[Work]:
    """Return the work that is on one of the issues and in one of the stages."""
    work = Work.objects.all()
    if filters.issue_ids:
        work = work.filter(issue__in=with_descendants(filters.issue_ids))
    if filters.stages:
        work = work.filter(stage__in=filters.stages)
    return work


def in_bands(bands: Sequence[PopulationBand]) -> Q:
    """Return the condition that the shown place is of one of these sizes."""
    condition = Q()
    for band in bands:
        low, high = BAND_LIMITS[band]
        condition |= Q(shown_population__gte=low, shown_population__lt=high)
    return condition


def with_shown_place(officials: QuerySet[Official]) -> QuerySet[Official]:
    """Add the place, state, population and kind of office of the term that is shown."""
    term = shown_term_of_outer()
    return officials.annotate(
        shown_locality=Subquery(term.values("seat__office__locality_id")[:1]),
        shown_state=Subquery(term.values("seat__office__locality__state")[:1]),
        shown_population=Subquery(term.values("seat__office__locality__population")[:1]),
        shown_office_kind=Subquery(term.values("seat__office__kind")[:1]),
    )


def _states_called(beginning: str) -> list[str]:
    """Return the states with a word in their name that begins so, or with this abbreviation."""
    return [
        state
        for state, name in STATES.items()
        if state == beginning or any(word.startswith(beginning) for word in fold(name).split())
    ]
