"""The weights and fixed scales of the score: data, with a version that each suggestion records."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent


class UnknownTermError(ValueError):
    """The score has no such term; `known` are those that it has."""

    def __init__(self, term: str, known: list[str]) -> None:
        """Take both."""
        super().__init__(f"There is no term {term!r}. The terms are: {', '.join(known)}.")
        self.term, self.known = term, known


@dataclass(frozen=True)
class Weights:
    """For each intent a weight for each reason code, and scales that make measures likenesses.

    The file of the version says what each is.
    """

    version: str
    terms: Mapping[str, Mapping[str, float]]
    relatives: Mapping[str, float]
    scales: Mapping[str, float]
    facts: Mapping[str, float]

    def without(self, *terms: str) -> Weights:
        """These weights with some terms switched off, and a version that says so.

        Raises UnknownTermError for a term that there is not.
        """
        known = sorted({term for weights in self.terms.values() for term in weights})
        for term in terms:
            if term not in known:
                raise UnknownTermError(term, known)
        left = {
            intent: {term: 0.0 if term in terms else each for term, each in weights.items()}
            for intent, weights in self.terms.items()
        }
        version = "-".join([self.version, *sorted(set(terms))])
        return replace(self, version=version, terms=left)


def load(version: str) -> Weights:
    """The weights of a version. Raises FileNotFoundError if there is no such file."""
    tables = tomllib.loads((_FOLDER / f"{version}.toml").read_text(encoding="utf-8"))
    return Weights(version, **{name: MappingProxyType(each) for name, each in tables.items()})


CURRENT = load("2026.2")
