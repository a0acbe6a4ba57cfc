"""What the database refuses of introductions, blocks, feedback and facts, whoever writes."""

import pytest
from django.utils import timezone

from backend.core.clock import today
from backend.directory.models import LocalityFact
from backend.introductions.models import Block, Feedback, Introduction
from tests.people import ask, fact, issue, member, place
from tests.refusals import violates

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    return member("Ana"), member("Bo"), issue("Rent")


def ended(state, **fields):
    return {"state": state, "ended_at": timezone.now(), **fields}


def test_one_open_ask_a_pair_in_either_direction(pair):
    ana, bo, rent = pair
    made = ask(ana, bo, rent)
    violates("introduction_one_open_a_pair", lambda: ask(ana, bo, rent))
    violates("introduction_one_open_a_pair", lambda: ask(bo, ana, rent, state="held"))
    ask(bo, ana, rent, **ended("expired"))
    Introduction.objects.filter(pk=made.pk).update(**ended("withdrawn"))
    assert ask(bo, ana, rent).pk


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("introduction_(state_known|ended_or_open)", ended("pending")),
        ("introduction_answers_known", {"other_answer": "maybe"}),
        ("introduction_asking_is_a_yes", {"asker_answer": ""}),
        ("introduction_connected_by_two_yeses", ended("connected")),
        ("introduction_connected_by_two_yeses", {"other_answer": "yes"}),
        ("introduction_connected_by_two_yeses", ended("expired", other_answer="yes")),
        ("introduction_declined_by_somebody", ended("declined")),
        ("introduction_open_without_a_no", {"other_answer": "no"}),
        ("introduction_ended_or_open", {"ended_at": timezone.now()}),
        ("introduction_ended_or_open", {"state": "withdrawn"}),
        ("introduction_bar_outlasts_the_ask", {"excluded_until": today()}),
    ],
)
def test_a_state_fits_its_answers_and_dates(pair, constraint, fields):
    violates(constraint, lambda: ask(*pair, **fields))
    assert not Introduction.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "held"},
        ended("connected", other_answer="yes"),
        ended("declined", other_answer="not_now"),
        ended("withdrawn", other_answer="no"),
        ended("expired"),
    ],
)
def test_every_real_state_fits(pair, fields):
    assert ask(*pair, **fields).pk


def test_nobody_asks_blocks_or_judges_themselves(pair):
    ana, bo, rent = pair
    violates("introduction_of_two_people", lambda: ask(ana, ana, rent))
    violates("block_of_somebody_else", lambda: Block.objects.create(blocker=ana, blocked=ana))
    opinion = {"official": ana, "kind": "saved"}
    violates("feedback_about_somebody", lambda: Feedback.objects.create(about=ana, **opinion))
    Feedback.objects.create(about=bo, **opinion)
    violates("feedback_once", lambda: Feedback.objects.create(about=bo, **opinion))


def test_feedback_is_of_a_known_kind_and_its_why_of_one(pair):
    ana, bo, _ = pair
    give = lambda **fields: Feedback.objects.create(official=ana, about=bo, **fields)  # noqa: E731
    violates("feedback_kind_known", lambda: give(kind="meh"))
    violates("feedback_why_not_relevant", lambda: give(kind="saved", why="Nice"))
    assert give(kind="not_relevant", why="Another field").pk


def test_an_introduction_outlives_nobody(pair):
    """Who leaves stays a row without a name: the introductions of others are kept."""
    ask(*pair)
    with pytest.raises(Exception, match="protected"):
        pair[0].delete()


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("fact_name_known", {"name": "mood"}),
        ("fact_value_possible", {"value": 1.01}),
        ("fact_value_possible", {"value": -0.1}),
        ("fact_value_possible", {"value": float("nan")}),
        ("fact_value_possible", {"name": "median_rent", "value": float("inf")}),
        ("fact_year_possible", {"year": 22}),
        ("fact_has_a_source", {"source": ""}),
    ],
)
def test_a_fact_is_possible_dated_and_sourced(constraint, fields):
    violates(constraint, lambda: fact(place(), **fields))
    assert fact(place(), name="median_rent", value=1_350).pk


def test_one_figure_a_year():
    home = place()
    fact(home)
    violates("fact_once_a_year", lambda: fact(home, value=0.6))
    fact(home, year=2023)
    assert LocalityFact.objects.count() == 2
