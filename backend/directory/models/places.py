"""Localities: the places that officials serve."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from backend.directory.models.search import FoldedField, search_vector

STATES = {
    "al": "Alabama", "ak": "Alaska", "az": "Arizona", "ar": "Arkansas", "ca": "California",
    "co": "Colorado", "ct": "Connecticut", "de": "Delaware", "dc": "District of Columbia",
    "fl": "Florida", "ga": "Georgia", "hi": "Hawaii", "id": "Idaho", "il": "Illinois",
    "in": "Indiana", "ia": "Iowa", "ks": "Kansas", "ky": "Kentucky", "la": "Louisiana",
    "me": "Maine", "md": "Maryland", "ma": "Massachusetts", "mi": "Michigan", "mn": "Minnesota",
    "ms": "Mississippi", "mo": "Missouri", "mt": "Montana", "ne": "Nebraska", "nv": "Nevada",
    "nh": "New Hampshire", "nj": "New Jersey", "nm": "New Mexico", "ny": "New York",
    "nc": "North Carolina", "nd": "North Dakota", "oh": "Ohio", "ok": "Oklahoma", "or": "Oregon",
    "pa": "Pennsylvania", "pr": "Puerto Rico", "ri": "Rhode Island", "sc": "South Carolina",
    "sd": "South Dakota", "tn": "Tennessee", "tx": "Texas", "ut": "Utah", "vt": "Vermont",
    "va": "Virginia", "wa": "Washington", "wv": "West Virginia", "wi": "Wisconsin",
    "wy": "Wyoming", "as": "American Samoa", "gu": "Guam", "mp": "Northern Mariana Islands",
    "vi": "U.S. Virgin Islands",
}  # fmt: skip


class Locality(models.Model):
    """A city, town, county, … named by its Open Civic Data division."""

    division_id = models.CharField(max_length=200, unique=True)
    name = models.CharField(max_length=200)
    name_folded = FoldedField(max_length=200, of=("name",))
    search = search_vector("name_folded")
    kind = models.CharField(max_length=30, help_text="As its division says: place, county, …")
    state = models.CharField(max_length=2, help_text="Two lower-case letters.")
    county = models.CharField(max_length=120, blank=True)
    geoid = models.CharField(max_length=10, blank=True, help_text="Of the census, digits only.")
    population = models.PositiveIntegerField(null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(null=True, blank=True)
    population_source = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True, blank=True, help_text="Degrees north.")
    longitude = models.FloatField(null=True, blank=True, help_text="Degrees east.")

    class Meta:
        verbose_name_plural = "localities"
        ordering = ("name_folded", "id")
        indexes = (
            GinIndex(fields=("search",), name="locality_search"),
            models.Index(fields=("state", "name_folded"), name="locality_by_state"),
            models.Index(fields=("population",), name="locality_by_population"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(division_id__startswith="ocd-division/country:us"),
                name="locality_division_id_form",
            ),
            models.CheckConstraint(
                condition=Q(state__in=tuple(STATES)), name="locality_state_known"
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="locality_coordinates_whole",
            ),
            models.CheckConstraint(
                condition=Q(population__isnull=True) | Q(population_year__isnull=False),
                name="locality_population_dated",
            ),
        )

    def __str__(self) -> str:
        """Name the place with its state."""
        return f"{self.name}, {self.state_name}"

    @property
    def state_name(self) -> str:
        """The state in words."""
        return STATES[self.state]


class OverlapSource(models.TextChoices):
    """Who says that two localities overlap."""

    CENSUS = "census"
    DIVISION_ID = "division_id"
    STAFF = "staff"


class LocalityOverlap(models.Model):
    """Two localities that share some ground, whole or in part. The smaller id stands first."""

    first = models.ForeignKey(Locality, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Locality, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=11, choices=OverlapSource)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("second", "first"), name="overlap_other_way"),)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="overlap_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="overlap_smaller_id_first"
            ),
            models.CheckConstraint(
                condition=Q(source__in=OverlapSource.values), name="overlap_source_known"
            ),
        )

    def __str__(self) -> str:
        """Name the overlap by its two ends."""
        return f"{self.first_id} and {self.second_id}"
