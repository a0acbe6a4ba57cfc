"""The invented network: who is in it, loading it, and becoming one of its people."""
