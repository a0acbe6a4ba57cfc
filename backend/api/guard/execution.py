"""Executing within a time, and with lists that are no longer than was reckoned with."""

import time
from collections.abc import AsyncIterable, Iterable, Sized
from typing import Any

from graphql import ExecutionContext, FieldNode, GraphQLList, GraphQLObjectType, GraphQLResolveInfo
from graphql.pyutils import AwaitableOrValue, Path

from backend.api.guard.cost import Tariff


class OutOfTime(BaseException):
    """The execution took too long.

    Not an Exception, since graphql-core would make those the error of one field and go on.
    """


class ListTooLongError(Exception):
    """A resolver returned more rows than its list may have: a mistake of ours."""


def bounded_execution(tariff: Tariff, seconds: float) -> type[ExecutionContext]:
    """Return graphql-core's execution with these bounds.

    The time is looked at before each field: a single statement has the database's own limit.
    """

    class BoundedExecution(ExecutionContext):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.deadline = time.monotonic() + seconds

        def execute_field(
            self,
            parent_type: GraphQLObjectType,
            source: Any,
            field_nodes: list[FieldNode],
            path: Path,
        ) -> AwaitableOrValue[Any]:
            if time.monotonic() > self.deadline:
                raise OutOfTime
            return super().execute_field(parent_type, source, field_nodes, path)

        def complete_list_value(
            self,
            return_type: GraphQLList[Any],
            field_nodes: list[FieldNode],
            info: GraphQLResolveInfo,
            path: Path,
            result: AsyncIterable[Any] | Iterable[Any],
        ) -> AwaitableOrValue[list[Any]]:
            most = tariff.most_rows(f"{info.parent_type.name}.{info.field_name}")
            if isinstance(result, Sized) and len(result) > most:
                raise ListTooLongError
            return super().complete_list_value(return_type, field_nodes, info, path, result)

    return BoundedExecution
