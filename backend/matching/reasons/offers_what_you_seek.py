"""The peer offers what the viewer seeks."""

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
    helps = meeting(context, contribution, Direction.OFFERS, Direction.SEEKS)
    if not helps:
        return None
    sentence = context.say(in_english, in_spanish)(context.person, kinds(helps))
    return ReasonText(sentence, help_evidence(context, helps))


def in_english(peer: Person, offered: Sequence[HelpKind]) -> Sentence:
    """Say it."""
    fact = f"{english.verb(peer, 'offers', 'offer')} {EN.helps(offered)}"
    return Sentence(f"{english.subject(peer)} ", fact, ", which you are looking for.")


def in_spanish(peer: Person, offered: Sequence[HelpKind]) -> Sentence:
    """Say it."""
    fact = f"ofrece {ES.helps(offered)}"
    return Sentence(f"{spanish.subject(peer)} ", fact, ", lo que usted busca.")


OFFERS_WHAT_YOU_SEEK = ReasonKind(
    title("Offers what you look for", "Ofrece lo que usted busca"), tell
)
