"""A roster compared with what is stored: whom to create, what to change, whom to leave out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from backend.directory.models import Membership, Official, Term
from backend.imports.people import Person, Role
from backend.imports.report import Rejection
from backend.imports.terms import Clash, Holding, Seated, arrange


@dataclass(frozen=True)
class Holder:
    """Who holds a seat: a person of the roster with a role, a stored term, or both."""

    person: Person | None
    role: Role | None
    term: Term | None


@dataclass
class Roster:
    """The people of a roster beside the officials and the mayors' terms that are stored.

    `terms` are by division id. After `settle`, `seated` says who holds each seat from when until
    when, and `rejected` who is left out.
    """

    people: list[Person]
    officials: dict[str, Official]
    terms: dict[str, list[Term]]
    rejected: dict[str, Rejection] = field(default_factory=dict)
    seated: dict[str, list[Seated[Holder]]] = field(default_factory=dict)

    def settle(self) -> None:
        """Seat everybody; whoever clashes is left out with all roles, until nobody clashes."""
        claims = self._claims()
        order = {person.source_key: number for number, person in enumerate(self.people)}
        waiting = set(claims)
        while waiting:
            division_id = min(waiting)
            waiting.discard(division_id)
            outcome = arrange(self._holdings(division_id, claims[division_id]))
            if not isinstance(outcome, Clash):
                self.seated[division_id] = outcome
                continue
            loser, rejection = _left_out(outcome, order)
            self.rejected[loser.source_key] = rejection
            waiting.update(role.division_id for role in loser.roles)

    def _claims(self) -> dict[str, list[tuple[Person, Role]]]:
        claims: dict[str, list[tuple[Person, Role]]] = defaultdict(list)
        for person in self.people:
            for role in person.roles:
                claims[role.division_id].append((person, role))
        return claims

    def _holdings(
        self, division_id: str, claims: list[tuple[Person, Role]]
    ) -> Iterator[Holding[Holder]]:
        """Yield who is to hold this seat: the roster's word on its people, the stored otherwise."""
        free = list(self.terms.get(division_id, ()))
        by_person: dict[str, list[tuple[Person, Role]]] = defaultdict(list)
        for person, role in claims:
            if person.source_key not in self.rejected:
                by_person[person.source_key].append((person, role))
        for source_key, own_claims in by_person.items():
            official = self.officials.get(source_key)
            own = [term for term in free if official and term.official_id == official.pk]
            is_record = official is None or official.membership == Membership.RECORD
            for (person, role), term in _matched(own_claims, own, any_day=is_record):
                if term is None:
                    yield Holding(Holder(person, role, None), role.first, role.after_last)
                elif is_record:
                    free.remove(term)
                    yield Holding(Holder(person, role, term), role.first, role.after_last)
                # Otherwise the term is the member's own business, and stays as it is.
        for term in free:
            first = term.during.lower if term.start_is_known else None
            yield Holding(Holder(None, None, term), first, term.during.upper)


def _matched(
    claims: list[tuple[Person, Role]], terms: list[Term], *, any_day: bool
) -> Iterator[tuple[tuple[Person, Role], Term | None]]:
    """Pair each role with the stored term of the same person and seat that it speaks of.

    The same end tells, then the same first day, then (with `any_day`) a day in common.
    """
    left, free = list(claims), list(terms)
    for agree in (_same_end, _same_first, *([_share_days] if any_day else [])):
        for claim in list(left):
            term = next((each for each in free if agree(claim[1], each)), None)
            if term is not None:
                left.remove(claim)
                free.remove(term)
                yield claim, term
    yield from ((claim, None) for claim in left)


def _same_end(role: Role, term: Term) -> bool:
    return bool(role.after_last == term.during.upper)


def _same_first(role: Role, term: Term) -> bool:
    return role.first is not None and role.first == term.during.lower


def _share_days(role: Role, term: Term) -> bool:
    starts = (role.first or date.min, term.during.lower or date.min)
    ends = (role.after_last or date.max, term.during.upper or date.max)
    return max(starts) < min(ends)


def _left_out(clash: Clash[Holder], order: dict[str, int]) -> tuple[Person, Rejection]:
    """Choose who gives way: what is stored stands, and otherwise what was read first."""

    def standing(holding: Holding[Holder]) -> tuple[bool, bool, int]:
        person = holding.holder.person
        number = -1 if person is None else order[person.source_key]
        return person is not None, holding.holder.term is None, number

    other, loser = sorted((clash.earlier, clash.later), key=standing)
    person, role = loser.holder.person, loser.holder.role
    if person is None or role is None:
        raise ValueError("Two stored terms clash, which the database forbids.")
    place = role.division_id.rpartition(":")[2]
    whom, stored = other.holder.person, other.holder.term
    if whom is None:
        invented = stored is not None and stored.official.invented
        who = "An invented person of the demo" if invented else "Somebody already stored"
        reason = f"{who} holds this seat (mayor of {place}) on some of these days."
    elif whom is person:
        reason = f"Two roles of this person share days in one seat (mayor of {place})."
    else:
        reason = f"{whom.file} has somebody in this seat (mayor of {place}) on some of these days."
    return person, person.reject(role, "end_date" if role.first is None else "start_date", reason)
