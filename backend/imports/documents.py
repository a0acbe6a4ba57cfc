"""YAML read without executing anything: scalars stay text, and each value knows its line."""

from pathlib import Path
from typing import Any

import yaml

from backend.core.errors import ErrorCode, fail
from backend.imports.messages import ImportMessage
from backend.imports.reading import read_text

# The biggest real file has 4 KB.
LIMIT = 256_000
DEEPEST = 20
Key = str | int
# Without libyaml the same loader, written in Python, does.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Document:
    """One YAML file: its mapping, and the line of any value in it."""

    def __init__(self, path: Path) -> None:
        """Read a file. Raises DomainError (field "file") when it is no YAML mapping."""
        text = read_text(path, limit=LIMIT)
        try:
            _check_depth(text)
            loader = _Loader(text)
            try:
                self._root = loader.get_single_node()
                content = loader.construct_document(self._root)
            finally:
                loader.dispose()
        except (yaml.YAMLError, RecursionError) as error:
            reason = _reason(error)
            raise fail(ErrorCode.INVALID, ImportMessage.NO_YAML, "file", reason=reason) from error
        if not isinstance(content, dict):
            raise fail(ErrorCode.INVALID, ImportMessage.NO_MAPPING, "file")
        self.content: dict[Any, Any] = content

    def line(self, *keys: Key) -> int:
        """Return the line of a value, or of the nearest thing around it that is there."""
        node = self._root
        for key in keys:
            inner = _child(node, key)
            if inner is None:
                break
            node = inner
        return int(node.start_mark.line) + 1


def _child(node: yaml.Node, key: Key) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item: yaml.Node = node.value[key]
        return item
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                found: yaml.Node = value
                return found
    return None


def _check_depth(text: str) -> None:
    """Refuse what would exhaust the stack of the parser, before it is built."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise yaml.YAMLError(f"it is nested more than {DEEPEST} levels deep")


def _reason(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error).replace("\n", " ")
