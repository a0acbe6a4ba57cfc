"""What an import of people is going to write, complete before the first row is written."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.backends.postgresql.psycopg_any import DateRange

from backend.directory.models import Official, Term
from backend.imports.people import Person
from backend.imports.places import Place


@dataclass(frozen=True)
class NewTerm:
    """Somebody of the roster is to be seated as mayor of a place."""

    source_key: str
    division_id: str
    during: DateRange
    start_is_known: bool


@dataclass(frozen=True)
class MovedTerm:
    """A stored term is to have other days."""

    term: Term
    during: DateRange
    start_is_known: bool


@dataclass
class Plan:
    """Rows to write. `fields` names what changes of each stored official, by id."""

    places: list[Place] = field(default_factory=list)
    created: list[Person] = field(default_factory=list)
    renamed: list[tuple[Official, str]] = field(default_factory=list)
    contacts: list[tuple[str, tuple[str, str]]] = field(default_factory=list)
    new_terms: list[NewTerm] = field(default_factory=list)
    moved_terms: list[MovedTerm] = field(default_factory=list)
    fields: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
