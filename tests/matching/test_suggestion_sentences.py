"""What a reason says, in each language: whole sentences, so that a change of one is seen."""

from dataclasses import replace
from datetime import date

import pytest

from backend.directory.models import FactName, HelpKind, OfficeKind, Official, Stage
from backend.matching.peers.widening import Widening, in_words
from backend.matching.reasons import (
    alike_adopters,
    alike_place,
    alike_size,
    also_works_on,
    further_along,
    nearby,
    offers_what_you_seek,
    place_adopted,
    reciprocity,
    same_issue,
    same_office,
    same_policies,
    same_preemption,
    same_stage,
    saved,
    seeks_what_you_offer,
    shared_event,
    shared_organization,
    wider_issue,
)
from backend.matching.reasons.english import EN
from backend.matching.reasons.sentences import (
    Figure,
    Likeness,
    Person,
    Place,
    Sentence,
    Voice,
    When,
    given_name,
    in_sentence,
    person,
    rounded,
)
from backend.matching.reasons.spanish import ES
from backend.matching.reasons.wider_issue import Relation
from backend.playbook.models import AdoptionStatus, DatePrecision

SHE, HE = Person("Maya", Voice.SHE), Person("Omar", Voice.HE)
THEY, NAMED = Person("Kai", Voice.THEY), Person("Kai", Voice.NAME)
DAY = When(date(2023, 3, 14), DatePrecision.DAY)
MONTH = replace(DAY, precision=DatePrecision.MONTH)
YEAR = replace(DAY, precision=DatePrecision.YEAR)
TUCSON = Place("Tucson", "Arizona", 543_242, 2021)
SALEM = Place("Salem", "Oregon", 177_432, 2021)
AVON = Place("Avon", "Ohio", 24_847, 2021)
MAY, JUNE = date(2024, 5, 3), date(2025, 6, 30)
RENTERS = Likeness(FactName.RENTER_SHARE, Figure(0.612, 2022), Figure(0.583, 2021))
RENT = Likeness(FactName.MEDIAN_RENT, Figure(1_450, 2024), Figure(1_390, 2024))
POOR = Likeness(FactName.POVERTY_SHARE, Figure(0.121, 2024), Figure(0.118, 2024))
RIDERS = Likeness(FactName.TRANSIT_SHARE, Figure(0.31, 2024), Figure(0.004, 2023))


