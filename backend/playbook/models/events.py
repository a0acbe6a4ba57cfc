"""Meetings of the network, and who was there."""

from django.db import models
from django.db.models import Q

from backend.directory.models import Issue, Locality, Official


class Event(models.Model):
    """A meeting of the network on a day: at a place, or online."""

    name = models.CharField(max_length=160)
    on = models.DateField()
    is_online = models.BooleanField(default=False)
    locality = models.ForeignKey(
        Locality, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    issues = models.ManyToManyField(Issue, related_name="events")

    class Meta:
        ordering = ("-on", "id")
        constraints = (
            models.UniqueConstraint(fields=("name", "on"), name="event_once"),
            models.CheckConstraint(
                condition=Q(is_online=True, locality__isnull=True)
                | Q(is_online=False, locality__isnull=False),
                name="event_online_or_at_a_place",
            ),
        )

    def __str__(self) -> str:
        """Name the event."""
        return self.name


class Attendance(models.Model):
    """An official was at an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendance")
    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="attendance")

    class Meta:
        verbose_name_plural = "attendance"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("event", "official"), name="attendance_once"),
        )

    def __str__(self) -> str:
        """Name the attendance by its ends."""
        return f"official {self.official_id} at event {self.event_id}"
