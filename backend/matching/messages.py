"""What is said about suggestions, places alike, allies and groups; reasons are told elsewhere."""

from backend.core.messages import MessageId


class MatchingMessage(MessageId):
    """What is the matter, in both languages."""

    SUGGESTIONS_UNAVAILABLE = (
        (
            "Suggestions are taking a break. The directory and your own profile work as always; "
            "try again in a few minutes."
        ),
        (
            "Las sugerencias no están disponibles por ahora. El directorio y su perfil funcionan "
            "como siempre; vuelva a intentarlo en unos minutos."
        ),
    )
    PLACES_UNAVAILABLE = (
        (
            "Places can't be compared just now. The directory and your own profile work as always; "
            "try again in a few minutes."
        ),
        (
            "Por ahora no se pueden comparar lugares. El directorio y su propio perfil funcionan "
            "como siempre; vuelva a intentarlo en unos minutos."
        ),
    )
    GROUPS_UNAVAILABLE = (
        (
            "Groups can't be found just now: the graph doesn't answer. Everything else works as "
            "always; try again in a few minutes."
        ),
        (
            "Por ahora no se pueden formar grupos: el grafo no responde. Lo demás funciona como "
            "siempre; vuelva a intentarlo en unos minutos."
        ),
    )
    LIST_HAS_CHANGED = (
        "Your suggestions have changed since. Ask again from the beginning.",
        "Sus sugerencias han cambiado desde entonces. Vuelva a empezar desde el principio.",
    )
    TOO_MANY_AT_ONCE = (
        "At most {most} people at a time.",
        "Como máximo {most} personas a la vez.",
    )
    NO_SUCH_TERM = (
        "There is no term '{term}'. The terms are: {known}.",
        "No existe el término '{term}'. Los términos son: {known}.",
    )
    # Why there is no list of places alike, or nothing on it
    NO_PLACE = (
        "Places are compared with the one you serve, and no office of yours is known here.",
        "Los lugares se comparan con el suyo, y aquí no consta ningún cargo a su nombre.",
    )
    NOTHING_KNOWN = (
        (
            "Nothing that counts for this issue is known of your place yet, so no other can be "
            "called alike."
        ),
        (
            "De su lugar no se conoce todavía ningún dato que cuente para este tema, así que "
            "ningún otro puede llamarse parecido."
        ),
    )
    NOBODY_ALIKE = (
        "No other place is known to be like yours for this issue.",
        "No consta ningún otro lugar parecido al suyo para este tema.",
    )


class Widened(MessageId):
    """Why a list of suggestions reaches further than the question, or holds nobody.

    By the names of `Widening`.
    """

    WIDER_ISSUE = (
        "Few people elsewhere work on exactly this, so some of these work on issues close to it.",
        (
            "Pocas personas de otros lugares trabajan justo en esto; algunas de estas trabajan en "
            "temas cercanos."
        ),
    )
    OTHER_ISSUES = (
        "Few people elsewhere work on this, so some of these share another issue with you.",
        (
            "Pocas personas de otros lugares trabajan en esto; algunas de estas comparten otro "
            "tema con usted."
        ),
    )
    ORGANIZATIONS = (
        "Few people elsewhere work on this, so some of these share an organization with you.",
        (
            "Pocas personas de otros lugares trabajan en esto; algunas de estas comparten una "
            "organización con usted."
        ),
    )
    ALIKE_PLACES = (
        "Few people elsewhere work on this, so some of these serve places like yours.",
        (
            "Pocas personas de otros lugares trabajan en esto; algunas de estas sirven en lugares "
            "como el suyo."
        ),
    )
    NOT_A_MEMBER = (
        "Suggestions are for members who hold an office. The directory shows everybody.",
        (
            "Las sugerencias son para miembros con un cargo. El directorio muestra a todas las "
            "personas."
        ),
    )
    HIDDEN = (
        "Your safety switch is on: nobody is suggested to you, and you to nobody, until it is off.",
        (
            "Su interruptor de seguridad está activado: hasta que lo apague, nadie se le sugiere "
            "ni usted a nadie."
        ),
    )
    PAUSED = (
        (
            "You have paused suggestions: nobody is suggested to you, and you to nobody. "
            "End the pause on your own page."
        ),
        (
            "Ha pausado las sugerencias: nadie se le sugiere ni usted a nadie. "
            "Termine la pausa en su propia página."
        ),
    )
    FULL = (
        (
            "Those who would fit have been suggested to as many members as one week allows. "
            "New suggestions come on Monday; the directory shows everybody."
        ),
        (
            "Quienes encajarían ya se han sugerido a tantos miembros como permite una semana. "
            "El lunes hay sugerencias nuevas; el directorio muestra a todo el mundo."
        ),
    )
    NOBODY = (
        "Nobody to suggest yet. Add what you work on, or look for people in the directory.",
        "Aún no hay nadie que sugerir. Añada en qué trabaja o busque en el directorio.",
    )


