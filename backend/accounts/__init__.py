"""Users, their role and their sessions."""
