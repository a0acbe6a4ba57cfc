"""Counterpart: the application around the graph of officials."""
