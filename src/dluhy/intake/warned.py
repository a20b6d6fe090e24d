"""What goes with a usable row though it is judged: sums, ages and dates that somebody should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.intake.layout import MONEY
from dluhy.intake.notices import YEARS_TO_DUE, bits

if TYPE_CHECKING:
    from datetime import date

_OLDEST: Final = "100y"
_SAME_DEBT: Final = (
    "person_id", "enforcement_ref", "debt_kind", "fee_year_from", "fee_year_to", "due_on_from", "due_on_to",
    "arose_on_from", "principal", "balance",
)  # fmt: skip


def row_warnings(table: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """Return the rows with the column `warnings of rows`, a set of warnings by what stands in the row itself."""
    present = set(table.columns)
    tests: dict[str, pl.Expr] = {}
    if "birth_date_to" in present:
        tests["age_over_100"] = pl.col("birth_date_to") < pl.lit(as_of).dt.offset_by(f"-{_OLDEST}")
    if "balance" in present:
        tests["zero_balance"] = pl.col("balance") == 0
        tests["negative_balance"] = pl.col("balance") < 0
    others = [pl.col(name) < 0 for name in MONEY if name in present and name != "balance"]
    if others:
        tests["negative_amount"] = pl.any_horizontal(others)
    if "enforcement_ref" in present:
        same = [name for name in _SAME_DEBT if name in present]
        tests["duplicate"] = pl.col("enforcement_ref").is_not_null() & pl.struct(same).is_duplicated()
    if {"in_institution", "institution_months"} <= present:
        tests["institution_contradiction"] = _contradiction(present)
    if {"fee_year_from", "due_on_from"} <= present:
        late = pl.col("due_on_from").dt.year() - pl.col("fee_year_to")
        early = pl.col("fee_year_from") - pl.col("due_on_to").dt.year()
        tests["due_far_from_year"] = (late > YEARS_TO_DUE) | (early > YEARS_TO_DUE)
    return table.with_columns(bits("warnings", tests).alias("warnings of rows"))


def _contradiction(present: set[str]) -> pl.Expr:
    """Return where „not in an institution“ stands beside months or a kind of one, or „in one“ beside no month."""
    months = pl.col("institution_months")
    said = months > 0
    if "institution_kind" in present:
        said = said.fill_null(value=False) | pl.col("institution_kind").is_not_null()
    return (~pl.col("in_institution") & said) | (pl.col("in_institution") & (months == 0))
