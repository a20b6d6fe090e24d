"""Deductions from wages and other income: how much, for whom, what stays, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.deductions.amounts import WageSet, wage_sets
from dluhy.deductions.model import Claim, Deduction, Payer, Spouse
from dluhy.deductions.one import deduct

if TYPE_CHECKING:
    from dluhy.deductions.frames import deduct_frame

__all__ = ["Claim", "Deduction", "Payer", "Spouse", "WageSet", "deduct", "deduct_frame", "wage_sets"]


def __getattr__(name: str) -> object:
    """Load the function for frames on first use: a single deduction does not need it."""
    if name != "deduct_frame":
        msg = f"module 'dluhy.deductions' has no attribute '{name}'"
        raise AttributeError(msg)
    from dluhy.deductions.frames import deduct_frame as found  # noqa: PLC0415 - only when asked for

    return found
