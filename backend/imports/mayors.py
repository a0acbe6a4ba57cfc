"""Which office and seat of a locality is its mayor's."""

from collections.abc import Iterable

from django.db.models import Q

from backend.directory.models import Office, OfficeKind, Seat

NAME = "Mayor"


def offices_of(division_ids: Iterable[str]) -> dict[str, Office]:
    """Return the mayor's office of each place that has one, by division id."""
    found = (
        Office.objects.filter(locality__division_id__in=list(division_ids))
        .filter(Q(kind=OfficeKind.MAYOR) | Q(name=NAME))
        .select_related("locality")
        .order_by("-pk")
    )
    # Whoever comes last stays: an office of that kind before one that only has the name.
    ranked = sorted(found, key=lambda office: office.kind == OfficeKind.MAYOR)
    return {office.locality.division_id: office for office in ranked}


def seats_of(division_ids: Iterable[str]) -> dict[str, Seat]:
    """Return the mayor's seat of each place that has one, by division id."""
    offices = offices_of(division_ids)
    seats = Seat.objects.filter(office__in=offices.values()).order_by("-label", "-pk")
    # The unlabelled seat comes last and stays.
    by_office = {seat.office_id: seat for seat in seats}
    return {
        division_id: by_office[office.pk]
        for division_id, office in offices.items()
        if office.pk in by_office
    }
