"""A small schema behind the guard, with what no schema of ours has: slips, slowness, recursion."""

import time

from graphql import GraphQLError, GraphQLSchema, build_schema

from backend.api.guard.limits import MEMBER, ListSize
from backend.api.guard.view import GuardedView, signed_in
from backend.core.errors import ErrorCode, fail
from backend.introductions.messages import IntroductionMessage
from backend.matching.errors import MatchingUnavailable
from backend.matching.messages import MatchingMessage

SECRET = "ana@example.org sleeps at 12 Elm Street"
SDL = """
type Query {
  officials(first: Int = 20, last: Int, after: String, search: String): OfficialConnection!
  secret: String
  typed: String
  domain: String
  library: String
  slow: [Official!]
  tooMany: [Official!]
  nobody: String!
}
type Mutation { rename(name: String!): Official! }
type OfficialConnection { edges: [OfficialEdge!]! pageInfo: PageInfo! totalCount: Int! }
type OfficialEdge { cursor: String! node: Official! }
type PageInfo { hasNextPage: Boolean! }
type Official { name: String! peers(first: Int = 20): OfficialConnection! work: [Work!]! dear: Int }
type Work { line: String! }
"""
SIZES = {
    "Query.slow": ListSize(at_most=50, usual=1),
    "Query.tooMany": ListSize(at_most=2, usual=1),
    "Official.work": ListSize(at_most=30, usual=3),
}


class Person:
    """An official of the example."""

    name = "Ana Example"
    work = ()
    dear = 1

    def peers(self, _info, first=20):
        """The same again."""
        return Connection(first or 20)


class Slow(Person):
    """An official whose name takes a while."""

    def name(self, _info):
        """Sleep a little."""
        time.sleep(0.05)
        return "Ana Example"


class Connection:
    """A page of them."""

    def __init__(self, first):
        self.edges = [{"cursor": "c", "node": Person()} for _ in range(first)]
        self.pageInfo = {"hasNextPage": False}
        self.totalCount = first


def _raise(error):
    def resolve(_source, _info):
        raise error

    return resolve


def schema() -> GraphQLSchema:
    """Build the schema with its resolvers."""
    built = build_schema(SDL)
    fields = built.query_type.fields
    fields["officials"].resolve = lambda _s, _i, first=None, **_: Connection(first or 20)
    fields["secret"].resolve = _raise(ValueError(SECRET))
    fields["typed"].resolve = _raise(MatchingUnavailable(MatchingMessage.GROUPS_UNAVAILABLE))
    fields["domain"].resolve = _raise(
        fail(ErrorCode.NOT_ALLOWED, IntroductionMessage.ONLY_MEMBERS, "name")
    )
    fields["library"].resolve = _raise(GraphQLError(SECRET, extensions={"code": "OTHER"}))
    fields["slow"].resolve = lambda _s, _i: [Slow() for _ in range(50)]
    fields["tooMany"].resolve = lambda _s, _i: [Person(), Person(), Person()]
    fields["nobody"].resolve = lambda _s, _i: None
    built.mutation_type.fields["rename"].resolve = lambda _s, _i, name: Person()
    return built


view = GuardedView(
    name="example",
    schema=schema(),
    limits=MEMBER,
    authorize=signed_in,
    context=lambda request: request,
    sizes=SIZES,
    prices={"Official.dear": 40},
)
