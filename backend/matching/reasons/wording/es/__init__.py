"""Spanish."""

from backend.matching.reasons.wording.es.labels import Labels
from backend.matching.reasons.wording.es.places import PlaceSentences
from backend.matching.reasons.wording.es.policies import PolicySentences
from backend.matching.reasons.wording.es.ties import TieSentences
from backend.matching.reasons.wording.es.work import WorkSentences


class Spanish(WorkSentences, TieSentences, PolicySentences, PlaceSentences, Labels):
    """The texts in Spanish."""
