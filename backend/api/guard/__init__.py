"""The guard of both GraphQL endpoints: what may come in, what it costs, and what goes out."""
