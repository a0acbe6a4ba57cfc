"""Registers the outbox with Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """The outbox."""

    name = "backend.outbox"
    label = "outbox"
