"""What a projection of debt relief is made from: plain frozen values, money in haléře, None unknown.

Months of a projection are calendar months, numbered from the one in which debt relief was permitted.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations
from fractions import Fraction  # noqa: TC003 - attrs and msgspec read the annotations
from typing import Literal

from attrs import field, frozen

from dluhy.deductions.model import WAGE, Household

AfterHorizon = Literal["refuse", "last_known"]
Track = Literal["standard", "short", "long"]


@frozen(kw_only=True)
class DebtorIncome:
    """The income of one debtor: net a month in haléře, or a number for each month of the projection.

    The last number of several holds for all later months. `kind` is a code of `income_kinds`; the net income of a month
    is the sum of all that is deducted from like a wage, without the child tax bonus. Profit of a business is a twelfth
    of the last year's (§ 398b odst. 3 IZ).
    """

    net: int | tuple[int, ...]
    kind: str = WAGE
    household: Household = field(factory=Household)
    id: str = "1"

    def in_month(self, number: int) -> int:
        """Return the net income of a month of the projection, the first being 1."""
        return self.net if isinstance(self.net, int) else self.net[min(number, len(self.net)) - 1]


@frozen(kw_only=True)
class ReliefClaim:
    """One claim against the debtor as it stands when insolvency is found; haléře.

    `kind` is a code of `relief_claim_kinds`; `amount` is the whole claim, for running maintenance the sum due a month.
    `principal` is the principal at the origin of the claim, `accessories` interest and late charges in `amount`,
    `penalty` contractual penalties for default in it, `business` whether these are business debts (§ 172 odst. 2 IZ).
    `accrued_after` is the part of `amount` that arose after the finding and is not satisfied (§ 170 IZ).
    `collateral_value` is what the collateral brings this claim after earlier ones, `collateral_month` the month of the
    plan in which it is sold; None while it is not. `filed` is whether it is in the proceedings.
    """

    id: str
    kind: str = "unsecured"
    amount: int = 0
    principal: int | None = None
    accessories: int = 0
    penalty: int = 0
    business: bool | None = None
    accrued_after: int = 0
    collateral_value: int = 0
    collateral_month: int | None = None
    filed: bool | None = True


@frozen(kw_only=True)
class AssetSale:
    """A sale of assets for unsecured creditors: the money and the month of the plan in which it is distributed.

    `gross` says that the trustee's remuneration from the sale is still in it (§ 3 odst. 2 písm. b) of the decree).
    """

    amount: int
    month: int
    gross: bool = False


@frozen(kw_only=True)
class Extraordinary:
    """An extraordinary income given up for an instalment beyond the plan, in a month of the plan (§ 412 odst. 1 b)."""

    amount: int
    month: int


@frozen(kw_only=True)
class HomeSale:
    """The debtor's home (§ 398 odst. 6 IZ): what its sale would bring and the protected value, None if not known."""

    proceeds: int
    protected: int | None = None
    month: int = 1
    collateral: bool = False

    @property
    def sold(self) -> bool | None:
        """Whether it must be surrendered for sale; None where that cannot be told."""
        return None if self.protected is None else self.proceeds > self.protected


@frozen(kw_only=True)
class ReliefInput:
    """Everything a projection is made from; sums in haléře, None unknown.

    `regime` is a code of `relief_regimes`. `trustee_vat` is whether the trustee pays value-added tax (None is counted
    as yes). `track` is the long or short plan where its conditions are met. `third_party_monthly` and `voluntary` (from
    the protected amount) come every month of the plan and before approval make up a missing advance. `petition_fee`
    includes its tax. `advance` is an advance on the trustee's costs that the court ordered beside the plan.
    `court_rate` is the rate expected by the court as a fraction, `court_average` its average instalment,
    `court_instalment` another monthly instalment set by it (§ 398 odst. 5 IZ).
    """

    regime: str
    petition_on: date
    found_on: date | None = None
    approved_on: date | None = None
    months_before_approval: int | None = None
    spouses: bool = False
    track: Track = "standard"
    trustee_vat: bool | None = None
    debtors: tuple[DebtorIncome, ...] = ()
    claims: tuple[ReliefClaim, ...] = ()
    claims_count: int | None = None
    third_party_monthly: int = 0
    voluntary: int = 0
    asset_sales: tuple[AssetSale, ...] = ()
    extraordinary: tuple[Extraordinary, ...] = ()
    home: HomeSale | None = None
    petition_fee: int = 0
    advance: int = 0
    court_rate: Fraction | None = None
    court_average: int | None = None
    court_instalment: int | None = None
    after_horizon: AfterHorizon = "refuse"
