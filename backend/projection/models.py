"""What the projection remembers of itself, in one row."""

from typing import Self

from django.db import connection, models
from django.db.models import Q

from backend.core.clock import today


class Projection(models.Model):
    """Which epoch is being written, and up to which day ended and begun terms were queued."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    epoch = models.BigIntegerField(
        default=0, help_text="Every write carries it; a rebuild begins the next one."
    )
    day = models.DateField(
        default=today, help_text="Officials whose term turned up to this day have been queued."
    )

    class Meta:
        verbose_name_plural = "projection"
        constraints = (models.CheckConstraint(condition=Q(pk=1), name="projection_one_row"),)

    def __str__(self) -> str:
        """Name the state by its epoch."""
        return f"epoch {self.epoch}"

    @classmethod
    def load(cls) -> Self:
        """Return the row, making it the first time."""
        return cls.objects.get_or_create(pk=1)[0]


def next_version() -> int:
    """Draw the number that orders the writes of one aggregate. Call it under the relay's lock."""
    return _number("SELECT nextval('projection_version')")


def last_version() -> int:
    """Return the highest number drawn so far."""
    return _number("SELECT last_value FROM projection_version")


def raise_version(least: int) -> None:
    """Let later numbers be higher than this: the graph may know of higher ones than we do."""
    _number(
        "SELECT setval('projection_version', greatest(last_value, %s)) FROM projection_version",
        [least],
    )


def _number(sql: str, params: list[int] | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        (value,) = cursor.fetchone()
    return int(value)
