"""Spanish. The names of issues and policies come as they are stored."""

from collections.abc import Sequence
from datetime import date

from backend.directory.models import HelpKind, OfficeKind, Stage
from backend.playbook.models import AdoptionStatus, DatePrecision
from backend.suggestions.wording.catalogue import (
    Person,
    Place,
    Relation,
    Sentence,
    Voice,
    When,
    Widening,
    in_sentence,
    rounded,
)

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip

STAGES = {
    Stage.EXPLORING: "en estudio",
    Stage.DRAFTING: "en redacción",
    Stage.INTRODUCED: "presentada",
    Stage.ADOPTED: "aprobada",
    Stage.IMPLEMENTING: "en aplicación",
    Stage.DEFENDING: "en defensa",
    Stage.STOPPED: "detenida",
}

DOES = {
    Stage.EXPLORING: "estudia una medida sobre {}",
    Stage.DRAFTING: "redacta una medida sobre {}",
    Stage.INTRODUCED: "ha presentado una medida sobre {}",
    Stage.ADOPTED: "ha sacado adelante una medida sobre {}",
    Stage.IMPLEMENTING: "pone en práctica una medida sobre {}",
    Stage.DEFENDING: "defiende una medida sobre {}",
    Stage.STOPPED: "ha dejado de trabajar en {}",
}

YOU = {
    Stage.EXPLORING: "usted estudia una",
    Stage.DRAFTING: "usted redacta una",
    Stage.INTRODUCED: "usted ha presentado una",
    Stage.ADOPTED: "usted ha sacado adelante una",
    Stage.IMPLEMENTING: "usted pone una en práctica",
    Stage.DEFENDING: "usted defiende una",
    Stage.STOPPED: "usted lo ha dejado",
}

BOTH = {
    Stage.EXPLORING: "las dos partes estudian una medida",
    Stage.DRAFTING: "las dos partes redactan una medida",
    Stage.INTRODUCED: "las dos partes han presentado una medida",
    Stage.ADOPTED: "las dos partes han sacado adelante una medida",
    Stage.IMPLEMENTING: "las dos partes ponen una medida en práctica",
    Stage.DEFENDING: "las dos partes defienden una medida",
    Stage.STOPPED: "las dos partes lo han dejado",
}

SINCE_ADOPTION = {
    Stage.IMPLEMENTING: " y la pone en práctica",
    Stage.DEFENDING: " y la defiende",
}

HELP = {
    HelpKind.MODEL_TEXT: "un texto modelo",
    HelpKind.FISCAL_NOTE: "una nota fiscal",
    HelpKind.TESTIMONY: "un testimonio",
    HelpKind.LEGAL_MEMO: "un memorando jurídico",
    HelpKind.ROLLOUT_PLAN: "un plan de puesta en marcha",
    HelpKind.DATA_EVALUATION: "datos y evaluación",
    HelpKind.COALITION_CONTACTS: "contactos de la coalición",
    HelpKind.TALK: "una conversación",
}

OFFICES = {
    OfficeKind.COUNCIL: "forman parte de un concejo",
    OfficeKind.MAYOR: "dirigen una alcaldía",
    OfficeKind.COMMISSION: "forman parte de una comisión",
    OfficeKind.SCHOOL_BOARD: "forman parte de una junta escolar",
    OfficeKind.OTHER: "ocupan el mismo tipo de cargo",
}

STATUS = {
    AdoptionStatus.ADOPTED: ".",
    AdoptionStatus.REPEALED: " y después lo derogó.",
    AdoptionStatus.OVERTURNED: "; después fue anulado.",
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
    Widening.NOBODY: (
        "Aún no hay nadie que sugerir. Añada en qué trabaja o busque en el directorio."
    ),
}


