"""Money as offices write it -> haléře, exactly: nothing is rounded but the noise of a spreadsheet's arithmetic."""

from __future__ import annotations

import polars as pl

from dluhy.intake.cells.reading import CELL, DASHES, NO, Read, abreast, number, shared_read, staged, sure, tidy
from dluhy.money import HALERE_PER_KORUNA, LARGEST_HALERE

_UNEVEN_SPACES = r"\d \d{1,2}(?:\D|$)|\d \d{4}|\d{4} \d"
_SIGNS = {" ": "", **dict.fromkeys(DASHES, "-"), **dict.fromkeys("’`´", "'")}
_CURRENCY = r"(?:kč|kc|czk)"
_AMOUNT = (
    rf"^(?P<open>\()?(?P<before>{_CURRENCY})?(?P<sign>-)?(?P<between>{_CURRENCY})?(?P<figure>\d[\d.,']*?)"
    rf"(?P<whole>[.,]-{{1,2}})?(?P<minus>-)?(?P<after>{_CURRENCY}\.?)?(?P<close>\))?(?P<outside>{_CURRENCY}\.?)?$"
)
_USUAL = (
    r"^(?:\d{1,14}(?:[.,]\d{1,2})?|[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}|[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d{1,2})?"
    r"|\d{1,14}[.,]\d{2}0{2,})$"
)
_GROUPED = r"^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d{1,2}|(?:\.\d{3}){2,}|(?:,\d{3}){2,})$"
_ONE_GROUP = r"^[1-9]\d{0,2}[.,]\d{3}$"
_DECIMALS = r"[.,](\d{1,2})$"
_LONG = r"^(\d{1,14})[.,](\d{2})(\d{2,})$"
_SURPLUS_ZEROS, _SURPLUS_NINES = "000000", "999999"  # a millionth of a haléř from a whole one
_SCIENTIFIC = r"^(?P<sign>-)?(?P<whole>\d{1,17})(?:[.,](?P<part>\d{1,17}))?e(?P<exponent>[+-]?\d{1,2})$"
_VANISHING = -9  # a number times ten to this power is less than a millionth of a haléř
_MOST_DIGITS, _MOST_PLACES = 17, 15
_SEPARATOR = r"\+"


_f = pl.col
_REPAIRS = ("thousands", "brackets", "trailing_minus", "float_noise", "scientific")


