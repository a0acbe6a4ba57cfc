"""A history of adoptions: who adopted what in which year, what it was about, and where they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.peers.terms.places import kilometres

Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

NEVER = 32_767
UNDATED = 0


@dataclass(frozen=True)
class Place:
    """Where a unit lies, in degrees, with its population; `state` is empty when unknown."""

    latitude: float
    longitude: float
    population: int | None
    state: str


@dataclass(frozen=True)
class Item:
    """Something that units adopt; the topic is a position among the history's topics."""

    name: str
    topic: int
    text: str


@dataclass(frozen=True)
class History:
    """Units, items and topics by position, and of each unit and item the year of adoption.

    `years` has a row a unit and a column an item: a year, UNDATED or NEVER.
    """

    units: Sequence[str]
    items: Sequence[Item]
    topics: Sequence[str]
    places: Sequence[Place | None]
    years: Ints

    def before(self, year: int, *, hidden: int | None = None) -> Mask:
        """What was adopted in an earlier year, of each unit and item; one item may be hidden.

        What has no date is left out: it could be from later.
        """
        visible: Mask = (self.years < year) & (self.years != UNDATED)
        if hidden is not None:
            visible[:, hidden] = False
        return visible

    @cached_property
    def ever(self) -> Mask:
        """What was adopted at any time, dated or not, of each unit and item."""
        ever: Mask = self.years != NEVER
        return ever

    @cached_property
    def dated(self) -> Mask:
        """What was adopted in a known year."""
        dated: Mask = self.ever & (self.years != UNDATED)
        return dated

    @cached_property
    def topic_of(self) -> Ints:
        """The topic of each item."""
        return np.array([item.topic for item in self.items], dtype=np.int64)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The state of each unit, empty when unknown."""
        return tuple(place.state if place else "" for place in self.places)

    def kilometres(self, unit: int) -> Floats:
        """The great-circle distance from a unit to each; NaN where one lies nowhere known."""
        latitude, longitude = self._degrees
        return kilometres(latitude, longitude, latitude[unit], longitude[unit])

    @cached_property
    def _degrees(self) -> tuple[Floats, Floats]:
        points = [
            (place.latitude, place.longitude) if place else (np.nan, np.nan)
            for place in self.places
        ]
        degrees = np.array(points, dtype=np.float64).reshape(-1, 2)
        return degrees[:, 0], degrees[:, 1]
