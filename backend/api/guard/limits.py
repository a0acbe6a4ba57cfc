"""What a document may be, for each audience, and how lists and dear fields count.

For comparison, points that one query may cost elsewhere: GitHub 500,000 nodes, Shopify 1,000.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The largest request, document and cost that an endpoint takes."""

    body: int  # bytes
    tokens: int  # comments count too
    depth: int  # fields within fields
    aliases: int
    directives: int
    fragments: int
    fields: int  # with every fragment written out
    page: int  # rows
    cost: int  # points of one query, and of a full budget
    refill: int  # points a second
    seconds: float = 5.0  # of execution


MEMBER = Limits(
    body=64 * 1024,
    tokens=1_000,
    depth=10,
    aliases=15,
    directives=20,
    fragments=20,
    fields=200,
    page=50,
    cost=1_000,
    refill=50,
)
STAFF = Limits(
    body=256 * 1024,
    tokens=2_000,
    depth=10,
    aliases=30,
    directives=50,
    fragments=20,
    fields=500,
    page=100,
    cost=5_000,
    refill=100,
)


@dataclass(frozen=True)
class ListSize:
    """How long a list that has no `first` can be, and how long its cost takes it to be."""

    at_most: int
    usual: int
