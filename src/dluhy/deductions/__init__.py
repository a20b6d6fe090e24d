"""Deductions from wages and other income: how much, for whom, what stays, and why."""

from dluhy.deductions.amounts import WageSet, wage_sets
from dluhy.deductions.model import Claim, Deduction, Payer, Spouse
from dluhy.deductions.one import deduct

__all__ = ["Claim", "Deduction", "Payer", "Spouse", "WageSet", "deduct", "wage_sets"]
