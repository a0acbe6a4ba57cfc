"""Versioned writes on both engines: replayed, reordered, removed, swept and read back."""

import itertools
import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph import schema
from graph.connection import Graph, GraphConflict, GraphError
from graph.writes import (
    Edge,
    NodeState,
    Stored,
    aggregates,
    counts,
    iterate,
    projection_epoch,
    set_projection_epoch,
    sweep,
    tombstone,
    upsert,
)
from graph.writes.standing import Standing, standing
from tests.graph.network import (
    CLIMATE,
    HOUSING,
    ISSUES,
    ZONING,
    adoption,
    load,
    locality,
    official,
    organization,
    policy,
    work,
)

BASE = (*ISSUES, locality(1), locality(2), organization(1))


def stored(graph: Graph, label: str = "Official") -> dict[int, Stored]:
    return {each.state.id: each for batch in iterate(graph, label) for each in batch}


def ordered(state: NodeState) -> NodeState:
    """As it is read back: every property that the schema names, edges by type and key."""
    known = dict.fromkeys(schema.NODE_TYPES[state.label].properties)
    edges = tuple(sorted(state.edges, key=lambda edge: (edge.type, edge.key)))
    return replace(state, properties={**known, **state.properties}, edges=edges)


def dump(graph: Graph) -> dict[str, dict[int, Stored]]:
    return {label: stored(graph, label) for label in schema.NODE_TYPES}


def test_constraints_are_there_and_asking_again_changes_nothing(graph: Graph) -> None:
    schema.ensure(graph)
    load(graph, *BASE)
    with pytest.raises(GraphConflict):
        graph.write("CREATE (:Issue {id: 1})")
    with pytest.raises(GraphConflict):
        graph.write(
            "MATCH (a:Issue {id: 1}), (b:Issue {id: 2}) CREATE (a)-[:PART_OF {key: '2'}]->(b)"
        )
    graph.write("CREATE (:Tombstone {key: 'Official:1'})")
    with pytest.raises(GraphConflict):
        graph.write("CREATE (:Tombstone {key: 'Official:1'})")


def test_every_kind_of_aggregate_is_read_back_as_it_was_written(graph: Graph) -> None:
    states = [
        *BASE,
        policy(1, HOUSING),
        adoption(1, 1, 1),
        replace(
            adoption(2, 1, 2, precision="year", source=None),
            edges=(*adoption(2, 1, 2).edges, Edge("ADAPTED_FROM", "2", 1)),
        ),
        official(1, 1, [work(HOUSING, seeks=["talk", "model_text"]), work(CLIMATE)], [1]),
        official(2, None, in_office_from=None, in_office_until=date(2027, 1, 1), paused=True),
        NodeState(
            "Organization",
            2,
            {"name": "Local", "kind": "community"},
            (
                Edge("ACTIVE_ON", "1", HOUSING, {"state": "", "locality_id": None}),
                Edge("ACTIVE_ON", "2", ZONING, {"state": "az", "locality_id": 2}),
            ),
        ),
        locality(3, population=None, latitude=None, longitude=None),
    ]
    report = upsert(graph, states, version=7, epoch=3)
    assert (report.written, report.ignored, report.missing) == (len(states), 0, ())
    for state in states:
        assert stored(graph, state.label)[state.id] == Stored(ordered(state), 7, 3)
    assert {name: number for name, number in counts(graph).items() if number} == {
        "Locality": 3,
        "Issue": 5,
        "Organization": 2,
        "Policy": 1,
        "Adoption": 2,
        "Official": 2,
        "REPRESENTS": 1,
        "WORKS_ON": 2,
        "AFFILIATED_WITH": 1,
        "PART_OF": 3,
        "ACTIVE_ON": 2,
        "ADDRESSES": 1,
        "OF": 2,
        "IN": 2,
        "ADAPTED_FROM": 1,
        "IN_BUCKET": 6,
        "IN_FAMILY": 3,
        "IN_TOPIC": 1,
    }


