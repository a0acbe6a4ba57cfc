"""Registers matching with Django."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """Suggested peers, and the lists that are stored for the week."""

    name = "backend.matching"
    label = "matching"
