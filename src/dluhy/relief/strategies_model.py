"""What strategies are compared on: plain frozen values, money in haléře, None unknown.

Months are calendar months. A sum of a month is paid at its end, after the interest of its days was added.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations
from fractions import Fraction  # noqa: TC003 - attrs and msgspec read the annotations
from typing import Final

from attrs import frozen

from dluhy.relief.projection_model import (  # noqa: TC001 - attrs and msgspec read the annotations
    AfterHorizon,
    DebtorIncome,
    ReliefInput,
)

RUNNING: Final = "maintenance_current"
"""The kind of a claim of which a sum falls due anew each month."""


@frozen(kw_only=True)
class Drop:
    """What an objection takes off a debt if it holds: haléře, None unknown.

    `condition` is a code of the caller that says what must hold. `least` is the sum that surely drops out then, `most`
    the largest possible one; a sum that reaches the balance ends the debt and its enforcement. `stops_interest` says
    that what is left bears no interest any more, `not_owed` that the debtor does not owe the debt at all: nothing is
    paid on it but what is deducted until it is stopped.
    """

    condition: str
    least: int | None
    most: int | None = None
    stops_interest: bool = False
    not_owed: bool = False


@frozen(kw_only=True)
class StrategyClaim:
    """One debt as it stands at the beginning of the first month; haléře, None unknown.

    `balance` is all that is owed, `principal` the part that bears interest, `costs` what was awarded to the creditor;
    the rest is interest and other accessories. `yearly_rate` is simple interest of all kinds on the principal, a year,
    in basis points (1475 is 14.75 %); 0 for none. `penalty_monthly` accrues each month until `penalty_left` is used up
    (None: without limit). `allocation` is a code of `strategy_allocations`. `enforced` says whether orders to deduct
    stand behind it: then `executor_costs` are the costs still to come beside the balance, `delivered_on` the rank, and
    `kind`, `priority`, `order`, `entitled`, `monthly`, `began_on`, `enforcement` are as in
    `dluhy.deductions.model.Claim`; `debtor` is whose income it is taken from (None: any). `instalment_now` is what is
    paid on it voluntarily a month today. `drop` is what can be said against it. `relief_id` names it in debt relief
    where it has another id there, `kept` says that it is secured and its instalments go on beside debt relief, so that
    the collateral stays. `costs_to_come` is what of the balance are costs of enforcement not charged yet: to be paid,
    but not owed today. `urgency` is its turn in instalments where delay hurts (0 first); None comes after.
    Running maintenance (kind `maintenance_current`) falls due by `monthly` each month; not enforced it belongs to the
    household's expenses.
    """

    id: str
    balance: int | None
    principal: int | None = None
    costs: int = 0
    yearly_rate: int | Fraction | None = None
    penalty_monthly: int = 0
    penalty_left: int | None = None
    allocation: str | None = None
    kind: str | None = None
    priority: bool | None = None
    enforced: bool | None = None
    executor_costs: int | None = None
    costs_to_come: int = 0
    delivered_on: date | None = None
    began_on: date | None = None
    order: str | None = None
    entitled: str | None = None
    monthly: int | None = None
    enforcement: str | None = None
    debtor: str | None = None
    instalment_now: int = 0
    drop: Drop | None = None
    relief_id: str | None = None
    kept: bool = False
    urgency: int | None = None

    @property
    def not_owed(self) -> bool:
        """Whether the debtor does not owe it."""
        return self.drop is not None and self.drop.not_owed

    @property
    def running(self) -> bool:
        """Whether a sum of it falls due each month."""
        return self.kind == RUNNING


@frozen(kw_only=True)
class Offering:
    """How instalments are divided: multiples of `step`, at least `minimum` each, haléře; practice, not law."""

    step: int
    minimum: int


@frozen(kw_only=True)
class StrategyInput:
    """Everything strategies are compared on; sums a month in haléře, None unknown.

    `claims` is None where nobody knows them. `other_income` is what the household has beside the debtors' incomes and
    what nobody deducts from, `expenses` its expenses without instalments, `living_minimum` its living minimum.
    `maintenance` is the running maintenance among the expenses: what is left to live on is told without it in every
    strategy. `benefit` is a benefit that it seems entitled to and does not draw; it counts only as a change tried.
    `relief` is the projection to compare (None: not given), `relief_class` its class of entry (a code of
    `entry_classes`), `relief_least` the least monthly payment that entry asks for (None: none), `relief_from` the day
    from which a petition may be filed where a bar of time holds. `offering` None divides instalments as the series
    `offer_step` and `offer_minimum` have it. `horizon_months` is on how many months to compare (None: as practice has
    it). `after_horizon` holds for deductions; that of `relief` is its own.
    """

    from_month: date
    claims: tuple[StrategyClaim, ...] | None
    debtors: tuple[DebtorIncome, ...] = ()
    other_income: int = 0
    expenses: int | None = None
    living_minimum: int | None = None
    offering: Offering | None = None
    relief: ReliefInput | None = None
    relief_class: str | None = None
    relief_least: int | None = None
    relief_from: date | None = None
    maintenance: int = 0
    benefit: int = 0
    horizon_months: int | None = None
    after_horizon: AfterHorizon = "refuse"
