"""Registers suggestions with Django."""

from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    """Suggested peers, and the lists that are stored for the week."""

    name = "backend.suggestions"
    label = "suggestions"
