"""Dated amounts read one by one, with what they rest on: provisions, evidence, notes; and the rounding of results."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from attrs import define, field

from dluhy.law.amounts import known_code, known_ratio, known_value, period_on
from dluhy.law.models import weakest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dluhy.law.models import Amount, Bilingual, Citation, Evidence
    from dluhy.law.pack import Pack

Content = TypeVar("Content")


def round_half_up(exact: Fraction) -> int:
    """Return an exact amount in haléře as whole haléře, halves upwards: a convention, no provision orders it."""
    return (exact + Fraction(1, 2)).__floor__()


@define
class Sources:
    """Reads dated amounts and remembers what they rest on: provisions, the weakest evidence, notes for a reader."""

    pack: Pack
    _held: list[Amount] = field(factory=list)

    def value(self, series: str, day: date) -> int:
        """Return the number of a series on a day; HorizonError names the series and the day if it is not known."""
        return self._kept(series, day, known_value(self.pack.series[series], day))

    def ratio(self, series: str, day: date) -> Fraction:
        """Return the fraction of a series on a day; HorizonError as for a number."""
        return self._kept(series, day, known_ratio(self.pack.series[series], day))

    def code(self, series: str, day: date) -> str:
        """Return the code of a series on a day; HorizonError as for a number."""
        return self._kept(series, day, known_code(self.pack.series[series], day))

    def _kept(self, series: str, day: date, content: Content) -> Content:
        self._held.append(period_on(self.pack.series[series], day))
        return content

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The provisions, each once, in the order of reading."""
        return tuple({cite.at: cite for held in self._held for cite in held.citations}.values())

    @property
    def evidence(self) -> Evidence:
        """The weakest evidence of what was read."""
        return weakest(["S2", *(held.evidence for held in self._held)])

    @property
    def notes(self) -> tuple[Bilingual, ...]:
        """What a reader should know of the amounts, each once."""
        return tuple(dict.fromkeys(held.note for held in self._held if held.note is not None))


def weakest_of(read: Iterable[Sources]) -> Evidence:
    """Return the weakest evidence of several readings."""
    return weakest(sources.evidence for sources in read)
