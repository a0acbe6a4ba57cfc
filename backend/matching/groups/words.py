"""What staff read about a group."""

from collections.abc import Sequence

from backend.core.languages import Language
from backend.core.messages import Message, MessageId, Parameter
from backend.core.text_formats import is_one, year
from backend.directory.messages import label
from backend.directory.models import Help, HelpKind, Locality, Priority, Stage, Work
from backend.directory.selectors.officials import band_of
from backend.matching.groups.choosing import PEOPLE, STATES
from backend.matching.messages import GroupMessage, GroupPhrase
from backend.matching.reasons.context import phrases_of
from backend.playbook.models import Adoption


def doing(work: Work, wanted: Stage | None, language: Language) -> str:
    """Say how far somebody is, and whether that is the stage that was asked for."""
    phrases = phrases_of(language)
    does = phrases.does[Stage(work.stage)].format(phrases.quoted(work.issue.name))
    if work.since is not None:
        does = phrases.on_it_since.format(does, year(work.since))
    priority = unlike = ""
    if work.priority == Priority.HIGH:
        priority = _worded(GroupPhrase.HIGH_PRIORITY, language)
    if wanted is not None and work.stage != wanted:
        stage = phrases.quoted(phrases.stages[wanted])
        unlike = _worded(GroupPhrase.OTHER_STAGE, language, stage=stage)
    does = does[0].upper() + does[1:]
    return _worded(GroupMessage.DOES, language, does=does, priority=priority, unlike=unlike)


def offering(offers: Sequence[Help], language: Language) -> str:
    """Say what somebody offers; nothing if they offer nothing."""
    if not offers:
        return ""
    kinds = [phrases_of(language).help[HelpKind(each.kind)] for each in offers]
    return _worded(GroupMessage.OFFERS, language, help=kinds)


def adopted(adoption: Adoption | None, language: Language) -> str:
    """Say what their place has adopted; nothing if nothing is known."""
    if adoption is None:
        return ""
    told = {
        "place": adoption.locality.name,
        "policy": phrases_of(language).quoted(adoption.policy.name),
        "source": adoption.source,
    }
    if adoption.adopted_on is None:
        return _worded(GroupMessage.ADOPTED, language, **told)
    return _worded(GroupMessage.ADOPTED_IN, language, **told, year=year(adoption.adopted_on))


def coming_from(place: Locality, of_state: int, language: Language) -> str:
    """Say where somebody serves, and how many of the group are of that state."""
    size = ""
    if place.population is not None:
        people = label(band_of(place.population), language).lower()
        size = _worded(GroupPhrase.OF_SIZE, language, size=people)
    if of_state == 1:
        return _worded(GroupMessage.ALONE_OF_STATE, language, place=str(place), size=size)
    told = {"place": str(place), "size": size}
    return _worded(GroupMessage.SOME_OF_STATE, language, **told, count=of_state)


def lacking(
    issue: str, people: int, states: int, *, free: int, cut: bool, language: Language
) -> str:
    """Say plainly that there are fewer people, or states, than a group should have."""
    if not people:
        name = phrases_of(language).quoted(issue)
        said = _worded(GroupMessage.NOBODY, language, issue=name)
    else:
        said = _worded(
            GroupMessage.TOO_FEW,
            language,
            most=PEOPLE,
            most_states=STATES,
            people=_people(people, language),
            states=_states(states, language),
            free=_people(free, language),
        )
    return f"{said} {_worded(GroupMessage.CUT, language)}" if cut else said


def _people(count: int, language: Language) -> str:
    if is_one(count, language):
        return _worded(GroupPhrase.ONE_PERSON, language)
    return _worded(GroupPhrase.PEOPLE, language, count=count)


def _states(count: int, language: Language) -> str:
    if is_one(count, language):
        return _worded(GroupPhrase.ONE_STATE, language)
    return _worded(GroupPhrase.STATES, language, count=count)


def _worded(message: MessageId, language: Language, **parameters: Parameter) -> str:
    return Message(message, parameters).text(language)
