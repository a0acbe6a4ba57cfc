"""Reads across places, each scoped to the viewer."""
