"""English."""

from backend.matching.coalition import Fact, Reach, Relation
from backend.matching.wording.texts import Note, Texts

TEXTS = Texts(
    facts={
        Fact.POPULATION: "Population",
        Fact.RENTER_SHARE: "Homes that are rented",
        Fact.MEDIAN_RENT: "Median rent",
        Fact.MEDIAN_INCOME: "Median household income",
        Fact.POVERTY_SHARE: "People in poverty",
        Fact.TRANSIT_SHARE: "Commutes by transit",
        Fact.UNION_SHARE: "Workers in unions",
    },
    notes={
        Note.NO_PLACE: (
            "Places are compared with the one you serve, and no office of yours is known here."
        ),
        Note.NOTHING_KNOWN: (
            "Nothing that counts for this issue is known of your place yet, so no other can be "
            "called alike."
        ),
        Note.NOBODY_ALIKE: "No other place is known to be like yours for this issue.",
        Note.UNAVAILABLE: (
            "Places can't be compared just now. The directory and your own profile work as always; "
            "try again in a few minutes."
        ),
    },
    active={
        Relation.SAME: "Active on {issue} {where}.",
        Relation.BELOW: "Active on {issue}, a part of {asked}, {where}.",
        Relation.ABOVE: "Active on {issue}, which {asked} is a part of, {where}.",
    },
    where={
        Reach.LOCALITY: "in {}",
        Reach.STATE: "across {}",
        Reach.NATIONAL: "in the whole country",
    },
)
