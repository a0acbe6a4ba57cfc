"""How many edges the popular nodes have: counted now and then, since one engine counts them singly.

How rare a thing is hardly changes in an hour, and a question must not wait for a third of all
officials to be counted. What has no stored count has few edges, and is counted when asked about.
How many officials there are in all is kept too.
"""

from __future__ import annotations

from graph.connection import Graph
from graph.schema import DEGREE_COUNT
from graph.writes.limits import DEADLINE_S, batches

POPULAR = 200
AT_ONCE = 50  # whose edges are counted: a popular one has many

EVERYBODY = "Official:all"

_COUNTED = {
    "Issue": "WORKS_ON",
    "Organization": "AFFILIATED_WITH",
    "Event": "ATTENDED",
    "Policy": "OF",
}


def count_degrees(graph: Graph) -> int:
    """Count all officials, and the edges of what they share; how many of these are popular."""
    officials = graph.read("MATCH (n:Official) RETURN count(n) AS number", timeout=DEADLINE_S)
    _keep(graph, [EVERYBODY], {EVERYBODY: officials[0]["number"]})
    popular = 0
    for label, type_ in _COUNTED.items():
        count = f"""UNWIND $ids AS id MATCH (n:{label} {{id: id}})<-[r:{type_}]-()
            RETURN id, count(r) AS number"""
        ids = graph.read(f"MATCH (n:{label}) RETURN collect(n.id) AS ids", timeout=DEADLINE_S)
        for batch in batches(ids[0]["ids"], AT_ONCE):
            counted = graph.read(count, {"ids": batch}, timeout=DEADLINE_S)
            numbers = {
                f"{label}:{row['id']}": row["number"] for row in counted if row["number"] > POPULAR
            }
            _keep(graph, [f"{label}:{id_}" for id_ in batch], numbers)
            popular += len(numbers)
    return popular


def _keep(graph: Graph, keys: list[str], numbers: dict[str, int]) -> None:
    """Keep these numbers, and none else for these keys."""
    rows = [{"key": key, "number": number} for key, number in numbers.items()]
    graph.write_transaction(
        [(_FORGET, {"keys": keys}), (_NOTE, {"rows": rows})], timeout=DEADLINE_S
    )


_FORGET = f"UNWIND $keys AS key MATCH (t:{DEGREE_COUNT} {{key: key}}) DELETE t"
_NOTE = f"UNWIND $rows AS row CREATE (t:{DEGREE_COUNT} {{key: row.key, number: row.number}})"
