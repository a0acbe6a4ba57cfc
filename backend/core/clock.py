"""What day it is, for people in office, and in which week.

The country is on two days at once for most of the time: from Guam, where a day of its begins, to
American Samoa, where it is over last.
"""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

FIRST_ZONE = ZoneInfo("Pacific/Guam")
LAST_ZONE = ZoneInfo("Pacific/Pago_Pago")


def today() -> date:
    """Return the date that decides who is in office: a term ends when its last day is over."""
    return timezone.now().astimezone(LAST_ZONE).date()


def newest_day() -> date:
    """Return the last date that has come anywhere in the country."""
    return timezone.now().astimezone(FIRST_ZONE).date()


def week_of(day: date) -> date:
    """Return the Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def this_week() -> date:
    """Return the Monday of the week that today is in."""
    return week_of(today())
