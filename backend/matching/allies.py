"""Allies: organizations active on an issue in either of two places, and whom to talk to there.

Read from the tables alone. Their index leads from an issue to who is active on it in a place;
the graph would have to walk everybody active on it in the country.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Case, IntegerField, Q, Value, When

from backend.accounts.models import Language
from backend.accounts.viewer import Viewer
from backend.core.errors import ErrorCode, fail
from backend.core.messages import Message
from backend.directory.messages import DirectoryMessage
from backend.directory.models import Activity, Issue, Locality, Organization
from backend.directory.models.places import STATES
from backend.directory.selectors.issues import descendants
from backend.directory.selectors.officials import official_get
from backend.directory.selectors.terms import shown_terms
from backend.matching.messages import ActiveMessage, WherePhrase
from backend.matching.reasons.sentences import in_sentence
from backend.playbook.models import Expert
from backend.playbook.selectors import experts_shown

MOST = 10
MOST_ACTIVE_ON = 4
MOST_EXPERTS = 4
_READ = 120  # activities, and experts, that are looked at: the nearest and closest ones


class Reach(StrEnum):
    """How far an organization's activity reaches, the nearest first."""

    LOCALITY = "locality"
    STATE = "state"
    NATIONAL = "national"


class Side(StrEnum):
    """In whose place."""

    YOURS = "yours"
    THEIRS = "theirs"
    BOTH = "both"


class Relation(StrEnum):
    """How an issue stands to the one that was asked about."""

    SAME = "same"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True)
class ActiveOn:
    """An organization's activity that reaches one of the two places, in a sentence."""

    activity: Activity
    relation: Relation
    reach: Reach
    side: Side
    text: str


@dataclass(frozen=True)
class Ally:
    """An organization, what it does in either place, the nearest first, and whom to talk to."""

    organization: Organization
    active_on: tuple[ActiveOn, ...]
    experts: tuple[Expert, ...]


def allies(viewer: Viewer, *, peer_id: int, issue_id: int) -> list[Ally]:
    """Return who is active on an issue in the viewer's place or a peer's, the nearest first.

    In the locality itself, in its state, or in the whole country; on the issue, or on one above or
    below it. Raises DomainError when there is no such issue, or no such peer for this viewer.
    """
    tree: dict[int, Issue] = Issue.objects.in_bulk()
    if issue_id not in tree:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_ISSUE, "issueId")
    own = None if viewer.official_id is None else official_get(viewer, viewer.official_id)
    peer = official_get(viewer, peer_id)
    if peer is None:
        raise fail(ErrorCode.NOT_FOUND, DirectoryMessage.NO_SUCH_PERSON, "peerId")
    terms = shown_terms([each for each in (own, peer) if each is not None])
    places = {
        side: terms[each.pk].seat.office.locality
        for side, each in ((Side.YOURS, own), (Side.THEIRS, peer))
        if each is not None and each.pk in terms
    }
    relations = _relations(tree, issue_id)
    found: defaultdict[int, list[ActiveOn]] = defaultdict(list)
    for activity in _activities(places.values(), issue_id, relations):
        found[activity.organization_id].append(
            _told(
                viewer.language, activity, places, relations[activity.issue_id], tree[issue_id].name
            )
        )
    listed = list(found)[:MOST]
    experts = _experts(viewer, listed, issue_id, relations)
    return [
        Ally(
            organization=found[pk][0].activity.organization,
            active_on=tuple(found[pk][:MOST_ACTIVE_ON]),
            experts=tuple(experts[pk][:MOST_EXPERTS]),
        )
        for pk in listed
    ]


def _relations(tree: Mapping[int, Issue], issue_id: int) -> dict[int, Relation]:
    """Return the issue with all that are above and below it."""
    parent_of = {pk: each.parent_id for pk, each in tree.items()}
    found = dict.fromkeys(descendants([issue_id], parent_of), Relation.BELOW)
    found[issue_id] = Relation.SAME
    above = parent_of[issue_id]
    while above is not None and above not in found:
        found[above] = Relation.ABOVE
        above = parent_of[above]
    return found


def _activities(
    places: Collection[Locality], issue_id: int, issues: Collection[int]
) -> list[Activity]:
    """Return what reaches one of the places: first by reach, then on the issue itself."""
    here = Q(locality__in=[place.pk for place in places])
    in_state = Q(state__in={place.state for place in places}, locality__isnull=True)
    national = Q(state="", locality__isnull=True)
    return list(
        Activity.objects.filter(here | in_state | national, issue__in=issues)
        .select_related("organization", "issue", "locality")
        .order_by(
            Case(
                When(locality__isnull=False, then=Value(0)),
                When(state="", then=Value(2)),
                default=Value(1),
                output_field=IntegerField(),
            ),
            Case(When(issue=issue_id, then=Value(0)), default=Value(1)),
            "organization__name_folded",
            "pk",
        )[:_READ]
    )


def _told(
    language: Language,
    activity: Activity,
    places: Mapping[Side, Locality],
    relation: Relation,
    asked: str,
) -> ActiveOn:
    if activity.locality is not None:
        reach, at = Reach.LOCALITY, str(activity.locality)
        reached = [side for side, place in places.items() if place.pk == activity.locality_id]
    elif activity.state:
        reach, at = Reach.STATE, STATES[activity.state]
        reached = [side for side, place in places.items() if place.state == activity.state]
    else:
        reach, at, reached = Reach.NATIONAL, "", list(places)
    told = {
        "issue": in_sentence(activity.issue.name),
        "asked": in_sentence(asked),
        "where": Message(WherePhrase[reach.name], {"at": at}).text(language),
    }
    return ActiveOn(
        activity=activity,
        relation=relation,
        reach=reach,
        side=reached[0] if len(reached) == 1 else Side.BOTH,
        text=Message(ActiveMessage[relation.name], told).text(language),
    )


def _experts(
    viewer: Viewer, organizations: Collection[int], issue_id: int, issues: Collection[int]
) -> defaultdict[int, list[Expert]]:
    """Return who agreed to be named and knows the issue, else one above or below it.

    One statement. Staff know of more experts, but an ally is somebody whom one may write to.
    """
    found: defaultdict[int, list[Expert]] = defaultdict(list)
    rows = (
        experts_shown(viewer)
        .filter(consented_on__isnull=False, organization__in=organizations, issues__in=issues)
        .annotate(beside=Case(When(issues=issue_id, then=Value(0)), default=Value(1)))
        .order_by("beside", "name", "pk")[:_READ]
    )
    for expert in rows:
        if expert not in found[expert.organization_id]:
            found[expert.organization_id].append(expert)
    return found
