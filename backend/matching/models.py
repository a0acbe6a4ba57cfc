"""Tables of suggestions: each member's lists, kept for the week."""

from django.db import models
from django.db.models import Q

from backend.directory.models import Issue, Official

MONDAY = 1


class Intent(models.TextChoices):
    """What a member wants of a peer: to learn from them, or to work side by side."""

    LEARN = "learn"
    COLLABORATE = "collaborate"


class PeerList(models.Model):
    """The peers of one member for an issue (or all they work on) and an intent; never empty.

    `own_work` is what the member worked on when it was made: other work needs another list.
    """

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    issue = models.ForeignKey(
        Issue, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    intent = models.CharField(max_length=11, choices=Intent)
    week = models.DateField(help_text="The Monday of the week that it is for.")
    weights_version = models.CharField(max_length=60)
    widened = models.CharField(
        max_length=20, blank=True, help_text="The last step that brought somebody; empty if none."
    )
    length = models.PositiveSmallIntegerField(help_text="How many it held when it was made.")
    own_work = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("week",), name="peer_list_by_week"),)
        constraints = (
            models.UniqueConstraint(
                fields=("official", "issue", "intent"), name="peer_list_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(intent__in=Intent.values),
                name="peer_list_intent_known",
            ),
            models.CheckConstraint(
                condition=Q(week__iso_week_day=MONDAY), name="peer_list_week_begins_on_monday"
            ),
            models.CheckConstraint(
                condition=~Q(weights_version=""), name="peer_list_names_its_weights"
            ),
            models.CheckConstraint(condition=Q(length__gte=1), name="peer_list_holds_somebody"),
        )

    def __str__(self) -> str:
        """Name the list by id: whose it is has no place in a log."""
        return f"list {self.pk}"


class PeerEntry(models.Model):
    """Somebody on a list, and why: the contributions as the graph gave them, strongest first."""

    peer_list = models.ForeignKey(PeerList, on_delete=models.CASCADE, related_name="entries")
    rank = models.PositiveSmallIntegerField(help_text="From 1, the best.")
    peer = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    contributions = models.JSONField()

    class Meta:
        verbose_name_plural = "peer entries"
        ordering = ("peer_list_id", "rank")
        constraints = (
            models.UniqueConstraint(fields=("peer_list", "rank"), name="peer_entry_one_a_rank"),
            models.UniqueConstraint(fields=("peer_list", "peer"), name="peer_entry_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="peer_entry_rank_from_one"),
            models.CheckConstraint(condition=Q(score__gt=0), name="peer_entry_score_positive"),
        )

    def __str__(self) -> str:
        """Name the entry by id: who is on whose list has no place in a log."""
        return f"entry {self.pk}"
