"""The view of both endpoints."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from graphql import GraphQLSchema, OperationDefinitionNode, execute_sync
from graphql.execution.values import get_variable_values

from backend.accounts.messages import AccountMessage
from backend.accounts.viewer import language_from
from backend.api.guard import transport
from backend.api.guard.budget import Spent, spend
from backend.api.guard.cost import Tariff
from backend.api.guard.documents import Prepared, preparation
from backend.api.guard.errors import (
    MOST_ERRORS,
    Code,
    InvalidDocument,
    Refusal,
    correlation_id,
    masked,
    report,
)
from backend.api.guard.execution import OutOfTime, bounded_execution
from backend.api.guard.limits import Limits, ListSize
from backend.api.guard.messages import ApiMessage
from backend.core.languages import Language

Authorize = Callable[[HttpRequest], Refusal | None]
MakeContext = Callable[[HttpRequest], object]


def signed_in(request: HttpRequest) -> Refusal | None:
    """Let in whoever is signed in."""
    if request.user.is_authenticated:
        return None
    return Refusal(401, Code.UNAUTHENTICATED, AccountMessage.SIGN_IN)


class GuardedView:
    """A GraphQL endpoint: takes a schema of graphql-core, from whichever library.

    `name` names the budget, at most 20 characters. `authorize` lets a request in (None) or returns
    why not; it must not let in anybody who isn't signed in. `context` makes what resolvers find
    in `info.context`. `sizes` bounds each list that is not a connection's, `prices` adds points
    to dear fields; both by coordinate ("Official.work"). Resolvers must not be coroutines.

    A resolver answers an error that people may read by raising a DomainError.
    """

    # Checked in `transport`, after the content type, so that no form is ever read.
    csrf_exempt = True

    def __init__(
        self,
        *,
        name: str,
        schema: GraphQLSchema,
        limits: Limits,
        authorize: Authorize,
        context: MakeContext,
        sizes: Mapping[str, ListSize],
        prices: Mapping[str, int],
    ) -> None:
        """Raise ValueError if a list of the schema has no bound."""
        self.name = name
        self.schema = schema
        self.limits = limits
        self.authorize = authorize
        self.context = context
        self.tariff = Tariff(schema, page=limits.page, sizes=sizes, prices=prices)
        self.prepare = preparation(schema, limits)
        self.execution = bounded_execution(self.tariff, limits.seconds)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request, always in JSON with typed errors."""
        correlation = correlation_id()
        try:
            return self._answer(request, correlation)
        except Refusal as refusal:
            return _refused(refusal, language_from(request))
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing of it may get out
            return _json({"errors": [report(error, correlation, language_from(request))]}, 500)

    def _answer(self, request: HttpRequest, correlation: str) -> HttpResponse:
        transport.check_kind(request)
        refusal = self.authorize(request)
        if refusal is not None:
            raise refusal
        transport.check_token(request)
        submission = transport.read(request, self.limits.body)
        prepared = self.prepare(submission.query)
        operation = prepared.operation(submission.operation_name)
        variables = self._variables(operation, submission.variables)
        spent = self._pay(request, prepared, operation, variables)
        result = self._execute(request, prepared, submission, correlation)
        return _json({**result, "extensions": {"cost": spent.shown()}}, 200)

    def _variables(
        self, operation: OperationDefinitionNode, given: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the variables as the schema reads them."""
        values = get_variable_values(
            self.schema,
            operation.variable_definitions,
            given,
            max_errors=MOST_ERRORS - 1,
            hide_suggestions=True,
        )
        if isinstance(values, list):
            raise InvalidDocument(values)
        return values

    def _pay(
        self,
        request: HttpRequest,
        prepared: Prepared,
        operation: OperationDefinitionNode,
        variables: dict[str, Any],
    ) -> Spent:
        cost = self.tariff.cost(operation, prepared.fragments, variables)
        most = self.limits.cost
        if cost > most:
            raise Refusal(400, Code.TOO_COSTLY, ApiMessage.TOO_COSTLY, cost=cost, most=most)
        user_id = request.user.pk
        if user_id is None:
            raise TypeError("authorize let in somebody who is not signed in")
        return spend(user_id=user_id, endpoint=self.name, cost=cost, limits=self.limits)

    def _execute(
        self,
        request: HttpRequest,
        prepared: Prepared,
        submission: transport.Submission,
        correlation: str,
    ) -> dict[str, Any]:
        language = language_from(request)
        try:
            found = execute_sync(
                self.schema,
                prepared.document,
                context_value=self.context(request),
                variable_values=submission.variables,
                operation_name=submission.operation_name,
                execution_context_class=self.execution,
            )
        except OutOfTime:
            late = Refusal(
                200, Code.TOO_COSTLY, ApiMessage.OUT_OF_TIME, seconds=self.limits.seconds
            )
            return {"data": None, "errors": late.errors(language)}
        shown: dict[str, Any] = {"data": found.data}
        if found.errors:
            shown["errors"] = masked(found.errors, correlation, language)
        return shown


def _refused(refusal: Refusal, language: Language) -> HttpResponse:
    content: dict[str, Any] = {"errors": refusal.errors(language)}
    if refusal.cost is not None:
        content["extensions"] = {"cost": refusal.cost}
    response = _json(content, refusal.status)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    if refusal.status == 405:
        response.headers["Allow"] = "POST"
    return response


def _json(content: dict[str, Any], status: int) -> HttpResponse:
    response = HttpResponse(
        json.dumps(content, allow_nan=False), status=status, content_type="application/json"
    )
    response.headers["Cache-Control"] = "no-store"
    return response
