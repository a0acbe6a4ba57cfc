"""What is read from the tables for the graph."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext

from backend.core.clock import today
from backend.directory.models import ContactWay, Locality, Membership, Official, Term
from backend.playbook.models import Adoption
from backend.projection.mapping import desired_state
from backend.projection.scope import LABELS
from graph import buckets, features
from graph.features import AdoptionFeatures, FeatureRow, PlaceFeatures, WorkFeatures
from graph.schema import NODE_TYPES, RELATIONSHIP_TYPES
from graph.writes import Edge, NodeState, family_edges, topic_edges, year_edges
from tests import people
from tests.projection import network

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def state_of(label: str, id_: int) -> NodeState:
    (state,) = desired_state([(label, id_)]).states
    return state


def test_an_official_with_everything():
    net = network.make()
    term = net.official.terms.get()

    state = state_of("Official", net.official.pk)

    row = FeatureRow(
        net.official.pk,
        "council",
        PlaceFeatures(net.place.pk, "az", None, None, 540_000),
        [WorkFeatures(net.issue.pk, "drafting", 2, ["legal_memo", "talk"], ["testimony"])],
        [net.organization.pk],
        [],
        [
            AdoptionFeatures(net.policy.pk, net.issue.pk, each.adopted_on)
            for each in (net.first, net.adoption)
        ],
        [],
    )
    assert state.properties == {
        "paused": False,
        "capped": False,
        "home": net.place.pk,
        "features": features.write(row),
        "office_kind": "council",
        "office_id": term.seat.office_id,
        "in_office_from": date(2020, 1, 6),
        "in_office_until": None,
    }
    facts = {
        "stage": "drafting",
        "priority": 2,
        "since": date(2022, 1, 1),
        "seeks": ["legal_memo", "talk"],
        "offers": ["testimony"],
    }
    works = [each for each in state.edges if each.type == "WORKS_ON"]
    assert len(works) == 1
    band = buckets.band(540_000)
    drafting, testimony = features.STAGES.index("drafting"), features.KINDS.index("testimony")
    found = [
        buckets.by_issue(net.issue.pk, drafting, 2),
        buckets.by_offer(net.issue.pk, drafting, testimony, band),
        *(
            buckets.by_exchange(net.issue.pk, drafting, testimony, features.KINDS.index(sought))
            for sought in ("legal_memo", "talk")
        ),
        buckets.by_adopter(net.issue.pk, drafting, 2023 // buckets.YEARS),
        buckets.by_place("az", band),
    ]
    assert set(map(repr, state.edges)) == {
        *(repr(Edge("IN_BUCKET", f"{net.official.pk}:{bucket}", bucket)) for bucket in found),
        repr(Edge("REPRESENTS", str(net.official.pk), net.place.pk)),
        repr(Edge("WORKS_ON", str(net.work.pk), net.issue.pk, facts)),
        repr(
            Edge("AFFILIATED_WITH", str(net.affiliation.pk), net.organization.pk, {"since": None})
        ),
    }


def test_the_other_aggregates():
    net = network.make()
    assert state_of("Issue", net.issue.pk) == NodeState(
        "Issue",
        net.issue.pk,
        {"name": "Rent", "slug": net.issue.slug},
        (
            Edge("PART_OF", str(net.issue.pk), net.parent.pk),
            *family_edges(net.issue.pk, net.parent.pk),
        ),
    )
    assert state_of("Issue", net.parent.pk).edges == ()
    assert state_of("Locality", net.place.pk).properties == {
        "name": "Tucson",
        "state": "az",
        "kind": "place",
        "population": 540_000,
        "latitude": None,
        "longitude": None,
    }
    assert state_of("Organization", net.organization.pk).edges == (
        Edge(
            "ACTIVE_ON",
            str(net.activity.pk),
            net.issue.pk,
            {"state": "az", "locality_id": None},
        ),
    )
    assert state_of("Policy", net.policy.pk).edges == (
        Edge("ADDRESSES", str(net.policy.pk), net.issue.pk),
        *topic_edges(net.policy.pk, net.issue.pk),
    )
    key = str(net.adoption.pk)
    assert state_of("Adoption", net.adoption.pk) == NodeState(
        "Adoption",
        net.adoption.pk,
        {
            "title": "Ordinance 2",
            "adopted_on": date(2023, 5, 4),
            "precision": "day",
            "status": "adopted",
            "source": "The clerk",
        },
        (
            Edge("OF", key, net.policy.pk),
            Edge("IN", key, net.place.pk),
            Edge("ADAPTED_FROM", key, net.first.pk),
            *year_edges(net.adoption.pk, net.issue.pk, date(2023, 5, 4), "adopted"),
        ),
    )


def test_an_adoption_without_a_date_has_no_precision_and_no_year_either():
    net = network.make()
    Adoption.objects.filter(pk=net.adoption.pk).update(adopted_on=None, precision="")
    state = state_of("Adoption", net.adoption.pk)
    assert (state.properties["adopted_on"], state.properties["precision"]) == (None, None)
    assert "IN_YEAR" not in {edge.type for edge in state.edges}


def test_a_card_has_what_is_in_force_and_dated_and_the_newest_facts():
    net = network.make()
    people.fact(net.place, "renter_share", 0.4, year=2020)
    people.fact(net.place, "renter_share", 0.5, year=2022)
    people.fact(net.place, "median_rent", 900, year=2021)
    Adoption.objects.filter(pk=net.first.pk).update(adopted_on=None, precision="")
    Adoption.objects.create(
        policy=net.policy,
        locality=net.place,
        title="Repealed",
        adopted_on=date(2024, 1, 1),
        status="repealed",
        source="x",
    )
    Locality.objects.filter(pk=net.place.pk).update(latitude=32.2, longitude=-110.9)
    columns = features.read([state_of("Official", net.official.pk).properties["features"]])
    assert columns.latitude.tolist() == [32.2]
    _, _, days = columns.adoptions.columns
    assert days.tolist() == [date(2023, 5, 4).toordinal()]
    names, values = columns.facts.columns
    assert [features.FACTS[name] for name in names] == ["median_rent", "renter_share"]
    assert values.tolist() == [900, 500_000]


def test_an_overlap_is_an_edge_of_the_place_with_the_greater_id():
    place, around = people.place(), people.place()
    overlap = people.overlap(around, place)
    edge = Edge("OVERLAPS", str(overlap.pk), place.pk)
    assert state_of("Locality", around.pk).edges == (edge,)
    assert state_of("Locality", place.pk).edges == ()


def test_everything_that_is_read_is_declared_in_the_graphs_schema():
    net = network.make()
    read = desired_state([*net.everything(), *network.more(net).everything()])
    for state in read.states:
        assert set(state.properties) <= set(NODE_TYPES[state.label].properties)
        for edge in state.edges:
            assert RELATIONSHIP_TYPES[edge.type].source == state.label
            assert set(edge.properties) == set(RELATIONSHIP_TYPES[edge.type].properties)
    assert {state.label for state in read.states} == {label.value for label in LABELS}
    types = {edge.type for state in read.states for edge in state.edges}
    assert types == set(RELATIONSHIP_TYPES)


@pytest.mark.parametrize("membership", [m for m in Membership if m != Membership.MEMBER])
def test_who_is_not_a_member_has_no_node(membership: Membership):
    person = people.member(membership=membership, user=None)
    assert desired_state([("Official", person.pk)]).gone == (("Official", person.pk),)


def test_who_is_hidden_and_what_was_deleted_has_no_node():
    hidden = people.member(hidden=True)
    read = desired_state([("Official", hidden.pk), ("Issue", 987_654), ("Policy", 987_654)])
    assert read.states == ()
    assert set(read.gone) == {
        ("Official", hidden.pk),
        ("Issue", 987_654),
        ("Policy", 987_654),
    }


def test_no_name_or_contact_of_a_person_is_read():
    net = network.make("Zebulon Quist")
    ContactWay.objects.create(official=net.official, kind="email", value="zq@example.org")
    Official.objects.update(biography="Plays the banjo", pronouns="he/him")
    said = repr(state_of("Official", net.official.pk))
    for private in ("Zebulon", "zq@", "banjo", "he/him"):
        assert private not in said


def with_terms(*terms: tuple[date | None, date | None], known: bool = True) -> Official:
    person = people.member()
    here = people.place()
    for since, until in terms:
        people.seat_of(person, here, since=since, until=until)
    Term.objects.filter(official=person).update(start_is_known=known)
    return person


@pytest.mark.parametrize(
    ("terms", "shown"),
    [
        pytest.param([(-900, -400), (-400, 100), (100, 900)], (-400, 100), id="present"),
        pytest.param([(-900, -400), (100, 400), (400, 900)], (100, 400), id="next"),
        pytest.param([(-900, -400), (-400, -10)], (-400, -10), id="last"),
        pytest.param([(-400, 0)], (-400, 0), id="over since today"),
        pytest.param([(0, None)], (0, None), id="since today"),
    ],
)
def test_the_term_that_is_shown(terms, shown):
    def day(number: int | None) -> date | None:
        return None if number is None else today() + number * DAY

    person = with_terms(*((day(since), day(until)) for since, until in terms))
    properties = state_of("Official", person.pk).properties
    found = properties["in_office_from"], properties["in_office_until"]
    assert found == (day(shown[0]), day(shown[1]))


def test_an_unknown_start_is_unknown_unless_it_lies_ahead():
    begun = with_terms((today() - DAY, None), known=False)
    open_end = with_terms((None, today() + DAY), known=False)
    coming = with_terms((today() + DAY, None), known=False)
    for person, start in ((begun, None), (open_end, None), (coming, today() + DAY)):
        assert state_of("Official", person.pk).properties["in_office_from"] == start


def test_a_member_who_never_held_an_office_has_a_node_without_one():
    person = people.member()
    assert state_of("Official", person.pk) == NodeState(
        "Official",
        person.pk,
        {
            "paused": False,
            "capped": False,
            "home": None,
            "features": features.write(FeatureRow(person.pk, "other")),
        },
        (),
    )


def test_as_many_statements_for_many_as_for_one():
    nets = [network.make(f"Person {number}") for number in range(12)]
    wider = [network.more(net) for net in nets]
    for net in nets:
        people.work(net.official, net.parent)
        Term.objects.filter(official=net.official).update(during=DateRange(date(2021, 1, 1)))

    def statements(few: int) -> int:
        keys = [key for net in (*nets[:few], *wider[:few]) for key in net.everything()]
        with CaptureQueriesContext(connection) as caught:
            read = desired_state(keys)
        assert len(read.states) == len(set(keys))
        return len(caught)

    assert statements(1) == statements(12) <= 25
