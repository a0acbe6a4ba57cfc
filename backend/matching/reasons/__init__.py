"""Reasons: why somebody is suggested, each told from the tables in both languages.

A reason is one file: what the tables must say for it, its sentence in each language, its title. It
is named here, by the code that its term has in the graph.
"""

from collections.abc import Mapping
from enum import StrEnum

from backend.matching.reasons.alike_adopters import ALIKE_ADOPTERS
from backend.matching.reasons.alike_place import ALIKE_PLACE
from backend.matching.reasons.alike_size import ALIKE_SIZE
from backend.matching.reasons.also_works_on import ALSO_WORKS_ON
from backend.matching.reasons.context import ReasonKind
from backend.matching.reasons.further_along import FURTHER_ALONG
from backend.matching.reasons.nearby import NEARBY
from backend.matching.reasons.offers_what_you_seek import OFFERS_WHAT_YOU_SEEK
from backend.matching.reasons.place_adopted import PLACE_ADOPTED
from backend.matching.reasons.reciprocity import RECIPROCITY
from backend.matching.reasons.same_issue import SAME_ISSUE
from backend.matching.reasons.same_office import SAME_OFFICE
from backend.matching.reasons.same_policies import SAME_POLICIES
from backend.matching.reasons.same_preemption import SAME_PREEMPTION
from backend.matching.reasons.saved import SAVED
from backend.matching.reasons.seeks_what_you_offer import SEEKS_WHAT_YOU_OFFER
from backend.matching.reasons.shared_event import SHARED_EVENT
from backend.matching.reasons.shared_organization import SHARED_ORGANIZATION
from backend.matching.reasons.wider_issue import WIDER_ISSUE


class ReasonCode(StrEnum):
    """What a reason is about; the graph uses the same words."""

    SAME_ISSUE = "same_issue"
    WIDER_ISSUE = "wider_issue"
    FURTHER_ALONG = "further_along"
    ALSO_WORKS_ON = "also_works_on"
    OFFERS_WHAT_YOU_SEEK = "offers_what_you_seek"
    SEEKS_WHAT_YOU_OFFER = "seeks_what_you_offer"
    SHARED_ORGANIZATION = "shared_organization"
    PLACE_ADOPTED = "place_adopted"
    NEARBY = "nearby"
    ALIKE_SIZE = "alike_size"
    SAME_OFFICE = "same_office"
    SHARED_EVENT = "shared_event"
    SAME_PREEMPTION = "same_preemption"
    SAME_POLICIES = "same_policies"
    ALIKE_ADOPTERS = "alike_adopters"
    ALIKE_PLACE = "alike_place"
    RECIPROCITY = "reciprocity"
    SAVED = "saved"


REASONS: Mapping[ReasonCode, ReasonKind] = {
    ReasonCode.SAME_ISSUE: SAME_ISSUE,
    ReasonCode.WIDER_ISSUE: WIDER_ISSUE,
    ReasonCode.FURTHER_ALONG: FURTHER_ALONG,
    ReasonCode.ALSO_WORKS_ON: ALSO_WORKS_ON,
    ReasonCode.OFFERS_WHAT_YOU_SEEK: OFFERS_WHAT_YOU_SEEK,
    ReasonCode.SEEKS_WHAT_YOU_OFFER: SEEKS_WHAT_YOU_OFFER,
    ReasonCode.SHARED_ORGANIZATION: SHARED_ORGANIZATION,
    ReasonCode.PLACE_ADOPTED: PLACE_ADOPTED,
    ReasonCode.NEARBY: NEARBY,
    ReasonCode.ALIKE_SIZE: ALIKE_SIZE,
    ReasonCode.SAME_OFFICE: SAME_OFFICE,
    ReasonCode.SHARED_EVENT: SHARED_EVENT,
    ReasonCode.SAME_PREEMPTION: SAME_PREEMPTION,
    ReasonCode.SAME_POLICIES: SAME_POLICIES,
    ReasonCode.ALIKE_ADOPTERS: ALIKE_ADOPTERS,
    ReasonCode.ALIKE_PLACE: ALIKE_PLACE,
    ReasonCode.RECIPROCITY: RECIPROCITY,
    ReasonCode.SAVED: SAVED,
}
