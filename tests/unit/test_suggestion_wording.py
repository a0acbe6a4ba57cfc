"""What a reason says, in each language: whole sentences, so that a change of one is seen."""

from dataclasses import replace
from datetime import date

import pytest

from backend.accounts.models import Language
from backend.directory.models import HelpKind, OfficeKind, Official, Stage
from backend.playbook.models import AdoptionStatus, DatePrecision
from backend.suggestions.people import given_name, person
from backend.suggestions.wording import catalogue_of
from backend.suggestions.wording.catalogue import (
    Person,
    Place,
    Relation,
    Sentence,
    Voice,
    When,
    Widening,
    in_sentence,
    rounded,
)

EN, ES = catalogue_of(Language.ENGLISH), catalogue_of(Language.SPANISH)
SHE, HE = Person("Maya", Voice.SHE), Person("Omar", Voice.HE)
THEY, NAMED = Person("Kai", Voice.THEY), Person("Kai", Voice.NAME)
DAY = When(date(2023, 3, 14), DatePrecision.DAY)
MONTH = replace(DAY, precision=DatePrecision.MONTH)
YEAR = replace(DAY, precision=DatePrecision.YEAR)
TUCSON = Place("Tucson", "Arizona", 543_242, 2021)
SALEM = Place("Salem", "Oregon", 177_432, 2021)
AVON = Place("Avon", "Ohio", 24_847, 2021)


@pytest.mark.parametrize(
    ("sentence", "text", "fact"),
    [
        (
            EN.same_issue(SHE, ["Wage theft"], asked=False),
            "She works on wage theft, as you do.",
            "works on wage theft",
        ),
        (
            EN.same_issue(THEY, ["Wage theft", "Child care"], asked=False),
            "They work on wage theft and child care, as you do.",
            "work on wage theft and child care",
        ),
        (
            EN.same_issue(NAMED, ["Wage theft"], asked=True),
            "Kai works on wage theft, which you asked about.",
            "works on wage theft",
        ),
        (
            EN.same_stage(HE, "Wage theft", Stage.DRAFTING),
            "He works on wage theft too; you are both drafting.",
            "works on wage theft",
        ),
        (
            EN.wider_issue(SHE, "Social housing", "Housing first", Relation.BESIDE),
            "She works on social housing, which is close to housing first.",
            "works on social housing",
        ),
        (
            EN.wider_issue(SHE, "Housing", "Housing first", Relation.ABOVE),
            "She works on housing, which takes in housing first.",
            "works on housing",
        ),
        (
            EN.wider_issue(THEY, "Housing first", "Housing", Relation.BELOW),
            "They work on housing first, a part of housing.",
            "work on housing first",
        ),
        (
            EN.further_along(SHE, "Wage theft", Stage.IMPLEMENTING, Stage.DRAFTING, DAY),
            (
                "She carried a measure on wage theft through in 2023 and is putting it into "
                "practice; you are drafting one."
            ),
            "carried a measure on wage theft through in 2023",
        ),
        (
            EN.further_along(THEY, "Wage theft", Stage.DEFENDING, Stage.EXPLORING, DAY),
            (
                "They carried a measure on wage theft through in 2023 and are defending it; "
                "you are exploring one."
            ),
            "carried a measure on wage theft through in 2023",
        ),
        (
            EN.further_along(HE, "Wage theft", Stage.ADOPTED, Stage.STOPPED, YEAR),
            "He carried a measure on wage theft through in 2023; you have stopped.",
            "carried a measure on wage theft through in 2023",
        ),
        (
            EN.further_along(NAMED, "Wage theft", Stage.INTRODUCED, None, None),
            "Kai has introduced a measure on wage theft.",
            "has introduced a measure on wage theft",
        ),
        (
            # An earlier measure of the place is not what they introduce now.
            EN.further_along(SHE, "Wage theft", Stage.INTRODUCED, Stage.DRAFTING, DAY),
            "She has introduced a measure on wage theft; you are drafting one.",
            "has introduced a measure on wage theft",
        ),
        (
            EN.also_works_on(SHE, ["Wage theft", "Child care", "SNAP", "Safe streets"]),
            "She also works on wage theft, child care and 2 more, as you do.",
            "works on wage theft, child care and 2 more",
        ),
        (
            EN.offers(SHE, [HelpKind.MODEL_TEXT, HelpKind.LEGAL_MEMO]),
            "She offers model text and a legal memo, which you are looking for.",
            "offers model text and a legal memo",
        ),
        (
            EN.seeks(THEY, [HelpKind.TALK]),
            "They are looking for a talk, which you offer.",
            "are looking for a talk",
        ),
        (
            EN.shared_organization(["Homes Now"]),
            "Both of you belong to Homes Now.",
            "belong to Homes Now",
        ),
        (
            EN.place_adopted(SALEM, "Zero-fare buses", MONTH, AdoptionStatus.ADOPTED),
            "Salem adopted “Zero-fare buses” in March 2023.",
            "adopted “Zero-fare buses” in March 2023",
        ),
        (
            EN.place_adopted(SALEM, "Zero-fare buses", YEAR, AdoptionStatus.REPEALED),
            "Salem adopted “Zero-fare buses” in 2023 and has repealed it since.",
            "adopted “Zero-fare buses” in 2023",
        ),
        (
            EN.nearby(SALEM, TUCSON, 62.4),
            "Salem is about 60 miles from Tucson.",
            "is about 60 miles from Tucson",
        ),
        (
            EN.nearby(SALEM, TUCSON, 1.2),
            "Salem is less than 5 miles from Tucson.",
            "is less than 5 miles from Tucson",
        ),
        (
            EN.alike_size(SALEM, replace(TUCSON, population=150_000)),
            "Salem and Tucson are about the same size: 177,000 and 150,000 people.",
            "are about the same size",
        ),
        (
            EN.alike_size(SALEM, replace(TUCSON, population=450_000)),
            "Salem and Tucson are of comparable size: 177,000 and 450,000 people.",
            "are of comparable size",
        ),
        (
            EN.alike_size(AVON, TUCSON),
            "Avon has 24,800 people, Tucson 543,000.",
            "Avon has 24,800 people",
        ),
        (EN.same_office(OfficeKind.MAYOR), "Both of you are mayors.", "are mayors"),
        (
            ES.further_along(SHE, "Wage theft", Stage.IMPLEMENTING, Stage.DRAFTING, DAY),
            (
                "Ella sacó adelante una medida sobre wage theft en 2023 y la pone en práctica; "
                "usted redacta una."
            ),
            "sacó adelante una medida sobre wage theft en 2023",
        ),
        (
            ES.same_stage(THEY, "Wage theft", Stage.DRAFTING),
            "Kai también trabaja en wage theft; las dos partes redactan una medida.",
            "trabaja en wage theft",
        ),
        (
            ES.place_adopted(SALEM, "Zero-fare buses", DAY, AdoptionStatus.OVERTURNED),
            "Salem adoptó «Zero-fare buses» en marzo de 2023; después fue anulado.",
            "adoptó «Zero-fare buses» en marzo de 2023",
        ),
        (
            ES.nearby(SALEM, TUCSON, 320),
            "Salem está a unas 300 millas de Tucson.",
            "está a unas 300 millas de Tucson",
        ),
    ],
)
def test_sentences(sentence: Sentence, text: str, fact: str):
    assert (sentence.text, sentence.fact) == (text, fact)


