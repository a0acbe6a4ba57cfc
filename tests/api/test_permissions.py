"""Who may do what: every operation of both schemas, asked over HTTP by each kind of asker.

An operation without a row here fails the test, so that nobody adds one without saying who may.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client

from backend.accounts.models import Role
from tests.api.endpoints import MEMBER_API, STAFF_API, CheckedAsker, exported, sign_in
from tests.api.members import gid, own
from tests.people import issue, member, place, staff, work
from tests.projecting import project

pytestmark = pytest.mark.django_db

ASKERS = ("nobody", "member", "reader", "broker", "admin", "admin without second factor")

# What may come of it: it is done; done, and somebody whom members don't see is in it; or a code.
DONE = "done"
HIDDEN = "hidden too"
PUBLIC = ("UNAUTHENTICATED", DONE, DONE, DONE, DONE, DONE)
PEOPLE = ("UNAUTHENTICATED", DONE, HIDDEN, HIDDEN, HIDDEN, DONE)
OWN = ("UNAUTHENTICATED", DONE, "NOT_ALLOWED", "NOT_ALLOWED", "NOT_ALLOWED", "NOT_ALLOWED")
STAFF_PEOPLE = (
    "UNAUTHENTICATED", "FORBIDDEN", HIDDEN, HIDDEN, HIDDEN, "SECOND_FACTOR_REQUIRED"
)  # fmt: skip
STAFF_NUMBERS = (
    "UNAUTHENTICATED", "FORBIDDEN", DONE, DONE, DONE, "SECOND_FACTOR_REQUIRED"
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """What the operations are about."""

    ids: dict[str, str]
    own: dict[str, object]

    def __getitem__(self, name: str) -> str:
        """The id of something."""
        return self.ids[name]


@dataclass(frozen=True)
class Operation:
    """A document, its variables, and what each asker, in order, gets of it."""

    query: str
    variables: Callable[[World], dict[str, object]]
    outcomes: tuple[str, ...]


def by_id(field: str, name: str, selection: str, outcomes: tuple[str, ...]) -> Operation:
    """A field that takes an id."""
    query = f"query Q($id: ID!) {{ {field}(id: $id) {{ {selection} }} }}"
    return Operation(query, lambda world: {"id": world[name]}, outcomes)


def plain(query: str, outcomes: tuple[str, ...], **variables: object) -> Operation:
    """A document whose variables are known."""
    return Operation(query, lambda _: variables, outcomes)


def change(field: str, input_type: str, given: Callable[[World], dict[str, object]]) -> Operation:
    """A mutation of one's own record."""
    answer = f"{field}(input: $input) {{ errors {{ code }} }}"
    query = f"mutation M($input: {input_type}!) {{ {answer} }}"
    return Operation(query, lambda world: {"input": given(world)}, OWN)


NAMES = "edges { node { name } }"
MEMBER_OPERATIONS = {
    "Query.viewer": plain("{ viewer { role displayName } }", PUBLIC),
    "Query.node": by_id("node", "zora", "id ... on Official { name }", PEOPLE),
    "Query.official": by_id("official", "zora", "name", PEOPLE),
    "Query.officials": plain(f"{{ officials {{ {NAMES} }} }}", PEOPLE),
    "Query.locality": by_id("locality", "salem", f"officials {{ {NAMES} }}", PEOPLE),
    "Query.issue": by_id("issue", "counsel", "officialCount", PEOPLE),
    "Query.issues": plain("{ issues { edges { node { officialCount } } } }", PEOPLE),
    "Query.organization": by_id("organization", "none", "name", PUBLIC),
    "Query.organizations": plain(f"{{ organizations {{ {NAMES} }} }}", PUBLIC),
    "Mutation.updateProfile": change(
        "updateProfile", "UpdateProfileInput", lambda world: {**world.own, "paused": False}
    ),
    "Mutation.saveWork": change(
        "saveWork",
        "SaveWorkInput",
        lambda world: {**world.own, "issueId": world["counsel"], "stage": "ADOPTED"},
    ),
    "Mutation.removeWork": change(
        "removeWork", "RemoveWorkInput", lambda world: {**world.own, "workId": world["work"]}
    ),
    "Mutation.renewSuggestions": change(
        "renewSuggestions",
        "RenewSuggestionsInput",
        lambda world: {"ownerId": world.own["ownerId"]},
    ),
}
STAFF_OPERATIONS = {
    "Query.officials": plain(f"{{ officials {{ {NAMES} }} }}", STAFF_PEOPLE),
    "Query.exposure": plain("{ exposure { eligible } }", STAFF_NUMBERS),
    "Query.group": plain(
        "query G($issue: String!) { group(issue: $issue) { states } }",
        STAFF_NUMBERS,
        issue="right-to-counsel",
    ),
}
OPERATIONS = {MEMBER_API.path: MEMBER_OPERATIONS, STAFF_API.path: STAFF_OPERATIONS}


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_operation_of_the_schema_says_who_may(path):
    schema = exported(path)
    roots = [root for root in (schema.query_type, schema.mutation_type) if root]
    operations = {f"{root.name}.{field}" for root in roots for field in root.fields}
    assert operations == OPERATIONS[path].keys()
    for operation in OPERATIONS[path].values():
        assert len(operation.outcomes) == len(ASKERS)


@pytest.mark.parametrize("who", ASKERS)
def test_each_asker_gets_what_the_table_says(graph, who):
    salem, counsel = place("Salem", "or"), issue("Right to counsel")
    counsel.slug = "right-to-counsel"
    counsel.save()
    zora = member("Zora Hidden", at=salem, hidden=True)
    work(zora, counsel)
    ana = member("Ana Test", at=place("Tucson", "az"))
    ids = {
        "zora": gid(zora),
        "salem": gid(salem),
        "counsel": gid(counsel),
        "work": gid(work(ana, counsel)),
        "none": "T3JnYW5pemF0aW9uOjA=",
    }
    project(graph)
    client = Client(raise_request_exception=False)
    if who != "nobody":
        role, _, without = who.partition(" without ")
        user = ana.user if role == "member" else staff(Role(role))
        sign_in(client, user, second_factor=not without)
    found, told = {}, {}
    for path, operations in OPERATIONS.items():
        for name, operation in operations.items():
            # Whoever has no record of their own can name nobody's.
            read = own(ana) if who == "member" else {"ownerId": "", "version": 1}
            variables = operation.variables(World(ids, read))
            found[path, name] = outcome(CheckedAsker(client, path).ask(operation.query, variables))
            told[path, name] = operation.outcomes[ASKERS.index(who)]
    assert found == told


def outcome(response) -> str:
    """What came of a request, in a word."""
    answer = response.json()
    if "errors" in answer:
        assert response.status_code == {"UNAUTHENTICATED": 401}.get(
            answer["errors"][0]["extensions"]["code"], 403
        ), answer
        return answer["errors"][0]["extensions"]["code"]
    assert response.status_code == 200
    (data,) = answer["data"].values()
    if data and data.get("errors"):
        return data["errors"][0]["code"]
    text = response.content.decode()
    return HIDDEN if "Zora Hidden" in text or '"officialCount": 2' in text else DONE
