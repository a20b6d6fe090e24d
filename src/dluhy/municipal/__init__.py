"""What a municipality should do about debts, households and itself, and what is known of the place."""
