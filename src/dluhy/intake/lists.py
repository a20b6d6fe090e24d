"""A list file -> facts of every usable row, a reason for every other, and sums that reconcile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve, field, frozen

from dluhy.facts.schema import FACTS
from dluhy.intake.applied import (
    REJECT_SCHEMA,
    REPAIRED_SCHEMA,
    Applied,
    all_bits,
    apply_readers,
    forgiven,
    rejected_cells,
    repaired_cells,
    sentences,
)
from dluhy.intake.codes import CodesSeen
from dluhy.intake.columns import PERSONAL, Columns
from dluhy.intake.grids import ROW
from dluhy.intake.layout import APART_SCHEMA, MONEY
from dluhy.intake.notices import BITS, bit
from dluhy.intake.people import with_births, with_doubts, with_past_births, with_references
from dluhy.intake.private import without_identities
from dluhy.intake.readers import RawList, Reading, read_list
from dluhy.intake.totals import TOTALS_SCHEMA, compare_totals, line_of_sums
from dluhy.intake.warned import row_warnings
from dluhy.intake.years import PART, divided, with_years
from dluhy.problems import DluhyError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from dluhy.law.pack import Pack

IDENTITY: Final = ("person_id", "municipality_code", "creditor_name", "creditor_ico", "enforcement_ref", "title_ref")
"""Columns that name things and are carried through as text."""


class ReconciliationError(DluhyError):
    """Rows or money did not add up: a defect of the program, never of the list."""


@frozen
class CheckedList:
    """A list after intake.

    `facts` has one row per usable row (column `row` is its number in the file), or several where a row was divided
    by years (`part` counts them from 1, 0 is a whole row); `repairs` and `warnings` are sets of bits of
    `dluhy.intake.notices`. `rejected` has one row per unreadable cell and `repaired` one per mended cell, with the
    original text only for the workbook; `apart` one per line that is no debt; `personal` names and birth numbers by
    row.
    """

    facts: pl.DataFrame
    personal: pl.DataFrame
    rejected: pl.DataFrame
    columns: Columns
    raw: RawList
    sums: dict[str, tuple[int, int, int]]
    """Money column -> haléře in all readable cells, in usable rows, in rejected rows."""
    repaired: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema=REPAIRED_SCHEMA))
    apart: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema=APART_SCHEMA))
    totals: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema=TOTALS_SCHEMA))
    pseudonymised: bool = False
    """Whether names, birth dates, codes and file marks were replaced by keyed references or left out."""

    @property
    def rows_in(self) -> int:
        """Rows of the file that are or may be debts: without empty lines and without `apart`."""
        return self.raw.cells.height + len(self.raw.broken)

    @property
    def rows_usable(self) -> int:
        """Rows of the file that can be judged."""
        return self.facts[ROW].n_unique()

    @property
    def rows_rejected(self) -> int:
        """Rows with at least one cell that could not be read."""
        return self.rejected[ROW].n_unique()

    @property
    def totals_that_differ(self) -> pl.DataFrame:
        """The list's own totals that are not what its rows add up to."""
        return self.totals.filter(pl.col("stated") != pl.col("computed"))


def take_in(  # noqa: PLR0913 - how a list is read, by name
    path: Path, pack: Pack, as_of: date, reading: Reading | None = None, *, secret: bytes | None = None,
    pseudonymise: bool = False,
) -> CheckedList:  # fmt: skip
    """Read a list and turn its cells into facts; raises InputError if the file as a whole cannot be used.

    With a `secret` people are known by keyed references; with `pseudonymise` nothing else identifies them either.
    """
    reading = reading or Reading()
    raw = read_list(path, reading)
    return cleaned(raw, pack, as_of, reading.profile.words, secret=secret, pseudonymise=pseudonymise)


def cleaned(  # noqa: PLR0913 - how a list is read, by name
    raw: RawList, pack: Pack, as_of: date, words: Mapping[str, Mapping[str, str]] | None = None, *,
    secret: bytes | None = None, pseudonymise: bool = False,
) -> CheckedList:  # fmt: skip
    """Turn the cells of a list that was read into facts, as `take_in`; raises InputError if it cannot be judged."""
    if raw.problems:
        raise InputError(list(raw.problems))
    checked = clean(raw, pack, as_of, words, secret=secret)
    return without_identities(checked, secret) if pseudonymise and secret is not None else checked


