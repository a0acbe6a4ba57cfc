"""What is said about work and the help that goes with it."""

from collections.abc import Sequence

from backend.directory.models import HelpKind, Stage
from backend.matching.reasons.wording.catalogue import (
    Person,
    Relation,
    Sentence,
    Voice,
    When,
    in_sentence,
)
from backend.matching.reasons.wording.en.words import HELP, listed, subject, to_whom, topics, verb

# What the peer does, for one person and for "they"; {} is the issue.
DOES = {
    Stage.EXPLORING: ("is exploring a measure on {}", "are exploring a measure on {}"),
    Stage.DRAFTING: ("is drafting a measure on {}", "are drafting a measure on {}"),
    Stage.INTRODUCED: ("has introduced a measure on {}", "have introduced a measure on {}"),
    Stage.ADOPTED: ("has carried a measure on {} through", "have carried a measure on {} through"),
    Stage.IMPLEMENTING: (
        "is putting a measure on {} into practice",
        "are putting a measure on {} into practice",
    ),
    Stage.DEFENDING: ("is defending a measure on {}", "are defending a measure on {}"),
    Stage.STOPPED: ("has stopped work on {}", "have stopped work on {}"),
}

YOU = {
    Stage.EXPLORING: "you are exploring one",
    Stage.DRAFTING: "you are drafting one",
    Stage.INTRODUCED: "you have introduced one",
    Stage.ADOPTED: "you have carried one through",
    Stage.IMPLEMENTING: "you are putting one into practice",
    Stage.DEFENDING: "you are defending one",
    Stage.STOPPED: "you have stopped",
}

BOTH = {
    Stage.EXPLORING: "you are both exploring",
    Stage.DRAFTING: "you are both drafting",
    Stage.INTRODUCED: "both of you have introduced a measure",
    Stage.ADOPTED: "both of you have carried a measure through",
    Stage.IMPLEMENTING: "both of you are putting a measure into practice",
    Stage.DEFENDING: "both of you are defending a measure",
    Stage.STOPPED: "both of you have stopped",
}

# What follows "carried a measure through in 2023", for one person and for "they".
SINCE_ADOPTION = {
    Stage.IMPLEMENTING: (" and is putting it into practice", " and are putting it into practice"),
    Stage.DEFENDING: (" and is defending it", " and are defending it"),
}


class WorkSentences:
    """See Catalogue."""

    def same_issue(self, peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
        """See Catalogue."""
        fact = f"{verb(peer, 'works', 'work')} on {topics(issues)}"
        return Sentence(
            f"{subject(peer)} ", fact, ", which you asked about." if asked else ", as you do."
        )

    def same_stage(self, peer: Person, issue: str, stage: Stage) -> Sentence:
        """See Catalogue."""
        fact = f"{verb(peer, 'works', 'work')} on {in_sentence(issue)}"
        return Sentence(f"{subject(peer)} ", fact, f" too; {BOTH[stage]}.")

    def wider_issue(
        self, peer: Person, theirs: str, asked: str, relation: Relation, above: str
    ) -> Sentence:
        """See Catalogue."""
        after = {
            Relation.BELOW: f", a part of {in_sentence(asked)}.",
            Relation.ABOVE: f", which takes in {in_sentence(asked)}.",
            Relation.BESIDE: (
                f", which, like {in_sentence(asked)}, is part of {in_sentence(above)}."
            ),
        }[relation]
        fact = f"{verb(peer, 'works', 'work')} on {in_sentence(theirs)}"
        return Sentence(f"{subject(peer)} ", fact, after)

    def further_along(
        self,
        peer: Person,
        issue: str,
        peer_stage: Stage,
        viewer_stage: Stage | None,
        adopted: When | None,
    ) -> Sentence:
        """See Catalogue."""
        topic = in_sentence(issue)
        if adopted is None or peer_stage not in (Stage.ADOPTED, *SINCE_ADOPTION):
            fact, now = verb(peer, *DOES[peer_stage]).format(topic), ""
        else:
            fact = f"carried a measure on {topic} through in {adopted.day.year}"
            now = verb(peer, *SINCE_ADOPTION.get(peer_stage, ("", "")))
        you = "" if viewer_stage is None else f"; {YOU[viewer_stage]}"
        return Sentence(f"{subject(peer)} ", fact, f"{now}{you}.")

    def also_works_on(self, peer: Person, issues: Sequence[str]) -> Sentence:
        """See Catalogue."""
        fact = f"{verb(peer, 'works', 'work')} on {topics(issues)}"
        return Sentence(f"{subject(peer)} also ", fact, ", as you do.")

    def offers(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"{verb(peer, 'offers', 'offer')} {listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{subject(peer)} ", fact, ", which you are looking for.")

    def seeks(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"{verb(peer, 'is', 'are')} looking for {listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{subject(peer)} ", fact, ", which you offer.")

    def reciprocity(
        self, peer: Person, theirs: Sequence[HelpKind], yours: Sequence[HelpKind]
    ) -> Sentence:
        """See Catalogue."""
        who = peer.given if peer.voice == Voice.NAME else subject(peer).lower()
        gives = f"{who} {verb(peer, 'has', 'have')} {listed([HELP[kind] for kind in theirs])}"
        takes = f"you have {listed([HELP[kind] for kind in yours])}"
        after = f": {gives} for you, and {takes} for {to_whom(peer)}."
        return Sentence("You ", "can help each other", after)
