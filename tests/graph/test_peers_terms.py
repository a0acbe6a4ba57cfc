"""Properties of the score: what it adds up from, and what each edge is responsible for."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import cards
from graph.cards import FACTS
from graph.peers.explain import explain
from graph.peers.inputs import (
    Adopter,
    Adoption,
    Affiliation,
    Attendance,
    Fact,
    Person,
    Place,
    Preemption,
    Question,
    Relative,
    Statistics,
    Work,
)
from graph.peers.model import Contribution, Peer
from graph.peers.score import likenesses, rank, totals
from graph.peers.terms import TERMS
from graph.peers.terms.places import kilometres
from graph.peers.weights import CURRENT

DAY = date(2026, 11, 1)
ISSUES = range(1, 6)
KINDS = ("model_text", "testimony", "talk")
STAGES = cards.STAGES[:-1]  # all but stopped

stages = st.sampled_from([*STAGES, "stopped"])
kinds = st.lists(st.sampled_from(KINDS), max_size=3).map(tuple)
dates = st.dates(date(1990, 1, 1), DAY)


@st.composite
def works(draw: st.DrawFn, first_key: int) -> tuple[Work, ...]:
    issues = draw(st.lists(st.sampled_from(ISSUES), unique=True, max_size=4))
    return tuple(
        Work(
            str(first_key + issue),
            issue,
            draw(stages),
            draw(st.integers(1, 3)),
            draw(st.none() | dates),
            draw(kinds),
            draw(kinds),
        )
        for issue in issues
    )


@st.composite
def people(draw: st.DrawFn, id_: int) -> Person:
    known = draw(st.booleans())
    place = Place(
        id_,
        f"Place {id_}",
        "az",
        draw(st.none() | st.integers(1, 10_000_000)),
        draw(st.floats(-90, 90)) if known else None,
        draw(st.floats(-180, 180)) if known else None,
    )
    organizations = draw(st.lists(st.integers(1, 3), unique=True))
    events = draw(st.lists(st.integers(1, 3), unique=True))
    adopted = draw(st.dictionaries(st.sampled_from(ISSUES), dates, max_size=3))
    figures = draw(st.dictionaries(st.sampled_from(FACTS), st.floats(0, 1)))
    return Person(
        id_,
        draw(st.sampled_from(["council", "mayor", "other"])),
        place,
        draw(works(id_ * 100)),
        tuple(Affiliation(str(id_ * 100 + each), each, None) for each in organizations),
        tuple(Attendance(str(id_ * 100 + each), each, DAY) for each in events),
        tuple(adoption(id_ * 10 + issue, issue, when) for issue, when in adopted.items()),
        tuple(
            Fact(id_ * 10 + n, name, figures[name], 2020, "survey")
            for n, name in enumerate(figures)
        ),
    )


def adoption(id_: int, issue: int, when: date) -> Adoption:
    return Adoption(id_, "Ordinance", when, "day", None, issue, "Policy", issue)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    relatives = (
        Relative(2, 1, "parent", (2,)),
        Relative(3, 1, "parent", (3,)),
        Relative(1, 2, "child", (2,)),
        Relative(1, 3, "child", (3,)),
        Relative(2, 3, "sibling", (2, 3)),
        Relative(3, 2, "sibling", (3, 2)),
    )
    return Question(
        asker=draw(people(1)),
        named=draw(st.none() | st.sampled_from(ISSUES)),
        intent=draw(st.sampled_from(["learn", "collaborate"])),
        as_of=DAY,
        weights=CURRENT,
        relatives=relatives,
        statistics=Statistics(
            50,
            {issue: draw(st.integers(1, 50)) for issue in ISSUES},
            *({each: draw(st.integers(1, 50)) for each in range(1, 4)} for _ in range(2)),
            {issue: draw(st.integers(1, 50)) for issue in ISSUES},
        ),
        saved=draw(st.sampled_from([{}, {2: "7"}, {3: "8"}])),
        preemptions=tuple(
            Preemption(10 * policy + n, state, None, "law", policy, "Policy", 1)
            for policy in draw(st.lists(st.sampled_from(ISSUES), unique=True, max_size=2))
            for n, state in enumerate(draw(st.lists(st.sampled_from(["az", "tx"]), unique=True)))
        ),
        adopters=tuple(
            Adopter(Place(id_, f"Place {id_}", "ca", 1000 * id_, 30.0, -id_), adoption(id_, 1, DAY))
            for id_ in draw(st.lists(st.integers(2, 90), unique=True, max_size=3))
        ),
        issue_names={issue: f"Issue {issue}" for issue in ISSUES},
        organization_names={each: f"Organization {each}" for each in range(1, 4)},
    )


def peer(question: Question, candidate: Person) -> Peer:
    return explain(question, rank(question, [candidate])[0])


def by_code(found: Peer) -> dict[str, Contribution]:
    return {each.code: each for each in found.contributions}


def without(person: Person, edge: str) -> Person:
    """The person with one edge of theirs gone."""
    seated = edge != f"REPRESENTS:{person.id}"
    return replace(
        person,
        place=person.place if seated else None,
        facts=tuple(each for each in person.facts if seated and f"HAS:{each.id}" != edge),
        attendances=tuple(each for each in person.attendances if f"ATTENDED:{each.key}" != edge),
        works=tuple(each for each in person.works if f"WORKS_ON:{each.key}" != edge),
        affiliations=tuple(
            each for each in person.affiliations if f"AFFILIATED_WITH:{each.key}" != edge
        ),
        adoptions=tuple(
            each
            for each in person.adoptions
            if seated and edge not in (f"IN:{each.id}", f"OF:{each.id}")
        ),
    )


def edges_of(person: Person) -> list[str]:
    return [
        *(f"WORKS_ON:{each.key}" for each in person.works),
        *(f"AFFILIATED_WITH:{each.key}" for each in person.affiliations),
        *(f"IN:{each.id}" for each in person.adoptions),
        *(f"OF:{each.id}" for each in person.adoptions),
        *(f"ATTENDED:{each.key}" for each in person.attendances),
        *(f"HAS:{each.id}" for each in person.facts),
    ]


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


def _drafting(**asker: object) -> Question:
    return Question(
        asker=Person(1, "council", None, (Work("1", 1, "drafting", 2, None, (), ()),), **asker),
        named=1,
        intent="learn",
        as_of=DAY,
        weights=CURRENT,
        relatives=(),
        statistics=Statistics(50, {1: 10}, {}),
    )


def _at(stage: str, priority: int = 2, id_: int = 2) -> Person:
    place = Place(id_, "Place", "az", None, None, None)
    return Person(id_, "mayor", place, (Work(f"{id_}", 1, stage, priority, None, (), ()),))


def test_one_who_drafts_learns_from_those_who_have_adopted() -> None:
    order = [each.person.works[0].stage for each in rank(_drafting(), list(map(_at, STAGES)))]
    assert set(order[:3]) == {"adopted", "implementing", "defending"}
    assert order[3] == "introduced"
    ahead = {
        stage: by_code(peer(_drafting(), _at(stage))).get("further_along")
        for stage in (*STAGES, "stopped")
    }
    assert [stage for stage, found in ahead.items() if found is None] == [
        "exploring",
        "drafting",
        "stopped",
    ]


def test_one_who_drafts_collaborates_with_those_who_draft() -> None:
    question = replace(_drafting(), intent="collaborate")
    found = {stage: by_code(peer(question, _at(stage))) for stage in (*STAGES, "stopped")}
    nearness = [found[stage]["further_along"].likeness for stage in STAGES[1:5]]
    assert nearness == sorted(nearness, reverse=True)
    assert nearness[0] == 1
    assert "further_along" not in found["stopped"]


def test_a_missing_fact_never_counts_as_alike() -> None:
    known = Place(1, "Place", "az", 10_000, 33.0, -112.0)
    for unknown in (
        replace(known, id=2, population=None, latitude=None, longitude=None),
        replace(known, id=2, population=0, longitude=None),
    ):
        for mine, theirs in ((known, unknown), (unknown, known), (unknown, unknown)):
            question = replace(_drafting(), asker=Person(1, "other", mine))
            candidate = Person(2, "other", theirs)
            assert peer(question, candidate).contributions == ()


def test_facts_are_alike_by_their_scales_and_what_is_unknown_is_not() -> None:
    def alike(mine: dict[str, float], theirs: dict[str, float]) -> float:
        place = Place(1, "Place", "az", None, None, None)

        def person(id_: int, facts: dict[str, float]) -> Person:
            known = (Fact(n, name, facts[name], 2020, "survey") for n, name in enumerate(facts))
            return Person(id_, "other", replace(place, id=id_), facts=tuple(known))

        question = replace(_drafting(), asker=person(1, mine))
        found = by_code(peer(question, person(2, theirs)))
        return found["alike_place"].likeness if found else 0.0

    assert alike({"renter_share": 0.5}, {"renter_share": 0.5}) == pytest.approx(1 / 6)
    assert alike({"renter_share": 0.5}, {"renter_share": 0.65}) == pytest.approx(1 / 12)
    assert alike({"renter_share": 0.5}, {"poverty_share": 0.5}) == 0
    assert alike({"median_rent": 1000}, {"median_rent": 1000}) == pytest.approx(1 / 6)
    assert alike({"median_rent": 1000}, {"median_rent": 10_000}) == 0
    everything = dict.fromkeys(FACTS, 0.5)
    assert alike(everything, everything) == 1


def test_who_has_gone_through_with_it_is_no_companion_of_one_who_has_not() -> None:
    question = replace(_drafting(), intent="collaborate")
    assert "same_issue" in by_code(peer(question, _at("introduced")))
    assert "same_issue" not in by_code(peer(question, _at("adopted")))
    own = Work("1", 1, "implementing", 2, None, (), ())
    arrived = replace(question, asker=replace(question.asker, works=(own,)))
    assert "same_issue" in by_code(peer(arrived, _at("adopted")))


def test_a_place_among_the_adopters_is_not_like_them_but_one_of_them() -> None:
    adopter = Adopter(Place(9, "There", "ca", 10_000, 30.0, -100.0), adoption(9, 1, DAY))
    question = replace(_drafting(), intent="collaborate", adopters=(adopter,))
    beside = Person(2, "other", replace(adopter.place, id=2))
    assert by_code(peer(question, beside))["alike_adopters"].likeness == 1
    assert peer(question, replace(beside, place=adopter.place)).contributions == ()
    earlier = replace(question, past=frozenset({2}))  # before those that are looked at one by one
    assert peer(earlier, beside).contributions == ()
    assert peer(replace(question, intent="learn"), beside).contributions == ()


def test_a_term_can_be_switched_off() -> None:
    question = _drafting()
    before = by_code(peer(question, _at("adopted")))
    off = replace(question, weights=CURRENT.without("further_along"))
    after = by_code(peer(off, _at("adopted")))
    assert before.keys() - after.keys() == {"further_along"}
    assert off.weights.version == f"{CURRENT.version}-further_along"
    with pytest.raises(ValueError, match="no term 'luck'"):
        CURRENT.without("luck")


def test_every_term_has_a_weight_for_each_intent() -> None:
    for weights in CURRENT.terms.values():
        assert weights.keys() == TERMS.keys()
        assert all(weight >= 0 for weight in weights.values())
    assert CURRENT.facts.keys() == set(FACTS)


@given(questions(), st.lists(people(2), min_size=1, max_size=6))
def test_all_equal_or_alone_scores_are_finite(question: Question, found: list[Person]) -> None:
    same = [replace(found[0], id=2 + n) for n in range(len(found))]
    for everyone in ([found[0]], same):
        columns = cards.read([cards.write(each.card) for each in everyone])
        scores = totals(question, likenesses(question, columns))
        assert all(math.isfinite(score) and score >= 0 for score in scores)


def test_distance_and_size_have_fixed_scales() -> None:
    def pair(population: int, longitude: float) -> dict[str, Contribution]:
        question = replace(
            _drafting(), asker=Person(1, "other", Place(1, "A", "az", 10_000, 0.0, 0.0))
        )
        other = Place(2, "B", "az", population, 0.0, longitude)
        return by_code(peer(question, Person(2, "other", other)))

    assert pair(10_000, 0.0)["nearby"].likeness == 1
    assert pair(10_000, 0.0)["alike_size"].likeness == 1
    decades = CURRENT.scales["size_decades"]
    assert pair(20_000, 0.0)["alike_size"].likeness == pytest.approx(1 - math.log10(2) / decades)
    assert "alike_size" not in pair(1_000_000, 0.0)
    assert "nearby" not in pair(10_000, 90.0)
    # A degree of longitude on the equator of the mean sphere.
    assert pair(10_000, 1.0)["nearby"].facts["km"] == pytest.approx(111.195, abs=1e-3)


def test_known_distances() -> None:
    # New York to Los Angeles, great-circle between city centres.
    assert kilometres(40.7128, -74.0060, 34.0522, -118.2437) == pytest.approx(3936, abs=3)
    assert kilometres(0, 0, 0, 180) == pytest.approx(math.pi * 6371.0088)


def test_ties_are_broken_by_lot_not_by_id() -> None:
    people_ = [_at("adopted", id_=id_) for id_ in range(2, 40)]
    order = [each.person.id for each in rank(_drafting(), people_)]
    assert order != sorted(order)
    others = replace(_drafting(), asker=replace(_drafting().asker, id=99))
    assert order != [each.person.id for each in rank(others, people_)]