def clean(  # noqa: PLR0913 - how a list is read, by name
    raw: RawList, pack: Pack, as_of: date, words: Mapping[str, Mapping[str, str]] | None = None, *,
    secret: bytes | None = None, codes: CodesSeen | None = None,
) -> CheckedList:  # fmt: skip
    """Turn the cells of a list into facts, repairs, warnings and rejected rows.

    `codes` are those of the parts before, where a list comes in parts.
    """
    applied = forgiven(with_years(apply_readers(raw, pack, words or {}), raw, pack))
    _require_constants(applied, raw)
    (codes or CodesSeen()).require(applied.table, raw.columns)
    repaired = repaired_cells(applied, raw, pack)
    compared = compare_totals(raw, applied.table)
    raw, apart = _with_unlike_totals(raw, compared.unlike)
    applied = with_births(with_past_births(applied, as_of))
    born = next((meaning for meaning in ("birth_date", "birth_number") if meaning in applied.reads), None)
    if born is not None:
        applied = applied.with_bad(born, "birth_in_future", pl.col("birth_date_from") > pl.lit(as_of))
    unusable = pl.any_horizontal(pl.lit(value=False), *(pl.col(name).is_not_null() for name in applied.of("bad")))
    table = applied.table.with_columns(unusable.alias("unusable"))
    rejected = _with_broken(rejected_cells(applied, raw), raw)
    kinds = pl.Enum(list(pack.vocabularies["enforcement_kinds"]))
    usable = _completed(table.filter(~pl.col("unusable")).drop("unusable", *applied.of("bad")), kinds)
    known = with_references(with_doubts(usable, _stated_births(raw, applied)), secret)
    parts = divided(known, pack)
    facts = _facts(row_warnings(parts, as_of), applied)
    checked = CheckedList(
        facts=facts,
        personal=_personal(table, raw),
        rejected=rejected,
        columns=raw.columns,
        raw=raw,
        sums=_sums(table),
        repaired=repaired.join(usable.select(ROW), on=ROW, how="semi", maintain_order="left"),
        apart=apart,
        totals=compared.totals,
    )
    reconcile(checked)
    return checked


def reconcile(checked: CheckedList) -> None:
    """Raise ReconciliationError unless lines = rows + lines apart, rows = usable + rejected, and the money adds up."""
    lines = checked.raw.lines
    if lines is not None and lines != checked.rows_in + checked.apart.height:
        msg = f"{lines} lines in the file, {checked.rows_in} rows, {checked.apart.height} apart"
        raise ReconciliationError(msg)
    if checked.rows_in != checked.rows_usable + checked.rows_rejected:
        msg = f"{checked.rows_in} rows in, {checked.rows_usable} usable, {checked.rows_rejected} rejected"
        raise ReconciliationError(msg)
    for name, (total, _, rejected) in checked.sums.items():
        if total != int(checked.facts[name].sum()) + rejected:
            msg = f"{name}: {total} haléře in, {checked.facts[name].sum()} usable, {rejected} rejected"
            raise ReconciliationError(msg)


def _with_unlike_totals(raw: RawList, unlike: list[int]) -> tuple[RawList, pl.DataFrame]:
    """Give lines of bare sums that are no totals back as rows that cannot be used; call the others totals."""
    is_unlike = pl.col(ROW).is_in(pl.Series(unlike, dtype=pl.UInt32).implode())
    lines = [line_of_sums(number, text) for number, text in raw.apart.filter(is_unlike).select(ROW, "text").rows()]
    apart = raw.apart.filter(~is_unlike).with_columns(pl.col("kind").replace("unlabelled", "total"))
    return evolve(raw, broken=(*raw.broken, *lines)), apart


