"""What every part may use: errors, the clock, text folding."""
