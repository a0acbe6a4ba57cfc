"""The measure of a document is that of the same document with every fragment written out."""

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    parse,
    print_ast,
)
from hypothesis import given
from hypothesis import strategies as st

from backend.api.guard.measure import Measure, Tape

FRAGMENTS = 4


def selections(may_spread):
    """Selections that may spread the fragments behind `may_spread`, so that none is a cycle."""
    spreads = [f"...F{n}" for n in range(may_spread, FRAGMENTS)]
    directive = st.sampled_from(["", " @a", " @a @b"])
    leaf = st.tuples(st.sampled_from(["x", "y", "alias: x", *spreads]), directive).map("".join)
    return st.recursive(
        leaf,
        lambda inner: st.tuples(
            st.sampled_from(["x", "alias: y", "... on T", "..."]),
            directive,
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: f" {{ {' '.join(parts)} }}"),
        ).map("".join),
        max_leaves=6,
    )


@st.composite
def documents(draw):
    """A query and fragments, in any order."""
    parts = [f"query Q {{ {draw(selections(0))} {draw(selections(0))} }}"]
    parts += [f"fragment F{n} on T {{ {draw(selections(n + 1))} }}" for n in range(FRAGMENTS)]
    return " ".join(draw(st.permutations(parts)))


def written_out(selection_set, fragments):
    """Measure the plain way: walk into every spread, each time."""
    depth = nesting = aliases = directives = fields = 0
    for selection in selection_set.selections:
        directives += len(selection.directives)
        if isinstance(selection, FragmentSpreadNode):
            inner = fragments[selection.name.value].selection_set
        else:
            inner = selection.selection_set
        below = written_out(inner, fragments) if inner else Measure()
        own = isinstance(selection, FieldNode)
        aliases += below.aliases + (own and selection.alias is not None)
        directives += below.directives
        fields += below.fields + own
        depth = max(depth, below.depth + own)
        nesting = max(nesting, below.nesting)
    return Measure(depth, nesting + 1, aliases, directives, fields)


@given(documents())
def test_each_fragment_once_or_written_out_is_the_same(text):
    document = parse(text)
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    tape = Tape(fragments)
    for definition in document.definitions:
        plain = written_out(definition.selection_set, fragments)
        assert tape.of_definition(definition) == plain, print_ast(document)


def test_directives_on_the_operation_and_its_variables_count():
    (query,) = parse("query Q($a: Int @a @b) @c { x @d }").definitions
    assert isinstance(query, OperationDefinitionNode)
    assert Tape({}).of_definition(query).directives == 4
