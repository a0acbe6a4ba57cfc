"""The mutations of the member API, one a file."""
