"""Suggested peers: asks the graph, checks the answer in SQL, and puts reasons into words."""
