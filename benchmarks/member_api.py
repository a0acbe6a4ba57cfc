"""The member API against a bare view that answers the same rows as JSON, by turns in one run."""

import statistics
import time

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from backend.accounts.models import User
from backend.accounts.viewer import viewer_of
from backend.api.guard.models import Budget
from backend.config.urls import urlpatterns as product
from backend.directory.models import Office, Official
from backend.directory.selectors.officials import OfficialFilter, officials_find
from backend.directory.selectors.terms import shown_terms
from benchmarks.table import Row

TURNS = 60
WARM_UP = 10
QUERY = """query ($first: Int!) { officials(first: $first) { totalCount edges { node {
    id name locality { id name state population } office { id name kind } title } } } }"""


def bare(request: HttpRequest) -> HttpResponse:
    """Answer the same officials, with place and office, without GraphQL, guard or schema."""
    user = request.user
    if not isinstance(user, User):
        return JsonResponse({}, status=401)
    page = officials_find(
        viewer_of(user), filters=OfficialFilter(), first=int(request.GET["first"])
    )
    terms = shown_terms(page.rows)
    return JsonResponse(
        {
            "total": page.total,
            "officials": [_as_json(each, terms[each.pk].seat.office) for each in page.rows],
        }
    )


def _as_json(official: Official, office: Office) -> dict[str, object]:
    place = office.locality
    return {
        "id": official.pk,
        "name": official.name,
        "title": office.title,
        "office": {"id": office.pk, "name": office.name, "kind": office.kind},
        "place": {
            "id": place.pk,
            "name": place.name,
            "state": place.state,
            "population": place.population,
        },
    }


urlpatterns = [path("bare", bare), *product]


def rows() -> list[Row]:
    """Measure; the tables hold `benchmarks.people`."""
    hosts = [*settings.ALLOWED_HOSTS, "testserver"]
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=hosts):
        client = Client()
        client.force_login(Official.objects.order_by("pk")[0].user)
        return [_requests(client), _statements(client)]


def _requests(client: Client) -> Row:
    """Requests a second of a list of 50, through all of Django's middleware on both sides."""
    ours, plain = [], []
    for turn in range(TURNS + WARM_UP):
        took_ours, took_plain = _seconds(client, graphql=True), _seconds(client, graphql=False)
        if turn >= WARM_UP:
            ours.append(took_ours)
            plain.append(took_plain)
    ratio = statistics.median(plain) / statistics.median(ours)
    return Row(
        "List of 50 over GraphQL, requests a second",
        f"{1 / statistics.median(ours):,.0f}",
        f"{1 / statistics.median(plain):,.0f}",
        ratio,
        "at least 0.4",
        ratio >= 0.4,
    )


def _statements(client: Client) -> Row:
    """SQL statements of a list of 50, and of one of 5."""
    counts = []
    for first in (5, 50):
        with CaptureQueriesContext(connection) as statements:
            _ask(client, first, graphql=True)
        counts.append(len(statements))
    few, many = counts
    return Row(
        "SQL statements for 50 rows, and for 5", str(many), str(few), many / few, "1", many == few
    )


def _seconds(client: Client, *, graphql: bool) -> float:
    Budget.objects.all().delete()  # what a member may ask a minute is not what is measured
    begun = time.perf_counter()
    _ask(client, 50, graphql=graphql)
    return time.perf_counter() - begun


def _ask(client: Client, first: int, *, graphql: bool) -> None:
    if graphql:
        body = {"query": QUERY, "variables": {"first": first}}
        answer = client.post("/graphql", body, content_type="application/json").json()
        found = len(answer["data"]["officials"]["edges"])
    else:
        found = len(client.get("/bare", {"first": first}).json()["officials"])
    if found != first:
        raise ValueError(f"{found} officials came where {first} were asked for.")
