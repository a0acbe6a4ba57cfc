"""Every message of the server is there in both languages, and no sentence stands anywhere else."""

import ast
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from string import Formatter

import pytest

from backend.core.errors import ErrorCode, fail
from backend.core.languages import Language
from backend.core.messages import CoreMessage, Message, MessageId
from backend.demo.views import DemoMessage
from backend.directory.messages import Label, label
from backend.directory.models import OfficeKind, Stage
from backend.directory.selectors.officials import PopulationBand
from backend.matching.allies import Reach, Relation
from backend.matching.messages import (
    ActiveMessage,
    FactLabel,
    GroupPhrase,
    WherePhrase,
    Widened,
)
from backend.matching.peers.widening import Widening
from backend.matching.places.likeness import Fact

BACKEND = Path(__file__).parents[2] / "backend"
SOURCES = sorted(BACKEND.rglob("*.py"))
TREES = {path: ast.parse(path.read_text()) for path in SOURCES}


def _modules():
    for path in SOURCES:
        if path.name == "messages.py":
            importlib.import_module(
                ".".join(path.relative_to(BACKEND.parent).with_suffix("").parts)
            )


_modules()
KINDS = sorted(MessageId.__subclasses__(), key=lambda kind: kind.__name__)
MESSAGES = [message for kind in KINDS for message in kind]
# What is no whole sentence.
PARTS = (Label, FactLabel, WherePhrase, GroupPhrase)
# Those that are looked up by the name of a choice, and the choices.
CHOICES: dict[type[MessageId], list[Enum]] = {
    Label: [*Stage, *OfficeKind, *PopulationBand],
    FactLabel: [*Fact],
    Widened: [*Widening],
    ActiveMessage: [*Relation],
    WherePhrase: [*Reach],
}
# Every "Kind.NAME" that the code says.
NAMED = {
    ast.unparse(node)
    for tree in TREES.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.Attribute)
}


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_all_are_found():
    assert {CoreMessage, DemoMessage} < set(KINDS)
    assert len(KINDS) == sum(path.read_text().count("(MessageId):") for path in SOURCES)


@pytest.mark.parametrize("message", MESSAGES, ids=str)
def test_each_is_a_sentence_with_the_same_parameters_in_both_languages(message: MessageId):
    english, spanish = (message.sentences[each] for each in Language)
    assert parameters(english) == parameters(spanish)
    made_of_words = re.search(r"[a-z]", re.sub(r"\{\w*\}", "", english))
    if made_of_words:
        assert english != spanish
    if made_of_words and not isinstance(message, PARTS):
        assert english[0].isupper() or english[0] in "“{"
        assert english.endswith(".")
        assert spanish.endswith(".")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_is_said_once_and_somewhere(kind: type[MessageId]):
    # Two of one sentence are one message: an Enum makes the second a name of the first.
    assert len(kind.__members__) == len(list(kind))
    if kind in CHOICES:
        assert {each.name for each in kind} == {each.name for each in CHOICES[kind]}
    else:
        named = {each.name for each in kind if f"{kind.__name__}.{each.name}" in NAMED}
        assert named == set(kind.__members__)


def test_no_sentence_is_two_messages():
    sentences = Counter(
        each.sentences[Language.ENGLISH] for each in MESSAGES if not isinstance(each, PARTS)
    )
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


@pytest.mark.parametrize("language", Language)
def test_every_choice_of_the_directory_is_called_something_of_its_own(language):
    choices = CHOICES[Label]
    assert len({label(choice, language) for choice in choices}) == len(choices)


# Where the message stands among the arguments of what says one.
SAYERS = {
    "fail": 1,
    "Refusal": 2,
    "Message": 0,
    "MatchingUnavailable": 0,
    "WrongPathError": 0,
    "_worded": 0,
}


def called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def _said() -> Iterator[tuple[Path, ast.Call, ast.expr]]:
    """Yield each place where something is said: the file, the call, the message."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            if called(node) in SAYERS:
                yield path, node, node.args[SAYERS[called(node)]]
            elif called(node) == "add" and "ErrorCode" in ast.unparse(node):
                yield path, node, node.args[1]


def test_whatever_is_said_is_a_message():
    said = list(_said())
    assert len(said) > 100
    texts = [
        f"{path.name}:{call.lineno}"
        for path, call, message in said
        for each in ast.walk(message)
        if isinstance(each, ast.JoinedStr | ast.Constant)
    ]
    assert texts == []


def _assigned(name: str, path: Path, call: ast.Call) -> ast.expr | None:
    """What the name stands for by then."""
    assignments = [
        node
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.lineno < call.lineno
        and ast.unparse(node).startswith((f"{name} =", f"{name}:"))
    ]
    return max(assignments, key=lambda node: node.lineno).value


def _given(path: Path, call: ast.Call) -> set[str]:
    """The parameters of a call: its keywords, or those of a dict, which may have a name."""
    given = {each.arg for each in call.keywords if each.arg} - {"field"}
    dicts = [each.value for each in call.keywords if each.arg is None]
    dicts += call.args[1:] if called(call) == "Message" else []
    for each in dicts:
        found = _assigned(each.id, path, call) if isinstance(each, ast.Name) else each
        assert isinstance(found, ast.Dict)
        given |= {ast.literal_eval(key) for key in found.keys if key}
    return given


def test_each_is_said_with_its_parameters():
    known = {f"{type(each).__name__}.{each.name}": each for each in MESSAGES}
    makers = {"fail", "add", "Refusal", "Message", "_worded"}
    said = [
        (path, call, known[ast.unparse(message)])
        for path, call, message in _said()
        if called(call) in makers and ast.unparse(message) in known
    ]
    assert len(said) > 100
    wrong = [
        f"{path.name}:{call.lineno}"
        for path, call, message in said
        if _given(path, call) != parameters(message.sentences[Language.ENGLISH])
    ]
    assert wrong == []


def test_parameters_are_written_as_the_language_writes_them():
    error = fail(
        ErrorCode.TOO_LONG, CoreMessage.TOO_MANY_CHARACTERS, "bio", most=2_000, given=9_500
    )
    assert error.text(Language.ENGLISH) == "At most 2,000 characters, please; these are 9,500."
    assert error.text(Language.SPANISH) == "Como máximo 2,000 caracteres; estos son 9,500."
    # What a log may hold of it.
    assert str(error) == "TOO_MANY_CHARACTERS"


class Example(MessageId):
    """One with a day and a list."""

    BOTH = "On {day}: {names}.", "El {day}: {names}."


def test_days_and_lists_too():
    message = Message(Example.BOTH, {"day": date(2026, 9, 14), "names": ["{a}", "b", "i"]})
    assert message.text(Language.ENGLISH) == "On September 14, 2026: {a}, b, and i."
    assert message.text(Language.SPANISH) == "El 14 de septiembre de 2026: {a}, b e i."
