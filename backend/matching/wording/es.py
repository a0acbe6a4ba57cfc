"""Spanish. The names of issues come as they are stored."""

from backend.matching.coalition import Fact, Reach, Relation
from backend.matching.wording.texts import Note, Texts

TEXTS = Texts(
    facts={
        Fact.POPULATION: "Población",
        Fact.RENTER_SHARE: "Viviendas en alquiler",
        Fact.MEDIAN_RENT: "Alquiler mediano",
        Fact.MEDIAN_INCOME: "Ingreso mediano por hogar",
        Fact.POVERTY_SHARE: "Personas en pobreza",
        Fact.TRANSIT_SHARE: "Viajes al trabajo en transporte público",
        Fact.UNION_SHARE: "Trabajadores sindicalizados",
    },
    notes={
        Note.NO_PLACE: (
            "Los lugares se comparan con el suyo, y aquí no consta ningún cargo a su nombre."
        ),
        Note.NOTHING_KNOWN: (
            "De su lugar no se conoce todavía ningún dato que cuente para este tema, así que "
            "ningún otro puede llamarse parecido."
        ),
        Note.NOBODY_ALIKE: "No consta ningún otro lugar parecido al suyo para este tema.",
        Note.UNAVAILABLE: (
            "Por ahora no se pueden comparar lugares. El directorio y su propio perfil funcionan "
            "como siempre; vuelva a intentarlo en unos minutos."
        ),
    },
    active={
        Relation.SAME: "Trabaja en {issue} {where}.",
        Relation.BELOW: "Trabaja en {issue}, una parte de {asked}, {where}.",
        Relation.ABOVE: "Trabaja en {issue}, de lo que {asked} es una parte, {where}.",
    },
    where={
        Reach.LOCALITY: "en {}",
        Reach.STATE: "en todo el estado de {}",
        Reach.NATIONAL: "en todo el país",
    },
)
