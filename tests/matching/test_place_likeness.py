"""How alike two places are by facts, and the table that says which ones count."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.demo.sources import issues
from backend.directory.models.facts import FactName
from backend.matching.places import nearest
from backend.matching.places.fact_weights import fact_weights
from backend.matching.places.likeness import NOTHING_ALIKE_AT, Fact, Figure, alike, parts
from graph.likeness import RATIOS
from tests.people import fact, place

values = st.floats(min_value=0, max_value=1e9)
facts = st.sampled_from(list(Fact))


@pytest.mark.parametrize(
    ("fact", "yours", "theirs", "expected"),
    [
        (Fact.POPULATION, 5_000, 5_000, 1),
        (Fact.POPULATION, 5_000, 50_000, 0),
        (Fact.POPULATION, 5_000, 5_000 * math.sqrt(10), 0.5),
        (Fact.POPULATION, 0, 5_000, 0),
        (Fact.MEDIAN_RENT, 800, 800 * 10**0.4, 0),
        (Fact.MEDIAN_RENT, 800, 800 * 10**0.2, 0.5),
        (Fact.RENTER_SHARE, 0.3, 0.45, 0.5),
        (Fact.RENTER_SHARE, 0.0, 0.0, 1),
        (Fact.UNION_SHARE, 0.0, 0.9, 0),
    ],
)
def test_it_falls_evenly_to_nothing(fact, yours, theirs, expected):
    assert alike(fact, yours, theirs) == pytest.approx(expected)


@given(facts, values, values)
def test_it_is_a_likeness_either_way(fact, yours, theirs):
    found = alike(fact, yours, theirs)
    assert 0 <= found <= 1
    assert found == pytest.approx(alike(fact, theirs, yours), abs=1e-9)
    assert alike(fact, yours, yours) == 1


known = st.dictionaries(facts, values.map(lambda value: Figure(value, 2024, "A survey")))


@given(st.dictionaries(facts, st.floats(0.01, 10), min_size=1), known, known, facts)
def test_a_missing_fact_adds_nothing_and_takes_nothing_from_the_others(weights, mine, yours, gone):
    before = parts(weights, mine, yours)
    assert before.keys() == weights.keys()
    assert 0 <= math.fsum(before.values()) <= 1 + 1e-9
    yours.pop(gone, None)
    after = parts(weights, mine, yours)
    assert after == {fact: 0.0 if fact is gone else value for fact, value in before.items()}


def test_every_fact_has_a_name_a_scale_and_a_kind():
    assert {fact.value for fact in Fact} == {"population", *FactName.values}
    assert NOTHING_ALIKE_AT.keys() == set(Fact)
    assert all(scale > 1 for fact, scale in NOTHING_ALIKE_AT.items() if fact.value in RATIOS)
    assert all(
        0 < scale <= 1 for fact, scale in NOTHING_ALIKE_AT.items() if fact.value not in RATIOS
    )


def test_the_issues_of_the_table_are_in_the_tree():
    assert fact_weights().issues.keys() <= {issue.slug for issue in issues()}


@pytest.mark.django_db
def test_the_places_near_by_most_of_what_counts_are_read(monkeypatch):
    monkeypatch.setattr(nearest, "NEAREST", 2)
    monkeypatch.setattr(nearest, "READ", 2)
    own = place("Own", population=1_000)
    fact(own, "renter_share", 0.5)
    near = [place(f"Near {number}", population=1_000 + number) for number in range(4)]
    both = place("Both", population=999)
    fact(both, "renter_share", 0.5)
    renters = place("Renters", population=90_000)
    fact(renters, "renter_share", 0.49)
    fact(place("Far", population=80_000), "renter_share", 0.9)
    weights = {Fact.RENTER_SHARE: 3.0, Fact.POPULATION: 1.0, Fact.MEDIAN_RENT: 5.0}
    figures = nearest.figures_of([own])[own.pk]
    assert nearest.nearest_places([own.pk], figures, weights) == [both.pk, renters.pk]
    monkeypatch.setattr(nearest, "READ", 9)
    found = nearest.nearest_places([own.pk], figures, weights)
    assert {near[0].pk, near[1].pk} < set(found)
    assert not {own.pk, near[2].pk, near[3].pk} & set(found)
    assert nearest.nearest_places([place("Nothing", population=None).pk], {}, weights) == []