@pytest.mark.parametrize(
    ("sentence", "text", "fact"),
    [
        (
            same_issue.in_english(SHE, ["Wage theft"], asked=False),
            "She works on wage theft, as you do.",
            "works on wage theft",
        ),
        (
            same_issue.in_english(THEY, ["Wage theft", "Child care"], asked=False),
            "They work on wage theft and child care, as you do.",
            "work on wage theft and child care",
        ),
        (
            same_issue.in_english(NAMED, ["Wage theft"], asked=True),
            "Kai works on wage theft, which you asked about.",
            "works on wage theft",
        ),
        (
            same_stage.in_english(HE, "Wage theft", Stage.DRAFTING),
            "He works on wage theft too; you are both drafting.",
            "works on wage theft",
        ),
        (
            wider_issue.in_english(
                SHE, "Social housing", "Housing first", Relation.BESIDE, "Housing"
            ),
            "She works on social housing, which, like housing first, is part of housing.",
            "works on social housing",
        ),
        (
            wider_issue.in_english(SHE, "Housing", "Housing first", Relation.ABOVE, ""),
            "She works on housing, which takes in housing first.",
            "works on housing",
        ),
        (
            wider_issue.in_english(THEY, "Housing first", "Housing", Relation.BELOW, ""),
            "They work on housing first, a part of housing.",
            "work on housing first",
        ),
        (
            further_along.in_english(SHE, "Wage theft", Stage.IMPLEMENTING, Stage.DRAFTING, DAY),
            (
                "She carried a measure on wage theft through in 2023 and is putting it into "
                "practice; you are drafting one."
            ),
            "carried a measure on wage theft through in 2023",
        ),
        (
            further_along.in_english(THEY, "Wage theft", Stage.DEFENDING, Stage.EXPLORING, DAY),
            (
                "They carried a measure on wage theft through in 2023 and are defending it; "
                "you are exploring one."
            ),
            "carried a measure on wage theft through in 2023",
        ),
        (
            further_along.in_english(HE, "Wage theft", Stage.ADOPTED, Stage.STOPPED, YEAR),
            "He carried a measure on wage theft through in 2023; you have stopped.",
            "carried a measure on wage theft through in 2023",
        ),
        (
            further_along.in_english(NAMED, "Wage theft", Stage.INTRODUCED, None, None),
            "Kai has introduced a measure on wage theft.",
            "has introduced a measure on wage theft",
        ),
        (
            # An earlier measure of the place is not what they introduce now.
            further_along.in_english(SHE, "Wage theft", Stage.INTRODUCED, Stage.DRAFTING, DAY),
            "She has introduced a measure on wage theft; you are drafting one.",
            "has introduced a measure on wage theft",
        ),
        (
            also_works_on.in_english(SHE, ["Wage theft", "Child care", "SNAP", "Safe streets"]),
            "She also works on wage theft, child care, and 2 more, as you do.",
            "works on wage theft, child care, and 2 more",
        ),
        (
            offers_what_you_seek.in_english(SHE, [HelpKind.MODEL_TEXT, HelpKind.LEGAL_MEMO]),
            "She offers model text and a legal memo, which you are looking for.",
            "offers model text and a legal memo",
        ),
        (
            seeks_what_you_offer.in_english(THEY, [HelpKind.TALK]),
            "They are looking for a talk, which you offer.",
            "are looking for a talk",
        ),
        (
            shared_organization.in_english(["Homes Now"]),
            "Both of you belong to Homes Now.",
            "belong to Homes Now",
        ),
        (
            place_adopted.in_english(SALEM, "Zero-fare buses", MONTH, AdoptionStatus.ADOPTED),
            "Salem adopted “Zero-fare buses” in March 2023.",
            "adopted “Zero-fare buses” in March 2023",
        ),
        (
            place_adopted.in_english(SALEM, "Zero-fare buses", YEAR, AdoptionStatus.REPEALED),
            "Salem adopted “Zero-fare buses” in 2023 and has repealed it since.",
            "adopted “Zero-fare buses” in 2023",
        ),
        (
            nearby.in_english(SALEM, TUCSON, 62.4),
            "Salem is about 60 miles from Tucson.",
            "is about 60 miles from Tucson",
        ),
        (
            nearby.in_english(SALEM, TUCSON, 1.2),
            "Salem is less than 5 miles from Tucson.",
            "is less than 5 miles from Tucson",
        ),
        (
            alike_size.in_english(SALEM, replace(TUCSON, population=150_000)),
            "Salem and Tucson are about the same size: 177,000 and 150,000 people.",
            "are about the same size",
        ),
        (
            alike_size.in_english(SALEM, replace(TUCSON, population=450_000)),
            "Salem and Tucson are of comparable size: 177,000 and 450,000 people.",
            "are of comparable size",
        ),
        (
            alike_size.in_english(AVON, TUCSON),
            "Avon has 24,800 people, Tucson 543,000.",
            "Avon has 24,800 people",
        ),
        (same_office.in_english(OfficeKind.MAYOR), "Both of you are mayors.", "are mayors"),
        (
            shared_event.in_english([("Renters’ Rights Summit", MAY)]),
            "You were both at “Renters’ Rights Summit” in May 2024.",
            "were both at “Renters’ Rights Summit” in May 2024",
        ),
        (
            shared_event.in_english([("Call: homes", JUNE), ("Renters’ Rights Summit", MAY)]),
            (
                "You were both at “Call: homes” in June 2025 and “Renters’ Rights Summit” in "
                "May 2024."
            ),
            "were both at “Call: homes” in June 2025 and “Renters’ Rights Summit” in May 2024",
        ),
        (saved.in_english(MAY), "You saved this suggestion in May 2024.", "saved this suggestion"),
        (
            reciprocity.in_english(SHE, [HelpKind.MODEL_TEXT], [HelpKind.TESTIMONY, HelpKind.TALK]),
            (
                "You can help each other: she has model text for you, and you have testimony "
                "and a talk for her."
            ),
            "can help each other",
        ),
        (
            reciprocity.in_english(NAMED, [HelpKind.MODEL_TEXT], [HelpKind.TALK]),
            "You can help each other: Kai has model text for you, and you have a talk for Kai.",
            "can help each other",
        ),
        (
            reciprocity.in_english(THEY, [HelpKind.TALK], [HelpKind.TALK]),
            "You can help each other: they have a talk for you, and you have a talk for them.",
            "can help each other",
        ),
        (
            same_policies.in_english(SALEM, TUCSON, ["Zero-fare buses", "Social housing"]),
            "Salem and Tucson have both adopted “Zero-fare buses” and “Social housing”.",
            "have both adopted “Zero-fare buses” and “Social housing”",
        ),
        (
            alike_adopters.in_english(AVON, SALEM, "Zero-fare buses", MONTH, 8.3),
            "Avon is about 10 miles from Salem, which adopted “Zero-fare buses” in March 2023.",
            "is about 10 miles from Salem",
        ),
        (
            alike_adopters.in_english(
                replace(AVON, population=150_000), SALEM, "Zero-fare buses", YEAR, 800
            ),
            "Avon is about the size of Salem, which adopted “Zero-fare buses” in 2023.",
            "is about the size of Salem",
        ),
        (
            alike_adopters.in_english(replace(AVON, population=400_000), SALEM, "Buses", YEAR, 800),
            "Avon is comparable in size to Salem, which adopted “Buses” in 2023.",
            "is comparable in size to Salem",
        ),
        (
            alike_adopters.in_english(AVON, SALEM, "Zero-fare buses", YEAR, 800),
            "Avon is about 800 miles from Salem, which adopted “Zero-fare buses” in 2023.",
            "is about 800 miles from Salem",
        ),
        (
            same_preemption.in_english("Rent control", [("Texas", 1985), ("Arizona", 1981)]),
            "Texas (since 1985) and Arizona (since 1981) both forbid “Rent control”.",
            "both forbid “Rent control”",
        ),
        (
            same_preemption.in_english("Rent control", [("Arizona", 1981)]),
            "Arizona forbids “Rent control” in both places, since 1981.",
            "forbids “Rent control” in both places",
        ),
        (
            alike_place.in_english(SALEM, TUCSON, [RENTERS]),
            "Salem and Tucson are alike in part: 61% and 58% rent (2022 and 2021).",
            "are alike in part",
        ),
        (
            alike_place.in_english(SALEM, TUCSON, [RIDERS, RENT, POOR, RENTERS]),
            (
                "Salem and Tucson are much alike: a median rent of $1,450 and $1,390, "
                "12% live in poverty in both (2024)."
            ),
            "are much alike",
        ),
        (
            alike_place.in_english(SALEM, TUCSON, [RENTERS, POOR]),
            (
                "Salem and Tucson are much alike: 61% and 58% rent (2022 and 2021), "
                "12% live in poverty in both (2024)."
            ),
            "are much alike",
        ),
        (
            alike_place.in_english(SALEM, TUCSON, [RIDERS]),
            "In Salem, 31% take transit to work (2024); in Tucson, 0.4% (2023).",
            "31% take transit to work",
        ),
        (
            wider_issue.in_spanish(
                SHE, "Social housing", "Housing first", Relation.BESIDE, "Housing"
            ),
            "Ella trabaja en social housing, que, como housing first, forma parte de housing.",
            "trabaja en social housing",
        ),
        (
            shared_event.in_spanish([("Renters’ Rights Summit", MAY)]),
            "Ustedes dos estuvieron en «Renters’ Rights Summit», en mayo de 2024.",
            "estuvieron en «Renters’ Rights Summit», en mayo de 2024",
        ),
        (
            saved.in_spanish(MAY),
            "Usted guardó esta sugerencia en mayo de 2024.",
            "guardó esta sugerencia",
        ),
        (
            reciprocity.in_spanish(SHE, [HelpKind.MODEL_TEXT], [HelpKind.TESTIMONY]),
            (
                "Pueden ayudarse: ella tiene un texto modelo para usted; usted, un testimonio "
                "para ella."
            ),
            "Pueden ayudarse",
        ),
        (
            same_policies.in_spanish(SALEM, TUCSON, ["Zero-fare buses"]),
            "Tanto Salem como Tucson han adoptado «Zero-fare buses».",
            "han adoptado «Zero-fare buses»",
        ),
        (
            alike_adopters.in_spanish(AVON, SALEM, "Zero-fare buses", MONTH, 8.3),
            "Avon está a unas 10 millas de Salem, que adoptó «Zero-fare buses» en marzo de 2023.",
            "está a unas 10 millas de Salem",
        ),
        (
            same_preemption.in_spanish("Rent control", [("Texas", 1985), ("Arizona", 1981)]),
            "Texas (desde 1985) y Arizona (desde 1981) prohíben «Rent control».",
            "prohíben «Rent control»",
        ),
        (
            alike_place.in_spanish(SALEM, TUCSON, [RENTERS, POOR]),
            (
                "Salem y Tucson se parecen mucho: 61% y 58% viven de alquiler (2022 y 2021), "
                "12% viven en la pobreza en los dos (2024)."
            ),
            "se parecen mucho",
        ),
        (
            alike_place.in_spanish(SALEM, TUCSON, [RIDERS]),
            "En Salem, 31% van al trabajo en transporte público (2024); en Tucson, 0.4% (2023).",
            "31% van al trabajo en transporte público",
        ),
        (
            further_along.in_spanish(SHE, "Wage theft", Stage.IMPLEMENTING, Stage.DRAFTING, DAY),
            (
                "Ella sacó adelante una medida sobre wage theft en 2023 y la pone en práctica; "
                "usted redacta una."
            ),
            "sacó adelante una medida sobre wage theft en 2023",
        ),
        (
            same_stage.in_spanish(THEY, "Wage theft", Stage.DRAFTING),
            "Kai también trabaja en wage theft; ustedes dos redactan una medida.",
            "trabaja en wage theft",
        ),
        (
            place_adopted.in_spanish(SALEM, "Zero-fare buses", DAY, AdoptionStatus.OVERTURNED),
            "Salem adoptó «Zero-fare buses» en marzo de 2023; después fue anulado.",
            "adoptó «Zero-fare buses» en marzo de 2023",
        ),
        (
            nearby.in_spanish(SALEM, TUCSON, 320),
            "Salem está a unas 300 millas de Tucson.",
            "está a unas 300 millas de Tucson",
        ),
    ],
)
def test_sentences(sentence: Sentence, text: str, fact: str):
    assert (sentence.text, sentence.fact) == (text, fact)


