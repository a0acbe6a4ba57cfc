"""Which of a person's terms is the one to show."""

from collections.abc import Sequence

from django.db.models import Case, DateField, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from backend.core.clock import today
from backend.directory.models import Official, Term


def by_interest() -> tuple[Case | str, ...]:
    """Return the order of a person's terms: first the present one, then the next, then the last."""
    on = today()
    coming = Q(during__startswith__gt=on)
    return (
        Case(
            When(during__contains=on, then=Value(0)),
            When(coming, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        ),
        Case(When(coming, then=F("during__startswith")), output_field=DateField()),
        "-during",
        "-pk",
    )


def shown_term_of_outer() -> QuerySet[Term]:
    """Return, for use in a subquery over officials, their terms with the one to show first."""
    return Term.objects.filter(official=OuterRef("pk")).order_by(*by_interest())


def shown_terms(officials: Sequence[Official]) -> dict[int, Term]:
    """Return the term to show of each official who has one, with seat, office and place.

    One statement, whatever the number of officials.
    """
    terms = (
        Term.objects.filter(official__in=[official.pk for official in officials])
        .order_by("official_id", *by_interest())
        .distinct("official_id")
        .select_related("seat__office__locality")
    )
    return {term.official_id: term for term in terms}


def is_current(term: Term | None) -> bool:
    """Tell whether this term runs today."""
    if term is None:
        return False
    on = today()
    starts, ends = term.during.lower, term.during.upper
    return (starts is None or starts <= on) and (ends is None or on < ends)
