"""What has gone on between the invented officials: meetings, asks and their ends, opinions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from backend.demo import sources
from backend.demo.model import Ask, Between, Event, Issue, Opinion, Person

EARLY = ("exploring", "drafting", "introduced")
LATE = ("adopted", "implementing", "defending")
# What became of how many asks, and how many days ago at least and at most they were made.
ENDINGS = (
    ("awaiting", 10, (1, 12)),
    ("held", 2, (1, 5)),
    ("connected", 11, (10, 420)),
    ("declined", 4, (2, 12)),
    ("declined", 5, (20, 170)),
    ("withdrawn", 4, (5, 300)),
    ("expired", 6, (20, 400)),
)
# Somebody has as many asks to answer as one person may.
AT_THE_CAP = 3
BLOCKS = 5
OPINIONS = (("saved", 12), ("already_know", 6), ("not_relevant", 8))


def attended(rng: Random, events: Iterable[Event], people: Sequence[Person]) -> tuple[Event, ...]:
    """Let about half of the members who work on an event's issues come to it."""
    return tuple(
        replace(
            event,
            attended=tuple(
                person.key
                for person in people
                if person.joined_on is not None
                and person.joined_on <= event.on
                and _is_active(person)
                and any(work.issue in event.issues for work in person.work)
                and rng.random() < 0.5
            ),
        )
        for event in events
    )


def between(
    rng: Random, today: date, people: Sequence[Person], issues: Mapping[str, Issue]
) -> Between:
    """Make up asks, blocks and opinions. The people of the sign-in page only receive asks."""
    return _Maker(rng, today, people, issues).make()


def _is_active(person: Person) -> bool:
    return person.membership == "member" and not person.hidden


class _Maker:
    """Holds who has been paired with whom already."""

    def __init__(
        self, rng: Random, today: date, people: Sequence[Person], issues: Mapping[str, Issue]
    ) -> None:
        self.rng = rng
        self.today = today
        self.issues = issues
        self.askers = [each for each in people if _is_active(each) and not each.account]
        self.featured = [each for each in people if each.account]
        self.others = [each for each in self.askers if not each.paused]
        self.pairs: set[frozenset[str]] = set()
        self.asked: Counter[str] = Counter()

    def make(self) -> Between:
        asks = [self.ask(ending, ago) for ending, count, ago in ENDINGS for _ in range(count)]
        popular = self.pair()[1]
        asks += [self.ask("awaiting", (1, 12), other=popular) for _ in range(AT_THE_CAP)]
        asks += [self.ask("awaiting", (2, 9), other=each) for each in self.featured[:2]]
        return Between(
            asks=tuple(asks),
            blocks=tuple(self.strangers() for _ in range(BLOCKS)),
            opinions=tuple(
                Opinion(*self.strangers(), kind, self.why(kind))
                for kind, count in OPINIONS
                for _ in range(count)
            ),
        )

    def ask(self, state: str, ago: tuple[int, int], other: Person | None = None) -> Ask:
        asker, other, issue = self.pair(other)
        self.asked[asker.key] += 1
        asked_on = self.today - timedelta(days=self.rng.randint(*ago))
        by_staff = other not in self.featured and self.rng.random() < 0.2
        return Ask(
            asker=asker.key,
            other=other.key,
            issue=issue.slug,
            note=self.line("proposals" if by_staff else "notes", issue),
            by_staff=by_staff,
            state=state,
            asker_answer="yes" if not by_staff or state in {"connected", "declined"} else "",
            other_answer=self.answer(state),
            asked_on=asked_on,
            ended_on=self.end(state, asked_on),
        )

    def pair(self, other: Person | None = None) -> tuple[Person, Person, Issue]:
        """Draw somebody early on an issue, and somebody elsewhere who is further along."""
        while True:
            asker = self.rng.choice(self.askers)
            peer = other or self.rng.choice(self.others)
            shared = {work.issue for work in peer.work if other or work.stage in LATE}.intersection(
                work.issue for work in asker.work if other or work.stage in EARLY
            )
            pair = frozenset((asker.key, peer.key))
            if (
                shared
                and asker.office[0] != peer.office[0]
                and pair not in self.pairs
                and not self.asked[asker.key]
            ):
                self.pairs.add(pair)
                return asker, peer, self.issues[min(shared)]

    def strangers(self) -> tuple[str, str]:
        """Draw two people between whom there is nothing yet."""
        while True:
            one, other = self.rng.sample(self.askers, 2)
            if (pair := frozenset((one.key, other.key))) not in self.pairs:
                self.pairs.add(pair)
                return one.key, other.key

    def answer(self, state: str) -> str:
        if state == "declined":
            return self.rng.choice(("no", "not_now"))
        return "yes" if state == "connected" else ""

    def end(self, state: str, asked_on: date) -> date | None:
        if state in {"awaiting", "held"}:
            return None
        days = 14 if state == "expired" else self.rng.randint(0, 9)
        return min(asked_on + timedelta(days=days), self.today - timedelta(days=1))

    def why(self, kind: str) -> str:
        if kind != "not_relevant" or self.rng.random() < 0.3:
            return ""
        return self.rng.choice(sources.ask_lines("whys"))

    def line(self, kind: str, issue: Issue) -> str:
        return self.rng.choice(sources.ask_lines(kind)).format(object=issue.object)