class FactLabel(MessageId):
    """What the facts are called that places are compared by, by the names of `Fact`."""

    POPULATION = "Population", "Población"
    RENTER_SHARE = "Homes that are rented", "Viviendas en alquiler"
    MEDIAN_RENT = "Median rent", "Alquiler mediano"
    MEDIAN_INCOME = "Median household income", "Ingreso mediano por hogar"
    POVERTY_SHARE = "People in poverty", "Personas en pobreza"
    TRANSIT_SHARE = "Commutes by transit", "Viajes al trabajo en transporte público"
    UNION_SHARE = "Workers in unions", "Trabajadores sindicalizados"


class ActiveMessage(MessageId):
    """What an organization does, by the names of `Relation`; `where` is a `WherePhrase`."""

    SAME = "Active on {issue} {where}.", "Trabaja en {issue} {where}."
    BELOW = (
        "Active on {issue}, a part of {asked}, {where}.",
        "Trabaja en {issue}, una parte de {asked}, {where}.",
    )
    ABOVE = (
        "Active on {issue}, which {asked} is a part of, {where}.",
        "Trabaja en {issue}, de lo que {asked} es una parte, {where}.",
    )


class WherePhrase(MessageId):
    """Where that is, by the names of `Reach`."""

    LOCALITY = "in {at}", "en {at}"
    STATE = "across {at}", "en todo el estado de {at}"
    NATIONAL = "in the whole country", "en todo el país"


class GroupMessage(MessageId):
    """Why somebody is in a group, and what a group lacks; the rest is a `GroupPhrase` or none."""

    DOES = "{does}{priority}{unlike}.", "{does}{priority}{unlike}."
    OFFERS = "Offers {help}.", "Ofrece {help}."
    ADOPTED = (
        "{place} adopted {policy} ({source}).",
        "{place} adoptó {policy} ({source}).",
    )
    ADOPTED_IN = (
        "{place} adopted {policy} in {year} ({source}).",
        "{place} adoptó {policy} en {year} ({source}).",
    )
    ALONE_OF_STATE = (
        "Serves in {place}: the only one from this state{size}.",
        "Sirve en {place}: nadie más del grupo es de este estado{size}.",
    )
    SOME_OF_STATE = (
        "Serves in {place}: one of {count} from this state{size}.",
        "Sirve en {place}: del grupo, {count} son de este estado{size}.",
    )
    NOBODY = (
        (
            "Nobody who works on {issue} can be asked today: they would have to be in office, "
            "not paused, and below the caps."
        ),
        (
            "Hoy no se puede preguntar a nadie que trabaje en {issue}: tendría que ocupar un "
            "cargo, no estar en pausa y no haber llegado a los límites."
        ),
    )
    TOO_FEW = (
        (
            "Not {most} people in {most_states} states: {people} in {states}. {free} in all can "
            "be asked today, and no more of them can sit together."
        ),
        (
            "No hay {most} personas de {most_states} estados: {people} de {states}. Hoy se puede "
            "preguntar a {free} en total, y no pueden reunirse más de ellas."
        ),
    )
    CUT = (
        "Only a part of those who work on it was looked at.",
        "Solo se miró una parte de quienes trabajan en ello.",
    )


class GroupPhrase(MessageId):
    """A part of what is said of a group, or of some people."""

    HIGH_PRIORITY = ", a high priority", ", con prioridad alta"
    OTHER_STAGE = " (not the stage {stage})", " (no es la etapa {stage})"
    OF_SIZE = ", in a place of {size} people", " (habitantes del lugar: {size})"
    ONE_PERSON = "1 person", "1 persona"
    PEOPLE = "{count} people", "{count} personas"
    ONE_STATE = "1 state", "1 estado"
    STATES = "{count} states", "{count} estados"
    NO_SIZE = "Population unknown", "Población desconocida"
