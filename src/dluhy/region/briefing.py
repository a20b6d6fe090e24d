"""What an exchange file or a checked list says of one municipality, as the numbers of its brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import evolve

from dluhy.municipal.brief.suggestions import TABLE
from dluhy.municipal.brief.values import Counted, GroupCount, Numbers
from dluhy.municipal.suggesting.region import suggested_debts
from dluhy.negotiating import SMALL
from dluhy.problems import InputError, Problem
from dluhy.region.aggregating import aggregated
from dluhy.region.counting import counted
from dluhy.region.data import data_of
from dluhy.region.files import reports_of
from dluhy.region.publishing import lines_of_published, published

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.checking import ListResult
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.region.exchange import Exchange
    from dluhy.region.files import Report


def newest(reports: Iterable[Report]) -> dict[str, Report]:
    """Return the newest report of each municipality by its code, in the order of the codes."""
    found: dict[str, Report] = {}
    for report in sorted(reports, key=lambda report: (report.code, report.as_of)):
        found[report.code] = report
    return found


def report_of(exchange: Exchange, code: str, name: str) -> Report:
    """Return what an exchange file (called `name`) says of a municipality; raises InputError if it says nothing."""
    found = next((report for report in reports_of(name, exchange) if report.code == code), None)
    if found is None:
        told = ", ".join(block.municipality for block in exchange.municipalities)
        cs, en = f"souhrn není o obci {code}; je o: {told}", f"the summary is not about {code}; it is about: {told}"
        raise InputError([Problem("other_municipality", name, cs, en)])
    return found


def exchange_of(result: ListResult, code: str, found: Suggestions) -> Exchange:
    """Return the counts of a checked list of one municipality, its interventions among them.

    Raises InputError where the list itself names other municipalities.
    """
    return aggregated(result, municipality=code, further={TABLE: suggested_debts(found)})


def own_claims(result: ListResult, code: str) -> ListResult:
    """Return a checked list with the claims of the municipality itself only."""
    own = (counted(result, code)["creditor_code"] == code).fill_null(value=False)
    return evolve(result, judged=result.judged.filter(own))


def numbers_of(report: Report, *, public: bool = False) -> Numbers:
    """Return the numbers of a report; with `public` those that may be published (`dluhy.region.publishing`).

    Of a public report there are groups, sums rounded to thousands of crowns, and which interventions concern enough
    people; the tables are left to the release of the whole region, whose hidden categories could otherwise be found by
    subtracting.
    """
    whole = data_of([report], str)
    data = published(whole) if public else whole
    beside = data.beside.row(0, named=True)
    return Numbers(
        as_of=report.as_of,
        groups=tuple(_group(cell) for cell in data.cells.iter_rows(named=True)),
        tables=_enough(_tables(lines_of_published(whole))) if public else _tables(whole.lines),
        rows_judged=beside["rows_judged"],
        rows_rejected=beside["rows_rejected"],
        others_debts=beside["others_debts"],
        changes_since=None if public or report.block.since is None else report.block.since.as_of,
        suggested=report.block.tables.interventions is not None,
        public=public,
    )


def _enough(tables: Mapping[str, tuple[Counted, ...]]) -> dict[str, tuple[Counted, ...]]:
    """Return the interventions that concern enough people of groups that are not hidden."""
    return {TABLE: tuple(line for line in tables.get(TABLE, ()) if line.people >= SMALL)}


def _group(cell: Mapping[str, object]) -> GroupCount:
    told = {name: cell[name] for name in ("group", "people", "debts", "halere", "amounts_unknown", "hidden")}
    return GroupCount(**told, at_least=bool(cell["at_least"]))  # type: ignore[arg-type]


def _tables(lines: pl.DataFrame) -> dict[str, tuple[Counted, ...]]:
    """Return the tables over all groups; a person is of one group only, so that people add up."""
    children = pl.col("group") == "children"
    added = lines.group_by("table", "code", maintain_order=True).agg(
        pl.col("name").drop_nulls().first(),
        pl.col("debts", "people", "amounts_unknown").sum(),
        pl.col("people").filter(children).sum().alias("children"),
        pl.col("halere").sum(),
    )
    known = pl.when(pl.col("amounts_unknown") < pl.col("debts")).then("halere").alias("halere")
    ordered = added.with_columns(known).filter(pl.col("debts") > 0).sort(
        "table", "debts", "code", descending=[False, True, False]
    )  # fmt: skip
    found: dict[str, list[Counted]] = {}
    for line in ordered.drop("amounts_unknown").iter_rows(named=True):
        found.setdefault(line.pop("table"), []).append(Counted(**line))
    return {name: tuple(lines_of) for name, lines_of in found.items()}
