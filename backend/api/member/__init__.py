"""The member API: what members and the web app ask, over GraphQL."""
