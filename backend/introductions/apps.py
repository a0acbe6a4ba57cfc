"""Registers introductions with Django."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    """Introductions, blocks and feedback."""

    name = "backend.introductions"
    label = "introductions"
