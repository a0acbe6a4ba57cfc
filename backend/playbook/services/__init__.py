"""Writes of the playbook: each one transaction, with its outbox and audit entries. Staff only."""