def sentences_in(words):
    """The sentence of a reason in this language."""
    name = "in_english" if words is EN else "in_spanish"
    return lambda reason: getattr(reason, name)


@pytest.mark.parametrize("words", [EN, ES], ids=["en", "es"])
def test_every_choice_has_its_words(words):
    """Each sentence is one, names its fact, and leaves no gap."""
    say = sentences_in(words)
    for theirs in Stage:
        assert words.work_label(theirs, None, with_stage=True)
        for mine in (*Stage, None):
            for adopted in (None, DAY):
                check(say(further_along)(SHE, "Wage theft", theirs, mine, adopted))
        check(say(same_stage)(THEY, "Wage theft", theirs))
    for kind in HelpKind:
        check(say(offers_what_you_seek)(HE, [kind]))
        check(say(seeks_what_you_offer)(NAMED, [kind]))
        assert words.help_label(kind, "")
    for voice in Voice:
        for kind in HelpKind:
            check(say(reciprocity)(Person("Kai", voice), [kind], [kind]))
    for relation in Relation:
        check(say(wider_issue)(SHE, "One", "Other", relation, "Third"))
    for why in Widening:
        assert in_words(why, words.language).endswith(".")


@pytest.mark.parametrize("words", [EN, ES], ids=["en", "es"])
def test_every_choice_about_places_and_ties_has_its_words(words):
    say = sentences_in(words)
    for office in OfficeKind:
        check(say(same_office)(office))
    for status in AdoptionStatus:
        check(say(place_adopted)(SALEM, "Policy", DAY, status))
    for other in (TUCSON, SALEM, AVON):
        check(say(alike_size)(SALEM, other))
        check(say(alike_adopters)(other, SALEM, "Policy", DAY, 700))
        check(say(same_policies)(SALEM, other, ["A", "B", "C", "D"]))
    for name in FactName:
        near, far = Figure(0.5, 2024), Figure(1, 2024)
        check(say(alike_place)(SALEM, AVON, [Likeness(name, near, near)]))
        check(say(alike_place)(SALEM, AVON, [Likeness(name, near, far)]))
        assert words.fact_label(SALEM, name, near).startswith("Salem: ")
    for laws in ([("Ohio", 2015)], [("Ohio", 2015), ("Iowa", 2017)]):
        check(say(same_preemption)("Policy", laws))
    check(say(shared_event)([("A", MAY), ("B", MAY), ("C", MAY), ("D", MAY)]))
    check(say(saved)(MAY))
    check(say(shared_organization)(["A", "B", "C"]))


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
    assert EN.adoption_label("Ordinance 9", DAY, None) == "Ordinance 9, adopted March 14, 2023"
    assert EN.adoption_label("Ordinance 9", MONTH, None) == "Ordinance 9, adopted March 2023"
    assert EN.adoption_label("Ordinance 9", YEAR, None) == "Ordinance 9, adopted 2023"
    assert EN.adoption_label("Ordinance 9", YEAR, SALEM) == "Salem: Ordinance 9, adopted 2023"
    assert EN.event_label("Summit", MAY) == "Summit, May 3, 2024"
    assert EN.since_label("Ohio", date(2015, 4, 1)) == "Ohio, since 2015"
    assert EN.day_of(MAY) == "May 3, 2024"
    renters = EN.fact_label(SALEM, FactName.RENTER_SHARE, Figure(0.612, 2022))
    assert renters == "Salem: 61% rent (2022)"
    assert EN.since_label("Homes Now", since) == "Homes Now, since 2021"
    assert EN.place_label(SALEM, with_population=True) == "Salem, Oregon: 177,432 people (2021)"
    assert EN.place_label(replace(SALEM, population=None), with_population=True) == "Salem, Oregon"
    assert ES.work_label(Stage.DRAFTING, since, with_stage=True) == "en redacción, desde 2021"
    assert ES.event_label("Summit", MAY) == "Summit, 3 de mayo de 2024"
    assert ES.since_label("Ohio", date(2015, 4, 1)) == "Ohio, desde 2015"
    assert ES.adoption_label("Ordinance 9", DAY, None) == "Ordinance 9, 14 de marzo de 2023"


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


