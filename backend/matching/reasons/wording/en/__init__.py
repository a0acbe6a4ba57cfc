"""English."""

from backend.matching.reasons.wording.en.labels import Labels
from backend.matching.reasons.wording.en.places import PlaceSentences
from backend.matching.reasons.wording.en.policies import PolicySentences
from backend.matching.reasons.wording.en.ties import TieSentences
from backend.matching.reasons.wording.en.work import WorkSentences


class English(WorkSentences, TieSentences, PolicySentences, PlaceSentences, Labels):
    """The texts in English."""
