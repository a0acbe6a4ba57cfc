"""The audit trail: append-only, without values, so that leaving needs no hole in it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class AuditEntry(models.Model):
    """One look or change: who, when, which record, which fields. Never altered nor deleted."""

    at = models.DateTimeField(auto_now_add=True)
    actor_id = models.BigIntegerField(null=True, help_text="The user; empty for a command.")
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=40, help_text="The kind of record, as in the outbox.")
    subject_id = models.BigIntegerField()
    fields = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("subject", "subject_id"), name="audit_by_subject"),)

    def __str__(self) -> str:
        """Name the entry by its action and subject."""
        return f"{self.action} {self.subject} {self.subject_id}"
