"""Many lists made at the same moment: the cap of a week holds, and no list is made twice."""

import threading

import pytest
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from backend.directory.models import Stage
from backend.introductions.models import Impression
from backend.matching.models import Intent, PeerList
from backend.matching.peers.build import list_keep, proposed
from backend.matching.peers.lists import Asked, member_with_work
from backend.outbox.models import OutboxEntry
from tests.people import issue, member, place, viewer, work
from tests.projecting import project
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.django_db(transaction=True)
CAP, PEERS, ASKERS = 3, 4, 12


@pytest.fixture
def askers(graph, settings):
    """Far more members than the few who fit may be suggested to; the graph knows of no cap."""
    settings.MOST_LISTS_A_WEEK = CAP
    counsel, home = issue("Right to counsel"), place("Tucson", "az")
    for number in range(PEERS):
        work(member(f"Peer {number}", at=place(f"Place {number}", "or")), counsel, Stage.ADOPTED)
    people = [member(f"Asker {number}", at=home) for number in range(ASKERS)]
    for each in people:
        work(each, counsel)
    project(graph)
    OutboxEntry.objects.all().delete()
    return people


def asked_by(person):
    own, own_work = member_with_work(viewer(person))
    return Asked(viewer(person), own, own_work, None, Intent.LEARN)


def made_at_once(people):
    """Keep the list of each at the same moment, in a thread and on a connection of its own."""
    gate, problems, made = threading.Barrier(len(people)), [], []
    begun = timezone.now()

    def run(asked, found):
        try:
            gate.wait(PATIENCE_S)
            made.append(list_keep(asked, found, begun=begun))
        except BaseException as problem:  # noqa: BLE001 - told in the test's own thread
            problems.append(problem)
        finally:
            connection.close()

    questions = [asked_by(each) for each in people]
    threads = [threading.Thread(target=run, args=(each, proposed(each))) for each in questions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive(), "two of them wait for each other"
    assert problems == []
    return made


def test_the_cap_holds_and_all_places_are_taken(askers):
    made = made_at_once(askers)
    impressions = Impression.objects.order_by().values("shown").annotate(members=Count("pk"))
    assert {row["members"] for row in impressions} == {CAP}
    assert impressions.count() == PEERS
    assert sum(len(each.peers) for each in made if each) == PEERS * CAP
    # Each who came to the cap was queued for the graph.
    queued = set(OutboxEntry.objects.values_list("aggregate_id", flat=True))
    assert queued == {row["shown"] for row in impressions}


def test_a_double_click_makes_one_list(askers):
    made = made_at_once([askers[0]] * 6)
    assert PeerList.objects.count() == 1
    assert {tuple(peer.official for peer in each.peers) for each in made} == {
        tuple(peer.official for peer in made[0].peers)
    }
    assert Impression.objects.count() == PEERS
