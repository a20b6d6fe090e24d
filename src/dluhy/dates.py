"""Single dates: partly known ones, birthdays, ends of periods.

Frames have their own vectorised forms in `dluhy.facts.derived`; the tests hold the two equal.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_ISO_YEAR = re.compile(r"[0-9]{4}")
_SPAN = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})\s*/\s*([0-9]{4}(?:-[0-9]{2}){0,2})")


class DateError(ValueError):
    """The text is no date, month, year or interval of them."""


@frozen
class Span:
    """All days a date may be: both ends included; None is an open end."""

    first: date | None
    last: date | None


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


def last_day_of_period(event: date, days: int, holidays: Collection[date]) -> date:
    """Return the last day of a period in days: the day of the event is not counted, and an end on a Saturday,
    Sunday or public holiday moves to the next working day (§ 57 odst. 1, 2 OSŘ).
    """  # noqa: D205 - one sentence that needs two lines
    end = event + timedelta(days=days)
    while end.weekday() >= 5 or end in holidays:  # noqa: PLR2004 - Saturday and Sunday
        end += timedelta(days=1)
    return end
