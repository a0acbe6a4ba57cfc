"""Finding what an operator means on the command line: by id, or by a name that is the only one."""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib.postgres.search import SearchQuery
from django.db.models import Model, Q, QuerySet

from backend.core.errors import DomainError, ErrorCode, fail
from backend.core.text import fold, prefix_query
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Issue, Membership, Official
from backend.directory.selectors.terms import shown_terms

MOST_CHOICES = 8
MOST_ID_DIGITS = 18

Row = TypeVar("Row", bound=Model)


def official_lookup(text: str) -> Official:
    """Return the official of an id, or the member of an e-mail address or a name.

    A part of the name will do if it is one member's alone. Raises DomainError whose message lists
    whom it could be.
    """
    if _is_id(text):
        official = Official.objects.filter(pk=int(text)).first()
        if official is None:
            raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_OFFICIAL_OF_ID, text=text)
        return official
    members = Official.objects.filter(membership=Membership.MEMBER)
    if "@" in text:
        found = _at_most(members.filter(user__email_folded=fold(text)))
    else:
        found = _called(members, text, Q(name_folded=fold(text)))
    if len(found) == 1:
        return found[0]
    if not found:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NOBODY_CALLED, text=text)
    terms = shown_terms(found)
    choices = (
        f"{each.name} of {terms[each.pk].seat.office.locality} ({each.pk})"
        if each.pk in terms
        else f"{each.name} ({each.pk})"
        for each in found
    )
    raise _unclear(text, choices, DirectoryMessage.SEVERAL_PEOPLE, DirectoryMessage.MORE_PEOPLE)


def issue_lookup(text: str) -> Issue:
    """Return the issue of an id, a slug or a name. Raises DomainError as for officials."""
    if _is_id(text):
        found = _at_most(Issue.objects.filter(pk=int(text)))
    else:
        found = _called(Issue.objects.all(), text, Q(slug=text[:80]) | Q(name__iexact=text))
    if len(found) == 1:
        return found[0]
    if not found:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_ISSUE_CALLED, text=text)
    slugs = (each.slug for each in found)
    raise _unclear(text, slugs, DirectoryMessage.SEVERAL_ISSUES, DirectoryMessage.MORE_ISSUES)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_ID_DIGITS


def _called(rows: QuerySet[Row], text: str, whole: Q) -> list[Row]:
    """Return those of exactly this name, else those that have all its words."""
    exactly = _at_most(rows.filter(whole))
    words = prefix_query(text)
    if exactly or not words:
        return exactly
    return _at_most(rows.filter(search=SearchQuery(words, search_type="raw", config="simple")))


def _at_most(rows: QuerySet[Row]) -> list[Row]:
    """Read one more than is listed, to tell that there are more."""
    return list(rows[: MOST_CHOICES + 1])


def _unclear(
    text: str, choices: Iterable[str], several: DirectoryMessage, more: DirectoryMessage
) -> DomainError:
    shown = list(choices)
    message = more if len(shown) > MOST_CHOICES else several
    listed = ", ".join(shown[:MOST_CHOICES])
    return fail(ErrorCode.INVALID, message, text=text, choices=listed)
