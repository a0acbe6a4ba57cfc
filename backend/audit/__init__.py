"""Who did or saw what: ids and field names, never values."""
