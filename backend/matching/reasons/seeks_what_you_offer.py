"""The peer seeks what the viewer offers."""

from collections.abc import Sequence

from backend.directory.models import Direction, HelpKind
from backend.matching.reasons import english, spanish
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.help import help_evidence, kinds, meeting
from backend.matching.reasons.sentences import Person, Sentence
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    helps = meeting(context, contribution, Direction.SEEKS, Direction.OFFERS)
    if not helps:
        return None
    sentence = context.say(in_english, in_spanish)(context.person, kinds(helps))
    return ReasonText(sentence, help_evidence(context, helps))


def in_english(peer: Person, sought: Sequence[HelpKind]) -> Sentence:
    """Say it."""
    fact = f"{english.verb(peer, 'is', 'are')} looking for {EN.helps(sought)}"
    return Sentence(f"{english.subject(peer)} ", fact, ", which you offer.")


def in_spanish(peer: Person, sought: Sequence[HelpKind]) -> Sentence:
    """Say it."""
    return Sentence(
        f"{spanish.subject(peer)} ", f"busca {ES.helps(sought)}", ", lo que usted ofrece."
    )


SEEKS_WHAT_YOU_OFFER = ReasonKind(
    title("Looks for what you offer", "Busca lo que usted ofrece"), tell
)
