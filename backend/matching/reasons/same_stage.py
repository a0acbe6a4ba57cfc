"""The sentence for two who work on one issue and are equally far; two reasons say it."""

from backend.directory.models import Stage
from backend.matching.reasons import english, spanish
from backend.matching.reasons.english import EN
from backend.matching.reasons.sentences import Person, Sentence, in_sentence
from backend.matching.reasons.spanish import ES


def in_english(peer: Person, issue: str, stage: Stage) -> Sentence:
    """Say it."""
    fact = f"{english.verb(peer, 'works', 'work')} on {in_sentence(issue)}"
    return Sentence(f"{english.subject(peer)} ", fact, f" too; {EN.both[stage]}.")


def in_spanish(peer: Person, issue: str, stage: Stage) -> Sentence:
    """Say it."""
    fact = f"trabaja en {in_sentence(issue)}"
    return Sentence(f"{spanish.subject(peer)} también ", fact, f"; {ES.both[stage]}.")
