"""From a text to a document that may be executed: parsed, measured, validated, remembered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)

from backend.api.guard import measure
from backend.api.guard.errors import MOST_ERRORS, Code, InvalidDocument, Refusal
from backend.api.guard.limits import Limits
from backend.api.guard.messages import ApiMessage

RULES = (*specified_rules, NoSchemaIntrospectionCustomRule)
REMEMBERED = 128


@dataclass(frozen=True)
class Prepared:
    """A valid document, with its operations and fragments at hand."""

    document: DocumentNode
    operations: tuple[OperationDefinitionNode, ...]
    fragments: dict[str, FragmentDefinitionNode]

    @classmethod
    def of(cls, document: DocumentNode) -> "Prepared":
        """Sort out a document's definitions."""
        definitions = document.definitions
        fragments = [each for each in definitions if isinstance(each, FragmentDefinitionNode)]
        return cls(
            document=document,
            operations=tuple(
                each for each in definitions if isinstance(each, OperationDefinitionNode)
            ),
            fragments={fragment.name.value: fragment for fragment in fragments},
        )

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """Return the operation to execute; without a name there must be only one."""
        if name is None and len(self.operations) == 1:
            return self.operations[0]
        for operation in self.operations:
            if name is not None and operation.name and operation.name.value == name:
                return operation
        raise Refusal(400, Code.BAD_INPUT, ApiMessage.WHICH_OPERATION)


def preparation(schema: GraphQLSchema, limits: Limits) -> Callable[[str], Prepared]:
    """Return the function that prepares documents for a schema, or raises a Refusal.

    It remembers the last valid ones, so that the web app's own are parsed once a process.
    """

    @lru_cache(maxsize=REMEMBERED)
    def prepare(query: str) -> Prepared:
        try:
            document = parse(query, max_tokens=limits.tokens)
        except GraphQLError as error:
            if f"more than {limits.tokens} tokens" in error.message:
                raise Refusal(
                    400, Code.TOO_COSTLY, ApiMessage.TOO_LONG, most=limits.tokens
                ) from error
            raise InvalidDocument([error]) from error
        measure.check(document, limits)
        errors = validate(
            schema, document, RULES, max_errors=MOST_ERRORS - 1, hide_suggestions=True
        )
        if errors:
            raise InvalidDocument(errors)
        return Prepared.of(document)

    return prepare
