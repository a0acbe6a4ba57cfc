"""Asking the member API as one person or another."""

from django.test import Client

from backend.accounts.models import User
from backend.api.member.types.nodes import global_id
from backend.directory.models import Official
from tests.api.endpoints import MEMBER_API, Asker, sign_in
from tests.people import as_read


def signed_in(who: Official | User, *, second_factor: bool = True) -> Asker:
    """Somebody signed in at the member API, who has shown a second factor or not."""
    client = Client(raise_request_exception=False)
    user = who.user if isinstance(who, Official) else who
    assert user is not None
    sign_in(client, user, second_factor=second_factor)
    return Asker(client, MEMBER_API.path)


def data(asker: Asker, query: str, **variables):
    """What a document finds, which must be without an error."""
    response = asker.ask(query, variables)
    answer = response.json()
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


def errors(asker: Asker, query: str, **variables):
    """The errors of a document."""
    return asker.ask(query, variables).json()["errors"]


def gid(row) -> str:
    """The id of a row in the API."""
    return global_id(type(row).__name__, row.pk)


def own(person: Official) -> dict[str, object]:
    """Whose record it is and its version now, as a mutation that changes it is told."""
    read = as_read(person)
    return {"ownerId": gid(person), "version": read["version"]}
