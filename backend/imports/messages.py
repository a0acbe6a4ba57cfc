"""What is said about files that are imported."""

from backend.core.messages import MessageId


class ImportMessage(MessageId):
    """What is wrong with a file or a row of it, in both languages."""

    # The file
    NO_FILE = "{path} is no file. Check the path.", "{path} no es un archivo. Revise la ruta."
    NO_FILE_OR_FOLDER = (
        "{path} is neither a file nor a folder. Check the path.",
        "{path} no es un archivo ni una carpeta. Revise la ruta.",
    )
    NO_FILE_OF_PEOPLE = (
        "{path} holds no .yml file of Open States people.",
        "{path} no contiene ningún archivo .yml de personas de Open States.",
    )
    CANNOT_BE_READ = "{path} can't be read: {reason}.", "{path} no se puede leer: {reason}."
    TOO_BIG = (
        "{path} is bigger than {most} bytes, which no file of this kind is.",
        "{path} ocupa más de {most} bytes, y ningún archivo de este tipo es tan grande.",
    )
    NOT_UTF_8 = (
        "{path} is not UTF-8 (byte {byte}). Save it as UTF-8.",
        "{path} no está en UTF-8 (byte {byte}). Guárdelo en UTF-8.",
    )
    EMPTY = "{path} is empty.", "{path} está vacío."
    NO_YAML = "This is no YAML: {reason}.", "Esto no es YAML: {reason}."
    NO_MAPPING = (
        "This file is no mapping such as “name: …”.",
        "Este archivo no es una lista de nombres y valores como “name: …”.",
    )
    NO_JSON = "This is no JSON: {reason}.", "Esto no es JSON: {reason}."
    NO_JSON_OF_PLACES = (
        "This file is no JSON object of places.",
        "Este archivo no es un objeto JSON de lugares.",
    )
    NO_CSV = (
        "From line {line} on it is no CSV: {reason}.",
        "A partir de la línea {line} no es CSV: {reason}.",
    )
    COLUMNS_ONCE_EACH = (
        "The first line must name the columns {columns}, once each.",
        "La primera línea debe nombrar las columnas {columns}, una vez cada una.",
    )
    CHANGED_MEANWHILE = (
        "Somebody changed the same rows meanwhile, so nothing was written. Try again.",
        "Alguien cambió las mismas filas entretanto y no se escribió nada. Inténtelo de nuevo.",
    )
    # A division's id
    LONG_DIVISION_ID = (
        "This division id has more than {most} characters.",
        "Este id de división tiene más de {most} caracteres.",
    )
    NO_STATE_OF_ID = (
        "“{id}” names no state, district or territory of the US.",
        "“{id}” no nombra un estado, distrito o territorio de Estados Unidos.",
    )
    NO_LOCALITY = (
        "“{id}” is a {kind}, not a city, town or county.",
        "“{id}” es “{kind}”, no una ciudad, un pueblo o un condado.",
    )
    NO_DIVISION_ID = (
        "“{id}” is no division id of the US, such as {example}.",
        "“{id}” no es un id de división de Estados Unidos, como {example}.",
    )
    # A row
    NAME_EMPTY = "The name is empty.", "El nombre está vacío."
    NAME_LONG = (
        "The name has more than {most} characters.",
        "El nombre tiene más de {most} caracteres.",
    )
    NO_GEOID = (
        "The GEOID is not “place-” with 5, 7 or 10 digits.",
        "El GEOID no es “place-” con 5, 7 o 10 cifras.",
    )
    NO_LIST_OF_RECORDS = "This is no list of records.", "Esto no es una lista de registros."
    NO_OBJECT = (
        "This is no object with names and values.",
        "Esto no es un objeto con nombres y valores.",
    )
    MISSING = "The {name} is missing.", "Falta “{name}”."
    NO_STATE = "“{value}” is no state of the US.", "“{value}” no es un estado de Estados Unidos."
    NO_COUNT = "“{value}” is no count of people.", "“{value}” no es un número de personas."
    NO_POINT = (
        "This is no pair of degrees, east before north.",
        "Esto no es un par de grados, el este antes que el norte.",
    )
    NAME_NOT_PRINTABLE = (
        "The name can't be printed, or has more than {most} characters.",
        "El nombre no se puede imprimir, o tiene más de {most} caracteres.",
    )
    NO_DATE = (
        "“{value}” is no date such as 2023, 2023-05 or 2023-05-04.",
        "“{value}” no es una fecha como 2023, 2023-05 o 2023-05-04.",
    )
    NOT_KNOWN = (
        "“{value}” is not known here; known are: {known}.",
        "“{value}” no se conoce aquí; se conocen: {known}.",
    )
