"""The amounts by which wages are protected: one set for every span of months with the same values, and which applies.

Everything comes from the pack; sources are in `rules/amounts/wages.toml`. A set is never used past what is known.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cached_property, lru_cache
from math import lcm
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.law.amounts import known_code, known_ratio, known_value, period_on
from dluhy.law.models import weakest
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from dluhy.law.models import Amount, Bilingual, Citation, Evidence
    from dluhy.law.pack import Pack

TOPIC: Final = "deductions"
BY_WAGE_PERIOD: Final = "last_of_wage_period"
_INPUTS: Final = ("living_minimum_single", "housing_for_wages", "energy_for_wages")
_SHARES: Final = ("protected_share_debtor", "protected_share_person", "unlimited_threshold_multiple")
_MONTHS: Final = 12


@frozen
class WageSet:
    """Amounts of one span of months: inputs in whole CZK, shares as exact fractions, the threshold in haléře.

    `debtor` and `person` are the unrounded amounts in CZK. `key` is the year, with a letter where a year has several.
    `first` and `last` are months of wages, or pay days where the pay day decides.
    """

    key: str
    first: date
    last: date
    by_wage_period: bool
    living_minimum: int
    housing: int
    energy: int
    share_debtor: Fraction
    share_person: Fraction
    multiple: Fraction
    spouse_rule: str
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence
    notes: tuple[Bilingual, ...] = field(eq=False)

    @cached_property
    def total(self) -> int:
        """The living minimum and housing together, CZK."""
        return self.living_minimum + self.housing + self.energy

    @cached_property
    def debtor(self) -> Fraction:
        """The debtor's own amount, CZK, not rounded."""
        return self.total * self.share_debtor

    @cached_property
    def person(self) -> Fraction:
        """The amount for each person counted, CZK, not rounded."""
        return self.debtor * self.share_person

    @cached_property
    def debtor_text(self) -> str:
        """The debtor's own amount as an exact fraction in text, CZK."""
        return str(self.debtor)

    @cached_property
    def person_text(self) -> str:
        """The amount for each person as an exact fraction in text, CZK."""
        return str(self.person)

    @cached_property
    def threshold(self) -> int:
        """The remainder above which all is taken, in haléře."""
        exact = self.total * self.multiple * HALERE_PER_KORUNA
        return exact.numerator // exact.denominator


@frozen
class WageSets:
    """Every set the pack knows, in order of time, with all unrounded amounts as whole numbers of one common part."""

    pack: Pack = field(repr=False)
    sets: tuple[WageSet, ...]
    parts_of_koruna: int
    """How many parts a koruna is cut into so that every unrounded amount is a whole number of them."""
    debtor_parts: tuple[int, ...]
    person_parts: tuple[int, ...]
    _days: dict[date, int] = field(repr=False)

    def index_for(self, paid_on: date, wage_period: date) -> int:
        """Return which set applies to a payment; HorizonError if the pack does not know the law for it."""
        self.pack.require_known(TOPIC, paid_on)
        return self.index_on(amounts_day(self.pack, paid_on, wage_period))

    def index_on(self, day: date) -> int:
        """Return the set of the day whose amounts apply; HorizonError names what the pack does not know."""
        found = self._days.get(day)
        if found is not None:
            return found
        _values_on(self.pack, day)  # says which amount is not known
        raise KeyError(day)


def pay_day_decides(pack: Pack, paid_on: date) -> bool:
    """Return whether the pay day alone tells the amounts, not the month the wage is for."""
    return known_code(pack.series["wage_amounts_day"], paid_on) != BY_WAGE_PERIOD


def amounts_day(pack: Pack, paid_on: date, wage_period: date) -> date:
    """Return the day whose amounts apply: the last of the wage period, from 2025 the first of the pay year."""
    return date(paid_on.year, 1, 1) if pay_day_decides(pack, paid_on) else end_of_month(wage_period)


def end_of_month(day: date) -> date:
    """Return the last day of a month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


@lru_cache(maxsize=4)
def wage_sets(pack: Pack) -> WageSets:
    """Return every set of amounts of a pack, worked out once."""
    horizon = pack.info.horizon[TOPIC]
    rule = pack.series["wage_amounts_day"]
    by_period = [period for period in rule.period if period.code == BY_WAGE_PERIOD]
    last_by_period = max((period.to for period in by_period if period.to is not None), default=horizon.from_)
    months = _months(horizon.from_, last_by_period)
    years = [date(year, 1, 1) for year in range(last_by_period.year + 1, horizon.to.year + 1)]
    days = [*((end_of_month(month), True) for month in months), *((day, False) for day in years)]
    sets, index = _grouped([(day, by, _values_on(pack, day)) for day, by in days])
    scale = lcm(*(part.denominator for each in sets for part in (each.debtor, each.person)))
    return WageSets(
        pack,
        tuple(sets),
        scale,
        tuple(int(each.debtor * scale) for each in sets),
        tuple(int(each.person * scale) for each in sets),
        index,
    )


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    start = first.year * _MONTHS + first.month - 1
    return [date(number // _MONTHS, number % _MONTHS + 1, 1) for number in range(start, start + count)]


def _values_on(pack: Pack, day: date) -> tuple[object, ...]:
    inputs = [known_value(pack.series[name], day) for name in _INPUTS]
    shares = [known_ratio(pack.series[name], day) for name in _SHARES]
    rule = known_code(pack.series["spouse_rule"], day)
    held = [period_on(pack.series[name], day) for name in (*_INPUTS, *_SHARES, "spouse_rule")]
    return (*inputs, *shares, rule, _cited(held), weakest(period.evidence for period in held), _notes(held))


def _cited(held: Sequence[Amount]) -> tuple[Citation, ...]:
    return tuple({cite.at: cite for period in held for cite in period.citations}.values())


def _notes(held: Sequence[Amount]) -> tuple[Bilingual, ...]:
    return tuple(period.note for period in held if period.note is not None)


def _grouped(days: Sequence[tuple[date, bool, tuple[object, ...]]]) -> tuple[list[WageSet], dict[date, int]]:
    """Join days of one year that have the same values into sets; a year with several gets letters."""
    groups: list[list[tuple[date, bool, tuple[object, ...]]]] = []
    for item in days:
        before = groups[-1][-1] if groups else None
        if before is not None and before[0].year == item[0].year and before[2][:7] == item[2][:7]:
            groups[-1].append(item)
        else:
            groups.append([item])
    sets: list[WageSet] = []
    index: dict[date, int] = {}
    for number, group in enumerate(groups):
        year = group[0][0].year
        alike = [other for other in groups if other[0][0].year == year]
        letter = chr(ord("a") + alike.index(group)) if len(alike) > 1 else ""
        sets.append(_set(f"{year}{letter}", group))
        index |= {day: number for day, _, _ in group}
    return sets, index


def _set(key: str, group: Sequence[tuple[date, bool, tuple[object, ...]]]) -> WageSet:
    first, by_period, values = group[0]
    last = group[-1][0]
    start, end = (first.replace(day=1), last) if by_period else (first, date(first.year, _MONTHS, 31))
    return WageSet(key, start, end, by_period, *values)  # type: ignore[arg-type]  # the values in the order of the fields
