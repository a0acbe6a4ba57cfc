"""Who may be asked into a group today: the graph's shortlist, checked in the tables."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Exists, OuterRef

from backend.core.clock import today
from backend.directory.models import Membership, Official, Term
from backend.introductions.selectors.together import at_a_cap


def free_people(shortlist: Collection[int]) -> dict[int, Official]:
    """Return those of a shortlist who may be suggested today. One statement.

    They are members, in office, neither hidden nor paused nor at a cap.
    """
    outer = OuterRef("pk")
    rows = Official.objects.filter(
        Exists(Term.objects.filter(official=outer, during__contains=today())),
        ~at_a_cap(outer),
        pk__in=shortlist,
        membership=Membership.MEMBER,
        hidden=False,
        paused=False,
    )
    return {official.pk: official for official in rows}


def terms_today(officials: Collection[int]) -> dict[int, list[Term]]:
    """Return all the terms that each of these serves today, with seat, office and place.

    One statement; who sits on two bodies has two.
    """
    found: defaultdict[int, list[Term]] = defaultdict(list)
    rows = (
        Term.objects.filter(official__in=officials, during__contains=today())
        .select_related("seat__office__locality")
        .order_by("official_id", "-during", "-pk")
    )
    for term in rows:
        found[term.official_id].append(term)
    return found
