"""Registers the audit trail with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit trail."""

    name = "backend.audit"
    label = "audit"
