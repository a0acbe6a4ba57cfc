"""What is said about policies, preemptions, events and experts."""

from backend.core.messages import MessageId


class PlaybookMessage(MessageId):
    """What is wrong with what staff entered, in both languages."""

    CHOOSE_ISSUES = (
        "Choose one issue or more of the tree.",
        "Elija uno o más temas del árbol.",
    )
    NO_SUCH_POLICY = "There is no such policy.", "No existe esa política."
    NO_SUCH_EVENT = "There is no such event.", "No existe ese evento."
    EVENT_EXISTS = (
        "There is an event of this name on that day.",
        "Ya hay un evento con este nombre ese día.",
    )
    NOT_ALL_MEMBERS = "Not all of them are members.", "No todas esas personas son miembros."
    NO_SUCH_EXPERT = "There is no such expert.", "No existe esa persona experta."
    EXPERT_EXISTS = (
        "The organization has an expert of this name.",
        "La organización ya tiene una persona experta con este nombre.",
    )
    NO_SUCH_PREEMPTION = "There is no such preemption.", "No existe esa prohibición estatal."
    PREEMPTION_EXISTS = (
        "It is noted already that this state forbids this policy.",
        "Ya consta que este estado prohíbe esta política.",
    )
    DAY_AFTER_ITS_START = (
        "Give a day after it began, today at the latest.",
        "Indique un día posterior a su comienzo, hoy como muy tarde.",
    )