def _with_broken(rejected: pl.DataFrame, raw: RawList) -> pl.DataFrame:
    lines = [(b.number, "", b.code, b.cs, b.en, b.text) for b in raw.broken]
    return pl.concat([rejected, pl.DataFrame(lines, schema=REJECT_SCHEMA, orient="row")]).sort(
        ROW, "column", maintain_order=True
    )


def _completed(table: pl.DataFrame, kinds: pl.Enum) -> pl.DataFrame:
    """Fill in what another cell of the row says: a company number out of the name, an executor by the file mark."""
    if "creditor_ico_in_name" in table.columns:
        own = pl.col("creditor_ico") if "creditor_ico" in table.columns else pl.lit(None, dtype=pl.String)
        table = table.with_columns(pl.coalesce(own, "creditor_ico_in_name").alias("creditor_ico"))
    if "executor_mark" in table.columns:
        table = _with_executor(table, kinds)
    return table.drop("creditor_ico_in_name", "executor_mark", strict=False)


def _with_executor(table: pl.DataFrame, kinds: pl.Enum) -> pl.DataFrame:
    if "enforcement_kind" not in table.columns:
        table = table.with_columns(pl.lit(None, dtype=kinds).alias("enforcement_kind"))
    taken = pl.col("enforcement_kind").is_null() & pl.col("executor_mark").fill_null(value=False)
    repaired = pl.when(taken).then(bit("repairs", "executor_by_mark")).otherwise(0).cast(BITS)
    return table.with_columns(
        pl.when(taken)
        .then(pl.lit("court_executor", dtype=kinds))
        .otherwise("enforcement_kind")
        .alias("enforcement_kind"),
        (pl.col("repairs enforcement_ref") | repaired).alias("repairs enforcement_ref"),
    )


def _stated_births(raw: RawList, applied: Applied) -> pl.Expr:
    """Return where a birth date of the list's own stands."""
    if not {"birth_date", "birth_number"} <= set(applied.reads):
        return pl.lit(value=False)
    position = f"{raw.columns.positions['birth_date']}"
    rows = raw.cells.filter(pl.col(position).is_not_null())[ROW]
    return pl.col(ROW).is_in(rows.implode())


def _facts(table: pl.DataFrame, applied: Applied) -> pl.DataFrame:
    repairs, warnings = applied.of("repairs"), applied.of("warnings")
    extra = [name for name in ("warnings of people", "warnings of rows") if name in table.columns]
    named = table.with_columns(all_bits(repairs).alias("repairs"), all_bits([*warnings, *extra]).alias("warnings"))
    kept = [column for spec in FACTS.values() if spec.asked for column in spec.columns if column in named.columns]
    carried = [name for name in IDENTITY if name in named.columns]
    return named.select(ROW, PART, *carried, *kept, "repairs", "warnings")


def _personal(table: pl.DataFrame, raw: RawList) -> pl.DataFrame:
    names = [name for name in PERSONAL if name in table.columns and name != "birth_number"]
    frame = table.select(ROW, *names)
    position = raw.columns.positions.get("birth_number")
    if position is None:
        return frame
    numbers = raw.cells.select(ROW, pl.col(f"{position}").cast(pl.String).alias("birth_number"))
    return frame.join(numbers, on=ROW, how="left", maintain_order="left")


def _require_constants(applied: Applied, raw: RawList) -> None:
    """Refuse a value that a profile gives to every row and no row can use."""
    problems = []
    for meaning in raw.columns.constants:
        codes = applied.table[f"bad {meaning}"].drop_nulls()
        if codes.len():
            cs, en = sentences(codes[0], applied.reads[meaning])
            problems.append(Problem("profile_constant", f"constants.{meaning}", cs, en))
    if problems:
        raise InputError(problems)


def _sums(table: pl.DataFrame) -> dict[str, tuple[int, int, int]]:
    sums = {}
    for name in MONEY:
        if name in table.columns:
            total, rejected = table.select(
                pl.col(name).sum().alias("total"), pl.col(name).filter(pl.col("unusable")).sum().alias("rejected")
            ).row(0)
            sums[name] = (int(total), int(total) - int(rejected), int(rejected))
    return sums
