"""The terms of the score, each a likeness between 0 and 1 of the one who asks and a candidate.

A term is a pure function of the question and the candidate. It reads only edges that it cites, so
that without one of them exactly the terms citing it change (statistics held). Where several edges
could carry a term, it either counts all of them or takes the best and cites that one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.peers.inputs import Adoption, Affiliation, Person, Question, Relative, Work

STAGES = ("exploring", "drafting", "introduced", "adopted", "implementing", "defending")
_RANK = {stage: rank for rank, stage in enumerate(STAGES)}
_ADOPTED = _RANK["adopted"]
_EARTH_RADIUS_KM = 6371.0088  # the mean radius (IUGG)

# What no suggestion may rest on alone, unless it had to be widened to alike places.
CIRCUMSTANCES = frozenset({"nearby", "alike_size", "same_office"})


@dataclass(frozen=True)
class SharedIssue:
    """The candidate's work on an issue, and the asker's where the term needs it."""

    theirs: Work
    mine: Work | None


@dataclass(frozen=True)
class Cited:
    """What a term rests on."""

    issues: tuple[SharedIssue, ...] = ()
    organizations: tuple[tuple[Affiliation, Affiliation], ...] = ()  # mine, theirs
    relative: Relative | None = None
    adoption: Adoption | None = None
    asked_by: Work | None = None  # the asker's work that an adoption's issue came from
    places: bool = False  # the two REPRESENTS edges
    kinds: tuple[str, ...] = ()
    km: float | None = None


@dataclass(frozen=True)
class Finding:
    """A term that is not zero: its likeness, above 0 and up to 1, and what it rests on."""

    likeness: float
    cited: Cited


Term = Callable[[Question, Person], Finding | None]


def same_issue(question: Question, candidate: Person) -> Finding | None:
    """Work on what was asked: rarity by priority; several issues add up towards 1."""
    shared = _on_asked(question, candidate)
    left = math.prod(sorted(1 - _strength(question, each) for each in shared))
    ordered = sorted(shared, key=lambda each: (-_strength(question, each), each.theirs.key))
    return _found(1 - left, Cited(issues=tuple(ordered)))


def wider_issue(question: Question, candidate: Person) -> Finding | None:
    """Work on an issue right above, below or beside what was asked: the nearest one counts."""
    found = [
        (question.weights.relatives[each.relation] * _rarity(question, each.issue), work, each)
        for work in candidate.works
        for each in question.relatives_on.get(work.issue, ())
    ]
    if not found:
        return None
    likeness, theirs, relative = min(
        found, key=lambda each: (-each[0], each[1].key, each[2].asked, each[2].path)
    )
    shared = SharedIssue(theirs, _source(question, relative.asked))
    return _found(likeness, Cited(issues=(shared,), relative=relative))


def further_along(question: Question, candidate: Person) -> Finding | None:
    """Stages that complement each other (to learn) or are near each other (to collaborate).

    Who has stopped asks as one who explores. Who has not begun has no stage to compare: a missing
    edge can't be cited, so it must not count either.
    """
    step = _ahead if question.intent == "learn" else _beside
    found = []
    for shared in _on_asked(question, candidate, with_mine=True):
        theirs = _RANK.get(shared.theirs.stage)
        if theirs is not None and shared.mine is not None:
            found.append((step(_RANK.get(shared.mine.stage, 0), theirs), shared))
    return _best(found)


def _ahead(mine: int, theirs: int) -> float:
    """1 for one who has what the other has yet to adopt, else a third a stage."""
    if mine < _ADOPTED <= theirs:
        return 1.0
    return max(theirs - mine, 0) / 3


def _beside(mine: int, theirs: int) -> float:
    return 1 - abs(theirs - mine) / (len(STAGES) - 1)


def also_works_on(question: Question, candidate: Person) -> Finding | None:
    """Other issues of both: Adamic-Adar, the sum of 1 / ln(1 + degree), bounded by 1."""
    if question.named is None:
        return None  # every issue of the asker's was asked for
    shared = [
        SharedIssue(theirs, mine)
        for theirs in candidate.works
        if theirs.issue != question.named
        and (mine := question.asker_work.get(theirs.issue)) is not None
    ]
    degrees = [question.statistics.issues.get(each.theirs.issue, 1) for each in shared]
    ordered = sorted(
        shared, key=lambda each: (-_rarity(question, each.theirs.issue), each.theirs.key)
    )
    return _found(_in_common(question, degrees), Cited(issues=tuple(ordered)))


def offers_what_you_seek(question: Question, candidate: Person) -> Finding | None:
    """The part of the kinds of help sought on an issue that the candidate offers on it."""
    return _help(question, candidate, lambda mine, theirs: (mine.seeks, theirs.offers))


def seeks_what_you_offer(question: Question, candidate: Person) -> Finding | None:
    """The part of the kinds of help offered on an issue that the candidate seeks on it."""
    return _help(question, candidate, lambda mine, theirs: (mine.offers, theirs.seeks))


def _help(
    question: Question,
    candidate: Person,
    kinds: Callable[[Work, Work], tuple[tuple[str, ...], tuple[str, ...]]],
) -> Finding | None:
    found = []
    for shared in _on_asked(question, candidate, with_mine=True):
        if shared.mine is not None:
            wanted, given = kinds(shared.mine, shared.theirs)
            met = set(wanted) & set(given)
            found.append((len(met) / len(set(wanted)) if met else 0.0, shared))
    best = _best(found)
    if best is None:
        return None
    (shared,) = best.cited.issues
    assert shared.mine is not None
    wanted, given = kinds(shared.mine, shared.theirs)
    met_kinds = tuple(sorted(set(wanted) & set(given)))
    return Finding(best.likeness, Cited(issues=(shared,), kinds=met_kinds))


def shared_organization(question: Question, candidate: Person) -> Finding | None:
    """Organizations of both: Adamic-Adar as for issues."""
    mine = {each.organization: each for each in question.asker.affiliations}
    both = sorted(
        (
            (mine[each.organization], each)
            for each in candidate.affiliations
            if each.organization in mine
        ),
        key=lambda pair: pair[1].key,
    )
    degrees = [question.statistics.organizations.get(each.organization, 1) for _, each in both]
    return _found(_in_common(question, degrees), Cited(organizations=tuple(both)))


def place_adopted(question: Question, candidate: Person) -> Finding | None:
    """Their place has adopted a policy on what was asked; half as much each half-life ago."""
    dated = [each for each in candidate.adoptions if each.adopted_on <= question.as_of]
    asked = [each for each in dated if each.issue in question.asked]
    if not asked:
        return None
    latest = max(asked, key=lambda each: (each.adopted_on, -each.id))
    years = (question.as_of - latest.adopted_on).days / 365.25
    cited = Cited(adoption=latest, asked_by=_source(question, latest.issue))
    return _found(0.5 ** (years / question.weights.half_life_years), cited)


def nearby(question: Question, candidate: Person) -> Finding | None:
    """Nearness of the two places: 1 - ln(1 + km) / ln(1 + farthest)."""
    mine, theirs = question.asker.place, candidate.place
    if mine is None or theirs is None:
        return None
    if mine.latitude is None or mine.longitude is None:
        return None
    if theirs.latitude is None or theirs.longitude is None:
        return None
    km = kilometres(mine.latitude, mine.longitude, theirs.latitude, theirs.longitude)
    likeness = 1 - math.log1p(km) / math.log1p(question.weights.farthest_km)
    return _found(likeness, Cited(places=True, km=km))


def alike_size(question: Question, candidate: Person) -> Finding | None:
    """Likeness of size from |Δ log10 population|; an unknown population is never alike."""
    mine, theirs = question.asker.place, candidate.place
    if mine is None or theirs is None or not mine.population or not theirs.population:
        return None
    decades = abs(math.log10(mine.population) - math.log10(theirs.population))
    return _found(1 - decades / question.weights.size_decades, Cited(places=True))


def same_office(question: Question, candidate: Person) -> Finding | None:
    """The same kind of office."""
    if question.asker.place is None or candidate.place is None:
        return None
    alike = question.asker.office_kind == candidate.office_kind != "other"
    return _found(1.0 if alike else 0.0, Cited(places=True))


TERMS: Mapping[str, Term] = {
    "same_issue": same_issue,
    "wider_issue": wider_issue,
    "further_along": further_along,
    "also_works_on": also_works_on,
    "offers_what_you_seek": offers_what_you_seek,
    "seeks_what_you_offer": seeks_what_you_offer,
    "shared_organization": shared_organization,
    "place_adopted": place_adopted,
    "nearby": nearby,
    "alike_size": alike_size,
    "same_office": same_office,
}


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance by the haversine formula; degrees in, kilometres out."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_chord = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half_chord)))


def _source(question: Question, issue: int) -> Work | None:
    """The asker's work that made an issue part of the question; None for the one they named."""
    return question.asker_work.get(issue) if question.named is None else None


