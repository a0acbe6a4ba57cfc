"""What the graph holds: labels, relationship types, their keys, properties and constraints.

Every node has `id` (the row's key in the tables), `version` and `epoch`; every relationship
`key`, `version` and `epoch`. An aggregate is a node with its outgoing relationships.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.connection import Graph

SCHEMA_DEADLINE_S = 30.0


@dataclass(frozen=True)
class NodeType:
    """A label, and the properties that its aggregate brings (besides id, version, epoch)."""

    label: str
    properties: tuple[str, ...]


@dataclass(frozen=True)
class RelationshipType:
    """A relationship type: from which label to which, and its properties besides the key's."""

    type: str
    source: str
    target: str
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Constraint:
    """One property that no two nodes of a label, or relationships of a type, may share."""

    name: str
    pattern: str
    variable: str
    key: str

    @property
    def cypher(self) -> str:
        """The statement that creates it where it is missing."""
        return (
            f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR {self.pattern} "
            f"REQUIRE {self.variable}.{self.key} IS UNIQUE"
        )


# Targets before sources, so that a load in this order finds every target there.
NODES = (
    NodeType("PlaceFact", ("name", "value", "year", "source")),
    NodeType("Locality", ("name", "state", "kind", "population", "latitude", "longitude")),
    NodeType("Issue", ("name", "slug")),
    NodeType("Organization", ("name", "kind")),
    NodeType("Policy", ("name",)),
    NodeType("Preemption", ("state", "since", "source")),
    NodeType("Adoption", ("title", "adopted_on", "precision", "status", "source")),
    NodeType("Event", ("name", "on")),
    NodeType("Expert", ("organization_id",)),
    NodeType(
        "Official",
        (
            "office_kind",
            "office_id",
            "in_office_from",
            "in_office_until",
            "paused",
            "capped",
            "home",
            "features",
        ),
    ),
)

RELATIONSHIPS = (
    RelationshipType("REPRESENTS", "Official", "Locality"),
    RelationshipType(
        "WORKS_ON", "Official", "Issue", ("stage", "priority", "since", "seeks", "offers")
    ),
    RelationshipType("AFFILIATED_WITH", "Official", "Organization", ("since",)),
    RelationshipType("ATTENDED", "Official", "Event", ("since",)),
    RelationshipType("EXCLUDES", "Official", "Official", ("until", "reason")),
    RelationshipType("SAVED", "Official", "Official"),
    RelationshipType("PART_OF", "Issue", "Issue"),
    RelationshipType("IN_FAMILY", "Issue", "Bucket"),
    RelationshipType("ACTIVE_ON", "Organization", "Issue", ("state", "locality_id")),
    RelationshipType("ADDRESSES", "Policy", "Issue"),
    RelationshipType("IN_TOPIC", "Policy", "Bucket"),
    RelationshipType("OF", "Adoption", "Policy"),
    RelationshipType("IN", "Adoption", "Locality"),
    RelationshipType("ADAPTED_FROM", "Adoption", "Adoption"),
    RelationshipType("IN_YEAR", "Adoption", "Bucket"),
    RelationshipType("FORBIDS", "Preemption", "Policy"),
    RelationshipType("HAS", "Locality", "PlaceFact"),
    # From the one with the greater id, which may be younger, so that it finds the other there.
    RelationshipType("OVERLAPS", "Locality", "Locality"),
    RelationshipType("ABOUT", "Event", "Issue"),
    RelationshipType("KNOWS", "Expert", "Issue"),
    RelationshipType("SPEAKS_FOR", "Expert", "Organization"),
    RelationshipType("IN_BUCKET", "Official", "Bucket"),
)

# Kept beside the aggregates: the buckets that things are in (`graph.buckets`; made when one comes
# to be in it), how many edges popular nodes had when they were last counted, who was removed, and
# which epoch the graph is of.
BUCKET = "Bucket"
DEGREE_COUNT = "DegreeCount"
TOMBSTONE = "Tombstone"
PROJECTION = "Projection"

NODE_TYPES = {each.label: each for each in NODES}
RELATIONSHIP_TYPES = {each.type: each for each in RELATIONSHIPS}

CONSTRAINTS = (
    *(
        Constraint(f"{label.lower()}_id", f"(n:{label})", "n", "id")
        for label in (*NODE_TYPES, BUCKET, PROJECTION)
    ),
    *(
        Constraint(f"{label.lower()}_key", f"(n:{label})", "n", "key")
        for label in (DEGREE_COUNT, TOMBSTONE)
    ),
    *(
        Constraint(f"{name.lower()}_key", f"()-[r:{name}]-()", "r", "key")
        for name, kind in RELATIONSHIP_TYPES.items()
        if kind.target != BUCKET  # many, and their keys begin with their only owner's
    ),
)


def ensure(graph: Graph) -> None:
    """Create the constraints that are missing; nothing happens where all are there."""
    for constraint in CONSTRAINTS:
        graph.write(constraint.cypher, timeout=SCHEMA_DEADLINE_S)
