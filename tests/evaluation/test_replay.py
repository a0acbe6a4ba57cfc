"""Replaying small histories through real servers: what is seen, what is asked, what leaks."""

from collections.abc import Mapping

import numpy as np

from backend.directory.models import Work
from backend.evaluation.evaluate import Years, evaluate, to_ask
from backend.evaluation.history import UNDATED, History, Place
from backend.evaluation.questions import Question, dated, undated
from backend.evaluation.replay import replay
from backend.evaluation.report import DRAWS
from backend.evaluation.world import World
from backend.outbox.models import DeadLetter
from backend.playbook.models import Adoption
from backend.projection.verify import verify
from graph.connection import Graph
from graph.peers.weights import CURRENT
from tests.evaluation.histories import history

TOPICS = {"lanes": "streets", "signals": "streets", "meters": "water", "rain": "water"}
PLACES = {
    "Ada": Place(43.6, -116.2, 20_000, "id"),
    "Bend": Place(44.1, -121.3, 99_000, "or"),
    "Cove": Place(45.3, -117.8, 18_000, "or"),
    "Dell": Place(43.5, -96.7, 21_000, "sd"),
    "Eads": Place(38.5, -102.8, 19_000, "co"),
    "Fort": Place(41.6, -93.6, 22_000, "ia"),
}
PAST: Mapping[str, Mapping[str, int]] = {
    "Ada": {"signals": 2012},
    "Bend": {"lanes": 2008, "signals": 2009},
    "Cove": {"lanes": 2010, "meters": 2010},
    "Dell": {"lanes": 2012},
    "Eads": {"signals": 2011},
    "Fort": {"rain": 2011},
}
ITEMS = ("lanes", "meters", "rain", "signals")


def told(adopted: Mapping[str, Mapping[str, int]]) -> History:
    return history(adopted, TOPICS, PLACES, ITEMS)


def quiet(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def answers(known: History, asked: list[Question]) -> list[list[str]]:
    found = replay(known, asked, CURRENT, quiet)
    assert [answer.question for answer in found] == asked
    return [[known.units[unit] for unit in answer.units] for answer in found]


def test_the_graph_holds_what_was_adopted_by_then_and_no_more(servers: Graph):
    known = told(PAST)
    world = World(known)
    for seen in (known.before(2012), known.before(2012, hidden=0), known.before(2009), known.ever):
        world.be(seen)
        there = Adoption.objects.values_list("locality__name", "policy__name")
        wanted = {(known.units[unit], known.items[item].name) for unit, item in np.argwhere(seen)}
        assert set(there) == wanted
        working = set(Work.objects.values_list("official__name", "issue__name"))
        assert working == {(unit, TOPICS[item]) for unit, item in wanted}
        assert verify().is_clean
    assert not DeadLetter.objects.exists()


def test_who_has_adopted_on_the_topic_is_found(servers: Graph):
    (found,) = answers(told(PAST), [Question("precedent", 3, 0, 2012)])
    # With lanes hidden these have signals; Ada has it only in the year that is asked about.
    assert {"Bend", "Eads"} <= set(found)
    assert found[0] in {"Bend", "Eads"}
    assert "Dell" not in found


def test_nothing_later_than_the_question_changes_an_answer(servers: Graph):
    asked = [Question("precedent", 3, 0, 2012), Question("cohort", 0, 3, 2012)]
    known = told(PAST)
    later = {unit: dict(of) for unit, of in PAST.items()}
    later["Eads"] |= {"lanes": 2013, "rain": 2012}
    later["Fort"] |= {"lanes": 2012, "signals": 2014}
    later["Ada"]["lanes"] = 2012
    before = answers(known, asked)
    _empty(servers)
    assert answers(told(later), asked) == before


def test_the_hidden_item_changes_no_answer_whoever_has_it(servers: Graph):
    asked = [Question("precedent", 3, 0, 2012)]
    before = answers(told(PAST), asked)
    _empty(servers)
    otherwise = {unit: dict(of) for unit, of in PAST.items()}
    del otherwise["Cove"]["lanes"]
    otherwise["Fort"]["lanes"] = 2009
    assert answers(told(otherwise), asked) == before


def test_an_earlier_adoption_does_change_answers(servers: Graph):
    """Else the two tests above would prove nothing."""
    asked = [Question("precedent", 3, 0, 2012)]
    before = answers(told(PAST), asked)
    _empty(servers)
    earlier = {unit: dict(of) for unit, of in PAST.items()}
    earlier["Fort"]["signals"] = 2011
    assert answers(told(earlier), asked) != before


def test_a_whole_evaluation(servers: Graph):
    seen: list[tuple[str, int, int]] = []
    known = told(PAST)
    asked = to_ask(known, Years(2009, 2012))
    report = evaluate(known, asked, CURRENT, lambda *progress: seen.append(progress))
    assert asked == dated(known, 2009, 2012)
    assert ("Asking", len(asked), len(asked)) in seen
    assert seen[-1] == ("Judging", DRAWS, DRAWS)
    figures = report.as_dict()
    assert figures["hidden_item"] is None
    assert figures["weights"] == CURRENT.version
    for kind in ("precedent", "cohort"):
        for of in (figures[kind], figures["baselines"]["random"][kind]):
            assert 0 <= of["ndcg@10"] <= 1
            assert of["interval"][0] <= of["ndcg@10"] <= of["interval"][1]
            assert {"mrr", "recall@10", "gini", "largest_share"} <= of.keys()
    curves = {(point["kind"], point["ranking"]) for point in figures["curve"]}
    assert ("cohort", "engine") in curves
    assert ("precedent", "adamic_adar") in curves
    assert "| engine |" in report.table()


def test_an_undated_history_hides_an_item_of_one_unit(servers: Graph):
    known = told({unit: dict.fromkeys(of, UNDATED) for unit, of in PAST.items()})
    asked = undated(known, seed=1)
    assert asked
    found = answers(known, list(asked))
    lanes = next(at for at, each in enumerate(asked) if (each.unit, each.item) == (3, 0))
    assert {"Bend", "Cove"} <= set(found[lanes])


def test_a_term_that_is_switched_off_changes_the_order(servers: Graph):
    asked = [Question("precedent", 3, 0, 2012)]
    everything = answers(told(PAST), asked)
    _empty(servers)
    without = CURRENT.without("nearby", "alike_size")
    (found,) = replay(told(PAST), asked, without, quiet)
    named = [told(PAST).units[unit] for unit in found.units]
    assert set(named) == set(everything[0])
    assert named != everything[0]


def _empty(graph: Graph) -> None:
    """Begin anew, as the next evaluation does."""
    from django.core.management import call_command  # noqa: PLC0415

    from tests.engines import clear  # noqa: PLC0415

    call_command("flush", verbosity=0, interactive=False)
    clear(graph)
