"""Who and where else: places that deal with an issue, and people for a group on it."""
