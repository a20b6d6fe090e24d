"""Reports of municipalities as frames: the counts of each group, the lines of each table, and what stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.region.exchange import Tables
from dluhy.region.overview import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from dluhy.region.exchange import Line
    from dluhy.region.files import Report

NUMBERS: Final = ("people", "debts", "halere", "amounts_unknown")
_COUNTS: Final = dict.fromkeys(NUMBERS, pl.Int64())
_WHOSE: Final = {"report": pl.UInt32(), "place": pl.String(), "as_of": pl.Date(), "round": pl.String()}
CELLS: Final = {**_WHOSE, "group": pl.String(), **_COUNTS, "at_least": pl.Boolean(), "hidden": pl.Boolean()}
LINES: Final = {
    **_WHOSE, "table": pl.String(), "group": pl.String(), "code": pl.String(), "name": pl.String(), **_COUNTS
}  # fmt: skip
BESIDE: Final = {
    **_WHOSE, "pack": pl.String(), "compared": pl.Boolean(),
    **dict.fromkeys(("others_people", "others_debts", "rows_judged", "rows_rejected"), pl.Int64()),
}  # fmt: skip


@frozen(kw_only=True)
class Data:
    """Reports as frames, each row with its `report`, `place` (municipality), `as_of` and `round`.

    `cells` has one row for each report and group: people, debts, haléře of the known balances, debts without one;
    `hidden` tells numbers that are null because they are too small to publish. `lines` are the rows of the tables,
    "changes" among them; `name` is that of a creditor. `beside` has one row for each report. In cells haléře are null
    where there are debts and no balance is known, and `at_least` says that some balance is not in them; in lines
    haléře are then still 0, and `amounts_unknown` says it.
    """

    cells: pl.DataFrame
    lines: pl.DataFrame
    beside: pl.DataFrame

    def only(self, reports: pl.Series) -> Data:
        """Return what some of the reports say."""
        wanted = pl.col("report").is_in(reports.implode())
        return Data(cells=self.cells.filter(wanted), lines=self.lines.filter(wanted), beside=self.beside.filter(wanted))


def data_of(reports: Sequence[Report], round_of: Callable[[date], str]) -> Data:
    """Return reports as frames; `round_of` names the round a day belongs to."""
    cells: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    beside: list[dict[str, Any]] = []
    for number, report in enumerate(reports):
        whose = {"report": number, "place": report.code, "as_of": report.as_of, "round": round_of(report.as_of)}
        cells += [whose | cell for cell in _cells(report)]
        lines += [whose | line for line in _lines(report)]
        beside.append(whose | _beside(report))
    return Data(
        cells=pl.DataFrame(cells, schema=CELLS),
        lines=_with_one_code(pl.DataFrame(lines, schema=LINES)),
        beside=pl.DataFrame(beside, schema=BESIDE),
    )


def _cells(report: Report) -> Iterable[dict[str, Any]]:
    stated = {line.group: line for line in report.block.groups}
    for group in GROUPS:
        line = stated.get(group)
        numbers = {name: 0 if line is None else getattr(line, name) for name in NUMBERS}
        unknown = numbers["amounts_unknown"]
        if unknown and unknown == numbers["debts"]:
            numbers["halere"] = None
        yield {"group": group, "hidden": False, "at_least": unknown > 0, **numbers}


def _lines(report: Report) -> Iterable[dict[str, Any]]:
    tables: dict[str, Sequence[Line]] = {name: getattr(report.block.tables, name) or () for name in Tables.model_fields}
    if report.block.since is not None:
        tables["changes"] = report.block.since.changes
    for name, lines in tables.items():
        for line in lines:
            numbers = {number: getattr(line, number) for number in NUMBERS}
            yield {
                "table": name,
                "group": line.group,
                "code": line.code,
                "name": getattr(line, "name", None),
                **numbers,
            }


def _beside(report: Report) -> dict[str, Any]:
    block = report.block
    return {
        "pack": report.origin.pack_told,
        "compared": block.since is not None,
        "others_people": block.others.people,
        "others_debts": block.others.debts,
        "rows_judged": block.rows_judged,
        "rows_rejected": report.rows_rejected,
    }


def _with_one_code(lines: pl.DataFrame) -> pl.DataFrame:
    """Give a creditor of one name the number that its name has in another list, if it is the only one."""
    named = lines.filter(pl.col("name").is_not_null())
    if named.is_empty():
        return lines
    by_name = _PLAIN
    numbered = named.filter(pl.col("code").str.contains(_NUMBER)).group_by(by_name.alias("plain")).agg(
        pl.col("code").unique()
    )  # fmt: skip
    only = numbered.filter(pl.col("code").list.len() == 1).with_columns(pl.col("code").list.first().alias("number"))
    joined = lines.with_columns(by_name.alias("plain")).join(
        only.select("plain", "number"), on="plain", how="left", maintain_order="left"
    )
    keep = pl.col("code").str.contains(_NUMBER) | pl.col("name").is_null()
    code = pl.when(keep).then("code").otherwise(pl.coalesce("number", "code")).alias("code")
    return joined.with_columns(code).select(list(LINES))


_NUMBER: Final = r"^[0-9]{6,8}$"
_PLAIN: Final = pl.col("name").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
