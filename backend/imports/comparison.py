"""People of a roster compared with the database: counted in a report, and made into a plan."""

from collections import defaultdict

from django.db.backends.postgresql.psycopg_any import DateRange

from backend.directory.models import ContactWay, Locality, Membership, Official, Term
from backend.imports import gazetteer, mayors
from backend.imports.people import Person
from backend.imports.plan import MovedTerm, NewTerm, Plan
from backend.imports.report import Change, Report
from backend.imports.roster import Holder, Roster
from backend.imports.terms import Seated


class Comparison:
    """One run. Reads; nothing is written here."""

    def __init__(self, people: list[Person], report: Report) -> None:
        """Take the people of the roster, and the report to count them in."""
        self._people = people
        self._report = report
        self._plan = Plan()
        # Locked, so that nobody joins or leaves between this comparison and its writing.
        found = Official.objects.select_for_update().filter(
            source_key__in=[person.source_key for person in people]
        )
        self._officials = {official.source_key or "": official for official in found}

    def plan(self) -> Plan:
        """Compare everybody, count them, and return what is to be written."""
        placed = self._placed()
        staying = [person for person in placed if not self._has_left(person)]
        roster = Roster(staying, self._officials, self._terms(staying))
        roster.settle()
        for rejection in roster.rejected.values():
            self._report.reject([rejection])
        accepted = [person for person in staying if person.source_key not in roster.rejected]
        self._compare_terms(roster)
        self._compare_people(accepted)
        self._compare_places(accepted)
        self._count(accepted)
        self._report.unchanged += len(placed) - len(staying)
        return self._plan

    def _has_left(self, person: Person) -> bool:
        """Say whether it is somebody who has left: a roster doesn't bring them back."""
        official = self._officials.get(person.source_key)
        return official is not None and official.membership == Membership.LEFT

    def _placed(self) -> list[Person]:
        """Return those whose places are known, here or in the bundled list; reject the others."""
        wanted = {role.division_id for person in self._people for role in person.roles}
        known = set(
            Locality.objects.filter(division_id__in=wanted).values_list("division_id", flat=True)
        )
        bundled = gazetteer.bundled()
        placed = []
        for person in self._people:
            rejections = [
                person.reject(role, "jurisdiction", _unknown_place(role.division_id))
                for role in person.roles
                if role.division_id not in known and bundled.place(role.division_id) is None
            ]
            if rejections:
                self._report.reject(rejections)
            else:
                placed.append(person)
        self._known_places = known
        return placed

    def _terms(self, people: list[Person]) -> dict[str, list[Term]]:
        seats = mayors.seats_of({role.division_id for person in people for role in person.roles})
        by_seat = {seat.pk: division_id for division_id, seat in seats.items()}
        terms: dict[str, list[Term]] = defaultdict(list)
        stored = Term.objects.select_for_update(of=("self",)).filter(seat__in=seats.values())
        for term in stored.select_related("official").order_by("pk"):
            terms[by_seat[term.seat_id]].append(term)
        return terms

    def _compare_terms(self, roster: Roster) -> None:
        for division_id, seated in roster.seated.items():
            for each in seated:
                self._compare_term(division_id, each)

    def _compare_term(self, division_id: str, seated: Seated[Holder]) -> None:
        holder = seated.holding.holder
        during = DateRange(seated.lower, seated.holding.after_last)
        start_is_known = seated.holding.first is not None
        if holder.term is None:
            if holder.person is None:
                raise ValueError("A holder without a person has a term.")
            source_key = holder.person.source_key
            self._plan.new_terms.append(NewTerm(source_key, division_id, during, start_is_known))
            if source_key in self._officials:
                self._plan.fields[self._officials[source_key].pk].add("terms")
        elif (holder.term.during, holder.term.start_is_known) != (during, start_is_known):
            self._plan.moved_terms.append(MovedTerm(holder.term, during, start_is_known))
            self._plan.fields[holder.term.official_id].add("terms")

    def _compare_people(self, accepted: list[Person]) -> None:
        stored_ways = defaultdict(set)
        ways = ContactWay.objects.filter(official__in=self._officials.values())
        for official_id, kind, value in ways.values_list("official_id", "kind", "value"):
            stored_ways[official_id].add((kind, value))
        for person in accepted:
            official = self._officials.get(person.source_key)
            if official is None:
                self._plan.created.append(person)
                new = list(person.contacts)
            elif official.membership == Membership.RECORD:
                new = [way for way in person.contacts if way not in stored_ways[official.pk]]
                if new:
                    self._plan.fields[official.pk].add("contact_ways")
                if official.name != person.name:
                    self._plan.renamed.append((official, person.name))
                    self._plan.fields[official.pk].add("name")
            else:
                # What a member says of themselves is theirs.
                new = []
            self._plan.contacts.extend((person.source_key, way) for way in new)

    def _compare_places(self, accepted: list[Person]) -> None:
        wanted = {role.division_id for person in accepted for role in person.roles}
        bundled = gazetteer.bundled()
        found = (bundled.place(each) for each in sorted(wanted - self._known_places))
        self._plan.places = [place for place in found if place is not None]
        if self._plan.places:
            count = len(self._plan.places)
            self._report.notes.append(f"Places added from the bundled list: {count}.")

    def _count(self, accepted: list[Person]) -> None:
        for person in accepted:
            official = self._officials.get(person.source_key)
            if official is None:
                self._report.add(Change(person.name, created=True, fields=person.fields))
            elif fields := self._plan.fields.get(official.pk):
                self._report.add(Change(person.name, created=False, fields=tuple(sorted(fields))))
            else:
                self._report.unchanged += 1
        # Whoever isn't in the roster, yet has a first day that it tells.
        own = {official.pk for official in self._officials.values()}
        others = {each.term.official_id: each.term.official for each in self._plan.moved_terms}
        for official_id, official in others.items():
            if official_id not in own:
                self._report.add(Change(official.name, created=False, fields=("terms",)))


def _unknown_place(division_id: str) -> str:
    alike = gazetteer.bundled().alike(division_id)
    hint = f" Perhaps it is {alike}." if alike else ""
    return (
        f"The place {division_id} is not known here.{hint} "
        "If it is a new one, import a list of divisions with it first."
    )
