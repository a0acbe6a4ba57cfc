"""How good suggestions are, measured on histories of who adopted what, where and when."""
