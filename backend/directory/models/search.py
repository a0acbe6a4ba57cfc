"""The two columns that make text findable: folded words, and the vector generated from them."""

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func

from backend.core.text import fold


class FoldedField(models.CharField):  # type: ignore[type-arg]
    """Holds the folded words of other fields, and is written whenever the row is, in bulk too.

    Folding happens here and not in the database, which has no `unaccent` without an extension.
    """

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        """Take the names of the fields to fold together."""
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)
        self.of = of

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Tell migrations which fields are folded."""
        name, path, args, kwargs = super().deconstruct()
        return str(name), path, list(args), {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001
        """Fold the other fields' present values."""
        words: list[str] = []
        for field in self.of:
            value = getattr(model_instance, field)
            words.extend([value] if isinstance(value, str) else value)
        folded = fold(" ".join(words))[: self.max_length]
        setattr(model_instance, self.attname, folded)
        return folded


class SimpleVector(Func):
    """`to_tsvector('simple', …)`: no stemming, since names are not English words."""

    function = "to_tsvector"
    template = "%(function)s('simple'::regconfig, %(expressions)s)"
    output_field = SearchVectorField()


def search_vector(field: str) -> Any:
    """Return a stored, generated column with the words of a folded field."""
    return models.GeneratedField(
        expression=SimpleVector(F(field)), output_field=SearchVectorField(), db_persist=True
    )
