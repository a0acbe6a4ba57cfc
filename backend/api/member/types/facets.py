"""What the directory can be filtered by, and what each choice would find."""

from dataclasses import dataclass

import strawberry

from backend.accounts.viewer import Viewer
from backend.api.member.types.enums import FacetField, OfficeKind, PopulationBand, Stage
from backend.api.member.types.nodes import decode_id, global_id
from backend.core.errors import ErrorCode, fail
from backend.directory.messages import DirectoryMessage
from backend.directory.models.places import STATES
from backend.directory.selectors import facets
from backend.directory.selectors.by_id import issues_get
from backend.directory.selectors.officials import OfficialFilter as Filters
from backend.directory.selectors.officials import PopulationBand as Band


@strawberry.input(description="What to narrow the directory by: OR within a field, AND across.")
class OfficialFilter:
    """A filter of the directory."""

    issue_ids: list[strawberry.ID] | None = strawberry.field(
        default=None,
        description="Those who work on one of these issues or below it. With stages: on the same "
        "piece of work.",
    )
    stages: list[Stage] | None = strawberry.field(
        default=None, description="Those with work in one of these stages."
    )
    states: list[str] | None = strawberry.field(
        default=None, description='Those who serve in one of these states: "AZ".'
    )
    office_types: list[OfficeKind] | None = strawberry.field(
        default=None, description="Those who hold one of these kinds of office."
    )
    population_bands: list[PopulationBand] | None = strawberry.field(
        default=None, description="Those who serve in a place of one of these sizes."
    )


@strawberry.type(description="A choice in the directory, and how many people it would find.")
class Facet:
    """A choice."""

    field: FacetField = strawberry.field(description="What it narrows.")
    value: str = strawberry.field(
        description='What goes into the filter: an issue\'s id, an enum value, or a state: "AZ".'
    )
    label: str = strawberry.field(
        description="Its name: an issue's or a state's own, else in the viewer's language."
    )
    count: int = strawberry.field(
        description="How many people would be found with it, the other fields staying as they are."
    )
    selected: bool = strawberry.field(description="Whether the filter has it already.")
    parent: str | None = strawberry.field(
        description="Of an issue: the id of the issue that it is a part of."
    )


@dataclass(frozen=True)
class Question:
    """What the directory was asked."""

    viewer: Viewer
    search: str
    filters: Filters


def facets_of(question: Question) -> list[Facet]:
    """Show the choices that a question leaves."""
    found = facets.facets_find(question.viewer, search=question.search, filters=question.filters)
    return [
        Facet(
            field=FacetField(facet.field.value),
            value=_shown(facet.field, facet.value),
            label=facet.label,
            count=facet.count,
            selected=facet.selected,
            parent=None if facet.parent is None else _shown(facet.field, facet.parent),
        )
        for facet in found
    ]


def filtered_by(given: OfficialFilter | None) -> Filters:
    """Return the filter as the directory takes it.

    Raises DomainError, naming the field, for an issue or a state that there isn't.
    """
    if given is None:
        return Filters()
    return Filters(
        issue_ids=_issues(given.issue_ids or []),
        stages=tuple(stage.value for stage in given.stages or ()),
        states=_states(given.states or []),
        office_kinds=tuple(kind.value for kind in given.office_types or ()),
        population_bands=tuple(Band(band.value) for band in given.population_bands or ()),
    )


def _issues(ids: list[strawberry.ID]) -> tuple[int, ...]:
    opened = [decode_id("Issue", id_) for id_ in ids]
    wanted = {id_ for id_ in opened if id_ is not None}
    if None in opened or (wanted and issues_get(wanted).keys() != wanted):
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueIds")
    return tuple(sorted(wanted))


def _states(states: list[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(state.lower() for state in states))
    if not set(wanted) <= STATES.keys():
        raise fail(ErrorCode.INVALID, DirectoryMessage.NO_SUCH_STATE, "states")
    return wanted


def _shown(field: facets.FacetField, value: str) -> str:
    if field is facets.FacetField.ISSUE:
        return global_id("Issue", int(value))
    if field is facets.FacetField.STATE:
        return value.upper()
    kinds = {
        facets.FacetField.STAGE: Stage,
        facets.FacetField.OFFICE_TYPE: OfficeKind,
        facets.FacetField.POPULATION_BAND: PopulationBand,
    }
    return kinds[field](value).name
