"""Partner organizations: where they are active on what, and which officials belong to them."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from backend.directory.models.issues import Issue
from backend.directory.models.people import Official
from backend.directory.models.places import STATES, Locality
from backend.directory.models.search import FoldedField, search_vector


class OrganizationKind(models.TextChoices):
    """How far an organization reaches."""

    NATIONAL = "national"
    COMMUNITY = "community"


class Organization(models.Model):
    """A national or community-based organization that officials work with."""

    name = models.CharField(max_length=160, unique=True)
    name_folded = FoldedField(max_length=160, of=("name",))
    search = search_vector("name_folded")
    kind = models.CharField(max_length=10, choices=OrganizationKind)
    description = models.CharField(max_length=600, blank=True)
    website = models.URLField(max_length=300, blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ("name_folded", "id")
        indexes = (GinIndex(fields=("search",), name="organization_search"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=OrganizationKind.values), name="organization_kind_known"
            ),
        )

    def __str__(self) -> str:
        """Name the organization."""
        return self.name


class Activity(models.Model):
    """An organization is active on an issue: in a locality, in a state, or (neither) nationally."""

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="activities"
    )
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="activities")
    state = models.CharField(max_length=2, blank=True)
    locality = models.ForeignKey(
        Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="activities"
    )

    class Meta:
        verbose_name_plural = "activities"
        ordering = ("organization_id", "issue_id", "id")
        indexes = (models.Index(fields=("issue", "state", "locality"), name="activity_by_reach"),)
        constraints = (
            models.UniqueConstraint(
                fields=("organization", "issue", "state", "locality"),
                nulls_distinct=False,
                name="activity_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("", *STATES)), name="activity_state_known"
            ),
            models.CheckConstraint(
                condition=Q(locality__isnull=True) | Q(state=""), name="activity_one_reach"
            ),
        )

    def __str__(self) -> str:
        """Name the activity by its ends."""
        return f"organization {self.organization_id} on issue {self.issue_id}"


class Affiliation(models.Model):
    """An official belongs to an organization."""

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="affiliations")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="affiliations"
    )
    since = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("official_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("official", "organization"), name="affiliation_once"),
        )

    def __str__(self) -> str:
        """Name the affiliation by its ends."""
        return f"official {self.official_id} in organization {self.organization_id}"
