"""What is said about histories that are evaluated."""

from backend.core.messages import MessageId


class EvaluationMessage(MessageId):
    """What is wrong with the files, in both languages. A cell's fault is told at a terminal."""

    NOTHING_TO_ASK = (
        (
            "There is nothing to ask about: no adoption of these years has others before it or "
            "within two years of it, and none without a year is of a unit with a state."
        ),
        (
            "No hay nada que preguntar: ninguna adopción de esos años tiene otras antes, ni a "
            "menos de dos años, y ninguna sin año es de una unidad con estado."
        ),
    )
    WRONG_AT = "{file}, {where}: {what}", "{file}, {where}: {what}"
    ONE_MORE_ROW = "{file}: one more row is wrong.", "{file}: hay una fila más con errores."
    MORE_ROWS = "{file}: {rest} more rows are wrong.", "{file}: hay {rest} filas más con errores."
    NO_ADOPTION = (
        "{file} names no adoption below its headings.",
        "{file} no nombra ninguna adopción bajo sus encabezados.",
    )
    NO_TOPIC = (
        "The topics say nothing of “{item}”.",
        "Los temas no dicen nada de “{item}”.",
    )
    NO_TOPICS = (
        "The topics say nothing of {count} items, such as “{item}”.",
        "Los temas no dicen nada de {count} elementos, como “{item}”.",
    )
