"""Codes of people that are no codes but birth numbers or names: they would reach every output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import define

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.intake.columns import Columns

_MONTH_AND_DAY = r"(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|5[1-9]|6[0-2]|7[1-9]|8[0-2])(?:0[1-9]|[12]\d|3[01])"
_DAY = rf"\d\d{_MONTH_AND_DAY}"
_BIRTH_NUMBER = rf"{_DAY}[ ./-]\d{{3,4}}\b"
_BARE_BIRTH_NUMBER = rf"^{_DAY}\d{{3,4}}$|^\d{_MONTH_AND_DAY}\d{{4}}$"
_NAME = r"^\D*\p{Ll}{2}\D*$|\p{L}{2,}[ ,.]+\p{L}{2,}"
"""A code of letters alone, or of two words, is somebody's name."""
_OWN_MARK = r"^\((řádek |[OZV])[0-9a-f]+\)$"


@define
class CodesSeen:
    """How many codes of people a list has shown so far, and how many of them look like birth numbers."""

    known: int = 0
    bare: int = 0

    def require(self, table: pl.DataFrame, columns: Columns) -> None:
        """Refuse a column of codes that holds birth numbers, names or the program's own marks: it would reach outputs.

        Numbers of an office may look like birth numbers without a separator, but not half of them.
        """
        if "person_id" not in table.columns:
            return
        code = pl.col("person_id")
        surely = code.str.contains(_BIRTH_NUMBER) | code.str.contains(_NAME) | code.str.contains(_OWN_MARK)
        personal, known, bare = table.select(
            surely.any().alias("personal"),
            code.is_not_null().sum().alias("known"),
            code.str.contains(_BARE_BIRTH_NUMBER).sum().alias("bare"),
        ).row(0)
        self.known, self.bare = self.known + known, self.bare + bare
        if personal or (self.known and self.bare * 2 >= self.known):
            raise InputError([
                Problem("personal_code", columns.label("person_id"),
                        "v kódech osob jsou rodná čísla nebo jména; nazvěte sloupec „Rodné číslo“"
                        " nebo „Jméno a příjmení“",
                        "the person codes are birth numbers or names; call the column by what it holds")
            ])  # fmt: skip
