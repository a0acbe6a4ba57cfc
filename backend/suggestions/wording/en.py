"""English."""

from collections.abc import Sequence
from datetime import date

from backend.directory.models import HelpKind, OfficeKind, Stage
from backend.playbook.models import AdoptionStatus, DatePrecision
from backend.suggestions.wording.catalogue import (
    Person,
    Place,
    Relation,
    Sentence,
    Voice,
    When,
    Widening,
    in_sentence,
    rounded,
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

STAGES = {
    Stage.EXPLORING: "exploring",
    Stage.DRAFTING: "drafting",
    Stage.INTRODUCED: "introduced",
    Stage.ADOPTED: "adopted",
    Stage.IMPLEMENTING: "implementing",
    Stage.DEFENDING: "defending",
    Stage.STOPPED: "stopped",
}

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

HELP = {
    HelpKind.MODEL_TEXT: "model text",
    HelpKind.FISCAL_NOTE: "a fiscal note",
    HelpKind.TESTIMONY: "testimony",
    HelpKind.LEGAL_MEMO: "a legal memo",
    HelpKind.ROLLOUT_PLAN: "a roll-out plan",
    HelpKind.DATA_EVALUATION: "data and evaluation",
    HelpKind.COALITION_CONTACTS: "coalition contacts",
    HelpKind.TALK: "a talk",
}

OFFICES = {
    OfficeKind.COUNCIL: "sit on a council",
    OfficeKind.MAYOR: "are mayors",
    OfficeKind.COMMISSION: "serve on a commission",
    OfficeKind.SCHOOL_BOARD: "sit on a school board",
    OfficeKind.OTHER: "hold the same kind of office",
}

STATUS = {
    AdoptionStatus.ADOPTED: ".",
    AdoptionStatus.REPEALED: " and has repealed it since.",
    AdoptionStatus.OVERTURNED: "; it has been overturned since.",
}

WIDENINGS = {
    Widening.WIDER_ISSUE: (
        "Few people elsewhere work on exactly this, so some of these work on issues close to it."
    ),
    Widening.OTHER_ISSUES: (
        "Few people elsewhere work on this, so some of these share another issue with you."
    ),
    Widening.ORGANIZATIONS: (
        "Few people elsewhere work on this, so some of these share an organization with you."
    ),
    Widening.ALIKE_PLACES: (
        "Few people elsewhere work on this, so some of these serve places like yours."
    ),
    Widening.NOT_A_MEMBER: (
        "Suggestions are for members who hold an office. The directory shows everybody."
    ),
    Widening.HIDDEN: (
        "Your safety switch is on: nobody is suggested to you, and you to nobody, until it is off."
    ),
    Widening.PAUSED: (
        "You have paused suggestions: nobody is suggested to you, and you to nobody. "
        "End the pause on your own page."
    ),
    Widening.NOBODY: (
        "Nobody to suggest yet. Add what you work on, or look for people in the directory."
    ),
}


class English:
    """The texts in English."""

    def same_issue(self, peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
        """See Catalogue."""
        fact = f"{_verb(peer, 'works', 'work')} on {_topics(issues)}"
        return Sentence(
            f"{_subject(peer)} ", fact, ", which you asked about." if asked else ", as you do."
        )

    def same_stage(self, peer: Person, issue: str, stage: Stage) -> Sentence:
        """See Catalogue."""
        fact = f"{_verb(peer, 'works', 'work')} on {in_sentence(issue)}"
        return Sentence(f"{_subject(peer)} ", fact, f" too; {BOTH[stage]}.")

    def wider_issue(self, peer: Person, theirs: str, asked: str, relation: Relation) -> Sentence:
        """See Catalogue."""
        after = {
            Relation.BELOW: f", a part of {in_sentence(asked)}.",
            Relation.ABOVE: f", which takes in {in_sentence(asked)}.",
            Relation.BESIDE: f", which is close to {in_sentence(asked)}.",
        }[relation]
        fact = f"{_verb(peer, 'works', 'work')} on {in_sentence(theirs)}"
        return Sentence(f"{_subject(peer)} ", fact, after)

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
            fact, now = _verb(peer, *DOES[peer_stage]).format(topic), ""
        else:
            fact = f"carried a measure on {topic} through in {adopted.day.year}"
            now = _verb(peer, *SINCE_ADOPTION.get(peer_stage, ("", "")))
        you = "" if viewer_stage is None else f"; {YOU[viewer_stage]}"
        return Sentence(f"{_subject(peer)} ", fact, f"{now}{you}.")

    def also_works_on(self, peer: Person, issues: Sequence[str]) -> Sentence:
        """See Catalogue."""
        fact = f"{_verb(peer, 'works', 'work')} on {_topics(issues)}"
        return Sentence(f"{_subject(peer)} also ", fact, ", as you do.")

    def offers(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"{_verb(peer, 'offers', 'offer')} {_listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{_subject(peer)} ", fact, ", which you are looking for.")

    def seeks(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"{_verb(peer, 'is', 'are')} looking for {_listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{_subject(peer)} ", fact, ", which you offer.")

    def shared_organization(self, names: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence("Both of you ", f"belong to {_listed(names)}", ".")

    def place_adopted(
        self, place: Place, policy: str, when: When, status: AdoptionStatus
    ) -> Sentence:
        """See Catalogue."""
        fact = f"adopted “{policy}” in {_month(when)}"
        return Sentence(f"{place.name} ", fact, STATUS[status])

    def nearby(self, place: Place, own: Place, miles: float) -> Sentence:
        """See Catalogue."""
        distance = "less than 5 miles" if miles < 5 else f"about {_round_miles(miles):,} miles"
        return Sentence(f"{place.name} ", f"is {distance} from {own.name}", ".")

    def alike_size(self, place: Place, own: Place) -> Sentence:
        """See Catalogue."""
        theirs, yours = place.population or 0, own.population or 0
        numbers = f": {rounded(theirs)} and {rounded(yours)} people."
        ratio = max(theirs, yours, 1) / max(1, min(theirs, yours))
        if ratio <= 1.5:
            return Sentence(f"{place.name} and {own.name} ", "are about the same size", numbers)
        if ratio <= 3:
            return Sentence(f"{place.name} and {own.name} ", "are of comparable size", numbers)
        fact = f"{place.name} has {rounded(theirs)} people"
        return Sentence("", fact, f", {own.name} {rounded(yours)}.")

    def same_office(self, kind: OfficeKind) -> Sentence:
        """See Catalogue."""
        return Sentence("Both of you ", OFFICES[kind], ".")

    def work_label(self, stage: Stage, since: date | None, *, with_stage: bool) -> str:
        """See Catalogue."""
        if since is None:
            return STAGES[stage]
        return f"{STAGES[stage]}, on it since {since.year}" if with_stage else f"since {since.year}"

    def help_label(self, kind: HelpKind, line: str) -> str:
        """See Catalogue."""
        return f"“{line}”" if line else HELP[kind]

    def adoption_label(self, title: str, when: When) -> str:
        """See Catalogue."""
        return f"{title}, adopted {_day(when)}"

    def membership_label(self, name: str, since: date | None) -> str:
        """See Catalogue."""
        return name if since is None else f"{name}, since {since.year}"

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """See Catalogue."""
        name = f"{place.name}, {place.state}"
        if not with_population or place.population is None:
            return name
        return f"{name}: {place.population:,} people ({place.population_year})"

    def widening(self, why: Widening) -> str:
        """See Catalogue."""
        return WIDENINGS[why]

    def unavailable(self) -> str:
        """See Catalogue."""
        return (
            "Suggestions are taking a break. The directory and your own profile work as always; "
            "try again in a few minutes."
        )


def _subject(person: Person) -> str:
    pronouns = {Voice.SHE: "She", Voice.HE: "He", Voice.THEY: "They"}
    return pronouns.get(person.voice, person.given)


def _verb(person: Person, one: str, they: str) -> str:
    return they if person.voice == Voice.THEY else one


def _listed(names: Sequence[str]) -> str:
    """Join three at most: "A", "A and B", "A, B and 2 more"."""
    shown = list(names) if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _topics(issues: Sequence[str]) -> str:
    return _listed([in_sentence(issue) for issue in issues])


def _month(when: When) -> str:
    if when.precision == DatePrecision.YEAR:
        return str(when.day.year)
    return f"{MONTHS[when.day.month - 1]} {when.day.year}"


def _day(when: When) -> str:
    day = f"{when.day.day} " if when.precision == DatePrecision.DAY else ""
    return f"{day}{_month(when)}"


def _round_miles(miles: float) -> int:
    step = 5 if miles < 100 else 50
    return max(step, round(miles / step) * step)
