"""Issues, and the work of officials on them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from backend.directory.models.people import Official
from backend.directory.models.search import FoldedField, search_vector


class Issue(models.Model):
    """A problem that officials work on, in a tree of few levels."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    words_folded = FoldedField(max_length=1_000, of=("name", "synonyms"))
    search = search_vector("words_folded")
    description = models.CharField(max_length=600, blank=True)
    synonyms = ArrayField(models.CharField(max_length=80), default=list, blank=True, size=10)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    agendas_code = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Of the Comparative Agendas Project: the number only."
    )

    class Meta:
        ordering = ("name", "id")
        indexes = (GinIndex(fields=("search",), name="issue_search"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="issue_not_its_own_parent",
            ),
        )

    def __str__(self) -> str:
        """Name the issue."""
        return self.name


class Stage(models.TextChoices):
    """How far work on an issue is, in order; "stopped" stands beside the line."""

    EXPLORING = "exploring"
    DRAFTING = "drafting"
    INTRODUCED = "introduced"
    ADOPTED = "adopted"
    IMPLEMENTING = "implementing"
    DEFENDING = "defending"
    STOPPED = "stopped"


class Priority(models.IntegerChoices):
    """How much it matters to them now."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Work(models.Model):
    """An official works on an issue."""

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="work")
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="work")
    stage = models.CharField(max_length=12, choices=Stage)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.MEDIUM)
    since = models.DateField(null=True, blank=True)
    line = models.CharField(max_length=280, blank=True, help_text="What they do, in their words.")

    class Meta:
        verbose_name_plural = "work"
        ordering = ("official_id", "-priority", "id")
        indexes = (models.Index(fields=("issue", "stage", "official"), name="work_by_issue"),)
        constraints = (
            models.UniqueConstraint(fields=("official", "issue"), name="work_once_an_issue"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="work_stage_known"),
            models.CheckConstraint(
                condition=Q(priority__in=Priority.values), name="work_priority_known"
            ),
        )

    def __str__(self) -> str:
        """Name the work by its ends."""
        return f"official {self.official_id} on issue {self.issue_id}"


class Direction(models.TextChoices):
    """Whether help is sought or offered."""

    SEEKS = "seeks"
    OFFERS = "offers"


class HelpKind(models.TextChoices):
    """The short list of what one official can do for another. Only these are matched."""

    MODEL_TEXT = "model_text"
    FISCAL_NOTE = "fiscal_note"
    TESTIMONY = "testimony"
    LEGAL_MEMO = "legal_memo"
    ROLLOUT_PLAN = "rollout_plan"
    DATA_EVALUATION = "data_evaluation"
    COALITION_CONTACTS = "coalition_contacts"
    TALK = "talk"


class Help(models.Model):
    """Something sought or offered with a piece of work: a kind, and a line in their words."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="help")
    direction = models.CharField(max_length=6, choices=Direction)
    kind = models.CharField(max_length=20, choices=HelpKind)
    line = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name_plural = "help"
        ordering = ("work_id", "direction", "id")
        constraints = (
            models.UniqueConstraint(fields=("work", "direction", "kind"), name="help_once_a_kind"),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="help_direction_known"
            ),
            models.CheckConstraint(condition=Q(kind__in=HelpKind.values), name="help_kind_known"),
        )

    def __str__(self) -> str:
        """Name the help by its direction and kind."""
        return f"{self.direction} {self.kind}"