@pytest.mark.parametrize("words", [EN, ES], ids=["en", "es"])
def test_every_choice_has_its_words(words):
    """Each sentence is one, names its fact, and leaves no gap."""
    for theirs in Stage:
        assert words.work_label(theirs, None, with_stage=True)
        for mine in (*Stage, None):
            for adopted in (None, DAY):
                check(words.further_along(SHE, "Wage theft", theirs, mine, adopted))
        check(words.same_stage(THEY, "Wage theft", theirs))
    for kind in HelpKind:
        check(words.offers(HE, [kind]))
        check(words.seeks(NAMED, [kind]))
        assert words.help_label(kind, "")
    for office in OfficeKind:
        check(words.same_office(office))
    for relation in Relation:
        check(words.wider_issue(SHE, "One", "Other", relation))
    for status in AdoptionStatus:
        check(words.place_adopted(SALEM, "Policy", DAY, status))
    for other in (TUCSON, SALEM, AVON):
        check(words.alike_size(SALEM, other))
    check(words.shared_organization(["A", "B", "C"]))
    for why in Widening:
        assert words.widening(why).endswith(".")
    assert words.unavailable().endswith(".")


def check(sentence: Sentence):
    text = sentence.text
    assert sentence.fact
    assert sentence.fact in text
    assert text.endswith(".")
    assert text.count(".") == 1
    assert text[0].isupper()
    assert "  " not in text
    assert "{" not in text
    assert "None" not in text


def test_evidence_is_labelled():
    since = date(2021, 5, 1)
    assert EN.work_label(Stage.DRAFTING, since, with_stage=False) == "since 2021"
    assert EN.work_label(Stage.DRAFTING, None, with_stage=False) == "drafting"
    assert EN.work_label(Stage.ADOPTED, since, with_stage=True) == "adopted, on it since 2021"
    assert EN.help_label(HelpKind.TALK, "Any Friday") == "“Any Friday”"
    assert EN.adoption_label("Ordinance 9", DAY) == "Ordinance 9, adopted 14 March 2023"
    assert EN.adoption_label("Ordinance 9", MONTH) == "Ordinance 9, adopted March 2023"
    assert EN.adoption_label("Ordinance 9", YEAR) == "Ordinance 9, adopted 2023"
    assert EN.membership_label("Homes Now", since) == "Homes Now, since 2021"
    assert EN.place_label(SALEM, with_population=True) == "Salem, Oregon: 177,432 people (2021)"
    assert EN.place_label(replace(SALEM, population=None), with_population=True) == "Salem, Oregon"
    assert ES.work_label(Stage.DRAFTING, since, with_stage=True) == "en redacción, desde 2021"
    assert ES.adoption_label("Ordinance 9", DAY) == "Ordinance 9, 14 de marzo de 2023"


@pytest.mark.parametrize(
    ("pronouns", "shown", "voice"),
    [
        ("she/her", True, Voice.SHE),
        ("She, they", True, Voice.SHE),
        ("ella", True, Voice.SHE),
        ("he/him/his", True, Voice.HE),
        ("Él", True, Voice.HE),
        ("they/them", True, Voice.THEY),
        ("xe/xem", True, Voice.NAME),
        ("/", True, Voice.NAME),
        ("", True, Voice.NAME),
        ("she/her", False, Voice.NAME),
    ],
)
def test_pronouns_are_used_where_the_viewer_may_see_them(pronouns, shown, voice):
    official = Official(name="Maya Okafor", pronouns=pronouns)
    assert person(official, profile_shown=shown) == Person("Maya", voice)


def test_names():
    assert given_name("Inés De León") == "Inés"
    assert given_name("J. R. Smith") == "J. R. Smith"
    assert given_name("Cher") == "Cher"
    assert in_sentence("Tenants' right to counsel") == "tenants' right to counsel"
    assert in_sentence("SNAP enrollment") == "SNAP enrollment"
    assert [rounded(each) for each in (987, 3_697, 24_847, 1_052_030)] == [
        "987",
        "3,700",
        "24,800",
        "1,050,000",
    ]
