"""Every message of the server is there in both languages, and no sentence stands anywhere else."""

import ast
import importlib
import re
from datetime import date
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

BACKEND = Path(__file__).parents[2] / "backend"
SOURCES = sorted(BACKEND.rglob("*.py"))


def _modules():
    for path in SOURCES:
        if path.name == "messages.py":
            importlib.import_module(
                ".".join(path.relative_to(BACKEND.parent).with_suffix("").parts)
            )


_modules()
KINDS = sorted(MessageId.__subclasses__(), key=lambda kind: kind.__name__)
MESSAGES = [message for kind in KINDS for message in kind]


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_all_are_found():
    assert {CoreMessage, DemoMessage} < set(KINDS)
    assert len(KINDS) == sum(path.read_text().count("(MessageId):") for path in SOURCES)


@pytest.mark.parametrize("message", MESSAGES, ids=str)
def test_each_is_a_sentence_with_the_same_parameters_in_both_languages(message: MessageId):
    english, spanish = (message.sentences[each] for each in Language)
    assert parameters(english) == parameters(spanish)
    if isinstance(message, Label):
        assert english != spanish
    elif re.search(r"[a-z]", re.sub(r"\{\w*\}", "", english)):
        assert english != spanish
        assert english[0].isupper() or english[0] in "“{"
        assert english.endswith(".")
        assert spanish.endswith(".")


@pytest.mark.parametrize(
    "kind", [each for each in KINDS if each is not Label], ids=lambda kind: kind.__name__
)
def test_each_is_said_once_and_somewhere(kind: type[MessageId]):
    # Two of one sentence are one message: an Enum makes the second a name of the first.
    assert len(kind.__members__) == len(list(kind))
    written = "\n".join(path.read_text() for path in SOURCES)
    assert [each for each in kind if f"{kind.__name__}.{each.name}" not in written] == []


@pytest.mark.parametrize("language", Language)
def test_every_choice_of_the_directory_is_called_something_of_its_own(language):
    choices = [*Stage, *OfficeKind, *PopulationBand]
    assert {choice.name for choice in choices} == {each.name for each in Label}
    assert len({label(choice, language) for choice in choices}) == len(choices)


def _strings_of_errors():
    """Where an error is made with a text of its own, which would be in one language."""
    makers = {"fail", "Problem", "Refusal", "MatchingUnavailable", "Message", "add"}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            texts = [
                each
                for each in node.args
                if isinstance(each, ast.JoinedStr)
                or (isinstance(each, ast.Constant) and " " in str(each.value))
            ]
            if name in makers and texts:
                yield f"{path.name}:{node.lineno}"


def test_no_error_is_made_with_a_sentence():
    assert list(_strings_of_errors()) == []


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
