"""What an operation costs: about how many rows it will read, known from the schema.

- A row of a list, a connection and an object of the root cost 1 point each. Scalars cost nothing,
  nor do single objects within a row (somebody's place), which are read with it.
- What is below a connection counts as often as its `first` (or `last`) says.
- What is below another list counts as often as the list usually is long (`ListSize.usual`).
- A field with a price costs that besides, each time it is asked for. So does a mutation.
- Conditions and overlaps are not looked at: the cost is what it may at most come to.

Source of the idea: the cost directives of the GraphQL cost specification (assumedSize, slicing
arguments), https://ibm.github.io/graphql-specs/cost-spec.html
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_argument_values,
    get_named_type,
    is_leaf_type,
    is_list_type,
)

from backend.api.guard.errors import Code, Refusal
from backend.api.guard.limits import ListSize
from backend.api.guard.messages import ApiMessage

MUTATION_PRICE = 10
ROWS = "edges"
SLICES = ("first", "last")

Fielded = GraphQLObjectType | GraphQLInterfaceType


class Tariff:
    """The sizes and prices of a schema's fields, by coordinate ("Official.work")."""

    def __init__(
        self,
        schema: GraphQLSchema,
        *,
        page: int,
        sizes: Mapping[str, ListSize],
        prices: Mapping[str, int],
    ) -> None:
        """Check that no list is without a bound, and that sizes and prices name real fields.

        Raises ValueError that names every such field.
        """
        self.schema = schema
        self.page = page
        self.sizes = sizes
        self.prices = prices
        unbounded = list(self._unbounded_lists())
        unknown = (sizes.keys() | prices.keys()) - {name for name, _ in _fields(schema)}
        if unbounded or unknown:
            raise ValueError(
                f"Lists without a bound: {unbounded}. Sizes or prices of no field: {unknown}."
            )

    def most_rows(self, coordinate: str) -> int:
        """Return how long this field's list may be."""
        size = self.sizes.get(coordinate)
        return size.at_most if size else self.page

    def cost(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
    ) -> int:
        """Return the points of a validated operation, at least 1.

        Raises a Refusal for a page that is too long, or empty, or cut at both ends.
        """
        root = self.schema.get_root_type(operation.operation)
        if root is None:
            raise Refusal(400, Code.BAD_INPUT, ApiMessage.NO_SUCH_OPERATION)
        bill = _Bill(self, fragments, variables)
        points = bill.of_set(operation.selection_set, root, 1)
        if operation.operation is OperationType.MUTATION:
            points += MUTATION_PRICE * len(operation.selection_set.selections)
        return max(1, points)

    def _unbounded_lists(self) -> Iterator[str]:
        cut = {
            get_named_type(field.type).name
            for _, field in _fields(self.schema)
            if SLICES[0] in field.args
        }
        whole = {
            get_named_type(field.type).name
            for _, field in _fields(self.schema)
            if SLICES[0] not in field.args
        }
        for coordinate, field in _fields(self.schema):
            if not _is_list(field) or coordinate in self.sizes:
                continue
            owner, name = coordinate.split(".")
            if name != ROWS or owner not in cut or owner in whole:
                yield coordinate


def _fields(schema: GraphQLSchema) -> Iterator[tuple[str, GraphQLField]]:
    for name, kind in schema.type_map.items():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and name[:2] != "__":
            for field_name, field in kind.fields.items():
                yield f"{name}.{field_name}", field


def _is_list(field: GraphQLField) -> bool:
    kind = field.type
    return is_list_type(kind.of_type if isinstance(kind, GraphQLNonNull) else kind)


class _Bill:
    """The cost of one operation, each fragment reckoned once for each page it stands in."""

    def __init__(
        self,
        tariff: Tariff,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
    ) -> None:
        self._tariff = tariff
        self._fragments = fragments
        self._variables = variables
        self._known: dict[tuple[str, int], int] = {}
        self._roots = (tariff.schema.query_type, tariff.schema.mutation_type)

    def of_set(self, selections: SelectionSetNode, parent: GraphQLNamedType, rows: int) -> int:
        """Return the points of a selection on a type; `rows` is the page, if it is a connection."""
        points = 0
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                points += self._of_field(selection, parent, rows)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inner = self._tariff.schema.type_map[condition.name.value] if condition else parent
                points += self.of_set(selection.selection_set, inner, rows)
            elif isinstance(selection, FragmentSpreadNode):
                points += self._of_fragment(selection.name.value, rows)
        return points

    def _of_fragment(self, name: str, rows: int) -> int:
        key = (name, rows)
        if key not in self._known:
            fragment = self._fragments[name]
            condition = self._tariff.schema.type_map[fragment.type_condition.name.value]
            self._known[key] = self.of_set(fragment.selection_set, condition, rows)
        return self._known[key]

    def _of_field(self, node: FieldNode, parent: GraphQLNamedType, rows: int) -> int:
        name = node.name.value
        if name == "__typename" or isinstance(parent, GraphQLUnionType):
            return 0
        if not isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            raise TypeError(parent.name)
        field = parent.fields[name]
        coordinate = f"{parent.name}.{name}"
        price = self._tariff.prices.get(coordinate, 0)
        page = self._page(node, field) if SLICES[0] in field.args else 1
        kind = get_named_type(field.type)
        if is_leaf_type(kind) or node.selection_set is None:
            return price
        below = self.of_set(node.selection_set, kind, page)
        if not _is_list(field):
            counts = SLICES[0] in field.args or parent in self._roots
            return price + counts + below
        size = self._tariff.sizes.get(coordinate)
        return price + (size.usual if size else rows) * (1 + below)

    def _page(self, node: FieldNode, field: GraphQLField) -> int:
        """Return how many rows the field is asked for."""
        values = get_argument_values(field, node, dict(self._variables))
        given = [values[name] for name in SLICES if values.get(name) is not None]
        written = {argument.name.value for argument in node.arguments}
        if written.issuperset(SLICES) and len(given) > 1:
            raise Refusal(400, Code.BAD_INPUT, ApiMessage.FIRST_OR_LAST)
        most = self._tariff.page
        for rows in given:
            if not 1 <= rows <= most:
                raise Refusal(400, Code.BAD_INPUT, ApiMessage.ROWS_OF_A_PAGE, most=most)
        return max(given) if given else most
