"""English: its phrases, and how it speaks of somebody."""

from backend.accounts.models import Language
from backend.directory.models import FactName, HelpKind, Stage
from backend.matching.reasons.phrases import Phrases
from backend.matching.reasons.sentences import Person, Voice

EN = Phrases(
    language=Language.ENGLISH,
    help={
        HelpKind.MODEL_TEXT: "model text",
        HelpKind.FISCAL_NOTE: "a fiscal note",
        HelpKind.TESTIMONY: "testimony",
        HelpKind.LEGAL_MEMO: "a legal memo",
        HelpKind.ROLLOUT_PLAN: "a rollout plan",
        HelpKind.DATA_EVALUATION: "data and evaluation",
        HelpKind.COALITION_CONTACTS: "coalition contacts",
        HelpKind.TALK: "a talk",
    },
    facts={
        FactName.RENTER_SHARE: "{} rent",
        FactName.MEDIAN_RENT: "a median rent of {}",
        FactName.MEDIAN_INCOME: "a median income of {}",
        FactName.POVERTY_SHARE: "{} live in poverty",
        FactName.TRANSIT_SHARE: "{} take transit to work",
        FactName.UNION_SHARE: "{} belong to a union",
    },
    stages={
        Stage.EXPLORING: "exploring",
        Stage.DRAFTING: "drafting",
        Stage.INTRODUCED: "introduced",
        Stage.ADOPTED: "adopted",
        Stage.IMPLEMENTING: "implementing",
        Stage.DEFENDING: "defending",
        Stage.STOPPED: "stopped",
    },
    does={
        Stage.EXPLORING: "is exploring a measure on {}",
        Stage.DRAFTING: "is drafting a measure on {}",
        Stage.INTRODUCED: "has introduced a measure on {}",
        Stage.ADOPTED: "has carried a measure on {} through",
        Stage.IMPLEMENTING: "is putting a measure on {} into practice",
        Stage.DEFENDING: "is defending a measure on {}",
        Stage.STOPPED: "has stopped work on {}",
    },
    both={
        Stage.EXPLORING: "you are both exploring",
        Stage.DRAFTING: "you are both drafting",
        Stage.INTRODUCED: "both of you have introduced a measure",
        Stage.ADOPTED: "both of you have carried a measure through",
        Stage.IMPLEMENTING: "both of you are putting a measure into practice",
        Stage.DEFENDING: "both of you are defending a measure",
        Stage.STOPPED: "both of you have stopped",
    },
    more="{} more",
    quotes="“{}”",
    very_near="less than 5 miles",
    about_miles="about {} miles",
    since="since {}",
    on_it_since="{}, on it since {}",
    adopted_on="{}, adopted {}",
    people="{} people",
)


def subject(person: Person) -> str:
    """Begin a sentence about somebody."""
    pronouns = {Voice.SHE: "She", Voice.HE: "He", Voice.THEY: "They"}
    return pronouns.get(person.voice, person.given)


def to_whom(person: Person) -> str:
    """Name somebody to whom something is done."""
    return {Voice.SHE: "her", Voice.HE: "him", Voice.THEY: "them"}.get(person.voice, person.given)


def verb(person: Person, one: str, they: str) -> str:
    """Choose the form of a verb: for one person, or for "they"."""
    return they if person.voice == Voice.THEY else one
