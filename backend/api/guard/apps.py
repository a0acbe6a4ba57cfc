"""Registers the guard with Django."""

from django.apps import AppConfig


class GuardConfig(AppConfig):
    """The guard and its budgets."""

    name = "backend.api.guard"
    label = "guard"
