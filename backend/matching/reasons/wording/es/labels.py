"""Names of evidence, and why a list is as it is."""

from datetime import date

from backend.directory.models import FactName, HelpKind, Stage
from backend.matching.reasons.wording.catalogue import Figure, Place, When, Widening
from backend.matching.reasons.wording.es.words import FACTS, HELP, day, day_of
from backend.matching.reasons.wording.numbers import amount

STAGES = {
    Stage.EXPLORING: "en estudio",
    Stage.DRAFTING: "en redacción",
    Stage.INTRODUCED: "presentada",
    Stage.ADOPTED: "aprobada",
    Stage.IMPLEMENTING: "en aplicación",
    Stage.DEFENDING: "en defensa",
    Stage.STOPPED: "detenida",
}

WIDENINGS = {
    Widening.WIDER_ISSUE: (
        "Pocas personas de otros lugares trabajan justo en esto; algunas de estas trabajan en "
        "temas cercanos."
    ),
    Widening.OTHER_ISSUES: (
        "Pocas personas de otros lugares trabajan en esto; algunas de estas comparten otro tema "
        "con usted."
    ),
    Widening.ORGANIZATIONS: (
        "Pocas personas de otros lugares trabajan en esto; algunas de estas comparten una "
        "organización con usted."
    ),
    Widening.ALIKE_PLACES: (
        "Pocas personas de otros lugares trabajan en esto; algunas de estas sirven en lugares "
        "como el suyo."
    ),
    Widening.NOT_A_MEMBER: (
        "Las sugerencias son para miembros con un cargo. El directorio muestra a todas las "
        "personas."
    ),
    Widening.HIDDEN: (
        "Su interruptor de seguridad está activado: hasta que lo apague, nadie se le sugiere ni "
        "usted a nadie."
    ),
    Widening.PAUSED: (
        "Ha pausado las sugerencias: nadie se le sugiere ni usted a nadie. "
        "Termine la pausa en su propia página."
    ),
    Widening.FULL: (
        "Quienes encajarían ya se han sugerido a tantos miembros como permite una semana. "
        "El lunes hay sugerencias nuevas; el directorio muestra a todo el mundo."
    ),
    Widening.NOBODY: (
        "Aún no hay nadie que sugerir. Añada en qué trabaja o busque en el directorio."
    ),
}


class Labels:
    """See Catalogue."""

    def work_label(self, stage: Stage, since: date | None, *, with_stage: bool) -> str:
        """See Catalogue."""
        if since is None:
            return STAGES[stage]
        return f"{STAGES[stage]}, desde {since.year}" if with_stage else f"desde {since.year}"

    def help_label(self, kind: HelpKind, line: str) -> str:
        """See Catalogue."""
        return f"«{line}»" if line else HELP[kind]

    def adoption_label(self, title: str, when: When, place: Place | None) -> str:
        """See Catalogue."""
        at = "" if place is None else f"{place.name}: "
        return f"{at}{title}, {day(when)}"

    def membership_label(self, name: str, since: date | None) -> str:
        """See Catalogue."""
        return name if since is None else f"{name}, desde {since.year}"

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """See Catalogue."""
        name = f"{place.name}, {place.state}"
        if not with_population or place.population is None:
            return name
        return f"{name}: {place.population:,} habitantes ({place.population_year})"

    def event_label(self, name: str, on: date) -> str:
        """See Catalogue."""
        return f"{name}, {day_of(on)}"

    def preemption_label(self, state: str, since: int) -> str:
        """See Catalogue."""
        return f"{state}, desde {since}"

    def fact_label(self, place: Place, name: FactName, figure: Figure) -> str:
        """See Catalogue."""
        said = FACTS[name].format(amount(name, figure.value))
        return f"{place.name}: {said} ({figure.year})"

    def saved_label(self, on: date) -> str:
        """See Catalogue."""
        return day_of(on)

    def widening(self, why: Widening) -> str:
        """See Catalogue."""
        return WIDENINGS[why]

    def unavailable(self) -> str:
        """See Catalogue."""
        return (
            "Las sugerencias no están disponibles por ahora. El directorio y su perfil funcionan "
            "como siempre; vuelva a intentarlo en unos minutos."
        )
