"""A suggestion as it is shown: checked against the tables, and in words."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from backend.directory.models import Official, Stage

# Of one reason; a place that has adopted more on an issue names the newest.
MOST_EVIDENCE = 40


class Intent(StrEnum):
    """What the viewer wants of a peer: to learn from them, or to work side by side."""

    LEARN = "learn"
    COLLABORATE = "collaborate"


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


class EvidenceKind(StrEnum):
    """What a piece of evidence is: a row of the directory, the playbook or the introductions."""

    WORK = "work"
    ISSUE = "issue"
    ORGANIZATION = "organization"
    ADOPTION = "adoption"
    LOCALITY = "locality"
    OFFICE = "office"
    EVENT = "event"
    PREEMPTION = "preemption"
    FACT = "fact"
    FEEDBACK = "feedback"


@dataclass(frozen=True)
class Evidence:
    """One thing a reason rests on; `id` is that of the row of this kind."""

    kind: EvidenceKind
    id: int
    label: str
    date: datetime.date | None = None
    source: str | None = None


@dataclass(frozen=True)
class Reason:
    """One part of the score in a sentence; `share` is contribution / score."""

    code: ReasonCode
    text: str
    contribution: float
    share: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Suggestion:
    """A peer and why; the contributions of the reasons add up to the score."""

    peer: Official
    score: float
    headline: str
    headline_fact: str
    issue_id: int | None
    viewer_stage: Stage | None
    peer_stage: Stage | None
    reasons: tuple[Reason, ...]
    weights_version: str

    @property
    def is_on_issue(self) -> bool:
        """Whether the peer works on what was asked about; the others are of a wider search."""
        return any(reason.code is ReasonCode.SAME_ISSUE for reason in self.reasons)


@dataclass(frozen=True)
class SuggestionPage:
    """A part of a member's list. `widened` says why it reaches further, or holds nobody."""

    suggestions: tuple[Suggestion, ...]
    cursors: tuple[str, ...]
    has_next: bool
    has_previous: bool
    weights_version: str
    widened: str | None = None
