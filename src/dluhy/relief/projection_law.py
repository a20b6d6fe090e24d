"""The law of a projection: every amount, length and order of payment of one case, read once."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.law.amounts import known_ratio, known_value, period_on, rows_on
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.relief.regimes import first_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

TOPIC: Final = "relief"
DEDUCTIONS: Final = "deductions"
REGIMES: Final = "relief_regimes"
RANKS: Final = "projection_ranks"
KINDS: Final = "relief_claim_kinds"
PERCENT: Final = 100
_BASIS: Final = 10_000
_MONTHLY: Final = ("trustee_fee_before_approval", "trustee_fee_in_plan", "trustee_expenses")


@frozen(kw_only=True)
class TrusteeLaw:
    """What the trustee of a case is due, haléře without tax, spouses counted; None where the law of the case has none.

    `advance` is the highest deduction a month before approval, `after_plan` the highest one a month after the plan,
    `floor` the fee that is due whatever was paid, `by_state` the most that the state pays of it.
    """

    fee_before: int
    fee_plan: int
    expenses: int
    review: int
    review_most: int
    advance: int | None
    after_plan: int | None
    after_plan_months: int
    floor: int | None
    by_state: int | None


@frozen(kw_only=True)
class CaseLaw:
    """The law of one case: lengths in months and shares (None where there is none), the trustee, the order of payment.

    `places` are the places of ranks: the smaller comes first, equal ones share pro rata.
    """

    regime: str
    began_on: date
    petition_on: date
    plan: int
    long: int | None
    short: int | None
    fast: int | None
    fast_share: Fraction | None
    presumption: Fraction | None
    success: Fraction | None
    underpaid_months: int
    trustee: TrusteeLaw
    places: Mapping[str, int] = field(eq=False)
    evidence: Evidence


@lru_cache(maxsize=64)
def case_law(regime: str, petition_on: date, spouses: bool, pack: Pack) -> CaseLaw:  # noqa: FBT001 - a fact of the case
    """Return the law of a case; KeyError for an unknown regime, HorizonError for what the pack does not know."""
    began = first_day(regime, pack)

    def months(name: str) -> int | None:
        return known_value(pack.series[name], began) or None

    def share(name: str) -> Fraction | None:
        percent = known_value(pack.series[name], began)
        return Fraction(percent, PERCENT) if percent else None

    return CaseLaw(
        regime=regime, began_on=began, petition_on=petition_on,
        plan=known_value(pack.series["relief_plan_months"], began),
        long=months("relief_plan_months_long"), short=months("relief_plan_months_short"),
        fast=months("relief_plan_months_fast"), fast_share=share("relief_fast_percent"),
        presumption=share("relief_presumption_percent"), success=share("relief_success_percent"),
        underpaid_months=known_value(pack.series["relief_unpaid_months"], petition_on),
        trustee=_trustee(petition_on, pack, spouses=spouses), places=_places(regime, pack),
        evidence=period_on(pack.series["relief_plan_months"], began).evidence,
    )  # fmt: skip


def _trustee(petition_on: date, pack: Pack, *, spouses: bool) -> TrusteeLaw:
    times = known_ratio(pack.series["trustee_spouses_multiple"], petition_on) if spouses else Fraction(1)
    whose = "spouses" if spouses else "single"

    def some(name: str) -> int | None:
        series = pack.series[name]
        first = series.period[0].from_
        return None if first is not None and petition_on < first else known_value(series, petition_on)

    def some_korun(name: str) -> int | None:
        value = some(f"{name}_{whose}")
        return None if value is None else value * KORUNA

    before, plan, expenses = (int(known_value(pack.series[name], petition_on) * KORUNA * times) for name in _MONTHLY)
    return TrusteeLaw(
        fee_before=before, fee_plan=plan, expenses=expenses,
        review=known_value(pack.series["claim_review_fee"], petition_on) * KORUNA,
        review_most=known_value(pack.series["claim_review_fee_most"], petition_on) * KORUNA,
        advance=some_korun("pre_approval_advance"), after_plan=some_korun("after_plan_advance"),
        after_plan_months=some("after_plan_advance_months") or 0, floor=some_korun("trustee_fee_floor"),
        by_state=some_korun("state_pays_trustee"),
    )  # fmt: skip


def _places(regime: str, pack: Pack) -> dict[str, int]:
    """Return the place of each rank in the order of payment of a regime."""
    own = f"order_{regime}"
    ranks = pack.vocabularies[RANKS]
    return {code: term.more.get(own, term.more["order_older"]) for code, term in ranks.items()}


def with_vat(amount: int, day: date, pack: Pack, *, vat: bool) -> int:
    """Return an amount with value-added tax by the rate of a day, haléře; exact for whole crowns."""
    if not vat:
        return amount
    return amount * (PERCENT + _vat_percent(pack, day)) // PERCENT


@lru_cache(maxsize=1_024)
def _vat_percent(pack: Pack, day: date) -> int:
    return known_value(pack.series["relief_vat_percent"], day)


def sale_fee(proceeds: int, petition_on: date, pack: Pack) -> int:
    """Return the trustee's fee from the proceeds of a sale for unsecured creditors, haléře without tax, rounded down.

    Proceeds below the least fee are all the trustee's. Raises HorizonError where the pack does not know the decree of
    the day. Source: § 3 odst. 2 písm. b) and odst. 5 of decree 313/2007 Sb.
    """
    bands = rows_on(pack.tables["trustee_proceeds_bands"], petition_on).row
    rates = rows_on(pack.tables["trustee_proceeds_rates"], petition_on).row
    least = known_value(pack.series["trustee_proceeds_least"], petition_on) * KORUNA
    if proceeds <= least:
        return proceeds
    name = max((band for band, (above, _) in bands.items() if proceeds >= above * KORUNA), key=lambda band: bands[band])
    above, base = bands[name]
    return max(least, base * KORUNA + (proceeds - above * KORUNA) * rates[name][0] // _BASIS)
