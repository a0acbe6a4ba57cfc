"""What is said about work and the help that goes with it."""

from collections.abc import Sequence

from backend.directory.models import HelpKind, Stage
from backend.matching.reasons.wording.catalogue import Person, Relation, Sentence, When, in_sentence
from backend.matching.reasons.wording.es.words import HELP, in_midst, listed, subject, topics

DOES = {
    Stage.EXPLORING: "estudia una medida sobre {}",
    Stage.DRAFTING: "redacta una medida sobre {}",
    Stage.INTRODUCED: "ha presentado una medida sobre {}",
    Stage.ADOPTED: "ha sacado adelante una medida sobre {}",
    Stage.IMPLEMENTING: "pone en práctica una medida sobre {}",
    Stage.DEFENDING: "defiende una medida sobre {}",
    Stage.STOPPED: "ha dejado de trabajar en {}",
}

YOU = {
    Stage.EXPLORING: "usted estudia una",
    Stage.DRAFTING: "usted redacta una",
    Stage.INTRODUCED: "usted ha presentado una",
    Stage.ADOPTED: "usted ha sacado adelante una",
    Stage.IMPLEMENTING: "usted pone una en práctica",
    Stage.DEFENDING: "usted defiende una",
    Stage.STOPPED: "usted lo ha dejado",
}

BOTH = {
    Stage.EXPLORING: "ustedes dos estudian una medida",
    Stage.DRAFTING: "ustedes dos redactan una medida",
    Stage.INTRODUCED: "ustedes dos han presentado una medida",
    Stage.ADOPTED: "ustedes dos han sacado adelante una medida",
    Stage.IMPLEMENTING: "ustedes dos ponen una medida en práctica",
    Stage.DEFENDING: "ustedes dos defienden una medida",
    Stage.STOPPED: "ustedes dos lo han dejado",
}

SINCE_ADOPTION = {
    Stage.IMPLEMENTING: " y la pone en práctica",
    Stage.DEFENDING: " y la defiende",
}


class WorkSentences:
    """See Catalogue."""

    def same_issue(self, peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
        """See Catalogue."""
        after = ", el tema por el que usted pregunta." if asked else ", como usted."
        return Sentence(f"{subject(peer)} ", f"trabaja en {topics(issues)}", after)

    def same_stage(self, peer: Person, issue: str, stage: Stage) -> Sentence:
        """See Catalogue."""
        fact = f"trabaja en {in_sentence(issue)}"
        return Sentence(f"{subject(peer)} también ", fact, f"; {BOTH[stage]}.")

    def wider_issue(
        self, peer: Person, theirs: str, asked: str, relation: Relation, above: str
    ) -> Sentence:
        """See Catalogue."""
        after = {
            Relation.BELOW: f", que forma parte de {in_sentence(asked)}.",
            Relation.ABOVE: f", que abarca {in_sentence(asked)}.",
            Relation.BESIDE: (
                f", que, como {in_sentence(asked)}, forma parte de {in_sentence(above)}."
            ),
        }[relation]
        return Sentence(f"{subject(peer)} ", f"trabaja en {in_sentence(theirs)}", after)

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
            fact, now = DOES[peer_stage].format(topic), ""
        else:
            fact = f"sacó adelante una medida sobre {topic} en {adopted.day.year}"
            now = SINCE_ADOPTION.get(peer_stage, "")
        you = "" if viewer_stage is None else f"; {YOU[viewer_stage]}"
        return Sentence(f"{subject(peer)} ", fact, f"{now}{you}.")

    def also_works_on(self, peer: Person, issues: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence(
            f"{subject(peer)} también ", f"trabaja en {topics(issues)}", ", como usted."
        )

    def offers(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"ofrece {listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{subject(peer)} ", fact, ", lo que usted busca.")

    def seeks(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"busca {listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{subject(peer)} ", fact, ", lo que usted ofrece.")

    def reciprocity(
        self, peer: Person, theirs: Sequence[HelpKind], yours: Sequence[HelpKind]
    ) -> Sentence:
        """See Catalogue."""
        who = in_midst(peer)
        gives = f"{who} tiene {listed([HELP[kind] for kind in theirs])} para usted"
        takes = f"usted, {listed([HELP[kind] for kind in yours])} para {who}"
        return Sentence("", "Pueden ayudarse", f": {gives}; {takes}.")
