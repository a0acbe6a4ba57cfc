"""Writes of introductions: each one transaction, with its outbox entries and its audit entry."""
