"""The two GraphQL endpoints: one for members, one for staff, behind one guard."""
