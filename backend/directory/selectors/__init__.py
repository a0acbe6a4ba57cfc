"""Reads of the directory, each already scoped to the viewer."""
