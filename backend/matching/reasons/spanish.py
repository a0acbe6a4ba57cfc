"""Spanish: the same. Names of issues and policies come as they are stored."""

from backend.accounts.models import Language
from backend.directory.models import FactName, HelpKind, Stage
from backend.matching.reasons.phrases import Phrases
from backend.matching.reasons.sentences import Person, Voice

ES = Phrases(
    language=Language.SPANISH,
    help={
        HelpKind.MODEL_TEXT: "un texto modelo",
        HelpKind.FISCAL_NOTE: "una nota fiscal",
        HelpKind.TESTIMONY: "un testimonio",
        HelpKind.LEGAL_MEMO: "un memorando jurídico",
        HelpKind.ROLLOUT_PLAN: "un plan de puesta en marcha",
        HelpKind.DATA_EVALUATION: "datos y evaluación",
        HelpKind.COALITION_CONTACTS: "contactos de la coalición",
        HelpKind.TALK: "una conversación",
    },
    facts={
        FactName.RENTER_SHARE: "{} viven de alquiler",
        FactName.MEDIAN_RENT: "un alquiler mediano de {}",
        FactName.MEDIAN_INCOME: "un ingreso mediano de {}",
        FactName.POVERTY_SHARE: "{} viven en la pobreza",
        FactName.TRANSIT_SHARE: "{} van al trabajo en transporte público",
        FactName.UNION_SHARE: "{} están en un sindicato",
    },
    stages={
        Stage.EXPLORING: "en estudio",
        Stage.DRAFTING: "en redacción",
        Stage.INTRODUCED: "presentada",
        Stage.ADOPTED: "aprobada",
        Stage.IMPLEMENTING: "en aplicación",
        Stage.DEFENDING: "en defensa",
        Stage.STOPPED: "detenida",
    },
    does={
        Stage.EXPLORING: "estudia una medida sobre {}",
        Stage.DRAFTING: "redacta una medida sobre {}",
        Stage.INTRODUCED: "ha presentado una medida sobre {}",
        Stage.ADOPTED: "ha sacado adelante una medida sobre {}",
        Stage.IMPLEMENTING: "pone en práctica una medida sobre {}",
        Stage.DEFENDING: "defiende una medida sobre {}",
        Stage.STOPPED: "ha dejado de trabajar en {}",
    },
    both={
        Stage.EXPLORING: "ustedes dos estudian una medida",
        Stage.DRAFTING: "ustedes dos redactan una medida",
        Stage.INTRODUCED: "ustedes dos han presentado una medida",
        Stage.ADOPTED: "ustedes dos han sacado adelante una medida",
        Stage.IMPLEMENTING: "ustedes dos ponen una medida en práctica",
        Stage.DEFENDING: "ustedes dos defienden una medida",
        Stage.STOPPED: "ustedes dos lo han dejado",
    },
    more="{} más",
    quotes="«{}»",
    very_near="menos de 5 millas",
    about_miles="unas {} millas",
    since="desde {}",
    on_it_since="{}, desde {}",
    adopted_on="{}, {}",
    people="{} habitantes",
)


def subject(person: Person) -> str:
    """Begin a sentence about somebody."""
    return {Voice.SHE: "Ella", Voice.HE: "Él"}.get(person.voice, person.given)


def in_midst(person: Person) -> str:
    """Name somebody inside a sentence, who does something or to whom it is done."""
    return {Voice.SHE: "ella", Voice.HE: "él"}.get(person.voice, person.given)
