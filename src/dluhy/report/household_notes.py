"""What a counsellor must know at once beside the numbers: insurance nobody pays, money on an attached account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import weakest
from dluhy.money import HALERE_PER_KORUNA, to_decimal_string
from dluhy.problems import HorizonError
from dluhy.report.household_teller import Grounds  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from dluhy.case.household import CaseHousehold
    from dluhy.household.model import Lapsed
    from dluhy.law.pack import Pack
    from dluhy.report.household_teller import HouseholdTeller

INSURANCE: Final = "health_insurance_notes"
INDICATORS: Final = "indicator_notes"
UNINSURED: Final = "uninsured"
_OF_ACCOUNT: Final = ("account_multiple", "living_minimum_single", "protected_account_days")


@frozen
class UninsuredReport:
    """A person for whom nobody seems to pay health insurance: what it costs a month, what to do."""

    person: str
    monthly: str
    text: str
    grounds: Grounds


@frozen
class LapsedReport:
    """An income that ended before the others and is not counted; `last` is its last month."""

    kind: str | None
    label: str
    person: str | None
    last: str


@frozen
class Advice:
    """What to know or do where an indicator holds, with its provisions."""

    text: str
    grounds: Grounds


def uninsured_reports(found: CaseHousehold, tell: HouseholdTeller) -> tuple[UninsuredReport, ...]:
    """Return the adults for whom nobody seems to pay health insurance."""
    term = tell.pack.term(INSURANCE, UNINSURED)
    return tuple(
        UninsuredReport(
            person=each.person,
            monthly=to_decimal_string(each.monthly),
            text=tell.filled(term, {"person": each.person, "amount": each.monthly}),
            grounds=tell.grounds(tell.cited_by(term), term.more["evidence"]),
        )
        for each in found.uninsured
    )


def lapsed_reports(lapsed: Iterable[Lapsed], tell: HouseholdTeller) -> tuple[LapsedReport, ...]:
    """Return the incomes that ended."""
    return tuple(
        LapsedReport(
            kind=each.kind,
            label=tell.say("house-income-unknown") if each.kind is None else tell.term("income_kinds", each.kind),
            person=each.person,
            last=f"{each.last:%Y-%m}",
        )
        for each in lapsed
    )


def advice_on(rule: str, on: date, tell: HouseholdTeller) -> Advice | None:
    """Return what the pack advises where an indicator holds; None where it says nothing or not for that day."""
    term = tell.pack.vocabularies[INDICATORS].get(rule.lower())
    if term is None:
        return None
    try:
        values = _VALUES[term.code](on, tell.pack)
        periods = [period_on(tell.pack.series[name], on) for name in term.more["series"]]
    except HorizonError:
        return None
    cites = [*tell.cited_by(term), *(cite for period in periods for cite in period.citations)]
    marks = [term.more["evidence"], *(period.evidence for period in periods)]
    return Advice(tell.filled(term, values), tell.grounds(cites, weakest(marks)))


def _of_account(on: date, pack: Pack) -> dict[str, int]:
    """Return what a bank pays out once, how many minimums that is, and the days to open a protected account."""
    times, single, days = (known_value(pack.series[name], on) for name in _OF_ACCOUNT)
    return {"limit": times * single * HALERE_PER_KORUNA, "count": times, "days": days}


_VALUES: Final[Mapping[str, Callable[[date, Pack], dict[str, Any]]]] = {"account_attached": _of_account}
