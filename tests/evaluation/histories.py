"""Small histories, written as people would say them."""

from collections.abc import Mapping, Sequence

import numpy as np

from backend.evaluation.history import NEVER, History, Item, Place


def history(
    adopted: Mapping[str, Mapping[str, int]],
    topics: Mapping[str, str] | None = None,
    places: Mapping[str, Place] | None = None,
    items: Sequence[str] | None = None,
) -> History:
    """Of each unit, its items and their years; without topics all items have one."""
    units = sorted(adopted)
    names = sorted(items or {item for of in adopted.values() for item in of})
    said = topics or dict.fromkeys(names, "everything")
    topic_names = sorted(set(said.values()))
    years = np.full((len(units), len(names)), NEVER, dtype=np.int64)
    for unit, of in adopted.items():
        for item, year in of.items():
            years[units.index(unit), names.index(item)] = year
    return History(
        units,
        [Item(name, topic_names.index(said[name]), "") for name in names],
        topic_names,
        [(places or {}).get(unit) for unit in units],
        years,
    )
