"""Net wages of many people at once: one row a person with one contract, the formulas of one person as expressions.

People with several employers go one by one through `dluhy.household.net_wage.net_wage`.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.engine.arithmetic import EXPRESSIONS as AR
from dluhy.household import payroll_formulas as formulas
from dluhy.household.frame_columns import column_problems
from dluhy.household.net_wage_checks import DEGREES, KINDS, LARGEST_GROSS
from dluhy.household.payroll_figures import NAMES, columns, figures_on
from dluhy.household.payroll_formulas import Grosses
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from dluhy.household.payroll_figures import Figures
    from dluhy.law.pack import Pack

COLUMNS: Final[dict[str, pl.DataType]] = {
    "month": pl.Date(),
    "gross": pl.Int64(),
    "kind": pl.String(),
    "declaration": pl.Boolean(),
    "relief_children": pl.Int64(),
    "first_order": pl.Int64(),
    "invalidity": pl.Int64(),
    "ztp_p": pl.Boolean(),
    "state_insured": pl.Boolean(),
    "working_pensioner": pl.Boolean(),
}
"""The columns that are read; only `month` and `gross` must be there. An absent one is unknown in every row."""
REQUIRED: Final = ("month", "gross")
RESULTS: Final = ("social", "health", "health_top_up", "advance", "withholding", "bonus", "net")
MOST_CHILDREN: Final = 10**7
"""More relief than any advance can use: what nobody can exclude while the children are not known."""
MOST_AT_ONCE: Final = 1_000_000
_TRIED: Final = "_tried"
_KEPT: Final = "_kept"
_THIRD: Final = DEGREES[-1]
_MONTH: Final = "wage_month"
_WAYS: Final[Mapping[str, tuple[Any, ...]]] = {
    "declaration": (False, True),
    "relief_children": (0, MOST_CHILDREN),
    "first_order": (1, 2, 3),
    "invalidity": (0, 1, _THIRD),
    "ztp_p": (False, True),
    "state_insured": (False, True),
    "working_pensioner": (False, True),
}


def net_wage_frame(frame: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return the net wage of each row, in its order; money in haléře (Int64), null where an unknown input matters.

    Reads the columns of COLUMNS: `month` (any day of it), `gross`, `kind` (code of `employment_kinds`), `declaration`,
    `relief_children` (how many, none with the ZTP/P card) counted in the household from `first_order`, `invalidity`
    (degree, 0 none), `ztp_p`, `state_insured` (or another exemption from the minimum base), `working_pensioner`. Each
    row is a person with this one contract. Returns RESULTS: `net` is without `bonus`. Raises InputError for missing or
    wrong columns and values, HorizonError for a month that the pack does not know.
    """
    law = pack or default_pack()
    asked = checked(frame, law).with_row_index("row")
    known = asked.join(_figures(asked, law), on=_MONTH, how="left")
    open_rows = pl.any_horizontal(pl.col(name).is_null() for name in COLUMNS)
    found = [_worked_out(known.filter(~open_rows), law), _tried(known.filter(open_rows), law)]
    return pl.concat(found).sort("row").select(RESULTS)


def _figures(asked: pl.DataFrame, law: Pack) -> pl.DataFrame:
    """Return the law of every month that occurs, one row a month."""
    months: list[date] = asked[_MONTH].unique().sort().to_list()
    rows = [{_MONTH: month} | {name: getattr(figures_on(law, month), name) for name in NAMES} for month in months]
    return pl.DataFrame(rows, schema={_MONTH: pl.Date} | dict.fromkeys(NAMES, pl.Int64))


