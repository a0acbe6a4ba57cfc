"""The invented network: the same every time, large and varied enough, and of nobody real."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from backend.demo import sources
from backend.demo.network import SEED, make_network
from backend.directory.models import (
    ContactKind,
    HelpKind,
    Membership,
    Office,
    OfficeKind,
    Official,
    Stage,
    Visibility,
    Work,
)
from backend.directory.models.places import STATES

TODAY = date(2026, 11, 23)
NETWORK = make_network(TODAY, SEED)
WORK = [work for person in NETWORK.people for work in person.work]
# A leap day, both ends of a year, and a day on which terms begin.
DAYS = [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]


def test_same_seed_same_network():
    assert make_network(TODAY, SEED) == NETWORK


def test_another_seed_another_network():
    assert make_network(TODAY, SEED + 1).people[-1] != NETWORK.people[-1]


def test_it_is_large_and_wide():
    members = [person for person in NETWORK.people if person.membership == Membership.MEMBER]
    assert len(members) >= 380
    assert len(NETWORK.places) >= 160
    assert len({place.state for place in NETWORK.places}) >= 35
    assert len(NETWORK.organizations) == 46
    assert len(NETWORK.adoptions) >= 150
    places_of_members = {person.office[0] for person in members}
    assert len(places_of_members) >= 160


def test_every_stage_every_issue_every_area():
    assert {work.stage for work in WORK} == set(Stage.values)
    areas = [issue for issue in NETWORK.issues if issue.parent is None]
    assert len(areas) == 5
    assert len(NETWORK.issues) == 40
    assert {work.issue for work in WORK} == {issue.slug for issue in NETWORK.issues if issue.parent}


def test_issues_are_heavy_tailed():
    held = Counter(work.issue for work in WORK).most_common()
    assert held[0][1] > 5 * held[-5][1]
    assert max(len(person.work) for person in NETWORK.people) == 6


def test_places_are_real_and_sourced():
    ids = [place.division_id for place in NETWORK.places]
    assert len(ids) == len(set(ids))
    for place in NETWORK.places:
        assert place.state in STATES
        assert f"/state:{place.state}/" in place.division_id
        assert place.population_source
        assert place.population > 0
        assert place.population_year >= 2020
        assert 18 < place.latitude < 72
        assert -172 < place.longitude < -66
    sizes = [place.population for place in NETWORK.places]
    assert min(sizes) < 1_000
    assert max(sizes) > 5_000_000


def test_nobody_can_be_reached():
    reserved = {
        ContactKind.EMAIL: r"[^@\s]+@[a-z0-9-]+\.example",
        ContactKind.PHONE: r"\(555\) 555-01\d\d",
        ContactKind.WEBSITE: r"https://[a-z0-9-]+\.example/[a-z0-9-]+",
    }
    for person in NETWORK.people:
        assert person.contacts
        for contact in person.contacts:
            assert re.fullmatch(reserved[ContactKind(contact.kind)], contact.value), contact
            assert contact.visibility in Visibility.values
        assert person.account is None or person.account.endswith(".example")


def test_names_and_seats_are_unique():
    names = [person.name for person in NETWORK.people]
    assert len(names) == len(set(names))
    seats = [(person.office, person.seat) for person in NETWORK.people]
    assert len(seats) == len(set(seats))


@pytest.mark.parametrize("today", [TODAY, *DAYS])
def test_dates_are_relative_to_today(today):
    people = make_network(today, SEED).people
    assert all(person.start <= person.until for person in people)
    in_office = [person for person in people if person.start <= today <= person.until]
    assert 0.85 * len(people) < len(in_office) < len(people)
    assert any(person.until < today for person in people)
    assert any(today < person.start < today + timedelta(days=90) for person in people)
    since = [work.since for person in people for work in person.work if work.since]
    assert max(since) < today
    adopted = [adoption.adopted_on for adoption in make_network(today, SEED).adoptions]
    assert max(adopted) < today
    assert all(person.joined_on is None or person.joined_on <= today for person in people)


def test_a_record_tells_nothing_about_itself():
    records = [person for person in NETWORK.people if person.membership == Membership.RECORD]
    assert records
    for record in records:
        assert not record.work
        assert not record.biography
        assert not record.account


def test_some_are_paused_and_some_hidden_and_none_of_them_featured():
    assert any(person.paused for person in NETWORK.people)
    assert any(person.hidden for person in NETWORK.people)
    for person in NETWORK.people:
        if person.account:
            assert not person.paused
            assert not person.hidden


def test_lines_read_as_sentences_and_fit():
    lines = [work.line for work in WORK if work.line]
    assert len(set(lines)) == len(lines)
    for line in lines:
        assert not re.search(r"[{}]|  |\.\.", line), line
        assert line[0].isupper() or line[0] == '"'
        assert line.endswith(".")
        assert len(line) <= Work._meta.get_field("line").max_length
    for work in WORK:
        assert set(work.seeks) | set(work.offers) <= set(HelpKind.values)
        assert not (set(work.seeks) & set(work.offers))
    assert all(
        len(person.biography) <= Official._meta.get_field("biography").max_length
        for person in NETWORK.people
    )


def test_offices_hold_the_people():
    offices = {(office.division, office.name): office for office in NETWORK.offices}
    assert len(offices) == len(NETWORK.offices)
    for person in NETWORK.people:
        assert person.seat in offices[person.office].seats
    assert {offices[person.office].kind for person in NETWORK.people} == set(OfficeKind.values)
    longest = Office._meta.get_field("name").max_length
    assert all(len(office.name) <= longest for office in NETWORK.offices)


def test_adoptions_come_after_what_they_adapt():
    found = {adoption.key: adoption for adoption in NETWORK.adoptions}
    assert len(found) == len(NETWORK.adoptions)
    heirs = [adoption for adoption in NETWORK.adoptions if adoption.adapted_from]
    assert len(heirs) > 50
    for heir in heirs:
        source = found[heir.adapted_from]
        assert source.policy == heir.policy
        assert source.adopted_on < heir.adopted_on
        assert source.division != heir.division


def test_a_place_that_has_it_has_adopted_it():
    policies = {issue.slug: issue.policy for issue in NETWORK.issues}
    adopted = {adoption.key for adoption in NETWORK.adoptions}
    for person in NETWORK.people:
        for work in person.work:
            policy = policies[work.issue]
            if policy and work.stage in {Stage.ADOPTED, Stage.IMPLEMENTING, Stage.DEFENDING}:
                assert (policy.slug, person.office[0]) in adopted


def test_the_featured_story_holds():
    people = {person.key: person for person in NETWORK.people if person.account}
    ana = next(work for work in people["ana-villareal"].work if work.issue == "right-to-counsel")
    maya = next(work for work in people["maya-okafor"].work if work.issue == "right-to-counsel")
    assert (ana.stage, maya.stage) == (Stage.DRAFTING, Stage.IMPLEMENTING)
    assert set(ana.seeks) & set(maya.offers)
    ordinance = next(
        adoption
        for adoption in NETWORK.adoptions
        if adoption.key == ("right-to-counsel-evictions", people["maya-okafor"].office[0])
    )
    assert ordinance.title == "Ordinance 2023-114"
    assert ordinance.adopted_on == date(2023, 3, 14)
    names = {organization.name for organization in sources.organizations()}
    for person in people.values():
        assert set(person.organizations) <= names
        assert set(person.connected) <= set(people)
    assert len(people) == 6
    assert [each.role for each in sources.staff()] == ["broker", "reader", "admin"]
