"""Lists of suggested peers: building, serving and previewing them."""
