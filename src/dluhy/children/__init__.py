"""Debts that arose in childhood: what follows for each debt and each person of a list."""
