"""Writing aggregates into the graph so that redelivery, reordering and crashes change nothing.

Each write carries a version and an epoch. It counts when its (epoch, version) is not older than
what is stored for that aggregate, as a node or as a tombstone; else it is ignored whole. A rebuild
raises the epoch; from then on everybody writes with it, and `sweep` removes what stayed older.

Versions must be drawn in the order in which the rows are read (by the one writer that holds the
relay's lock), for the newest version wins.

What stands there is read first, and only the edges that differ are written: one edit changes few
of them. An edge keeps the version that made it; a new epoch makes all of them anew. Should another
writer come between the reading and the writing, nothing of that aggregate is written.

New nodes and relationships are created, not merged: on the bundled engine MERGE or a SET after
CREATE costs twenty times as much. The uniqueness constraints catch what two writers would do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.connection import Graph, GraphConflict, Statement
from graph.schema import (
    BUCKET,
    NODE_TYPES,
    RELATIONSHIP_TYPES,
    TOMBSTONE,
    NodeType,
    RelationshipType,
)
from graph.writes.limits import DEADLINE_S, batches
from graph.writes.memberships import membership_statements
from graph.writes.standing import Standing, standing
from graph.writes.states import Edge, MissingTarget, NodeState, WriteReport

_Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class _Batch:
    """States of one label that are all in the graph, as it says, or all new to it."""

    node: NodeType
    states: list[NodeState]
    there: dict[int, Standing]

    def lacking(self) -> tuple[_Rows, _Rows]:
        """Rows of the edges that aren't there as they should be, by type; to buckets, apart."""
        edges: _Rows = {}
        memberships: _Rows = {}
        for state in self.states:
            before = self.there.get(state.id)
            for edge in before.lacks(state) if before else state.edges:
                row = {"source": state.id, "target": edge.target, "key": edge.key}
                into = memberships if RELATIONSHIP_TYPES[edge.type].target == BUCKET else edges
                into.setdefault(edge.type, []).append({**row, "p": edge.properties})
        return edges, memberships


_ORDER = {label: rank for rank, label in enumerate(NODE_TYPES)}


def upsert(graph: Graph, states: Sequence[NodeState], *, version: int, epoch: int) -> WriteReport:
    """Write aggregates of any labels: the node's properties and exactly these outgoing edges.

    Of each batch of one label, the new ones are one transaction and the others another. Of two
    states of one aggregate the last counts. Raises ValueError for a label, type or property that
    the schema does not know, and what `Graph.write` raises.
    """
    newest = {(state.label, state.id): state for state in states}
    for state in newest.values():
        _check(state)
    report = _write_all(graph, list(newest.values()), version, epoch)
    if not report.missing or len(newest) <= 1:
        return report
    # A target may have come after its source in this very call.
    again = {(each.label, each.id): newest[each.label, each.id] for each in report.missing}
    second = _write_all(graph, list(again.values()), version, epoch)
    return WriteReport(report.written, report.ignored, second.missing)


def tombstone(graph: Graph, keys: Sequence[tuple[str, int]], *, version: int, epoch: int) -> None:
    """Remove aggregates with everything attached, and remember it against older writes."""
    for label, group in _by_label(dict.fromkeys(keys)):
        for batch in batches(list(group)):
            rows = [{"id": id_, "key": _grave(label, id_)} for _, id_ in batch]
            params = {"rows": rows, "version": version, "epoch": epoch}
            graph.write_transaction(
                [(query, params) for query in _burial(label)], timeout=DEADLINE_S
            )


