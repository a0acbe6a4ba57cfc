"""A small network with one of everything that is projected."""

from dataclasses import dataclass
from datetime import date

from backend.directory.models import (
    Activity,
    Affiliation,
    Issue,
    Locality,
    LocalityFact,
    Official,
    Organization,
    Work,
)
from backend.introductions.models import Feedback, Introduction
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate, OutboxEntry
from backend.playbook.models import Adoption, Attendance, Event, Expert, Policy, Preemption
from tests import people


@dataclass
class Network:
    """Rows of each kind; nothing of them has been queued."""

    place: Locality
    parent: Issue
    issue: Issue
    organization: Organization
    activity: Activity
    policy: Policy
    first: Adoption
    adoption: Adoption
    official: Official
    work: Work
    affiliation: Affiliation

    def everything(self) -> list[tuple[str, int]]:
        """All aggregates, sources before their targets."""
        return [
            ("Official", self.official.pk),
            ("Adoption", self.adoption.pk),
            ("Adoption", self.first.pk),
            ("Policy", self.policy.pk),
            ("Organization", self.organization.pk),
            ("Issue", self.issue.pk),
            ("Issue", self.parent.pk),
            ("Locality", self.place.pk),
        ]


def make(name: str = "Ana") -> Network:
    """Write the rows."""
    place = people.place()
    parent = people.issue("Housing")
    issue = people.issue("Rent", parent)
    organization = Organization.objects.create(name=f"Friends of {name}", kind="national")
    activity = Activity.objects.create(organization=organization, issue=issue, state="az")
    policy = Policy.objects.create(slug=f"cap-{name}".lower(), name="Rent cap", issue=issue)
    decided = {"policy": policy, "locality": place, "source": "The clerk"}
    first = Adoption.objects.create(title="Ordinance 1", adopted_on=date(2021, 5, 4), **decided)
    adoption = Adoption.objects.create(
        title="Ordinance 2", adopted_on=date(2023, 5, 4), adapted_from=first, **decided
    )
    official = people.member(name, at=place)
    work = people.work(
        official, issue, seeks=("talk", "legal_memo"), offers=("testimony",), since=date(2022, 1, 1)
    )
    affiliation = Affiliation.objects.create(official=official, organization=organization)
    return Network(
        place,
        parent,
        issue,
        organization,
        activity,
        policy,
        first,
        adoption,
        official,
        work,
        affiliation,
    )


@dataclass
class Wider:
    """What else is projected: a place around the network's, somebody elsewhere, what is between."""

    net: Network
    around: Locality
    peer: Official
    fact: LocalityFact
    preemption: Preemption
    event: Event
    expert: Expert
    ask: Introduction
    saved: Feedback

    def everything(self) -> list[tuple[str, int]]:
        """All aggregates of it, and those of the network that it changes."""
        return [
            ("Official", self.net.official.pk),
            ("Official", self.peer.pk),
            ("Expert", self.expert.pk),
            ("Event", self.event.pk),
            ("Preemption", self.preemption.pk),
            ("Locality", self.around.pk),
            ("Locality", self.net.place.pk),
            ("PlaceFact", self.fact.pk),
        ]


def more(net: Network) -> Wider:
    """Write the rows."""
    around = people.place(f"Around {net.place.name}")
    people.overlap(net.place, around)
    peer = people.member(f"Peer of {net.official.name}")
    fact = people.fact(net.place)
    preemption = Preemption.objects.create(
        state="tx", policy=net.policy, since=date(2005, 9, 1), source="A statute"
    )
    event = Event.objects.create(name=net.official.name, on=date(2025, 5, 1), is_online=True)
    event.issues.add(net.issue)
    Attendance.objects.create(event=event, official=net.official)
    expert = Expert.objects.create(
        organization=net.organization, name="Xenia Wise", consented_on=date(2025, 1, 1)
    )
    expert.issues.add(net.issue)
    ask = people.ask(net.official, peer, net.issue)
    saved = Feedback.objects.create(official=net.official, about=peer, kind="saved")
    return Wider(net, around, peer, fact, preemption, event, expert, ask, saved)


def queue(*keys: tuple[str, int]) -> None:
    """Tell the outbox of each, in this order."""
    for label, id_ in keys:
        outbox.record(Aggregate(label), id_)


def made_and_queued(name: str = "Ana") -> Network:
    """Write the rows and queue all of them, what is pointed at last."""
    network = make(name)
    queue(*network.everything())
    return network


def waiting() -> int:
    """How many entries are in the outbox."""
    return OutboxEntry.objects.count()
