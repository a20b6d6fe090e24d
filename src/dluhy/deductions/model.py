"""What a deduction is computed from and what comes out: plain values, frozen, money in haléře."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from dluhy.engine.steps import Flag, Step
    from dluhy.law.models import Evidence

Rounding = Literal["exact", "2dp"]
WAGE = "wage"


@frozen(kw_only=True)
class Claim:
    """One claim for which an order was delivered to a payer; None is unknown.

    `kind` is a code of the vocabulary `claim_kinds` or `debt_kinds`, `priority` what is known beside it. `order` is the
    order it belongs to (a claim of its own if None). `balance` is what is still owed, in haléře. `entitled` names
    the person whose maintenance it is, `monthly` that person's running maintenance in haléře. `payer` is the payer it
    was delivered to, None for every payer given. `began_on` is the day the enforcement began, `enforcement` its kind (a
    code of `enforcement_kinds`).
    """

    id: str
    kind: str | None = None
    priority: bool | None = None
    delivered_on: date | None = None
    issued_on: date | None = None
    began_on: date | None = None
    order: str | None = None
    balance: int | None = None
    entitled: str | None = None
    monthly: int | None = None
    payer: str | None = None
    enforcement: str | None = None


@frozen(kw_only=True)
class Spouse:
    """What is known of a spouse or partner: `counts` if it is known whether the payer counts them; None is unknown."""

    married: bool | None = None
    counts: bool | None = None
    pension: str | None = None


@frozen(kw_only=True)
class Payer:
    """One payer: net income in haléře, its kind, the part of the protected amount that the executor laid on it."""

    id: str
    net: int
    income: str = WAGE
    base_share: int | None = None


@frozen(kw_only=True)
class Household:
    """Who is counted beside the debtor: `dependants` without the spouse; None is unknown."""

    dependants: int | None = None
    spouse: Spouse = field(factory=Spouse)
    own_pension: str | None = None


@frozen(kw_only=True)
class Allocation:
    """What one claim gets, by the pool it comes from; haléře, None where the share cannot be told.

    `rest` is what is still owed afterwards, None where the balance is not known.
    """

    claim: str
    order: str | None
    kind: str | None
    claim_class: str
    priority: bool
    second_third: int | None
    unlimited: int | None
    first_third: int | None
    amount: int | None
    rest: int | None


@frozen(kw_only=True)
class Possibility:
    """The result if an unknown fact had an answer: haléře, as in the result itself."""

    fact: str
    answer: str
    base: int
    capacity: int
    deducted: int
    left: int


@frozen(kw_only=True)
class Deduction:
    """What one payer must deduct from one payment, for whom and why; money in haléře.

    `base` is the protected amount, `remainder` the net income above it, `third` one third, `unlimited` what is taken
    without limit, `capacity` the most that may be deducted, `deducted` what is, the payer's `fee` included, `left` what
    the debtor gets. `amounts` is the key of the set of amounts. Where a payment has several parts (payers, severance,
    back pay), the figures are their sums and `parts` holds each; `part` names one.
    """

    payer: str | None
    part: str | None = None
    paid_on: date
    wage_period: date
    net: int
    counted: int
    amounts: str
    base: int
    remainder: int
    third: int
    unlimited: int
    thirds: int
    capacity: int
    deducted: int
    left: int
    fee: int
    allocations: tuple[Allocation, ...]
    flags: tuple[Flag, ...]
    steps: tuple[Step, ...]
    possibilities: tuple[Possibility, ...] = ()
    parts: tuple[Deduction, ...] = ()
    evidence: Evidence = "S2"
