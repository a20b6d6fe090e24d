"""Measures of the strategy that findings serve: a short section of a text, a small table of a checked list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.municipal.strategy import REPORTED, served
from dluhy.report.deduction_text import heading
from dluhy.report.layout import Block, Sum
from dluhy.report.lines import titled
from dluhy.report.measures import measure_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.layout import Cell
    from dluhy.report.measures import ServedReport
    from dluhy.report.tables import Tables
    from dluhy.report.texts import Texts


def served_lines(reports: Sequence[ServedReport], say: Texts) -> Iterator[str]:
    """Yield the short section of a screening's text: each measure with the findings that lead to it."""
    if not reports:
        return
    yield from heading(say("measures-heading"))
    for each in reports:
        because = "; ".join(dict.fromkeys(finding.name for finding in each.because))
        yield from titled(say("measures-line", measure=f"{each.id} {each.title}", because=because), "  ", "• ")


def by_measure(tables: Tables) -> Iterator[Block]:
    """Yield people, debts and their balance by the measure they serve; nothing where none is served."""
    texts, result = tables.texts, tables.result
    known = (result.checker.pack.whole or result.checker.pack).measures
    counted = served(result).filter(pl.col("debts") + pl.col("debts_undecided") > 0)
    rows: list[list[Cell]] = [
        [measure_name(known[name], texts.language), people, debts,
         texts("not-stated") if balance is None else Sum(balance)]
        for name, people, debts, balance in counted.select("measure", "people", "debts", "balance").rows()
        if known[name].kind in REPORTED and debts
    ]  # fmt: skip
    if rows:
        columns = [texts(f"col-{name}") for name in ("measure", "people", "debts", "sum")]
        yield Block(texts("measures-heading-list"), [texts("measures-note")], columns, rows)
