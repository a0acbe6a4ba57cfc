"""Suggested peers, and why."""

import datetime
from collections.abc import Sequence
from functools import cached_property

import strawberry

from backend.api.member.context import Context, IssueTree
from backend.api.member.types.described import resolved
from backend.api.member.types.enums import EvidenceKind, Stage
from backend.api.member.types.issues import Issue, issue_in
from backend.api.member.types.nodes import Node
from backend.api.member.types.officials import Official, officials_of
from backend.api.member.types.organizations import organizations_of
from backend.api.member.types.pages import Edge, PageInfo, edges_of, page_info
from backend.api.member.types.places import locality_of, office_of
from backend.api.member.types.playbook import adoptions_of
from backend.api.member.types.work import work_of
from backend.directory import models
from backend.directory.selectors.by_id import organizations_get
from backend.matching import suggestion
from backend.matching.peers.serve import SuggestionPage
from backend.matching.reasons import REASONS, ReasonCode
from backend.matching.reasons.evidence import MOST_EVIDENCE
from backend.matching.reasons.evidence import Evidence as Evidence_
from backend.matching.reasons.evidence import EvidenceKind as Kind
from backend.playbook import models as playbook


class EvidenceReads:
    """The nodes that the evidence of a page names, of the rows that its reasons were told from."""

    def __init__(self, tree: IssueTree, cited: Sequence[Evidence_]) -> None:
        """Take all that is cited on the page."""
        self._tree = tree
        self._cited = cited

    def node(self, evidence: Evidence_) -> Node | None:
        """Return what a piece of evidence names, if it can be looked at."""
        match evidence.row:
            case models.Work() as work:
                return work_of(self._tree, work)
            case models.Locality() as locality:
                return locality_of(locality)
            case models.Office() as office:
                return office_of(office)
            case playbook.Adoption():
                return self._adoptions[evidence.id]
        if evidence.kind is Kind.ORGANIZATION:
            return self._organizations.get(evidence.id)
        return issue_in(self._tree, evidence.id) if evidence.kind is Kind.ISSUE else None

    @cached_property
    def _adoptions(self) -> dict[int, Node]:
        rows = [each.row for each in self._cited if isinstance(each.row, playbook.Adoption)]
        return {each.pk: each for each in adoptions_of(self._tree, rows)}

    @cached_property
    def _organizations(self) -> dict[int, Node]:
        """The one thing that reasons are told from without its row. One statement."""
        found = organizations_get(each.id for each in self._cited if each.kind is Kind.ORGANIZATION)
        return {each.pk: each for each in organizations_of(self._tree, list(found.values()))}


@strawberry.type(description="One thing that a reason rests on.")
class Evidence:
    """A piece of evidence."""

    row: strawberry.Private[Evidence_]
    reads: strawberry.Private[EvidenceReads]

    @resolved("What it is.")
    def kind(self) -> EvidenceKind:
        """Return the kind."""
        return EvidenceKind(self.row.kind.value)

    @resolved('In words: "Ordinance 2023-114, adopted 14 March 2023".')
    def label(self) -> str:
        """Return the label."""
        return self.row.label

    @resolved("The thing itself, to be looked at; null for events, laws, figures and feedback.")
    def node(self) -> Node | None:
        """Return the node."""
        return self.reads.node(self.row)

    @resolved("Its date, if it has one.")
    def date(self) -> datetime.date | None:
        """Return the date."""
        return self.row.date

    @resolved("Who says so, where it isn't they themselves.")
    def source(self) -> str | None:
        """Return the source."""
        return self.row.source


