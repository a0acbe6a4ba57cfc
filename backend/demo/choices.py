"""Who can be chosen on the demo's first page: the featured people, as they are in the tables."""

from typing import TypedDict

from backend.accounts.models import Role, User
from backend.demo import sources
from backend.demo.network import account_of
from backend.directory.models import Official, Term
from backend.directory.selectors.terms import shown_terms


class Choice(TypedDict):
    """One person of the sign-in page."""

    id: str
    name: str
    title: str
    place: str
    blurb: str
    initials: str
    role: str


def choices() -> list[Choice]:
    """Return the featured people who are loaded, members first, in the file's order."""
    members = {
        official.user.email: official
        for official in Official.objects.filter(user__invented=True).select_related("user")
        if official.user
    }
    terms = shown_terms(list(members.values()))
    found = [
        _member(entry["id"], official, terms[official.pk], entry["blurb"])
        for entry in sources.featured()
        if (official := members.get(account_of(entry["id"]))) and official.pk in terms
    ]
    accounts = set(User.objects.filter(invented=True).values_list("email", flat=True))
    found.extend(
        Choice(
            id=each.id,
            name=each.name,
            title=each.title,
            place="",
            blurb=each.blurb,
            initials=initials(each.name),
            role=each.role.value,
        )
        for each in sources.staff()
        if account_of(each.id) in accounts
    )
    return found


def _member(key: str, official: Official, term: Term, blurb: str) -> Choice:
    office = term.seat.office
    return Choice(
        id=key,
        name=official.name,
        title=office.title,
        place=str(office.locality),
        blurb=blurb,
        initials=initials(official.name),
        role=Role.MEMBER.value,
    )


def initials(name: str) -> str:
    """Return the first letters of the first and last word."""
    words = name.split()
    return (words[0][0] + words[-1][0]).upper()


def account(key: str) -> User | None:
    """Return the account of a featured person, or nothing for any other id."""
    if key not in {entry["id"] for entry in sources.featured()} | {s.id for s in sources.staff()}:
        return None
    return User.objects.filter(email_folded=account_of(key), invented=True, is_active=True).first()
