"""What comes out of a projection of debt relief: months, claims, targets, totals; frozen values, money in haléře."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

if TYPE_CHECKING:
    from dluhy.engine.steps import Flag, Step
    from dluhy.law.models import Evidence

Phase = Literal["before_approval", "plan", "after_plan"]
BASIS: Final = 10_000
"""Basis points in a whole."""


@frozen(kw_only=True)
class Month:
    """One calendar month: what came in, what each rank got, what was left; haléře.

    `plan_month` counts instalments from 1, None outside the plan. `extent` is what may be deducted for claims with
    priority, `deduction` what is. `ranks` are codes of `projection_ranks` with what they got, `payments` what each
    claim of the projection got, in its order. What came in is what the ranks got and `returned`. `left` is income less
    the deduction and the voluntary part. `creditors` and `subordinated` are sums from the beginning. `assumed` says
    that the law of the month is not known and the last known amounts stand in for it.
    """

    number: int
    plan_month: int | None
    first: date
    phase: Phase
    assumed: bool
    income: int
    extent: int
    deduction: int
    voluntary: int
    gifts: int
    extraordinary: int
    sale: int
    collateral: int
    ranks: tuple[tuple[str, int], ...]
    payments: tuple[int, ...]
    returned: int
    left: int
    creditors: int
    subordinated: int

    @property
    def money_in(self) -> int:
        """All that came in."""
        return self.deduction + self.voluntary + self.gifts + self.extraordinary + self.sale + self.collateral

    @property
    def money_out(self) -> int:
        """All that was paid out or given back."""
        return sum(amount for _, amount in self.ranks) + self.returned

    def of_ranks(self, *names: str) -> int:
        """Return what some ranks got together."""
        return sum(amount for name, amount in self.ranks if name in names)


@frozen(kw_only=True)
class ClaimTotal:
    """What a claim is and what it got; haléře.

    `ranked` is what takes part in its `rank`, none of it counted into `subordinated`, `secured` or `excluded`. `paid`
    is what it got of all its parts. `rest` is what is left of all but the collateral's part, `survives` whether that
    outlives the discharge (yes, no, unclear). `secured_rest` may be sought from the collateral still.
    """

    id: str
    kind: str
    rank: str
    ranked: int
    subordinated: int
    secured: int
    excluded: int
    paid: int
    paid_subordinated: int
    paid_secured: int
    rest: int
    secured_rest: int
    survives: str
    evidence: Evidence


@frozen(kw_only=True)
class TrusteeAccount:
    """The trustee's costs: what accrued, what was paid, what becomes of the rest; haléře, tax included.

    `by_state` is what the state pays and recovers from the debtor, `owed` what stays a debt to the trustee, `lapsed`
    what the ceiling of § 3 odst. 4 of the decree cuts off.
    """

    fees: int
    review: int
    expenses: int
    paid: int
    unpaid: int
    by_state: int
    owed: int
    lapsed: int


@frozen(kw_only=True)
class Totals:
    """Sums of a projection; haléře. `assumed` says that months past what is known are among them."""

    income: int
    deduction: int
    voluntary: int
    gifts: int
    extraordinary: int
    sale: int
    trustee: int
    maintenance: int
    estate: int
    unsecured: int
    subordinated: int
    secured: int
    returned: int
    left: int
    assumed: bool
    assumed_months: int


@frozen(kw_only=True)
class Target:
    """A goal of the regime: the share or sum asked for, the first month of the plan in which it is reached, None never.

    `decides` says whether reaching it ends debt relief by that alone.
    """

    code: str
    share: Fraction
    plan_month: int | None
    reached_on: date | None
    decides: bool
    assumed: bool
    evidence: Evidence


@frozen(kw_only=True)
class Projection:
    """A projection month by month: totals, satisfaction, targets, what outlives it, and how it was worked out.

    `percent` is the share of unsecured claims without subordinated ones, `percent_all` with them; exact.
    `average_instalment` is what unsecured creditors got for a month of the plan.
    """

    regime: str
    permitted_on: date
    approved_on: date
    plan_months: int
    ended_after: int
    end_month: date
    months: tuple[Month, ...]
    claims: tuple[ClaimTotal, ...]
    trustee: TrusteeAccount
    totals: Totals
    percent: Fraction
    percent_all: Fraction
    targets: tuple[Target, ...]
    surviving: tuple[ClaimTotal, ...]
    flags: tuple[Flag, ...]
    steps: tuple[Step, ...]
    evidence: Evidence

    @property
    def basis_points(self) -> int:
        """Satisfaction in hundredths of a per cent, rounded down so that a target is never shown too early."""
        return shown(self.percent)

    @property
    def average_instalment(self) -> Fraction:
        """What unsecured creditors got for a month of the plan, exact."""
        return Fraction(self.totals.unsecured, self.ended_after)

    def target(self, code: str) -> Target | None:
        """Return a target by its code; None where the regime has none."""
        return next((each for each in self.targets if each.code == code), None)


@frozen(kw_only=True)
class Variant:
    """A projection with one thing changed: a code of `projection_variants`, what was changed to what, what came out."""

    code: str
    changed: tuple[tuple[str, int], ...]
    basis_points: int
    creditors: int
    ended_after: int
    left_first: int
    assumed: bool


def shown(share: Fraction) -> int:
    """Return a share in basis points, rounded down."""
    return share.numerator * BASIS // share.denominator
