"""What staff read about a group, in English."""

from collections.abc import Sequence

from backend.core.languages import Language
from backend.directory.messages import label
from backend.directory.models import Help, HelpKind, Locality, Priority, Stage, Work
from backend.directory.selectors.officials import band_of
from backend.matching.groups.choosing import PEOPLE, STATES
from backend.playbook.models import Adoption

DOES = {
    Stage.EXPLORING: "Is exploring {}",
    Stage.DRAFTING: "Is drafting a measure on {}",
    Stage.INTRODUCED: "Has introduced a measure on {}",
    Stage.ADOPTED: "Has carried a measure on {} through",
    Stage.IMPLEMENTING: "Is putting a measure on {} into practice",
    Stage.DEFENDING: "Is defending a measure on {}",
    Stage.STOPPED: "Has stopped work on {}",
}


def doing(work: Work, wanted: Stage | None) -> str:
    """Say how far somebody is, and whether that is the stage that was asked for."""
    said = DOES[Stage(work.stage)].format(f"“{work.issue.name}”")
    if work.since is not None:
        said += f", on it since {work.since.year}"
    if work.priority == Priority.HIGH:
        said += ", a high priority"
    if wanted is not None and work.stage != wanted:
        said += f" (not the stage “{wanted.label.lower()}”)"
    return f"{said}."


def offering(offers: Sequence[Help]) -> str:
    """Say what somebody offers; nothing if they offer nothing."""
    if not offers:
        return ""
    return f"Offers {_listed([HelpKind(each.kind).label.lower() for each in offers])}."


def adopted(adoption: Adoption | None) -> str:
    """Say what their place has adopted; nothing if nothing is known."""
    if adoption is None:
        return ""
    when = "" if adoption.adopted_on is None else f" in {adoption.adopted_on.year}"
    return f"{adoption.locality.name} adopted “{adoption.policy.name}”{when} ({adoption.source})."


def coming_from(place: Locality, of_state: int) -> str:
    """Say where somebody serves, and how many of the group are of that state."""
    among = "the only one" if of_state == 1 else f"one of {of_state}"
    size = ""
    if place.population is not None:
        size = (
            f", in a place of {label(band_of(place.population), Language.ENGLISH).lower()} people"
        )
    return f"Serves in {place}: {among} from this state{size}."


def lacking(issue: str, people: int, states: int, *, free: int, cut: bool) -> str:
    """Say plainly that there are fewer people, or states, than a group should have."""
    if not people:
        said = (
            f"Nobody who works on “{issue}” can be asked today: they would have to be in office, "
            "not paused, and below the caps."
        )
    else:
        said = (
            f"Not {PEOPLE} people in {STATES} states: {_counted(people, 'person', 'people')} in "
            f"{_counted(states, 'state', 'states')}. {_counted(free, 'person', 'people')} in all "
            "can be asked today, and no more of them can sit together."
        )
    return f"{said} Only a part of those who work on it was looked at." if cut else said


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
