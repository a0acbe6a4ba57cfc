"""How large a document is once every fragment is written out, in time linear in what was sent.

Each fragment is measured once, and its measure is added wherever it is spread: 60 fragments that
each spread the next twice are 2^60 fields, and a sum of 60 terms. This runs before validation,
whose check of overlapping fields is quadratic.
"""

from dataclasses import dataclass, replace

from graphql import (
    DefinitionNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from backend.api.guard.errors import Code, Refusal
from backend.api.guard.limits import Limits
from backend.api.guard.messages import ApiMessage

# Selection sets within one another, through inline fragments and spreads, which add no depth.
MOST_NESTED = 60
# What is limited in each definition, and what is said of too much of it.
LIMITED = {
    "depth": ApiMessage.TOO_DEEP,
    "aliases": ApiMessage.TOO_MANY_ALIASES,
    "directives": ApiMessage.TOO_MANY_DIRECTIVES,
    "fields": ApiMessage.TOO_MANY_FIELDS,
}


@dataclass(frozen=True)
class Measure:
    """Depth in fields, nesting in selection sets, and the numbers of the rest."""

    depth: int = 0
    nesting: int = 0
    aliases: int = 0
    directives: int = 0
    fields: int = 0

    def beside(self, other: "Measure") -> "Measure":
        """Return the measure of both selections next to each other."""
        return Measure(
            depth=max(self.depth, other.depth),
            nesting=max(self.nesting, other.nesting),
            aliases=self.aliases + other.aliases,
            directives=self.directives + other.directives,
            fields=self.fields + other.fields,
        )


def check(document: DocumentNode, limits: Limits) -> None:
    """Raise a Refusal when a definition of the document is larger than the limits."""
    fragments = [each for each in document.definitions if isinstance(each, FragmentDefinitionNode)]
    if len(fragments) > limits.fragments:
        raise _too_large(ApiMessage.TOO_MANY_FRAGMENTS, limits.fragments)
    tape = Tape({fragment.name.value: fragment for fragment in fragments})
    for definition in document.definitions:
        measure = tape.of_definition(definition)
        if measure.nesting > MOST_NESTED:
            raise _nested_too_deeply()
        for name, message in LIMITED.items():
            most = getattr(limits, name)
            if getattr(measure, name) > most:
                raise _too_large(message, most)


class Tape:
    """Measures the definitions of one document, each fragment once."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        """Take the fragments by name."""
        self._fragments = fragments
        self._known: dict[str, Measure] = {}
        self._begun: set[str] = set()

    def of_definition(self, definition: DefinitionNode) -> Measure:
        """Return the measure of an operation or fragment; of anything else nothing is counted."""
        if not isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
            return Measure()
        written = len(definition.directives)
        for variable in definition.variable_definitions or ():
            written += len(variable.directives)
        return self._of_set(definition.selection_set, 1).beside(Measure(directives=written))

    def _of_set(self, selections: SelectionSetNode, level: int) -> Measure:
        if level > MOST_NESTED:
            raise _nested_too_deeply()
        total = Measure()
        for selection in selections.selections:
            own = self._of_selection(selection, level)
            total = total.beside(own).beside(Measure(directives=len(selection.directives)))
        return replace(total, nesting=total.nesting + 1)

    def _of_selection(self, selection: SelectionNode, level: int) -> Measure:
        if isinstance(selection, FragmentSpreadNode):
            return self._of_fragment(selection.name.value, level)
        if isinstance(selection, InlineFragmentNode):
            return self._of_set(selection.selection_set, level + 1)
        if not isinstance(selection, FieldNode):
            raise TypeError(selection.kind)
        nested = selection.selection_set
        below = self._of_set(nested, level + 1) if nested else Measure()
        return Measure(
            depth=below.depth + 1,
            nesting=below.nesting,
            aliases=below.aliases + (selection.alias is not None),
            directives=below.directives,
            fields=below.fields + 1,
        )

    def _of_fragment(self, name: str, level: int) -> Measure:
        if name in self._known or name not in self._fragments:
            return self._known.get(name, Measure())
        if name in self._begun:
            raise Refusal(400, Code.BAD_INPUT, ApiMessage.SPREADS_ITSELF)
        self._begun.add(name)
        self._known[name] = self._of_set(self._fragments[name].selection_set, level + 1)
        return self._known[name]


def _nested_too_deeply() -> Refusal:
    return Refusal(400, Code.TOO_COSTLY, ApiMessage.DOCUMENT_NESTED)


def _too_large(message: ApiMessage, most: int) -> Refusal:
    return Refusal(400, Code.TOO_COSTLY, message, most=most)
