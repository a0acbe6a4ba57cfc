"""How many points each user has left at each endpoint: a token bucket in the database.

The database and not the process keeps it, because every worker has to count the same points.
"""

from dataclasses import dataclass
from math import ceil

from django.db import connection

from backend.api.guard.errors import Code, Refusal
from backend.api.guard.limits import Limits
from backend.api.guard.messages import ApiMessage

# One statement, so that two requests at once can't spend the same points. A later clock of
# another connection may have been written first: time never runs backwards here.
SPEND = """
INSERT INTO guard_budget AS budget (user_id, endpoint, remaining, at)
VALUES (%(user)s, %(endpoint)s, %(most)s - %(cost)s, statement_timestamp())
ON CONFLICT (user_id, endpoint) DO UPDATE SET
    remaining = LEAST(%(most)s, budget.remaining + %(refill)s * GREATEST(
        0, EXTRACT(EPOCH FROM statement_timestamp() - budget.at)::float8)) - %(cost)s,
    at = GREATEST(budget.at, statement_timestamp())
WHERE LEAST(%(most)s, budget.remaining + %(refill)s * GREATEST(
    0, EXTRACT(EPOCH FROM statement_timestamp() - budget.at)::float8)) >= %(cost)s
RETURNING remaining
"""
LEFT = """
SELECT LEAST(%(most)s, remaining + %(refill)s * GREATEST(
    0, EXTRACT(EPOCH FROM statement_timestamp() - at)::float8))
FROM guard_budget WHERE user_id = %(user)s AND endpoint = %(endpoint)s
"""


@dataclass(frozen=True)
class Spent:
    """What an operation cost and what is left, in points; `refill` is points a second."""

    requested: int
    remaining: int
    refill: int

    def shown(self) -> dict[str, int]:
        """Return it as it stands in `extensions.cost`."""
        return {"requested": self.requested, "remaining": self.remaining, "refill": self.refill}


def spend(*, user_id: int, endpoint: str, cost: int, limits: Limits) -> Spent:
    """Take the points of an operation, at most `limits.cost`, from the user's budget.

    Raises a Refusal with status 429, and takes nothing, when there are too few.
    """
    values: dict[str, str | float] = {
        "user": user_id,
        "endpoint": endpoint,
        "cost": float(cost),
        "most": float(limits.cost),
        "refill": float(limits.refill),
    }
    with connection.cursor() as cursor:
        cursor.execute(SPEND, values)
        row = cursor.fetchone()
        if row is not None:
            return Spent(cost, int(row[0]), limits.refill)
        cursor.execute(LEFT, values)
        (left,) = cursor.fetchone() or (limits.cost,)
    seconds = max(1, ceil((cost - left) / limits.refill))
    refusal = Refusal(429, Code.RATE_LIMITED, ApiMessage.BUDGET_SPENT, seconds=seconds)
    refusal.retry_after = seconds
    refusal.cost = Spent(cost, int(left), limits.refill).shown()
    raise refusal
