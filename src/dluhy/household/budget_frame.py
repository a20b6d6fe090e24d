"""Budgets of many households at once: the lines of all in one frame, the numbers of each as `budget` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.engine.arithmetic import EXPRESSIONS
from dluhy.household.budget import INCOME_GROUPS, INSTALMENTS, PARTS, UNSORTED, part_of
from dluhy.household.budget_flags import INTEREST, ONCE
from dluhy.household.budget_lines import LINES
from dluhy.household.frame_columns import column_problems
from dluhy.household.frequency import VOCABULARY, half_up_a_month
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

COLUMNS: Final = {
    "household": pl.String, "side": pl.String, "kind": pl.String, "amount": pl.Int64, "frequency": pl.String,
}  # fmt: skip
"""The columns of the lines. `side` is a member of SIDES, `kind` a code of `budget_lines` or `income_kinds`."""

INCOME, EXPENSE, DEDUCTION = SIDES = ("income", "expense", "deduction")
"""What a line says; amounts of incomes and deductions are those of a month, `frequency` is read only of expenses."""

_ATTRIBUTES: Final = {name: name for name in ("housing", "energy", "essential", "work")} | {"guided": "guideline"}

SUBSETS: Final = tuple(_ATTRIBUTES)
"""Sums across parts, as `Budget` names them."""


LARGEST_SUM: Final = 10**18
"""The largest sum of a household that is computed, haléře: differences of two such stay within Int64."""

TOO_LARGE: Final = ("je příliš velká", "is too large")
_ROUGHLY: Final = 10**5


def budget_frame(lines: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return one row a household, in order of its name; money in haléře a month (Int64), as `budget` computes it.

    Reads the columns of COLUMNS; null amounts, kinds and frequencies are unknown. A side of which a household has no
    line is unknown: a line with amount 0 says that nothing comes, goes out or is deducted. For each sum there are two
    columns, what is known and whether it is complete: `income`, `deducted`, `expenses`, `others` (all but instalments
    and what is not sorted), the parts of `budget_parts` and SUBSETS, each with `NAME_complete`. `left_least`,
    `left_most`, `before_instalments_least` and `before_instalments_most` are null where there is no bound.
    Raises InputError with everything wrong in the frame: columns that are missing or of another type, values that
    cannot be, amounts above LARGEST_HALERE and sums above LARGEST_SUM.
    """
    law = pack or default_pack()
    rows = _with_facts(_checked(lines, law), law)
    _require_countable(rows)
    sums = rows.group_by("household").agg(_aggregations()).sort("household")
    return sums.with_columns(_housing()).with_columns(_bounds()).drop("sorted", "interest_inside", "has_interest")


