"""Ratios of this product's work to the bare work it stands on, both measured in one run."""
