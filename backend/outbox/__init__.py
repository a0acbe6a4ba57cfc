"""The log of committed changes that the graph still has to learn of."""
