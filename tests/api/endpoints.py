"""What the tests of the guard know of each endpoint. All have `officials(first)` with names."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpResponse
from django.test import Client
from graphql import GraphQLSchema, build_schema, parse, validate

from backend.accounts.models import User
from backend.accounts.viewer import second_factor_shown
from backend.api.guard.limits import MEMBER, STAFF, Limits
from tests.people import member, staff


@dataclass(frozen=True)
class Endpoint:
    """An address, its limits, and how to make somebody who may use it."""

    path: str
    limits: Limits
    user: Callable[[], User]

    def client(self, **options) -> "Asker":
        """Sign somebody in."""
        client = Client(raise_request_exception=False, **options)
        sign_in(client, self.user())
        return Asker(client, self.path)


def sign_in(client: Client, user: User, *, second_factor: bool = True) -> None:
    """Sign somebody in, who has shown a second factor or not."""
    client.force_login(user)
    if second_factor:
        session = client.session
        second_factor_shown(session)
        session.save()


@dataclass(frozen=True)
class Asker:
    """Somebody signed in at an endpoint."""

    client: Client
    path: str

    def post(self, body: bytes | str, content_type: str = "application/json", **headers):
        """Send any body."""
        return self.client.post(self.path, body, content_type=content_type, headers=headers)

    def ask(self, query, variables=None, **more) -> HttpResponse:
        """Send a document."""
        return self.post(json.dumps({"query": query, "variables": variables, **more}))


@dataclass(frozen=True)
class CheckedAsker(Asker):
    """Somebody who only asks what the exported schema of the endpoint knows."""

    def ask(self, query, variables=None, **more) -> HttpResponse:
        """Send a document, which must be valid."""
        wrong = validate(exported(self.path), parse(query))
        assert not wrong, wrong
        return super().ask(query, variables, **more)


@cache
def exported(path: str) -> GraphQLSchema:
    """The schema of an endpoint as it stands in the project's file."""
    file = {"/graphql": "schema.graphql", "/staff/graphql": "schema.staff.graphql"}[path]
    return build_schema((Path(__file__).parents[2] / file).read_text(encoding="utf-8"))


EXAMPLE = Endpoint("/example", MEMBER, lambda: member().user)
MEMBER_API = Endpoint("/graphql", MEMBER, lambda: member().user)
STAFF_API = Endpoint("/staff/graphql", STAFF, staff)
ENDPOINTS = (EXAMPLE, MEMBER_API, STAFF_API)

NAMES = "query Names { officials(first: 5) { edges { node { name } } } }"


def code(response) -> str:
    """The code of the first error, after checking that all errors have the contract's shape."""
    errors = response.json()["errors"]
    assert errors
    for error in errors:
        assert error["message"]
        assert error["extensions"]["code"]
    return errors[0]["extensions"]["code"]
