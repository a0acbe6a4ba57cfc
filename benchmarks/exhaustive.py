"""The product's own score for everybody, over the columns of a whole network in memory.

What bounded retrieval must not lose is measured against this: same terms, same question, but nobody
left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from benchmarks.network import OFFICES, Network
from graph import features
from graph.features import Columns, Floats, Ints, Rows
from graph.peers.inputs import Question
from graph.peers.retrieve import past_places
from graph.peers.score import likenesses, totals


class Exhaustive:
    """Every official of a network as columns; ids are positions plus one, as in the graph."""

    def __init__(self, network: Network) -> None:
        """Make the columns."""
        self._of = network
        self.columns = _columns(network)

    def scores(self, asked: Question) -> tuple[Ints, Floats]:
        """Ids and scores of all with work on what was asked, elsewhere."""
        here = sorted(asked.own_places)
        works_on = [self._of.worker[self._of.works_on[issue - 1]] for issue in sorted(asked.asked)]
        who = np.unique(np.concatenate(works_on))
        found = self._taken(who[~np.isin(self.columns.place[who], here)])
        asked = replace(asked, past=past_places(asked, found))
        return found.official, totals(asked, likenesses(asked, found))

    def _taken(self, who: Ints) -> Columns:
        """The columns of these officials, who are in order."""
        every = self.columns
        place = np.full(len(every), -1)
        place[who] = np.arange(len(who))

        def rows(table: Rows) -> Rows:
            kept = place[table.owner] >= 0
            owner = place[table.owner[kept]]
            return Rows(owner, tuple(each[kept] for each in table.columns))

        return Columns(
            *(getattr(every, name)[who] for name in _ONE_EACH),
            *(rows(getattr(every, name)) for name in _TABLES),
        )


_ONE_EACH = ("official", "office", "place", "state", "latitude", "longitude", "population")
_TABLES = ("works", "organizations", "events", "adoptions", "facts")


def _columns(network: Network) -> Columns:
    place = network.place
    kinds = np.array([features.OFFICES.index(office) for office in OFFICES])
    states = [features.state_number(f"s{state}") for state in range(network.state.max() + 1)]
    nothing = np.array([], dtype=np.int64)
    return Columns(
        official=np.arange(network.size) + 1,
        office=kinds[network.office],
        place=place + 1,
        state=np.array(states)[network.state[place]],
        latitude=_rounded(network.latitude)[place],
        longitude=_rounded(network.longitude)[place],
        population=network.population[place].astype(np.float64),
        works=Rows(
            network.worker,
            (network.issue + 1, network.stage, network.priority, network.seeks, network.offers),
        ),
        organizations=Rows(network.member, (network.organization + 1,)),
        events=Rows(nothing, (nothing,)),
        adoptions=_adoptions(network),
        facts=Rows(nothing, (nothing, nothing)),
    )


def _rounded(degrees: Floats) -> Floats:
    """As a feature row has them."""
    return np.round(degrees, 5)


def _adoptions(network: Network) -> Rows:
    """Every official's place's adoptions."""
    counts = np.array([len(each) for each in network.adopted_in])[network.place]
    owner = np.repeat(np.arange(network.size), counts)
    which = np.concatenate([network.adopted_in[place] for place in network.place.tolist()])
    issue = network.adopted_issue[which] + 1
    first_days = {year: date(year, 1, 1).toordinal() for year in range(1990, 2030)}
    days = np.array([first_days[year] for year in network.adopted_year[which].tolist()])
    return Rows(owner, (issue, issue, days))
