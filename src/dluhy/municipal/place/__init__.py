"""What a municipality says of itself: the place document, its gaps, and what rules read of it."""
