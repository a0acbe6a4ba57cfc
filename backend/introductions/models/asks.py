"""Introductions: one official asks another, or staff propose both to each other."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from backend.accounts.models import User
from backend.directory.models import Issue, Official


class State(models.TextChoices):
    """Where an introduction stands in truth. The two people may read less: see `standing`."""

    HELD = "held"
    AWAITING = "awaiting"
    CONNECTED = "connected"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


OPEN = (State.HELD, State.AWAITING)
ENDED = (State.CONNECTED, State.DECLINED, State.WITHDRAWN, State.EXPIRED)


class Answer(models.TextChoices):
    """What somebody said; "not now" is a no that offers to be reminded later."""

    YES = "yes"
    NO = "no"
    NOT_NOW = "not_now"


A_NO = (Answer.NO, Answer.NOT_NOW)


class Introduction(models.Model):
    """An ask, and what each of the two said to it.

    A member who asks has said yes by asking; when staff propose, both are asked, and `asker` is
    merely the one named first. `expires_on` and `excluded_until` are fixed when it is asked,
    whatever comes of it, so that neither tells a no from silence.
    """

    asker = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="asks_sent")
    other = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="asks_received")
    proposed_by = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Of the staff; empty when the asker asked.",
    )
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="introductions")
    note = models.CharField(max_length=1_000, help_text="What the other one reads with the ask.")
    state = models.CharField(max_length=10, choices=State, default=State.AWAITING)
    asker_answer = models.CharField(max_length=7, choices=Answer, blank=True)
    other_answer = models.CharField(max_length=7, choices=Answer, blank=True)
    asked_at = models.DateTimeField()
    expires_on = models.DateField(help_text="The first day on which it can't be answered any more.")
    excluded_until = models.DateField(
        help_text="The first day on which the two may be suggested to each other again, "
        "if this ends without a connection."
    )
    answered_at = models.DateTimeField(null=True, blank=True, help_text="The last answer.")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-asked_at", "-id")
        indexes = (
            models.Index(fields=("other", "expires_on"), name="introduction_received"),
            models.Index(fields=("asker", "expires_on"), name="introduction_sent"),
            models.Index(fields=("expires_on",), name="introduction_by_expiry"),
            models.Index(fields=("excluded_until",), name="introduction_by_end_of_bar"),
        )
        constraints = (
            models.UniqueConstraint(
                Least("asker", "other"),
                Greatest("asker", "other"),
                condition=Q(state__in=OPEN),
                name="introduction_one_open_a_pair",
            ),
            models.CheckConstraint(
                condition=~Q(asker=F("other")), name="introduction_of_two_people"
            ),
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="introduction_state_known"
            ),
            models.CheckConstraint(
                condition=Q(asker_answer__in=("", *Answer.values))
                & Q(other_answer__in=("", *Answer.values)),
                name="introduction_answers_known",
            ),
            models.CheckConstraint(
                condition=Q(proposed_by__isnull=False) | Q(asker_answer=Answer.YES),
                name="introduction_asking_is_a_yes",
            ),
            models.CheckConstraint(
                condition=Q(state=State.CONNECTED, asker_answer=Answer.YES, other_answer=Answer.YES)
                | (
                    ~Q(state=State.CONNECTED) & ~Q(asker_answer=Answer.YES, other_answer=Answer.YES)
                ),
                name="introduction_connected_by_two_yeses",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DECLINED)
                | Q(asker_answer__in=A_NO)
                | Q(other_answer__in=A_NO),
                name="introduction_declined_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OPEN)
                | (~Q(asker_answer__in=A_NO) & ~Q(other_answer__in=A_NO)),
                name="introduction_open_without_a_no",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_at__isnull=True)
                | Q(state__in=ENDED, ended_at__isnull=False),
                name="introduction_ended_or_open",
            ),
            models.CheckConstraint(
                condition=Q(excluded_until__gte=F("expires_on")),
                name="introduction_bar_outlasts_the_ask",
            ),
        )

    def __str__(self) -> str:
        """Name the introduction by id: who asked whom has no place in a log."""
        return f"introduction {self.pk}"

    @property
    def pair(self) -> tuple[int, int]:
        """The ids of the two people."""
        return self.asker_id, self.other_id
