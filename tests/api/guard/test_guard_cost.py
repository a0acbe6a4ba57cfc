"""What an operation costs doesn't depend on whether fragments are named or written in place."""

from random import Random

from graphql import build_schema, parse
from hypothesis import given
from hypothesis import strategies as st

from backend.api.guard.cost import Tariff
from backend.api.guard.documents import Prepared
from backend.api.guard.limits import ListSize

SDL = """
type Query { people(first: Int = 7, after: String): People! one: Person }
type People { edges: [Edge!]! total: Int }
type Edge { node: Person! }
type Person { name: String places: [Place!]! peers(first: Int): People! }
type Place { name: String mayor: Person }
"""
TARIFF = Tariff(
    build_schema(SDL),
    page=50,
    sizes={"Person.places": ListSize(at_most=9, usual=4)},
    prices={"Person.peers": 5},
)
TYPES = ("People", "Edge", "Person", "Place")
COMPOSITE = {
    "Query": {"people": "People", "people(first: 3)": "People", "people(first: $n)": "People",
              "one": "Person"},
    "People": {"edges": "Edge"},
    "Edge": {"node": "Person"},
    "Person": {"places": "Place", "peers(first: 2)": "People", "peers": "People"},
    "Place": {"mayor": "Person"},
}  # fmt: skip


def selection(chance, kind, depth, *, spreads):
    """A selection on a type: fields, fields within fields, and @Type@ for the type's fragment."""
    parts = []
    for _ in range(chance.randint(1, 3)):
        if spreads and kind in TYPES and chance.random() < 0.5:
            parts.append(f"@{kind}@")
        elif depth:
            field, inner = chance.choice(list(COMPOSITE[kind].items()))
            below = selection(chance, inner, depth - 1, spreads=spreads)
            parts.append(f"{field} {{ {below} }}")
        else:
            parts.append("__typename")
    return " ".join(parts)


def points(body, definitions, rows):
    """The cost of a query."""
    prepared = Prepared.of(parse(f"query Q($n: Int) {{ {body} }} {definitions}"))
    return TARIFF.cost(prepared.operation("Q"), prepared.fragments, {"n": rows})


@given(st.integers(0, 2**32), st.integers(1, 50))
def test_fragments_named_or_written_in_place_cost_the_same(seed, rows):
    chance = Random(seed)
    named = in_place = selection(chance, "Query", 4, spreads=True)
    definitions = ""
    for kind in TYPES:
        content = selection(chance, kind, 2, spreads=False)
        definitions += f"fragment {kind} on {kind} {{ {content} }} "
        named = named.replace(f"@{kind}@", f"...{kind}")
        in_place = in_place.replace(f"@{kind}@", f"... on {kind} {{ {content} }}")
    assert points(named, definitions, rows) == points(in_place, "", rows)
