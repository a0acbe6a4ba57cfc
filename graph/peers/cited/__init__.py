"""What each term rests on, by its code: the edges of both sides, and what a sentence may say."""

from __future__ import annotations

from collections.abc import Mapping

from graph.peers.cited import places, ties, work
from graph.peers.cited.edges import Cite

CITED: Mapping[str, Cite] = {
    "same_issue": work.same_issue,
    "wider_issue": work.wider_issue,
    "further_along": work.further_along,
    "also_works_on": work.also_works_on,
    "offers_what_you_seek": work.offers_what_you_seek,
    "seeks_what_you_offer": work.seeks_what_you_offer,
    "reciprocity": work.reciprocity,
    "shared_organization": ties.shared_organization,
    "shared_event": ties.shared_event,
    "saved": ties.saved,
    "place_adopted": places.place_adopted,
    "same_policies": places.same_policies,
    "alike_adopters": places.alike_adopters,
    "same_preemption": places.same_preemption,
    "nearby": places.two_places,
    "alike_size": places.two_places,
    "alike_place": places.alike_place,
    "same_office": places.two_places,
}
