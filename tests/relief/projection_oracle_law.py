"""The law of debt relief typed in once more for the slow reading: lengths, order of payment, fees, simple sums.

Nothing here is shared with the program that is tested; the amounts protected from deductions come from the slow reading
of deductions. Where the law is silent, the convention is named.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

from tests.deductions.oracle import HELLER, base_of, row_of, threshold

Case = dict[str, Any]
Debt = dict[str, Any]

ZERO = Fraction(0)
LAST_KNOWN = date(2026, 12, 31)
VAT = Fraction(121, 100)

LENGTHS = {"r2008": 60, "r2017": 60, "r2019": 60, "r2024": 36}
SHORT, LONG = {"r2019": 36}, {"r2024": 60}
FAST_MONTH, FAST_SHARE = {"r2019": 36}, Fraction(60, 100)
PRESUMED = {"r2019": Fraction(30, 100)}
SUCCESS = {"r2008": Fraction(30, 100), "r2017": Fraction(30, 100)}

NEW_ORDER = (
    ("trustee_now",),
    ("maintenance_current",),
    ("petition",),
    ("court_advance",),
    ("maintenance_arrears",),
    ("assignment_fee",),
    ("assigned_maintenance",),
    ("substitute_maintenance",),
    ("estate_keeping",),
    ("estate_other",),
    ("unsecured",),
    ("trustee_then",),
    ("subordinated",),
)
"""§ 398 (4) in force from 1 October 2024; what came before approval waits for the unsecured creditors."""
OLD_ORDER = (
    ("trustee_now", "court_advance", "trustee_then"),
    ("maintenance_current",),
    ("maintenance_arrears", "assignment_fee", "assigned_maintenance"),
    ("petition", "substitute_maintenance", "estate_keeping", "estate_other"),
    ("unsecured",),
    ("subordinated",),
)
KIND_TO_QUEUE = {
    "unsecured": "unsecured",
    "tax": "unsecured",
    "damage_intentional": "unsecured",
    "damage_health": "estate_other",
    "employee_wages": "estate_other",
    "estate_keeping": "estate_keeping",
    "estate_other": "estate_other",
    "maintenance_current": "maintenance_current",
    "maintenance_arrears": "maintenance_arrears",
    "assignment_fee": "assignment_fee",
    "assigned_maintenance": "assigned_maintenance",
    "substitute_maintenance": "substitute_maintenance",
    "subordinated": "subordinated",
    "criminal_sanction": None,
    "sanction": None,
    "gift_promise": None,
}
NEVER_DISCHARGED = (
    "damage_intentional",
    "damage_health",
    "maintenance_current",
    "maintenance_arrears",
    "criminal_sanction",
)
UNCLEAR = ("assignment_fee", "assigned_maintenance", "substitute_maintenance", "sanction", "gift_promise")
OLD_MAINTENANCE = ("maintenance_arrears", "assignment_fee", "assigned_maintenance", "substitute_maintenance")
SALE_BANDS = ((0, 15), (500_000, 9), (1_000_000, 4), (5_000_000, 3), (10_000_000, 2), (50_000_000, 1))
LEAST_SALE_FEE = 20_000


def crowns(hellers: int) -> Fraction:
    """Return hellers as crowns."""
    return Fraction(hellers, 100)


@lru_cache(maxsize=4096)
def months_after(day: date, count: int) -> date:
    """Return the first day of the month a number of months after that of a day."""
    first = day.replace(day=1)
    for _ in range(count):
        first = (first + timedelta(days=31)).replace(day=1)
    return first


def same_day_later(day: date, months: int) -> date:
    """Return the day with the same number some months later, or the last day of that month."""
    first = months_after(day, months)
    last = months_after(first, 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def deductible(net: Fraction, people: int, month: date) -> Fraction:
    """Return two thirds and all above the limit, for a payment of a month; after 2026 by the amounts of 2026."""
    return _deductible(net, people, min(month, LAST_KNOWN))


@lru_cache(maxsize=65536)
def _deductible(net: Fraction, people: int, paid_on: date) -> Fraction:
    base, limit = _protected(people, paid_on)
    rest = max(ZERO, net - base)
    third = floor(min(rest, limit) / 3)
    return 2 * third + max(ZERO, rest - limit)


@lru_cache(maxsize=4096)
def _protected(people: int, paid_on: date) -> tuple[Fraction, Fraction]:
    row = row_of(paid_on, paid_on.replace(day=1) - timedelta(days=1))
    return base_of(row, people, "exact"), Fraction(floor(threshold(row) / HELLER)) * HELLER


def split(pool: Fraction, wanted: list[Fraction]) -> list[Fraction]:
    """Divide a pool in the ratio of what is wanted, to hellers.

    Shares are rounded down; one heller each goes to the largest rests, of equal ones to the larger claim, then to the
    earlier one. Convention, not law.
    """
    whole = sum(wanted)
    if pool >= whole:
        return list(wanted)
    exact = [pool * each / whole for each in wanted]
    shares = [floor(each / HELLER) * HELLER for each in exact]
    spare = int((pool - sum(shares)) / HELLER)
    by_rest = sorted(range(len(wanted)), key=lambda at: (shares[at] - exact[at], -wanted[at], at))
    for at in by_rest[:spare]:
        shares[at] += HELLER
    return shares


def sale_net(gross: Fraction, tax: Fraction) -> Fraction:
    """Return what a sale leaves after the trustee's fee, § 3 (2) b) and (5) of decree 313/2007."""
    if gross <= LEAST_SALE_FEE:
        return max(ZERO, gross - gross * tax)
    fee, bounds = ZERO, [*(low for low, _ in SALE_BANDS), None]
    for (low, percent), high in zip(SALE_BANDS, bounds[1:], strict=True):
        inside = gross - low if high is None else min(gross, Fraction(high)) - low
        fee += max(ZERO, inside) * percent / 100
    fee = floor(max(fee, Fraction(LEAST_SALE_FEE)) / HELLER) * HELLER
    return max(ZERO, gross - floor(fee * tax / HELLER) * HELLER)


