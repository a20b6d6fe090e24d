"""Judged rows for programs: codes, labels, missing facts by name. No names, no birth numbers, no cell as it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from dluhy.intake.notices import bit, notices
from dluhy.report.tables import RowTables, Tables
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.checking import ListResult
    from dluhy.problems import Language
    from dluhy.report.selection import Only

_SLICE = 20_000
_HALERE = 100


def rows(result: ListResult, language: Language, only: Only | None = None) -> Iterator[dict[str, Any]]:
    """Yield one JSON-ready mapping per judged row of a result, or of a selection of it."""
    for frame in frames(Tables(result, texts(language), only)):
        yield from frame.iter_rows(named=True)


def frames(tables: RowTables) -> Iterator[pl.DataFrame]:
    """Yield the same rows as frames of some thousand rows, at least one; sets of codes are lists of text."""
    for first in range(0, max(tables.judged.height, 1), _SLICE):
        yield _frame(tables, first)


def _frame(tables: RowTables, first: int) -> pl.DataFrame:
    summary, engine = tables.result.checker.summary, tables.result.checker.engine
    asked = {name: engine.bit_of(name) for name in engine.asked}
    codes = tables.judged.slice(first, _SLICE).select(
        pl.col("verify").alias("needs_verification"),
        *(_held(column, asked) for column in ("missing", "worth_asking")),
        *(
            _held(column, {identity: 1 << place for place, identity in enumerate(ids)})
            for column, ids in (("grounds", summary.grounds), ("flags", summary.flags),
                                ("presumed", summary.presumptions))
        ),
        _held("warnings", {code: bit("warnings", code) for code in notices("warnings")}),
        _held("repairs", {code: bit("repairs", code) for code in notices("repairs")}),
        *(pl.col(name).cast(pl.String) for name in ("verdict", "child_owes", "next_step", "list", "urgency")),
    )  # fmt: skip
    labels = tables.debts(first, _SLICE)
    return codes.select(
        labels["row"],
        labels["person_id"],
        labels["part"],
        labels["rule"].alias("outcome"),
        "verdict",
        labels["verdict"].alias("verdict_text"),
        "child_owes",
        labels["reason"],
        labels["provisions"],
        labels["evidence"],
        "needs_verification",
        labels["verify"],
        "missing",
        "worth_asking",
        "grounds",
        "flags",
        "presumed",
        "warnings",
        "repairs",
        "next_step",
        labels["next_step"].alias("next_step_text"),
        "list",
        "urgency",
        labels.select(decimal("balance")).to_series(),
    )


def _held(column: str, bits: Mapping[str, int]) -> pl.Expr:
    """Return the names whose bits a column holds, as a list."""
    if not bits:
        return pl.lit([], dtype=pl.List(pl.String)).alias(column)
    dtype = pl.UInt64
    found = [
        pl.when(pl.col(column).cast(dtype) & pl.lit(mask, dtype=dtype) > 0).then(pl.lit(name))
        for name, mask in bits.items()
    ]
    return pl.concat_list(found).list.drop_nulls().alias(column)


def decimal(name: str) -> pl.Expr:
    """Return haléře as a decimal string with two places."""
    size = pl.col(name).abs()
    sign = pl.when(pl.col(name) < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    rest = (size % _HALERE).cast(pl.String).str.pad_start(2, "0")
    return pl.concat_str(sign, size // _HALERE, pl.lit("."), rest).alias(name)
