"""The weights and fixed scales of the score: data, with a version that each suggestion records.

Issue match, shared work, nearness and size follow what did best on real adoption histories; stage,
offers, organizations and office are not backed by such data yet, so none of them outweighs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Weights:
    """A weight for each reason code, and the scales that turn measures into likenesses."""

    version: str
    terms: Mapping[str, float]
    relatives: Mapping[str, float]  # likeness of a parent, child or sibling to the asked issue
    shared: float  # the sum of 1 / ln(1 + degree) at which shared things are 63% alike
    farthest_km: float  # from here on nothing is near
    size_decades: float  # powers of ten between two populations that are not alike at all
    half_life_years: float  # after which an adoption counts half


FIRST = Weights(
    version="2026.1",
    terms=MappingProxyType(
        {
            "same_issue": 1.5,
            "wider_issue": 0.3,
            "further_along": 0.8,
            "also_works_on": 0.4,
            "offers_what_you_seek": 0.3,
            "seeks_what_you_offer": 0.1,
            "shared_organization": 0.3,
            "place_adopted": 0.5,
            "nearby": 0.2,
            "alike_size": 0.25,
            "same_office": 0.05,
        }
    ),
    relatives=MappingProxyType({"parent": 0.6, "child": 0.8, "sibling": 0.5}),
    shared=0.5,
    farthest_km=4500.0,
    size_decades=2.0,
    half_life_years=10.0,
)
