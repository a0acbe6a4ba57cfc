"""Making lists of suggested peers, and showing them."""
