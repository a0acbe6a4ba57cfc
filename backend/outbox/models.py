"""Tables of the outbox: what changed, and what could not be brought to the graph."""

from django.db import models


class Aggregate(models.TextChoices):
    """What is projected as one piece; the values are the labels of the graph."""

    OFFICIAL = "Official"
    LOCALITY = "Locality"
    ISSUE = "Issue"
    ORGANIZATION = "Organization"
    POLICY = "Policy"
    ADOPTION = "Adoption"
    PREEMPTION = "Preemption"
    PLACE_FACT = "PlaceFact"
    EVENT = "Event"
    EXPERT = "Expert"


class OutboxEntry(models.Model):
    """Says that a committed transaction changed an aggregate. Only added; the relay deletes it."""

    aggregate = models.CharField(max_length=20, choices=Aggregate)
    aggregate_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("aggregate", "aggregate_id"), name="outbox_by_aggregate"),)

    def __str__(self) -> str:
        """Name the entry by its aggregate."""
        return f"{self.aggregate} {self.aggregate_id}"


class DeadLetter(models.Model):
    """An aggregate that the relay tried and failed to project; staff can see it."""

    aggregate = models.CharField(max_length=20, choices=Aggregate)
    aggregate_id = models.BigIntegerField()
    attempts = models.PositiveIntegerField(default=1)
    reason = models.CharField(max_length=200, help_text="The kind of failure, without values.")
    first_failed_at = models.DateTimeField(auto_now_add=True)
    last_failed_at = models.DateTimeField(auto_now=True)
    retry_at = models.DateTimeField(null=True, help_text="Empty once the relay has given up.")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("aggregate", "aggregate_id"), name="dead_letter_once"),
        )

    def __str__(self) -> str:
        """Name the letter by its aggregate."""
        return f"{self.aggregate} {self.aggregate_id}: {self.reason}"