def money(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read money into haléře: "1 234,50", "1.234,50 Kč", "1 500,-", "(500,00)"; typed numbers in crowns.

    Amounts listed in one cell ("500+500+600") are read as their sum. A bare "1.500" may be one and a half as well as
    fifteen hundred and is refused; null is an empty cell, never nought.
    """
    if dtype.is_decimal() or dtype.is_integer():
        return _typed_money(column, dtype, target)
    unsure = _f("ambiguous") if dtype == pl.String else NO
    total = listed_amounts(CELL, dtype).list.sum()
    made = staged(
        pl.col(column),
        dtype,
        {"text": tidy(CELL, dtype), "total": total},
        *_STEPS,
        {"value": pl.coalesce(_f("amount"), _f("total"))},
        {"value": pl.when(_f("value").abs() <= LARGEST_HALERE).then(_f("value"))},
        {"missing": _f("text").is_not_null() & _f("value").is_null()},
        {"ambiguous_money": _f("missing") & unsure, "bad_money": _f("missing") & ~unsure},
        {code: _f(code) & _f("value").is_not_null() for code in _REPAIRS}
        | {"added_up": _f("total").is_not_null() & _f("value").is_not_null()},
    )
    repairs = _REPAIRS if dtype == pl.String else tuple(code for code in _REPAIRS if code != "scientific")
    return shared_read(made, {target: "value"}, bad=("ambiguous_money", "bad_money"), repairs=(*repairs, "added_up"))


def listed_amounts(column: str, dtype: pl.DataType) -> pl.Expr:
    """Return the haléře (List(Int64)) of a cell that lists two or more amounts: "500 + 500 + 600 Kč".

    Null where a cell is no such list, or where one of its amounts is negative or would have to be mended.
    """
    if dtype != pl.String:
        return pl.lit(None, dtype=pl.List(pl.Int64))
    mended = pl.any_horizontal(*map(_f, _REPAIRS))
    plain = {"plain": pl.when((_f("amount") >= 0) & ~mended).then(_f("amount"))}
    amount = staged(pl.element(), dtype, {"text": pl.col(CELL).str.strip_chars(" ")}, *_STEPS, plain).column("plain")
    is_list = sure(_f("text").str.contains(_SEPARATOR))
    return staged(
        pl.col(column),
        dtype,
        {"text": tidy(CELL, dtype)},
        {"parts": pl.when(is_list).then(_f("text").str.split("+"))},
        {"amounts": _f("parts").list.eval(amount)},
        {"amounts": pl.when(~_f("amounts").list.contains(None)).then(_f("amounts"))},
    ).column("amounts")


def _typed_money(column: str, dtype: pl.DataType, target: str) -> Read:
    cell = pl.col(column)
    if isinstance(dtype, pl.Decimal) and dtype.scale <= 2:  # noqa: PLR2004 - haléře
        value = number(cell.to_physical()) * 10 ** (2 - dtype.scale)
    elif dtype.is_integer():
        crowns = number(cell)
        value = pl.when(crowns.abs() <= LARGEST_HALERE // HALERE_PER_KORUNA).then(crowns * HALERE_PER_KORUNA)
    else:
        scaled = cell * HALERE_PER_KORUNA
        value = pl.when(scaled == scaled.round(0)).then(number(scaled))
    value = pl.when(value.abs() <= LARGEST_HALERE).then(value)
    return Read({target: value}, bad={"bad_money": cell.is_not_null() & value.is_null()})


def _has(name: str) -> pl.Expr:
    return _f("parts").struct.field(name).is_not_null()


def _figure() -> list[dict[str, pl.Expr]]:
    """Take a cell apart: its figure, the marks around it, and which of the known forms the figure has."""
    figure = _f("figure")
    return [
        {"parts": _f("bare").str.extract_groups(_AMOUNT)},
        {
            "figure": _f("parts").struct.field("figure"),
            "no_decimals": _has("whole"),
            "trailing": _has("minus"),
            "signed": _has("sign"),
            "bracketed": _has("open"),
            "closed": _has("close"),
            "currency": _has("before") | _has("between") | _has("after") | _has("outside"),
        },
        {
            "decimals": figure.str.extract(_DECIMALS),
            "crowns": number(figure.str.replace(r"[.,]\d{1,2}$", "").str.replace_many([".", ",", "'"], [""])),
            "one_group": sure(figure.str.contains(_ONE_GROUP)),
            "dotted": sure(figure.str.contains(".", literal=True)),
            "usual": sure(figure.str.contains(_USUAL)),
            "grouped": sure(figure.str.contains(_GROUPED)),
            "long": number(figure.str.extract(_LONG, 1)) * HALERE_PER_KORUNA + number(figure.str.extract(_LONG, 2)),
            "surplus": figure.str.extract(_LONG, 3),
        },
    ]


def _amount() -> list[dict[str, pl.Expr]]:
    """Put the amount together where its marks do not contradict one another."""
    surplus = _f("surplus")
    in_thousands = _f("one_group") & (_f("no_decimals") | (_f("currency") & _f("dotted")))
    halere = _f("crowns") * HALERE_PER_KORUNA + number(_f("decimals").str.pad_end(2, "0")).fill_null(0)
    negative = _f("signed") | _f("trailing") | _f("bracketed")
    consistent = (
        (_f("bracketed") == _f("closed"))
        & ~(_f("bracketed") & _f("signed"))
        & ~(_f("no_decimals") & (_f("decimals").is_not_null() | surplus.is_not_null()))
        & ~(_f("trailing") & (_f("decimals").is_null() | _f("signed") | _f("bracketed") | _f("no_decimals")))
        & ~sure(_f("text").str.contains(_UNEVEN_SPACES))
    )
    return [
        {
            "thousands": in_thousands | _f("grouped"),
            "up": sure(surplus.str.starts_with(_SURPLUS_NINES)),
            "consistent": consistent,
            "negative": negative,
        },
        {"noise": _f("up") | sure(surplus.str.starts_with(_SURPLUS_ZEROS) & surplus.str.contains("[1-9]"))},
        {"halere": pl.coalesce(_f("long") + _f("up").cast(pl.Int64), halere)},
        {
            "amount": pl.when(_f("consistent") & (_f("usual") | _f("thousands") | _f("noise"))).then(
                pl.when(_f("negative")).then(-_f("halere")).otherwise(_f("halere"))
            ),
            "ambiguous": _f("one_group") & ~_f("thousands") & _f("consistent"),
        },
    ]


def _power() -> list[dict[str, pl.Expr]]:
    """Read "1.5E+03" where it is exact to the haléř; a vanishing power is the noise around nought."""
    group = _f("power").struct
    mantissa, exponent, places = _f("mantissa"), _f("exponent"), _f("places")
    up = pl.lit(10, dtype=pl.Int64).pow(places.clip(0, _MOST_PLACES))
    down = pl.lit(10, dtype=pl.Int64).pow((-places).clip(0, _MOST_DIGITS))
    return [
        {"power": _f("bare").str.extract_groups(_SCIENTIFIC)},
        {
            "part": group.field("part").fill_null("").str.strip_chars_end("0"),
            "exponent": number(group.field("exponent").str.strip_prefix("+")),
            "one_digit": group.field("whole").str.len_chars() == 1,
        },
        {"power_digits": group.field("whole") + _f("part")},
        {
            "mantissa": number(pl.when(_f("power_digits").str.len_chars() <= _MOST_DIGITS).then(_f("power_digits"))),
            "places": exponent + 2 - _f("part").str.len_chars().cast(pl.Int64),
        },
        {"up_by": up, "down_by": down},
        {
            "vanishing": sure((exponent <= _VANISHING) & _f("one_digit")),
            "exact": sure((places >= 0) & (places <= _MOST_PLACES) & (mantissa <= LARGEST_HALERE // _f("up_by"))),
            "divided": sure((places < 0) & (places >= -_MOST_DIGITS) & (mantissa % _f("down_by") == 0)),
        },
        {
            "power_halere": pl.when(_f("vanishing"))
            .then(pl.lit(0, dtype=pl.Int64))
            .when(_f("exact"))
            .then(mantissa * _f("up_by"))
            .when(_f("divided"))
            .then(mantissa // _f("down_by"))
        },
        {
            "power_halere": pl.when(group.field("sign").is_not_null())
            .then(-_f("power_halere"))
            .otherwise(_f("power_halere"))
        },
    ]


def _together() -> list[dict[str, pl.Expr]]:
    read = _f("amount").is_not_null()
    scientific = _f("power_halere").is_not_null()
    return [
        {
            "thousands": read & _f("thousands"),
            "brackets": read & _f("bracketed"),
            "trailing_minus": read & _f("trailing"),
            "float_noise": (read & _f("noise")) | (scientific & _f("vanishing")),
            "scientific": scientific,
        },
        {"amount": pl.coalesce(_f("amount"), _f("power_halere"))},
    ]


_BARE = {"bare": _f("text").str.to_lowercase().str.replace_many(_SIGNS)}
_STEPS = (_BARE, *abreast((*_figure(), *_amount()), _power()), *_together())
"""From the field `text` to `amount` (haléře, Int64), the repairs by their codes and `ambiguous`, true or false."""