def test_replaying_a_write_changes_nothing(graph: Graph) -> None:
    states = [*BASE, official(1, 1, [work(HOUSING), work(ZONING)], [1])]
    upsert(graph, states, version=2, epoch=1)
    before = dump(graph)
    assert upsert(graph, states, version=2, epoch=1).written == len(states)
    assert dump(graph) == before


def test_only_the_edges_that_differ_are_written(graph: Graph) -> None:
    works = [work(HOUSING, key=1), work(ZONING, key=2), work(CLIMATE, key=3)]
    load(graph, *BASE, official(1, 1, works, [1]))
    moved = [works[0], work(ZONING, "adopted", key=2)]
    upsert(graph, [official(1, 1, moved, [1])], version=5, epoch=1)
    assert stored(graph)[1] == Stored(ordered(official(1, 1, moved, [1])), 5, 1)
    rows = graph.read(
        """MATCH (:Official {id: 1})-[r]->() WHERE r.version = 5
        RETURN type(r) AS type, r.key AS key"""
    )
    before = {edge.key for edge in official(1, 1, works, [1]).edges if edge.type == "IN_BUCKET"}
    after = {edge.key for edge in official(1, 1, moved, [1]).edges if edge.type == "IN_BUCKET"}
    assert {(row["type"], row["key"]) for row in rows} == {
        ("WORKS_ON", "2"),
        *(("IN_BUCKET", key) for key in after - before),
    }


