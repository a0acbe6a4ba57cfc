"""Which buckets to look into, those first whose members are known to score most.

What a bucket says of its members is made into a card, and the terms themselves score them: the
order follows the weights, whatever they are. What buckets don't say (places, other ties) could
add the same to all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

from graph import buckets, cards
from graph.cards import STAGES, AdoptionCard, Card, WorkCard
from graph.peers.inputs import Question
from graph.peers.score import likenesses, totals

KEYS = 500  # that are looked up at most
YEARS = 20  # back from today, in which an adoption has a bucket worth a look
STATES = (
    *("ak", "al", "ar", "az", "ca", "co", "ct", "dc", "de", "fl", "ga", "hi", "ia", "id", "il"),
    *("in", "ks", "ky", "la", "ma", "md", "me", "mi", "mn", "mo", "ms", "mt", "nc", "nd", "ne"),
    *("nh", "nj", "nm", "nv", "ny", "oh", "ok", "or", "pa", "pr", "ri", "sc", "sd", "tn", "tx"),
    *("ut", "va", "vt", "wa", "wi", "wv", "wy"),
)
_USUAL = 2  # the priority where a bucket doesn't say
_SOMEBODY = -1
_SOME_POLICY = -1
_MOST_ISSUES = 20


def best_buckets(asked: Question, issues: Iterable[int]) -> list[int]:
    """The buckets for those who work on one of these issues, best first."""
    wanted = sorted(issues, key=lambda issue: (-asked.rarities.get(issue, 1.0), issue))
    made = dict(_each(asked, wanted[:_MOST_ISSUES]))
    if not made:
        return []
    columns = cards.read([cards.write(card) for card in made.values()])
    worth = totals(asked, likenesses(asked, columns)).tolist()
    found = sorted(zip(worth, made, strict=True), key=lambda each: (-each[0], each[1]))
    return [bucket for _, bucket in found[:KEYS]]


def best_years(asked: Question) -> list[int]:
    """The buckets of adoptions on what was asked, the latest years first."""
    return [
        buckets.by_year(issue, asked.as_of.year - ago)
        for ago in range(YEARS)
        for issue in sorted(asked.asked)[:_MOST_ISSUES]
    ]


def alike_places(asked: Question) -> list[int]:
    """The buckets of places, those of the asker's size and state first."""
    home = asked.asker.place
    own_state = home.state if home and home.state else ""
    own_band = buckets.band(home.population if home else None)
    bands = sorted(range(buckets.UNKNOWN_SIZE + 1), key=lambda each: abs(each - own_band))
    others = [state for state in STATES if state != own_state]
    return [
        buckets.by_place(state, band)
        for band, state in [
            *product(bands, [own_state] if own_state else []),
            *product(bands, others),
        ]
    ]


def _each(asked: Question, issues: list[int]) -> Iterator[tuple[int, Card]]:
    year = asked.as_of.year
    for issue, stage in product(issues, STAGES):
        for priority in (1, 2, 3):
            work = WorkCard(issue, stage, priority, (), ())
            yield buckets.by_issue(issue, stage, priority), Card(_SOMEBODY, "", works=(work,))
        for kind in _sought(asked, issue):
            work = WorkCard(issue, stage, _USUAL, (), (kind,))
            yield buckets.by_offer(issue, stage, kind), Card(_SOMEBODY, "", works=(work,))
        usual = WorkCard(issue, stage, _USUAL, (), ())
        for ago in range(YEARS):
            adopted = AdoptionCard(_SOME_POLICY, issue, _middle(year - ago, asked.as_of))
            card = Card(_SOMEBODY, "", works=(usual,), adoptions=(adopted,))
            yield buckets.by_adopter(issue, stage, year - ago), card
    yield from _pairs(asked, set(issues))


def _pairs(asked: Question, issues: set[int]) -> Iterator[tuple[int, Card]]:
    own = sorted({work.issue for work in asked.asker.works} | issues)[:_MOST_ISSUES]
    for one, other in combinations(own, 2):
        if one in issues or other in issues:
            for stage, other_stage in product(STAGES, STAGES):
                works = (
                    WorkCard(one, stage, _USUAL, (), ()),
                    WorkCard(other, other_stage, _USUAL, (), ()),
                )
                bucket = buckets.by_pair(one, stage, other, other_stage)
                yield bucket, Card(_SOMEBODY, "", works=works)


def _middle(year: int, latest: date) -> date:
    return min(date(year, 7, 1), latest)


def _sought(asked: Question, issue: int) -> tuple[str, ...]:
    work = asked.asker_work.get(issue)
    return work.seeks if work else ()
