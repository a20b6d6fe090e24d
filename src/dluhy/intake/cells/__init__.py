"""Cells -> values, a column at a time: every form a list contains is read, mended with a mark, or refused with a code.

A reader judges each cell by itself, so a list read in parts says the same as one read at once. `settled` works out
whole columns; the expressions of a read may also be selected one by one.
"""

from dluhy.intake.cells.amounts import listed_amounts, money
from dluhy.intake.cells.birth_numbers import birth_number
from dluhy.intake.cells.days import day
from dluhy.intake.cells.marks import company_number, creditor, file_mark
from dluhy.intake.cells.reading import Read, settled
from dluhy.intake.cells.simple import text, whole, yes_no
from dluhy.intake.cells.words import member
from dluhy.intake.cells.years import year_list, years

__all__ = [
    "Read",
    "birth_number",
    "company_number",
    "creditor",
    "day",
    "file_mark",
    "listed_amounts",
    "member",
    "money",
    "settled",
    "text",
    "whole",
    "year_list",
    "years",
    "yes_no",
]
