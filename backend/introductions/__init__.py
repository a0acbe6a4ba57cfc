"""Asks between officials, their consents and endings; blocks; feedback on a suggestion."""
