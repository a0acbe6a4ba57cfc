"""Exposure: how evenly people are suggested, beside what chance would do with the same lists.

A member's list is everybody who was suggested to them in the week, whatever they asked about.
Nobody is named.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from random import Random
from typing import Any

from django.conf import settings
from django.db.models import F

from backend.core.clock import this_week
from backend.core.languages import Language
from backend.core.messages import Message
from backend.directory.messages import label
from backend.directory.models import Issue, Work
from backend.directory.models.places import STATES
from backend.directory.selectors.officials import (
    PopulationBand,
    band_of,
    with_shown_place,
)
from backend.directory.selectors.overlaps import overlaps_of
from backend.introductions.models import Impression
from backend.introductions.selectors.eligibility import available
from backend.matching.messages import GroupPhrase
from backend.matching.random_baseline import Member, random_lists

MOST_ISSUES = 50
SEED = 1


@dataclass(frozen=True)
class Group:
    """Some people: their share of the members beside their share of all impressions, 0 to 1."""

    name: str
    members: int
    share_of_members: float
    share_of_exposure: float


@dataclass(frozen=True)
class Exposure:
    """A week. `lists` counts members who were suggested somebody; `impressions` whom, in all.

    `largest_share` is the share of lists with the most shown person in it; Gini coefficients are
    over all who are eligible, from 0 (all alike) to 1. A person may be in several issues.
    """

    week: date
    eligible: int
    lists: int
    impressions: int
    at_the_cap: int
    never_suggested: int
    gini: float
    gini_random: float
    largest_share: float
    bands: tuple[Group, ...]
    states: tuple[Group, ...]
    issues: tuple[Group, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the fields for programs; the week in ISO 8601."""
        return {**asdict(self), "week": self.week.isoformat()}


def exposure(week: date | None = None, *, language: Language) -> Exposure:
    """Report a week (its Monday; this one by default), over those who are eligible today.

    Reads five statements, whatever the size of the network.
    """
    week = week or this_week()
    members = {member.id: member for member in eligible()}
    shown_to: dict[int, list[int]] = {}
    rows = Impression.objects.filter(week=week).order_by("pk").values_list("official", "shown")
    for official, shown in rows:
        if shown in members:
            shown_to.setdefault(official, []).append(shown)
    times = Counter(shown for shown_ids in shown_to.values() for shown in shown_ids)
    return Exposure(
        week=week,
        eligible=len(members),
        lists=len(shown_to),
        impressions=times.total(),
        at_the_cap=sum(count >= settings.MOST_LISTS_A_WEEK for count in times.values()),
        never_suggested=len(members) - len(times),
        gini=gini([times[id_] for id_ in members]),
        gini_random=_gini_random(members, shown_to),
        largest_share=max(times.values(), default=0) / max(len(shown_to), 1),
        bands=_groups(members, times, _bands(members, language)),
        states=_groups(members, times, _states(members)),
        issues=_groups(members, times, _issues(members))[:MOST_ISSUES],
    )


def eligible() -> list[Member]:
    """Return who may be suggested to somebody today, with where they serve."""
    place = (F("shown_locality"), F("shown_state"), F("shown_population"))
    rows = with_shown_place(available()).order_by("pk").values_list("pk", *place)
    return [Member(*row) for row in rows]


def gini(counts: Sequence[int]) -> float:
    """Return the Gini coefficient of counts, zeros included: 0 when all are alike."""
    total, ordered = sum(counts), sorted(counts)
    if not total:
        return 0.0
    weighted = sum(rank * count for rank, count in enumerate(ordered, 1))
    return 2 * weighted / (len(counts) * total) - (len(counts) + 1) / len(counts)


def _gini_random(members: Mapping[int, Member], shown_to: Mapping[int, list[int]]) -> float:
    lengths = {official: len(shown) for official, shown in shown_to.items()}
    dice = Random(SEED)  # noqa: S311 - the same lists each time, no secret
    times = random_lists(
        members,
        lengths,
        overlaps=overlaps_of({member.locality for member in members.values()}),
        cap=settings.MOST_LISTS_A_WEEK,
        dice=dice,
    )
    return gini([times[id_] for id_ in members])


def _groups(
    members: Mapping[int, Member], times: Counter[int], of: Mapping[str, Iterable[int]]
) -> tuple[Group, ...]:
    groups = []
    for name, ids in of.items():
        people = list(ids)
        seen = sum(times[id_] for id_ in people)
        share = seen / times.total() if times else 0.0
        groups.append(Group(name, len(people), len(people) / len(members), share))
    return tuple(groups)


def _bands(members: Mapping[int, Member], language: Language) -> dict[str, list[int]]:
    found: dict[PopulationBand | None, list[int]] = {band: [] for band in (*PopulationBand, None)}
    for member in members.values():
        found[None if member.population is None else band_of(member.population)].append(member.id)
    unknown = Message(GroupPhrase.NO_SIZE).text(language)
    return {
        unknown if band is None else label(band, language): ids
        for band, ids in found.items()
        if ids
    }


def _states(members: Mapping[int, Member]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for member in members.values():
        found.setdefault(STATES.get(member.state, member.state), []).append(member.id)
    return _largest_first(found)


def _issues(members: Mapping[int, Member]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    names = dict(Issue.objects.values_list("pk", "name"))
    for issue, official in Work.objects.order_by("pk").values_list("issue", "official"):
        if official in members:
            found.setdefault(names[issue], []).append(official)
    return _largest_first(found)


def _largest_first(found: dict[str, list[int]]) -> dict[str, list[int]]:
    return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))
