"""The counterpart command."""
