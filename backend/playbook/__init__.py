"""Policies and where they were adopted or are forbidden; events; experts."""
