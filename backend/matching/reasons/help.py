"""What three reasons share: help that one offers and the other seeks."""

from collections.abc import Sequence

from backend.directory.models import Direction, Help, HelpKind
from backend.matching.reasons.context import ReasonContext
from backend.matching.reasons.evidence import Evidence, EvidenceKind
from graph.peers.model import Contribution


def meeting(
    context: ReasonContext, contribution: Contribution, theirs: Direction, own: Direction
) -> list[Help]:
    """Return the peer's help in one direction that meets the viewer's in the other, by kind."""
    own_work = context.own_work(contribution) or context.rows.work.get(context.rows.own.pk, ())
    wanted = {
        help_.kind for work in own_work for help_ in work.help.all() if help_.direction == own
    }
    found: dict[str, Help] = {}
    for work in context.peer_work(contribution):
        for help_ in work.help.all():
            if help_.direction == theirs and help_.kind in wanted:
                found.setdefault(help_.kind, help_)
    return list(found.values())


def kinds(helps: Sequence[Help]) -> list[HelpKind]:
    """Return the kinds of help."""
    return [HelpKind(each.kind) for each in helps]


def help_evidence(context: ReasonContext, helps: Sequence[Help]) -> list[Evidence]:
    """Cite help, each by the work that it goes with."""
    works = {work.pk: work for work in context.rows.work.get(context.peer.pk, ())}
    return [
        Evidence(
            EvidenceKind.WORK,
            each.work_id,
            context.phrases.help_label(HelpKind(each.kind), each.line),
            row=works.get(each.work_id),
        )
        for each in helps
    ]
