"""What is said about introductions, blocks and feedback."""

from backend.core.messages import MessageId


class IntroductionMessage(MessageId):
    """Why something can't be done, in both languages.

    Nothing here may tell a no from silence, or a block from a busy week.
    """

    ONLY_MEMBERS = "Only members can do this.", "Esto solo pueden hacerlo los miembros."
    # Asking
    THIS_IS_YOU = "This is you. Choose somebody else.", "Es usted. Elija a otra persona."
    SAFETY_SWITCH_ON = (
        "Your safety switch is on, so nobody could see who asks. Turn it off first.",
        (
            "Su interruptor de seguridad está activado: nadie podría ver quién pregunta. "
            "Desactívelo primero."
        ),
    )
    TOO_MANY_ASKS = (
        "You have {most} open asks, which is the most. Take one back, or wait for an answer.",
        "Tiene {most} peticiones abiertas, que es el máximo. Retire una o espere una respuesta.",
    )
    TAKES_NO_ASKS = (
        "They take no new asks at present. Try again in a few weeks.",
        "Por ahora no recibe peticiones nuevas. Inténtelo de nuevo en unas semanas.",
    )
    CONNECTED_ALREADY = (
        "These two are connected already.",
        "Estas dos personas ya están conectadas.",
    )
    OPEN_BETWEEN_YOU = (
        "There is an ask between you already, until {day}. Answer it.",
        "Ya hay una petición entre ustedes, hasta el {day}. Respóndala.",
    )
    ASKED_BEFORE = (
        "You have asked them before. You can ask again from {day}.",
        "Ya le preguntó antes. Puede volver a preguntar a partir del {day}.",
    )
    # Proposing, by staff
    SAME_PERSON_TWICE = "Name two different people.", "Indique dos personas distintas."
    NO_MEMBER_OR_HIDDEN = (
        "They are no member, or their safety switch is on.",
        "No es miembro, o su interruptor de seguridad está activado.",
    )
    PAUSED_OR_FULL = (
        "They are paused, or have as many open asks as one person may.",
        "Está en pausa, o tiene tantas peticiones abiertas como puede tener una persona.",
    )
    OPEN_OR_OF_LATE = (
        "An ask between them is open or ended of late. Wait until {day}.",
        "Hay una petición abierta entre ellas, o terminó hace poco. Espere hasta el {day}.",
    )
    WANT_NO_CONTACT = (
        "One of them wants no contact with the other.",
        "Una de ellas no quiere contacto con la otra.",
    )
    # Answering, and what else may happen to an ask
    YES_NO_NOT_NOW = (
        "Answer yes, no or not now.",
        "Responda sí, no o ahora no.",
    )
    ANSWERED_ALREADY = (
        "You have answered this ask already.",
        "Ya respondió a esta petición.",
    )
    NO_SUCH_ASK = (
        "There is no such ask for you. Perhaps it is gone.",
        "No hay una petición así para usted. Quizá ya no exista.",
    )
    EXPIRED = "This ask has expired.", "Esta petición ha vencido."
    TAKEN_BACK = "This ask was taken back.", "Esta petición se retiró."
    YOU_ARE_CONNECTED = (
        "They have said yes: you are connected.",
        "Dijo que sí: ya están en contacto.",
    )
    HOLD_OPEN_RELEASE_HELD = (
        "Only an open introduction can be held, and only a held one released.",
        "Solo se puede retener una presentación abierta, y liberar una retenida.",
    )
    # Blocks and feedback
    NOT_BLOCKED = "You have not blocked them.", "Usted no ha bloqueado a esta persona."
    WHY_OF_NOT_RELEVANT = (
        "Say why only of who is not relevant.",
        "Diga por qué solo de quien no le interesa.",
    )
    NO_FEEDBACK = (
        "You have said nothing of them.",
        "Usted no ha dicho nada de esta persona.",
    )
