"""Cells -> values, a column at a time: each reader returns the values and where a filled cell could not be read."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import polars as pl
from attrs import frozen

from dluhy.ids import birth_date_of_birth_number
from dluhy.intake.columns import plain, yes_and_no
from dluhy.money import HALERE_PER_KORUNA, LARGEST_HALERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.law.models import Term

_SPACES = r"[\s\u00a0\u202f\u2009]+"
_MARKS = r"\p{M}+"
_NOT_ALNUM = r"[^\p{L}\p{N}]+"
_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # what four digits beginning with 19 or 20 can say
_FIRST_DAY, _LAST_DAY = date(1900, 1, 2), date(2099, 12, 31)


@frozen
class Read:
    """What a column says: values per fact column, and a Boolean expression true where a filled cell is unreadable."""

    values: Mapping[str, pl.Expr]
    bad: pl.Expr
    code: str
    cs: str
    en: str


def _text(column: str) -> pl.Expr:
    stripped = pl.col(column).str.replace_all(_SPACES, " ").str.strip_chars()
    return pl.when(stripped.str.len_chars() > 0).then(stripped)


def text(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read any text as it is, without outer spaces; a cell of spaces is empty."""
    bare = pl.col(column).cast(pl.String).str.strip_chars()
    value = pl.when(bare != "").then(bare) if dtype == pl.String else bare
    return Read({target: value}, pl.lit(value=False), "text", "", "")


