"""Policies, and where they were adopted."""
