"""Documents that are refused, at every endpoint, and with how little work."""

import sys

import pytest
from django.urls import resolve

from tests.api.endpoints import NAMES, code

# Calls of functions, which are as many on a busy machine. A thousand take less than a millisecond.
FEW = 250_000
VALIDATED = 3_000_000


def counted(asker, document):
    """Ask; return the answer and how many functions were called for it."""
    asker.ask("{ __typename }")  # the first of all loads what every other uses
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        response = asker.ask(document)
    finally:
        sys.setprofile(before)
    return response, calls


def chain(length):
    """Fragments that each spread the next one twice."""
    links = "".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }} " for n in range(length))
    return f"{{ ...F0 }} {links} fragment F{length} on Query {{ __typename }}"


def refused_soon(asker, document, expected="TOO_COSTLY"):
    """Check that a document is refused, with little work."""
    response, calls = counted(asker, document)
    assert (response.status_code, code(response)) == (400, expected)
    assert calls < FEW
    return response.json()["errors"]


@pytest.mark.parametrize("length", [18, 24, 60])
def test_chains_of_fragments(asker, length):
    refused_soon(asker, chain(length))


@pytest.mark.parametrize(
    "document",
    [
        "{ ...A } fragment A on Query { ...A }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { __typename ...A }",
        "{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }",
    ],
)
def test_fragments_that_spread_themselves(asker, document):
    refused_soon(asker, document, "BAD_INPUT")


def test_aliases(asker, endpoint):
    most = endpoint.limits.aliases
    fine = " ".join(f"a{n}: __typename" for n in range(most))
    assert asker.ask(f"{{ {fine} }}").status_code == 200
    refused_soon(asker, f"{{ {fine} b: __typename }}")


def test_aliases_through_spreads(asker, endpoint):
    half = endpoint.limits.aliases // 2 + 1
    fragment = "fragment A on Query { " + " ".join(f"a{n}: __typename" for n in range(half)) + " }"
    assert asker.ask(f"{{ ...A }} {fragment}").status_code == 200
    refused_soon(asker, f"{{ ...A ...A }} {fragment}")


def test_equal_fields_are_refused_before_validation(asker, endpoint):
    many = max(500, endpoint.limits.fields + 1)
    errors = refused_soon(asker, "{ " + "nonsense " * many + "}")
    assert len(errors) == 1
    assert "fields" in errors[0]["message"]


def test_as_many_equal_fields_as_allowed_are_validated_soon(asker, endpoint):
    document = "{ " + "__typename " * endpoint.limits.fields + "}"
    response, calls = counted(asker, document)
    assert response.status_code == 200
    assert calls < VALIDATED


@pytest.mark.parametrize("place", ["{ __typename %s }", "{ ...A } fragment A on Query %s { id }"])
def test_directives(asker, place):
    refused_soon(asker, place % ("@a " * 200))


def test_directives_on_variables(asker):
    refused_soon(asker, "query Q($a: Int %s) { __typename }" % ("@a " * 200))


def test_comments(asker):
    refused_soon(asker, "#\n" * 20_000 + "{ __typename }")


def test_tokens(asker, endpoint):
    refused_soon(asker, "{ " + "a " * endpoint.limits.tokens + "}")


@pytest.mark.parametrize("opening", ["[", "{a:"])
def test_literals_3_000_deep(asker, opening):
    closing = {"[": "]", "{a:": "}"}[opening]
    literal = opening * 3_000 + "1" + closing * 3_000
    refused_soon(asker, f"{{ officials(search: {literal}) {{ totalCount }} }}", "BAD_INPUT")


def test_literals_150_deep(asker):
    literal = "[" * 150 + "]" * 150
    refused_soon(asker, f"{{ officials(search: {literal}) {{ totalCount }} }}", "BAD_INPUT")


def test_depth(asker):
    ten = "{ a " * 9 + "{ a }" + " }" * 9
    assert code(asker.ask(ten)) == "BAD_INPUT"  # not too deep, but no such field
    refused_soon(asker, "{ a " * 10 + "{ a }" + " }" * 10)


def test_depth_through_fragments(asker):
    links = "".join(f"fragment F{n} on Query {{ a {{ ...F{n + 1} }} }} " for n in range(10))
    refused_soon(asker, f"{{ ...F0 }} {links} fragment F10 on Query {{ a }}")


@pytest.mark.parametrize("reverse", [False, True])
def test_nesting_that_adds_no_depth(asker, reverse):
    """Inline fragments and spreads recurse without adding a level of fields."""
    nested = "{ ... on Query " * 15
    links = [f"fragment F{n} on Query {nested} {{ ...F{n + 1} }} {'}' * 15} " for n in range(9)]
    last = "fragment F9 on Query { __typename }"
    if reverse:
        links.reverse()
    document = f"{last} {''.join(links)} {{ ...F0 }}"
    refused_soon(asker, document)


