"""What is said when suggestions, places or groups can't be had."""

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
