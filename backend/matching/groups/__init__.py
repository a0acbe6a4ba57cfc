"""Groups of five for an issue."""