@pytest.mark.parametrize("first", [101, 51, 0, -1, 2**31 - 1])
def test_page_sizes(asker, endpoint, first):
    if first == 51 and endpoint.limits.page > 51:
        first = endpoint.limits.page + 1
    literal = NAMES.replace("first: 5", f"first: {first}")
    refused_soon(asker, literal, "BAD_INPUT")
    variable = "query Q($n: Int) { officials(first: $n) { edges { node { name } } } }"
    response = asker.ask(variable, {"n": first})
    assert (response.status_code, code(response)) == (400, "BAD_INPUT")
    default = f"query Q($n: Int = {first}) {{ officials(first: $n) {{ totalCount }} }}"
    assert asker.ask(default).status_code == 400


def test_first_with_last(asker):
    document = "{ officials(first: 5, last: 5) { edges { node { name } } } }"
    refused_soon(asker, document, "BAD_INPUT")


@pytest.mark.parametrize(
    "document",
    [
        "{ __schema { types { name } } }",
        '{ __type(name: "Official") { name fields { name } } }',
        "{ ...A } fragment A on Query { x: __schema { queryType { name } } }",
    ],
)
def test_introspection_is_off(asker, document):
    refused_soon(asker, document, "BAD_INPUT")


def test_typename_may_be_asked(asker):
    response = asker.ask("{ __typename officials(first: 1) { __typename } }")
    assert response.json()["data"]["__typename"] == "Query"


@pytest.mark.parametrize(
    "document",
    [
        "{ oficials { totalCount } }",
        "{ officials { totalCont } }",
        "{ officials(frist: 1) { totalCount } }",
        "{ officials { edges { node { nam } } } }",
        "{ officials { edges { node { ... on Oficial { name } } } } }",
        "{ officials { edges { node } } }",
    ],
)
def test_nothing_is_suggested_for_a_misspelt_name(asker, document):
    errors = refused_soon(asker, document, "BAD_INPUT")
    assert all("Did you mean" not in error["message"] for error in errors)


def test_unknown_fields_are_told_of_ten_times_at_most(asker, endpoint):
    many = min(450, endpoint.limits.fields)
    errors = refused_soon(asker, "{ " + " ".join(f"x{n}" for n in range(many)) + " }", "BAD_INPUT")
    assert 1 < len(errors) <= 10


def test_long_messages_are_cut(asker):
    errors = refused_soon(asker, "{ " + "x" * 50_000 + " }", "BAD_INPUT")
    assert len(errors[0]["message"]) <= 300


@pytest.mark.parametrize(
    ("document", "name", "status"),
    [
        ("query A { __typename } query B { __typename }", None, 400),
        ("query A { __typename } query B { __typename }", "C", 400),
        ("query A { __typename } query B { __typename }", "B", 200),
        ("query A { __typename }", "B", 400),
        ("query A { __typename } query A { __typename }", "A", 400),
        ("fragment A on Query { __typename }", None, 400),
        ("type Query { a: Int }", None, 400),
        ("subscription { a }", None, 400),
        ("mutation { deleteEverything }", None, 400),
        ("   ", None, 400),
        ("# nothing", None, 400),
    ],
)
def test_which_operation_runs(asker, document, name, status):
    response = asker.ask(document, operationName=name)
    assert response.status_code == status
    if status == 400:
        assert code(response) == "BAD_INPUT"


@pytest.mark.parametrize("value", ["five", 1.5, True, [1], {"a": 1}, 2**40, "5"])
def test_variables_of_the_wrong_type(asker, value):
    query = "query Q($n: Int) { officials(first: $n) { totalCount } }"
    response = asker.ask(query, {"n": value})
    assert (response.status_code, code(response)) == (400, "BAD_INPUT")


@pytest.mark.parametrize("value", ["\x00", "a\x00b", "%_'\";--", "🦉" * 40, "a" * 10_000, " "])
def test_strange_texts_are_data(asker, value):
    query = "query Q($s: String) { officials(search: $s) { totalCount } }"
    response = asker.ask(query, {"s": value})
    assert response.status_code == 200
    if "errors" in response.json():
        assert code(response) == "BAD_INPUT"


def test_a_document_is_prepared_once(endpoint, asker):
    view = resolve(endpoint.path).func
    asker.ask(NAMES)
    hits = view.prepare.cache_info().hits
    asker.ask(NAMES)
    assert view.prepare.cache_info().hits == hits + 1
    assert view.prepare.cache_info().maxsize == 128
