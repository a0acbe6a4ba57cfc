"""The invented network as plain values, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Place:
    """A real place; its figures carry their source."""

    division_id: str
    name: str
    kind: str
    state: str
    county: str
    geoid: str
    population: int
    population_year: int
    population_source: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Policy:
    """A named practice that answers an issue."""

    slug: str
    name: str
    summary: str


@dataclass(frozen=True)
class Issue:
    """An issue of the tree; an area has no parent, and nobody works on it as a whole."""

    slug: str
    name: str
    description: str
    synonyms: tuple[str, ...]
    parent: str | None
    code: int | None = None
    object: str = ""
    weight: int = 0
    schools: bool = False
    early: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    policy: Policy | None = None


@dataclass(frozen=True)
class Organization:
    """An organization and its reach: a state, a place, or neither when it is national."""

    name: str
    description: str
    issues: tuple[str, ...]
    state: str
    division: str | None

    @property
    def national(self) -> bool:
        """Whether it works everywhere."""
        return not self.state and self.division is None


@dataclass(frozen=True)
class Office:
    """A body or post of a place, with the labels of its seats."""

    division: str
    name: str
    kind: str
    title: str
    seats: tuple[str, ...]


@dataclass(frozen=True)
class Adoption:
    """A place adopted the policy of an issue. `adapted_from` is another one's key."""

    division: str
    policy: str
    title: str
    adopted_on: date
    precision: str
    status: str
    adapted_from: tuple[str, str] | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What names it within the network: policy and place."""
        return self.policy, self.division


@dataclass(frozen=True)
class Work:
    """What somebody does on an issue. `seeks` and `offers` map a kind of help to a line."""

    issue: str
    stage: str
    priority: int
    since: date | None
    line: str
    seeks: Mapping[str, str]
    offers: Mapping[str, str]


@dataclass(frozen=True)
class Contact:
    """A way to reach somebody, at an address that nobody can have."""

    kind: str
    value: str
    visibility: str


@dataclass(frozen=True)
class Person:
    """An invented official. `until` is the last day in office, `account` an e-mail to sign in."""

    key: str
    name: str
    pronouns: str
    biography: str
    languages: tuple[str, ...]
    membership: str
    paused: bool
    hidden: bool
    joined_on: date | None
    office: tuple[str, str]
    seat: str
    start: date
    start_is_known: bool
    until: date
    work: tuple[Work, ...]
    organizations: tuple[str, ...]
    contacts: tuple[Contact, ...]
    account: str | None = None
    connected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preemption:
    """A state forbids its localities a policy, since a date of which so much is known. Real."""

    state: str
    policy: str
    since: date
    precision: str
    source: str


@dataclass(frozen=True)
class Event:
    """A meeting at a place, or online without one, and the keys of the people who were there."""

    name: str
    on: date
    division: str | None
    issues: tuple[str, ...]
    attended: tuple[str, ...]


@dataclass(frozen=True)
class Expert:
    """Somebody of an organization; members hear of them only with their consent."""

    organization: str
    name: str
    title: str
    issues: tuple[str, ...]
    consented_on: date | None


@dataclass(frozen=True)
class Fact:
    """An invented figure of a real place."""

    division: str
    name: str
    value: float
    year: int


@dataclass(frozen=True)
class Ask:
    """An introduction between two people's keys, and what became of it on which day."""

    asker: str
    other: str
    issue: str
    note: str
    by_staff: bool
    state: str
    asker_answer: str
    other_answer: str
    asked_on: date
    ended_on: date | None

    @property
    def pair(self) -> frozenset[str]:
        """The two people."""
        return frozenset((self.asker, self.other))


@dataclass(frozen=True)
class Opinion:
    """What somebody thinks of another who was suggested."""

    official: str
    about: str
    kind: str
    why: str


@dataclass(frozen=True)
class Between:
    """What has gone on between people: asks, who keeps whom away, opinions on suggestions."""

    asks: tuple[Ask, ...]
    blocks: tuple[tuple[str, str], ...]
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True)
class Network:
    """Everything that is invented, and the real places it happens in."""

    places: tuple[Place, ...]
    issues: tuple[Issue, ...]
    organizations: tuple[Organization, ...]
    offices: tuple[Office, ...]
    people: tuple[Person, ...]
    adoptions: tuple[Adoption, ...]
    preemptions: tuple[Preemption, ...]
    events: tuple[Event, ...]
    experts: tuple[Expert, ...]
    facts: tuple[Fact, ...]
    between: Between
