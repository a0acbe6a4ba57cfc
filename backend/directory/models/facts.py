"""Facts about a place that say how alike two places are: each with its year and source."""

from django.db import models
from django.db.models import Q

from backend.directory.models.places import Locality


class FactName(models.TextChoices):
    """The short list of facts. A share is a part of one; money is in dollars."""

    RENTER_SHARE = "renter_share"
    MEDIAN_RENT = "median_rent"
    MEDIAN_INCOME = "median_income"
    POVERTY_SHARE = "poverty_share"
    TRANSIT_SHARE = "transit_share"
    UNION_SHARE = "union_share"


SHARES = tuple(name for name in FactName if name.endswith("_share"))


class LocalityFact(models.Model):
    """One figure of a place for one year. What is unknown has no row."""

    locality = models.ForeignKey(Locality, on_delete=models.CASCADE, related_name="facts")
    name = models.CharField(max_length=20, choices=FactName)
    value = models.FloatField()
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=120)

    class Meta:
        ordering = ("locality_id", "name", "-year")
        # The places nearest to one by a fact are the next ones in this index.
        indexes = (models.Index(fields=("name", "value", "locality"), name="fact_by_value"),)
        constraints = (
            models.UniqueConstraint(fields=("locality", "name", "year"), name="fact_once_a_year"),
            models.CheckConstraint(condition=Q(name__in=FactName.values), name="fact_name_known"),
            models.CheckConstraint(
                # "Infinity" and "NaN" are larger than any number to PostgreSQL.
                condition=Q(value__gte=0, value__lte=1_000_000_000)
                & (~Q(name__in=SHARES) | Q(value__lte=1)),
                name="fact_value_possible",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1900, year__lte=2200), name="fact_year_possible"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="fact_has_a_source"),
        )

    def __str__(self) -> str:
        """Name the fact by its kind and year."""
        return f"{self.name} of {self.year}"