def _write_all(graph: Graph, states: list[NodeState], version: int, epoch: int) -> WriteReport:
    written = 0
    missing: list[MissingTarget] = []
    for label, group in _by_label({(state.label, state.id): state for state in states}):
        for keys in batches(list(group)):
            there = standing(graph, label, [id_ for _, id_ in keys], epoch)
            older = {id_: each for id_, each in there.items() if each.stamp <= (epoch, version)}
            new = [group[key] for key in keys if key[1] not in there]
            known = [group[key] for key in keys if key[1] in older]
            for batch in (
                _Batch(NODE_TYPES[label], new, {}),
                _Batch(NODE_TYPES[label], known, older),
            ):
                if batch.states:
                    accepted, lacking = _write_batch(graph, batch, version, epoch)
                    written += accepted
                    missing += lacking
    return WriteReport(written, len(states) - written, tuple(missing))


def _write_batch(
    graph: Graph, batch: _Batch, version: int, epoch: int
) -> tuple[int, list[MissingTarget]]:
    """Write it, and say how many were accepted and which edges found no target."""
    stamp = {"version": version, "epoch": epoch}
    edges, memberships = batch.lacking()
    statements = (_update if batch.there else _creation)(batch, stamp)
    statements += [
        (_edge_statement(RELATIONSHIP_TYPES[name]), {"rows": rows, **stamp})
        for name, rows in edges.items()
    ]
    for name, rows in memberships.items():
        statements += membership_statements(batch.node.label, name, rows, stamp)
    try:
        answers = graph.write_transaction(statements, timeout=DEADLINE_S)
    except GraphConflict:
        # An edge's key still belongs to another node: its row was given to somebody else.
        released = [
            (
                f"MATCH (a:{batch.node.label})-[r:{name}]->() WHERE r.key IN $keys DELETE r",
                {"keys": [row["key"] for row in rows]},
            )
            for name, rows in edges.items()
        ]
        answers = graph.write_transaction([*released, *statements], timeout=DEADLINE_S)
        answers = answers[len(released) :]
    accepted = set(answers[0][0]["ids"])
    if batch.there and len(accepted) < len(batch.states):
        raise GraphConflict("Another writer changed the same things at the same time.")
    made = {
        (name, key)
        for name, answer in zip(edges, answers[2 : 2 + len(edges)], strict=True)
        for key in answer[0]["keys"]
    }
    lacking = [
        MissingTarget(
            batch.node.label, row["source"], Edge(name, row["key"], row["target"], row["p"])
        )
        for name, rows in edges.items()
        for row in rows
        if row["source"] in accepted and (name, row["key"]) not in made
    ]
    return len(accepted), lacking


def _older(stored: str) -> str:
    """Whether what is stored is older than, or the same as, what is being written."""
    return (
        f"({stored}.epoch < $epoch OR ({stored}.epoch = $epoch AND {stored}.version <= $version))"
    )


def _update(batch: _Batch, stamp: dict[str, int]) -> list[Statement]:
    """Set what is there, unless somebody has since, and take away the edges that are no more."""
    rows = []
    for state in batch.states:
        before = batch.there[state.id]
        properties = {**state.properties, "id": state.id, **stamp}
        seen = {"version": before.version, "epoch": before.epoch}
        rows.append({"id": state.id, "seen": seen, "p": properties, "gone": before.beyond(state)})
    find = f"UNWIND $rows AS row MATCH (n:{batch.node.label} {{id: row.id}})"
    return [
        (
            f"""{find} WHERE n.version = row.seen.version AND n.epoch = row.seen.epoch
            SET n = row.p RETURN collect(row.id) AS ids""",
            {"rows": rows},
        ),
        # What was not accepted above has another stamp.
        (
            f"""{find}-[r]->() WHERE n.version = $version AND n.epoch = $epoch
            AND (r.epoch <> $epoch OR type(r) + r.key IN row.gone) DELETE r""",
            {"rows": [{"id": row["id"], "gone": row["gone"]} for row in rows], **stamp},
        ),
    ]


