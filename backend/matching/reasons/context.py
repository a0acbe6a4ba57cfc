"""What the tables say today about a viewer and the peers on a list, for reasons to be told from.

The graph may lag: what is not here any more is no reason.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ParamSpec

from backend.accounts.models import Language
from backend.accounts.viewer import Viewer
from backend.directory.models import Issue, Locality, LocalityFact, Official, Stage, Term, Work
from backend.directory.selectors.by_id import facts_get
from backend.directory.selectors.details import profiles_shown, work_of
from backend.directory.selectors.terms import shown_terms
from backend.matching.models import Intent
from backend.matching.reasons.english import EN
from backend.matching.reasons.evidence import CitedIds, Evidence, EvidenceKind, cited, cited_work
from backend.matching.reasons.phrases import Phrases
from backend.matching.reasons.sentences import Person, Sentence, person, place, when
from backend.matching.reasons.spanish import ES
from backend.matching.reasons.ties import Tie, TieKind, Ties, ties_of
from backend.playbook.models import Adoption, AdoptionStatus, Preemption
from backend.playbook.selectors import adoptions_get, preemptions_get
from graph.peers.model import Contribution

P = ParamSpec("P")
MILES_A_KM = 0.621371


@dataclass(frozen=True)
class Rows:
    """The rows that the reasons of a list are told from, by id; `own` is the viewer's official."""

    own: Official
    terms: Mapping[int, Term]
    work: Mapping[int, Sequence[Work]]
    ties: Ties
    adoptions: Mapping[int, Adoption]
    preemptions: Mapping[int, Preemption]
    facts: Mapping[int, LocalityFact]
    issues: Mapping[int, Issue]
    profile_shown: frozenset[int]

    def place(self, official_id: int) -> Locality | None:
        """Return where somebody serves, or last served."""
        term = self.terms.get(official_id)
        return None if term is None else term.seat.office.locality

    def work_on(self, official_id: int, issue_id: int) -> Work | None:
        """Return somebody's work on an issue."""
        for work in self.work.get(official_id, ()):
            if work.issue_id == issue_id:
                return work
        return None

    def ancestors(self, issue_id: int) -> list[int]:
        """Return the issues above an issue, the nearest first."""
        found: list[int] = []
        issue = self.issues.get(issue_id)
        while issue is not None and issue.parent_id is not None and issue.parent_id not in found:
            found.append(issue.parent_id)
            issue = self.issues.get(issue.parent_id)
        return found


def rows_for(viewer: Viewer, own: Official, people: Sequence[Official], cited: CitedIds) -> Rows:
    """Read everything that reasons for these people may be told from. Nine statements at most."""
    everybody = [own, *people]
    return Rows(
        own=own,
        terms=shown_terms(everybody),
        work=work_of(everybody),
        ties=ties_of(own, people),
        adoptions=adoptions_get(cited.adoptions),
        preemptions=preemptions_get(cited.preemptions),
        facts=facts_get(cited.facts),
        issues=Issue.objects.in_bulk(),
        profile_shown=profiles_shown(viewer, people),
    )


