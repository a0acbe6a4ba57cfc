"""The enumerations; each value is what is stored."""

from enum import Enum

import strawberry

from backend.api.member.types.described import value
from backend.core.languages import Language
from backend.matching import reasons


@strawberry.enum(description="What somebody who is signed in may do.")
class ViewerRole(Enum):
    """Roles."""

    MEMBER = value("member", "A member: an official of some place.")
    READER = value("reader", "Of the network's staff: looks.")
    BROKER = value("broker", "Of the network's staff: looks, introduces people and keeps records.")
    ADMIN = value("admin", "Of the network's staff: does all that, and runs the network.")


@strawberry.enum(description="What is wanted of a peer.")
class Intent(Enum):
    """Intents."""

    LEARN = value("learn", "To learn from somebody who is further.")
    COLLABORATE = value("collaborate", "To work side by side.")


@strawberry.enum(description="How far work on an issue is, in order; STOPPED stands beside.")
class Stage(Enum):
    """Stages."""

    EXPLORING = value("exploring", "Finding out whether and how.")
    DRAFTING = value("drafting", "Writing it.")
    INTRODUCED = value("introduced", "Brought in, not yet decided.")
    ADOPTED = value("adopted", "Decided, not yet carried out.")
    IMPLEMENTING = value("implementing", "Being carried out.")
    DEFENDING = value("defending", "In force and under attack.")
    STOPPED = value("stopped", "Given up, at least for now.")


@strawberry.enum(description="How much a piece of work matters to somebody now.")
class Priority(Enum):
    """Priorities."""

    LOW = value(1, "When there is time.")
    MEDIUM = value(2, "Among other things.")
    HIGH = value(3, "Before other things.")


@strawberry.enum(description="What one official can do for another.")
class HelpKind(Enum):
    """Kinds of help."""

    MODEL_TEXT = value("model_text", "Text to start a draft from.")
    FISCAL_NOTE = value("fiscal_note", "What it costs, and how that was reckoned.")
    TESTIMONY = value("testimony", "Speaking at a hearing, or in writing.")
    LEGAL_MEMO = value("legal_memo", "What counsel said about it.")
    ROLLOUT_PLAN = value("rollout_plan", "How it was put into practice.")
    DATA_EVALUATION = value("data_evaluation", "Numbers, and what came of it.")
    COALITION_CONTACTS = value("coalition_contacts", "Who stood behind it.")
    TALK = value("talk", "A conversation, or a talk to a group.")


@strawberry.enum(description="What sort of body or post an office is.")
class OfficeKind(Enum):
    """Kinds of office."""

    COUNCIL = value("council", "A city, town or county council.")
    MAYOR = value("mayor", "A mayor.")
    COMMISSION = value("commission", "A board of commissioners or supervisors.")
    SCHOOL_BOARD = value("school_board", "A school board.")
    OTHER = value("other", "Anything else.")


@strawberry.enum(description="Who may see a contact way or a profile.")
class Visibility(Enum):
    """Visibilities."""

    NETWORK = value("network", "Every member.")
    CONNECTIONS = value("connections", "Those whom they said yes to, and who did too.")
    STAFF = value("staff", "Staff alone.")


@strawberry.enum(description="Ways to reach somebody.")
class ContactKind(Enum):
    """Kinds of contact way."""

    EMAIL = value("email", "An e-mail address.")
    PHONE = value("phone", "A telephone number.")
    WEBSITE = value("website", "An address on the web.")


@strawberry.enum(description="Sizes of places.")
class PopulationBand(Enum):
    """Bands of population."""

    UNDER_10K = value("under_10k", "Fewer than 10,000 people.")
    FROM_10K_TO_50K = value("from_10k_to_50k", "From 10,000 to 49,999 people.")
    FROM_50K_TO_250K = value("from_50k_to_250k", "From 50,000 to 249,999 people.")
    OVER_250K = value("over_250k", "250,000 people and more.")


@strawberry.enum(description="Orders of the directory.")
class OfficialOrder(Enum):
    """Orders of the directory."""

    NAME = value("name", "By name.")
    PLACE = value("place", "By the name of the place.")
    RECENT = value("recent", "Who joined last comes first.")


@strawberry.enum(description="What the directory can be filtered by.")
class FacetField(Enum):
    """Fields of facets."""

    ISSUE = value("issue", "An issue they work on, or one below it.")
    STAGE = value("stage", "How far that work is.")
    STATE = value("state", "The state of their place.")
    OFFICE_TYPE = value("office_type", "The kind of their office.")
    POPULATION_BAND = value("population_band", "The size of their place.")


@strawberry.enum(description="How far an organization reaches.")
class OrganizationKind(Enum):
    """Kinds of organization."""

    NATIONAL = value("national", "In the whole country.")
    COMMUNITY = value("community", "In one place or state.")


@strawberry.enum(description="How much of a date is known; the rest is the first day of it.")
class DatePrecision(Enum):
    """Precisions."""

    DAY = value("day", "The day.")
    MONTH = value("month", "The month.")
    YEAR = value("year", "The year only.")


@strawberry.enum(description="What became of an adoption.")
class AdoptionStatus(Enum):
    """Statuses of adoptions."""

    ADOPTED = value("adopted", "Adopted, and standing.")
    REPEALED = value("repealed", "Taken back by the place itself.")
    OVERTURNED = value("overturned", "Struck down by a court or a state.")


strawberry.enum(reasons.ReasonCode, description="What a reason is about.")
# A reason's title describes it, so that a new one needs no line here.
for each in reasons.ReasonCode.__strawberry_definition__.values:  # type: ignore[attr-defined]
    title = reasons.REASONS[reasons.ReasonCode[each.name]].title
    each.description = f"{title[Language.ENGLISH]}."


@strawberry.enum(description="What a piece of evidence is.")
class EvidenceKind(Enum):
    """Kinds of evidence."""

    WORK = value("work", "Work on an issue, or help sought or offered with it.")
    ISSUE = value("issue", "An issue.")
    ORGANIZATION = value("organization", "Belonging to an organization.")
    ADOPTION = value("adoption", "An adoption by a place.")
    LOCALITY = value("locality", "A place.")
    OFFICE = value("office", "An office.")
    EVENT = value("event", "An event at which both were.")
    PREEMPTION = value("preemption", "A law by which a state forbids its places a policy.")
    FACT = value("fact", "A figure of a place for one year.")
    FEEDBACK = value("feedback", "What the viewer said of this suggestion before.")


@strawberry.enum(description="What kind of thing is wrong with what was entered.")
class ErrorCode(Enum):
    """Codes of what a person can put right."""

    REQUIRED = value("REQUIRED", "It must be filled in.")
    TOO_LONG = value("TOO_LONG", "It has too many characters.")
    INVALID = value("INVALID", "It is not what is expected here.")
    NOT_FOUND = value("NOT_FOUND", "There is no such thing, or not for you.")
    CONFLICT = value("CONFLICT", "It contradicts something else.")
    NOT_ALLOWED = value("NOT_ALLOWED", "You may not do this.")
    LIMIT_REACHED = value("LIMIT_REACHED", "There are as many as there may be.")
    OTHER_ACCOUNT = value("OTHER_ACCOUNT", "Somebody else has signed in since it was read.")
    STALE = value("STALE", "There is a newer version than the one that was read.")