def _checked(lines: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    wrong_columns = list(column_problems(lines, COLUMNS, COLUMNS))
    if wrong_columns:
        raise InputError(wrong_columns)
    rows = lines.select(pl.col(name).cast(kind) for name, kind in COLUMNS.items())
    problems = [
        Problem(code, f"column {column} row {rows.select(wrong).to_series().arg_max()}", cs, en)
        for code, column, wrong, cs, en in _refused(pack)
        if rows.select(wrong.any()).item()
    ]
    if problems:
        raise InputError(problems)
    return rows


def _refused(pack: Pack) -> list[tuple[str, str, pl.Expr, str, str]]:
    listed = "hodnota není v seznamu", "the value is not in the list"
    kinds = [(EXPENSE, pack.members[LINES]), (INCOME, pack.members["income_kinds"])]
    strange = [(pl.col("side") == side) & ~pl.col("kind").is_in(codes).fill_null(value=True) for side, codes in kinds]
    return [
        ("no_household", "household", pl.col("household").is_null(), "chybí domácnost", "the household is missing"),
        ("unknown_member", "side", ~pl.col("side").is_in(SIDES).fill_null(value=False), *listed),
        *(("unknown_member", "kind", wrong.fill_null(value=False), *listed) for wrong in strange),
        (
            "unknown_member",
            "frequency",
            (pl.col("side") == EXPENSE) & ~pl.col("frequency").is_in(pack.members[VOCABULARY]).fill_null(value=True),
            *listed,
        ),
        ("negative", "amount", (pl.col("amount") < 0).fill_null(value=False), "je záporná", "is negative"),
        ("value", "amount", (pl.col("amount") > LARGEST_HALERE).fill_null(value=False), *TOO_LARGE),
    ]


def _require_countable(rows: pl.DataFrame) -> None:
    """Raise InputError for households whose sums would not fit; rough sums of thousands of crowns tell."""
    rough = pl.max_horizontal("month", "amount") // _ROUGHLY
    found = rows.group_by("household").agg(rough.sum()).filter(pl.col("month") > LARGEST_SUM // _ROUGHLY)
    names = found["household"].sort()
    if len(names):
        raise InputError([Problem("value", f"household {name}", *TOO_LARGE) for name in names])


def _with_facts(rows: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Add what the vocabularies say of each line, and the amount a month."""
    times = {term.code: term.more.get("times_a_year") for term in pack.vocabularies[VOCABULARY].values()}
    once_kinds = [
        kind
        for group in pack.vocabularies[INCOME_GROUPS].values()
        if group.more.get("once")
        for kind in group.more["kinds"]
    ]
    expense, kind = pl.col("side") == EXPENSE, pl.col("kind")
    recurs = ~pl.col("frequency").is_in([code for code, number in times.items() if number is None]).fill_null(
        value=False
    )
    rows = rows.with_columns(
        times=pl.col("frequency").replace_strict(times, default=None, return_dtype=pl.Int64),
        monthly_income=(pl.col("side") == INCOME) & ~kind.is_in(once_kinds).fill_null(value=False),
        monthly_expense=expense & recurs,
        once_expense=expense & ~recurs,
        part=pl.col("kind").replace_strict(_parts(pack), default=UNSORTED, return_dtype=pl.String),
        interest_inside=_of_lines(_with(pack, "interest_inside")),
        **{name: _of_lines(_with(pack, attribute)) for name, attribute in _ATTRIBUTES.items()},
        **{f"may_hold_{name}": _of_lines(_holding(pack, attribute)) for name, attribute in _ATTRIBUTES.items()},
    )
    monthly = half_up_a_month(EXPRESSIONS, pl.col("amount"), pl.col("times"))
    return rows.with_columns(month=pl.when(pl.col("amount") == 0).then(0).otherwise(monthly))


def _parts(pack: Pack) -> dict[str, str]:
    return {code: part_of(term) for code, term in pack.vocabularies[LINES].items()}


def _with(pack: Pack, attribute: str) -> list[str]:
    return [code for code, term in pack.vocabularies[LINES].items() if term.more.get(attribute)]


def _holding(pack: Pack, attribute: str) -> list[str]:
    return [code for code, term in pack.vocabularies[LINES].items() if attribute in term.more.get("may_hold", ())]


def _of_lines(codes: list[str]) -> pl.Expr:
    return pl.col("kind").is_in(codes).fill_null(value=False)


def _aggregations() -> list[pl.Expr]:
    month, amount = pl.col("month"), pl.col("amount")
    expense, income, deduction = pl.col("monthly_expense"), pl.col("monthly_income"), pl.col("side") == DEDUCTION
    told = {side: (pl.col("side") == side).any() for side in SIDES}
    unsorted = expense & (pl.col("part") == UNSORTED)
    found = [
        *_sum("income", amount, income, told[INCOME]),
        *_sum("deducted", amount, deduction, told[DEDUCTION]),
        *_sum("expenses", month, expense, told[EXPENSE]),
        *_sum(ONCE, amount, pl.col("once_expense"), told[EXPENSE]),
        (~unsorted.any()).alias("sorted"),
        (expense & pl.col("interest_inside") & month.ne_missing(0)).any().alias("interest_inside"),
        ((pl.col("side") == EXPENSE) & pl.col("kind").eq_missing(INTEREST)).any().alias("has_interest"),
    ]
    for part in PARTS:
        complete = told[EXPENSE] if part == UNSORTED else told[EXPENSE] & ~unsorted.any()
        found += _sum(part, month, expense & (pl.col("part") == part), complete)
    for name in SUBSETS:
        inside = (expense & pl.col(f"may_hold_{name}") & month.ne_missing(0)).any()
        found += _sum(name, month, expense & pl.col(name), told[EXPENSE] & ~unsorted.any() & ~inside)
    others = expense & ~pl.col("part").is_in([INSTALMENTS, UNSORTED])
    return [*found, *_sum("others", month, others, told[EXPENSE])]


def _sum(name: str, amount: pl.Expr, which: pl.Expr, complete: pl.Expr) -> list[pl.Expr]:
    known = amount.filter(which).sum().cast(pl.Int64).alias(name)
    return [known, (complete & ~(which & amount.is_null()).any()).alias(f"{name}_complete")]


def _housing() -> pl.Expr:
    apart = pl.col("has_interest") | ~pl.col("interest_inside")
    return (pl.col("housing_complete") & apart).alias("housing_complete")


def _bounds() -> list[pl.Expr]:
    known = pl.col("income") - pl.col("deducted")
    before = known - pl.col("others")
    least = pl.col("deducted_complete") & pl.col("others_complete") & pl.col(f"{UNSORTED}_complete")
    return [
        _when(known - pl.col("expenses"), pl.col("deducted_complete") & pl.col("expenses_complete"), "left_least"),
        _when(known - pl.col("expenses"), pl.col("income_complete"), "left_most"),
        _when(before - pl.col(UNSORTED), least, "before_instalments_least"),
        _when(before, pl.col("income_complete"), "before_instalments_most"),
    ]


def _when(value: pl.Expr, holds: pl.Expr, name: str) -> pl.Expr:
    return pl.when(holds).then(value).otherwise(None).alias(name)
