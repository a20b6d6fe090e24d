"""The incomes of a case as those of its household: of the latest month, by whose and from whom, with their entries."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.case.expenses import comes_once, is_income
from dluhy.case.payments import UNKNOWN
from dluhy.case.wages import bounds_of_wages, employments
from dluhy.dates import month_before, months_between
from dluhy.household.budget_lines import UNKNOWN as NOT_KNOWN
from dluhy.household.frequency import monthly_halere
from dluhy.household.model import IncomeEntry, IncomeLine, Lapsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dluhy.case.model import BudgetLine, Case, Income
    from dluhy.dates import Span
    from dluhy.household.sums import Bounds
    from dluhy.law.pack import Pack

_MONTHS_BEFORE: Final = 3
_MONTHS_LATE: Final = 2  # an income of a month may be told so much later
Key = tuple[str, str | None, str]


@frozen(kw_only=True)
class CircleIncomes:
    """The incomes of a household: `lines` of a month (None: nobody says), `once` those that come only once.

    `lapsed` are places in the document of incomes that ended, `ended` what they were, `month` is the latest month.
    """

    lines: tuple[IncomeLine, ...] | None
    once: tuple[IncomeLine, ...] = ()
    lapsed: tuple[int, ...] = ()
    ended: tuple[Lapsed, ...] = ()
    month: date | None = None


def incomes_of(case: Case, outside: Collection[str], pack: Pack) -> CircleIncomes:
    """Return the incomes of the latest month of everybody but those outside, what comes once, and what ended."""
    of_budget = [line for line in case.budget or () if is_income(line) and line.person not in outside]
    once = tuple(_once(line) for line in of_budget if comes_once(line, pack))
    of_month = [line for line in of_budget if not comes_once(line, pack)]
    if case.incomes is None and not of_month:
        return CircleIncomes(lines=None, once=once)
    by_key = _by_key((place, each) for place, each in enumerate(case.incomes or ()) if each.person not in outside)
    last = {
        key: max((month for month in months if month is not _EVERY), default=_EVERY) for key, months in by_key.items()
    }
    latest = max((month for month in last.values() if month is not _EVERY), default=None)
    compared = max(latest or date.min, month_before(case.as_of, _MONTHS_LATE))
    bounds = bounds_of_wages(case, pack)
    lines, lapsed, ended = [], [], []
    for key, months in by_key.items():
        if last[key] is not _EVERY and months_between(last[key], compared) > 1:
            lapsed += [place for found in months.values() for place, _ in found]
            ended.append(Lapsed(person=_known(key[0]), kind=key[1], last=last[key]))
            continue
        now = months[last[key]] + (months.get(_EVERY, []) if last[key] is not _EVERY else [])
        lines.append(_bounded(_line(key, months, now, case.as_of, pack), now, bounds))
    lines += [_of_budget(line, pack) for line in of_month]
    told = bool(lines) or not lapsed
    return CircleIncomes(
        lines=tuple(lines) if told else None,
        once=once,
        lapsed=tuple(sorted(lapsed)),
        ended=tuple(ended),
        month=latest if told else None,
    )


def _known(name: str) -> str | None:
    return None if name == UNKNOWN else name


def _bounded(line: IncomeLine, incomes: Sequence[tuple[int, Income]], bounds: Mapping[int, Bounds]) -> IncomeLine:
    """Return a line with an unknown amount within the bounds of its incomes, where each is known or has some."""
    if line.net is not None or not all(income.net is not None or place in bounds for place, income in incomes):
        return line
    least = [_least(place, income, bounds) for place, income in incomes]
    most = [_most(place, income, bounds) for place, income in incomes]
    tops = [each for each in most if each is not None]
    return evolve(line, least=sum(least), most=sum(tops) if len(tops) == len(most) else None)


def _least(place: int, income: Income, bounds: Mapping[int, Bounds]) -> int:
    return int(_monthly(income)) if income.net is not None else max(bounds[place].least or 0, 0)


def _most(place: int, income: Income, bounds: Mapping[int, Bounds]) -> int | None:
    most = int(_monthly(income)) if income.net is not None else bounds[place].most
    return None if most is None else max(most, 0)


_EVERY: Final = date.max
"""The month of an income that names none: it comes in every month."""


def _by_key(incomes: Iterable[tuple[int, Income]]) -> dict[Key, dict[date, list[tuple[int, Income]]]]:
    """Gather incomes by whose, which and from whom, then by month."""
    found: dict[Key, dict[date, list[tuple[int, Income]]]] = {}
    for place, income in incomes:
        key = (income.person or UNKNOWN, income.kind, income.payer or UNKNOWN)
        found.setdefault(key, {}).setdefault(_month(income.period), []).append((place, income))
    return found


def _month(period: Span | None) -> date:
    last = None if period is None else period.last or period.first
    return _EVERY if last is None else last.replace(day=1)


def _line(
    key: Key, months: dict[date, list[tuple[int, Income]]], now: list[tuple[int, Income]], on: date, pack: Pack
) -> IncomeLine:
    person, kind, payer = key
    counted = months if kind in employments(pack) or kind is None else _by_month_paid(months)
    before = [month_before(on, number) for number in range(_MONTHS_BEFORE, 0, -1)]
    known = tuple(_sum(counted.get(month)) for month in before)
    every = set(months) == {_EVERY}
    after = [income.after_maternity for _, income in now if income.after_maternity is not None]
    return IncomeLine(
        person=_known(person),
        kind=kind,
        net=_sum(now),
        months=None if every or all(each is None for each in known) else (known[0], known[1], known[2]),
        payer=_known(payer),
        after_maternity=after[0] if after else None,
        entries=tuple(_entry(income) for _, income in now),
    )


def _by_month_paid(months: dict[date, list[tuple[int, Income]]]) -> dict[date, list[tuple[int, Income]]]:
    """Gather incomes by the month they were paid in, where it is known: so benefits look at one another."""
    found: dict[date, list[tuple[int, Income]]] = {}
    for month, incomes in months.items():
        for place, income in incomes:
            paid = month if income.paid_on is None else income.paid_on.replace(day=1)
            found.setdefault(paid, []).append((place, income))
    return found


def _sum(incomes: Sequence[tuple[int, Income]] | None) -> int | None:
    """Return the sum of a month in haléře; None where there is none or one of them is unknown."""
    if not incomes:
        return None
    nets = [None if income.net is None or income.certainty == NOT_KNOWN else _monthly(income) for _, income in incomes]
    known = [net for net in nets if net is not None]
    return int(sum(known, Fraction(0))) if len(known) == len(nets) else None


def _monthly(income: Income) -> Fraction:
    """Return an income a month: one for several months in equal parts."""
    period = income.period
    months = 1
    if period is not None and period.first is not None and period.last is not None:
        months = months_between(period.first, period.last) + 1
    return Fraction(income.net or 0, months)


def _entry(income: Income) -> IncomeEntry:
    return IncomeEntry(
        net=income.net,
        gross=income.gross,
        period=income.period,
        paid_on=income.paid_on,
        proof=income.proof,
        certainty=income.certainty,
    )


def _of_budget(line: BudgetLine, pack: Pack) -> IncomeLine:
    """Return an income that stands in the budget alone as one of a month."""
    entry = _entry_of_budget(line)
    known = entry.net is not None and line.frequency is not None
    net = monthly_halere(entry.net or 0, line.frequency or "", pack).halere if known else None
    return IncomeLine(person=line.person, kind=line.income_kind, net=net, entries=(entry,))


def _once(line: BudgetLine) -> IncomeLine:
    """Return an income that comes only once, as it is stated: it is none of a month."""
    entry = _entry_of_budget(line)
    return IncomeLine(person=line.person, kind=line.income_kind, net=entry.net, entries=(entry,))


def _entry_of_budget(line: BudgetLine) -> IncomeEntry:
    return IncomeEntry(
        net=None if line.certainty == NOT_KNOWN else line.amount,
        frequency=line.frequency,
        text=line.line,
        proof=line.proof,
        certainty=line.certainty,
        comment=line.comment,
    )
