"""The look of an operator: the list as the member would get it, which leaves no trace but one."""

from contextlib import closing

import pytest

from backend.accounts.models import Language
from backend.audit.models import AuditEntry
from backend.cli.suggested import Asked, as_dict, as_text
from backend.core import graph_client
from backend.directory.models import Membership, Official, Stage
from backend.introductions.models import Impression
from backend.matching.errors import MatchingUnavailable
from backend.matching.models import Intent, PeerList
from backend.matching.peers import preview
from backend.matching.peers.preview import suggestions_preview
from graph.connection import Graph
from tests.people import issue, member, place, work
from tests.projecting import project
from tests.refusals import refused_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana, counsel):
    work(ana, counsel, Stage.DRAFTING)
    return ana


@pytest.fixture
def network(graph, ana, counsel):
    """Ana, and four who are further, in the graph."""
    for number in range(4):
        peer = member(f"[b]Peer {number}[/b] :smile:", at=place(f"Place {number}", "or"))
        work(peer, counsel, Stage.ADOPTED)
    project(graph)
    return graph


def test_nothing_is_stored_nobody_counted_and_the_look_is_noted(network, ana):
    look = suggestions_preview(own=ana, length=3)
    assert len(look.suggestions) == 3
    assert not PeerList.objects.exists()
    assert not Impression.objects.exists()
    (entry,) = AuditEntry.objects.all()
    assert (entry.actor_id, entry.action, entry.subject) == (None, "official.look", "Official")
    assert (entry.subject_id, entry.fields) == (ana.pk, ["suggestions"])


def test_a_term_can_be_switched_off(network, ana):
    whole = suggestions_preview(own=ana)
    assert "same_issue" in {each.code for each in whole.suggestions[0].reasons}
    without = suggestions_preview(own=ana, without=("same_issue", "nearby"))
    assert without.weights_version == f"{whole.weights_version}-nearby-same_issue"
    codes = {reason.code for each in without.suggestions for reason in each.reasons}
    assert codes
    assert "same_issue" not in codes


def test_an_unknown_term_is_a_sentence(network, ana):
    with refused_as(r"There is no term 'luck'\. The terms are: alike_adop"):
        suggestions_preview(own=ana, without=("luck",))


def test_who_is_suggested_nobody_is_told_why(network, ana):
    for change, why in (
        ({"paused": True}, "You have paused"),
        ({"hidden": True}, "Your safety switch"),
        ({"membership": Membership.LEFT}, "Suggestions are for members"),
    ):
        Official.objects.filter(pk=ana.pk).update(**change)
        look = suggestions_preview(own=ana)
        assert (look.suggestions, look.terms) == ((), {})
        assert look.widened.startswith(why)
    assert AuditEntry.objects.count() == 3


def test_a_wider_search_is_mentioned_only_if_it_brought_somebody_who_is_shown(
    network, ana, counsel
):
    counsel.parent = issue("Housing")
    counsel.save()
    beside = member("Close By", at=place("Salem", "or"))
    work(beside, issue("Land trusts", counsel.parent))
    project(network)
    assert suggestions_preview(own=ana, issue_id=counsel.pk, length=4).widened is None
    wider = suggestions_preview(own=ana, issue_id=counsel.pk, length=5)
    assert wider.suggestions[-1].peer == beside
    assert wider.widened.startswith("Few people elsewhere work on exactly this")


def test_a_graph_that_is_away_is_said_so(ana, monkeypatch):
    monkeypatch.setattr(preview, "PATIENCE_S", 1.0)
    with closing(Graph("bolt://127.0.0.1:1", None, None)) as away:
        monkeypatch.setattr(graph_client, "graph", lambda: away)
        with pytest.raises(MatchingUnavailable):
            suggestions_preview(own=ana)


def test_the_table_and_the_json_say_the_same(network, ana, counsel):
    look = suggestions_preview(own=ana, issue_id=counsel.pk, length=2, language=Language.ENGLISH)
    asked = Asked(ana, counsel, Intent.LEARN)
    text, values = as_text(asked, look), as_dict(asked, look)
    assert text.startswith(f"For Ana Villareal ({ana.pk}), Right to counsel, to learn:")
    assert [each["rank"] for each in values["suggestions"]] == [1, 2]
    assert values["issue"] == counsel.slug
    assert values["weights"] in text
    for each in values["suggestions"]:
        # A name is text, whatever it looks like.
        assert each["official"]["name"].startswith("[b]Peer")
        assert each["official"]["name"].split()[0] in text
        assert each["title"] == "Council member"
        assert each["place"].endswith(", Oregon")
        assert f"{each['score']:.2f}" in text
        assert sum(reason["share"] for reason in each["reasons"]) == pytest.approx(1)
        for reason in each["reasons"]:
            assert f"{reason['share']:.0%}" in text
            assert reason["evidence"]
    assert "\x1b" not in text


def test_an_empty_list_has_no_table(network, counsel):
    newcomer = member("New Person", at=place("Salem", "wa", population=None))
    look = suggestions_preview(own=newcomer)
    text = as_text(Asked(newcomer, None, Intent.COLLABORATE), look)
    assert text.splitlines()[0].endswith("all their work, to collaborate:")
    assert len(text.splitlines()) == 3
