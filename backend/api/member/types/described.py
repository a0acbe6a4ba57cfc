"""Strawberry's field and enum value, with the types that mypy loses in its own."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry

Resolver = TypeVar("Resolver", bound=Callable[..., Any])
Stored = TypeVar("Stored", str, int)


def resolved(description: str) -> Callable[[Resolver], Resolver]:
    """Make a method a field with this description."""
    return cast(Callable[[Resolver], Resolver], strawberry.field(description=description))


def value(stored: Stored, description: str) -> Stored:
    """Give a member of an enumeration what is stored for it, and a description."""
    return cast(Stored, strawberry.enum_value(stored, description=description))
