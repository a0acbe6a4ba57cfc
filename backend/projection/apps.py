"""Registers the projection with Django."""

from django.apps import AppConfig


class ProjectionConfig(AppConfig):
    """The projection."""

    name = "backend.projection"
    label = "projection"
