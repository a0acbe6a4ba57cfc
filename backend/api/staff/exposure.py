"""How evenly people are suggested: for staff, in numbers, of nobody in particular."""

from datetime import date

import graphene
from graphql import GraphQLResolveInfo

from backend.accounts.permissions import require_reader
from backend.api.guard.limits import ListSize
from backend.core.clock import this_week, week_of
from backend.directory.models.places import STATES
from backend.directory.selectors.officials import PopulationBand
from backend.matching import exposure as report

# One more than there are bands: places whose population is unknown.
SIZES = {
    "Exposure.bands": ListSize(at_most=len(PopulationBand) + 1, usual=4),
    "Exposure.states": ListSize(at_most=len(STATES), usual=20),
    "Exposure.issues": ListSize(at_most=report.MOST_ISSUES, usual=20),
}


def groups(description: str) -> graphene.Field:
    """Return a field of groups that are never null."""
    return graphene.Field(
        graphene.NonNull(graphene.List(graphene.NonNull(ExposureGroup))), description=description
    )


class ExposureGroup(graphene.ObjectType):
    """Some of the members: how many they are, beside how often they are suggested."""

    name = graphene.String(required=True)
    members = graphene.Int(required=True)
    share_of_members = graphene.Float(required=True, description="From 0 to 1.")
    share_of_exposure = graphene.Float(required=True, description="From 0 to 1.")


class Exposure(graphene.ObjectType):
    """A week of suggestions, over all who may be suggested today. A list is all that one was."""

    week = graphene.Date(required=True, description="Its Monday.")
    eligible = graphene.Int(required=True, description="How many may be suggested.")
    lists = graphene.Int(required=True, description="How many members were suggested somebody.")
    impressions = graphene.Int(required=True, description="Of how many people, in all.")
    at_the_cap = graphene.Int(
        required=True, description="How many are on as many lists as one person may be."
    )
    never_suggested = graphene.Int(required=True, description="How many are on none.")
    gini = graphene.Float(
        required=True, description="The Gini coefficient of exposure, zeros included: 0 is even."
    )
    gini_random = graphene.Float(
        required=True, description="The same for lists as long, drawn by chance."
    )
    largest_share = graphene.Float(
        required=True, description="The share of lists with the most shown person in it."
    )
    bands = groups("By the population of their place.")
    states = groups("By state, the largest first.")
    issues = groups("By what they work on, the largest first, at most 50; one may be in several.")


def exposure_resolved(
    _root: None, info: GraphQLResolveInfo, week: date | None = None
) -> report.Exposure:
    """Return the report; `info.context` is the viewer. Numbers show nobody: no look is noted."""
    require_reader(info.context)
    week = this_week() if week is None else week_of(week)
    return report.exposure(week, language=info.context.language)


exposure_field = graphene.Field(
    Exposure,
    week=graphene.Date(description="Any day of the week; today by default."),
    required=True,
    resolver=exposure_resolved,
    description="How evenly people are suggested to each other.",
)
