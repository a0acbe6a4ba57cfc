"""English."""

from backend.suggestions.wording.en.labels import Labels
from backend.suggestions.wording.en.places import PlaceSentences
from backend.suggestions.wording.en.policies import PolicySentences
from backend.suggestions.wording.en.ties import TieSentences
from backend.suggestions.wording.en.work import WorkSentences


class English(WorkSentences, TieSentences, PolicySentences, PlaceSentences, Labels):
    """The texts in English."""
