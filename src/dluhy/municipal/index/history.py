"""How many municipalities of the state were in each band of the index, year by year, as far as numbers were found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.municipal.index.method import day_of_year

if TYPE_CHECKING:
    from dluhy.law.models import Amount, Citation, Evidence, Series
    from dluhy.law.pack import Pack

_PREFIX: Final = "exclusion_index_municipalities_"
_PRINTED: Final = "_printed"
TOGETHER: Final = "increased_or_high"
"""The two highest bands together: some sources give only them."""


@frozen(kw_only=True)
class HistoryCell:
    """How many municipalities were in a band in a year: `count` null where no number was found.

    `printed` is the number as a source prints it, where that is another than the one which agrees with the rest.
    """

    year: int
    band: str
    count: int | None
    printed: int | None
    note: tuple[str, str] | None
    citations: tuple[Citation, ...]
    evidence: Evidence


def history_of(pack: Pack) -> list[HistoryCell]:
    """Return every year and band of which the pack has a number, in the order of years, then of bands."""
    bands = [*pack.vocabularies["index_bands"], TOGETHER]
    years = sorted({year for band in bands for year in _years(pack.series[_PREFIX + band])})
    return [cell for year in years for band in bands if (cell := _cell(pack, band, year)) is not None]


def _years(series: Series) -> range:
    first, last = series.period[0].from_, series.period[-1].to
    return range(0) if first is None or last is None else range(first.year, last.year + 1)


def _cell(pack: Pack, band: str, year: int) -> HistoryCell | None:
    amount = _amount(pack.series[_PREFIX + band], year)
    if amount is None or amount.value is None:
        return None
    printed = pack.series.get(_PREFIX + band + _PRINTED)
    other = None if printed is None else _amount(printed, year)
    return HistoryCell(
        year=year, band=band, count=amount.value, printed=None if other is None else other.value,
        note=None if amount.note is None else (amount.note.text("cs"), amount.note.text("en")),
        citations=tuple(amount.citations), evidence=amount.evidence,
    )  # fmt: skip


def _amount(series: Series, year: int) -> Amount | None:
    day = day_of_year(year)
    return next((p for p in series.period if (p.from_ or day) <= day <= (p.to or day)), None)
