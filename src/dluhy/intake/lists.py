"""A list file -> facts of every usable row, a reason for every other, and sums that reconcile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import field, frozen

from dluhy.facts.schema import FACTS
from dluhy.intake import cells
from dluhy.intake.columns import PERSONAL, Columns, recognise
from dluhy.intake.notices import BITS
from dluhy.intake.readers import ROW, RawList, read_list
from dluhy.problems import DluhyError, InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.intake.cells import Read
    from dluhy.law.pack import Pack

MONEY = tuple(spec.name for spec in FACTS.values() if spec.type == "money" and spec.asked)
"""The money columns of a list."""

_BIRTH_NUMBER = r"^[0-9]{6}(/[0-9]{3,4}|[0-9]{4})$"
_OWN_MARK = r"^\((řádek |O)[0-9]+\)$"

IDENTITY = ("person_id", "municipality_code", "creditor_name", "creditor_ico", "enforcement_ref", "title_ref")
"""Columns that name things and are carried through as text."""

REJECT_SCHEMA = {
    ROW: pl.UInt32,
    "column": pl.String,
    "code": pl.String,
    "cs": pl.String,
    "en": pl.String,
    "original": pl.String,
}
REPAIRED_SCHEMA = {
    ROW: pl.UInt32,
    "column": pl.String,
    "repairs": pl.UInt32,
    "original": pl.String,
    "value": pl.String,
}
"""Repaired cells: `repairs` is a set of bits of `dluhy.intake.notices`, `value` what the cell was read as."""
APART_SCHEMA = {ROW: pl.UInt32, "kind": pl.String, "text": pl.String}
"""Lines that are no debts: kind is title, header, repeated_header, subtotal, total or note; text their cells."""
TOTALS_SCHEMA = {ROW: pl.UInt32, "kind": pl.String, "name": pl.String, "stated": pl.Int64, "computed": pl.Int64}
"""The list's own totals, haléře: `computed` is null where an unreadable cell stands among those added up."""


class ReconciliationError(DluhyError):
    """Rows or money did not add up: a defect of the program, never of the list."""


