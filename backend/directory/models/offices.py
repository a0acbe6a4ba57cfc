"""Offices, their seats, and who holds them from when until when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from backend.directory.models.people import Official
from backend.directory.models.places import Locality


class OfficeKind(models.TextChoices):
    """What sort of body or post an office is."""

    COUNCIL = "council"
    MAYOR = "mayor"
    COMMISSION = "commission"
    SCHOOL_BOARD = "school_board"
    OTHER = "other"


class Office(models.Model):
    """A governing body or post of a locality, and how whoever sits there is called."""

    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="offices")
    name = models.CharField(max_length=160, help_text='"City Council".')
    kind = models.CharField(max_length=20, choices=OfficeKind)
    title = models.CharField(max_length=80, help_text='"Council member".')
    seat_count = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="As its charter says; empty when unknown."
    )

    class Meta:
        ordering = ("locality_id", "name")
        constraints = (
            models.UniqueConstraint(fields=("locality", "name"), name="office_once"),
            models.CheckConstraint(
                condition=Q(kind__in=OfficeKind.values), name="office_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(seat_count__isnull=True) | Q(seat_count__gte=1),
                name="office_has_a_seat",
            ),
        )

    def __str__(self) -> str:
        """Name the office."""
        return self.name


class Seat(models.Model):
    """One chair of an office. An office of one person has one seat with an empty label."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="seats")
    label = models.CharField(max_length=80, blank=True, help_text='"District 4", "At large 2".')

    class Meta:
        ordering = ("office_id", "label")
        constraints = (models.UniqueConstraint(fields=("office", "label"), name="seat_once"),)

    def __str__(self) -> str:
        """Name the seat within its office."""
        return self.label or "the only seat"


class Term(models.Model):
    """A person holds a seat for a time. One person a seat at a time: the database holds it."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="terms")
    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="terms")
    during = DateRangeField(
        help_text="From the first day; the upper end is the day after the last."
    )
    start_is_known = models.BooleanField(
        default=True, help_text="False: the first day is only when the seat was free."
    )

    class Meta:
        ordering = ("official_id", "during")
        constraints = (
            ExclusionConstraint(
                name="term_one_person_a_seat",
                expressions=(
                    (
                        Func(
                            F("seat_id"),
                            F("seat_id"),
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (F("during"), RangeOperators.OVERLAPS),
                ),
            ),
            models.CheckConstraint(condition=Q(during__isempty=False), name="term_has_a_day"),
        )

    def __str__(self) -> str:
        """Name the term by its days."""
        return f"{self.during}"
