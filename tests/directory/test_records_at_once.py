"""Two windows that save one person's record at the same moment."""

import pytest

from backend.core.errors import ErrorCode
from backend.directory.models import Official
from backend.directory.services.profile import profile_update
from backend.directory.services.work import work_save
from tests.at_once import at_once
from tests.people import as_read, issue, member, viewer

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 8


def test_of_two_windows_one_saves_and_the_other_hears_of_it():
    me, counsel = member("Before"), issue("Right to counsel")
    looking = viewer(me)
    for number in range(ROUNDS):
        read = as_read(me)
        first, second = at_once(
            lambda read=read: profile_update(viewer=looking, **read, changes={"name": "After"}),
            lambda read=read: work_save(
                viewer=looking, **read, issue_id=counsel.pk, stage="drafting"
            ),
        )
        assert [first, second].count(ErrorCode.STALE) == 1
        assert Official.objects.get().version == number + 2
