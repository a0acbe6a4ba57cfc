"""Choosing five people in three states: who goes together, and what is lacking."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.matching.groups.choosing import NEW_SIZE, NEW_STATE, Contender, choose
from graph.features import KINDS, STAGES
from graph.group_fit import WEIGHTS, fit


def person(number, fit=1.0, state="az", *, bodies=None, size=""):
    """Somebody of a body of their own, unless it is given."""
    return Contender(number, fit, state, size, frozenset(bodies or (number,)), number)


def ids(group):
    return [each.official for each in group]


def test_the_best_five_where_states_allow_it():
    people = [person(number, 9 - number, state) for number, state in enumerate("abcdef")]
    assert ids(choose(people, ())) == [0, 1, 2, 3, 4]


def test_places_are_kept_for_states_that_are_lacking():
    strong = [person(number, 5.0) for number in range(6)]
    weak = [person(10, 0.1, "ny"), person(11, 0.1, "oh")]
    group = choose([*strong, *weak], ())
    assert {each.state for each in group} == {"az", "ny", "oh"}
    assert len(group) == 5


def test_nobody_sits_with_their_own_body_or_with_somebody_they_are_apart_from():
    people = [
        person(1, 5, "az", bodies=(1, 2)),
        person(2, 5, "ny", bodies=(2,)),
        person(3, 4, "oh"),
        person(4, 3, "wi"),
    ]
    group = choose(people, {frozenset((3, 4))})
    found = set(ids(group))
    assert not {1, 2} <= found
    assert not {3, 4} <= found
    assert len(found) == 2


def test_one_who_shuts_out_all_others_is_not_the_start():
    people = [person(1, 9), *(person(number, 1, state) for number, state in enumerate("bcdef", 2))]
    group = choose(people, {frozenset((1, other)) for other in range(2, 7)})
    assert 1 not in ids(group)
    assert len(group) == 5


def test_variety_of_sizes_and_states_counts_but_not_above_all():
    alike = [person(number, 2.0, "az", size="large") for number in range(3)]
    other = person(9, 2.0 - NEW_STATE - NEW_SIZE + 0.01, "ny", size="small")
    assert ids(choose([*alike, other], (), people=2, states=1)) == [0, 9]
    worse = person(9, 2.0 - NEW_STATE - NEW_SIZE - 0.01, "ny", size="small")
    assert ids(choose([*alike, worse], (), people=2, states=1)) == [0, 1]


def test_fewer_than_five_are_all_there_is():
    assert choose([], ()) == ()
    assert ids(choose([person(1)], ())) == [1]
    assert len(choose([person(number) for number in range(5)], ())) == 5  # of one state


@st.composite
def networks(draw):
    number = draw(st.integers(0, 9))
    people = [
        person(
            each,
            draw(st.sampled_from((0.5, 1.0, 2.0))),
            draw(st.sampled_from("abcd")),
            bodies=(draw(st.integers(0, 12)),),
        )
        for each in range(number)
    ]
    pairs = [frozenset(pair) for pair in combinations(range(number), 2)]
    apart = draw(st.sets(st.sampled_from(pairs), max_size=4)) if pairs else set()
    return people, apart


@given(networks(), st.randoms())
def test_it_holds_for_any_network_and_order(network, random):
    people, apart = network
    group = choose(people, apart)
    assert len(group) <= 5
    assert bool(group) == bool(people)
    for one, other in combinations(group, 2):
        assert not one.bodies & other.bodies
        assert frozenset((one.official, other.official)) not in apart
    shuffled = list(people)
    random.shuffle(shuffled)
    assert choose(shuffled, apart) == group


@given(
    st.sampled_from(STAGES),
    st.sampled_from([None, *STAGES]),
    st.integers(1, 3),
    st.sets(st.sampled_from(KINDS)),
    st.booleans(),
)
def test_each_part_is_between_nothing_and_its_weight(stage, wanted, priority, offers, adopted):
    parts = fit(stage=stage, wanted=wanted, priority=priority, offers=offers, adopted=adopted)
    assert parts.keys() == WEIGHTS.keys()
    assert all(0 <= value <= WEIGHTS[name] for name, value in parts.items())


@pytest.mark.parametrize(
    ("stage", "wanted", "expected"),
    [
        ("drafting", "drafting", 1),
        ("introduced", "drafting", 5 / 12),
        ("defending", "exploring", 1 / 12),
        ("stopped", "drafting", 0),
        ("stopped", "stopped", 1),
        ("drafting", "stopped", 0),
        ("drafting", None, 1),
        ("stopped", None, 0),
    ],
)
def test_the_stage_that_was_asked_for_fits_best(stage, wanted, expected):
    parts = fit(stage=stage, wanted=wanted, priority=1, offers=(), adopted=False)
    assert parts["stage"] == pytest.approx(expected * WEIGHTS["stage"])


def test_the_stage_outweighs_everything_else_about_a_person():
    best = fit(stage="adopted", wanted="introduced", priority=3, offers=KINDS, adopted=True)
    plain = fit(stage="introduced", wanted="introduced", priority=1, offers=(), adopted=False)
    assert sum(plain.values()) > sum(best.values())
