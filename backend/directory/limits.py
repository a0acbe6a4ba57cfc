"""How long what people enter may be, and how much of it there may be, each written once.

A text is as long as its column. The web app's copy is made of these by `make schema`.
"""

from django.db.models import Model

from backend.directory.models import Help, Official, Work


def _length(model: type[Model], column: str) -> int:
    length = getattr(model._meta.get_field(column), "max_length", None)
    if not isinstance(length, int):
        raise TypeError(f"{model.__name__}.{column} has no length")
    return length


# Characters
NAME = _length(Official, "name")
PRONOUNS = _length(Official, "pronouns")
BIOGRAPHY = _length(Official, "biography")
WORK_LINE = _length(Work, "line")
HELP_LINE = _length(Help, "line")
SEARCH = 200
# Pieces
LANGUAGES = 10
WORK = 30

WEB_APP = {
    "profile": {
        "name": NAME,
        "pronouns": PRONOUNS,
        "biography": BIOGRAPHY,
        "languages": LANGUAGES,
    },
    "work": {"line": WORK_LINE, "helpLine": HELP_LINE, "issues": WORK},
    "search": {"words": SEARCH},
}