@frozen
class CheckedList:
    """A list after intake.

    `facts` has one row per usable row (column `row` is its number in the file); `rejected` one row per unreadable
    cell, with the original text only for the workbook; `personal` names and birth numbers by row.
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
        """Rows of the file, without empty ones."""
        return self.raw.cells.height + len(self.raw.broken)

    @property
    def rows_rejected(self) -> int:
        """Rows with at least one cell that could not be read."""
        return self.rejected[ROW].n_unique()


def take_in(path: Path, pack: Pack) -> CheckedList:
    """Read a list and turn its cells into facts; raises InputError if the file as a whole cannot be used."""
    raw = read_list(path)
    columns, problems = recognise(raw.headers)
    if problems:
        raise InputError(problems)
    return clean(raw, columns, pack)


def clean(raw: RawList, columns: Columns, pack: Pack) -> CheckedList:
    """Turn the cells of a list into facts and rejected rows."""
    reads = _reads(raw, columns, pack)
    values = {name: value for read in reads.values() for name, value in read.values.items()}
    bad = {f"bad {meaning}": read.bad.fill_null(value=False) for meaning, read in reads.items()}
    table = raw.cells.select(
        ROW, *(value.alias(name) for name, value in values.items()), *(test.alias(name) for name, test in bad.items())
    )
    _require_codes(table, columns)
    table = _one_birth_date(table, columns)
    unusable = pl.any_horizontal(pl.col(name) for name in bad) if bad else pl.lit(value=False)
    table = table.with_columns(unusable.alias("unusable"))
    rejected = _rejected(table, raw, columns, reads)
    personal = [name for name in PERSONAL if name in table.columns]
    usable = table.filter(~pl.col("unusable")).drop("unusable", *bad)
    checked = CheckedList(
        facts=_with_person(usable)
        .drop(personal)
        .with_columns(part=pl.lit(0, dtype=pl.UInt16), repairs=pl.lit(0, dtype=BITS), warnings=pl.lit(0, dtype=BITS)),
        personal=usable.select(ROW, *personal),
        rejected=rejected,
        columns=columns,
        raw=raw,
        sums=_sums(table),
    )
    reconcile(checked)
    return checked


def reconcile(checked: CheckedList) -> None:
    """Raise ReconciliationError unless rows in = usable + rejected and the money of both adds up to the whole."""
    if checked.rows_in != checked.facts.height + checked.rows_rejected:
        msg = f"{checked.rows_in} rows in, {checked.facts.height} usable, {checked.rows_rejected} rejected"
        raise ReconciliationError(msg)
    for name, (total, _, rejected) in checked.sums.items():
        if total != int(checked.facts[name].sum()) + rejected:
            msg = f"{name}: {total} haléře in, {checked.facts[name].sum()} usable, {rejected} rejected"
            raise ReconciliationError(msg)


def _reads(raw: RawList, columns: Columns, pack: Pack) -> dict[str, Read]:
    reads = {}
    for meaning, position in columns.positions.items():
        column, dtype = f"{position}", raw.cells.schema[f"{position}"]
        if meaning == "birth_number":
            target = "birth_date" if "birth_date" not in columns.positions else "birth_number_date"
            reads[meaning] = cells.birth_number(column, dtype, target)
            reads["birth_number_text"] = cells.text(column, dtype, "birth_number")
        elif meaning in FACTS:
            reads[meaning] = _read_fact(meaning, column, raw.cells, pack)
        else:
            reads[meaning] = cells.text(column, dtype, meaning)
    return reads


def _read_fact(name: str, column: str, table: pl.DataFrame, pack: Pack) -> Read:
    spec, dtype = FACTS[name], table.schema[column]
    match spec.type:
        case "money":
            return cells.money(column, dtype, name)
        case "date":
            return cells.day(column, dtype, name, ranged=spec.ranged)
        case "year":
            return cells.years(column, dtype, name)
        case "int":
            return cells.whole(column, dtype, name, ranged=spec.ranged, most=spec.most or 99)
        case "bool":
            return cells.yes_no(column, dtype, name)
        case _:
            return cells.member(column, table[column], name, pack.vocabularies[spec.vocabulary or ""])


def _one_birth_date(table: pl.DataFrame, columns: Columns) -> pl.DataFrame:
    """Where a list has both a birth date and a birth number, the date may come from either and both must agree."""
    if not {"birth_number", "birth_date"} <= set(columns.positions):
        return table
    given, other = pl.col("birth_date_from"), pl.col("birth_number_date_from")
    differ = (given > other) | (pl.col("birth_date_to") < other)
    return table.with_columns(
        (pl.col("bad birth_number") | differ.fill_null(value=False)).alias("bad birth_number"),
        *(
            pl.coalesce(f"birth_number_date_{end}", f"birth_date_{end}").alias(f"birth_date_{end}")
            for end in ("from", "to")
        ),
    ).drop("birth_number_date_from", "birth_number_date_to")


def _rejected(table: pl.DataFrame, raw: RawList, columns: Columns, reads: dict[str, Read]) -> pl.DataFrame:
    parts = [pl.DataFrame(schema=REJECT_SCHEMA)]
    for meaning, position in columns.positions.items():
        read = reads[meaning]
        rows = table.filter(pl.col(f"bad {meaning}")).select(ROW)
        if rows.height:
            original = raw.cells.select(ROW, pl.col(f"{position}").cast(pl.String).alias("original"))
            parts.append(
                rows.join(original, on=ROW, how="left", maintain_order="left").select(
                    ROW,
                    pl.lit(columns.label(meaning)).alias("column"),
                    pl.lit(read.code).alias("code"),
                    pl.lit(read.cs).alias("cs"),
                    pl.lit(read.en).alias("en"),
                    "original",
                )
            )
    if raw.broken:
        lines = [(b.number, "", b.code, b.cs, b.en, b.text) for b in raw.broken]
        parts.append(pl.DataFrame(lines, schema=REJECT_SCHEMA, orient="row"))
    return pl.concat(parts).sort(ROW, "column", maintain_order=True)


def _with_person(table: pl.DataFrame) -> pl.DataFrame:
    """Give each row a person: the list's own code, else the birth number, else name with an exact birth date.

    The numbers of inferred people follow the order of their keys, so that the order of rows does not matter. A row
    with no key stands alone.
    """
    alone = pl.format("(řádek {})", ROW)
    own = pl.col("person_id") if "person_id" in table.columns else pl.lit(None, dtype=pl.String)
    numbered = table.with_columns(pl.coalesce(*_keys(table), pl.lit(None, dtype=pl.String)).alias("key"))
    number = pl.col("key").rank("dense").cast(pl.String).str.pad_start(5, "0")
    inferred = pl.when(pl.col("key").is_not_null()).then(pl.format("(O{})", number))
    return numbered.with_columns(pl.coalesce(own, inferred, alone).alias("person_id")).drop("key")


def _keys(table: pl.DataFrame) -> list[pl.Expr]:
    keys = [pl.col("birth_number").str.replace("/", "")] if "birth_number" in table.columns else []
    names = [name for name in ("last_name", "first_name", "full_name") if name in table.columns]
    if names:
        exact = pl.col("birth_date_from") == pl.col("birth_date_to")
        key = pl.concat_str(*names, pl.col("birth_date_from").cast(pl.String), separator="|")
        keys.append(pl.when(exact).then(key))
    return keys


def _require_codes(table: pl.DataFrame, columns: Columns) -> None:
    """Refuse a column of codes that holds birth numbers, names or the program's own marks: it would reach outputs."""
    if "person_id" not in table.columns:
        return
    code = pl.col("person_id")
    personal = code.str.contains(_BIRTH_NUMBER) | (code.str.contains(r"\s") & ~code.str.contains(r"[0-9]"))
    if table.select((personal | code.str.contains(_OWN_MARK)).any()).item():
        raise InputError([
            Problem("personal_code", columns.label("person_id"),
                    "v kódech osob jsou rodná čísla nebo jména; nazvěte sloupec „Rodné číslo“ nebo „Jméno a příjmení“",
                    "the person codes are birth numbers or names; call the column by what it holds")
        ])  # fmt: skip


def _sums(table: pl.DataFrame) -> dict[str, tuple[int, int, int]]:
    sums = {}
    for name in MONEY:
        if name in table.columns:
            total, rejected = table.select(
                pl.col(name).sum().alias("total"), pl.col(name).filter(pl.col("unusable")).sum().alias("rejected")
            ).row(0)
            sums[name] = (int(total), int(total) - int(rejected), int(rejected))
    return sums
