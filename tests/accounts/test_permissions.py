"""What each role may do: without a second factor, nobody is more than a member."""

from datetime import date

import pytest

from backend.accounts import permissions
from backend.accounts.models import Role
from backend.accounts.viewer import viewer_of
from backend.core.errors import DomainError, ErrorCode
from backend.directory.models import Seat
from backend.directory.services.facts import locality_fact_save
from backend.directory.services.terms import term_add
from backend.introductions.services.asking import introduction_propose
from backend.playbook.services.experts import expert_add, expert_consent
from tests.people import issue, member, place, staff, staff_viewer

pytestmark = pytest.mark.django_db

MAY = {
    Role.MEMBER: (False, False, False),
    Role.READER: (True, False, False),
    Role.BROKER: (True, True, False),
    Role.ADMIN: (True, True, True),
}
QUESTIONS = (permissions.may_read_staff, permissions.may_broker, permissions.may_administer)
DEMANDS = (permissions.require_reader, permissions.require_broker, permissions.require_admin)


def refused(call) -> bool:
    try:
        call()
    except DomainError as error:
        return error.problems[0].code is ErrorCode.NOT_ALLOWED
    return False


def test_every_role_has_a_row():
    assert MAY.keys() == set(Role)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("second_factor", [True, False])
def test_a_role_counts_with_a_second_factor_only(role, second_factor):
    looking = viewer_of(staff(role), second_factor=second_factor)
    may = MAY[role] if second_factor else MAY[Role.MEMBER]
    assert tuple(ask(looking) for ask in QUESTIONS) == may
    assert tuple(not refused(lambda demand=demand: demand(looking)) for demand in DEMANDS) == may
    assert permissions.lacks_second_factor(looking) == (not second_factor and role != Role.MEMBER)


def test_readers_change_nothing():
    ana, bo, rent = member("Ana", at=place()), member("Bo"), issue("Rent")
    home, seat = ana.terms.get().seat.office.locality, Seat.objects.get()
    reader = staff_viewer(Role.READER)
    fact = {"name": "renter_share", "value": 0.5, "year": 2022, "source": "A survey"}
    days = {"first_day": date(2030, 1, 1), "last_day": None}
    for call in (
        lambda: locality_fact_save(viewer=reader, locality_id=home.pk, **fact),
        lambda: term_add(viewer=reader, official=bo, seat=seat, **days),
        lambda: expert_add(
            viewer=reader, organization_id=1, name="Dr. Lee", title="", issue_ids=[rent.pk]
        ),
        lambda: expert_consent(viewer=reader, expert_id=1, given=True),
        lambda: introduction_propose(
            viewer=reader, first_id=ana.pk, second_id=bo.pk, issue_id=rent.pk, note="Meet."
        ),
    ):
        assert refused(call)
