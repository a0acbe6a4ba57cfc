"""Writes of the directory: each one transaction, with its outbox entry and its audit entry."""
