"""Places, offices, people, issues, work and organizations."""
