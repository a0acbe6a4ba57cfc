"""Lists drawn by chance: how uneven exposure is if nobody is preferred."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random

# Somebody is drawn again when they don't fit; after so many draws for one place it stays empty.
PATIENCE = 50


@dataclass(frozen=True)
class Member:
    """Who may be suggested, and where they serve."""

    id: int
    locality: int
    state: str
    population: int | None


def random_lists(
    members: Mapping[int, Member],
    lengths: Mapping[int, int],
    *,
    overlaps: Mapping[int, Collection[int]],
    cap: int,
    dice: Random,
) -> Counter[int]:
    """Draw a list of each length, for its owner, and return how often each person is on one.

    As for real lists, nobody of the owner's place or of one that overlaps it is drawn (`overlaps`
    has these of each locality, itself among them), nobody twice, nor beyond the cap.
    """
    times: Counter[int] = Counter()
    left = list(members)
    owners = list(lengths)
    dice.shuffle(owners)
    for owner in owners:
        here = overlaps[members[owner].locality] if owner in members else ()
        drawn: set[int] = set()
        for _ in range(lengths[owner] * PATIENCE):
            if len(drawn) == lengths[owner] or not left:
                break
            at = dice.randrange(len(left))
            person = members[left[at]]
            if person.id == owner or person.locality in here or person.id in drawn:
                continue
            drawn.add(person.id)
            times[person.id] += 1
            if times[person.id] == cap:
                left[at] = left[-1]
                left.pop()
    return times
