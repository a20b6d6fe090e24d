"""The report of a screening on paper: the same words as the text report, set on pages of A4, as PDF/A."""

from dluhy.printing.screening import print_screening

__all__ = ["print_screening"]
