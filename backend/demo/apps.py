"""Registers the demo with Django, and only in the demo."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class DemoConfig(AppConfig):
    """The demo's sign-in without a password."""

    name = "backend.demo"
    label = "demo"

    def ready(self) -> None:
        """Refuse to start anywhere but in the demo: whoever comes here needs no password."""
        if not settings.DEMO:
            raise ImproperlyConfigured(
                "backend.demo lets anybody become anybody: it may be installed only when "
                "COUNTERPART_MODE is demo."
            )
