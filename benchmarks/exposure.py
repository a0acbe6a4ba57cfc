"""Who is suggested when each of 1,000 members has a list: `python -m benchmarks.exposure`.

With --uncapped also what the week's cap costs: the scores of the same lists without it. With
--engine neo4j on that engine.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import engines, fresh
from benchmarks.table import Row, printed

if TYPE_CHECKING:
    from backend.matching.exposure import Exposure

# The graph learns who is at the cap about a second late: so many lists are made meanwhile.
BETWEEN = 25
PATIENCE_S = 30.0
SEED = 7
NO_CAP = 1_000_000
LARGEST_SHARE, BAND = 0.02, 0.1


@dataclass(frozen=True)
class Made:
    """What everybody's lists came to: sums of scores, members with a short list, and with none."""

    score: float
    top_three: float
    short: int
    without: int


def main() -> int:
    """Measure on servers of its own; fail if a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uncapped", action="store_true", help="also without the week's cap")
    parser.add_argument("--engine", choices=engines.NAMES, default="bundled")
    given = parser.parse_args()
    with (
        fresh.folder(),
        tempfile.TemporaryDirectory(prefix="counterpart-bench-") as folder,
        engines.running(given.engine, Path(folder)) as graph,
    ):
        return printed(_measure(graph, uncapped=given.uncapped))


def make_lists_for_everyone(progress: Callable[[int, int], None]) -> Made:
    """Make the list of all that each member works on, in an order drawn by chance."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up, as below

    from backend.accounts.viewer import viewer_of  # noqa: PLC0415
    from backend.directory.models import Official  # noqa: PLC0415
    from backend.matching.models import Intent  # noqa: PLC0415
    from backend.matching.peers.build import list_keep, proposed  # noqa: PLC0415
    from backend.matching.peers.lists import LENGTH, Asked, member_with_work  # noqa: PLC0415
    from backend.projection import relay  # noqa: PLC0415

    members = list(Official.objects.select_related("user").order_by("pk"))
    random.Random(SEED).shuffle(members)  # noqa: S311 - the same order each time, no secret
    scores: list[list[float]] = []
    for number, member in enumerate(members, 1):
        viewer = viewer_of(member.user)
        own, own_work = member_with_work(viewer)
        asked = Asked(viewer, own, own_work, None, Intent.LEARN)
        begun = timezone.now()
        made = list_keep(asked, proposed(asked, PATIENCE_S), begun=begun)
        scores.append([peer.score for peer in made.peers] if made else [])
        if number % BETWEEN == 0:
            relay.drain()
            progress(number, len(members))
    return Made(
        score=sum(map(sum, scores)),
        top_three=sum(sum(each[:3]) for each in scores),
        short=sum(0 < len(each) < LENGTH for each in scores),
        without=sum(not each for each in scores),
    )


def _measure(graph: engines.CountingGraph, *, uncapped: bool) -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - needs Django set up, as below

    from backend.core.graph_client import warm  # noqa: PLC0415
    from backend.core.languages import Language  # noqa: PLC0415
    from backend.introductions.models import Impression  # noqa: PLC0415
    from backend.matching.exposure import exposure  # noqa: PLC0415
    from backend.matching.models import PeerList  # noqa: PLC0415
    from backend.projection.rebuild import rebuild  # noqa: PLC0415
    from backend.servers import preflight  # noqa: PLC0415
    from benchmarks import members  # noqa: PLC0415

    settings.NEO4J_URI = graph.uri
    settings.NEO4J_USER, settings.NEO4J_PASSWORD = graph.user, graph.password
    with preflight.servers(with_graph=False):
        preflight.migrate()
        members.make()
        rebuild()
        warm()
        made = make_lists_for_everyone(_progress)
        table = [*_evenness(exposure(language=Language.ENGLISH)), _everybody(made)]
        if uncapped:
            PeerList.objects.all().delete()
            Impression.objects.all().delete()
            settings.MOST_LISTS_A_WEEK = NO_CAP
            rebuild()
            free = make_lists_for_everyone(_progress)
            table += [
                *_evenness(exposure(language=Language.ENGLISH), cap="no cap: "),
                *_cost(made, free),
            ]
    return table


def _evenness(found: "Exposure", cap: str = "") -> list[Row]:
    """How even it is; without a cap no bound has to hold."""
    ratios = {each.name: each.share_of_exposure / each.share_of_members for each in found.bands}
    furthest = max(ratios, key=lambda name: abs(ratios[name] - 1))
    chance = found.gini / found.gini_random
    is_free = bool(cap)
    return [
        Row(
            f"{cap}share of lists with the most suggested person in them",
            f"{found.largest_share:.1%}",
            f"{LARGEST_SHARE:.0%}",
            found.largest_share / LARGEST_SHARE,
            "no bound" if is_free else "at most 1",
            is_free or found.largest_share <= LARGEST_SHARE,
        ),
        Row(
            f"{cap}suggestions to members of the size of place furthest from even ({furthest})",
            f"{ratios[furthest]:.2f}",
            "1.00",
            ratios[furthest],
            "no bound" if is_free else f"within {BAND:.0%}",
            is_free or abs(ratios[furthest] - 1) <= BAND,
        ),
        Row(
            f"{cap}Gini of exposure, and by chance",
            f"{found.gini:.2f}",
            f"{found.gini_random:.2f}",
            chance,
            "no bound",
            holds=True,
        ),
    ]


def _everybody(made: Made) -> Row:
    return Row(
        "Members suggested fewer than a whole list, and nobody",
        str(made.short),
        str(made.without),
        made.without,
        "nobody without",
        made.without == 0,
    )


def _cost(made: Made, free: Made) -> list[Row]:
    return [
        Row(name, f"{ours:,.0f}", f"{bare:,.0f}", ours / bare, "no bound", holds=True)
        for name, ours, bare in (
            ("Scores of all lists, and without the cap", made.score, free.score),
            ("Scores of the first three, and without the cap", made.top_three, free.top_three),
        )
    ]


def _progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r{done:,} of {total:,} lists", end=end, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
