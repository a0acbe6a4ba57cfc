"""The graph: a projection of the tables, and where questions about relations are asked."""
