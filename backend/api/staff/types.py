"""The tables that staff see, derived from the models field by field."""

from datetime import date, timedelta

import graphene
from graphene import relay
from graphene_django import DjangoObjectType

from backend.directory import models

Membership = graphene.Enum.from_enum(models.Membership)
Visibility = graphene.Enum.from_enum(models.Visibility)
ContactKind = graphene.Enum.from_enum(models.ContactKind)
OfficeKind = graphene.Enum.from_enum(models.OfficeKind)
Stage = graphene.Enum.from_enum(models.Stage)
Priority = graphene.Enum.from_enum(models.Priority)
Direction = graphene.Enum.from_enum(models.Direction)
HelpKind = graphene.Enum.from_enum(models.HelpKind)


def rows_of(relation: str, kind: type, description: str) -> graphene.Field:
    """Return a field with the rows that the selector read with the page, for no statement here."""
    return graphene.Field(
        graphene.NonNull(graphene.List(graphene.NonNull(kind))),
        description=description,
        resolver=lambda row, _: getattr(row, f"shown_{relation}"),
    )


def last_day(term: models.Term) -> date | None:
    """Return a term's last day: the range ends on the day after it."""
    after = term.during.upper
    return None if after is None else after - timedelta(days=1)


class ContactWay(DjangoObjectType):
    """A way to reach an official, also where only staff may see it."""

    kind = ContactKind(required=True)
    visibility = Visibility(required=True)

    class Meta:
        model = models.ContactWay
        fields = ("value",)


class Locality(DjangoObjectType):
    """A city, town, county, …"""

    state = graphene.String(
        required=True, description="“AZ”.", resolver=lambda place, _: place.state.upper()
    )

    class Meta:
        model = models.Locality
        fields = ("division_id", "name", "county", "population", "population_year")


class Office(DjangoObjectType):
    """A governing body or post of a locality."""

    kind = OfficeKind(required=True)

    class Meta:
        model = models.Office
        fields = ("name", "title", "seat_count", "locality")


class Term(DjangoObjectType):
    """An official holds a seat for a time."""

    office = graphene.Field(Office, required=True, resolver=lambda term, _: term.seat.office)
    seat = graphene.String(
        required=True,
        description="Its label; empty for the only seat.",
        resolver=lambda term, _: term.seat.label,
    )
    starts = graphene.Date(
        description="The first day; null when unknown.",
        resolver=lambda term, _: term.during.lower if term.start_is_known else None,
    )
    ends = graphene.Date(
        description="The last day; null when open.", resolver=lambda term, _: last_day(term)
    )

    class Meta:
        model = models.Term
        fields = ("start_is_known",)


class Issue(DjangoObjectType):
    """A problem that officials work on."""

    class Meta:
        model = models.Issue
        fields = ("slug", "name")


class Help(DjangoObjectType):
    """Something sought or offered with a piece of work."""

    direction = Direction(required=True)
    kind = HelpKind(required=True)

    class Meta:
        model = models.Help
        fields = ("line",)


class Work(DjangoObjectType):
    """An official works on an issue."""

    stage = Stage(required=True)
    priority = Priority(required=True)
    help = rows_of("help", Help, "At most 16.")

    class Meta:
        model = models.Work
        fields = ("issue", "since", "line")


class Official(DjangoObjectType):
    """A person who holds, held or will hold an office: records and the hidden too."""

    membership = Membership(required=True)
    profile_visibility = Visibility(required=True)
    in_office = graphene.Boolean(required=True, description="Whether a term runs today.")
    contact_ways = rows_of("contact_ways", ContactWay, "At most 10.")
    terms = rows_of("terms", Term, "The latest first, at most 30.")
    work = rows_of("work", Work, "What matters most to them first, at most 30.")

    class Meta:
        model = models.Official
        interfaces = (relay.Node,)
        fields = (
            "name",
            "pronouns",
            "biography",
            "languages",
            "paused",
            "hidden",
            "invented",
            "source",
            "source_key",
            "joined_on",
        )


class OfficialEdge(graphene.ObjectType):
    """An official's place in the list."""

    cursor = graphene.String(required=True)
    node = graphene.Field(Official, required=True)


class OfficialConnection(graphene.ObjectType):
    """A page of officials, by name."""

    edges = graphene.List(graphene.NonNull(OfficialEdge), required=True)
    page_info = graphene.Field(relay.PageInfo, name="pageInfo", required=True)
    total_count = graphene.Int(required=True, description="How many the filters find.")
