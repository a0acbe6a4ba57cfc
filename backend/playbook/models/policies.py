"""Named practices, and the places that adopted them."""

from django.db import models
from django.db.models import F, Q

from backend.directory.models import Issue, Locality


class Policy(models.Model):
    """A named practice that answers an issue."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    summary = models.CharField(max_length=600, blank=True)
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="policies")

    class Meta:
        verbose_name_plural = "policies"
        ordering = ("name",)

    def __str__(self) -> str:
        """Name the policy."""
        return self.name


class AdoptionStatus(models.TextChoices):
    """What became of an adoption."""

    ADOPTED = "adopted"
    REPEALED = "repealed"
    OVERTURNED = "overturned"


class DatePrecision(models.TextChoices):
    """How much of a date is known; the rest of it is the first day of what is.

    Of no date nothing is: then the precision is empty.
    """

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Adoption(models.Model):
    """A place adopted a policy, perhaps adapted from another place's; when is not always known."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="adoptions")
    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="adoptions")
    title = models.CharField(
        max_length=200, help_text='As the place calls it: "Ordinance 2023-114".'
    )
    adopted_on = models.DateField(null=True, blank=True)
    precision = models.CharField(
        max_length=5, choices=DatePrecision, default=DatePrecision.DAY, blank=True
    )
    status = models.CharField(max_length=10, choices=AdoptionStatus, default=AdoptionStatus.ADOPTED)
    source = models.CharField(max_length=200, help_text="Who says so.")
    evidence_url = models.URLField(max_length=500, blank=True)
    source_key = models.CharField(
        max_length=300, null=True, blank=True, unique=True, help_text="Its id in that source."
    )
    adapted_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="adaptations"
    )

    class Meta:
        ordering = (F("adopted_on").desc(nulls_last=True), "id")
        constraints = (
            # Checked at commit: an import may let two adoptions change places.
            models.UniqueConstraint(
                fields=("policy", "locality", "adopted_on", "title"),
                name="adoption_once",
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(adapted_from__isnull=True) | ~Q(adapted_from=F("id")),
                name="adoption_not_from_itself",
            ),
            models.CheckConstraint(
                condition=Q(status__in=AdoptionStatus.values), name="adoption_status_known"
            ),
            models.CheckConstraint(
                condition=Q(adopted_on__isnull=True, precision="")
                | Q(adopted_on__isnull=False)
                & (
                    Q(precision=DatePrecision.DAY)
                    | Q(precision=DatePrecision.MONTH, adopted_on__day=1)
                    | Q(precision=DatePrecision.YEAR, adopted_on__day=1, adopted_on__month=1)
                ),
                name="adoption_precision_meaningful",
            ),
        )

    def __str__(self) -> str:
        """Name the adoption as its place does."""
        return self.title
