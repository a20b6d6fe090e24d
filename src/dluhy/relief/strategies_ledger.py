"""What is owed on one debt and how it moves: interest added, payments counted in the order of the law, drops.

Interest is simple and exact; of it whole haléře are owed and the fraction is carried to the next month. Days count by
the length of their year, as elsewhere.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_model import StrategyClaim

GENERAL: Final = "general"
_BASIS: Final = 10_000
_YEAR, _LEAP_YEAR = 365, 366
_DROPPED_FROM: Final = ("interest", "costs", "principal")
"""A part that drops out is taken from accessories first: what is left bears the most interest."""


@define
class Account:
    """One debt: its parts in haléře, what accrues on it a month, the fraction of interest not yet owed."""

    claim: StrategyClaim
    executor: int
    costs: int
    interest: int
    principal: int
    rate: int
    rate_of: int
    due_monthly: int
    penalty: int
    penalty_left: int | None
    parts: tuple[str, ...]
    carried: int = 0

    @property
    def total(self) -> int:
        """All that is owed."""
        return self.executor + self.costs + self.interest + self.principal

    def accrue(self, days: int, *, leap: bool) -> int:
        """Add the interest of a month's days, its penalty and what fell due; return how much was added."""
        if not self.principal and not self.due_monthly:
            return 0
        before = self.interest
        if self.rate:
            self.carried += self.principal * self.rate * days * (_YEAR if leap else _LEAP_YEAR)
            whole, self.carried = divmod(self.carried, self.rate_of)
            self.interest += whole
        if self.penalty and self.principal:
            added = self.penalty if self.penalty_left is None else min(self.penalty, self.penalty_left)
            self.penalty_left = None if self.penalty_left is None else self.penalty_left - added
            self.interest += added
        self.principal += self.due_monthly
        return self.interest - before + self.due_monthly

    def pay(self, amount: int, used: dict[str, int]) -> None:
        """Count a payment, at most what is owed, on the parts in their order; add to what each part got."""
        for part in self.parts:
            if not amount:
                return
            owed = getattr(self, part)
            if owed:
                taken = min(amount, owed)
                setattr(self, part, owed - taken)
                used[part] = used.get(part, 0) + taken
                amount -= taken

    def drop(self, amount: int, *, stops_interest: bool) -> int:
        """Take off what an objection takes off; return how much. A debt dropped whole loses its enforcement costs."""
        before = self.total
        whole = bool(amount) and amount >= before - self.executor
        for part in _DROPPED_FROM:
            taken = getattr(self, part) if whole else min(amount, getattr(self, part))
            setattr(self, part, getattr(self, part) - taken)
            amount -= taken
        if whole:
            self.executor = self.due_monthly = 0
        if whole or stops_interest:
            self.rate = self.penalty = self.carried = 0
        return before - self.total


def accounts(claims: Sequence[StrategyClaim], pack: Pack) -> list[Account]:
    """Return the accounts of claims of which everything needed is known."""
    return [_account(claim, pack) for claim in claims]


def _account(claim: StrategyClaim, pack: Pack) -> Account:
    balance = claim.balance or 0
    rate = Fraction(claim.yearly_rate or 0) / _BASIS
    principal = balance - claim.costs if claim.principal is None else claim.principal
    order = pack.term("strategy_allocations", claim.allocation or GENERAL).more["parts"]
    return Account(
        claim, executor=(claim.executor_costs or 0) if claim.enforced else 0, costs=claim.costs,
        interest=balance - claim.costs - principal, principal=principal, rate=rate.numerator,
        rate_of=rate.denominator * _YEAR * _LEAP_YEAR,
        due_monthly=(claim.monthly or 0) if claim.running and claim.enforced else 0,
        penalty=claim.penalty_monthly, penalty_left=claim.penalty_left, parts=tuple(order),
    )  # fmt: skip
