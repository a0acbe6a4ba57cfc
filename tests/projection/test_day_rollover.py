"""Terms that begin and end while nobody edits anything."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from backend.core.clock import LAST_ZONE, today
from backend.outbox.models import OutboxEntry
from backend.projection import relay
from backend.projection.models import Projection
from backend.projection.verify import verify
from graph import writes
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)

DAY = timedelta(days=1)


@pytest.fixture
def it_becomes(monkeypatch: pytest.MonkeyPatch):
    def set_day(day) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=LAST_ZONE)
        monkeypatch.setattr(timezone, "now", lambda: noon)
        assert today() == day

    return set_day


def test_the_next_term_is_shown_from_its_first_day(projection, it_becomes, do_jobs):
    here, there = people.place("Here"), people.place("There")
    person = people.member()
    start = today()
    people.seat_of(person, here, until=start + 3 * DAY)
    people.seat_of(person, there, since=start + 5 * DAY)
    for each in ("Locality", here.pk), ("Locality", there.pk), ("Official", person.pk):
        OutboxEntry.objects.create(aggregate=each[0], aggregate_id=each[1])
    relay.drain()

    def serves() -> tuple[int, str]:
        (stored,) = writes.fetch(projection, "Official", [person.pk])
        (edge,) = (each for each in stored.state.edges if each.type == "REPRESENTS")
        return edge.target, stored.version

    assert serves()[0] == here.pk
    seen = [serves()]
    for days in (1, 3, 4, 5, 6):
        it_becomes(start + days * DAY)
        do_jobs("day_rollover")
        relay.drain()
        assert verify().is_clean
        seen.append(serves())
    # Over on the third day, when the coming one is shown already; written again on the fifth.
    assert [place for place, _ in seen] == [here.pk] * 2 + [there.pk] * 4
    assert len({version for _, version in seen}) == 3
    assert Projection.load().day == start + 6 * DAY


def test_days_on_which_nothing_ran_are_made_up_for(projection, it_becomes):
    person = people.member(at=people.place())
    OutboxEntry.objects.create(aggregate="Official", aggregate_id=person.pk)
    start = Projection.load().day
    people.seat_of(person, people.place("There"), since=start + 10 * DAY, until=start + 20 * DAY)
    it_becomes(start + 40 * DAY)
    # Comparing queues it first, so that nobody is told of a difference that is only late.
    assert verify().waiting == 1
    assert OutboxEntry.objects.filter(aggregate="Official").count() == 2
