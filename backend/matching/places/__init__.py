"""Places alike for an issue."""
