"""A reason in words."""

from dataclasses import dataclass

from backend.matching.reasons.wording.catalogue import Sentence
from backend.matching.suggestion import Evidence


@dataclass(frozen=True)
class Telling:
    """A reason in words, and the issues it is about that both stand on, the strongest first."""

    sentence: Sentence
    evidence: tuple[Evidence, ...]
    issues: tuple[int, ...] = ()
