"""How Counterpart is put together: the environment, Django's settings, the addresses."""
