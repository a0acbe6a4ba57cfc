"""Asking for suggestions through the member API, and what a page of them holds."""

from tests.api.members import data, signed_in

SUGGESTED = """query S($first: Int, $after: String, $issue: ID, $intent: Intent! = LEARN) { viewer {
  displayName
  suggestedPeers(first: $first, after: $after, issueId: $issue, intent: $intent) {
    weightsVersion widened pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node {
      peer { id name } score headline headlineFact issue { name } viewerStage peerStage
      weightsVersion
      reasons { code text contribution share
        evidence { kind label date source node { __typename id } } } } } } } }"""


def suggested(person, **variables):
    """The page of a person's suggestions."""
    return data(signed_in(person), SUGGESTED, **variables)["viewer"]["suggestedPeers"]


def only(page):
    """The one suggestion of a page."""
    (edge,) = page["edges"]
    return edge["node"]


def names(page):
    return [edge["node"]["peer"]["name"] for edge in page["edges"]]


def reasons(suggestion):
    return {each["code"]: each for each in suggestion["reasons"]}
