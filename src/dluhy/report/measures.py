"""Measures of the strategy that findings serve: of one case for its report, of a checked list as a small table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import frozen

from dluhy.municipal.served import served_by_case
from dluhy.municipal.strategy import REPORTED, served
from dluhy.report.deduction_text import heading
from dluhy.report.layout import Block, Sum
from dluhy.report.lines import titled
from dluhy.report.strategy import Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Measure
    from dluhy.law.pack import Pack
    from dluhy.municipal.served import Served
    from dluhy.problems import Language
    from dluhy.report.layout import Cell
    from dluhy.report.tables import Tables
    from dluhy.report.texts import Texts
    from dluhy.screening import Screening


@frozen(kw_only=True)
class ServedReport:
    """A measure of the strategy that findings of a case serve; `number` as the strategy prints it, null if it does not.

    `extent` is a code of `measure_extents`, `does` what the program does for the measure, `because` the rules that hold
    in the case and lead to it.
    """

    id: str
    number: str | None
    title: str
    extent: str
    extent_label: str
    does: str
    because: tuple[Named, ...]


def served_reports(screening: Screening, language: Language) -> tuple[ServedReport, ...]:
    """Return the measures that a screening serves, in the order of the catalogue."""
    pack = screening.pack.whole or screening.pack
    return tuple(_report(each, pack, language) for each in served_by_case(screening.sources, screening.checker))


def _report(each: Served, pack: Pack, language: Language) -> ServedReport:
    measure = each.measure
    return ServedReport(
        id=measure.id,
        number=measure.number,
        title=measure.title.text(language),
        extent=measure.does.extent,
        extent_label=pack.term("measure_extents", measure.does.extent).text(language),
        does=measure.does.text(language),
        because=tuple(Named(id=rule.id, name=rule.title.text(language)) for rule in each.because),
    )


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


def measure_name(measure: Measure, language: Language) -> str:
    """Return a measure's id with its title, as lists of measures write it."""
    return f"{measure.id} {measure.title.text(language)}"
