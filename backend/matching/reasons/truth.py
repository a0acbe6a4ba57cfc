"""What the tables say today about the people on a shortlist: the graph may lag."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from backend.accounts.viewer import Viewer
from backend.core.clock import today
from backend.directory.models import (
    Issue,
    Locality,
    LocalityFact,
    Membership,
    Official,
    Term,
    Work,
)
from backend.directory.selectors.by_id import facts_get
from backend.directory.selectors.details import profiles_shown, work_of
from backend.directory.selectors.terms import by_interest, shown_terms
from backend.introductions.selectors.exclusions import not_excluded_from
from backend.matching.reasons.evidence import Cited
from backend.matching.reasons.ties import Tie, TieKind, Ties, ties_of
from backend.playbook.models import Adoption, Preemption
from backend.playbook.selectors import adoptions_get, preemptions_get


@dataclass(frozen=True)
class Truth:
    """The rows that reasons are told from, by id; `own` is the viewer's official."""

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

    def tie(self, kind: TieKind, official_id: int, to: int) -> Tie | None:
        """Return what ties somebody to an organization, an event or a person."""
        return self.ties.get((kind, official_id, to))

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


def still_suggestible(own: Official, shortlist: Iterable[int]) -> dict[int, Official]:
    """Return those of a shortlist who may be shown to this official today. One statement.

    They are members, in office, neither hidden nor paused nor at the cap of open asks, serve in
    another place only, and nothing keeps the two apart.
    """
    in_office: QuerySet[Term] = Term.objects.filter(
        official=OuterRef("pk"), during__contains=today()
    )
    own_place = Term.objects.filter(official=own).order_by(*by_interest())
    with_own_place = in_office.filter(
        seat__office__locality=Subquery(own_place.values("seat__office__locality_id")[:1])
    )
    found = Official.objects.filter(
        Exists(in_office),
        ~Exists(with_own_place),
        pk__in=list(shortlist),
        membership=Membership.MEMBER,
        hidden=False,
        paused=False,
    ).exclude(pk=own.pk)
    return {official.pk: official for official in not_excluded_from(found, own.pk)}


def reason_context_of(
    viewer: Viewer, own: Official, peers: Sequence[Official], cited: Cited
) -> Truth:
    """Read everything that reasons may be told from. Nine statements at most."""
    everybody = [own, *peers]
    return Truth(
        own=own,
        terms=shown_terms(everybody),
        work=work_of(everybody),
        ties=ties_of(own, peers),
        adoptions=adoptions_get(cited.adoptions),
        preemptions=preemptions_get(cited.preemptions),
        facts=facts_get(cited.facts),
        issues=Issue.objects.in_bulk(),
        profile_shown=profiles_shown(viewer, peers),
    )
