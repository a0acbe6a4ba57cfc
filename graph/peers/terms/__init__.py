"""The terms of the score, by the code of the reason that each gives."""

from __future__ import annotations

from collections.abc import Mapping

from graph.peers.terms import places, ties, work
from graph.peers.terms.term import Term

TERMS: Mapping[str, Term] = {
    "same_issue": work.SAME_ISSUE,
    "wider_issue": work.WIDER_ISSUE,
    "further_along": work.FURTHER_ALONG,
    "also_works_on": work.ALSO_WORKS_ON,
    "offers_what_you_seek": work.OFFERS_WHAT_YOU_SEEK,
    "seeks_what_you_offer": work.SEEKS_WHAT_YOU_OFFER,
    "reciprocity": work.RECIPROCITY,
    "shared_organization": ties.SHARED_ORGANIZATION,
    "shared_event": ties.SHARED_EVENT,
    "saved": ties.SAVED,
    "place_adopted": places.PLACE_ADOPTED,
    "same_policies": places.SAME_POLICIES,
    "alike_adopters": places.ALIKE_ADOPTERS,
    "same_preemption": places.SAME_PREEMPTION,
    "nearby": places.NEARBY,
    "alike_size": places.ALIKE_SIZE,
    "alike_place": places.ALIKE_PLACE,
    "same_office": places.SAME_OFFICE,
}

# What no suggestion may rest on alone, unless all else brings too few.
CIRCUMSTANCES = frozenset({"nearby", "alike_size", "alike_place", "same_office", "saved"})
