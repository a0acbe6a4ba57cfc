"""Tables of introductions."""

from backend.introductions.models.asks import ENDED, OPEN, Answer, Introduction, State
from backend.introductions.models.opinions import Block, Feedback, FeedbackKind
from backend.introductions.models.showings import Showing

__all__ = [
    "ENDED",
    "OPEN",
    "Answer",
    "Block",
    "Feedback",
    "FeedbackKind",
    "Introduction",
    "Showing",
    "State",
]
