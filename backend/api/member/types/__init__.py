"""The types of the member API. Each is told by a row that a selector decided to show."""
