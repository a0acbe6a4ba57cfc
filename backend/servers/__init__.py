"""The servers that come with Counterpart: PostgreSQL and the graph engine, and who owns them."""