@strawberry.type(description="One part of the score, as a sentence with its evidence.")
class Reason:
    """A reason."""

    row: strawberry.Private[suggestion.Reason]
    reads: strawberry.Private[EvidenceReads]

    @resolved("What it is about.")
    def code(self) -> ReasonCode:
        """Return the code."""
        return self.row.code

    @resolved("What it is about in a few words, in the viewer's language.")
    def title(self) -> str:
        """Return the title."""
        return self.row.title

    @resolved("One sentence, in the viewer's language.")
    def text(self) -> str:
        """Return the sentence."""
        return self.row.text

    @resolved("What it adds to the score; never below 0.")
    def contribution(self) -> float:
        """Return the contribution."""
        return self.row.contribution

    @resolved("The contribution divided by the score, from 0 to 1.")
    def share(self) -> float:
        """Return the share."""
        return self.row.share

    @resolved(f"What it rests on; at most {MOST_EVIDENCE}.")
    def evidence(self) -> list[Evidence]:
        """Return the evidence."""
        return [Evidence(row=each, reads=self.reads) for each in self.row.evidence]


@strawberry.type(description="Somebody in another place whom it may be worth writing to, and why.")
class PeerSuggestion:
    """A suggestion."""

    row: strawberry.Private[suggestion.Suggestion]
    reads: strawberry.Private[EvidenceReads]
    tree: strawberry.Private[IssueTree]
    peer: Official = strawberry.field(description="The person.")

    @resolved("The sum of the contributions of the reasons.")
    def score(self) -> float:
        """Return the score."""
        return self.row.score

    @resolved("The strongest reason in one sentence, in the viewer's language.")
    def headline(self) -> str:
        """Return the sentence."""
        return self.row.headline

    @resolved("The part of the headline to mark: it stands in it as it is.")
    def headline_fact(self) -> str:
        """Return the marked part."""
        return self.row.headline_fact

    @resolved("The issue that both stand on, if there is one.")
    def issue(self) -> Issue | None:
        """Return the issue."""
        return None if self.row.issue_id is None else issue_in(self.tree, self.row.issue_id)

    @resolved("How far the viewer is with that issue.")
    def viewer_stage(self) -> Stage | None:
        """Return the viewer's stage."""
        return None if self.row.viewer_stage is None else Stage(self.row.viewer_stage.value)

    @resolved("How far the peer is with that issue.")
    def peer_stage(self) -> Stage | None:
        """Return the peer's stage."""
        return None if self.row.peer_stage is None else Stage(self.row.peer_stage.value)

    @resolved(f"Why, the strongest first; the shares add up to 1. At most {len(REASONS)}.")
    def reasons(self) -> list[Reason]:
        """Return the reasons."""
        return [Reason(row=each, reads=self.reads) for each in self.row.reasons]

    @resolved("The version of the weights that the score was made with.")
    def weights_version(self) -> str:
        """Return the version."""
        return self.row.weights_version


@strawberry.type(description="A page of suggested peers, the best first.")
class PeerSuggestionConnection:
    """A page of suggestions."""

    edges: list[Edge[PeerSuggestion]] = strawberry.field(description="The rows of this page.")
    page_info: PageInfo = strawberry.field(description="Where this page stands in the list.")
    weights_version: str = strawberry.field(
        description="The version of the weights that the list was made with; empty without a list."
    )
    widened: str | None = strawberry.field(
        description="One sentence that says why the list reaches further than the question, or "
        "why it is empty; null otherwise."
    )


def connection_of(context: Context, page: SuggestionPage) -> PeerSuggestionConnection:
    """Show a page of suggestions."""
    peers = officials_of(context, [each.peer for each in page.suggestions])
    cited = [
        evidence
        for suggestion in page.suggestions
        for reason in suggestion.reasons
        for evidence in reason.evidence
    ]
    reads = EvidenceReads(context.tree, cited)
    nodes = [
        PeerSuggestion(row=row, reads=reads, tree=context.tree, peer=peer)
        for row, peer in zip(page.suggestions, peers, strict=True)
    ]
    return PeerSuggestionConnection(
        edges=edges_of(page.cursors, nodes),
        page_info=page_info(page.cursors, has_next=page.has_next, has_previous=page.has_previous),
        weights_version=page.weights_version,
        widened=page.widened,
    )