@dataclass(frozen=True)
class ReasonContext:
    """The viewer and one peer: what was asked, in which language it is told, and the rows."""

    rows: Rows
    language: Language
    peer: Official
    asked: int | None
    intent: Intent
    cited: CitedIds

    @property
    def person(self) -> Person:
        """The peer as they are spoken of."""
        return person(self.peer, profile_shown=self.peer.pk in self.rows.profile_shown)

    @property
    def phrases(self) -> Phrases:
        """The phrases of the viewer's language."""
        return phrases_of(self.language)

    def say(
        self, english: Callable[P, Sentence], spanish: Callable[P, Sentence]
    ) -> Callable[P, Sentence]:
        """Choose the sentence of the viewer's language."""
        return spanish if self.language == Language.SPANISH else english

    def peer_work(self, contribution: Contribution) -> list[Work]:
        """Return the peer's work that is cited and still there."""
        return cited_work(contribution, self.rows.work.get(self.peer.pk, ()))

    def own_work(self, contribution: Contribution) -> list[Work]:
        """Return the viewer's own work that is cited and still there."""
        return cited_work(contribution, self.rows.work.get(self.rows.own.pk, ()))

    def own_work_on(self, issue_id: int) -> Work | None:
        """Return the viewer's own work on an issue."""
        return self.rows.work_on(self.rows.own.pk, issue_id)

    def places(self) -> tuple[Locality, Locality] | None:
        """Return the peer's place and the viewer's, if both are known."""
        theirs, own = self.rows.place(self.peer.pk), self.rows.place(self.rows.own.pk)
        return None if theirs is None or own is None else (theirs, own)

    def miles(self, contribution: Contribution) -> float | None:
        """Return the distance that the graph measured, if it was from where the peer is now."""
        there = self.rows.place(self.peer.pk)
        if contribution.km is None or there is None:
            return None
        edge = f"REPRESENTS:{self.peer.pk}"
        measured = any(each.edge == edge and each.id == there.pk for each in contribution.evidence)
        return contribution.km * MILES_A_KM if measured else None

    def adoptions_at(self, place: Locality | None, ids: Iterable[int]) -> list[Adoption]:
        """Return those that are still of a place and have a date: standing first, then newest."""
        found = (self.rows.adoptions.get(id_) for id_ in ids)
        dated = [
            (each.status == AdoptionStatus.ADOPTED, each.adopted_on, each.pk, each)
            for each in found
            if each and place and each.locality_id == place.pk and each.adopted_on is not None
        ]
        return [adoption for *_, adoption in sorted(dated, reverse=True)]

    def shared(
        self, contribution: Contribution, kind: TieKind, evidence: EvidenceKind
    ) -> list[tuple[int, Tie]]:
        """Return what both are still tied to, of what is cited, with the peer's tie."""
        return [
            (id_, tie)
            for id_ in cited(contribution, evidence)
            if (tie := self.rows.ties.get((kind, self.peer.pk, id_)))
            and (kind, self.rows.own.pk, id_) in self.rows.ties
        ]

    def work_evidence(self, works: Sequence[Work], *, with_stage: bool = False) -> list[Evidence]:
        """Cite pieces of work; of several, each with its issue."""
        return [
            Evidence(
                EvidenceKind.WORK,
                work.pk,
                (f"{work.issue.name}: " if len(works) > 1 else "")
                + self.phrases.work_label(Stage(work.stage), work.since, with_stage=with_stage),
                work.since,
                row=work,
            )
            for work in works
        ]

    def adoption_evidence(
        self, adoptions: Iterable[Adoption], *, with_place: bool = False
    ) -> list[Evidence]:
        """Cite adoptions, of whose place a sentence may not have told."""
        return [
            Evidence(
                EvidenceKind.ADOPTION,
                each.pk,
                self.phrases.adoption_label(
                    each.title, when(each), place(each.locality) if with_place else None
                ),
                each.adopted_on,
                each.source,
                row=each,
            )
            for each in adoptions
        ]

    def place_evidence(self, locality: Locality, *, with_population: bool) -> Evidence:
        """Cite a place."""
        return Evidence(
            EvidenceKind.LOCALITY,
            locality.pk,
            self.phrases.place_label(place(locality), with_population=with_population),
            source=(locality.population_source or None) if with_population else None,
            row=locality,
        )


def phrases_of(language: Language) -> Phrases:
    """Return the phrases of a language."""
    return ES if language == Language.SPANISH else EN


@dataclass(frozen=True)
class ReasonText:
    """A reason in words, and the issues it is about that both stand on, the strongest first."""

    sentence: Sentence
    evidence: Sequence[Evidence]
    issues: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReasonKind:
    """A kind of reason: its title in both languages, and how it is told.

    `tell` returns nothing if the tables don't bear the contribution out. A reason that doesn't
    `stand_alone` is no reason to write to somebody, so never the headline if there is another.
    """

    title: Mapping[Language, str]
    tell: Callable[[ReasonContext, Contribution], ReasonText | None]
    stands_alone: bool = True


def title(english: str, spanish: str) -> Mapping[Language, str]:
    """Return a title in both languages."""
    return {Language.ENGLISH: english, Language.SPANISH: spanish}
