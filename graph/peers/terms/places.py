"""Terms about the two places: what they have adopted, may not adopt, and how alike they are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from graph.features import FACTS, OFFICES, PARTS, UNKNOWN, Columns, Floats, Ints, state_number
from graph.likeness import likeness
from graph.peers.inputs import Adoption, Person, Place, Question
from graph.peers.model import Evidence
from graph.peers.terms.term import Term, adamic_adar, added_up, in_common, looked_up, mean
from graph.peers.terms.work import work_edge

_EARTH_RADIUS_KM = 6371.0088  # the mean radius (IUGG)


def _place_adopted(question: Question, columns: Columns) -> Floats:
    """What their place has adopted on what was asked: rare policies and late ones count more.

    An old adoption keeps half of its worth; of the other half, half is left each half-life.
    """
    policy, issue, day = columns.adoptions.columns
    years = (question.as_of.toordinal() - day) / 365.25
    asked = looked_up(issue, dict.fromkeys(question.asked, 1.0))
    late = 0.5 ** (np.maximum(years, 0) / question.weights.scales["half_life_years"])
    # What is not known to be common is rare.
    rarity = 1 - looked_up(
        policy, {each: 1 - rare for each, rare in question.policy_rarities.items()}
    )
    return np.where(years >= 0, asked * rarity * (0.5 + 0.5 * late), 0.0)


def _cite_adopted(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """All that their place has adopted on what was asked, the newest first."""
    adopted = [peer.adoptions[row] for row in sorted(rows)]
    for each in adopted:
        yield from _cite_adoption(each)
        yield Evidence("issue", each.issue, None, f"ADDRESSES:{each.policy}")
    yield from _cite_place(peer)
    if question.named is None:
        for issue in sorted({each.issue for each in adopted}):
            yield work_edge(question.asker.id, question.asker_work[issue])


def _same_policies(question: Question, columns: Columns) -> Floats:
    """Policies that both places have adopted."""
    policy, _, day = columns.adoptions.columns
    known = question.statistics.policies
    mine = {
        each.policy: known.get(each.policy, 1)
        for each in question.asker.adoptions
        if each.adopted_on <= question.as_of
    }
    worth = adamic_adar(policy, mine)
    return np.where(day <= question.as_of.toordinal(), worth, 0.0)


def _cite_policies(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """Both adoptions of each policy; what it addresses makes no difference here."""
    mine = {
        each.policy: each for each in question.asker.adoptions if each.adopted_on <= question.as_of
    }
    yield from _cite_places(question, peer, rows)
    for row in rows:
        theirs = peer.adoptions[row]
        yield from _cite_adoption(theirs)
        yield from _cite_adoption(mine[theirs.policy])


def _alike_adopters(question: Question, columns: Columns) -> Floats:
    """The most alike of the places that have adopted what is asked, to collaborate."""
    alike = _by_adopter(question, columns)
    return alike.max(axis=1) if alike.shape[1] else np.zeros(len(columns))


def _most_alike_adopter(question: Question, columns: Columns) -> Ints:
    """Which of the question's adopters that is."""
    alike = _by_adopter(question, columns)
    return alike.argmax(axis=1) if alike.shape[1] else np.zeros(len(columns), dtype=np.int64)


