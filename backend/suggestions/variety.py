"""Whom to take of many who fit: the best, but not all from one city or one state."""

from collections import Counter
from collections.abc import Mapping, Sequence

from backend.directory.models import Locality, Official
from backend.directory.selectors.terms import shown_terms
from graph.peers.model import Peer

MOST_OF_A_PLACE = 2


def chosen(peers: Sequence[Peer], people: Mapping[int, Official], length: int) -> list[Peer]:
    """Take the best of those who may still be suggested, with variety. One statement."""
    terms = shown_terms(list(people.values()))
    places = {id_: term.seat.office.locality for id_, term in terms.items()}
    return varied([peer for peer in peers if peer.official in people], places, length)


def varied(peers: Sequence[Peer], places: Mapping[int, Locality], length: int) -> list[Peer]:
    """Take the best, in the order they come: two of a place at most, of two states if there are.

    If all that would be taken serve in one state, the last makes room for the best from another.
    """
    kept: list[Peer] = []
    taken: Counter[int] = Counter()
    for peer in peers:
        place = places[peer.official].pk
        if taken[place] < MOST_OF_A_PLACE:
            taken[place] += 1
            kept.append(peer)
    best, rest = kept[:length], kept[length:]
    states = {places[each.official].state for each in best}
    if len(states) == 1 and len(best) == length > 1:
        elsewhere = (each for each in rest if places[each.official].state not in states)
        best[-1] = next(elsewhere, best[-1])
    return best