def test_a_writer_who_comes_between_is_not_written_over(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(graph, *BASE, official(1, 1, [work(HOUSING, key=1)]))
    theirs, ours = official(1, 2, [work(ZONING, key=2)]), official(1, 1, [work(CLIMATE, key=3)])

    def overtaken(*asked: Any) -> dict[int, Standing]:
        monkeypatch.undo()
        found = standing(*asked)
        upsert(graph, [theirs], version=2, epoch=1)
        return found

    monkeypatch.setattr(aggregates, "standing", overtaken)
    with pytest.raises(GraphConflict, match="Another writer"):
        upsert(graph, [ours], version=3, epoch=1)
    assert stored(graph)[1] == Stored(ordered(theirs), 2, 1)
    upsert(graph, [ours], version=3, epoch=1)
    assert stored(graph)[1] == Stored(ordered(ours), 3, 1)


def test_the_newest_version_wins_in_every_order(graph: Graph) -> None:
    load(graph, *BASE)
    versions = {
        2: official(1, 1, [work(HOUSING, key=1), work(ZONING, key=2)], [1]),
        3: official(1, 2, [work(HOUSING, "adopted", key=1)], paused=True),
        4: None,
        5: official(1, 1, [work(CLIMATE, key=9)]),
    }
    final = versions[5]
    assert final is not None
    for order in itertools.permutations(versions):
        for version in order:
            state = versions[version]
            if state is None:
                tombstone(graph, [("Official", 1)], version=version, epoch=1)
            else:
                upsert(graph, [state], version=version, epoch=1)
        assert stored(graph) == {1: Stored(ordered(final), 5, 1)}, order
        assert counts(graph)["Tombstone"] == 0, order
        graph.write("MATCH (n:Official) DETACH DELETE n")


def test_who_was_removed_stays_away_until_something_newer(graph: Graph) -> None:
    load(graph, *BASE, official(1, 1, [work(HOUSING, key=1)]), version=4)
    tombstone(graph, [("Official", 1), ("Official", 2)], version=3, epoch=1)
    assert set(stored(graph)) == {1}, "an older removal does nothing to a newer node"
    tombstone(graph, [("Official", 1)], version=5, epoch=1)
    assert counts(graph)["WORKS_ON"] == 0
    for version in (3, 4, 5):
        report = upsert(graph, [official(1, 1), official(2, 1)], version=version, epoch=1)
        assert 1 not in stored(graph), "on a tie the removal counts"
        assert report.ignored == (2 if version == 3 else 1)
    upsert(graph, [official(1, 1)], version=6, epoch=1)
    assert set(stored(graph)) == {1, 2}
    assert counts(graph)["Tombstone"] == 0


def test_a_removal_twice_and_out_of_order_keeps_the_newest(graph: Graph) -> None:
    for version in (8, 5, 8):
        tombstone(graph, [("Official", 1), ("Official", 1)], version=version, epoch=1)
    kept = graph.read("MATCH (t:Tombstone) RETURN t.key AS key, t.version AS version", {}, 10.0)
    assert kept == [{"key": "Official:1", "version": 8}]


def test_a_missing_target_is_named_and_comes_later(graph: Graph) -> None:
    load(graph, *ISSUES)
    late = official(1, 1, [work(HOUSING, key=1)])
    report = upsert(graph, [late], version=1, epoch=1)
    assert report.written == 1
    assert [(each.label, each.id, each.edge.type) for each in report.missing] == [
        ("Official", 1, "REPRESENTS")
    ]
    upsert(graph, [locality(1)], version=2, epoch=1)
    assert upsert(graph, [late], version=2, epoch=1).missing == ()
    assert stored(graph)[1].state == ordered(late)


def test_targets_may_come_after_their_sources_in_one_call(graph: Graph) -> None:
    chain = [
        replace(adoption(id_, 1, 1), edges=(Edge("ADAPTED_FROM", str(id_), id_ + 1),))
        for id_ in range(1, 1500)
    ]
    # More than a batch: the first batch's last target comes with the second.
    report = upsert(graph, [*chain, adoption(1500, 1, 1)], version=1, epoch=1)
    assert {each.edge.type for each in report.missing} == {"OF", "IN"}
    assert counts(graph)["ADAPTED_FROM"] == 1499


def test_an_edge_moves_with_its_key(graph: Graph) -> None:
    """As when two records of one person are merged: the work is now the other's."""
    load(graph, *BASE, official(1, 1, [work(HOUSING, key=5)]), official(2, 2))
    upsert(graph, [official(2, 2, [work(HOUSING, key=5)])], version=2, epoch=1)
    upsert(graph, [official(1, 1)], version=2, epoch=1)
    assert [edge.key for edge in stored(graph)[2].state.edges if edge.type == "WORKS_ON"] == ["5"]
    assert "WORKS_ON" not in {edge.type for edge in stored(graph)[1].state.edges}


def test_cypher_in_names_stays_text(graph: Graph) -> None:
    nasty = "Robert'}) MATCH (n) DETACH DELETE n // \" ` $id {id: 1} \\ \n é 🏛"
    states = [
        locality(1, name=nasty, kind="`"),
        NodeState("Issue", 1, {"name": nasty, "slug": "'"}),
    ]
    load(graph, *states)
    assert stored(graph, "Locality")[1].state == ordered(states[0])
    assert stored(graph, "Issue")[1].state == ordered(states[1])


@pytest.mark.parametrize(
    "state",
    [
        NodeState("Official) DETACH DELETE (n", 1, {}),
        NodeState("Issue", 1, {"name: 'x'}) //": 1}),
        NodeState("Issue", 1, {}, (Edge("PART_OF]->() //", "1", 1),)),
        NodeState("Issue", 1, {}, (Edge("WORKS_ON", "1", 1),)),
        NodeState("Issue", 1, {}, (Edge("PART_OF", "1", 1, {"depth": 1}),)),
    ],
)
def test_only_names_of_the_schema_are_written(graph: Graph, state: NodeState) -> None:
    with pytest.raises(ValueError, match=r"The graph has no|has no property"):
        upsert(graph, [state], version=1, epoch=1)
    with pytest.raises(ValueError, match="no label"):
        tombstone(graph, [("Nobody", 1)], version=1, epoch=1)
    assert sum(counts(graph).values()) == 0


def test_a_new_epoch_counts_over_any_version_and_an_old_one_over_none(graph: Graph) -> None:
    """As after a restore of the tables, whose versions began anew."""
    load(graph, *BASE, official(1, 1, paused=True), version=900, epoch=1)
    tombstone(graph, [("Official", 2)], version=900, epoch=1)
    upsert(graph, [official(1, 2), official(2, 1)], version=10, epoch=2)
    assert stored(graph)[1] == Stored(ordered(official(1, 2)), 10, 2)
    assert set(stored(graph)) == {1, 2}
    assert upsert(graph, [official(1, 1)], version=999, epoch=1).ignored == 1
    tombstone(graph, [("Official", 2)], version=999, epoch=1)
    assert set(stored(graph)) == {1, 2}


def test_sweeping_leaves_what_the_epoch_has_written(graph: Graph) -> None:
    load(graph, *BASE, policy(1, HOUSING), official(1, 1, [work(HOUSING, key=1)], [1]))
    load(graph, official(2, 1, [work(ZONING, key=2)]), official(2_000_000, 2))
    tombstone(graph, [("Official", 3)], version=1, epoch=1)
    load(graph, *BASE, official(1, 1, [work(HOUSING, key=1)]), version=2, epoch=2)
    told: list[int] = []
    before = sum(counts(graph).values())
    removed = sweep(graph, epoch=2, progress=told.append)
    assert set(stored(graph)) == {1}
    assert counts(graph)["Tombstone"] == 0
    assert stored(graph, "Policy") == {}
    assert stored(graph)[1].state == ordered(official(1, 1, [work(HOUSING, key=1)]))
    # Each node and edge that is gone was counted once: those of a node go with it or before it.
    assert removed >= before - sum(counts(graph).values()) - 3
    assert told[-1] == removed
    assert told == sorted(told)
    assert sweep(graph, epoch=2) == 0


def test_an_edge_that_an_older_epoch_left_behind_is_swept(graph: Graph) -> None:
    load(graph, *BASE, official(1, 1, [work(HOUSING, key=1)]), epoch=2)
    graph.write("MATCH (:Official {id: 1})-[w:WORKS_ON]->() SET w.epoch = 1")
    assert sweep(graph, epoch=2) == 1
    assert "WORKS_ON" not in {edge.type for edge in stored(graph)[1].state.edges}


def test_reading_back_goes_by_pages_over_wide_gaps(graph: Graph) -> None:
    ids = [1, 999, 1000, 1001, 2500, 10**9, 10**12]
    load(graph, *(organization(id_) for id_ in ids))
    pages = [[each.state.id for each in batch] for batch in iterate(graph, "Organization")]
    assert list(itertools.chain(*pages)) == ids
    assert list(iterate(graph, "Policy")) == []


def test_the_projection_has_an_epoch(graph: Graph) -> None:
    assert projection_epoch(graph) is None
    for epoch in (3, 4):
        set_projection_epoch(graph, epoch)
        assert projection_epoch(graph) == epoch
    load(graph, *BASE, epoch=4)
    sweep(graph, epoch=9)
    assert projection_epoch(graph) == 4


def test_two_writers_at_once_leave_one_of_each(graph: Graph) -> None:
    """One relay writes at a time; should two ever meet, the constraints hold."""
    load(graph, *BASE)
    states = [official(id_, 1, [work(HOUSING, key=id_)]) for id_ in range(1, 120)]
    refused: list[type[GraphError]] = []

    def write(version: int) -> None:
        for start in range(0, len(states), 10):
            # Refused whole, as a duplicate or as a record that the other has changed meanwhile;
            # the relay would come again.
            try:
                upsert(graph, states[start : start + 10], version=version, epoch=1)
            except GraphError as error:
                refused.append(type(error))

    writers = [threading.Thread(target=write, args=(version,)) for version in (2, 3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert set(refused) <= {GraphConflict, GraphError}  # refused, and neither lost nor late
    upsert(graph, states, version=4, epoch=1)
    found = counts(graph)
    assert (found["Official"], found["WORKS_ON"], found["REPRESENTS"]) == (119, 119, 119)
