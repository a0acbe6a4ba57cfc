"""Whom to take of many who fit: the best, not worn out, nor all from one city or one state."""

from collections import Counter
from collections.abc import Mapping, Sequence

from backend.directory.models import Locality, Official
from backend.directory.selectors.terms import shown_terms
from backend.introductions.selectors.impressions import week_left
from graph.peers.model import Peer

# Asked for beyond the length: somebody may have dropped out, and there must be a choice.
SPARE = 70
MOST_OF_A_PLACE = 2


def chosen(
    own: Official, peers: Sequence[Peer], people: Mapping[int, Official], length: int
) -> list[Peer]:
    """Take those to list, the best first, of those who may still be suggested. Two statements.

    A score counts as much as is left of the person's week, so that whoever fits many is kept for
    those whom nobody else fits, and the others are seen.
    """
    fitting = [peer for peer in peers if peer.official in people]
    left = week_left(own.pk, people)
    spared = sorted(fitting, key=lambda each: -each.score * left.get(each.official, 1.0))
    terms = shown_terms(list(people.values()))
    places = {id_: term.seat.office.locality for id_, term in terms.items()}
    taken = {each.official for each in varied(spared, places, length)}
    return [peer for peer in fitting if peer.official in taken]


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
