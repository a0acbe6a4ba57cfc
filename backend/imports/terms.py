"""Who holds one seat when: holdings put in order, unknown first days filled in, clashes found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Holder = TypeVar("Holder")


@dataclass(frozen=True)
class Holding(Generic[Holder]):
    """Somebody holds the seat from a first day, or since it was free (None), to a last one.

    `after_last` is the day after the last, None when the end is open.
    """

    holder: Holder
    first: date | None
    after_last: date | None


@dataclass(frozen=True)
class Seated(Generic[Holder]):
    """A holding with the lower bound that it gets: None when nobody is known before it."""

    holding: Holding[Holder]
    lower: date | None


@dataclass(frozen=True)
class Clash(Generic[Holder]):
    """Two holdings that can't both be true, the one that ends earlier first."""

    earlier: Holding[Holder]
    later: Holding[Holder]


def arrange(holdings: Iterable[Holding[Holder]]) -> list[Seated[Holder]] | Clash[Holder]:
    """Seat everybody in the order of their ends, or name the first two that clash.

    A first day that isn't known is taken to be the day after the previous holder's last.
    """
    seated: list[Seated[Holder]] = []
    for holding in sorted(holdings, key=_by_end):
        lower = holding.first
        if seated:
            previous = seated[-1].holding
            free = previous.after_last
            if free is None or (lower is not None and lower < free):
                return Clash(previous, holding)
            lower = lower or free
            if holding.after_last is not None and lower >= holding.after_last:
                return Clash(previous, holding)
        seated.append(Seated(holding, lower))
    return seated


def _by_end(holding: Holding[Holder]) -> tuple[date, bool, date]:
    first_known = holding.first is not None
    return holding.after_last or date.max, first_known, holding.first or date.min
