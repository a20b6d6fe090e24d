"""Cells of a file of index inputs as people write them -> codes, whole numbers, payments of a year, yes and no.

Nothing is guessed: a dot or comma before three digits may stand before thousands, and is read as a decimal sign only
where another cell of the column shows that it is one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from dluhy.dates import MONTHS_OF_A_YEAR
from dluhy.intake.columns import plain, yes_and_no

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "bad_code": ("kód obce je šest číslic", "the code of a municipality is six digits"),
    "bad_number": (
        "má být číslo; co není známo, zůstává prázdné, a kde nikdo není, patří 0",
        "should be a number; what is not known stays empty, and where there is nobody, 0 belongs",
    ),
    "fraction": (
        "má být celé číslo bez oddělovače tisíců", "should be a whole number without a sign between thousands",
    ),
    "not_a_mean": (
        "průměr dvanácti měsíců má být v dvanáctinách (třeba 14,25 nebo 14,3333); jinak zadejte výplaty za rok",
        "a mean of twelve months is in twelfths (such as 14.25 or 14.3333); else give the payments of the year",
    ),
    "rough_mean": (
        "číslo je zaokrouhlené tak, že může být více dvanáctin; zadejte víc desetinných míst, nebo výplaty za rok",
        "the number is rounded so that it may be several twelfths; give more decimals, or the payments of the year",
    ),
    "ambiguous": (
        "tečka nebo čárka tu může oddělovat tisíce i desetinná místa; napište 14,2500",
        "the dot or comma may stand before thousands or before decimals; write 14.2500",
    ),
    "bad_yes_no": ("má být ano, nebo ne", "should be yes or no (ano, ne)"),
    "other_year": ("řádek je za jiný rok, než se počítá", "the row is of another year than the one computed"),
    "too_many_cells": ("řádek má víc buněk než záhlaví", "the line has more cells than the header"),
    "too_few_cells": ("řádek má míň buněk než záhlaví", "the line has fewer cells than the header"),
    "error_cell": ("vzorec v řádku skončil chybou", "a formula in the row failed"),
    "bad_json": ("řádek není objekt JSON s jednoduchými hodnotami", "the line is no JSON object of plain values"),
}  # fmt: skip
"""Code -> Czech and English sentence."""
_SPACES: Final = re.compile(r"[ \u00a0\u202f]")
_WHOLE: Final = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,]0+)?")
_DECIMAL: Final = re.compile(r"(-?(?:[0-9]{1,12}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+))(?:([.,])([0-9]{1,20}))?")
_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_CODE: Final = re.compile(r"([0-9]{6})(?:[.,]0+)?")
_FINEST: Final = Fraction(1, 1_000_000)
"""What a mean kept as a binary fraction or to six places may be off."""


class CellError(ValueError):
    """A text that is not what its place asks for; `code` is a key of `SENTENCES`."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def read_code(text: str) -> str:
    """Return the code of a municipality; a spreadsheet may have made a number of it."""
    found = _CODE.fullmatch(_SPACES.sub("", text.strip()))
    if found is None:
        raise CellError("bad_code")
    return found[1]


def read_whole(text: str) -> int:
    """Return a whole number: "1234", "1 234", "1234.0"."""
    bare = text.strip().replace("−", "-")
    if _WHOLE.fullmatch(bare):
        return int(_SPACES.sub("", re.split(r"[.,]", bare)[0]))
    raise CellError("fraction" if _DECIMAL.fullmatch(bare) else "bad_number")


def read_yes_no(text: str) -> bool:
    """Return yes or no."""
    yes, no = yes_and_no()
    word = plain(text.removesuffix(".0"))
    if word not in {*yes, *no, "1", "0"}:
        raise CellError("bad_yes_no")
    return word in yes or word == "1"


def decimal_sign(texts: Iterable[str]) -> str | None:
    """Return the decimal sign that the cells of a column show; None where none or both do."""
    shown = {
        found[2] for text in texts
        if (found := _DECIMAL.fullmatch(text.strip())) and found[2] and not _THOUSANDS.fullmatch(text.strip())
    }  # fmt: skip
    return shown.pop() if len(shown) == 1 else None


def read_mean(text: str, sign: str | None) -> int:
    """Return the payments of a year from the mean of its months, the only number of them that the text can mean.

    `sign` is the decimal sign that the column shows, None where it shows none. An exact multiple of a twelfth is taken
    as it stands; else the twelfths that round to what is written, at its decimals, are looked for.
    """
    bare = text.strip().replace("−", "-")
    found = _DECIMAL.fullmatch(bare)
    if found is None:
        raise CellError("bad_number")
    if _THOUSANDS.fullmatch(bare) and found[2] != sign:
        raise CellError("ambiguous")
    decimals = found[3] or ""
    value = Fraction(f"{_SPACES.sub('', found[1])}.{decimals or 0}") * MONTHS_OF_A_YEAR
    if value.denominator == 1:
        return value.numerator
    spread = MONTHS_OF_A_YEAR * max(Fraction(1, 2 * 10 ** len(decimals)), _FINEST)
    least, most = ceil(value - spread), floor(value + spread)
    if least != most:
        raise CellError("not_a_mean" if least > most else "rough_mean")
    return least
