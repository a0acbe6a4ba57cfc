"""States that forbid their localities a policy."""

from django.db import models
from django.db.models import F, Q

from backend.directory.models.places import STATES
from backend.playbook.models.policies import DatePrecision, Policy


class Preemption(models.Model):
    """A state forbids its localities a policy."""

    state = models.CharField(max_length=2, help_text="Two lower-case letters.")
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="preemptions")
    since = models.DateField()
    precision = models.CharField(max_length=5, choices=DatePrecision, default=DatePrecision.DAY)
    source = models.CharField(max_length=200, help_text="The statute.")
    ended_on = models.DateField(
        null=True, blank=True, help_text="The first day on which it is no longer in force."
    )

    class Meta:
        ordering = ("state", "policy_id", "-since")
        constraints = (
            models.UniqueConstraint(
                fields=("state", "policy"),
                condition=Q(ended_on__isnull=True),
                name="preemption_one_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state__in=tuple(STATES)), name="preemption_state_known"
            ),
            models.CheckConstraint(
                condition=Q(precision__in=DatePrecision.values), name="preemption_precision_known"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F("since")),
                name="preemption_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="preemption_has_a_source"),
        )

    def __str__(self) -> str:
        """Name the preemption by its state."""
        return f"{STATES[self.state]}, policy {self.policy_id}"
