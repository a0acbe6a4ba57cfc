"""How far the peer is with an issue, beside the viewer."""

from backend.directory.models import Stage, Work
from backend.matching.models import Intent
from backend.matching.reasons import english, same_stage, spanish
from backend.matching.reasons.context import ReasonContext, ReasonKind, ReasonText, title
from backend.matching.reasons.english import EN
from backend.matching.reasons.sentences import Person, Sentence, When, in_sentence, when
from backend.matching.reasons.spanish import ES
from backend.playbook.models import Adoption, AdoptionStatus
from graph.peers.model import Contribution

_ORDER = list(Stage)

# What "they" do, where one person does what the phrases say; {} is the issue.
_THEY_DO = {
    Stage.EXPLORING: "are exploring a measure on {}",
    Stage.DRAFTING: "are drafting a measure on {}",
    Stage.INTRODUCED: "have introduced a measure on {}",
    Stage.ADOPTED: "have carried a measure on {} through",
    Stage.IMPLEMENTING: "are putting a measure on {} into practice",
    Stage.DEFENDING: "are defending a measure on {}",
    Stage.STOPPED: "have stopped work on {}",
}

_YOU = {
    Stage.EXPLORING: "you are exploring one",
    Stage.DRAFTING: "you are drafting one",
    Stage.INTRODUCED: "you have introduced one",
    Stage.ADOPTED: "you have carried one through",
    Stage.IMPLEMENTING: "you are putting one into practice",
    Stage.DEFENDING: "you are defending one",
    Stage.STOPPED: "you have stopped",
}

# What follows "carried a measure through in 2023", for one person and for "they".
_SINCE_ADOPTION = {
    Stage.IMPLEMENTING: (" and is putting it into practice", " and are putting it into practice"),
    Stage.DEFENDING: (" and is defending it", " and are defending it"),
}

_USTED = {
    Stage.EXPLORING: "usted estudia una",
    Stage.DRAFTING: "usted redacta una",
    Stage.INTRODUCED: "usted ha presentado una",
    Stage.ADOPTED: "usted ha sacado adelante una",
    Stage.IMPLEMENTING: "usted pone una en práctica",
    Stage.DEFENDING: "usted defiende una",
    Stage.STOPPED: "usted lo ha dejado",
}

_DESDE = {
    Stage.IMPLEMENTING: " y la pone en práctica",
    Stage.DEFENDING: " y la defiende",
}


def tell(context: ReasonContext, contribution: Contribution) -> ReasonText | None:
    """See ReasonKind."""
    for work in context.peer_work(contribution):
        own = context.own_work_on(work.issue_id)
        if not _worth_telling(context, work, own):
            continue
        carried = _carried_through(context, work)
        if own is not None and own.stage == work.stage and carried is None:
            say = context.say(same_stage.in_english, same_stage.in_spanish)
            sentence = say(context.person, work.issue.name, Stage(work.stage))
        else:
            sentence = context.say(in_english, in_spanish)(
                context.person,
                work.issue.name,
                Stage(work.stage),
                None if own is None else Stage(own.stage),
                None if carried is None else when(carried),
            )
        evidence = [
            *context.adoption_evidence([] if carried is None else [carried]),
            *context.work_evidence([work], with_stage=True),
        ]
        return ReasonText(sentence, evidence, (work.issue_id,))
    return None


def _worth_telling(context: ReasonContext, work: Work, own: Work | None) -> bool:
    """Whether the stages are worth telling: to learn, the peer's must still be the later one.

    Who has not begun, or has stopped, asks as one who explores.
    """
    if work.stage == Stage.STOPPED:
        return False
    if context.intent == Intent.COLLABORATE:
        return True
    begun = own is not None and own.stage != Stage.STOPPED
    own_stage = Stage(own.stage) if own is not None and begun else Stage.EXPLORING
    return _ORDER.index(Stage(work.stage)) > _ORDER.index(own_stage)


def _carried_through(context: ReasonContext, work: Work) -> Adoption | None:
    """Return what the peer's place adopted on this issue while the peer was known to sit there."""
    term = context.rows.terms.get(context.peer.pk)
    if term is None or not term.start_is_known or term.during.lower is None:
        return None
    here = context.rows.place(context.peer.pk)
    for adoption in context.adoptions_at(here, context.cited.adoptions):
        if (
            adoption.policy.issue_id == work.issue_id
            and adoption.status == AdoptionStatus.ADOPTED
            and term.during.lower <= when(adoption).day
        ):
            return adoption
    return None


def in_english(
    peer: Person,
    issue: str,
    peer_stage: Stage,
    viewer_stage: Stage | None,
    adopted: When | None,
) -> Sentence:
    """Say it; `adopted` is when the peer's place adopted a measure, with the peer in office."""
    topic = in_sentence(issue)
    if adopted is None or peer_stage not in (Stage.ADOPTED, *_SINCE_ADOPTION):
        does = english.verb(peer, EN.does[peer_stage], _THEY_DO[peer_stage])
        fact, now = does.format(topic), ""
    else:
        fact = f"carried a measure on {topic} through in {adopted.day.year}"
        now = english.verb(peer, *_SINCE_ADOPTION.get(peer_stage, ("", "")))
    you = "" if viewer_stage is None else f"; {_YOU[viewer_stage]}"
    return Sentence(f"{english.subject(peer)} ", fact, f"{now}{you}.")


def in_spanish(
    peer: Person,
    issue: str,
    peer_stage: Stage,
    viewer_stage: Stage | None,
    adopted: When | None,
) -> Sentence:
    """Say it."""
    topic = in_sentence(issue)
    if adopted is None or peer_stage not in (Stage.ADOPTED, *_DESDE):
        fact, now = ES.does[peer_stage].format(topic), ""
    else:
        fact = f"sacó adelante una medida sobre {topic} en {adopted.day.year}"
        now = _DESDE.get(peer_stage, "")
    you = "" if viewer_stage is None else f"; {_USTED[viewer_stage]}"
    return Sentence(f"{spanish.subject(peer)} ", fact, f"{now}{you}.")


FURTHER_ALONG = ReasonKind(
    title("Where each of you stands on it", "En qué punto está cada quien"), tell
)
