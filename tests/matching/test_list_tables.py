"""What the tables of stored lists refuse, and what goes with whom."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from backend.core.clock import this_week, today
from backend.directory.models import Official
from backend.matching.models import PeerEntry, PeerList
from tests.people import issue, member

pytestmark = pytest.mark.django_db


def peer_list(official, **fields):
    given = {
        "intent": "learn",
        "week": this_week(),
        "weights_version": "2026.2",
        "length": 1,
        "own_work": [],
        "made_at": timezone.now(),
    }
    return PeerList.objects.create(official=official, **given | fields)


def entry(of, peer, **fields):
    given = {"rank": 1, "score": 1.5, "contributions": []}
    return PeerEntry.objects.create(peer_list=of, peer=peer, **given | fields)


def refused(make, *given, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*given, **fields)


def test_one_list_a_question():
    ana, rent = member("Ana"), issue("Rent")
    peer_list(ana)
    peer_list(ana, issue=rent)
    peer_list(ana, intent="collaborate")
    refused(peer_list, ana)
    refused(peer_list, ana, issue=rent)


@pytest.mark.parametrize(
    "fields",
    [
        {"intent": "sell"},
        {"week": today().replace(day=1, month=1, year=2026)},  # a Thursday
        {"weights_version": ""},
        {"length": 0},
    ],
)
def test_a_list_that_can_not_be_is_refused(fields):
    refused(peer_list, member("Ana"), **fields)


def test_an_entry_that_can_not_be_is_refused():
    ana, maya, noor = member("Ana"), member("Maya"), member("Noor")
    made = peer_list(ana)
    entry(made, maya)
    refused(entry, made, maya, rank=2)
    refused(entry, made, noor, rank=1)
    refused(entry, made, noor, rank=0)
    refused(entry, made, noor, rank=2, score=0)


def test_lists_go_with_their_owner_and_entries_with_the_peer():
    ana, maya, rent = member("Ana"), member("Maya"), issue("Rent")
    entry(peer_list(ana, issue=rent), maya)
    entry(peer_list(maya), ana)
    Official.objects.get(pk=maya.pk).delete()
    assert not PeerEntry.objects.exists()
    assert list(PeerList.objects.values_list("official", flat=True)) == [ana.pk]
    rent.delete()
    assert not PeerList.objects.exists()
