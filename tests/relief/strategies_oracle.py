"""Strategies out of debt by a second, slow reading: one case, month after month, nothing remembered between months.

Nothing here is shared with the program that is tested; the deduction of a month and the months of debt relief come from
the slow readings of those. A case is a dict; sums in it are whole hellers, interest is an exact fraction of one.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from tests.deductions.oracle import expected as deduction_of
from tests.relief.projection_oracle import expected as relief_of

Case = dict[str, Any]
Debt = dict[str, Any]

LAST_KNOWN = date(2026, 12, 31)
STOP_MONTHS = 3
ORDERS = {
    "general": ("executor", "costs", "interest", "principal"),
    "consumer": ("executor", "costs", "principal", "interest"),
    "enforced": ("executor", "principal", "interest", "costs"),
    None: ("executor", "costs", "interest", "principal"),
}
"""How payments count: § 1932 (1) and (2) of the Civil Code, § 265a of the Code of Civil Procedure."""
CLASSES = {
    "maintenance_current": "current_maintenance",
    "maintenance_arrears": "maintenance_arrears",
}
BASIS = 10_000


def month_after(first: date, count: int) -> date:
    """Return the first day of a month some months later, one by one."""
    for _ in range(count):
        first = (first + timedelta(days=32)).replace(day=1)
    return first


class Owed:
    """A debt with its four parts, and the exact interest since the beginning."""

    def __init__(self, debt: Debt) -> None:
        """Start with what is owed on the first day."""
        principal = debt["balance"] - debt["costs"] if debt["principal"] is None else debt["principal"]
        self.debt = debt
        self.rate = Fraction(debt["rate"], BASIS)
        self.penalty = debt["penalty"]
        self.penalty_left = debt["penalty_left"]
        self.due = debt["monthly"] if debt["kind"] == "maintenance_current" and debt["enforced"] else 0
        self.exact = Fraction(0)
        self.added = 0
        self.parts = {
            "executor": debt["executor_costs"] if debt["enforced"] else 0,
            "costs": debt["costs"],
            "interest": debt["balance"] - debt["costs"] - principal,
            "principal": principal,
        }

    def total(self) -> int:
        """Return all that is owed."""
        return sum(self.parts.values())

    def month(self, first: date) -> int:
        """Add interest, penalty and what falls due; return how much more is owed."""
        before = self.total()
        days = monthrange(first.year, first.month)[1]
        year = (date(first.year + 1, 1, 1) - date(first.year, 1, 1)).days
        self.exact += self.parts["principal"] * self.rate * Fraction(days, year)
        self.parts["interest"] += floor(self.exact) - self.added
        self.added = floor(self.exact)
        if self.parts["principal"] > 0:
            penalty = self.penalty if self.penalty_left is None else min(self.penalty, self.penalty_left)
            self.parts["interest"] += penalty
            if self.penalty_left is not None:
                self.penalty_left -= penalty
        self.parts["principal"] += self.due
        return self.total() - before

    def pay(self, amount: int, uses: dict[str, int]) -> None:
        """Pay part after part."""
        for part in ORDERS[self.debt["allocation"]]:
            share = min(self.parts[part], amount)
            self.parts[part] -= share
            uses[part] = uses.get(part, 0) + share
            amount -= share
        assert amount == 0, "nobody gets more than is owed"

    def lose(self, amount: int, *, no_interest: bool) -> int:
        """Lose what an objection takes off; a debt lost whole loses the costs of its enforcement too."""
        before = self.total()
        owed = before - self.parts["executor"]
        if amount > 0 and amount >= owed:
            self.parts = dict.fromkeys(self.parts, 0)
            self.due = 0
            no_interest = True
        else:
            for part in ("interest", "costs", "principal"):
                share = min(self.parts[part], amount)
                self.parts[part] -= share
                amount -= share
        if no_interest:
            self.rate, self.penalty = Fraction(0), 0
        return before - self.total()


def deduct(case: Case, debts: list[Owed], number: int, first: date, uses: dict[str, int]) -> tuple[int, int, int]:
    """Deduct from each debtor's income; return the incomes, all that was deducted, and the payers' fees in it."""
    income = deducted = fees = 0
    stand_in = min(first, LAST_KNOWN) if first > LAST_KNOWN else first
    for person in case["debtors"]:
        net = person["nets"][min(number, len(person["nets"])) - 1]
        income += net
        claims = [owed for owed in debts if owed.debt["enforced"] and owed.total() and
                  owed.debt["debtor"] in (None, person["id"])]  # fmt: skip
        if not claims:
            continue
        found = deduction_of({
            "paid_on": stand_in, "wage_period": (stand_in.replace(day=1) - timedelta(days=1)).replace(day=1),
            "net": Fraction(net, 100), "dependants": person["people"], "spouse_counts": False, "own_pension": None,
            "component_rounding": "exact", "base_share": None, "debt_relief": False,
            "claims": [_claim(owed) for owed in claims],
        })  # fmt: skip
        deducted += int(found["deducted"] * 100)
        fees += int(found["fee"] * 100)
        for owed in claims:
            owed.pay(int(found["allocations"].get(owed.debt["id"], 0) * 100), uses)
    return income, deducted, fees


def _claim(owed: Owed) -> dict[str, Any]:
    debt = owed.debt
    return {
        "id": debt["id"], "class": CLASSES.get(debt["kind"], "other_priority" if debt["priority"] else "non_priority"),
        "delivered_on": debt["delivered_on"], "issued_on": debt["delivered_on"], "order": debt["order"] or debt["id"],
        "balance": Fraction(owed.total(), 100), "monthly": Fraction(debt["monthly"] or 0, 100),
        "entitled": debt["id"],
    }  # fmt: skip


def offered(amount: int, owed: list[int], step: int, least: int) -> list[int]:
    """Divide what is left: the smallest parts first, the rest so that parts follow debts, in round steps."""
    if amount >= sum(owed):
        return owed
    small = [min(least, debt) for debt in owed]
    follows = [True] * len(owed)
    while True:  # who would get less than the smallest part gets just that, and stands aside
        level = Fraction(amount - sum(s for s, f in zip(small, follows, strict=True) if not f),
                         sum(debt for debt, f in zip(owed, follows, strict=True) if f))  # fmt: skip
        aside = [at for at in range(len(owed)) if follows[at] and owed[at] * level < small[at]]
        if not aside:
            break
        for at in aside:
            follows[at] = False
    parts = list(small)
    for at in range(len(owed)):
        if follows[at]:
            parts[at] = max(small[at], floor(owed[at] * level / step) * step)
    spare = amount - sum(parts)
    turn = sorted((at for at in range(len(owed)) if follows[at]),
                  key=lambda at: (-(owed[at] * level - floor(owed[at] * level / step) * step), at))  # fmt: skip
    while spare >= step and any(parts[at] + step <= owed[at] for at in turn):
        for at in turn:
            if spare >= step and parts[at] + step <= owed[at]:
                parts[at] += step
                spare -= step
    return parts


def voluntary(case: Case, debts: list[Owed], spare: int) -> list[int]:
    """Return what is paid voluntarily today; where there is less, in the ratio of the instalments."""
    wants = [min(owed.debt["now"], owed.total()) for owed in debts]
    if sum(wants) <= spare:
        return wants
    exact = [Fraction(spare * want, sum(wants)) for want in wants]
    shares = [floor(each) for each in exact]
    for at in sorted(range(len(wants)), key=lambda at: (shares[at] - exact[at], at))[: spare - sum(shares)]:
        shares[at] += 1
    assert len(shares) == len(case["debts"])
    return shares


def course(case: Case, *, stops: bool, pays: bool) -> list[dict[str, Any]]:
    """Return the months of a strategy without debt relief."""
    debts = [Owed(debt) for debt in sorted(case["debts"], key=lambda debt: debt["id"])]
    agreed: tuple[Any, list[int]] | None = None
    months: list[dict[str, Any]] = []
    for number in range(1, case["horizon"] + 1):
        first = month_after(case["from_month"], number - 1)
        dropped = 0
        if stops and number == STOP_MONTHS + 1:
            dropped = sum(owed.lose(owed.debt["least"], no_interest=owed.debt["no_interest"])
                          for owed in debts if owed.debt["least"] is not None)  # fmt: skip
        accrued = sum(owed.month(first) for owed in debts)
        uses: dict[str, int] = {}
        income, deducted, fees = deduct(case, debts, number, first, uses)
        spare = max(0, income - deducted + case["other"])
        if pays:
            spare = max(0, income - deducted + case["other"] - max(case["expenses"], case["minimum"]))
            agreed, payments = _agreed(case, debts, spare, agreed)
        else:
            payments = voluntary(case, debts, spare)
        paid = 0
        for owed, amount in zip(debts, payments, strict=True):
            owed.pay(min(amount, owed.total()), uses) if (share := min(amount, owed.total())) else None
            paid += share
        uses["payer_fee"] = fees
        remaining = sum(owed.total() for owed in debts)
        months.append({
            "first": first, "deduction": deducted, "instalments": paid, "accrued": accrued, "dropped": dropped,
            "uses": {use: amount for use, amount in uses.items() if amount}, "remaining": remaining,
            "left": income + case["other"] - deducted - paid, "assumed": first > LAST_KNOWN,
        })  # fmt: skip
        if not remaining:
            break
    return months


def _agreed(case: Case, debts: list[Owed], spare: int, agreed: Any) -> tuple[Any, list[int]]:  # noqa: ANN401
    """Return the instalments: as agreed before where nothing changed, otherwise divided anew."""
    names = [owed.debt["id"] for owed in debts if owed.total() and not owed.debt["enforced"]]
    urgent = [owed.debt for owed in debts if owed.debt["id"] in names and owed.debt["urgency"] is not None]
    first = min((debt["urgency"] for debt in urgent), default=None)
    names = [debt["id"] for debt in urgent if debt["urgency"] == first] or names
    names = names or [owed.debt["id"] for owed in debts if owed.total()]
    if agreed is None or agreed[0] != (spare, names):
        owing = {owed.debt["id"]: owed.total() for owed in debts if owed.debt["id"] in names}
        needed = sum(min(case["least"], amount) for amount in owing.values())
        shares = offered(spare, list(owing.values()), case["step"], case["least"]) if owing and spare >= needed else []
        parts = dict(zip(owing, shares, strict=False))
        agreed = ((spare, names), [parts.get(owed.debt["id"], 0) for owed in debts])
    return agreed, agreed[1]


def relief(case: Case, months: list[dict[str, Any]], *, stops: bool) -> dict[str, Any] | None:
    """Return debt relief on the months compared; None where too few claims are left."""
    state = dict(case["relief"])
    if stops:
        losing = {debt["id"]: debt["least"] for debt in case["debts"] if debt["least"] is not None}
        claims = []
        for claim in state["claims"]:
            rest = dict(claim)
            rest["amount"] = max(0, claim["amount"] - losing.get(claim["id"], 0))
            if rest["amount"] or claim["id"] not in losing:
                claims.append(rest)
        if sum(claim["amount"] > 0 for claim in claims) < 2:
            return None
        state["claims"] = claims
    found = relief_of(state)
    start = found["months"][0]["first"]
    before = [month for month in months if month["first"] < start]
    return {"before": before, "found": found, "state": state}
