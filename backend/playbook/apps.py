"""Registers the playbook with Django."""

from django.apps import AppConfig


class PlaybookConfig(AppConfig):
    """Policies and adoptions."""

    name = "backend.playbook"
    label = "playbook"
