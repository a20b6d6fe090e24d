"""The least that must be paid to enter debt relief, what the incomes bring towards it, and what is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.report.household_teller import Grounds, Note  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from dluhy.case.relief import CaseRelief
    from dluhy.engine.steps import Flag, Step
    from dluhy.report.household_teller import HouseholdTeller

_STEPS, _FLAGS, _PROJECTED = "relief_entry_steps", "relief_entry_flags", "projection_flags"


@frozen
class Part:
    """One part of a sum: what it is and how much, as a decimal string."""

    code: str
    label: str
    amount: str


@frozen
class PayReport:
    """The least payment and what reaches it; decimal strings a month, null where it cannot be told.

    `own` is what would be deducted and promised, `short` what somebody would have to add, at most where it is not known
    whether the trustee charges value-added tax (`at_most`), `lowest_net` the lowest net
    income that reaches the least payment, `net` the income that is deducted from, `other` the income that is not.
    """

    least: str
    months: int
    over_plan: str
    parts: tuple[Part, ...]
    net: str | None
    other: str | None
    own: str | None
    short: str | None
    at_most: bool
    lowest_net: str | None
    reached: bool | None
    contributed: str | None
    notes: tuple[Note, ...]
    grounds: Grounds


def pay_report(found: CaseRelief, tell: HouseholdTeller) -> PayReport | None:
    """Return the least payment of a debtor and what reaches it; None where the least is not known."""
    minimum, able = found.minimum, found.capability
    if minimum is None:
        return None
    nets = [each.net for each in found.earners]
    others = [each.other for each in found.earners]
    return PayReport(
        least=to_decimal_string(minimum.monthly),
        months=minimum.months,
        over_plan=to_decimal_string(minimum.over_plan),
        parts=tuple(_part(step, tell) for step in minimum.steps if step.value is not None),
        net=told(None if None in nets else sum(net for net in nets if net is not None)),
        other=told(None if None in others else sum(other for other in others if other is not None)),
        own=told(None if able is None else able.own),
        short=told(None if able is None else able.contribution),
        at_most=found.given.trustee_vat is None,
        lowest_net=told(None if able is None else able.lowest_net),
        reached=None if able is None else able.reached,
        contributed=told(found.given.contributed),
        notes=() if able is None else tuple(_note(flag, tell) for flag in able.flags if _known(flag, tell)),
        grounds=tell.grounds(minimum.cites, minimum.evidence if able is None else able.evidence),
    )


def told(halere: int | None) -> str | None:
    """Return a sum as a decimal string; None where it is not known."""
    return None if halere is None else to_decimal_string(halere)


def _part(step: Step, tell: HouseholdTeller) -> Part:
    return Part(step.code, tell.term(_STEPS, step.code), to_decimal_string(step.value or 0))


def _known(flag: Flag, tell: HouseholdTeller) -> bool:
    return flag.code in tell.pack.vocabularies[_FLAGS]


def _note(flag: Flag, tell: HouseholdTeller) -> Note:
    return tell.noted(_FLAGS, flag)
