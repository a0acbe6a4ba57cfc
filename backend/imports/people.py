"""A person as an Open States file gives them.

Format: github.com/openstates/people, schema of a person. Party, gender and birth date are left
out: nobody agreed to anything, and nothing here needs them.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from backend.core.errors import DomainError
from backend.core.languages import Language
from backend.core.text import clean
from backend.directory.models import ContactKind
from backend.imports import division_ids
from backend.imports.documents import Document, Key
from backend.imports.report import Rejection, rejections_of

LONGEST_NAME = 200
LONGEST_CONTACT = 254
_ID = re.compile(r"ocd-person/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_JURISDICTION = re.compile(r"ocd-jurisdiction/(?P<division>.+)/[a-z_]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNKNOWN = ("", "~", "null", "Null", "NULL")
_MUNICIPAL = "mayor"
_check_url = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Role:
    """Mayor of a place. `first` is None when unknown, `after_last` when the end is open."""

    number: int
    line: int
    division_id: str
    first: date | None
    after_last: date | None

    def field(self, name: str) -> str:
        """Name a field of the role, counted from 1."""
        return f"roles[{self.number}].{name}"


@dataclass(frozen=True)
class Person:
    """Somebody with at least one municipal role, from one file."""

    file: str
    source_key: str
    name: str
    roles: tuple[Role, ...]
    contacts: tuple[tuple[str, str], ...]
    other_roles: int

    @property
    def fields(self) -> tuple[str, ...]:
        """Name what the file says of them."""
        return ("name", "terms", *(("contact_ways",) if self.contacts else ()))

    def reject(self, role: Role, field: str, reason: str) -> Rejection:
        """Say why this person is left out because of a role."""
        return Rejection(self.file, role.line, role.field(field), reason)


def read_person(path: Path, file: str) -> Person | list[Rejection]:
    """Read one file; `file` is how to call it. Returns everything that is wrong with it instead."""
    try:
        document = Document(path)
    except DomainError as error:
        return rejections_of(error, file, None, "file")
    reading = _Reading(document, file)
    person = reading.person()
    return reading.rejections or person


class _Reading:
    """Reads one document, noting each problem with its line."""

    def __init__(self, document: Document, file: str) -> None:
        self.document = document
        self.file = file
        self.rejections: list[Rejection] = []
        self.other_roles = 0

    def person(self) -> Person:
        content = self.document.content
        source_key = self._text(content, ("id",))
        if source_key and not _ID.fullmatch(source_key):
            self._reject(("id",), "It is no id such as ocd-person/ and a UUID.")
        name = self._text(content, ("name",))
        if not name:
            self._reject(("name",), "The name is missing.")
        elif len(name) > LONGEST_NAME:
            self._reject(("name",), f"The name has more than {LONGEST_NAME} characters.")
        if not source_key:
            self._reject(("id",), "The id is missing.")
        return Person(
            file=self.file,
            source_key=source_key,
            name=name,
            roles=self._roles(),
            contacts=tuple(dict.fromkeys(self._contacts())),
            other_roles=self.other_roles,
        )

    def _roles(self) -> tuple[Role, ...]:
        found = self._list("roles")
        before = len(self.rejections)
        read = (self._role(role, index) for index, role in enumerate(found))
        roles = tuple(role for role in read if role is not None)
        if not roles and len(self.rejections) == before:
            self._reject(("roles",), "There is no municipal role (of type mayor) in it.")
        return roles

    def _role(self, role: dict[Any, Any], index: int) -> Role | None:
        at = ("roles", index)
        division_id = self._division_id(role, at)
        kind = self._text(role, (*at, "type"))
        if division_id is None:
            return None
        if kind != _MUNICIPAL:
            if division_ids.is_state(division_id) and kind:
                # What somebody was in a state's government before is no term of this network.
                self.other_roles += 1
            else:
                reason = (
                    f"The type “{kind[:40]}” is no municipal role, but the jurisdiction is a place."
                )
                self._reject((*at, "type"), reason)
            return None
        try:
            division_ids.parse(division_id)
        except DomainError as error:
            self._reject((*at, "jurisdiction"), error.text(Language.ENGLISH))
            return None
        first, last = self._date(role, (*at, "start_date")), self._date(role, (*at, "end_date"))
        if first is not None and last is not None and last < first:
            self._reject((*at, "end_date"), f"The term ends ({last}) before it starts ({first}).")
        after_last = None if last is None else last + timedelta(days=1)
        return Role(index + 1, self.document.line(*at), division_id, first, after_last)

    def _division_id(self, role: dict[Any, Any], at: tuple[Key, ...]) -> str | None:
        jurisdiction = self._text(role, (*at, "jurisdiction"))
        match = _JURISDICTION.fullmatch(jurisdiction)
        if match is None:
            reason = "It is no jurisdiction such as ocd-jurisdiction/…/place:ojai/government."
            self._reject((*at, "jurisdiction"), reason)
            return None
        return f"ocd-division/{match['division']}"

    def _date(self, role: dict[Any, Any], at: tuple[Key, ...]) -> date | None:
        text = self._text(role, at)
        if text in _UNKNOWN:
            return None
        found = _day(text)
        if found is None:
            self._reject(at, f"“{text[:40]}” is no day such as 2026-12-31.")
            return None
        if not 1800 <= found.year <= 2200:
            self._reject(at, f"{found} is no day of a term of our time.")
            return None
        return found

    def _contacts(self) -> list[tuple[str, str]]:
        """Read e-mail, telephones and web pages, wherever the format has them."""
        found = [self._contact(ContactKind.EMAIL, self.document.content, ("email",))]
        for section in ("offices", "contact_details"):
            for index, office in enumerate(self._list(section)):
                at = (section, index)
                found.append(self._contact(ContactKind.EMAIL, office, (*at, "email")))
                found.append(self._contact(ContactKind.PHONE, office, (*at, "voice")))
        for index, link in enumerate(self._list("links")):
            found.append(self._contact(ContactKind.WEBSITE, link, ("links", index, "url")))
        return [contact for contact in found if contact is not None]

    def _contact(
        self, kind: ContactKind, holder: dict[Any, Any], at: tuple[Key, ...]
    ) -> tuple[str, str] | None:
        value = self._text(holder, at)
        if value in _UNKNOWN:
            return None
        # The value itself is no business of a report.
        if len(value) > LONGEST_CONTACT:
            self._reject(at, f"It has more than {LONGEST_CONTACT} characters.")
        elif not _is_contact(kind, value):
            self._reject(at, f"It is no {kind.label.lower()} that can be used.")
        return kind.value, value

    def _list(self, key: str) -> list[dict[Any, Any]]:
        """Return the mappings under a key; none when it is absent."""
        found = self.document.content.get(key, [])
        if found in _UNKNOWN:
            return []
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self._reject((key,), "It must be a list of mappings.")
            return []
        return found

    def _text(self, holder: dict[Any, Any], at: tuple[Key, ...]) -> str:
        """Return the text under the last key, on one line; empty when it is absent."""
        value = holder.get(at[-1], "")
        if not isinstance(value, str):
            self._reject(at, "It must be a text.")
            return ""
        return " ".join(clean(value).split())

    def _reject(self, at: tuple[Key, ...], reason: str) -> None:
        field = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in at)
        found = Rejection(self.file, self.document.line(*at), field.removeprefix("."), reason)
        # The first thing that is wrong with a field explains the others.
        if all(found.field != each.field for each in self.rejections):
            self.rejections.append(found)


def _is_contact(kind: ContactKind, value: str) -> bool:
    if kind == ContactKind.PHONE:
        return any(letter.isdigit() for letter in value)
    try:
        (validate_email if kind == ContactKind.EMAIL else _check_url)(value)
    except ValidationError:
        return False
    return True


def _day(text: str) -> date | None:
    try:
        # Only whole days: Python reads week dates and others too.
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
