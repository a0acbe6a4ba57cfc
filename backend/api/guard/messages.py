"""What both addresses say of a request that they don't take.

What graphql-core finds in a document is told in its own English: it is for who writes documents.
"""

from backend.core.messages import MessageId


class ApiMessage(MessageId):
    """Why a request is not answered, in both languages."""

    WENT_WRONG = (
        "Something went wrong here. Please try again; if it stays, tell us this number: {number}.",
        "Algo salió mal aquí. Inténtelo de nuevo; si continúa, díganos este número: {number}.",
    )
    # What comes over HTTP
    ONLY_POST = (
        "This address only takes POST requests.",
        "Esta dirección solo acepta peticiones POST.",
    )
    ONLY_JSON = (
        "The request must be of the type application/json.",
        "La petición debe ser del tipo application/json.",
    )
    BODY_TOO_LARGE = (
        "The request is too large: at most {most} KiB, please.",
        "La petición es demasiado grande: como máximo {most} KiB.",
    )
    ENDED_EARLY = "The request ended too early.", "La petición terminó demasiado pronto."
    NO_JSON = "The request is not valid JSON.", "La petición no es JSON válido."
    JSON_NESTED = (
        "The request is nested too deeply.",
        "La petición está anidada con demasiada profundidad.",
    )
    NO_BATCHES = (
        "Batches are not taken: send one request at a time.",
        "No se aceptan lotes: envíe una petición a la vez.",
    )
    NO_OBJECT = (
        "The request must be a JSON object.",
        "La petición debe ser un objeto JSON.",
    )
    OTHER_FIELD = (
        "The request has a field other than query, operationName, variables, extensions.",
        "La petición tiene un campo que no es query, operationName, variables ni extensions.",
    )
    QUERY_IS_A_DOCUMENT = (
        "“query” must be a GraphQL document.",
        "“query” debe ser un documento de GraphQL.",
    )
    OPERATION_NAME_IS_A_TEXT = (
        "“operationName” must be a text.",
        "“operationName” debe ser un texto.",
    )
    VARIABLES_ARE_AN_OBJECT = (
        "“variables” must be a JSON object.",
        "“variables” debe ser un objeto JSON.",
    )
    # The document
    INVALID_DOCUMENT = (
        "The document does not fit the schema.",
        "El documento no corresponde al esquema.",
    )
    WHICH_OPERATION = (
        "Say in “operationName” which operation of the document to run.",
        "Indique en “operationName” qué operación del documento ejecutar.",
    )
    NO_SUCH_OPERATION = (
        "This address has no such kind of operation.",
        "Esta dirección no tiene operaciones de ese tipo.",
    )
    TOO_LONG = (
        "The document is too long: at most {most} words and signs.",
        "El documento es demasiado largo: como máximo {most} palabras y signos.",
    )
    SPREADS_ITSELF = (
        "A fragment of the document spreads itself.",
        "Un fragmento del documento se incluye a sí mismo.",
    )
    DOCUMENT_NESTED = (
        "The document is nested too deeply.",
        "El documento está anidado con demasiada profundidad.",
    )
    TOO_DEEP = (
        "The document has too many levels of fields: at most {most}.",
        "El documento tiene demasiados niveles de campos: como máximo {most}.",
    )
    TOO_MANY_ALIASES = (
        "The document has too many aliases: at most {most}.",
        "El documento tiene demasiados alias: como máximo {most}.",
    )
    TOO_MANY_DIRECTIVES = (
        "The document has too many directives: at most {most}.",
        "El documento tiene demasiadas directivas: como máximo {most}.",
    )
    TOO_MANY_FIELDS = (
        "The document has too many fields: at most {most}.",
        "El documento tiene demasiados campos: como máximo {most}.",
    )
    TOO_MANY_FRAGMENTS = (
        "The document has too many fragments: at most {most}.",
        "El documento tiene demasiados fragmentos: como máximo {most}.",
    )
    # What it costs
    FIRST_OR_LAST = "Give “first” or “last”, not both.", "Use “first” o “last”, no ambos."
    ROWS_OF_A_PAGE = (
        "A page has from 1 to {most} rows.",
        "Una página tiene de 1 a {most} filas.",
    )
    TOO_COSTLY = (
        "This would cost {cost} points; one query may cost {most}. Ask for less.",
        "Esto costaría {cost} puntos; una consulta puede costar {most}. Pida menos.",
    )
    BUDGET_SPENT = (
        "This is more than your budget has left. Try again in {seconds} s.",
        "Esto es más de lo que queda de su presupuesto. Inténtelo de nuevo en {seconds} s.",
    )
    OUT_OF_TIME = (
        "This took longer than {seconds} seconds. Ask for less at once.",
        "Esto tardó más de {seconds} segundos. Pida menos de una vez.",
    )
    # Staff's filters
    NO_SUCH_FILTER_VALUE = (
        "This filter takes no such value.",
        "Este filtro no acepta ese valor.",
    )