def _creation(batch: _Batch, stamp: dict[str, int]) -> list[Statement]:
    """Create what is not there, unless it was removed later, and forget an earlier removal."""
    label = batch.node.label
    names = [{"id": state.id, "key": _grave(label, state.id)} for state in batch.states]
    whole = [
        {**name, "p": state.properties} for name, state in zip(names, batch.states, strict=True)
    ]
    properties = ", ".join(f"{name}: row.p.{name}" for name in batch.node.properties)
    # On a tie the removal counts: better gone for a moment than shown.
    buried = f"""EXISTS {{ MATCH (t:{TOMBSTONE} {{key: row.key}}) WHERE t.epoch > $epoch
        OR (t.epoch = $epoch AND t.version >= $version) }}"""
    return [
        (
            f"""UNWIND $rows AS row WITH row
            WHERE NOT EXISTS {{ MATCH (n:{label} {{id: row.id}}) }} AND NOT {buried}
            CREATE (n:{label} {{id: row.id, version: $version, epoch: $epoch, {properties}}})
            RETURN collect(row.id) AS ids""",
            {"rows": whole, **stamp},
        ),
        (
            f"""UNWIND $rows AS row MATCH (t:{TOMBSTONE} {{key: row.key}})
            WHERE EXISTS {{ MATCH (n:{label} {{id: row.id}}) }} DELETE t""",
            {"rows": names},
        ),
    ]


def _edge_statement(edge: RelationshipType) -> str:
    properties = "".join(f", {name}: row.p.{name}" for name in edge.properties)
    stamp = "key: row.key, version: $version, epoch: $epoch"
    return f"""UNWIND $rows AS row MATCH (a:{edge.source} {{id: row.source}})
        WHERE a.version = $version AND a.epoch = $epoch
        MATCH (b:{edge.target} {{id: row.target}})
        CREATE (a)-[:{edge.type} {{{stamp}{properties}}}]->(b)
        RETURN collect(row.key) AS keys"""


def _burial(label: str) -> tuple[str, str, str]:
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) WHERE {_older('n')} DETACH DELETE n",
        f"""UNWIND $rows AS row MATCH (t:{TOMBSTONE} {{key: row.key}}) WHERE {_older("t")}
        SET t.version = $version, t.epoch = $epoch""",
        f"""UNWIND $rows AS row WITH row
        WHERE NOT EXISTS {{ MATCH (n:{label} {{id: row.id}}) }}
        AND NOT EXISTS {{ MATCH (t:{TOMBSTONE} {{key: row.key}}) }}
        CREATE (t:{TOMBSTONE} {{key: row.key, version: $version, epoch: $epoch}})""",
    )


def _grave(label: str, id_: int) -> str:
    return f"{label}:{id_}"


def _by_label(
    keyed: dict[tuple[str, int], Any],
) -> Iterator[tuple[str, dict[tuple[str, int], Any]]]:
    """Groups in the schema's order: targets before sources."""
    for label in {label for label, _ in keyed} - _ORDER.keys():
        raise ValueError(f"The graph has no label {label!r}; it has {', '.join(_ORDER)}.")
    ordered = sorted(keyed, key=lambda key: (_ORDER[key[0]], key[1]))
    for label, group in groupby(ordered, key=lambda key: key[0]):
        yield label, {key: keyed[key] for key in group}


def _check(state: NodeState) -> None:
    """Names go into Cypher as text, so only those that the schema declares may."""
    node = NODE_TYPES.get(state.label)
    if node is None:
        raise ValueError(f"The graph has no label {state.label!r}.")
    _check_properties(state.label, state.properties, node.properties)
    for edge in state.edges:
        kind = RELATIONSHIP_TYPES.get(edge.type)
        if kind is None or kind.source != state.label:
            raise ValueError(f"The graph has no relationship {edge.type!r} from {state.label}.")
        _check_properties(edge.type, edge.properties, kind.properties)


def _check_properties(owner: str, given: dict[str, Any], known: tuple[str, ...]) -> None:
    for name in given.keys() - set(known):
        raise ValueError(f"{owner} has no property {name!r}; it has {', '.join(known) or 'none'}.")
