"""What both APIs have in common: what a mutation answers when it is refused."""
