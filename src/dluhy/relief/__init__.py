"""Debt relief and the other ways out: who may enter, what it would bring month by month, what can be said against debts."""
