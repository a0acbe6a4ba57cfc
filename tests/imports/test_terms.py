"""Seating people in order: unknown first days are filled in, clashes are named."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backend.imports.terms import Clash, Holding, arrange

DAY = date(2020, 1, 1)


def days(number):
    return None if number is None else DAY + timedelta(days=number)


def seat(*holdings):
    """Arrange (first, after_last) pairs and return the bounds, or the pair that clashes."""
    outcome = arrange(
        Holding(number, days(first), days(end)) for number, (first, end) in enumerate(holdings)
    )
    if isinstance(outcome, Clash):
        return outcome.earlier.holder, outcome.later.holder
    return [(each.holding.holder, each.lower) for each in outcome]


def test_an_unknown_first_day_follows_the_previous_holder():
    assert seat((None, 900), (None, 300)) == [(1, None), (0, days(300))]


def test_a_known_first_day_stays_and_may_leave_a_gap():
    assert seat((None, 300), (500, None)) == [(0, None), (1, days(500))]


def test_the_first_day_may_be_the_day_after_the_last():
    assert seat((0, 300), (300, 600)) == [(0, days(0)), (1, days(300))]


def test_one_day_in_common_clashes():
    assert seat((0, 301), (300, 600)) == (0, 1)


def test_two_with_the_same_end_clash():
    assert seat((None, 300), (None, 300)) == (0, 1)


def test_two_open_ends_clash():
    assert set(seat((None, None), (5, None))) == {0, 1}


def test_somebody_within_another_term_clashes():
    assert seat((0, 600), (100, 200)) == (1, 0)


def test_an_empty_seat():
    assert seat() == []


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 40), st.none() | st.integers(41, 80))
        | st.integers(0, 60).map(lambda start: (start, start + 3)),
        max_size=6,
    ),
    st.randoms(),
)
def test_whoever_is_seated_shares_no_day_and_order_does_not_matter(pairs, random):
    outcome = arrange(Holding(0, days(first), days(end)) for first, end in pairs)
    shuffled = list(pairs)
    random.shuffle(shuffled)
    again = arrange(Holding(0, days(first), days(end)) for first, end in shuffled)
    assert isinstance(again, Clash) == isinstance(outcome, Clash)
    if isinstance(outcome, Clash):
        return
    assert again == outcome
    bounds = [(each.lower or date.min, each.holding.after_last or date.max) for each in outcome]
    assert all(lower < upper for lower, upper in bounds)
    assert all(one[1] <= other[0] for one, other in pairwise(bounds))
