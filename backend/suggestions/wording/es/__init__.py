"""Spanish."""

from backend.suggestions.wording.es.labels import Labels
from backend.suggestions.wording.es.places import PlaceSentences
from backend.suggestions.wording.es.policies import PolicySentences
from backend.suggestions.wording.es.ties import TieSentences
from backend.suggestions.wording.es.work import WorkSentences


class Spanish(WorkSentences, TieSentences, PolicySentences, PlaceSentences, Labels):
    """The texts in Spanish."""
