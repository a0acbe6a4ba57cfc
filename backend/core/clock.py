"""What day it is, for people in office, and in which week."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

# The last inhabited US time zone to finish a day: a term's last day is over when it is over there.
LAST_ZONE = ZoneInfo("Pacific/Honolulu")


def today() -> date:
    """Return the date that decides who is in office: the date in Hawaii."""
    return timezone.now().astimezone(LAST_ZONE).date()


def week_of(day: date) -> date:
    """Return the Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def this_week() -> date:
    """Return the Monday of the week that today is in."""
    return week_of(today())
