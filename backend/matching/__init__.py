"""Who elsewhere: suggested peers with reasons, places alike, allies, and groups for an issue."""
