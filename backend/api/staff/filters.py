"""What staff can narrow the officials by."""

from enum import Enum
from typing import Any

import graphene
from django.db.models import QuerySet
from django_filters import BooleanFilter, CharFilter, FilterSet
from graphene_django.filter import TypedFilter
from graphene_django.filter.utils import get_filtering_args_from_filterset

from backend.api.guard.messages import ApiMessage
from backend.api.staff import types
from backend.core.errors import DomainError, ErrorCode, Problem
from backend.core.messages import Message
from backend.directory.models import Official
from backend.directory.selectors import staff
from backend.directory.selectors.officials import searched


class OfficialFilters(FilterSet):
    """The filters, all of which must hold."""

    search = CharFilter(method="find", max_length=200, label="Words in the name, place or issues.")
    membership = TypedFilter(input_type=types.Membership)
    in_office = BooleanFilter()
    state = CharFilter(method="of_state", label="Two letters: “AZ”.")
    issue = CharFilter(method="on_issue", label="The slug of an issue; those below it count too.")

    class Meta:
        model = Official
        fields = ("hidden", "paused")

    def find(self, officials: QuerySet[Official], _name: str, value: str) -> QuerySet[Official]:
        """Keep those with words that begin so."""
        return searched(officials, value)

    def of_state(self, officials: QuerySet[Official], _name: str, value: str) -> QuerySet[Official]:
        """Keep those of a state."""
        return staff.with_state(officials, value)

    def on_issue(self, officials: QuerySet[Official], _name: str, value: str) -> QuerySet[Official]:
        """Keep those who work on an issue."""
        return staff.with_issue(officials, value)


def filter_arguments() -> dict[str, graphene.Argument]:
    """Return the filters as arguments of a field."""
    arguments: dict[str, graphene.Argument] = get_filtering_args_from_filterset(
        OfficialFilters, types.Official
    )
    return arguments


def filtered(officials: QuerySet[Official], given: dict[str, Any]) -> QuerySet[Official]:
    """Apply filters. Raises a DomainError that names each field that can't be."""
    plain = {
        name: value.value if isinstance(value, Enum) else value for name, value in given.items()
    }
    filters = OfficialFilters(data=plain, queryset=officials)
    if not filters.is_valid():
        raise DomainError(
            *(
                Problem(ErrorCode.INVALID, Message(ApiMessage.NO_SUCH_FILTER_VALUE), field)
                for field in filters.errors
            )
        )
    kept: QuerySet[Official] = filters.qs
    return kept
