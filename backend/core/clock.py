"""What day it is, for people in office."""

from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone

# The last inhabited US time zone to finish a day: a term's last day is over when it is over there.
LAST_ZONE = ZoneInfo("Pacific/Honolulu")


def today() -> date:
    """Return the date that decides who is in office: the date in Hawaii."""
    return timezone.now().astimezone(LAST_ZONE).date()
