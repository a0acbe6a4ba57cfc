"""Why a list reaches further than the question, or holds nobody."""

from enum import StrEnum

from backend.core.languages import Language
from backend.core.messages import Message
from backend.matching.messages import Widened


class Widening(StrEnum):
    """The first four are the steps by which the graph widens a question."""

    WIDER_ISSUE = "wider_issue"
    OTHER_ISSUES = "other_issues"
    ORGANIZATIONS = "organizations"
    ALIKE_PLACES = "alike_places"
    NOT_A_MEMBER = "not_a_member"
    HIDDEN = "hidden"
    PAUSED = "paused"
    FULL = "full"
    NOBODY = "nobody"


def in_words(why: Widening, language: Language) -> str:
    """Say why."""
    return Message(Widened[why.name]).text(language)