class Spanish:
    """The texts in Spanish."""

    def same_issue(self, peer: Person, issues: Sequence[str], *, asked: bool) -> Sentence:
        """See Catalogue."""
        after = ", el tema por el que usted pregunta." if asked else ", como usted."
        return Sentence(f"{_subject(peer)} ", f"trabaja en {_topics(issues)}", after)

    def same_stage(self, peer: Person, issue: str, stage: Stage) -> Sentence:
        """See Catalogue."""
        fact = f"trabaja en {in_sentence(issue)}"
        return Sentence(f"{_subject(peer)} también ", fact, f"; {BOTH[stage]}.")

    def wider_issue(self, peer: Person, theirs: str, asked: str, relation: Relation) -> Sentence:
        """See Catalogue."""
        after = {
            Relation.BELOW: f", que forma parte de {in_sentence(asked)}.",
            Relation.ABOVE: f", que abarca {in_sentence(asked)}.",
            Relation.BESIDE: f", cercano a {in_sentence(asked)}.",
        }[relation]
        return Sentence(f"{_subject(peer)} ", f"trabaja en {in_sentence(theirs)}", after)

    def further_along(
        self,
        peer: Person,
        issue: str,
        peer_stage: Stage,
        viewer_stage: Stage | None,
        adopted: When | None,
    ) -> Sentence:
        """See Catalogue."""
        topic = in_sentence(issue)
        if adopted is None or peer_stage not in (Stage.ADOPTED, *SINCE_ADOPTION):
            fact, now = DOES[peer_stage].format(topic), ""
        else:
            fact = f"sacó adelante una medida sobre {topic} en {adopted.day.year}"
            now = SINCE_ADOPTION.get(peer_stage, "")
        you = "" if viewer_stage is None else f"; {YOU[viewer_stage]}"
        return Sentence(f"{_subject(peer)} ", fact, f"{now}{you}.")

    def also_works_on(self, peer: Person, issues: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence(
            f"{_subject(peer)} también ", f"trabaja en {_topics(issues)}", ", como usted."
        )

    def offers(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"ofrece {_listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{_subject(peer)} ", fact, ", lo que usted busca.")

    def seeks(self, peer: Person, kinds: Sequence[HelpKind]) -> Sentence:
        """See Catalogue."""
        fact = f"busca {_listed([HELP[kind] for kind in kinds])}"
        return Sentence(f"{_subject(peer)} ", fact, ", lo que usted ofrece.")

    def shared_organization(self, names: Sequence[str]) -> Sentence:
        """See Catalogue."""
        return Sentence("Las dos partes ", f"pertenecen a {_listed(names)}", ".")

    def place_adopted(
        self, place: Place, policy: str, when: When, status: AdoptionStatus
    ) -> Sentence:
        """See Catalogue."""
        fact = f"adoptó «{policy}» en {_month(when)}"
        return Sentence(f"{place.name} ", fact, STATUS[status])

    def nearby(self, place: Place, own: Place, miles: float) -> Sentence:
        """See Catalogue."""
        distance = "menos de 5 millas" if miles < 5 else f"unas {_round_miles(miles):,} millas"
        return Sentence(f"{place.name} ", f"está a {distance} de {own.name}", ".")

    def alike_size(self, place: Place, own: Place) -> Sentence:
        """See Catalogue."""
        theirs, yours = place.population or 0, own.population or 0
        numbers = f": {rounded(theirs)} y {rounded(yours)} habitantes."
        ratio = max(theirs, yours, 1) / max(1, min(theirs, yours))
        if ratio <= 1.5:
            fact = "tienen más o menos el mismo tamaño"
        elif ratio <= 3:
            fact = "tienen un tamaño comparable"
        else:
            fact = f"{place.name} tiene {rounded(theirs)} habitantes"
            return Sentence("", fact, f"; {own.name}, {rounded(yours)}.")
        return Sentence(f"{place.name} y {own.name} ", fact, numbers)

    def same_office(self, kind: OfficeKind) -> Sentence:
        """See Catalogue."""
        return Sentence("Las dos partes ", OFFICES[kind], ".")

    def work_label(self, stage: Stage, since: date | None, *, with_stage: bool) -> str:
        """See Catalogue."""
        if since is None:
            return STAGES[stage]
        return f"{STAGES[stage]}, desde {since.year}" if with_stage else f"desde {since.year}"

    def help_label(self, kind: HelpKind, line: str) -> str:
        """See Catalogue."""
        return f"«{line}»" if line else HELP[kind]

    def adoption_label(self, title: str, when: When) -> str:
        """See Catalogue."""
        return f"{title}, {_day(when)}"

    def membership_label(self, name: str, since: date | None) -> str:
        """See Catalogue."""
        return name if since is None else f"{name}, desde {since.year}"

    def place_label(self, place: Place, *, with_population: bool) -> str:
        """See Catalogue."""
        name = f"{place.name}, {place.state}"
        if not with_population or place.population is None:
            return name
        return f"{name}: {place.population:,} habitantes ({place.population_year})"

    def widening(self, why: Widening) -> str:
        """See Catalogue."""
        return WIDENINGS[why]

    def unavailable(self) -> str:
        """See Catalogue."""
        return (
            "Las sugerencias no están disponibles por ahora. El directorio y su perfil funcionan "
            "como siempre; vuelva a intentarlo en unos minutos."
        )


def _subject(person: Person) -> str:
    return {Voice.SHE: "Ella", Voice.HE: "Él"}.get(person.voice, person.given)


def _listed(names: Sequence[str]) -> str:
    """Join three at most: "A", "A y B", "A, B y 2 más"."""
    shown = list(names) if len(names) <= 3 else [*names[:2], f"{len(names) - 2} más"]
    return " y ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _topics(issues: Sequence[str]) -> str:
    return _listed([in_sentence(issue) for issue in issues])


def _month(when: When) -> str:
    if when.precision == DatePrecision.YEAR:
        return str(when.day.year)
    return f"{MONTHS[when.day.month - 1]} de {when.day.year}"


def _day(when: When) -> str:
    day = f"{when.day.day} de " if when.precision == DatePrecision.DAY else ""
    return f"{day}{_month(when)}"


def _round_miles(miles: float) -> int:
    step = 5 if miles < 100 else 50
    return max(step, round(miles / step) * step)
