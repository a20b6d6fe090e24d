"""Years, spans and enumerations of years -> the first and the last year, and the years one by one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from dluhy.intake.cells.calendar import FIRST_DAY, LAST_DAY, STEPS, normal
from dluhy.intake.cells.reading import CELL, Read, Steps, abreast, number, shared_read, staged, sure, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

_LABEL = r"^(?:za )?(?:roky|roku|rok|r\.|léta|leta|období|obdobi) ?"
_AND = r" ?[,;+&] ?| a | i "
_ENUMERATION = rf"^\d{{4}}(?:-\d{{4}})?(?:(?:{_AND})\d{{4}}(?:-\d{{4}})?)+$|^\d{{4}}(?:/\d{{4}}){{2,}}$"
_SEPARATOR = rf"{_AND}|/"
_MONTH_OR_SPAN = r"^\d{4}-\d{2}$"
_BARE = r"^(\d{4})(?:[.,]0+)?$"

_SERIAL_START = date(1899, 12, 30)  # the day a spreadsheet counts from
_YEAR_OF_SERIALS = 1905  # a year like 2018 formatted as a day falls into it
_f = pl.col


def years(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read a year ("2014", "rok 2014"), a span ("2009–2012", "2012/13") or an enumeration ("2010, 2011 a 2012").

    A day or a part of a year gives its year. Values are Int32: `target`_from and `target`_to.
    """
    names = (f"{target}_from", f"{target}_to")
    if dtype.is_integer():
        cell = pl.col(column)
        year = pl.when(cell.is_between(FIRST_DAY.year, LAST_DAY.year)).then(cell.cast(pl.Int32, strict=False))
        return Read(dict.fromkeys(names, year), bad={"bad_year": cell.is_not_null() & year.is_null()})
    return shared_read(
        _made(column, dtype),
        dict(zip(names, ("first_year", "final_year"), strict=True)),
        bad=("scattered_years", "bad_year"),
        repairs=("year_span", "two_digit_year", "excel_serial"),
    )


def year_list(column: str, dtype: pl.DataType) -> pl.Expr:
    """Return the years (List(Int32)) a cell names, where two or more: a span written out, or an enumeration.

    Null for one year, and where the cell may as well mean a month ("2010/11") or mixes scattered years with spans.
    """
    if dtype != pl.String:
        return pl.lit(None, dtype=pl.List(pl.Int32))
    listable = (_f("certain_span") | _f("contiguous")) & (_f("first_year") < _f("final_year"))
    spanned = pl.int_ranges(pl.col("first_year").fill_null(0), pl.col("final_year").fill_null(-1) + 1)
    steps: list[Mapping[str, pl.Expr]] = [
        {"listable": sure(listable)},
        {"spanned": pl.when(_f("listable")).then(spanned.cast(pl.List(pl.Int32)))},
        {"listed": pl.coalesce(_f("spanned"), pl.when(_f("scattered")).then(_f("single").cast(pl.List(pl.Int32))))},
    ]
    return _made(column, dtype, *steps).column("listed")


def _made(column: str, dtype: pl.DataType, *more: Mapping[str, pl.Expr]) -> Steps:
    text = {"text": tidy(CELL, dtype)}
    bare = {"bare": normal(_f("text")).str.replace(_LABEL, "")}
    return staged(pl.col(column), dtype, text, bare, *abreast(STEPS, _enumeration()), *_one_answer(), *more)


def _enumeration() -> list[Mapping[str, pl.Expr]]:
    """Name years listed one by one: sorted, they must not overlap; a step of one year everywhere leaves no gap."""
    parts, firsts, lasts = _f("parts"), _f("firsts"), _f("lasts")
    return [
        {
            "parts": pl.when(sure(_f("bare").str.contains(_ENUMERATION))).then(
                _f("bare").str.replace_all(_SEPARATOR, ",").str.split(",")
            )
        },
        {
            "firsts": parts.list.eval(number(pl.element().str.slice(0, 4))).list.sort(),
            "lasts": parts.list.eval(number(pl.element().str.tail(4))).list.sort(),
            "spans": parts.list.eval(number(pl.element().str.tail(4)) - number(pl.element().str.slice(0, 4))),
        },
        {"steps": firsts.list.tail(firsts.list.len() - 1) - lasts.list.head(firsts.list.len() - 1)},
        {
            "disjoint": sure(
                (firsts.list.min() >= FIRST_DAY.year)
                & (lasts.list.max() <= LAST_DAY.year)
                & (_f("spans").list.min() >= 0)
                & (_f("steps").list.min() >= 1)
            ),
        },
        {
            "contiguous": sure(_f("disjoint") & (_f("steps").list.max() == 1)),
            "scattered": sure(_f("disjoint") & (_f("steps").list.max() > 1)),
            "single": pl.when(_f("spans").list.max() == 0).then(firsts),
        },
    ]


def _one_answer() -> list[Mapping[str, pl.Expr]]:
    """Join the readings. A serial day is no year, and "2009-12" may be a December as well as four years."""
    bare_year = number(_f("bare").str.extract(_BARE))
    ends = (("first_year", "first", "firsts"), ("final_year", "last", "lasts"))
    missing = _f("text").is_not_null() & _f("first_year").is_null()
    serial = (_f("day") - pl.lit(_SERIAL_START)).dt.total_days()
    return [
        {
            "formatted": pl.when((_f("day").dt.year() == _YEAR_OF_SERIALS) & ~_f("excel_serial")).then(serial),
            "bare_year": pl.when(bare_year.is_between(FIRST_DAY.year, LAST_DAY.year)).then(bare_year),
            "usable": ~(_f("excel_serial") | (sure(_f("bare").str.contains(_MONTH_OR_SPAN)) & ~_f("year_span"))),
        },
        {
            name: pl.coalesce(
                _f("bare_year"),
                _f("formatted"),
                pl.when(_f("contiguous")).then(listed.list.min() if name == "first_year" else listed.list.max()),
                pl.when(_f("usable")).then(pl.coalesce(_f(end).dt.year().cast(pl.Int64), _f("slashed_year"))),
            ).cast(pl.Int32)
            for name, end, listed in ((name, end, _f(listed)) for name, end, listed in ends)
        },
        {"excel_serial": _f("formatted").is_not_null()},
        {"scattered_years": missing & _f("scattered"), "bad_year": missing & ~_f("scattered")},
    ]
