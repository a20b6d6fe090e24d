"""What a region sees across its municipalities: counts and sums without persons, joined."""