def _on_asked(
    question: Question, candidate: Person, *, with_mine: bool = False
) -> list[SharedIssue]:
    """The candidate's work on what was asked, beside the asker's own where it counts."""
    issues = question.asked
    return [
        SharedIssue(
            work,
            question.asker_work.get(work.issue) if with_mine else _source(question, work.issue),
        )
        for work in candidate.works
        if work.issue in issues
    ]


def _rarity(question: Question, issue: int) -> float:
    return question.rarities.get(issue, 1.0)


def _strength(question: Question, shared: SharedIssue) -> float:
    """Rarity by priority, which is 1 to 3."""
    return _rarity(question, shared.theirs.issue) * (2 + shared.theirs.priority) / 5


def _in_common(question: Question, degrees: list[int]) -> float:
    """Adamic-Adar made a likeness: 1 - exp(-sum / scale)."""
    total = math.fsum(1 / math.log1p(max(degree, 2)) for degree in degrees)
    return 1 - math.exp(-total / question.weights.shared)


def _best(found: list[tuple[float, SharedIssue]]) -> Finding | None:
    if not found:
        return None
    likeness, shared = min(found, key=lambda pair: (-pair[0], pair[1].theirs.key))
    return _found(likeness, Cited(issues=(shared,)))


def _found(likeness: float, cited: Cited) -> Finding | None:
    return Finding(min(likeness, 1.0), cited) if likeness > 0 else None
