"""Registers the directory with Django."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The directory."""

    name = "backend.directory"
    label = "directory"
