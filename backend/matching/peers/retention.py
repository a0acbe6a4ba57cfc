"""Forgetting: who was suggested to whom is kept as long as the exposure report looks back."""

from datetime import timedelta

from backend.core.clock import this_week
from backend.introductions.models import Impression
from backend.matching.models import PeerList

KEPT = timedelta(weeks=8)


def weeks_forget() -> int:
    """Delete the impressions and the lists of weeks long over, and return how many impressions."""
    oldest = this_week() - KEPT
    PeerList.objects.filter(week__lt=oldest).delete()
    forgotten, _ = Impression.objects.filter(week__lt=oldest).delete()
    return forgotten
