"""The viewer and one peer: what may be cited of them, as evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backend.directory.models import Locality, Official, Stage, Work
from backend.matching.reasons.evidence import Cited, cited_work
from backend.matching.reasons.people import person, place, when
from backend.matching.reasons.truth import Truth
from backend.matching.reasons.wording.catalogue import Catalogue, Person
from backend.matching.suggestion import Evidence, EvidenceKind, Intent
from backend.playbook.models import Adoption, AdoptionStatus
from graph.peers.model import Contribution


@dataclass(frozen=True)
class Pair:
    """The viewer and one peer, with the issue that was asked about."""

    truth: Truth
    words: Catalogue
    peer: Official
    asked: int | None
    intent: Intent
    cited: Cited

    @property
    def person(self) -> Person:
        """The peer as they are spoken of."""
        shown = self.peer.pk in self.truth.profile_shown
        return person(self.peer, profile_shown=shown)

    def peer_work(self, contribution: Contribution) -> list[Work]:
        """Return the peer's work that is cited and still there."""
        return cited_work(contribution, self.truth.work.get(self.peer.pk, ()))

    def own_work(self, contribution: Contribution) -> list[Work]:
        """Return the viewer's own work that is cited and still there."""
        return cited_work(contribution, self.truth.work.get(self.truth.own.pk, ()))

    def own_work_on(self, issue_id: int) -> Work | None:
        """Return the viewer's own work on an issue."""
        return self.truth.work_on(self.truth.own.pk, issue_id)

    def places(self) -> tuple[Locality, Locality] | None:
        """Return the peer's place and the viewer's, if both are known."""
        theirs, own = self.truth.place(self.peer.pk), self.truth.place(self.truth.own.pk)
        return None if theirs is None or own is None else (theirs, own)

    def adoptions_at(self, place: Locality | None, ids: Iterable[int]) -> list[Adoption]:
        """Return those that are still of a place and have a date: standing first, then newest."""
        found = (self.truth.adoptions.get(id_) for id_ in ids)
        dated = [
            (each.status == AdoptionStatus.ADOPTED, each.adopted_on, each.pk, each)
            for each in found
            if each and place and each.locality_id == place.pk and each.adopted_on is not None
        ]
        return [adoption for *_, adoption in sorted(dated, reverse=True)]

    def work_evidence(self, works: Sequence[Work], *, with_stage: bool = False) -> list[Evidence]:
        """Cite pieces of work; of several, each with its issue."""
        return [
            Evidence(
                EvidenceKind.WORK,
                work.pk,
                (f"{work.issue.name}: " if len(works) > 1 else "")
                + self.words.work_label(Stage(work.stage), work.since, with_stage=with_stage),
                work.since,
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
                self.words.adoption_label(
                    each.title, when(each), place(each.locality) if with_place else None
                ),
                each.adopted_on,
                each.source,
            )
            for each in adoptions
        ]

    def place_evidence(self, places: Iterable[Locality], *, population: bool) -> list[Evidence]:
        """Cite places."""
        return [
            Evidence(
                EvidenceKind.LOCALITY,
                each.pk,
                self.words.place_label(place(each), with_population=population),
                source=(each.population_source or None) if population else None,
            )
            for each in places
        ]
