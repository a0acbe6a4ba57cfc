"""People of an organization to talk to, each with their own consent."""

from django.db import models
from django.db.models import Q

from backend.directory.models import Issue, Organization


class Expert(models.Model):
    """Somebody of an organization to talk to; members hear of them only with their consent."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="experts")
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=120, blank=True)
    issues = models.ManyToManyField(Issue, related_name="experts")
    consented_on = models.DateField(null=True, blank=True, help_text="Empty: never, or taken back.")
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ("organization_id", "name", "id")
        constraints = (
            models.UniqueConstraint(fields=("organization", "name"), name="expert_once"),
            models.CheckConstraint(condition=~Q(name=""), name="expert_has_a_name"),
        )

    def __str__(self) -> str:
        """Name the expert by id: a name has no place in a log."""
        return f"expert {self.pk}"
