"""Which fields a query asks for, so that only these are read, and noted as seen."""

from collections.abc import Iterable, Iterator

from graphene.utils.str_converters import to_snake_case
from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLResolveInfo,
    InlineFragmentNode,
    SelectionSetNode,
)


def selected(info: GraphQLResolveInfo, *path: str) -> frozenset[str]:
    """Return the model's names of the fields asked for below a path from the resolved field.

    Fragments are followed; the guard has bounded how much they can come to.
    """
    nodes: Iterable[FieldNode] = info.field_nodes
    for step in path:
        nodes = [node for node in _below(nodes, info) if node.name.value == step]
    return frozenset(
        to_snake_case(node.name.value)
        for node in _below(nodes, info)
        if node.name.value != "__typename"
    )


def _below(nodes: Iterable[FieldNode], info: GraphQLResolveInfo) -> Iterator[FieldNode]:
    for node in nodes:
        if node.selection_set:
            yield from _fields(node.selection_set, info)


def _fields(selections: SelectionSetNode, info: GraphQLResolveInfo) -> Iterator[FieldNode]:
    for selection in selections.selections:
        if isinstance(selection, FieldNode):
            yield selection
        elif isinstance(selection, FragmentSpreadNode):
            yield from _fields(info.fragments[selection.name.value].selection_set, info)
        elif isinstance(selection, InlineFragmentNode):
            yield from _fields(selection.selection_set, info)
