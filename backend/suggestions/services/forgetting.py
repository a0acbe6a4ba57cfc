"""Forgetting: who was suggested to whom is kept as long as the exposure report looks back."""

from datetime import timedelta

from backend.core.clock import this_week
from backend.introductions.models import Showing
from backend.suggestions.models import PeerList

KEPT = timedelta(weeks=8)


def weeks_forget() -> int:
    """Delete the showings and the lists of weeks long over, and return how many showings."""
    oldest = this_week() - KEPT
    PeerList.objects.filter(week__lt=oldest).delete()
    forgotten, _ = Showing.objects.filter(week__lt=oldest).delete()
    return forgotten
