"""Deductions from wages and other income: how much, for whom, what stays, and why."""
