"""What the invented officials work on, and what their places have adopted by now."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from backend.demo import sources
from backend.demo.model import Adoption, Issue, Place, Work

# How common each stage is, in percent.
STAGES = {
    "exploring": 19,
    "drafting": 20,
    "introduced": 11,
    "adopted": 13,
    "implementing": 22,
    "defending": 8,
    "stopped": 7,
}
# How many days ago a place adopted what it is at this stage of.
ADOPTED_AGO = {
    "adopted": (20, 330),
    "implementing": (330, 2_000),
    "defending": (200, 2_200),
    "stopped": (700, 2_600),
}
# What a place does instead where its state forbids the policy.
BELOW_A_BAN = {"adopted": "drafting", "implementing": "exploring", "defending": "stopped"}
SEEKS = {
    "exploring": ("talk", "data_evaluation", "coalition_contacts", "fiscal_note"),
    "drafting": ("model_text", "fiscal_note", "legal_memo", "talk"),
    "introduced": ("testimony", "fiscal_note", "coalition_contacts"),
    "adopted": ("rollout_plan", "data_evaluation", "talk"),
    "implementing": ("data_evaluation",),
    "defending": ("legal_memo", "coalition_contacts", "testimony"),
    "stopped": (),
}
OFFERS = {
    "exploring": (),
    "drafting": ("coalition_contacts",),
    "introduced": ("model_text", "coalition_contacts"),
    "adopted": ("model_text", "testimony", "fiscal_note"),
    "implementing": ("model_text", "rollout_plan", "data_evaluation", "talk", "fiscal_note"),
    "defending": ("legal_memo", "talk", "testimony", "data_evaluation"),
    "stopped": ("talk",),
}


class Progress:
    """How far each place is on each issue, so that two people of one place don't contradict."""

    def __init__(self, rng: Random, today: date) -> None:
        """Start with nothing decided."""
        self._rng = rng
        self._today = today
        self._stages: dict[tuple[str, str], str] = {}
        self._dates: dict[tuple[str, str], date] = {}
        self._lines: set[str] = set()
        self._forbidden = {(each.state, each.policy) for each in sources.preemptions()}
        self.adoptions: dict[tuple[str, str], Adoption] = {}

    def work(self, place: Place, issue: Issue, *, rank: int, start: date) -> Work:
        """Make up one person's work; `rank` counts their issues from the strongest."""
        stage = self._stage(place, issue)
        seeks = self._help("seeks", SEEKS[stage])
        return Work(
            issue=issue.slug,
            stage=stage,
            priority=(3 if self._rng.random() < 0.8 else 2) if rank == 0 else 1 + rank % 2,
            since=self._since(place, issue, start),
            line=self._line(place, issue, stage) if self._rng.random() < 0.95 else "",
            seeks=seeks,
            offers=self._help("offers", tuple(k for k in OFFERS[stage] if k not in seeks)),
        )

    def given(
        self, place: Place, issue: Issue, entry: Mapping[str, Any], *, start: date, recent: date
    ) -> Work:
        """Take over work as it was written by hand; without an adoption it began on `recent`."""
        since = recent
        key = (place.division_id, issue.slug)
        self._stages[key] = entry["stage"]
        self._lines.add(entry["line"])
        if "adopted" in entry:
            adopted = entry["adopted"]
            day = date(self._today.year - adopted["years"], adopted["month"], adopted["day"])
            self._dates[key] = day
            since = max(day - timedelta(days=400), start)
            self._adopt(place, issue, day, title=adopted.get("title"), number=adopted.get("number"))
        return Work(
            issue=issue.slug,
            stage=entry["stage"],
            priority=entry["priority"],
            since=since,
            line=entry["line"],
            seeks=entry.get("seeks", {}),
            offers=entry.get("offers", {}),
        )

    def _stage(self, place: Place, issue: Issue) -> str:
        key = (place.division_id, issue.slug)
        if key not in self._stages:
            stage = self._rng.choices(tuple(STAGES), tuple(STAGES.values()))[0]
            is_forbidden = self._is_forbidden(place, issue)
            if is_forbidden:
                stage = BELOW_A_BAN.get(stage, stage)
            self._stages[key] = stage
            # What was stopped was adopted first in half of the cases.
            was_adopted = stage != "stopped" or self._rng.random() < 0.5
            if stage in ADOPTED_AGO and was_adopted and not is_forbidden:
                day = self._today - timedelta(days=self._rng.randint(*ADOPTED_AGO[stage]))
                self._dates[key] = day
                status = "adopted"
                if stage == "stopped":
                    status = self._rng.choice(("repealed", "overturned"))
                self._adopt(place, issue, day, status=status)
        return self._stages[key]

    def _is_forbidden(self, place: Place, issue: Issue) -> bool:
        return issue.policy is not None and (place.state, issue.policy.slug) in self._forbidden

    def _adopt(
        self,
        place: Place,
        issue: Issue,
        day: date,
        *,
        title: str | None = None,
        number: int | None = None,
        status: str = "adopted",
    ) -> None:
        if issue.policy is None:
            return
        precision = (
            self._rng.choices(("day", "month", "year"), (86, 9, 5))[0] if not title else "day"
        )
        if precision != "day":
            day = day.replace(day=1) if precision == "month" else day.replace(month=1, day=1)
        adoption = Adoption(
            division=place.division_id,
            policy=issue.policy.slug,
            title=_title(self._rng, place, day.year, title, number),
            adopted_on=day,
            precision=precision,
            status=status,
        )
        self.adoptions[adoption.key] = adoption

    def _since(self, place: Place, issue: Issue, start: date) -> date | None:
        if self._rng.random() < 0.08:
            return None
        adopted = self._dates.get((place.division_id, issue.slug))
        begun = (adopted or self._today) - timedelta(days=self._rng.randint(40, 640))
        # Nobody works on it as an official much before taking office.
        return min(max(begun, start - timedelta(days=90)), self._today - timedelta(days=7))

    def _line(self, place: Place, issue: Issue, stage: str) -> str:
        adopted = self._dates.get((place.division_id, issue.slug), self._today)
        own = issue.late if stage in {"implementing", "defending"} else issue.early
        if stage == "stopped":
            own = ()
        line = ""
        for _ in range(12):
            opening = self._rng.choice(sources.openings(stage))
            line = opening.format(object=issue.object, year=adopted.year)
            if own and self._rng.random() < 0.8:
                line = f"{line} {self._rng.choice(own)}"
            if line not in self._lines:
                break
        self._lines.add(line)
        return line

    def _help(self, direction: str, kinds: tuple[str, ...]) -> dict[str, str]:
        count = min(len(kinds), self._rng.choices((0, 1, 2, 3), (15, 40, 35, 10))[0])
        return {
            kind: self._rng.choice(sources.help_lines(direction, kind))
            for kind in self._rng.sample(kinds, count)
        }


def _title(rng: Random, place: Place, year: int, word: str | None, number: int | None) -> str:
    """Name an adoption as such a place would: "Ordinance 2023-114", "Local Law 7 of 2021"."""
    number = number or rng.randint(3, 190)
    if word is None and place.state == "ny":
        return f"Local Law {rng.randint(1, 24)} of {year}"
    if word is None:
        word = rng.choices(
            ("Ordinance", "Resolution"), (1, 3) if place.kind == "county" else (4, 1)
        )[0]
    return f"{word} {year}-{number}"


def with_lineage(rng: Random, adoptions: list[Adoption]) -> list[Adoption]:
    """Let most adoptions adapt an earlier one of the same policy, at least three months older."""
    found: list[Adoption] = []
    for adoption in sorted(adoptions, key=lambda each: (each.adopted_on, each.key)):
        earlier = [
            each
            for each in found
            if each.policy == adoption.policy
            and each.adopted_on < adoption.adopted_on - timedelta(days=90)
            and each.division != adoption.division
        ]
        parent = rng.choice(earlier[-6:]).key if earlier and rng.random() < 0.6 else None
        found.append(replace(adoption, adapted_from=parent))
    return found
