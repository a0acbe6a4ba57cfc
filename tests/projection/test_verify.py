"""Differences are found, whatever they are."""

import pytest

from backend.directory.models import Official, Work
from backend.projection import relay
from backend.projection.verify import verify
from tests.projection import network
from tests.projection.network import made_and_queued, queue

pytestmark = pytest.mark.django_db(transaction=True)

DAMAGE = [
    ("MATCH (n:Policy) DETACH DELETE n", {"missing": 1 + 4}),  # with its edges, and two of others
    ("CREATE (n:Policy {id: 900001, version: 1, epoch: 1, name: 'x'})", {"extra": 1}),
    ("MATCH (n:Locality) SET n.population = 5", {"different": 1}),
    ("MATCH (n:Locality) SET n.latitude = 5.0", {"different": 1}),
    ("MATCH (n:Official) SET n.paused = null", {"different": 1}),
    ("MATCH (n:Official) SET n.home = 5", {"different": 1}),
    ("MATCH (n:Official) SET n.features = null", {"different": 1}),
    ("MATCH (:Official)-[r:IN_BUCKET]->() DELETE r", {"missing": 6}),
    ("MATCH (:Adoption)-[r:IN_YEAR]->() DELETE r", {"missing": 2}),
    ("MATCH (:Issue)-[r:IN_FAMILY]->() DELETE r", {"missing": 1}),
    ("MATCH (:Policy)-[r:IN_TOPIC]->() DELETE r", {"missing": 1}),
    ("MATCH ()-[r:WORKS_ON]->() DELETE r", {"missing": 1}),
    ("MATCH ()-[r:WORKS_ON]->() SET r.stage = 'adopted'", {"different": 1}),
    ("MATCH ()-[r:WORKS_ON]->() SET r.seeks = ['talk']", {"different": 1}),
    (
        """MATCH (o:Official)-[r:WORKS_ON]->(), (i:Issue {name: 'Housing'})
        CREATE (o)-[:WORKS_ON {key: 'x', version: 1, epoch: 1, stage: 'adopted'}]->(i)""",
        {"extra": 1},
    ),
    (
        """MATCH (a:Adoption)-[r:OF]->(p), (a)-[:ADAPTED_FROM]->() WITH a, r, r.key AS key
        DELETE r WITH a, key MATCH (other:Policy {id: 900001})
        CREATE (a)-[:OF {key: key, version: 1, epoch: 1}]->(other)""",
        {"different": 1, "extra": 1},
    ),
]


@pytest.mark.parametrize(("cypher", "found"), DAMAGE)
def test_damage_is_found(projection, cypher, found):
    made_and_queued()
    relay.drain()
    if "other:Policy" in cypher:
        projection.write("CREATE (n:Policy {id: 900001, version: 1, epoch: 1, name: 'x'})")
    projection.write(cypher)
    now = verify()
    assert {
        kind: count for kind in ("missing", "extra", "different") if (count := getattr(now, kind))
    } == found
    assert len(now.examples) == sum(found.values())
    assert not now.is_clean


def test_an_overlap_that_is_missing_or_made_up_is_found(projection):
    wider = network.more(made_and_queued())
    queue(*wider.everything())
    relay.drain()
    assert verify().is_clean
    projection.write("MATCH ()-[r:OVERLAPS]->() DELETE r")
    place, around = wider.net.place.pk, wider.around.pk
    projection.write(
        """MATCH (p:Locality {id: $place}), (a:Locality {id: $around})
        CREATE (p)-[:OVERLAPS {key: 'x', version: 1, epoch: 1}]->(a)""",
        {"place": place, "around": around},
    )
    now = verify()
    assert (now.missing, now.extra, now.different) == (1, 1, 0)
    assert f"extra: Locality {place} OVERLAPS x" in now.examples


def test_what_was_changed_behind_the_outbox_is_found(projection):
    made_and_queued()
    relay.drain()
    Work.objects.update(priority=3)
    now = verify()
    work = Work.objects.get()
    assert f"different: Official {work.official_id} WORKS_ON {work.pk}" in now.examples
    # The bucket of the old priority, and that of the new one; the edge, and the feature row.
    assert (now.missing, now.extra, now.different) == (1, 1, 2)


def test_what_waits_in_the_outbox_is_no_difference(projection):
    net = made_and_queued()
    relay.drain()
    Official.objects.update(paused=True)
    queue(("Official", net.official.pk))
    now = verify()
    assert (now.is_clean, now.waiting) == (True, 1)


def test_somebody_hidden_who_is_still_there_is_found(projection):
    net = made_and_queued()
    relay.drain()
    Official.objects.update(hidden=True)
    now = verify()
    assert now.extra == 10
    assert f"extra: Official {net.official.pk}" in now.examples


def test_both_sides_empty(projection):
    now = verify()
    assert (now.nodes, now.is_clean, now.as_dict()["examples"]) == (0, True, ())


def test_more_than_a_page(projection):
    for number in range(3):
        network.people.place(f"Place {number}")
    network.Locality.objects.bulk_create(
        network.Locality(
            division_id=f"ocd-division/country:us/state:nv/place:p{number}",
            name=f"P{number}",
            kind="place",
            state="nv",
        )
        for number in range(1_200)
    )
    now = verify()
    assert (now.missing, len(now.examples)) == (1_203, 20)
