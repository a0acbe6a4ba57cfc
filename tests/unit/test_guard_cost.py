"""What an operation costs doesn't depend on whether fragments are named or written in place."""

from graphql import build_schema, parse
from hypothesis import given
from hypothesis import strategies as st

from backend.guard.cost import Tariff
from backend.guard.documents import Prepared
from backend.guard.limits import ListSize

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


def selection(kind, depth, *, spreads):
    """A selection on a type: fields, fields within fields, and @Type@ for the type's fragment."""
    parts = [st.just("__typename")]
    if spreads and kind in TYPES:
        parts.append(st.just(f"@{kind}@"))
    if depth:
        for field, inner in COMPOSITE[kind].items():
            below = selection(inner, depth - 1, spreads=spreads)
            parts.append(below.map(lambda text, field=field: f"{field} {{ {text} }}"))
    return st.lists(st.one_of(parts), min_size=1, max_size=3).map(" ".join)


QUERIES = selection("Query", 4, spreads=True)
FRAGMENTS = st.fixed_dictionaries({kind: selection(kind, 2, spreads=False) for kind in TYPES})


def points(body, definitions, rows):
    """The cost of a query."""
    prepared = Prepared.of(parse(f"query Q($n: Int) {{ {body} }} {definitions}"))
    return TARIFF.cost(prepared.operation("Q"), prepared.fragments, {"n": rows})


@given(QUERIES, FRAGMENTS, st.integers(1, 50))
def test_fragments_named_or_written_in_place_cost_the_same(body, fragments, rows):
    named, in_place = body, body
    for kind, content in fragments.items():
        named = named.replace(f"@{kind}@", f"...{kind}")
        in_place = in_place.replace(f"@{kind}@", f"... on {kind} {{ {content} }}")
    definitions = " ".join(
        f"fragment {kind} on {kind} {{ {content} }}" for kind, content in fragments.items()
    )
    assert points(named, definitions, rows) == points(in_place, "", rows)
