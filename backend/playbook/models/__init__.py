"""Tables of the playbook."""

from backend.playbook.models.events import Attendance, Event
from backend.playbook.models.experts import Expert
from backend.playbook.models.policies import Adoption, AdoptionStatus, DatePrecision, Policy
from backend.playbook.models.preemptions import Preemption

__all__ = [
    "Adoption",
    "AdoptionStatus",
    "Attendance",
    "DatePrecision",
    "Event",
    "Expert",
    "Policy",
    "Preemption",
]
