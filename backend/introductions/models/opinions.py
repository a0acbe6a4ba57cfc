"""What one official says about another: keep away, or what to think of a suggestion."""

from django.db import models
from django.db.models import F, Q

from backend.directory.models import Official


class Block(models.Model):
    """Somebody wants nothing to do with somebody. It works both ways and tells nobody."""

    blocker = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    blocked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("blocker", "blocked"), name="block_once"),
            models.CheckConstraint(
                condition=~Q(blocker=F("blocked")), name="block_of_somebody_else"
            ),
        )

    def __str__(self) -> str:
        """Name the block by id: who blocked whom has no place in a log."""
        return f"block {self.pk}"


class FeedbackKind(models.TextChoices):
    """What somebody thinks of a suggestion."""

    NOT_RELEVANT = "not_relevant"
    ALREADY_KNOW = "already_know"
    SAVED = "saved"


class Feedback(models.Model):
    """What an official thinks of somebody who was suggested to them; the newest opinion stands."""

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="feedback")
    about = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=FeedbackKind)
    why = models.CharField(max_length=280, blank=True, help_text="Why it is not relevant.")
    given_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "feedback"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("official", "about"), name="feedback_once"),
            models.CheckConstraint(
                condition=~Q(official=F("about")), name="feedback_about_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=FeedbackKind.values), name="feedback_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(why="") | Q(kind=FeedbackKind.NOT_RELEVANT),
                name="feedback_why_not_relevant",
            ),
        )

    def __str__(self) -> str:
        """Name the feedback by id: who thinks what of whom has no place in a log."""
        return f"feedback {self.pk}"
