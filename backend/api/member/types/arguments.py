"""Arguments that many fields take."""

from typing import Annotated

import strawberry

First = Annotated[
    int | None, strawberry.argument(description="How many rows at most, from 1 to 50.")
]
After = Annotated[
    str | None, strawberry.argument(description="Begin behind the row of this cursor.")
]
Id = Annotated[strawberry.ID, strawberry.argument(description="An id as `node` takes it.")]
Search = Annotated[
    str | None,
    strawberry.argument(description="Words, or beginnings of words; accents don't matter."),
]
PAGE = 20
