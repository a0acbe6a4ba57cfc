"""Who was suggested to whom, week by week, so that nobody is worn out."""

from django.db import models
from django.db.models import F, Q

from backend.directory.models import Official

MONDAY = 1


class Impression(models.Model):
    """An official was suggested to another in a week: once, however many lists and looks.

    Counted when a list is made, so that opening a page again changes nothing.
    """

    official = models.ForeignKey(
        Official, on_delete=models.CASCADE, related_name="+", help_text="To whom."
    )
    shown = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    week = models.DateField(help_text="Its Monday.")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("shown", "week"), name="impression_of_somebody"),)
        constraints = (
            models.UniqueConstraint(fields=("week", "official", "shown"), name="impression_once"),
            models.CheckConstraint(
                condition=~Q(official=F("shown")), name="impression_of_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(week__iso_week_day=MONDAY), name="impression_week_begins_on_monday"
            ),
        )

    def __str__(self) -> str:
        """Name the impression by id: who was shown to whom has no place in a log."""
        return f"impression {self.pk}"
