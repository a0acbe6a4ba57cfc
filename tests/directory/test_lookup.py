"""Whom and what an operator means: by id, name or address, or a sentence that lists the choices."""

import pytest

from backend.core.errors import DomainError
from backend.core.languages import Language
from backend.directory.models import Membership, Official
from backend.directory.selectors.lookup import MOST_CHOICES, issue_lookup, official_lookup
from tests.people import issue, member, place
from tests.refusals import refused_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return member("Ana Peñalosa", at=place("Tucson", "az"))


@pytest.mark.parametrize("text", ["Ana Peñalosa", "ana penalosa", "Peñalosa", "ana pen"])
def test_a_member_by_name(ana, text):
    member("Maya Okafor")
    assert official_lookup(text) == ana


def test_a_member_by_id_or_address(ana):
    assert official_lookup(str(ana.pk)) == ana
    assert official_lookup(ana.user.email.upper()) == ana


def test_a_whole_name_goes_before_parts_of_names():
    member("Ana Lee Park")
    lee = member("Ana Lee")
    assert official_lookup("Ana Lee") == lee


def test_several_are_listed_with_place_and_id(ana):
    other = member("Ana Villareal")
    with pytest.raises(DomainError) as raised:
        official_lookup("Ana")
    message = raised.value.text(Language.ENGLISH)
    assert message.startswith("“Ana” could be: ")
    assert f"Ana Peñalosa of Tucson, Arizona ({ana.pk})" in message
    assert f"Ana Villareal ({other.pk})" in message
    assert message.endswith(". Give an id.")


def test_no_more_are_listed_than_one_reads():
    for number in range(MOST_CHOICES + 2):
        member(f"Ana Number{number}")
    with pytest.raises(DomainError) as raised:
        official_lookup("Ana")
    assert raised.value.text(Language.ENGLISH).count("(") == MOST_CHOICES
    assert ", and others. Give an id." in raised.value.text(Language.ENGLISH)


@pytest.mark.parametrize("text", ["Nobody", "nobody@example.org", "999999", "%", "", "9" * 30, "'"])
def test_nobody_is_said_so(ana, text):
    with refused_as(r"There is no official|No member is called"):
        official_lookup(text)


def test_who_is_no_member_is_found_by_id_only(ana):
    record = Official.objects.create(name="Ana Record", membership=Membership.RECORD)
    assert official_lookup("Ana") == ana
    assert official_lookup(str(record.pk)) == record


def test_issues_by_id_slug_name_or_a_part():
    counsel, trees = issue("Right to counsel"), issue("Trees", synonyms=("canopy",))
    assert issue_lookup(str(counsel.pk)) == counsel
    assert issue_lookup(trees.slug) == trees
    assert issue_lookup("right to COUNSEL") == counsel
    assert issue_lookup("canopy") == trees


def test_an_issue_that_is_unclear_or_unknown():
    one, other = issue("Land trusts"), issue("Land banks")
    with refused_as(f"“Land” could be: {other.slug}, {one.slug}. Give a"):
        issue_lookup("Land")
    with refused_as("No issue is called “Sea”"):
        issue_lookup("Sea")
