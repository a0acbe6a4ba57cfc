"""How long what people enter may be, and how much of it there may be, each written once.

A text or list is as long as its column. The web app's copy is made of these by `make schema`.
"""

from django.db.models import Model

from backend.directory.models import Help, Official, Work


def _most(model: type[Model], column: str, bound: str = "max_length") -> int:
    most = getattr(model._meta.get_field(column), bound, None)
    if not isinstance(most, int):
        raise TypeError(f"{model.__name__}.{column} has no {bound}")
    return most


# Characters
NAME = _most(Official, "name")
PRONOUNS = _most(Official, "pronouns")
BIOGRAPHY = _most(Official, "biography")
WORK_LINE = _most(Work, "line")
HELP_LINE = _most(Help, "line")
SEARCH = 200
# Pieces
LANGUAGES = _most(Official, "languages", "size")
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
