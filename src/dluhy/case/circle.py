"""The household of a case as benefits look at it: who lives there, what comes in, how they live, what they own."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.case.expenses import is_income
from dluhy.case.payments import CHILD, DEBTOR, UNKNOWN
from dluhy.case.wages import EMPLOYMENTS, bounds_of_wages
from dluhy.dates import month_before, months_between
from dluhy.household.budget_lines import UNKNOWN as NOT_KNOWN
from dluhy.household.frequency import monthly_halere, times_a_year
from dluhy.household.model import Circle, Housing, IncomeLine, Lapsed, Member, Possessions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dluhy.case.model import Asset, Case, Income, Person
    from dluhy.dates import Span
    from dluhy.household.sums import Bounds
    from dluhy.law.pack import Pack

GUARDIAN: Final = "guardian"
_SAVINGS, _VEHICLE, _REAL_ESTATE = "savings", "vehicle", "real_estate"
_MONTHS_BEFORE: Final = 3
_MONTHS_LATE: Final = 2  # an income of a month may be told so much later
Key = tuple[str, str | None, str]


@frozen(kw_only=True)
class CaseCircle:
    """A household and what was not taken into it.

    `unsure` are people of whom nobody says whether they live there, `lapsed` incomes (places in the document) whose
    last month is older than the others', `month` the month the incomes are of, None where there is none.
    """

    circle: Circle
    unsure: tuple[str, ...] = ()
    lapsed: tuple[int, ...] = ()
    month: date | None = None


def circle_of(case: Case, pack: Pack) -> CaseCircle:
    """Return the household of a case on its day."""
    people = None if case.people is None else [each for each in case.people if _lives_there(each)]
    incomes, lapsed, month, ended = _incomes(case, pack)
    circle = Circle(
        on=case.as_of,
        members=None if people is None else tuple(_member(each, place) for place, each in enumerate(people, start=1)),
        incomes=incomes,
        housing=_housing(case),
        possessions=_possessions(case),
        lapsed=ended,
    )
    return CaseCircle(circle=circle, unsure=_unsure(case), lapsed=lapsed, month=month)


def _lives_there(person: Person) -> bool:
    if person.in_household is None:
        return person.role != GUARDIAN and person.died_on is None
    return person.in_household and person.died_on is None


def _unsure(case: Case) -> tuple[str, ...]:
    guardians = (each for each in case.people or () if each.role == GUARDIAN and each.died_on is None)
    return tuple(each.id or UNKNOWN for each in guardians if each.in_household is None)


def _member(person: Person, place: int) -> Member:
    return Member(
        id=person.id or f"{UNKNOWN}{place}",
        role=person.role,
        born=person.birth_date,
        dependent_child=person.dependent_child,
        activity=person.activity,
        work_hours=person.work_hours,
        jobseeker_since=person.jobseeker_since,
        pension=person.pension,
        card=person.disability_card,
        care_degree=person.care_degree,
        named_carer=person.named_carer,
        child_carer=person.child_carer,
        widowed_on=person.widowed_on,
        plan_kept=person.plan_kept,
    )


def _incomes(
    case: Case, pack: Pack
) -> tuple[tuple[IncomeLine, ...] | None, tuple[int, ...], date | None, tuple[Lapsed, ...]]:
    """Return the incomes of the latest month, the places left out because they ended, that month, and what ended."""
    if case.incomes is None and not any(is_income(line) for line in case.budget or ()):
        return None, (), None, ()
    outside = outside_of(case)
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
        lines.append(_bounded(_line(key, months, now, case.as_of), now, bounds))
    lines += _of_budget(case, pack, outside)
    if not lines and lapsed:
        return None, tuple(sorted(lapsed)), None, tuple(ended)
    return tuple(lines), tuple(sorted(lapsed)), latest, tuple(ended)


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


def outside_of(case: Case) -> set[str]:
    """Return who does not live in the household, or of whom nobody says it: their money is not the household's."""
    return {each.id for each in case.people or () if each.id is not None and not _lives_there(each)}


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
    key: Key, months: dict[date, list[tuple[int, Income]]], now: list[tuple[int, Income]], on: date
) -> IncomeLine:
    person, kind, payer = key
    counted = months if kind in EMPLOYMENTS or kind is None else _by_month_paid(months)
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


def _of_budget(case: Case, pack: Pack, outside: Collection[str]) -> Iterable[IncomeLine]:
    """Yield the incomes that stand in the budget alone; what comes once is none of a month."""
    for line in case.budget or ():
        inside = line.person is None or line.person not in outside
        if inside and is_income(line) and (line.frequency is None or times_a_year(line.frequency, pack) is not None):
            known = line.amount is not None and line.frequency is not None and line.certainty != NOT_KNOWN
            net = monthly_halere(line.amount or 0, line.frequency or "", pack).halere if known else None
            yield IncomeLine(person=line.person, kind=line.income_kind, net=net)


def _housing(case: Case) -> Housing:
    """Return how the household lives, without what it pays for it: the budget says that."""
    home = case.home
    adults = [each for each in case.people or () if each.role not in {GUARDIAN, CHILD}]
    client = next((each for each in adults if each.role == DEBTOR), adults[0] if adults else None)
    of_client = None if client is None else client.municipality_code
    if home is None:
        return Housing(municipality=of_client)
    return Housing(
        tenure=home.tenure,
        dwelling=home.dwelling,
        municipality=of_client if home.municipality_code is None else home.municipality_code,
        district=home.district,
        solid_fuel=home.solid_fuel,
    )


def _possessions(case: Case) -> Possessions:
    """Return what the household owns; a thing of unknown kind may be anything, savings may be of a kind not counted."""
    if case.assets is None or any(asset.kind is None for asset in case.assets):
        return Possessions()
    outside = outside_of(case)
    assets = [asset for asset in case.assets if asset.owner not in outside]
    savings = [asset for asset in assets if asset.kind == _SAVINGS and not asset.retirement_saving]
    sure = [asset.value or 0 for asset in savings if asset.retirement_saving is False]
    values = [asset.value for asset in savings]
    known = [value for value in values if value is not None]
    return Possessions(
        savings=sum(known) if len(known) == len(values) else None,
        savings_least=sum(sure),
        cars=sum(asset.kind == _VEHICLE for asset in assets),
        homes=_homes([asset for asset in assets if asset.kind == _REAL_ESTATE]),
    )


def _homes(estates: Sequence[Asset]) -> int | None:
    """Return how many homes are owned: what nobody lives in may be another home, or land, or a share."""
    if all(estate.is_home for estate in estates):
        return len(estates)
    return None
