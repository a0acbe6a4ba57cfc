"""Tables of introductions."""

from backend.introductions.models.asks import A_NO, ENDED, OPEN, Answer, Introduction, State
from backend.introductions.models.impressions import Impression
from backend.introductions.models.opinions import Block, Feedback, FeedbackKind

__all__ = [
    "A_NO",
    "ENDED",
    "OPEN",
    "Answer",
    "Block",
    "Feedback",
    "FeedbackKind",
    "Impression",
    "Introduction",
    "State",
]
