"""What a comparison of strategies comes to: months, sums, risks, conditions; frozen values, money in haléře."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs and msgspec read the annotations
from typing import TYPE_CHECKING, Literal

from attrs import frozen

if TYPE_CHECKING:
    from dluhy.engine.steps import Flag
    from dluhy.law.models import Evidence

Status = Literal["computed", "cannot_say", "not_applicable"]
Parts = tuple[tuple[str, int], ...]


@frozen(kw_only=True)
class StrategyMonth:
    """One month of a strategy; haléře.

    `sources` are codes of `strategy_sources` with what came from each, `uses` codes of `strategy_uses` with where it
    went; both add up to `paid`. `accrued` is what was added to the debts (interest, penalties, maintenance that fell
    due), `dropped` what objections or a discharge took off, `remaining` what is owed at the end of the month, costs
    of enforcement still to come counted in. `left` is what the household has to live on. `assumed` says that the last
    known amounts stand in for those of the month.
    """

    first: date
    sources: Parts
    uses: Parts
    accrued: int
    dropped: int
    remaining: int
    left: int
    assumed: bool

    @property
    def paid(self) -> int:
        """All that was paid in the month, by whomever."""
        return sum(amount for _, amount in self.sources)

    def of(self, source: str) -> int:
        """Return what came from one source."""
        return sum(amount for code, amount in self.sources if code == source)

    def to(self, use: str) -> int:
        """Return what went to one use."""
        return sum(amount for code, amount in self.uses if code == use)


@frozen(kw_only=True)
class Ask:
    """A fact without which a strategy cannot be told: a code of `strategy_asks`, and the claim it is about."""

    code: str
    claim: str | None = None


@frozen(kw_only=True)
class Strategy:
    """One strategy; haléře.

    `freed_on` is the month in which the last debt is gone, `months` how many it takes from the first month compared;
    None where `why_never` says why, or where it cannot be told. Debt relief frees when what outlives it is paid too;
    `plan_ends` is the month of its last instalment, None of other strategies. `month` rows are empty unless the status
    is computed. `total_paid` counts everybody's money, in debt relief without what is returned to the debtor at its
    end, `from_debtor` without a third person's. `monthly_now` is what is paid in the first month (of debt relief: in
    the first of the plan), `least_left` the smallest sum left to live on
    beside running maintenance, `below_minimum` in how many months it is under the living minimum (None where that is
    not known), `short` by how much at most it is under the expenses. `stays` is what a discharge does not cover,
    `stays_unclear` what it may not cover.
    """

    code: str
    status: Status
    month: tuple[StrategyMonth, ...] = ()
    freed_on: date | None = None
    plan_ends: date | None = None
    months: int | None = None
    why_never: Flag | None = None
    why_not: Flag | None = None
    total_paid: int | None = None
    from_debtor: int | None = None
    monthly_now: int | None = None
    least_left: int | None = None
    below_minimum: int | None = None
    short: int = 0
    stays: int = 0
    stays_unclear: int = 0
    first_step: str
    risks: tuple[Flag, ...] = ()
    conditions: tuple[Flag, ...] = ()
    flags: tuple[Flag, ...] = ()
    asks: tuple[Ask, ...] = ()
    evidence: Evidence = "?"

    @property
    def computed(self) -> bool:
        """Whether its months are known."""
        return self.status == "computed"

    @property
    def leads_out(self) -> bool:
        """Whether it ends in freedom from what it can free from."""
        return self.freed_on is not None


@frozen(kw_only=True)
class Line:
    """A line of the chart: what is owed at the beginning, then at the end of each month; haléře."""

    strategy: str
    points: tuple[tuple[date, int], ...]


@frozen(kw_only=True)
class Strategies:
    """Strategies on the same months, in the order of `relief_strategies`, with the lines of their chart."""

    from_month: date
    horizon_months: int
    owed: int | None
    strategies: tuple[Strategy, ...]

    def __getitem__(self, code: str) -> Strategy:
        """Return a strategy by its code; KeyError for an unknown one."""
        for each in self.strategies:
            if each.code == code:
                return each
        raise KeyError(code)

    @property
    def chart(self) -> tuple[Line, ...]:
        """The remaining debt of each computed strategy over time; a debt that is gone stays at nothing."""
        return tuple(
            Line(strategy=each.code, points=tuple((month.first, month.remaining) for month in each.month))
            for each in self.strategies
            if each.computed
        )


@frozen(kw_only=True)
class Reason:
    """A step of the comparison: a code of `recommendation_steps`, which strategies it kept, with its numbers."""

    code: str
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    values: tuple[tuple[str, int], ...] = ()


@frozen(kw_only=True)
class Change:
    """A change that was tried: a code of `recommendation_changes`, its size in per cent or haléře where it has one."""

    code: str
    percent: int | None = None
    amount: int | None = None


@frozen(kw_only=True)
class Rival:
    """A strategy that was not recommended: where it fell out, and the smallest tried change with which it comes first.

    `overturned_by` is None where none of the changes tried does it. `fell_at` is a code of `recommendation_steps`.
    """

    strategy: str
    fell_at: str
    overturned_by: Change | None


@frozen(kw_only=True)
class Recommendation:
    """What comes out of comparing strategies: one of them with reasons, or why none; never a promise.

    `refused` is a code of `recommendation_refusals` where `strategy` is None. `overturns` are all changes tried that
    bring another outcome, each with the strategy that then comes first (None: none does).
    """

    strategy: str | None
    refused: str | None
    reasons: tuple[Reason, ...]
    rivals: tuple[Rival, ...]
    tried: tuple[Change, ...]
    overturns: tuple[tuple[Change, str | None], ...]
    asks: tuple[Ask, ...]
    evidence: Evidence
