"""What is said about the directory: people, places, issues, work and terms."""

from enum import Enum

from backend.core.languages import Language
from backend.core.messages import Message, MessageId


class DirectoryMessage(MessageId):
    """What is wrong with what was asked or entered, in both languages."""

    NO_SUCH_ISSUE = (
        "There is no such issue. Choose one.",
        "No existe ese tema. Elija uno.",
    )
    NO_SUCH_PERSON = (
        "There is no such person, or not for you.",
        "No existe esa persona, o usted no puede verla.",
    )
    NO_SUCH_MEMBER = "There is no such member.", "No existe ese miembro."
    NO_SUCH_PLACE = "There is no such place.", "No existe ese lugar."
    NO_SUCH_STATE = (
        "There is no such state. Give its two letters, such as AZ.",
        "No existe ese estado. Escriba sus dos letras, como AZ.",
    )
    SAME_PLACE_TWICE = "Choose two different places.", "Elija dos lugares distintos."
    NO_SUCH_ORGANIZATION = "There is no such organization.", "No existe esa organización."
    # Facts of places
    VALUE_OUT_OF_RANGE = (
        "A share lies between 0 and 1, and an amount of money is not below 0.",
        "Una proporción va de 0 a 1, y una cantidad de dinero no es menor que 0.",
    )
    YEAR_OF_FOUR_DIGITS = (
        "Give the year with four digits.",
        "Escriba el año con cuatro cifras.",
    )
    # One's own record
    TOO_MANY_LANGUAGES = (
        "At most {most} languages, please.",
        "Como máximo {most} idiomas.",
    )
    LANGUAGE_OF_TWO_LETTERS = (
        "Name each language by its two letters, such as en or es.",
        "Indique cada idioma con sus dos letras, como en o es.",
    )
    STALE = (
        (
            "Your record was changed in another window since this page read it. "
            "Copy what you typed, reload this page, and enter it again."
        ),
        (
            "Su registro cambió en otra ventana después de que esta página lo leyera. "
            "Copie lo que escribió, vuelva a cargar esta página y escríbalo de nuevo."
        ),
    )
    EACH_HELP_ONCE = (
        "Name each kind of help once.",
        "Indique cada tipo de ayuda una sola vez.",
    )
    TOO_MUCH_WORK = (
        "You work on {most} issues already. Remove one first.",
        "Ya trabaja en {most} temas. Quite uno primero.",
    )
    NO_SUCH_WORK = (
        "You have no such work. Perhaps it is gone.",
        "Usted no tiene ese trabajo. Quizá ya no exista.",
    )
    # Terms
    ENDS_BEFORE_START = (
        "This term ends before it starts.",
        "Este mandato termina antes de empezar.",
    )
    SEAT_IS_HELD = (
        "Somebody else holds this seat on some of these days. End their term first.",
        "Otra persona ocupa este escaño en algunos de esos días. Termine antes su mandato.",
    )
    # Looking somebody or something up by what an operator types
    NO_OFFICIAL_OF_ID = (
        "There is no official with the id {text}.",
        "No hay nadie con cargo que tenga el id {text}.",
    )
    NOBODY_CALLED = (
        "No member is called “{text}”. Give an id, a name or an email address.",
        "Ningún miembro se llama “{text}”. Escriba un id, un nombre o un correo electrónico.",
    )
    SEVERAL_PEOPLE = (
        "“{text}” could be: {choices}. Give an id.",
        "“{text}” podría ser: {choices}. Escriba un id.",
    )
    MORE_PEOPLE = (
        "“{text}” could be: {choices}, and others. Give an id.",
        "“{text}” podría ser: {choices} y más. Escriba un id.",
    )
    NO_ISSUE_CALLED = (
        "No issue is called “{text}”. Give its slug or id.",
        "Ningún tema se llama “{text}”. Escriba su slug o su id.",
    )
    SEVERAL_ISSUES = (
        "“{text}” could be: {choices}. Give a slug.",
        "“{text}” podría ser: {choices}. Escriba un slug.",
    )
    MORE_ISSUES = (
        "“{text}” could be: {choices}, and others. Give a slug.",
        "“{text}” podría ser: {choices} y más. Escriba un slug.",
    )


class Label(MessageId):
    """What the choices of the directory are called, by the names of their enums."""

    # Stage
    EXPLORING = "Exploring", "En estudio"
    DRAFTING = "Drafting", "En redacción"
    INTRODUCED = "Introduced", "Presentada"
    ADOPTED = "Adopted", "Aprobada"
    IMPLEMENTING = "Implementing", "En aplicación"
    DEFENDING = "Defending", "En defensa"
    STOPPED = "Stopped", "Detenida"
    # OfficeKind
    COUNCIL = "Council", "Concejo"
    MAYOR = "Mayor", "Alcaldía"
    COMMISSION = "Commission", "Comisión"
    SCHOOL_BOARD = "School board", "Junta escolar"
    OTHER = "Other office", "Otro cargo"
    # PopulationBand
    UNDER_10K = "Under 10,000", "Menos de 10,000"
    FROM_10K_TO_50K = "10,000 to 50,000", "De 10,000 a 50,000"
    FROM_50K_TO_250K = "50,000 to 250,000", "De 50,000 a 250,000"
    OVER_250K = "Over 250,000", "Más de 250,000"


def label(choice: Enum, language: Language) -> str:
    """Return what a stage, a kind of office or a size of place is called."""
    return Message(Label[choice.name]).text(language)
