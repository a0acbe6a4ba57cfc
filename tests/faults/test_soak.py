"""Edits and questions at once while relays are killed: typed errors only, and nothing is lost.

It takes 20 seconds; `COUNTERPART_SOAK_MINUTES=5` makes it longer.
"""

import os
import random
import time
from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from backend.api.guard.execution import bounded_execution
from backend.api.member import views
from backend.directory.models import HelpKind, Issue, Locality, Official, Stage
from backend.directory.services.work import HelpLine, work_save
from backend.introductions.models import Feedback
from backend.matching.errors import MatchingUnavailable
from backend.matching.models import Intent
from backend.matching.peers import build
from backend.outbox.models import DeadLetter
from backend.playbook.models import Adoption, Policy
from backend.projection.rebuild import rebuild
from tests import people
from tests.api.members import gid, signed_in
from tests.faults.harm import caught_up, in_background
from tests.projection.network import queue
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.django_db(transaction=True)

SECONDS = float(os.environ.get("COUNTERPART_SOAK_MINUTES", "0.33")) * 60
HOME = """query Soak($issue: ID) { viewer { suggestedPeers(issueId: $issue) {
    edges { node { peer { name } } } } } }"""
# What a member may be told instead of suggestions.
TYPED = {"SUGGESTIONS_UNAVAILABLE", "RATE_LIMITED"}


@pytest.fixture
def members(victim, settings, monkeypatch) -> list[Official]:
    """Forty members at eight places that adopt something; the graph is whole."""
    settings.ROOT_URLCONF = "tests.api.urls"
    # A busy machine may take longer than the time an execution has.
    patient = bounded_execution(views.view.tariff, PATIENCE_S)
    monkeypatch.setattr(views.view, "execution", patient)
    issues = [people.issue(f"Issue {number}") for number in range(6)]
    places = [people.place(f"Place {number}", ("az", "or")[number % 2]) for number in range(8)]
    for number, issue in enumerate(issues):
        policy = Policy.objects.create(slug=f"p{number}", name=f"Policy {number}", issue=issue)
        for place in places[number::3]:
            Adoption.objects.create(
                policy=policy, locality=place, title="One", adopted_on=date(2022, 1, 1), source="x"
            )
    found = [people.member(f"Member {number}", at=places[number % 8]) for number in range(40)]
    for number, person in enumerate(found):
        for issue in issues[number % 4 : number % 4 + 3]:
            people.work(person, issue, seeks=("talk",), offers=("testimony",))
    rebuild()
    return found


def editing(members: list[Official]):
    """Edits as services make them: rows and entries in one transaction."""
    dice = random.Random(3)
    issues = list(Issue.objects.all())

    def works(person: Official) -> None:
        work_save(
            viewer=people.viewer(person),
            **people.as_read(person),
            issue_id=dice.choice(issues).pk,
            stage=dice.choice(Stage.values),
            priority=dice.randint(1, 3),
            seeks=[HelpLine(dice.choice(HelpKind.values))],
        )

    def hides_or_returns(person: Official) -> None:
        hidden = not Official.objects.get(pk=person.pk).hidden
        Official.objects.filter(pk=person.pk).update(hidden=hidden)
        queue(("Official", person.pk))

    def place_changes(person: Official) -> None:
        place = Locality.objects.get(offices__seats__terms__official=person)
        Locality.objects.filter(pk=place.pk).update(population=dice.randint(500, 2_000_000))
        queue(("Locality", place.pk))

    def adoption_changes(_: Official) -> None:
        adoption = dice.choice(Adoption.objects.all())
        changed = {
            "adopted_on": date(dice.randint(2015, 2025), 1, 1),
            "status": dice.choice(("adopted", "adopted", "repealed")),
            "locality": dice.choice(Locality.objects.all()),
        }
        Adoption.objects.filter(pk=adoption.pk).update(title=f"T{dice.random()}", **changed)
        queue(("Adoption", adoption.pk))

    def policy_changes(_: Official) -> None:
        policy = dice.choice(Policy.objects.all())
        Policy.objects.filter(pk=policy.pk).update(issue=dice.choice(issues))
        queue(("Policy", policy.pk))

    def saves(person: Official) -> None:
        other = dice.choice([each for each in members if each != person])
        pair = {"official": person, "about": other}
        if not Feedback.objects.filter(**pair).delete()[0]:
            Feedback.objects.create(kind="saved", **pair)
        queue(("Official", person.pk))

    kinds = (works, works, works, hides_or_returns, place_changes, adoption_changes, saves)

    def edit(turn: int) -> None:
        change = policy_changes if turn % 50 == 49 else dice.choice(kinds)
        # Whoever hides can't save work meanwhile, as in life.
        shown = [each for each in members if not Official.objects.get(pk=each.pk).hidden]
        who = dice.choice(members if change is hides_or_returns or not shown else shown)
        with transaction.atomic():
            change(who)

    return edit


def asking(members: list[Official], heard: Counter[str]):
    """A member opens their list of the week, or asks the graph anew; by turns."""
    askers = [signed_in(person) for person in members]
    issues = [None, *Issue.objects.all()]

    def opened(at: int, issue: Issue | None) -> int:
        asked = {"issue": issue and gid(issue)}
        answer = askers[at].ask(HOME, asked).json()
        codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
        assert set(codes) <= TYPED, answer
        heard.update(codes)
        return 0 if codes else len(answer["data"]["viewer"]["suggestedPeers"]["edges"])

    def asked_anew(at: int, issue: Issue | None) -> int:
        own = members[at]
        of = {"issue_id": issue and issue.pk, "intent": Intent.LEARN, "length": 10}
        try:
            return len(build.ask(own, **of).peers)
        except MatchingUnavailable:
            heard["SUGGESTIONS_UNAVAILABLE"] += 1
            return 0

    def ask(turn: int) -> None:
        ways = (opened, asked_anew)
        at, issue = turn // 2 % len(members), issues[turn // 2 // len(members) % len(issues)]
        heard["peers"] += ways[turn % 2](at, issue)

    return ask


def test_edits_and_questions_while_relays_are_killed(members, process):
    heard: Counter[str] = Counter()
    one = process()
    with in_background(editing(members)) as edits, in_background(asking(members, heard)) as asked:
        for _ in range(2):
            time.sleep(SECONDS / 3)
            assert one.is_alive()
            one.kill()
            one = process()
        time.sleep(SECONDS / 3)
    caught_up()
    assert one.is_alive()
    assert not DeadLetter.objects.exists()
    assert heard["peers"] > len(asked), "most were answered, and with somebody"
    said = {"edits": len(edits), "questions": len(asked), "slowest": max(asked), **heard}
    print(said)  # noqa: T201 - `-s` shows it
