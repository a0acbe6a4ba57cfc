"""What single terms of the score are worth."""

import math
from dataclasses import replace

import pytest

from graph.features import FACTS
from graph.likeness import RATIOS
from graph.peers.inputs import (
    Adopter,
    Fact,
    Person,
    Place,
    Question,
    Statistics,
    Work,
)
from graph.peers.model import Contribution
from graph.peers.score import rank
from graph.peers.terms import TERMS
from graph.peers.terms.places import kilometres
from graph.peers.weights import CURRENT
from tests.graph.drawn import (
    DAY,
    STAGES,
    adoption,
    by_code,
    peer,
)


def _drafting(**asker: object) -> Question:
    return Question(
        asker=Person(1, "council", None, (Work("1", 1, "drafting", 2, (), ()),), **asker),
        named=1,
        intent="learn",
        as_of=DAY,
        weights=CURRENT,
        relatives=(),
        statistics=Statistics(50, {1: 10}, {}),
    )


def _at(stage: str, priority: int = 2, id_: int = 2) -> Person:
    place = Place(id_, "az", None, None, None)
    return Person(id_, "mayor", place, (Work(f"{id_}", 1, stage, priority, (), ()),))


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
    known = Place(1, "az", 10_000, 33.0, -112.0)
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
        place = Place(1, "az", None, None, None)

        def person(id_: int, facts: dict[str, float]) -> Person:
            known = (Fact(n, name, facts[name]) for n, name in enumerate(facts))
            return Person(id_, "other", replace(place, id=id_), facts=tuple(known))

        question = replace(_drafting(), asker=person(1, mine))
        found = by_code(peer(question, person(2, theirs)))
        return found["alike_place"].likeness if found else 0.0

    assert alike({"renter_share": 0.5}, {"renter_share": 0.5}) == pytest.approx(1 / 6)
    assert alike({"renter_share": 0.5}, {"renter_share": 0.65}) == pytest.approx(1 / 12)
    assert alike({"renter_share": 0.5}, {"poverty_share": 0.5}) == 0
    assert alike({"median_rent": 1000}, {"median_rent": 1000}) == pytest.approx(1 / 6)
    assert alike({"median_rent": 1000}, {"median_rent": 10_000}) == 0
    everything = {name: 1000.0 if name in RATIOS else 0.5 for name in FACTS}
    assert alike(everything, everything) == 1


def test_who_has_gone_through_with_it_is_no_companion_of_one_who_has_not() -> None:
    question = replace(_drafting(), intent="collaborate")
    assert "same_issue" in by_code(peer(question, _at("introduced")))
    assert "same_issue" not in by_code(peer(question, _at("adopted")))
    own = Work("1", 1, "implementing", 2, (), ())
    arrived = replace(question, asker=replace(question.asker, works=(own,)))
    assert "same_issue" in by_code(peer(arrived, _at("adopted")))


def test_a_place_among_the_adopters_is_not_like_them_but_one_of_them() -> None:
    adopter = Adopter(Place(9, "ca", 10_000, 30.0, -100.0), adoption(9, 1, DAY))
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


def test_distance_and_size_have_fixed_scales() -> None:
    def pair(population: int, longitude: float) -> dict[str, Contribution]:
        question = replace(_drafting(), asker=Person(1, "other", Place(1, "az", 10_000, 0.0, 0.0)))
        other = Place(2, "az", population, 0.0, longitude)
        return by_code(peer(question, Person(2, "other", other)))

    assert pair(10_000, 0.0)["nearby"].likeness == 1
    assert pair(10_000, 0.0)["alike_size"].likeness == 1
    ratio = CURRENT.scales["size_ratio"]
    assert pair(20_000, 0.0)["alike_size"].likeness == pytest.approx(1 - math.log(2, ratio))
    assert "alike_size" not in pair(1_000_000, 0.0)
    assert "nearby" not in pair(10_000, 90.0)
    # A degree of longitude on the equator of the mean sphere.
    assert pair(10_000, 1.0)["nearby"].km == pytest.approx(111.195, abs=1e-3)


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
