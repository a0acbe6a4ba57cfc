"""Puts each contribution of the graph into words, if the tables still bear it out.

One function for each reason code, by subject: work, ties, places, policies. Each returns nothing
when the tables no longer support the reason: then it is left out, and its share with it.
"""

from collections.abc import Callable, Mapping

from backend.matching.reasons.context import Pair
from backend.matching.reasons.telling import places, policies, ties, work
from backend.matching.reasons.telling.told import Telling
from backend.matching.suggestion import ReasonCode
from graph.peers.model import Contribution

_TELLERS: Mapping[ReasonCode, Callable[[Pair, Contribution], Telling | None]] = {
    ReasonCode.SAME_ISSUE: work.same_issue,
    ReasonCode.WIDER_ISSUE: work.wider_issue,
    ReasonCode.FURTHER_ALONG: work.further_along,
    ReasonCode.ALSO_WORKS_ON: work.also_works_on,
    ReasonCode.OFFERS_WHAT_YOU_SEEK: work.offers,
    ReasonCode.SEEKS_WHAT_YOU_OFFER: work.seeks,
    ReasonCode.RECIPROCITY: work.reciprocity,
    ReasonCode.SHARED_ORGANIZATION: ties.shared_organization,
    ReasonCode.SHARED_EVENT: ties.shared_event,
    ReasonCode.SAVED: ties.saved,
    ReasonCode.PLACE_ADOPTED: policies.place_adopted,
    ReasonCode.SAME_POLICIES: policies.same_policies,
    ReasonCode.ALIKE_ADOPTERS: policies.alike_adopters,
    ReasonCode.SAME_PREEMPTION: policies.same_preemption,
    ReasonCode.NEARBY: places.nearby,
    ReasonCode.ALIKE_SIZE: places.alike_size,
    ReasonCode.ALIKE_PLACE: places.alike_place,
    ReasonCode.SAME_OFFICE: places.same_office,
}


def tell(pair: Pair, contribution: Contribution) -> Telling | None:
    """Put a contribution into words, or return nothing if the tables don't bear it out."""
    return _TELLERS[ReasonCode(contribution.code)](pair, contribution)
