"""What follows from a change elsewhere arrives with it: feature rows, and buckets."""

from datetime import date

import pytest

from backend.directory.models import Locality, LocalityFact
from backend.outbox.models import DeadLetter, OutboxEntry
from backend.playbook.models import Adoption, Policy
from backend.projection import relay
from backend.projection.rebuild import rebuild
from backend.projection.verify import verify
from backend.projection.writer import Writer
from graph import features, writes
from tests import people
from tests.projection import network
from tests.projection.network import queue, waiting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def wider(projection):
    """A network with a fact, somebody else at the same place, and one elsewhere; in the graph."""
    made = network.more(network.make())
    people.work(people.member("Too", at=made.net.place), made.net.issue)
    people.member("Elsewhere", at=people.place("Salem", "or"))
    rebuild()
    assert verify().is_clean
    return made


def other_place(wider):
    Locality.objects.filter(pk=wider.net.place.pk).update(population=9_000, latitude=1, longitude=2)
    return ("Locality", wider.net.place.pk)


def new_fact(wider):
    return ("PlaceFact", people.fact(wider.net.place, "median_rent", 900.0).pk)


def other_figure(wider):
    LocalityFact.objects.filter(pk=wider.fact.pk).update(value=0.25)
    return ("PlaceFact", wider.fact.pk)


def no_fact(wider):
    key = ("PlaceFact", wider.fact.pk)
    wider.fact.delete()
    return key


def new_adoption(wider):
    made = Adoption.objects.create(
        policy=wider.net.policy,
        locality=wider.net.place,
        title="New",
        adopted_on=date(2024, 3, 1),
        source="x",
    )
    return ("Adoption", made.pk)


def other_day(wider):
    Adoption.objects.filter(pk=wider.net.adoption.pk).update(adopted_on=date(2025, 1, 1))
    return ("Adoption", wider.net.adoption.pk)


def no_longer_in_force(wider):
    Adoption.objects.filter(pk=wider.net.adoption.pk).update(status="repealed")
    return ("Adoption", wider.net.adoption.pk)


def elsewhere(wider):
    there = Locality.objects.get(name="Salem")
    Adoption.objects.filter(pk=wider.net.adoption.pk).update(locality=there)
    return ("Adoption", wider.net.adoption.pk)


def no_adoption(wider):
    key = ("Adoption", wider.net.adoption.pk)
    wider.net.adoption.delete()
    return key


def other_issue(wider):
    Policy.objects.update(issue=wider.net.parent)
    return ("Policy", wider.net.policy.pk)


CHANGES = [
    other_place,
    new_fact,
    other_figure,
    no_fact,
    new_adoption,
    other_day,
    no_longer_in_force,
    elsewhere,
    no_adoption,
    other_issue,
]


@pytest.mark.parametrize("change", CHANGES)
def test_only_the_change_itself_is_queued_and_both_sides_become_the_same(projection, wider, change):
    key = change(wider)
    queue(key)
    if key[0] == "PlaceFact" and change is not other_figure:
        queue(("Locality", wider.net.place.pk))  # its edges to facts are others
    now = verify()
    assert (now.is_clean, now.examples) == (True, ()), "all of it waits"
    assert now.waiting > 1
    relay.drain()
    now = verify()
    assert (now.is_clean, now.examples, now.waiting) == (True, (), 0)
    assert not DeadLetter.objects.exists()


@pytest.mark.parametrize("change", [no_adoption, elsewhere, other_issue])
def test_who_follows_is_not_forgotten_when_the_relay_dies_on_its_way(
    projection, wider, change, monkeypatch
):
    """The graph no longer knows where the adoption was when the batch is brought once more."""
    queue(change(wider))

    def die(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("backend.projection.writer.retries.clear", die)
        with pytest.raises(KeyboardInterrupt):
            Writer(projection).process_batch()
    assert waiting() > 1
    relay.drain()
    assert verify().is_clean


def test_nobody_is_queued_twice_by_what_they_follow_from(projection, wider):
    adopted = [("Adoption", each.pk) for each in (wider.net.first, wider.net.adoption)]
    queue(*adopted, ("Locality", wider.net.place.pk), ("PlaceFact", wider.fact.pk))
    writer = Writer(projection, batch=1)
    for _ in range(4):
        writer.process_batch()
    officials = OutboxEntry.objects.filter(aggregate="Official")
    assert sorted(officials.values_list("aggregate_id", flat=True)) == sorted(
        people.Official.objects.filter(terms__seat__office__locality=wider.net.place).values_list(
            "pk", flat=True
        )
    )


def test_a_batch_of_officials_asks_the_graph_nothing_more(projection, wider, monkeypatch):
    monkeypatch.setattr("backend.projection.dependents.sources", None)
    monkeypatch.setattr("backend.projection.dependents.targets", None)
    queue(("Official", wider.net.official.pk), ("Issue", wider.net.issue.pk))
    relay.drain()
    assert waiting() == 0


def test_the_card_has_what_was_changed(projection, wider):
    queue(other_day(wider), other_place(wider))
    relay.drain()
    (stored,) = writes.fetch(projection, "Official", [wider.net.official.pk])
    row = features.read([stored.state.properties["features"]])
    assert row.population.tolist() == [9_000]
    assert date(2025, 1, 1).toordinal() in row.adoptions.columns[2]
