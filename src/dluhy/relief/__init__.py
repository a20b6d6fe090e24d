"""Debt relief and the other ways out: who may enter, what it would bring, what can be said against debts."""