def money(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read money into haléře: "1 234,50", "1234.5", "1.234,50 Kč", "1 500,-"; exact numbers in crowns."""
    sentences = (
        "bad_money",
        "není částka v korunách s nejvýše dvěma desetinnými místy",
        "is no sum in crowns with at most two decimal places",
    )
    if isinstance(dtype, pl.Decimal) and dtype.scale == 2:  # noqa: PLR2004 - haléře
        value = pl.col(column).to_physical().cast(pl.Int64, strict=False)
        return Read({target: value}, _unread(column, value) | (value.abs() > LARGEST_HALERE), *sentences)
    if dtype.is_integer():
        value = pl.col(column).cast(pl.Int64, strict=False) * HALERE_PER_KORUNA
        return Read({target: value}, _unread(column, value) | (value.abs() > LARGEST_HALERE), *sentences)
    source = pl.col(column) if dtype == pl.String else pl.col(column).cast(pl.String)
    bare = source.str.replace_all(_SPACES, "").str.replace(r"(?i)kč$", "").str.replace(r",(-|–|—)+$", "")
    grouped = bare.str.contains(r"^-?\d{1,3}(\.\d{3})+,\d{1,2}$|^-?\d{1,3}(\.\d{3}){2,}$")
    bare = pl.when(grouped).then(bare.str.replace_all(".", "", literal=True)).otherwise(bare).str.replace(",", ".")
    good = bare.str.contains(r"^-?\d{1,13}(\.\d{1,2})?$")
    sign = pl.when(bare.str.starts_with("-")).then(-1).otherwise(1)
    crowns = bare.str.extract(r"^-?(\d+)").cast(pl.Int64, strict=False)
    rest = bare.str.extract(r"\.(\d{1,2})$").str.pad_end(2, "0").cast(pl.Int64, strict=False).fill_null(0)
    value = pl.when(good).then(sign * (crowns * HALERE_PER_KORUNA + rest))
    value = pl.when(value.abs() <= LARGEST_HALERE).then(value)
    return Read({target: value}, _filled(column, dtype) & value.is_null(), *sentences)


def day(column: str, dtype: pl.DataType, target: str, *, ranged: bool) -> Read:
    """Read a day ("1. 7. 2012", "2012-07-01"), and where `ranged` also a month ("7/2012") or a year ("2012")."""
    sentences = (
        "bad_date",
        "není datum (čeká se 1. 7. 2012 nebo 2012-07-01)",
        "is no date (expected 1. 7. 2012 or 2012-07-01)",
    )
    if dtype == pl.Date or isinstance(dtype, pl.Datetime):
        value: pl.Expr = _plausible(pl.col(column).cast(pl.Date))
        names = (f"{target}_from", f"{target}_to") if ranged else (target,)
        return Read(dict.fromkeys(names, value), _unread(column, value), *sentences)
    source = _text(column) if dtype == pl.String else pl.col(column).cast(pl.String)
    bare = source.str.replace_all(" ", "").str.replace(r"^(\d{4}-\d{2}-\d{2})[T]?00:00:00(\.0+)?$", "$1")
    exact = _real_day(
        pl.coalesce(bare.str.extract(r"^\d{1,2}\.\d{1,2}\.(\d{4})$"), bare.str.extract(r"^(\d{4})-\d{2}-\d{2}$")),
        pl.coalesce(bare.str.extract(r"^\d{1,2}\.(\d{1,2})\.\d{4}$"), bare.str.extract(r"^\d{4}-(\d{2})-\d{2}$")),
        pl.coalesce(bare.str.extract(r"^(\d{1,2})\.\d{1,2}\.\d{4}$"), bare.str.extract(r"^\d{4}-\d{2}-(\d{2})$")),
    )
    if not ranged:
        return Read({target: exact}, _filled(column, dtype) & exact.is_null(), *sentences)
    month = _real_day(
        pl.coalesce(bare.str.extract(r"^\d{1,2}[/.](\d{4})$"), bare.str.extract(r"^(\d{4})-\d{2}$")),
        pl.coalesce(bare.str.extract(r"^(\d{1,2})[/.]\d{4}$"), bare.str.extract(r"^\d{4}-(\d{2})$")),
        pl.lit("1"),
    )
    year = bare.str.extract(r"^(\d{4})$")
    first = pl.coalesce(exact, month, _real_day(year, pl.lit("1"), pl.lit("1")))
    last = pl.coalesce(exact, month.dt.month_end(), _real_day(year, pl.lit("12"), pl.lit("31")))
    return Read({f"{target}_from": first, f"{target}_to": last}, _filled(column, dtype) & first.is_null(), *sentences)


def years(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read a year ("2014") or a span of years ("2009–2012", "2009/2012")."""
    sentences = ("bad_year", "není rok ani rozmezí let", "is no year or span of years")
    if dtype.is_integer():
        year = pl.when(pl.col(column).is_between(_FIRST_YEAR, _LAST_YEAR)).then(
            pl.col(column).cast(pl.Int32, strict=False)
        )
        return Read(dict.fromkeys((f"{target}_from", f"{target}_to"), year), _unread(column, year), *sentences)
    source = pl.col(column).cast(pl.String) if dtype != pl.String else pl.col(column)
    bare = source.str.replace_all(_SPACES, "").str.replace(r"\.0$", "").str.replace_all(r"[–—/]", "-")
    first = bare.str.extract(r"^((?:19|20)\d{2})(?:-(?:19|20)\d{2})?$").cast(pl.Int32, strict=False)
    last = bare.str.extract(r"^(?:(?:19|20)\d{2}-)?((?:19|20)\d{2})$").cast(pl.Int32, strict=False)
    good = first <= last
    values = {f"{target}_from": pl.when(good).then(first), f"{target}_to": pl.when(good).then(last)}
    bad = _filled(column, dtype) & ~good.fill_null(value=False)
    return Read(values, bad, *sentences)


def whole(column: str, dtype: pl.DataType, target: str, *, ranged: bool, most: int = 99) -> Read:
    """Read a whole number from 0 to `most`, of two digits at the most."""
    sentences = ("bad_number", f"není celé číslo od 0 do {most}", f"is no whole number from 0 to {most}")
    names = (f"{target}_from", f"{target}_to") if ranged else (target,)
    if dtype.is_integer():
        number = pl.when(pl.col(column).is_between(0, most)).then(pl.col(column).cast(pl.Int32, strict=False))
        return Read(dict.fromkeys(names, number), _unread(column, number), *sentences)
    source = pl.col(column).cast(pl.String) if dtype != pl.String else pl.col(column)
    written = source.str.strip_chars().str.extract(r"^(\d{1,2})(?:\.0)?$").cast(pl.Int32, strict=False)
    value = pl.when(written <= most).then(written)
    return Read(dict.fromkeys(names, value), _filled(column, dtype) & value.is_null(), *sentences)


def yes_no(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read "ano" or "ne" in their usual forms."""
    sentences = ("bad_yes_no", "není „ano“ ani „ne“", "is neither “ano” (yes) nor “ne” (no)")
    if dtype == pl.Boolean:
        return Read({target: pl.col(column)}, pl.lit(value=False), *sentences)
    word = _plain(pl.col(column).cast(pl.String))
    yes, no = yes_and_no()
    value = pl.when(word.is_in(list(yes))).then(pl.lit(value=True)).when(word.is_in(list(no))).then(pl.lit(value=False))
    return Read({target: value}, _filled(column, dtype) & value.is_null(), *sentences)


def member(column: str, cells: pl.Series, target: str, terms: Mapping[str, Term]) -> Read:
    """Read a word of a vocabulary: its code, its Czech or English label, or one of its listed words.

    A column holds few different words, so each is compared once and not in every row.
    """
    words = _words(tuple((code, (code, term.cs, term.en, *term.words)) for code, term in terms.items()))
    written = [text for text in cells.unique().cast(pl.String).to_list() if text is not None]
    known = {text: code for text in written if (code := words.get(plain(text))) is not None}
    dtype = pl.Enum(list(terms))
    value = pl.col(column).cast(pl.String).replace_strict(known, default=None, return_dtype=dtype)
    if known and all(text == code for text, code in known.items()):
        value = pl.col(column).cast(dtype, strict=False)
    if not known:
        value = pl.lit(None, dtype=dtype)
    listed = ", ".join(f"„{term.cs}“" for term in list(terms.values())[:6])
    return Read(
        {target: value},
        _filled(column, cells.dtype) & value.is_null(),
        "unknown_word",
        f"neznámé slovo; znám např. {listed}",
        f"unknown word; known are e.g. {', '.join(list(terms)[:6])}",
    )


def birth_number(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read the birth date out of a birth number."""
    if dtype != pl.String:
        return Read(
            dict.fromkeys((f"{target}_from", f"{target}_to"), pl.lit(None, dtype=pl.Date)),
            pl.col(column).is_not_null(),
            "bad_birth_number",
            "rodné číslo musí být text",
            "a birth number must be text",
        )
    value = birth_date_of_birth_number(column)
    return Read(
        dict.fromkeys((f"{target}_from", f"{target}_to"), value),
        _filled(column, dtype) & value.is_null(),
        "bad_birth_number",
        "není rodné číslo",
        "is no birth number",
    )


@cache
def _words(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {plain(word): code for code, words in entries for word in words}


def _plain(source: pl.Expr) -> pl.Expr:
    return source.str.to_lowercase().str.normalize("NFD").str.replace_all(_MARKS, "").str.replace_all(_NOT_ALNUM, "")


def _filled(column: str, dtype: pl.DataType) -> pl.Expr:
    if dtype != pl.String:
        return pl.col(column).is_not_null()
    return (pl.col(column).str.strip_chars().str.len_chars() > 0).fill_null(value=False)


def _unread(column: str, value: pl.Expr) -> pl.Expr:
    return pl.col(column).is_not_null() & value.is_null()


def _real_day(year: pl.Expr, month: pl.Expr, day_: pl.Expr) -> pl.Expr:
    text_ = pl.concat_str(year, month.str.pad_start(2, "0"), day_.str.pad_start(2, "0"), separator="-")
    return _plausible(text_.str.to_date("%Y-%m-%d", strict=False))


def _plausible(day_: pl.Expr) -> pl.Expr:
    """Keep a day a list can mean; a spreadsheet's empty date reads as one of the first days of its calendar."""
    return pl.when(day_.is_between(_FIRST_DAY, _LAST_DAY)).then(day_)