def _tried(rows: pl.DataFrame, law: Pack) -> pl.DataFrame:
    """Return the results of rows with nulls: each figure that all ways of filling them agree on, else null.

    Every row meets every way; slices of rows keep what is worked out at once within MOST_AT_ONCE rows.
    """
    ways = {**_WAYS, "kind": tuple(law.vocabularies[KINDS])}
    opened = [name for name in ways if rows[name].null_count()]
    if not opened:
        return _worked_out(rows, law)
    schema = {f"{name}{_TRIED}": COLUMNS[name] for name in opened}
    every = pl.DataFrame(list(product(*(ways[name] for name in opened))), schema=schema, orient="row")
    parts = rows.iter_slices(max(1, MOST_AT_ONCE // every.height))
    return pl.concat(_agreed(_worked_out(_filled(part.join(every, how="cross"), opened), law)) for part in parts)


def _filled(crossed: pl.DataFrame, opened: list[str]) -> pl.DataFrame:
    return crossed.with_columns(pl.coalesce(name, f"{name}{_TRIED}").alias(name) for name in opened)


def _agreed(found: pl.DataFrame) -> pl.DataFrame:
    """Return one line for each row: a figure where all ways have the same, else null."""
    same = (pl.when(pl.col(name).n_unique() == 1).then(pl.col(name).first()).alias(name) for name in RESULTS)
    return found.group_by("row").agg(same)


class _Columns:
    """Keeps what is worked out as columns of a frame, stage after stage."""

    def __init__(self, rows: pl.DataFrame) -> None:
        self.frame = rows.lazy()

    def __call__(self, name: str, value: pl.Expr, /) -> pl.Expr:
        self.frame = self.frame.with_columns(value.alias(f"{name}{_KEPT}"))
        return pl.col(f"{name}{_KEPT}")


def _worked_out(rows: pl.DataFrame, law: Pack) -> pl.DataFrame:
    """Return the results of rows in which everything but the gross is known."""
    figures, gross, keep = columns(law), pl.col("gross"), _Columns(rows)
    grosses = Grosses(
        employment=keep("employment", _of_kind("employment") * gross),
        perform_job=keep("perform_job", _of_kind("agreement_perform_job") * gross),
        work_activity=keep("work_activity", _of_kind("agreement_work_activity") * gross),
        small_scale=keep("small_scale", _of_kind("small_scale") * gross),
        employed=keep("employed", _of_kind("employment") + _of_kind("small_scale")),
    )
    paid = formulas.insured(AR, figures, grosses, keep)
    small = (grosses.work_activity + grosses.small_scale) * paid.small_counts
    base = keep("social_base", grosses.employment + small + grosses.perform_job * paid.job_counts)
    relief, credits_ = keep("relief", _relief(figures)), keep("credits", _credits(figures))
    tax = formulas.taxed(AR, figures, grosses, keep, declared=_one("declaration"), credits_=credits_, relief=relief)
    exempt = pl.col("state_insured") | pl.col("ztp_p") | pl.col("working_pensioner") | (pl.col("invalidity") > 0)
    found = {
        "social": formulas.social(AR, figures, base, _one("working_pensioner")),
        "health": paid.health,
        "health_top_up": formulas.top_up(AR, figures, paid.health_base, paid.covered * (~exempt).cast(pl.Int64)),
        "advance": tax.advance,
        "withholding": tax.withholding,
    }
    taken = keep.frame.select("row", "gross", bonus=tax.bonus, **found)
    net = pl.col("gross") - sum((pl.col(name) for name in found), start=pl.lit(0, dtype=pl.Int64))
    return taken.with_columns(net=net).select("row", *RESULTS).collect()


def _of_kind(code: str) -> pl.Expr:
    return (pl.col("kind") == code).cast(pl.Int64)


def _one(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.Int64)


def _credits(figures: Figures[pl.Expr]) -> pl.Expr:
    degree = pl.col("invalidity")
    some, third = degree.is_between(1, _THIRD - 1).cast(pl.Int64), (degree == _THIRD).cast(pl.Int64)
    return formulas.credits_of(figures, some, third, _one("ztp_p"))


def _relief(figures: Figures[pl.Expr]) -> pl.Expr:
    before = pl.col("first_order") - 1
    upto = before + pl.col("relief_children")
    return formulas.relief_of_first(AR, figures, upto) - formulas.relief_of_first(AR, figures, before)


def checked(frame: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return the columns that are read, each with its type, absent ones as nulls, and the first day of the month."""
    problems = list(column_problems(frame, COLUMNS, REQUIRED))
    if problems:
        raise InputError(problems)
    asked = frame.select(_read(name, dtype, frame) for name, dtype in COLUMNS.items())
    problems = list(_value_problems(asked, pack))
    if problems:
        raise InputError(problems)
    return asked.with_columns(pl.col("month").dt.month_start().alias(_MONTH))


def _read(name: str, dtype: pl.DataType, frame: pl.DataFrame) -> pl.Expr:
    return pl.col(name).cast(dtype) if name in frame.columns else pl.lit(None, dtype=dtype).alias(name)


def _value_problems(asked: pl.DataFrame, pack: Pack) -> Iterator[Problem]:
    """Yield what no row may hold, with the first row of each kind (counted from 0)."""
    tests = {
        "month": (pl.col("month").is_null(), "chybí měsíc", "the month is missing"),
        "gross": (~pl.col("gross").is_between(0, LARGEST_GROSS), "částka není možná", "the amount is impossible"),
        "kind": (
            ~pl.col("kind").is_in(list(pack.vocabularies[KINDS])), "takový kód tu není", "there is no such code"
        ),
        "relief_children": (
            ~pl.col("relief_children").is_between(0, MOST_CHILDREN), "počet není možný", "the number is impossible"
        ),
        "first_order": (
            ~pl.col("first_order").is_between(1, MOST_CHILDREN), "pořadí není možné", "the order is impossible"
        ),
        "invalidity": (~pl.col("invalidity").is_between(0, _THIRD), "stupeň je 0 až 3", "the degree is 0 to 3"),
    }  # fmt: skip
    wrong = asked.select(test.fill_null(value=False).alias(name) for name, (test, _, _) in tests.items())
    for name, (_, cs, en) in tests.items():
        if wrong[name].any():
            yield Problem("value", f"column {name} row {wrong[name].arg_max()}", cs, en)
