"""Choosing the people of a group: the best who fit each other, from different places."""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

PEOPLE = 5
STATES = 3
STARTS = 12  # of the best, from each of whom a group is tried

# What somebody adds to a group by coming from elsewhere; at most as much as a good offer of help.
NEW_STATE = 0.75
NEW_SIZE = 0.25


@dataclass(frozen=True)
class Contender:
    """Somebody who could be in the group; `size` is a band of population, "" when not known."""

    official: int
    fit: float
    state: str
    size: str
    bodies: frozenset[int]
    lot: int


Group = tuple[Contender, ...]


def choose(
    contenders: Collection[Contender],
    apart: Collection[frozenset[int]],
    *,
    people: int = PEOPLE,
    states: int = STATES,
) -> Group:
    """Return the best group: of so many people in so many states, as far as they can be had.

    Nobody is in it with somebody of the same body or somebody they are apart from. A group is
    tried from each of the best few, and grown by whoever adds most; places are kept for people
    of states that are still lacking.
    """
    ordered = sorted(contenders, key=lambda each: (-each.fit, each.lot))
    tried = [_grown(start, ordered, frozenset(apart), people, states) for start in ordered[:STARTS]]
    return max(tried, key=_worth(people, states), default=())


def _grown(
    start: Contender,
    ordered: Sequence[Contender],
    apart: frozenset[frozenset[int]],
    people: int,
    states: int,
) -> Group:
    group = [start]
    while len(group) < people:
        free = [each for each in ordered if _fits(each, group, apart)]
        seen = {each.state for each in group}
        if states - len(seen) >= people - len(group):
            free = [each for each in free if each.state not in seen] or free
        if not free:
            break
        group.append(max(free, key=lambda each: (each.fit + _variety(each, group), -each.lot)))
    return tuple(group)


def _fits(one: Contender, group: Sequence[Contender], apart: frozenset[frozenset[int]]) -> bool:
    return all(
        one.official != other.official
        and not one.bodies & other.bodies
        and frozenset((one.official, other.official)) not in apart
        for other in group
    )


def _variety(one: Contender, group: Sequence[Contender]) -> float:
    new_state = all(each.state != one.state for each in group)
    new_size = bool(one.size) and all(each.size != one.size for each in group)
    return NEW_STATE * new_state + NEW_SIZE * new_size


def _worth(people: int, states: int) -> Callable[[Group], tuple[bool, int, int, float]]:
    """Whole groups first, then many people, then many states, then the best."""

    def worth(group: Group) -> tuple[bool, int, int, float]:
        number = min(len({each.state for each in group}), states)
        total = math.fsum(each.fit + _variety(each, group[:at]) for at, each in enumerate(group))
        return len(group) == people and number == states, len(group), number, total

    return worth
