"""What somebody may do. Nothing outside this module decides by a role.

Readers look at what only staff see, brokers also change it and introduce people, and admins also
release what is held and run the network. A role of the staff counts in a session that has shown a
second factor: without one they are a member, and nobody more.
"""

from backend.accounts.messages import AccountMessage
from backend.accounts.models import Role
from backend.accounts.viewer import Viewer
from backend.core.errors import DomainError, ErrorCode, fail

# Each may do what those before it may.
_RISING = (Role.MEMBER, Role.READER, Role.BROKER, Role.ADMIN)


def granted_role(viewer: Viewer) -> Role:
    """Return the role that this session gives."""
    return viewer.role if viewer.second_factor else Role.MEMBER


def lacks_second_factor(viewer: Viewer) -> bool:
    """Tell whether a second factor would let the viewer do more."""
    return granted_role(viewer) != viewer.role


def may_read_staff(viewer: Viewer) -> bool:
    """Tell whether the viewer may look at what only staff see."""
    return _has(viewer, Role.READER)


def may_broker(viewer: Viewer) -> bool:
    """Tell whether the viewer may introduce people and change what staff keep."""
    return _has(viewer, Role.BROKER)


def may_administer(viewer: Viewer) -> bool:
    """Tell whether the viewer may release what is held, and run the network."""
    return _has(viewer, Role.ADMIN)


def require_reader(viewer: Viewer) -> None:
    """Raise unless the viewer may look at what only staff see."""
    if not may_read_staff(viewer):
        raise _only_staff()


def require_broker(viewer: Viewer) -> None:
    """Raise unless the viewer may introduce people and change what staff keep."""
    if not may_broker(viewer):
        raise _only_staff()


def require_admin(viewer: Viewer) -> None:
    """Raise unless the viewer may release what is held, and run the network."""
    if not may_administer(viewer):
        raise _only_staff()


def require_owner(viewer: Viewer, official_id: int | None) -> int:
    """Return the official whose record this is, or raise unless the viewer is that one.

    Another window of the browser may have signed in as somebody else since the record was read.
    """
    if official_id is not None and official_id != viewer.official_id:
        raise fail(ErrorCode.OTHER_ACCOUNT, AccountMessage.OTHER_ACCOUNT)
    if official_id is None or viewer.official_id is None:
        raise fail(ErrorCode.NOT_ALLOWED, AccountMessage.ONLY_OFFICIALS)
    return official_id


def _has(viewer: Viewer, role: Role) -> bool:
    return _RISING.index(granted_role(viewer)) >= _RISING.index(role)


def _only_staff() -> DomainError:
    return fail(ErrorCode.NOT_ALLOWED, AccountMessage.ONLY_CHARGED_STAFF)
