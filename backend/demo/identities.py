"""Who the invented officials are: names, biographies, and addresses that nobody can have."""

from dataclasses import dataclass
from random import Random

from backend.core.text import fold
from backend.demo import sources
from backend.demo.model import Contact, Place

PRONOUNS = {"she": "she/her", "he": "he/him"}


@dataclass(frozen=True)
class Identity:
    """A person apart from any office."""

    name: str
    pronouns: str
    languages: tuple[str, ...]
    biography: str


def identity(rng: Random, taken: set[str]) -> Identity:
    """Make somebody whose name nobody in `taken` has, and take it."""
    pools = sources.name_pools()
    while True:
        pool = rng.choices(pools, [each.weight for each in pools])[0]
        gender = rng.choice(("she", "he"))
        # Families mix: one surname in seven comes from another pool.
        family = pool if rng.random() < 0.86 else rng.choice(pools)
        given = rng.choice(pool.she if gender == "she" else pool.he)
        name = f"{given} {rng.choice(family.last)}"
        if name not in taken:
            break
    taken.add(name)
    pronouns = "they/them" if rng.random() < 0.04 else PRONOUNS[gender]
    languages: tuple[str, ...] = ("en",)
    if pool.languages and rng.random() < 0.7:
        languages = ("en", rng.choice(pool.languages))
    elif rng.random() < 0.12:
        languages = ("en", "es")
    return Identity(
        name=name,
        pronouns=pronouns if rng.random() < 0.92 else "",
        languages=languages,
        biography=_biography(rng, given) if rng.random() < 0.88 else "",
    )


def _biography(rng: Random, given: str) -> str:
    sentences = [f"{given} {rng.choice(sources.occupations())}."]
    sentences.extend(rng.sample(sources.notes(), rng.choices((0, 1, 2), (2, 5, 3))[0]))
    return " ".join(sentences)


def contacts(rng: Random, name: str, place: Place) -> tuple[Contact, ...]:
    """Return ways to reach somebody: reserved domains, and numbers set aside for fiction."""
    person = fold(name).replace(" ", ".").replace("'", "")
    town = f"{fold(place.name).replace('.', '').replace(' ', '-')}-{place.state}.example"
    email = Contact(
        "email",
        f"{person}@{town}",
        rng.choices(("connections", "network", "staff"), (70, 20, 10))[0],
    )
    found = [email]
    if rng.random() < 0.6:
        number = f"(555) 555-01{rng.randrange(100):02d}"
        found.append(Contact("phone", number, rng.choices(("connections", "staff"), (3, 1))[0]))
    if rng.random() < 0.3:
        address = f"https://{town}/{person.replace('.', '-')}"
        found.append(Contact("website", address, "network"))
    return tuple(found)
