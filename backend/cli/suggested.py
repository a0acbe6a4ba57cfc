"""Somebody's suggestions as a table for people, and as JSON for programs."""

import shutil
from dataclasses import dataclass
from io import StringIO
from typing import Any

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from backend.directory.models import Issue, Official
from backend.matching.models import Intent
from backend.matching.peers.preview import Preview
from backend.matching.reasons.evidence import Evidence
from backend.matching.suggestion import Suggestion

# Where the width of the terminal is not known, or too small for the table.
NARROWEST = 100


@dataclass(frozen=True)
class Asked:
    """Who asks, about which issue (None: all that they work on), and what for."""

    own: Official
    issue: Issue | None
    intent: Intent


def as_text(asked: Asked, preview: Preview) -> str:
    """Return a table: rank, who and where, score, and why with each reason's share."""
    about = asked.issue.name if asked.issue else "all their work"
    lines = [f"For {asked.own.name} ({asked.own.pk}), {about}, to {asked.intent}:"]
    if preview.suggestions:
        lines.append(_drawn(_table(preview)))
    if preview.widened:
        lines.append(preview.widened)
    lines.append(
        f"Weights {preview.weights_version}. Nothing was stored and nobody counts as shown."
    )
    return "\n".join(lines)


def _table(preview: Preview) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False, show_lines=True)
    table.add_column("#", justify="right")
    table.add_column("Who", max_width=30)
    table.add_column("Score", justify="right")
    table.add_column("Why")
    for rank, each in enumerate(preview.suggestions, 1):
        title, place = _where(preview, each)
        who = Text.assemble((each.peer.name, "bold"), f" ({each.peer.pk})\n{title}, {place}")
        table.add_row(str(rank), who, f"{each.score:.2f}", _why(each))
    return table


def _why(suggestion: Suggestion) -> Group:
    """Return the headline, and below it each reason with its share."""
    reasons = Table.grid(padding=(0, 2, 0, 0))
    reasons.add_column(justify="right", no_wrap=True)
    reasons.add_column()
    for reason in suggestion.reasons:
        is_headline = reason.text == suggestion.headline
        text = f"({reason.code}: the line above)" if is_headline else reason.text
        reasons.add_row(f"{reason.share:.0%}", Text(text))
    return Group(Text(suggestion.headline, "bold"), reasons)


def _drawn(table: Table) -> str:
    """Draw without colours: names are text, never markup."""
    paper = StringIO()
    width = max(NARROWEST, shutil.get_terminal_size((NARROWEST, 0)).columns)
    Console(file=paper, width=width, emoji=False, highlight=False).print(table)
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()).strip("\n")


def _where(preview: Preview, suggestion: Suggestion) -> tuple[str, str]:
    office = preview.terms[suggestion.peer.pk].seat.office
    return office.title, str(office.locality)


def as_dict(asked: Asked, preview: Preview) -> dict[str, Any]:
    """Return everything, with the evidence of each reason."""
    return {
        "official": {"id": asked.own.pk, "name": asked.own.name},
        "issue": None if asked.issue is None else asked.issue.slug,
        "intent": asked.intent.value,
        "weights": preview.weights_version,
        "widened": preview.widened,
        "suggestions": [
            _suggestion(rank, preview, each) for rank, each in enumerate(preview.suggestions, 1)
        ],
    }


def _suggestion(rank: int, preview: Preview, suggestion: Suggestion) -> dict[str, Any]:
    title, place = _where(preview, suggestion)
    return {
        "rank": rank,
        "official": {"id": suggestion.peer.pk, "name": suggestion.peer.name},
        "title": title,
        "place": place,
        "score": suggestion.score,
        "headline": suggestion.headline,
        "reasons": [
            {
                "code": reason.code.value,
                "text": reason.text,
                "contribution": reason.contribution,
                "share": reason.share,
                "evidence": [_evidence(each) for each in reason.evidence],
            }
            for reason in suggestion.reasons
        ],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind.value,
        "id": evidence.id,
        "label": evidence.label,
        "date": None if evidence.date is None else evidence.date.isoformat(),
        "source": evidence.source,
    }
