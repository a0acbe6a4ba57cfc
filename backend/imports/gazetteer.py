"""The place list that ships with the product, so that places are known without a network."""

import gzip
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from backend.imports import places
from backend.imports.places import Place, Row

FILE = Path(__file__).parent / "data" / "us_places.csv.gz"


class Gazetteer:
    """Places of the United States by their division id (data/README.md: source and licence)."""

    def __init__(self, text: str) -> None:
        """Take the text of the list."""
        rows = [row for row in places.read_rows(text) if isinstance(row, Row)]
        self._rows = {row.id: row for row in rows}
        self._like: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows:
            self._like[_state_and_last(row.id)].append(row.id)
        self.names = {row.id: row.name for row in rows}

    def place(self, division_id: str) -> Place | None:
        """Return the place of this division, or None."""
        row = self._rows.get(division_id)
        return None if row is None else places.place_of(row, self.names)

    def places(self, states: Collection[str]) -> Iterator[Place]:
        """Yield every place of these states, by their codes of two letters."""
        for row in self._rows.values():
            if _state_and_last(row.id)[0].rpartition(":")[2] in states:
                yield places.place_of(row, self.names)

    def alike(self, division_id: str) -> str | None:
        """Return the only division of the same state that ends alike, for "did you mean"."""
        found = self._like.get(_state_and_last(division_id), [])
        return found[0] if len(found) == 1 else None


def _state_and_last(division_id: str) -> tuple[str, str]:
    parts = division_id.split("/")
    return parts[min(2, len(parts) - 1)], parts[-1]


@cache
def bundled() -> Gazetteer:
    """Return the list that ships with the product, read once (39,242 places, 0.1 s)."""
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as stream:
        return Gazetteer(stream.read())
