"""What is refused: by the services, which then write nothing, and by the database."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction

from backend.audit.models import AuditEntry
from backend.core.errors import DomainError, Problem
from backend.core.languages import Language
from backend.outbox.models import OutboxEntry


def problems_of(call: Callable[[], object]) -> Sequence[Problem]:
    """What a call is refused for; the graph and the trail are told nothing."""
    before = OutboxEntry.objects.count(), AuditEntry.objects.count()
    with pytest.raises(DomainError) as caught:
        call()
    assert (OutboxEntry.objects.count(), AuditEntry.objects.count()) == before
    return caught.value.problems


@contextmanager
def refused_as(words: str) -> Iterator[None]:
    """Assert that it is refused, in English with these words, which are a pattern."""
    with pytest.raises(DomainError) as caught:
        yield
    assert re.search(words, caught.value.text(Language.ENGLISH))


def violates(constraint: str, write: Callable[[], object]) -> None:
    """Assert that the database refuses it by a constraint of this name."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write()
