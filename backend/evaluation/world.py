"""The tables and the graph of a history as of some moment: made so, asked, and made otherwise.

What is written goes through the outbox and the relay's writer like any edit. Rows have the
position of what they stand for as their id, counted from 1. Only for a database and a graph that
are thrown away.
"""

from datetime import date

import numpy as np
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from backend.directory.models import (
    Issue,
    Locality,
    Membership,
    Office,
    OfficeKind,
    Official,
    Seat,
    Stage,
    Term,
    Work,
)
from backend.evaluation.history import UNDATED, History, Mask
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate
from backend.playbook.models import Adoption, DatePrecision, Policy
from backend.projection import relay
from backend.projection.rebuild import rebuild

SOURCE = "The history that is replayed"
LONGEST_LABEL = 120
# The tables know the states of the US and no place without one: who has none shares this one.
NO_STATE = "dc"
# When the tables say nothing else of a population.
SOME_YEAR = 2000


class World:
    """One official for each unit, who works on what their unit is seen to have adopted."""

    def __init__(self, history: History) -> None:
        """Write the units, topics and items, and nothing that anybody adopted."""
        self._history = history
        self._seen: Mask = np.zeros_like(history.ever)
        with transaction.atomic():
            self._write_units()
            self._write_items()
        rebuild()

    def be(self, seen: Mask) -> None:
        """Let exactly these adoptions have happened, in the tables and then in the graph."""
        changed = seen != self._seen
        if not changed.any():
            return
        with transaction.atomic():
            self._write_adoptions(seen & changed)
            gone = self._adoption_ids(~seen & changed)
            Adoption.objects.filter(pk__in=gone).delete()
            self._write_works(seen)
            outbox.record_many(Aggregate.ADOPTION, self._adoption_ids(changed))
            units = np.flatnonzero(changed.any(axis=1))
            outbox.record_many(Aggregate.OFFICIAL, (int(unit) + 1 for unit in units))
        relay.drain()
        self._seen = seen.copy()

    def _write_units(self) -> None:
        history = self._history
        localities, offices, seats, officials, terms = [], [], [], [], []
        for id_, (unit, place) in enumerate(zip(history.units, history.places, strict=True), 1):
            known = place.population if place else None
            localities.append(
                Locality(
                    pk=id_,
                    division_id=f"ocd-division/country:us/unit:{id_}",
                    name=unit,
                    kind="place",
                    state=(place.state if place else "") or NO_STATE,
                    population=known,
                    population_year=None if known is None else SOME_YEAR,
                    latitude=place.latitude if place else None,
                    longitude=place.longitude if place else None,
                )
            )
            offices.append(
                Office(pk=id_, locality_id=id_, name="Council", kind=OfficeKind.COUNCIL, title="-")
            )
            seats.append(Seat(pk=id_, office_id=id_))
            officials.append(Official(pk=id_, name=unit, membership=Membership.MEMBER))
            always = DateRange(date.min, None)
            terms.append(
                Term(pk=id_, seat_id=id_, official_id=id_, during=always, start_is_known=False)
            )
        Locality.objects.bulk_create(localities, batch_size=1000)
        Office.objects.bulk_create(offices, batch_size=1000)
        Seat.objects.bulk_create(seats, batch_size=1000)
        Official.objects.bulk_create(officials, batch_size=1000)
        Term.objects.bulk_create(terms, batch_size=1000)

    def _write_items(self) -> None:
        history = self._history
        Issue.objects.bulk_create(
            Issue(pk=id_, slug=f"topic-{id_}", name=name[:LONGEST_LABEL])
            for id_, name in enumerate(history.topics, 1)
        )
        Policy.objects.bulk_create(
            Policy(
                pk=id_,
                slug=f"item-{id_}",
                name=item.name,
                summary=item.text,
                issue_id=item.topic + 1,
            )
            for id_, item in enumerate(history.items, 1)
        )

    def _adoption_ids(self, which: Mask) -> list[int]:
        return [int(at) + 1 for at in np.flatnonzero(which)]

    def _write_adoptions(self, new: Mask) -> None:
        history = self._history
        Adoption.objects.bulk_create(
            (
                Adoption(
                    pk=int(unit) * len(history.items) + int(item) + 1,
                    policy_id=int(item) + 1,
                    locality_id=int(unit) + 1,
                    title=history.items[item].name,
                    source=SOURCE,
                    **_when(int(history.years[unit, item])),
                )
                for unit, item in np.argwhere(new)
            ),
            batch_size=1000,
        )

    def _write_works(self, seen: Mask) -> None:
        """Who has adopted something seen on a topic works on it."""
        before, now = self._on_topics(self._seen), self._on_topics(seen)
        over = [int(at) + 1 for at in np.flatnonzero(before & ~now)]
        Work.objects.filter(pk__in=over).delete()
        Work.objects.bulk_create(
            (
                Work(
                    pk=int(unit) * len(self._history.topics) + int(topic) + 1,
                    official_id=int(unit) + 1,
                    issue_id=int(topic) + 1,
                    stage=Stage.ADOPTED,
                )
                for unit, topic in np.argwhere(now & ~before)
            ),
            batch_size=1000,
        )

    def _on_topics(self, seen: Mask) -> Mask:
        history = self._history
        columns = [
            seen[:, history.topic_of == topic].any(axis=1) for topic in range(len(history.topics))
        ]
        return np.stack(columns, axis=1)


def _when(year: int) -> dict[str, date | str | None]:
    if year == UNDATED:
        return {"adopted_on": None, "precision": ""}
    return {"adopted_on": date(year, 1, 1), "precision": DatePrecision.YEAR}
