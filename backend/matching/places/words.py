"""What members read about places that are alike, in both languages."""

from collections.abc import Mapping
from enum import StrEnum

from backend.accounts.models import Language
from backend.matching.places.likeness import Fact


class Note(StrEnum):
    """Why there is no list, or nothing on it."""

    NO_PLACE = "no_place"
    NOTHING_KNOWN = "nothing_known"
    NOBODY_ALIKE = "nobody_alike"


FACTS: Mapping[Language, Mapping[Fact, str]] = {
    Language.ENGLISH: {
        Fact.POPULATION: "Population",
        Fact.RENTER_SHARE: "Homes that are rented",
        Fact.MEDIAN_RENT: "Median rent",
        Fact.MEDIAN_INCOME: "Median household income",
        Fact.POVERTY_SHARE: "People in poverty",
        Fact.TRANSIT_SHARE: "Commutes by transit",
        Fact.UNION_SHARE: "Workers in unions",
    },
    Language.SPANISH: {
        Fact.POPULATION: "Población",
        Fact.RENTER_SHARE: "Viviendas en alquiler",
        Fact.MEDIAN_RENT: "Alquiler mediano",
        Fact.MEDIAN_INCOME: "Ingreso mediano por hogar",
        Fact.POVERTY_SHARE: "Personas en pobreza",
        Fact.TRANSIT_SHARE: "Viajes al trabajo en transporte público",
        Fact.UNION_SHARE: "Trabajadores sindicalizados",
    },
}

NOTES: Mapping[Language, Mapping[Note, str]] = {
    Language.ENGLISH: {
        Note.NO_PLACE: (
            "Places are compared with the one you serve, and no office of yours is known here."
        ),
        Note.NOTHING_KNOWN: (
            "Nothing that counts for this issue is known of your place yet, so no other can be "
            "called alike."
        ),
        Note.NOBODY_ALIKE: "No other place is known to be like yours for this issue.",
    },
    Language.SPANISH: {
        Note.NO_PLACE: (
            "Los lugares se comparan con el suyo, y aquí no consta ningún cargo a su nombre."
        ),
        Note.NOTHING_KNOWN: (
            "De su lugar no se conoce todavía ningún dato que cuente para este tema, así que "
            "ningún otro puede llamarse parecido."
        ),
        Note.NOBODY_ALIKE: "No consta ningún otro lugar parecido al suyo para este tema.",
    },
}
