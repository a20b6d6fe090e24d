"""Measures of the strategy that the findings about one case serve, for its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.municipal.served import served_by_case
from dluhy.report.strategy import Named

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.law.strategy import Measure
    from dluhy.municipal.served import Served
    from dluhy.problems import Language
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


def measure_name(measure: Measure, language: Language) -> str:
    """Return a measure's id with its title, as lists of measures write it."""
    return f"{measure.id} {measure.title.text(language)}"
