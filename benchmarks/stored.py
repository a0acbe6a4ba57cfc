"""A stored list over GraphQL, with reasons in words, against a bare view that reads the same rows.

What is read is a member's list and ten people, so how large the network is should make no
difference: `benchmarks.stored_large` measures it.
"""

import statistics
import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client, override_settings
from django.urls import path

from backend.accounts.models import User
from backend.accounts.viewer import viewer_of
from backend.api.guard.models import Budget
from backend.config.urls import urlpatterns as product
from backend.core import graph_client
from backend.directory.models import Official
from backend.introductions.selectors.eligibility import suggestible_to
from backend.matching.models import Intent
from backend.matching.peers.lists import Asked, list_get
from backend.matching.peers.serve import asked_by
from backend.matching.reasons.context import rows_for
from backend.matching.reasons.evidence import CitedIds
from benchmarks.table import Row
from graph.warm import warm

TURNS = 60
WARM_UP = 10
QUERY = """{ viewer { suggestedPeers(first: 10) { weightsVersion widened edges { node {
    score headline headlineFact viewerStage peerStage issue { id name }
    peer { id name title locality { id name state } office { id name } }
    reasons { code text contribution share evidence { kind label date source } } } } } } }"""


def bare(request: HttpRequest) -> HttpResponse:
    """Answer the stored list with the rows that it is told from, in no words."""
    user = request.user
    if not isinstance(user, User):
        return JsonResponse({}, status=401)
    viewer = viewer_of(user)
    asked = asked_by(viewer, None, Intent.LEARN)
    stored = list_get(asked) if isinstance(asked, Asked) else None
    if not isinstance(asked, Asked) or stored is None:
        return JsonResponse({}, status=404)
    people = suggestible_to(asked.own.pk).in_bulk([peer.official for peer in stored.peers])
    told_from = rows_for(viewer, asked.own, list(people.values()), CitedIds.by(stored.peers))
    rows = []
    for peer in stored.peers:
        if peer.official not in people:
            continue
        term = told_from.terms[peer.official]
        rows.append(
            {
                "name": people[peer.official].name,
                "office": term.seat.office.name,
                "place": term.seat.office.locality.name,
                "score": peer.score,
                "reasons": [
                    {"code": each.code, "share": each.share} for each in peer.contributions
                ],
            }
        )
    return JsonResponse({"people": rows})


urlpatterns = [path("bare", bare), *product]


def rows() -> list[Row]:
    """Measure; the tables hold `benchmarks.people`, and the graph what follows from them."""
    warm(graph_client.graph())
    hosts = [*settings.ALLOWED_HOSTS, "testserver"]
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=hosts):
        client = Client()
        client.force_login(Official.objects.order_by("pk")[1].user)
        ours, plain = [], []
        for turn in range(TURNS + WARM_UP):
            took_ours, took_plain = _seconds(client, graphql=True), _seconds(client, graphql=False)
            if turn >= WARM_UP:
                ours.append(took_ours)
                plain.append(took_plain)
    ratio = statistics.median(ours) / statistics.median(plain)
    return [
        Row(
            "A stored list over GraphQL with reasons, ms",
            f"{statistics.median(ours) * 1000:.1f}",
            f"{statistics.median(plain) * 1000:.1f}",
            ratio,
            "at most 1.3",
            ratio <= 1.3,
        )
    ]


def _seconds(client: Client, *, graphql: bool) -> float:
    Budget.objects.all().delete()  # what a member may ask a minute is not what is measured
    begun = time.perf_counter()
    if graphql:
        answer = client.post("/graphql", {"query": QUERY}, content_type="application/json").json()
        found = len(answer["data"]["viewer"]["suggestedPeers"]["edges"])
    else:
        found = len(client.get("/bare").json()["people"])
    took = time.perf_counter() - begun
    if found != 10:
        raise ValueError(f"{found} people came where 10 are on the list.")
    return took
