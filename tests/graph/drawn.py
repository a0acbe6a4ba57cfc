"""Questions and people as hypothesis draws them, and what becomes of a person without an edge."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from graph import features
from graph.features import FACTS
from graph.peers.inputs import (
    Adopter,
    Adoption,
    Affiliation,
    Attendance,
    Fact,
    Person,
    Place,
    Preemption,
    Question,
    Relative,
    Statistics,
    Work,
)
from graph.peers.model import Contribution, Peer
from graph.peers.score import explain, rank
from graph.peers.weights import CURRENT

DAY = date(2026, 11, 1)
ISSUES = range(1, 6)
KINDS = ("model_text", "testimony", "talk")
STAGES = features.STAGES[:-1]  # all but stopped

stages = st.sampled_from([*STAGES, "stopped"])
kinds = st.lists(st.sampled_from(KINDS), max_size=3).map(tuple)
dates = st.dates(date(1990, 1, 1), DAY)


@st.composite
def works(draw: st.DrawFn, first_key: int) -> tuple[Work, ...]:
    issues = draw(st.lists(st.sampled_from(ISSUES), unique=True, max_size=4))
    return tuple(
        Work(
            str(first_key + issue),
            issue,
            draw(stages),
            draw(st.integers(1, 3)),
            draw(kinds),
            draw(kinds),
        )
        for issue in issues
    )


@st.composite
def people(draw: st.DrawFn, id_: int) -> Person:
    known = draw(st.booleans())
    place = Place(
        id_,
        "az",
        draw(st.none() | st.integers(1, 10_000_000)),
        draw(st.floats(-90, 90)) if known else None,
        draw(st.floats(-180, 180)) if known else None,
    )
    organizations = draw(st.lists(st.integers(1, 3), unique=True))
    events = draw(st.lists(st.integers(1, 3), unique=True))
    adopted = draw(st.dictionaries(st.sampled_from(ISSUES), dates, max_size=3))
    figures = draw(st.dictionaries(st.sampled_from(FACTS), st.floats(0, 1)))
    return Person(
        id_,
        draw(st.sampled_from(["council", "mayor", "other"])),
        place,
        draw(works(id_ * 100)),
        tuple(Affiliation(str(id_ * 100 + each), each) for each in organizations),
        tuple(Attendance(str(id_ * 100 + each), each) for each in events),
        tuple(adoption(id_ * 10 + issue, issue, when) for issue, when in adopted.items()),
        tuple(Fact(id_ * 10 + n, name, figures[name]) for n, name in enumerate(figures)),
    )


def adoption(id_: int, issue: int, when: date) -> Adoption:
    return Adoption(id_, when, issue, issue)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    relatives = (
        Relative(2, 1, "parent", (2,)),
        Relative(3, 1, "parent", (3,)),
        Relative(1, 2, "child", (2,)),
        Relative(1, 3, "child", (3,)),
        Relative(2, 3, "sibling", (2, 3)),
        Relative(3, 2, "sibling", (3, 2)),
    )
    return Question(
        asker=draw(people(1)),
        named=draw(st.none() | st.sampled_from(ISSUES)),
        intent=draw(st.sampled_from(["learn", "collaborate"])),
        as_of=DAY,
        weights=CURRENT,
        relatives=relatives,
        statistics=Statistics(
            50,
            {issue: draw(st.integers(1, 50)) for issue in ISSUES},
            *({each: draw(st.integers(1, 50)) for each in range(1, 4)} for _ in range(2)),
            {issue: draw(st.integers(1, 50)) for issue in ISSUES},
        ),
        saved=draw(st.sampled_from([{}, {2: "7"}, {3: "8"}])),
        preemptions=tuple(
            Preemption(10 * policy + n, state, policy, 1)
            for policy in draw(st.lists(st.sampled_from(ISSUES), unique=True, max_size=2))
            for n, state in enumerate(draw(st.lists(st.sampled_from(["az", "tx"]), unique=True)))
        ),
        adopters=tuple(
            Adopter(Place(id_, "ca", 1000 * id_, 30.0, -id_), adoption(id_, 1, DAY))
            for id_ in draw(st.lists(st.integers(2, 90), unique=True, max_size=3))
        ),
    )


def peer(question: Question, candidate: Person) -> Peer:
    return explain(question, rank(question, [candidate])[0])


def by_code(found: Peer) -> dict[str, Contribution]:
    return {each.code: each for each in found.contributions}


def without(person: Person, edge: str) -> Person:
    """The person with one edge of theirs gone."""
    seated = edge != f"REPRESENTS:{person.id}"
    return replace(
        person,
        place=person.place if seated else None,
        facts=tuple(each for each in person.facts if seated and f"HAS:{each.id}" != edge),
        attendances=tuple(each for each in person.attendances if f"ATTENDED:{each.key}" != edge),
        works=tuple(each for each in person.works if f"WORKS_ON:{each.key}" != edge),
        affiliations=tuple(
            each for each in person.affiliations if f"AFFILIATED_WITH:{each.key}" != edge
        ),
        adoptions=tuple(
            each
            for each in person.adoptions
            if seated and edge not in (f"IN:{each.id}", f"OF:{each.id}")
        ),
    )


def edges_of(person: Person) -> list[str]:
    return [
        *(f"WORKS_ON:{each.key}" for each in person.works),
        *(f"AFFILIATED_WITH:{each.key}" for each in person.affiliations),
        *(f"IN:{each.id}" for each in person.adoptions),
        *(f"OF:{each.id}" for each in person.adoptions),
        *(f"ATTENDED:{each.key}" for each in person.attendances),
        *(f"HAS:{each.id}" for each in person.facts),
    ]
