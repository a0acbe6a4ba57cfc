"""Both places have adopted these policies, and they stand."""

from collections.abc import Iterable, Sequence

from backend.directory.models import Locality
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import EvidenceKind, cited
from backend.matching.reasons.sentences import Place, Sentence, place
from backend.matching.reasons.spanish import ES
from backend.playbook.models import Adoption, AdoptionStatus
from graph.peers.model import Contribution


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    places = context.places()
    if places is None:
        return None
    theirs, own = places
    ids = cited(contribution, EvidenceKind.ADOPTION)
    there, here = _standing(context, theirs, ids), _standing(context, own, ids)
    both = [policy for policy in there if policy in here]
    if not both:
        return None
    sentence = context.say(in_english, in_spanish)(
        place(theirs, beside=own),
        place(own, beside=theirs),
        [there[policy].policy.name for policy in both],
    )
    adoptions = [each[policy] for policy in both for each in (there, here)]
    return ReasonText(sentence, context.adoption_evidence(adoptions, with_place=True))


def _standing(context: ReasonContext, at: Locality, ids: Iterable[int]) -> dict[int, Adoption]:
    """Return the newest adoption of each policy that stands at a place, the newest first."""
    found: dict[int, Adoption] = {}
    for each in context.adoptions_at(at, ids):
        if each.status == AdoptionStatus.ADOPTED:
            found.setdefault(each.policy_id, each)
    return found


def in_english(place: Place, own: Place, policies: Sequence[str]) -> Sentence:
    """Say it."""
    fact = f"have both adopted {EN.all_quoted(policies)}"
    return Sentence(f"{place.name} and {own.name} ", fact, ".")


def in_spanish(place: Place, own: Place, policies: Sequence[str]) -> Sentence:
    """Say it."""
    fact = f"han adoptado {ES.all_quoted(policies)}"
    return Sentence(f"Tanto {place.name} como {own.name} ", fact, ".")


SAME_POLICIES = ReasonKind(
    title("Adopted in both places", "Aprobado en ambos lugares"), tell, stands_alone=False
)
