"""Who and what many tests are about. A file that needs a place or person to be special says so.

A file that overrides `tucson` or `housing` has Ana there, and the issue below it. One in which Ana
works on something overrides `ana` by a fixture that takes her and adds it.
"""

import pytest

from backend.directory.models import Issue, Locality, Official
from tests.people import issue, member, place


@pytest.fixture
def tucson(db) -> Locality:
    """Where Ana serves."""
    return place("Tucson", "az")


@pytest.fixture
def ana(tucson: Locality) -> Official:
    """A member who serves in Tucson and works on nothing yet."""
    return member("Ana Villareal", at=tucson)


@pytest.fixture
def bo(db) -> Official:
    """A member who serves far from Ana."""
    return member("Bo Tran", at=place("Durham", "nc"))


@pytest.fixture
def housing(db) -> Issue:
    """An area of issues."""
    return issue("Housing")


@pytest.fixture
def counsel(housing: Issue) -> Issue:
    """An issue of the area."""
    return issue("Right to counsel", housing)


@pytest.fixture
def rent(db) -> Issue:
    """An issue of no area."""
    return issue("Rent")