def below_the_rest(claim: Debt) -> Fraction:
    """Return the part of a claim that § 172 (2) puts below the others: accessories beyond the principal."""
    counted = crowns(claim["accessories"]) + (ZERO if claim["business"] else crowns(claim["penalty"]))
    if counted == 0 or claim["principal"] is None:
        return ZERO
    return max(ZERO, counted - crowns(claim["principal"]))


def debts_of(case: Case) -> list[Debt]:
    """Return every debt that takes part, each with the queue it stands in; a claim may stand in two."""
    debts: list[Debt] = []

    def stand(queue: str, due: Fraction, of: str | None = None, monthly: Fraction = ZERO) -> None:
        debts.append({"queue": queue, "due": due, "of": of, "monthly": monthly, "got": ZERO})

    stand("trustee_now", ZERO)
    stand("petition", crowns(case["petition_fee"]))
    stand("court_advance", ZERO)
    stand("trustee_then", ZERO)
    for claim in case["claims"]:
        queue, amount = KIND_TO_QUEUE[claim["kind"]], crowns(claim["amount"])
        if queue is None or (queue in ("unsecured", "subordinated") and claim["filed"] is False):
            continue
        if queue == "maintenance_current":
            stand(queue, ZERO, claim["id"], amount)
            continue
        amount -= crowns(claim["accrued_after"])
        amount -= min(amount, crowns(claim["collateral_value"]))
        lower = min(amount, below_the_rest(claim)) if queue == "unsecured" else ZERO
        if amount - lower:
            stand(queue, amount - lower, claim["id"])
        if lower:
            stand("subordinated", lower, claim["id"])
    return debts