@pytest.mark.parametrize(
    ("theirs", "yours", "close"),
    [
        (0.60, 0.565, True),
        (0.60, 0.55, False),
        (0.03, 0.06, True),  # three points apart, though one is twice the other
        (0.03, 0.07, False),
        (0.0, 0.0, True),
    ],
)
def test_figures_are_alike_only_when_people_would_say_so(theirs, yours, close):
    for one, other in ((theirs, yours), (yours, theirs)):
        share = Likeness(FactName.POVERTY_SHARE, Figure(one, 2024), Figure(other, 2024))
        assert share.is_close is close


def test_money_is_not_alike_by_points_of_a_hundred():
    rent = Likeness(FactName.MEDIAN_RENT, Figure(1_000, 2024), Figure(1_201, 2024))
    assert not rent.is_close
    assert EN.amount(FactName.MEDIAN_RENT, 1_200.4) == "$1,200"


def test_names():
    assert given_name("Inés De León") == "Inés"
    assert given_name("J. R. Smith") == "J. R. Smith"
    assert given_name("Cher") == "Cher"
    assert in_sentence("Tenants' right to counsel") == "tenants' right to counsel"
    assert in_sentence("SNAP enrollment") == "SNAP enrollment"
    assert [rounded(each) for each in (987, 3_697, 24_847, 1_052_030)] == [
        987,
        3_700,
        24_800,
        1_050_000,
    ]
