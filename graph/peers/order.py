"""Which buckets to look into, those first whose members are known to score most.

What a bucket says of its members is made into a person, and the terms themselves score them: the
order follows the weights, whatever they are. What buckets don't say (places, other ties) could
add the same to all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from graph import buckets
from graph.peers.inputs import Person, Question, Work
from graph.peers.score import score

KEYS = 500  # that are looked up at most
_USUAL = 2  # the priority where a bucket doesn't say
_NO_STAGE = "stopped"
_SOMEBODY = -1


def best_buckets(asked: Question, issues: Iterable[int]) -> list[int]:
    """The buckets for those who work on one of these issues, best first."""
    wanted = sorted(issues)
    found = dict(_each(asked, wanted))
    for pair in _pairs(asked, wanted):
        found.update(pair)
    # The id spreads what is equal alike on every engine.
    return sorted(found, key=lambda bucket: (-found[bucket], bucket))[:KEYS]


def _each(asked: Question, issues: list[int]) -> Iterator[tuple[int, float]]:
    for issue in issues:
        for stage in buckets.STAGES:
            for priority in (1, 2, 3):
                worth = _worth(asked, issue, stage, priority)
                yield buckets.by_issue(issue, stage, priority), worth
            for kind in _sought(asked, issue):
                worth = _worth(asked, issue, stage, _USUAL, (kind,))
                yield buckets.by_offer(issue, stage, kind), worth


def _pairs(asked: Question, issues: list[int]) -> Iterator[dict[int, float]]:
    """Of two issues the stage counts once, and the rest of both."""
    own = {work.issue for work in asked.asker.works}
    pairs = [
        (one, other)
        for one, other in combinations(sorted(own | set(issues)), 2)
        if one in issues or other in issues
    ]
    worth = {
        issue: [_worth(asked, issue, stage, _USUAL) for stage in buckets.STAGES]
        for issue in {issue for pair in pairs for issue in pair}
    }
    bare = {issue: of[buckets.STAGES.index(_NO_STAGE)] for issue, of in worth.items()}
    for one, other in pairs:
        yield {
            buckets.by_pair(one, stage, other, other_stage): max(
                worth[one][at] + bare[other], worth[other][other_at] + bare[one]
            )
            for at, stage in enumerate(buckets.STAGES)
            for other_at, other_stage in enumerate(buckets.STAGES)
        }


def _sought(asked: Question, issue: int) -> tuple[str, ...]:
    work = asked.asker_work.get(issue)
    return work.seeks if work else ()


def _worth(
    asked: Question, issue: int, stage: str, priority: int, offers: tuple[str, ...] = ()
) -> float:
    work = Work("", issue, stage, priority, None, (), offers)
    return score(asked, Person(_SOMEBODY, "other", None, (work,))).score
