"""Facts of a payment as people write them in a cell or an option: days, months, money, whole numbers, yes and no.

Each reader returns the value the program counts with, or raises CellError with a code; nothing is guessed: a comma or a
dot before three digits may stand before thousands as well as before decimals and is refused.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import PydanticCustomError

from dluhy.deductions.frame_columns import COLUMNS
from dluhy.documents.lists import LISTS
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR, read_identity
from dluhy.money import MoneyError, to_halere

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dluhy.law.pack import Pack

REFERENCE: Final = "ref"
MONEY: Final = ("net", "base_share", "balance")
MOST_DEPENDANTS: Final = 30  # as in documents
MOST_ORDERS: Final = 1_000
SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("chybí povinný údaj", "a required value is missing"),
    "bad_day": ("má být den: 2026-05-12, nebo 12. 5. 2026", "should be a day: 2026-05-12 or 12. 5. 2026"),
    "bad_month": (
        "má být měsíc (2026-04, 4/2026), nebo den v něm", "should be a month (2026-04, 4/2026) or a day of it",
    ),
    "bad_money": (
        "má být částka v Kč, nejvýš dvě desetinná místa: 26400.50, nebo 26 400,50",
        "should be CZK with at most two decimals: 26400.50 or 26 400,50",
    ),
    "ambiguous_money": (
        "tečka nebo čárka tu může oddělovat tisíce i desetinná místa; napište 26400.50",
        "the dot or comma may stand before thousands or before decimals; write 26400.50",
    ),
    "money_in_quotes": (
        "částka má být v NDJSON text v uvozovkách v Kč („26400.50“); u čísla není jasné, zda nejsou haléře",
        "in NDJSON money is CZK as a text in quotes (“26400.50”); a number might as well be haléře",
    ),
    "money_negative": ("částka nemůže být záporná", "the amount cannot be negative"),
    "money_too_large": ("částka je větší, než může být", "the amount is more than it can be"),
    "bad_yes_no": ("má být ano, nebo ne", "should be yes or no (ano, ne)"),
    "bad_whole": ("má být celé číslo", "should be a whole number"),
    "out_of_range": ("číslo je mimo možný rozsah", "the number is outside what is possible"),
    "not_in_list": ("takový kód tu není", "there is no such code"),
    "bad_reference": (
        "označení jsou písmena, číslice, tečka, pomlčka a podtržítko",
        "a reference is letters, digits, dot, dash and underscore",
    ),
    "birth_number_in_reference": (
        "označení vypadá jako rodné číslo; zvolte jiné", "the reference looks like a birth number; choose another",
    ),
    "bad_json": ("řádek není objekt JSON s jednoduchými hodnotami", "the line is no JSON object of plain values"),
    "line_too_long": ("řádek je delší, než smí být", "the line is longer than it may be"),
    "too_many_cells": ("řádek má víc buněk než záhlaví", "the line has more cells than the header"),
}  # fmt: skip
"""Code -> Czech and English sentence."""
BARE_NUMBER: Final = "\x00"
"""What stands for a number of JSON where money is a text: no cell holds it."""
_SPACES: Final = str.maketrans("", "", " \u00a0\u202f")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?")
_PLAIN: Final = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,2})?")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{1,2})?")
_CURRENCY: Final = re.compile(r"\s*(?:Kč|CZK)\Z", re.IGNORECASE)
_ISO_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CZECH_DAY: Final = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})")
_ISO_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
_CZECH_MONTH: Final = re.compile(r"([0-9]{1,2})\s*/\s*([0-9]{4})")
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_YES, _NO = frozenset({"ano", "a", "yes", "true", "1"}), frozenset({"ne", "n", "no", "false", "0"})


class CellError(ValueError):
    """A text that is not what its place asks for; `code` is a key of `SENTENCES`."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def read_money(text: str) -> int:
    """Return a sum in haléře: "26400", "26400.50", "26 400,50 Kč"."""
    if text == BARE_NUMBER:
        raise CellError("money_in_quotes")
    figure = _CURRENCY.sub("", text.strip())
    if figure.startswith(("-", "−")):
        raise CellError("money_negative")
    if _THOUSANDS.fullmatch(figure):
        raise CellError("ambiguous_money")
    if not (_PLAIN.fullmatch(figure) or _GROUPED.fullmatch(figure)):
        raise CellError("bad_money")
    try:
        return to_halere(figure.translate(_SPACES).replace(",", "."))
    except MoneyError:
        raise CellError("money_too_large") from None


def read_day(text: str) -> date:
    """Return a day written in the ISO or the Czech way."""
    found = _day(text.strip())
    if found is None:
        raise CellError("bad_day")
    return found


def read_month(text: str) -> date:
    """Return the first day of a month, written as a month or as a day of it."""
    bare = text.strip()
    iso, czech = _ISO_MONTH.fullmatch(bare), _CZECH_MONTH.fullmatch(bare)
    parts = iso.groups() if iso else czech.groups()[::-1] if czech else None
    found = _day(bare) if parts is None else _date(parts[0], parts[1], "1")
    if found is None:
        raise CellError("bad_month")
    return found.replace(day=1)


def _day(text: str) -> date | None:
    iso, czech = _ISO_DAY.fullmatch(text), _CZECH_DAY.fullmatch(text)
    parts = iso.groups() if iso else czech.groups()[::-1] if czech else None
    return None if parts is None else _date(parts[0], parts[1], parts[2])


def _date(year: str, month: str, day: str) -> date | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_yes_no(text: str) -> bool:
    """Return yes or no: "ano", "ne", "true", "false", "1", "0"."""
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise CellError("bad_yes_no")
    return word in _YES


def read_whole(text: str, most: int) -> int:
    """Return a whole number from 0 to `most`."""
    bare = text.strip()
    if not _WHOLE.fullmatch(bare):
        raise CellError("bad_whole")
    if int(bare) > most:
        raise CellError("out_of_range")
    return int(bare)


def read_reference(text: str) -> str:
    """Return how a row is called; nothing that looks like a birth number."""
    try:
        return read_identity(text)
    except PydanticCustomError as error:
        own = "birth_number_in_reference"
        raise CellError(own if error.type == own else "bad_reference") from None


def readers(pack: Pack) -> dict[str, Callable[[str], Any]]:
    """Return what reads the cells of each column of `COLUMNS`, and of `ref`."""
    pensions, roundings = list(pack.vocabularies["pensions"]), list(LISTS["component_roundings"])
    own: dict[str, Callable[[str], Any]] = {
        "wage_period": read_month,
        "dependants": lambda text: read_whole(text, MOST_DEPENDANTS),
        "orders": lambda text: read_whole(text, MOST_ORDERS),
        "spouse_pension": lambda text: _code(text, pensions),
        "own_pension": lambda text: _code(text, pensions),
        "component_rounding": lambda text: _code(text, roundings),
        REFERENCE: read_reference,
        **dict.fromkeys(MONEY, read_money),
        **dict.fromkeys(("paid_on", "order_issued_on"), read_day),
    }
    return {name: own.get(name, read_yes_no) for name in (REFERENCE, *COLUMNS)}


def _code(text: str, codes: list[str]) -> str:
    if text.strip() not in codes:
        raise CellError("not_in_list")
    return text.strip()
