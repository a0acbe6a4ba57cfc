"""How many people each further choice in the directory would find."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Count, F, Q, QuerySet, TextChoices

from backend.accounts.viewer import Viewer
from backend.core.languages import Language
from backend.directory.messages import label
from backend.directory.models import Issue, OfficeKind, Official, Stage, Work
from backend.directory.models.places import STATES
from backend.directory.selectors.issues import descendants, issues_in_tree_order, parents
from backend.directory.selectors.officials import (
    OfficialFilter,
    PopulationBand,
    in_bands,
    matching,
    searched,
    visible_officials,
    with_shown_place,
    work_matching,
)


class FacetField(StrEnum):
    """What the directory can be filtered by."""

    ISSUE = "issue"
    STAGE = "stage"
    STATE = "state"
    OFFICE_TYPE = "office_type"
    POPULATION_BAND = "population_band"


@dataclass(frozen=True)
class Facet:
    """One choice: how many people would be found with it, the other fields staying as they are.

    `value` is an issue's id, a stage, a state's two letters, an office kind or a band, as stored.
    """

    field: FacetField
    value: str
    label: str
    count: int
    selected: bool
    parent: str | None = None


def facets_find(viewer: Viewer, *, search: str = "", filters: OfficialFilter) -> list[Facet]:
    """Return every choice that finds somebody or is already made. Eight statements at most."""
    found = searched(visible_officials(viewer), search)
    language = viewer.language
    return [
        *_issues(found, filters),
        *_stages(found, filters, language),
        *_states(found, filters),
        *_office_kinds(found, filters, language),
        *_bands(found, filters, language),
    ]


def count_by_issue(
    work: QuerySet[Work], issue_ids: Iterable[int], parent_of: dict[int, int | None]
) -> dict[int, int]:
    """Count the different officials with work on each issue or below it. One statement."""
    counts = {
        f"issue_{issue}": Count(
            "official", distinct=True, filter=Q(issue__in=descendants([issue], parent_of))
        )
        for issue in issue_ids
    }
    found = work.order_by().aggregate(**counts) if counts else {}
    return {int(name.removeprefix("issue_")): count for name, count in found.items()}


def official_counts(viewer: Viewer, issue_ids: Iterable[int]) -> dict[int, int]:
    """Count the officials this viewer may see on each issue or below it. Two statements."""
    work = Work.objects.filter(official__in=visible_officials(viewer))
    return count_by_issue(work, issue_ids, parents())


def _issues(found: QuerySet[Official], filters: OfficialFilter) -> list[Facet]:
    others = replace(filters, issue_ids=())
    people = matching(found, replace(others, stages=())).values("pk")
    issues = issues_in_tree_order(Issue.objects.all())
    parent_of = {issue.pk: issue.parent_id for issue in issues}
    work = work_matching(others).filter(official__in=people)
    counts = count_by_issue(work, parent_of, parent_of)
    return [
        Facet(
            field=FacetField.ISSUE,
            value=str(issue.pk),
            label=issue.name,
            count=counts[issue.pk],
            selected=issue.pk in filters.issue_ids,
            parent=None if issue.parent_id is None else str(issue.parent_id),
        )
        for issue in issues
        if counts[issue.pk] or issue.pk in filters.issue_ids
    ]


def _stages(found: QuerySet[Official], filters: OfficialFilter, language: Language) -> list[Facet]:
    others = replace(filters, stages=())
    people = matching(found, replace(others, issue_ids=())).values("pk")
    rows = (
        work_matching(others)
        .filter(official__in=people)
        .order_by()
        .values_list("stage")
        .annotate(people=Count("official", distinct=True))
    )
    return _of_choices(FacetField.STAGE, _labels(Stage, language), dict(rows), filters.stages)


def _states(found: QuerySet[Official], filters: OfficialFilter) -> list[Facet]:
    people = with_shown_place(matching(found, replace(filters, states=())))
    rows = dict(people.order_by().values_list(F("shown_state")).annotate(people=Count("pk")))
    chosen = tuple(state.lower() for state in filters.states)
    by_name = dict(sorted(STATES.items(), key=lambda each: each[1]))
    return _of_choices(FacetField.STATE, by_name, rows, chosen)


def _office_kinds(
    found: QuerySet[Official], filters: OfficialFilter, language: Language
) -> list[Facet]:
    people = with_shown_place(matching(found, replace(filters, office_kinds=())))
    rows = dict(people.order_by().values_list(F("shown_office_kind")).annotate(people=Count("pk")))
    return _of_choices(
        FacetField.OFFICE_TYPE, _labels(OfficeKind, language), rows, filters.office_kinds
    )


def _bands(found: QuerySet[Official], filters: OfficialFilter, language: Language) -> list[Facet]:
    people = with_shown_place(matching(found, replace(filters, population_bands=())))
    counts = people.aggregate(
        **{band: Count("pk", filter=in_bands([band])) for band in PopulationBand}
    )
    return _of_choices(
        FacetField.POPULATION_BAND,
        _labels(PopulationBand, language),
        counts,
        filters.population_bands,
    )


def _labels(choices: type[StrEnum] | type[TextChoices], language: Language) -> dict[str, str]:
    return {choice.value: label(choice, language) for choice in choices}


def _of_choices(
    field: FacetField,
    labels: Mapping[str, str],
    counts: dict[str, int],
    chosen: tuple[str, ...],
) -> list[Facet]:
    return [
        Facet(
            field=field,
            value=value,
            label=named,
            count=counts.get(value, 0),
            selected=value in chosen,
        )
        for value, named in labels.items()
        if counts.get(value) or value in chosen
    ]
