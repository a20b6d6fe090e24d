"""Single dates: partly known ones, birthdays, ends of periods.

Frames have their own vectorised forms in `dluhy.facts.derived`; the tests hold the two equal.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from attrs import frozen
from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_ISO_YEAR = re.compile(r"[0-9]{4}")
_SPAN = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})\s*/\s*([0-9]{4}(?:-[0-9]{2}){0,2})")


_SATURDAY = 5  # of the days of a week numbered from Monday = 0


class Holidays(Protocol):
    """A table of public holidays: the days it holds, and the first and last day for which it knows them."""

    @property
    def from_(self) -> date:
        """The first day the table knows."""

    @property
    def to(self) -> date:
        """The last day the table knows."""

    @property
    def days(self) -> Collection[date]:
        """The holidays."""


class DateError(ValueError):
    """The text is no date, month, year or interval of them."""


@frozen
class Span:
    """All days a date may be: both ends included; None is an open end."""

    first: date | None
    last: date | None

    @property
    def several_months(self) -> bool:
        """Whether it surely reaches over more than one month of the calendar."""
        return self.first is not None and self.last is not None and months_between(self.first, self.last) > 0


MONTHS_OF_A_YEAR: Final = 12


def months_between(first: date, last: date) -> int:
    """Return how many months of the calendar a day stands after another, whatever the days in them."""
    return (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month


def whole_months(first: date, last: date) -> int:
    """Return how many whole months passed from a day to another; 0 where the other is not later."""
    return max(months_between(first, last) - (last.day < first.day), 0)


def months_on(day: date, number: int) -> date:
    """Return the first day of the month that comes so many months after that of a day, below zero before it."""
    months = day.year * MONTHS_OF_A_YEAR + day.month - 1 + number
    return date(months // MONTHS_OF_A_YEAR, months % MONTHS_OF_A_YEAR + 1, 1)


def month_before(day: date, number: int) -> date:
    """Return the first day of the month that came so many months before that of a day."""
    return months_on(day, -number)


def parse_span(text: str) -> Span:
    """Read "2018-03-31", "2018-03", "2018" or an interval of two of them joined by a slash.

    Raises DateError for anything else, for a day that does not exist and for an interval that runs backwards.
    """
    text = text.strip()
    if pair := _SPAN.fullmatch(text):
        first, last = parse_span(pair[1]).first, parse_span(pair[2]).last
        if first is None or last is None or first > last:
            raise DateError(text)
        return Span(first, last)
    try:
        if day := _ISO_DAY.fullmatch(text):
            known = date(int(day[1]), int(day[2]), int(day[3]))
            return Span(known, known)
        if month := _ISO_MONTH.fullmatch(text):
            year, number = int(month[1]), int(month[2])
            return Span(date(year, number, 1), date(year, number, monthrange(year, number)[1]))
        if _ISO_YEAR.fullmatch(text):
            return Span(date(int(text), 1, 1), date(int(text), 12, 31))
    except ValueError as error:
        raise DateError(text) from error
    raise DateError(text)


def birthday(born: date, age: int) -> date:
    """Return the day on which a person reaches an age.

    Born on 29 February and no such day in that year: the last day of February (§ 605 odst. 2 OZ).
    """
    year = born.year + age
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return born.replace(year=year)


def full_years(born: date, on: date) -> int:
    """Return the age in full years on a day; the birthday itself counts as reached (§ 601 odst. 1 OZ)."""
    years = on.year - born.year
    return years if birthday(born, years) <= on else years - 1


def osr57(event: date, length: relativedelta) -> date:
    """Return the day on which a period ends by number, § 57 odst. 1, 2 OSŘ.

    The day of the event is not counted. Months and years end on the day with its number, in a month without one on
    the last day.
    """
    return event + length


def dr33(event: date, length: relativedelta) -> date:
    """Return the day on which a period ends by number, § 33 odst. 1, 2 DŘ.

    The period begins on the day after the event. Months and years end on the day with the number of the day on which
    the period began, in a month without one on the last day: mostly a day later than by the other two acts.
    """
    if length.days:
        return event + length
    began = event + timedelta(days=1)
    return began + length


def oz605(event: date, length: relativedelta) -> date:
    """Return the day on which a period ends by number, § 605 odst. 1, 2 OZ: counted as in § 57 OSŘ."""
    return event + length


COUNTINGS: Final[Mapping[str, Callable[[date, relativedelta], date]]] = {"osr57": osr57, "dr33": dr33, "oz605": oz605}
"""How each act counts a period, by the code of the vocabulary `countings`."""


def last_day_of_period(  # noqa: PLR0913 - a period is days, months or years
    event: date,
    *,
    counting: str,
    holidays: Holidays,
    days: int | None = None,
    months: int | None = None,
    years: int | None = None,
) -> date | None:
    """Return the last day of a period that runs from an event; None if the event or the end is not in the table.

    One of `days`, `months`, `years` is its length; `counting` is a code of the vocabulary `countings`. An end on
    a Saturday, Sunday or public holiday moves to the next working day (§ 57 odst. 2 OSŘ, § 33 odst. 4 DŘ, § 607 OZ).
    Raises ValueError for no length or several, KeyError for an unknown way of counting.
    """
    unit, number = one_length(days=days, months=months, years=years)
    if not holidays.from_ <= event <= holidays.to:
        return None
    end = COUNTINGS[counting](event, relativedelta(**{unit: number}))  # type: ignore[arg-type]  # a unit is no weekday
    while end.weekday() >= _SATURDAY or end in holidays.days:
        end += timedelta(days=1)
    return end if end <= holidays.to else None


def one_length(**lengths: int | None) -> tuple[str, int]:
    """Return the one unit that has a number, and the number; ValueError if none has or several have."""
    given = [(unit, number) for unit, number in lengths.items() if number is not None]
    if len(given) != 1:
        msg = f"a period has one length, not {dict(given)}"
        raise ValueError(msg)
    return given[0]
