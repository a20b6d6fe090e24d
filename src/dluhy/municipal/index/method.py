"""How the index of social exclusion is computed for a year: dimensions, thresholds and bands as the pack dates them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.amounts import known_ratio, known_value, period_on, rows_on
from dluhy.law.models import weakest
from dluhy.municipal.index.columns import COUNT_OF
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from dluhy.law.models import Citation, Evidence, TablePeriod
    from dluhy.law.pack import Pack

_BASIS_POINTS: Final = 10_000
_WHOLE: Final = "exclusion_index_most"
_PARTIAL: Final = "exclusion_index_partial_most"
_PARTS: Final = 3
POINTS_OF_PART: Final = 2
"""Most points of a sub-score: none below the first threshold, one between both, two above the second."""
POINTS_OF_DIMENSION: Final = _PARTS * POINTS_OF_PART


@frozen(kw_only=True)
class Dimension:
    """One dimension: its columns and its thresholds.

    `per` units of the column `count` make one (payments of a year are twelfths of a mean month); `counts` are in such
    ones, `shares` fractions of the base. One point from the first to the second number, both included, two above.
    """

    code: str
    count: str
    base: str
    per: int
    unit: str
    counts: tuple[int, int]
    shares: tuple[Fraction, Fraction]


@frozen(kw_only=True)
class Band:
    """A band of the index: its code and the points from which to which it goes."""

    code: str
    least: int
    most: int


@frozen(kw_only=True)
class Method:
    """The index of one year; `official` is no for the partial one, which has no bands.

    `evidence` is the weakest mark of what it rests on, `citations` where that comes from.
    """

    year: int
    official: bool
    dimensions: tuple[Dimension, ...]
    lq: tuple[Fraction, Fraction]
    bands: tuple[Band, ...]
    most: int
    evidence: Evidence
    citations: tuple[Citation, ...]


def method_of(pack: Pack, year: int, *, partial: bool = False) -> Method:
    """Return how the index of a year is computed; `partial` the unofficial one of the dimensions that remain.

    Raises InputError for a year before the index, and for one after two of its benefits merged, saying why.
    """
    _require_year(pack, year, partial=partial)
    day = day_of_year(year)
    counts = rows_on(pack.tables["exclusion_index_counts"], day)
    shares = rows_on(pack.tables["exclusion_index_shares"], day)
    lq = ("exclusion_index_lq_from", "exclusion_index_lq_to")
    dated = [counts, shares, *(period_on(pack.series[name], day) for name in lq)]
    low, high = (known_ratio(pack.series[name], day) for name in lq)
    cites = {cite.at: cite for period in dated for cite in period.citations}
    return Method(
        year=year, official=not partial, lq=(low, high), bands=() if partial else _bands(pack, day),
        dimensions=tuple(_dimension(pack, code, counts, shares) for code in counts.row if _asked(pack, code, partial)),
        most=known_value(pack.series[_PARTIAL if partial else _WHOLE], day),
        evidence=weakest(period.evidence for period in dated), citations=tuple(cites.values()),
    )  # fmt: skip


def day_of_year(year: int) -> date:
    """Return the day that stands for a year of the index in the dated numbers of the pack: its last."""
    return date(year, 12, 31)


def years_of(pack: Pack, *, partial: bool = False) -> tuple[int, int]:
    """Return the first and the last year for which the index, or the partial one, can be computed."""
    known = [period for period in pack.series[_PARTIAL if partial else _WHOLE].period if not period.unknown]
    first, last = known[0].from_, known[-1].to
    if first is None or last is None:  # the pack dates both
        raise HorizonError([Problem("year_unknown", _WHOLE, "rok indexu chybí", "the year of the index is missing")])
    return first.year, last.year


def why_no_longer(pack: Pack) -> tuple[str, str]:
    """Return in Czech and English why the index ends with its last year."""
    note = pack.series[_WHOLE].period[-1].note
    return ("", "") if note is None else (note.text("cs"), note.text("en"))


def _require_year(pack: Pack, year: int, *, partial: bool) -> None:
    first, last = years_of(pack, partial=partial)
    if first <= year <= last:
        return
    cs = f"index za rok {year} spočítat nejde, známý je za roky {first} až {last}"
    en = f"the index cannot be computed for {year}, it is known for {first} to {last}"
    if year > last and not partial:
        why_cs, why_en = why_no_longer(pack)
        cs = f"{cs}; poslední rok je {last}. {why_cs} Neoficiální částečný index ze tří ukazatelů spočítá --partial."
        en = f"{en}; the last year is {last}. {why_en} --partial computes an unofficial index of three indicators."
    raise InputError([Problem("index_year", "year", cs, en)])


def _asked(pack: Pack, code: str, partial: bool) -> bool:  # noqa: FBT001 - inner
    return not partial or bool(pack.term("index_dimensions", code).more["partial"])


def _dimension(pack: Pack, code: str, counts: TablePeriod, shares: TablePeriod) -> Dimension:
    more = pack.term("index_dimensions", code).more
    low, high = counts.row[code]
    least, most = (Fraction(points, _BASIS_POINTS) for points in shares.row[code])
    return Dimension(
        code=code, count=COUNT_OF[code], base=more["base"], per=more["per"], unit=more["unit"],
        counts=(low, high), shares=(least, most),
    )  # fmt: skip


def _bands(pack: Pack, day: date) -> tuple[Band, ...]:
    rows = rows_on(pack.tables["exclusion_index_bands"], day).row
    return tuple(Band(code=code, least=least, most=most) for code, (least, most) in rows.items())