def _cite_adopter(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """What the adopter that their place is most like has adopted."""
    adoption = question.adopters[rows[0]].adoption
    yield from _cite_adoption(adoption)
    yield Evidence("issue", adoption.issue, None, f"ADDRESSES:{adoption.policy}")
    yield from _cite_place(peer)


def _km_to_adopter(question: Question, peer: Person, rows: Sequence[int]) -> float | None:
    return _km(question.adopters[rows[0]].place, peer.place)


def _by_adopter(question: Question, columns: Columns) -> Floats:
    """How near and alike in size each candidate's place is to each adopter, as a matrix.

    Nothing for a place that has adopted it too: it is past it. (Who has adopted is held, as
    statistics are: nobody's own adoption is cited.)
    """
    if question.intent != "collaborate" or not question.adopters:
        return np.zeros((len(columns), 0))
    places = [each.place for each in question.adopters]
    near = _nearness(
        question,
        columns.latitude[:, None],
        columns.longitude[:, None],
        _known([each.latitude for each in places]),
        _known([each.longitude for each in places]),
    )
    size = _size_likeness(
        question, columns.population[:, None], _known([each.population or None for each in places])
    )
    past = np.isin(columns.place, [*question.past, *(each.id for each in places)])
    return np.where(past[:, None], 0.0, near * (1 + size) / 2)


def _same_preemption(question: Question, columns: Columns) -> Floats:
    """Whether both states forbid their localities the same policy on what was asked."""
    states = {state_number(state): 1.0 for state in question.forbidden}
    return looked_up(columns.state, states)


def _cite_preemptions(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """The preemption of each state; one, where both places are in it."""
    assert peer.place is not None  # who represents no place is in no state
    mine, theirs = question.forbidden[peer.place.state]
    for each in (mine, theirs):
        yield Evidence("preemption", each.id, None, f"FORBIDS:{each.id}")
    yield Evidence("issue", mine.issue, None, f"ADDRESSES:{mine.policy}")
    yield from _cite_places(question, peer, rows)


def _nearby(question: Question, columns: Columns) -> Floats:
    """Nearness of the two places: 1 - ln(1 + km) / ln(1 + farthest)."""
    mine = question.asker.place
    if mine is None:
        return np.zeros(len(columns))
    here = _known([mine.latitude]), _known([mine.longitude])
    return _nearness(question, columns.latitude, columns.longitude, *here)


def _km_between(question: Question, peer: Person, rows: Sequence[int]) -> float | None:  # noqa: ARG001
    return _km(question.asker.place, peer.place)


def _alike_size(question: Question, columns: Columns) -> Floats:
    """Likeness of size from |Δ log10 population|; an unknown population is never alike."""
    mine = question.asker.place
    if mine is None:
        return np.zeros(len(columns))
    return _size_likeness(question, columns.population, _known([mine.population or None]))


def _alike_place(question: Question, columns: Columns) -> Floats:
    """Facts of the two places that are alike; one that is unknown of either never is."""
    name, value = columns.facts.columns
    worth = np.zeros(len(name))
    for fact in question.asker.facts:
        scale = question.weights.facts[fact.name]
        alike = likeness(fact.name, value / PARTS[fact.name], fact.value, scale)
        worth = np.where(name == FACTS.index(fact.name), alike, worth)
    return worth


def _cite_facts(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:
    """The facts of both places that are alike."""
    mine = {each.name: each.id for each in question.asker.facts}
    yield from _cite_places(question, peer, rows)
    for row in rows:
        theirs = peer.facts[row]
        for id_ in (theirs.id, mine[theirs.name]):
            yield Evidence("fact", id_, None, f"HAS:{id_}")


def _same_office(question: Question, columns: Columns) -> Floats:
    """The same kind of office."""
    kind = question.asker.office_kind
    if question.asker.place is None or kind not in OFFICES[1:]:
        return np.zeros(len(columns))
    return np.where((columns.office == OFFICES.index(kind)) & (columns.place != UNKNOWN), 1.0, 0.0)


def _cite_places(question: Question, peer: Person, rows: Sequence[int]) -> Iterator[Evidence]:  # noqa: ARG001
    """Both REPRESENTS."""
    yield from _cite_place(peer)
    yield from _cite_place(question.asker)


def _cite_place(person: Person) -> Iterator[Evidence]:
    if person.place is not None:
        yield Evidence("locality", person.place.id, person.id, f"REPRESENTS:{person.id}")


def _cite_adoption(each: Adoption) -> Iterator[Evidence]:
    """Its IN and OF."""
    yield Evidence("adoption", each.id, None, f"IN:{each.id}")
    yield Evidence("adoption", each.id, None, f"OF:{each.id}")


def _km(one: Place | None, other: Place | None) -> float | None:
    """How far two places are apart, if it is known where both are."""
    if one is None or other is None:
        return None
    found = kilometres(
        *_known([[one.latitude], [one.longitude], [other.latitude], [other.longitude]])
    )
    return None if np.isnan(found[0]) else float(found[0])


def kilometres(lat1: Floats, lon1: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Great-circle distance from the chord; degrees in, kilometres out, right to a metre.

    Sines and cosines are of each place alone, for there may be many times as many pairs.
    """
    (x1, y1, z1), (x2, y2, z2) = _unit(lat1, lon1), _unit(lat2, lon2)
    cosine = x1 * x2 + y1 * y2 + z1 * z2
    half_chord = np.sqrt(np.clip((1 - cosine) / 2, 0.0, 1.0))
    distance: Floats = 2 * _EARTH_RADIUS_KM * np.arcsin(half_chord)
    return distance


def _unit(latitude: Floats, longitude: Floats) -> tuple[Floats, Floats, Floats]:
    """The place on a sphere of radius one."""
    phi, theta = np.radians(latitude), np.radians(longitude)
    return np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)


def _nearness(question: Question, lat1: Floats, lon1: Floats, lat2: Floats, lon2: Floats) -> Floats:
    farthest = question.weights.scales["farthest_km"]
    near = 1 - np.log1p(kilometres(lat1, lon1, lat2, lon2)) / math.log1p(farthest)
    return np.fmax(near, 0.0)  # of a NaN, 0


def _size_likeness(question: Question, one: Floats, other: Floats) -> Floats:
    return likeness("population", one, other, question.weights.scales["size_ratio"])


def _known(values: Sequence[object]) -> Floats:
    """NaN where a value is unknown."""
    return np.array(values, dtype=np.float64)


PLACE_ADOPTED = Term(_place_adopted, _cite_adopted, "adoptions", added_up("adoptions"))
SAME_POLICIES = Term(_same_policies, _cite_policies, "adoptions", in_common)
ALIKE_ADOPTERS = Term(_alike_adopters, _cite_adopter, cites=_most_alike_adopter, km=_km_to_adopter)
SAME_PREEMPTION = Term(_same_preemption, _cite_preemptions)
NEARBY = Term(_nearby, _cite_places, km=_km_between)
ALIKE_SIZE = Term(_alike_size, _cite_places)
ALIKE_PLACE = Term(_alike_place, _cite_facts, "facts", mean)
SAME_OFFICE = Term(_same_office, _cite_places)
