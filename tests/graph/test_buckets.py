"""Buckets: which ones follow from an official's work, how they are kept, and what they find."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import buckets, schema
from graph.connection import Graph
from graph.features import KINDS, STAGES, AdoptionFeatures, FeatureRow, PlaceFeatures, WorkFeatures
from graph.peers import queries, suggest
from graph.schema import BUCKET
from graph.writes import count_degrees, sweep, tombstone
from tests.graph.network import (
    HOUSING,
    ISSUES,
    RENT,
    ZONING,
    adoption,
    load,
    locality,
    official,
    policy,
    work,
)

DRAFTING, ADOPTED = STAGES.index("drafting"), STAGES.index("adopted")
TALK = KINDS.index("talk")

ids = st.integers(1, (1 << 26) - 1)
stages = st.sampled_from(STAGES)
kinds = st.lists(st.sampled_from(KINDS), max_size=3)
held = st.builds(WorkFeatures, ids, stages, st.integers(1, 3), kinds, kinds)
years = st.integers(1800, 2200)
bands = st.sampled_from(buckets.BANDS)
works = st.lists(held, max_size=9, unique_by=lambda each: each.issue)

meanings = st.one_of(
    st.tuples(st.just("issue"), ids, stages, st.integers(1, 3)),
    st.tuples(st.just("offer"), ids, stages, st.sampled_from(KINDS), bands),
    st.tuples(st.just("cell"), ids, stages, st.integers(0, 64_799)),
    st.tuples(st.just("pair"), ids, stages, ids, stages).filter(lambda each: each[1] < each[3]),
    st.tuples(st.just("exchange"), ids, stages, st.sampled_from(KINDS), st.sampled_from(KINDS)),
    st.tuples(st.just("helper"), ids, st.sampled_from(KINDS), ids, st.sampled_from(STAGES[:-1])),
    st.tuples(st.just("adopter"), ids, stages, years),
    st.tuples(st.just("year"), ids, years),
)


def packed(meaning: tuple) -> int:
    kind, *facts = meaning
    pack: Callable[..., int] = getattr(buckets, f"by_{kind}")
    return pack(*map(rank, facts))


def rank(fact: int | str) -> int:
    """Stages and kinds of help as buckets have them."""
    if isinstance(fact, int):
        return fact
    return STAGES.index(fact) if fact in STAGES else KINDS.index(fact)


@given(meanings, meanings)
def test_no_two_buckets_share_an_id_that_the_engines_can_hold(one: tuple, other: tuple) -> None:
    assert (packed(one) == packed(other)) == (one == other)
    assert 0 < packed(one) < 1 << 63
    assert packed(one) // buckets.SPAN == one[1]


@given(st.lists(meanings, min_size=1, max_size=9))
def test_columns_of_numbers_pack_as_numbers_do(found: list[tuple]) -> None:
    kind = found[0][0]
    alike = [each for each in found if each[0] == kind]
    columns = [
        np.array(column) for column in zip(*(map(rank, each[1:]) for each in alike), strict=True)
    ]
    pack = getattr(buckets, f"by_{kind}")
    assert pack(*columns).tolist() == [packed(each) for each in alike]


@given(works, st.randoms())
def test_the_order_of_work_makes_no_difference(
    found: list[WorkFeatures], random: "st.random.Random"
) -> None:
    own = buckets.of(FeatureRow(1, "council", works=found))
    assert buckets.of(FeatureRow(1, "council", works=random.sample(found, len(found)))) == own
    offers = sum(len(set(each.offers)) * (1 + len(set(each.seeks))) for each in found)
    strongest = sorted(found, key=lambda each: (-each.priority, each.issue))[: buckets.STRONGEST]
    paired, others = len(strongest), len(strongest) - 1
    helpers = sum(len(set(each.offers)) * others for each in strongest)
    assert len(own) == len(found) + offers + paired * others // 2 + helpers


def test_who_offers_help_is_found_by_another_issue_too_and_the_farther_stage() -> None:
    works = [
        WorkFeatures(ZONING, "exploring", 2, (), ("talk",)),
        WorkFeatures(RENT, "adopted", 2, (), ()),
    ]
    own = buckets.of(FeatureRow(1, "council", works=works))
    assert buckets.by_helper(ZONING, TALK, RENT, ADOPTED) in own
    assert buckets.by_helper(RENT, TALK, ZONING, ADOPTED) not in own, "not on that issue"
    stopped = [works[0], works[1]._replace(stage="stopped")]
    own = buckets.of(FeatureRow(1, "council", works=stopped))
    assert buckets.by_helper(ZONING, TALK, RENT, STAGES.index("exploring")) in own


def test_the_last_adoption_on_an_issue_that_they_work_on_counts_and_the_size_of_the_place() -> None:
    place = PlaceFeatures(1, "az", None, None, 60_000)
    adoptions = [
        AdoptionFeatures(1, ZONING, date(2019, 1, 1)),
        AdoptionFeatures(2, ZONING, date(2021, 5, 1)),
        AdoptionFeatures(3, RENT, date(2023, 1, 1)),  # on which they don't work
    ]
    row = FeatureRow(
        1, "council", place, [WorkFeatures(ZONING, "drafting", 2, (), ())], (), (), adoptions
    )
    assert buckets.of(row) == sorted(
        [
            buckets.by_issue(ZONING, DRAFTING, 2),
            buckets.by_adopter(ZONING, DRAFTING, 2021 // buckets.YEARS),
            buckets.by_place("az", 4),
        ]
    )
    unknown = FeatureRow(1, "council", place._replace(population=None))
    assert buckets.of(unknown) == [buckets.by_place("az", buckets.BANDS[-1])]


def test_where_a_place_lies_and_its_size_cut_work_and_help_where_they_are_known() -> None:
    works = [WorkFeatures(ZONING, "drafting", 2, (), ("talk",))]
    there = PlaceFeatures(1, "", 33.4, -112.1, 60_000)
    own = buckets.of(FeatureRow(1, "council", there, works))
    assert buckets.by_cell(ZONING, DRAFTING, buckets.cell(33, -113)) in own, "one square"
    assert buckets.by_cell(ZONING, DRAFTING, buckets.cell(34, -113)) not in own
    assert buckets.by_offer(ZONING, DRAFTING, TALK, 4) in own
    unknown = there._replace(latitude=None, population=None)
    nowhere = buckets.of(FeatureRow(1, "council", unknown, works))
    assert buckets.by_offer(ZONING, DRAFTING, TALK, buckets.BANDS[-1]) in nowhere
    assert len(nowhere) == len(own) - 1


def test_an_issue_whose_id_is_too_big_is_refused() -> None:
    with pytest.raises(ValueError, match="too big"):
        buckets.by_issue(1 << 26, DRAFTING, 1)


def members(graph: Graph) -> dict[int, list[int]]:
    """Of each bucket in the graph, who is in it."""
    rows = graph.read(
        f"MATCH (b:{BUCKET}) OPTIONAL MATCH (b)<-[:IN_BUCKET]-(o) RETURN b.id AS id, o.id AS who",
    )
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["id"], []).extend([] if row["who"] is None else [row["who"]])
    return {bucket: sorted(who) for bucket, who in found.items()}


def test_who_changes_their_work_moves_and_empty_buckets_are_swept(graph: Graph) -> None:
    one = official(1, 1, [work(ZONING, key=1), work(RENT, key=2)])
    load(graph, *ISSUES, locality(1), one, official(2, 1, [work(ZONING, key=3)]))
    zoning = buckets.by_issue(ZONING, DRAFTING, 2)
    here = buckets.by_place("az", buckets.band(50_000))
    cell = buckets.cell(33, -112)
    nearby = buckets.by_cell(ZONING, DRAFTING, cell)
    families = {buckets.by_parent(HOUSING): [], buckets.by_parent(ZONING): []}
    assert members(graph) == {
        **families,
        here: [1, 2],
        zoning: [1, 2],
        nearby: [1, 2],
        buckets.by_issue(RENT, DRAFTING, 2): [1],
        buckets.by_cell(RENT, DRAFTING, cell): [1],
        buckets.by_pair(ZONING, DRAFTING, RENT, DRAFTING): [1],
    }
    load(graph, official(1, 1, [work(ZONING, "adopted", key=1)]), version=2)
    adopted = buckets.by_issue(ZONING, ADOPTED, 2)
    adopted_nearby = buckets.by_cell(ZONING, ADOPTED, cell)
    left = {here: [1, 2], zoning: [2], nearby: [2], adopted: [1], adopted_nearby: [1]}
    assert {bucket: who for bucket, who in members(graph).items() if who} == left
    assert sweep(graph, epoch=1) == 3
    tombstone(graph, [("Official", 1)], version=3, epoch=1)
    left |= {here: [2], adopted: [], adopted_nearby: []}
    assert members(graph) == families | left


def test_an_adoption_in_force_is_in_the_bucket_of_its_year(graph: Graph) -> None:
    in_years = f"""MATCH (a:Adoption)-[r:IN_YEAR]->(b:{BUCKET})
        RETURN a.id AS id, r.key AS key, b.id AS bucket"""
    undated = adoption(2, 1, 1, adopted_on=None, precision=None)
    repealed = adoption(3, 1, 1, status="repealed")
    load(graph, *ISSUES, locality(1), policy(1, ZONING), adoption(1, 1, 1), undated, repealed)
    bucket = buckets.by_year(ZONING, 2022)
    assert graph.read(in_years) == [{"id": 1, "key": f"1:{bucket}", "bucket": bucket}]
    load(graph, adoption(1, 1, 1, status="overturned"), version=2)
    assert graph.read(in_years) == []


def test_an_unchanged_membership_is_left_alone_until_a_new_epoch(graph: Graph) -> None:
    state = official(1, 1, [work(ZONING, key=1)])
    load(graph, *ISSUES, locality(1), state)
    stamps = "MATCH (:Official)-[r:IN_BUCKET]->() RETURN r.version AS version, r.epoch AS epoch"
    load(graph, state, version=2)
    assert graph.read(stamps) == [{"version": 1, "epoch": 1}] * 3
    load(graph, state, version=3, epoch=2)
    assert graph.read(stamps) == [{"version": 3, "epoch": 2}] * 3
    # What an older write says comes too late.
    load(graph, replace(state, edges=()), version=2)
    assert graph.read(stamps) == [{"version": 3, "epoch": 2}] * 3


def test_only_the_popular_are_tallied_and_an_old_tally_goes(graph: Graph) -> None:
    def tallies() -> dict[str, int]:
        rows = graph.read(
            f"MATCH (t:{schema.DEGREE_COUNT}) RETURN t.key AS key, t.number AS number"
        )
        return {row["key"]: row["number"] for row in rows}

    people = [official(id_, 1, [work(ZONING, key=id_)]) for id_ in range(1, 203)]
    adopted = [adoption(id_, 1, 1, adopted_on=None) for id_ in range(1, 202)]
    load(graph, *ISSUES, locality(1), policy(1, ZONING), policy(2, ZONING), *adopted, *people)
    assert count_degrees(graph) == 2
    assert tallies() == {"Official:all": 202, f"Issue:{ZONING}": 202, "Policy:1": 201}
    tombstone(graph, [("Official", id_) for id_ in range(1, 50)], version=2, epoch=1)
    assert count_degrees(graph) == 1
    assert tallies() == {"Official:all": 153, "Policy:1": 201}


def test_the_best_of_a_popular_issue_are_found_among_many(graph: Graph) -> None:
    many = [official(id_, 2, [work(ZONING, "exploring", priority=1)]) for id_ in range(10, 900)]
    asker = official(1, 1, [work(ZONING, "drafting", seeks=["talk"]), work(RENT)])
    best = official(2, 2, [work(ZONING, "adopted", priority=3)])
    helper = official(3, 2, [work(ZONING, "adopted", offers=["talk"])])
    both = official(4, 2, [work(ZONING, "adopted"), work(RENT, "adopted")])
    load(graph, *ISSUES, locality(1), locality(2), *many, asker, best, helper, both)
    count_degrees(graph)
    found = suggest(graph, 1, 3, issue=ZONING)
    assert {peer.official for peer in found.peers} == {2, 3, 4}
    assert found.widened is None


@pytest.mark.parametrize(
    ("reason", "until", "there"),
    [("block", None, False), ("open", "2999-01-01", False), ("cooling_off", "2001-01-01", True)],
)
@pytest.mark.parametrize("theirs", [False, True])
def test_who_is_kept_apart_is_suggested_to_neither(
    graph: Graph, reason: str, until: str | None, there: bool, theirs: bool
) -> None:
    on_it = [official(id_, id_, [work(ZONING)]) for id_ in (1, 2)]
    load(graph, *ISSUES, locality(1), locality(2), *on_it)
    owner, other = (2, 1) if theirs else (1, 2)
    graph.write(
        """MATCH (a:Official {id: $owner}), (b:Official {id: $other})
        CREATE (a)-[:EXCLUDES {key: 'x', reason: $reason,
            until: CASE WHEN $until = '' THEN null ELSE date($until) END}]->(b)""",
        {"owner": owner, "other": other, "reason": reason, "until": until or ""},
    )
    assert bool(suggest(graph, 1, 3, issue=ZONING).peers) == there


def test_who_is_at_a_cap_is_suggested_to_nobody(graph: Graph) -> None:
    on_it = [official(id_, id_, [work(ZONING)], capped=id_ == 2) for id_ in (1, 2)]
    load(graph, *ISSUES, locality(1), locality(2), *on_it)
    assert suggest(graph, 1, 3, issue=ZONING).peers == ()
    assert [peer.official for peer in suggest(graph, 2, 3, issue=ZONING).peers] == [1]


def test_an_issue_is_found_from_its_parent_and_a_policy_from_its_issue(graph: Graph) -> None:
    load(graph, *ISSUES, policy(1, ZONING))
    parent, topic = buckets.by_parent(HOUSING), buckets.by_topic(ZONING)
    below = f"MATCH (:{BUCKET} {{id: $id}})<-[:IN_FAMILY]-(i:Issue) RETURN i.id AS id ORDER BY id"
    assert graph.read(below, {"id": parent}) == [{"id": ZONING}, {"id": RENT}]
    about = f"MATCH (:{BUCKET} {{id: $id}})<-[:IN_TOPIC]-(p:Policy) RETURN p.id AS id"
    assert graph.read(about, {"id": topic}) == [{"id": 1}]
    moved = replace(ISSUES[2], edges=())
    load(graph, moved, version=2)
    assert graph.read(below, {"id": parent}) == [{"id": ZONING}]


@pytest.mark.parametrize("query", [queries.QUESTION, queries.CANDIDATES_OF, queries.PEOPLE])
def test_no_query_follows_back_what_leads_to_an_issue(query: str) -> None:
    # One engine passes all who work on the issue to find its policies among them.
    assert not re.search(r":Issue\b[^()]*\)<-", query)
