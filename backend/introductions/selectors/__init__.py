"""Reads of introductions: who is kept apart, who is at a cap, what each side may know."""
