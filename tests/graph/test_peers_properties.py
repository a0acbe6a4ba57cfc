"""Properties of the score: what it adds up from, and what each edge is responsible for."""

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph import features
from graph.peers.inputs import (
    Person,
    Question,
)
from graph.peers.model import Contribution
from graph.peers.score import likenesses, rank, totals
from graph.peers.terms import TERMS
from tests.graph.drawn import (
    by_code,
    edges_of,
    peer,
    people,
    questions,
    without,
)


@given(questions(), people(2))
def test_contributions_add_up_and_are_in_bounds(question: Question, candidate: Person) -> None:
    found = peer(question, candidate)
    assert math.isclose(
        math.fsum(each.value for each in found.contributions), found.score, abs_tol=1e-9
    )
    assert [each.value for each in found.contributions] == sorted(
        (each.value for each in found.contributions), reverse=True
    )
    for each in found.contributions:
        assert 0 < each.likeness <= 1
        assert each.value == question.terms[each.code] * each.likeness
        assert each.value > 0
        assert math.isclose(each.share, each.value / found.score)
        assert each.evidence, "a reason without evidence is none"
    if found.contributions:
        assert math.isclose(math.fsum(each.share for each in found.contributions), 1)


@given(questions(), people(2), st.randoms())
def test_the_order_in_which_edges_come_changes_nothing(
    question: Question, candidate: Person, random: "st.random.Random"
) -> None:
    def shuffled(person: Person) -> Person:
        parts = {
            name: tuple(random.sample(getattr(person, name), len(getattr(person, name))))
            for name in ("works", "affiliations", "attendances", "adoptions", "facts")
        }
        return replace(person, **parts)

    other = replace(
        question,
        asker=shuffled(question.asker),
        relatives=tuple(random.sample(question.relatives, len(question.relatives))),
        preemptions=tuple(random.sample(question.preemptions, len(question.preemptions))),
    )
    assert peer(other, shuffled(candidate)) == peer(question, candidate)


@given(questions(), st.lists(people(2), min_size=2, max_size=6), st.randoms())
def test_the_order_in_which_people_come_changes_nothing(
    question: Question, found: list[Person], random: "st.random.Random"
) -> None:
    everyone = [replace(each, id=2 + n) for n, each in enumerate(found)]
    shuffled = random.sample(everyone, len(everyone))
    assert rank(question, everyone) == rank(question, shuffled)


@given(questions(), people(2))
def test_a_lost_edge_changes_exactly_what_cites_it(question: Question, candidate: Person) -> None:
    before = by_code(peer(question, candidate))
    changes = [
        *((edge, question, without(candidate, edge)) for edge in edges_of(candidate)),
        *(
            (edge, replace(question, asker=without(question.asker, edge)), candidate)
            for edge in [*edges_of(question.asker), f"REPRESENTS:{question.asker.id}"]
        ),
        *(
            (
                f"PART_OF:{child}",
                replace(
                    question,
                    relatives=tuple(each for each in question.relatives if child not in each.path),
                ),
                candidate,
            )
            for child in (2, 3)
        ),
        *(
            (
                f"FORBIDS:{lost.id}",
                replace(
                    question,
                    preemptions=tuple(each for each in question.preemptions if each != lost),
                ),
                candidate,
            )
            for lost in question.preemptions
        ),
        *(
            (f"SAVED:{key}", replace(question, saved={}), candidate)
            for key in question.saved.values()
        ),
    ]
    for edge, asked, other in changes:
        after = by_code(peer(asked, other))
        for code in TERMS:
            cites = edge in {each.edge for each in before[code].evidence} if code in before else 0
            changed = _substance(before.get(code)) != _substance(after.get(code))
            assert changed == bool(cites), (edge, code)


def _substance(contribution: Contribution | None) -> object:
    """All of a contribution but its share, which others have a part in."""
    return contribution and replace(contribution, share=0.0)


@given(questions(), st.lists(people(2), min_size=1, max_size=6))
def test_all_equal_or_alone_scores_are_finite(question: Question, found: list[Person]) -> None:
    same = [replace(found[0], id=2 + n) for n in range(len(found))]
    for everyone in ([found[0]], same):
        columns = features.read([features.write(each.features) for each in everyone])
        scores = totals(question, likenesses(question, columns))
        assert all(math.isfinite(score) and score >= 0 for score in scores)
