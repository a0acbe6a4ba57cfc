"""Open data brought in: previewed first, then applied in one transaction or not at all."""
