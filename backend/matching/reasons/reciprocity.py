"""Each offers something that the other seeks."""

from collections.abc import Sequence

from backend.directory.models import Direction, HelpKind
from backend.matching.reasons import english, spanish
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.help import help_evidence, kinds, meeting
from backend.matching.reasons.sentences import Person, Sentence, Voice
from backend.matching.reasons.spanish import ES
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    theirs = meeting(context, contribution, Direction.OFFERS, Direction.SEEKS)
    yours = meeting(context, contribution, Direction.SEEKS, Direction.OFFERS)
    if not theirs or not yours:
        return None
    sentence = context.say(in_english, in_spanish)(context.person, kinds(theirs), kinds(yours))
    return ReasonText(sentence, help_evidence(context, [*theirs, *yours]))


def in_english(peer: Person, theirs: Sequence[HelpKind], yours: Sequence[HelpKind]) -> Sentence:
    """Say it."""
    who = peer.given if peer.voice == Voice.NAME else english.subject(peer).lower()
    gives = f"{who} {english.verb(peer, 'has', 'have')} {EN.helps(theirs)} for you"
    takes = f"you have {EN.helps(yours)} for {english.to_whom(peer)}"
    return Sentence("You ", "can help each other", f": {gives}, and {takes}.")


def in_spanish(peer: Person, theirs: Sequence[HelpKind], yours: Sequence[HelpKind]) -> Sentence:
    """Say it."""
    who = spanish.in_midst(peer)
    gives = f"{who} tiene {ES.helps(theirs)} para usted"
    takes = f"usted, {ES.helps(yours)} para {who}"
    return Sentence("", "Pueden ayudarse", f": {gives}; {takes}.")


RECIPROCITY = ReasonKind(title("Help both ways", "Ayuda en ambos sentidos"), tell)
