"""How a peer and a place are spoken of."""

from backend.directory.models import Locality, Official
from backend.matching.reasons.wording.catalogue import Person, Place, Voice, When
from backend.playbook.models import Adoption, DatePrecision

_VOICES = {
    "she": Voice.SHE,
    "ella": Voice.SHE,
    "he": Voice.HE,
    "él": Voice.HE,
    "they": Voice.THEY,
    "elle": Voice.THEY,
}


def person(official: Official, *, profile_shown: bool) -> Person:
    """Speak of somebody by their first pronoun if the viewer may see it, else by given name."""
    pronouns = official.pronouns if profile_shown else ""
    first = pronouns.replace("/", " ").replace(",", " ").split(maxsplit=1)[:1]
    voice = _VOICES.get(first[0].casefold(), Voice.NAME) if first else Voice.NAME
    return Person(given_name(official.name), voice)


def given_name(name: str) -> str:
    """Return what somebody is called: "Maya Okafor" is Maya, "J. R. Smith" stays whole."""
    first = name.split(maxsplit=1)[0]
    return name if first.endswith(".") else first


def place(locality: Locality, *, beside: Locality | None = None) -> Place:
    """Describe a place for a sentence; with its state if the one beside it has the same name."""
    same_name = beside is not None and beside.name == locality.name
    return Place(
        name=str(locality) if same_name else locality.name,
        state=locality.state_name,
        population=locality.population,
        population_year=locality.population_year,
    )


def when(adoption: Adoption) -> When:
    """Return when a place adopted something, as exactly as is known.

    Raises ValueError for one without a date, which is no reason and is never cited.
    """
    if adoption.adopted_on is None:
        raise ValueError(f"Adoption {adoption.pk} has no date.")
    return When(adoption.adopted_on, DatePrecision(adoption.precision))
