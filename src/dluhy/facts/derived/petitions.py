"""Facts of petitions that are computed: days from which a bar no longer holds, what must be paid each month.

A bound that is unknown is null. Sums are in haléře. The formula of the least monthly payment stands here once, for
frames and for single values alike.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.engine.arithmetic import EXPRESSIONS, INTEGERS
from dluhy.facts.derived.calendar import moved
from dluhy.facts.derived.limits import end_of_period
from dluhy.law.amounts import common_spans, constant, known_on, known_value
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from dluhy.engine.arithmetic import Arithmetic, Number
    from dluhy.engine.expressions import Computed
    from dluhy.law.models import Series
    from dluhy.law.pack import Pack

PERCENT: Final = 100
ACCREDITED: Final = "accredited"
_ONE: Final = Fraction(1)


def trustee_month(  # noqa: PLR0913 - the parts of the decree, by name
    of: Arithmetic[Number], *, fee: Number, expenses: Number, multiple: Fraction, vat: int, share: Fraction
) -> Number:
    """Return what the trustee costs in one started month, haléře, to the haléř.

    `fee` and `expenses` are in haléře without tax, `multiple` is that of spouses (1 for one debtor), `share` the part
    of the fee that is due, `vat` the rate of value-added tax in per cent (0 for a trustee who is not a payer). Source:
    § 3, § 7 odst. 4 of decree 313/2007 Sb.; what is less than a haléř is left out.
    """
    parts = fee * share.numerator + expenses * share.denominator
    top = multiple.numerator * (PERCENT + vat)
    return of.floor_div(parts * top, multiple.denominator * PERCENT * share.denominator)


def least_monthly(
    of: Arithmetic[Number], *, trustee: Number, maintenance: Number, one_off: Number, months: int
) -> Number:
    """Return the least monthly payment with which a debtor may enter, haléře.

    The trustee's month, as much for the other creditors together, running maintenance, and what is due once
    (the drafter's fee, maintenance arrears) spread over the months of the plan, rounded up to the haléř. Source: § 395
    odst. 1 písm. b) IZ.
    """
    return trustee + trustee + maintenance + of.ceil_div(one_off, months)


def filing_on(_: Pack) -> Computed:
    """Day on which the insolvency petition was filed; a debtor's that is not filed yet counts as filed today.

    Unknown downwards where a creditor may have filed it before.
    """
    own = pl.col("creditor_filed").not_()
    low = pl.coalesce("petition_on_from", pl.when(own & pl.col("petition_on_to").is_null()).then(pl.col("as_of")))
    return low, pl.coalesce("petition_on_to", pl.when(pl.col("petition_on_from").is_null()).then(pl.col("as_of")))


def relief_filing_on(_: Pack) -> Computed:
    """Day on which the petition for debt relief was filed: as stated, else with the debtor's own petition."""
    own = pl.col("creditor_filed").not_()
    stated = pl.col("relief_filed_on_from").is_not_null() | pl.col("relief_filed_on_to").is_not_null()
    filed = pl.col("petition_on_from").is_not_null() | pl.col("petition_on_to").is_not_null()

    def bound(end: str) -> pl.Expr:
        with_own = pl.when(filed).then(pl.col(f"petition_on_{end}")).otherwise(pl.col("as_of"))
        return (
            pl.when(stated)
            .then(pl.col(f"relief_filed_on_{end}"))
            .when(own)
            .then(with_own)
            .when(pl.col("creditor_filed"))
            .then(pl.col("as_of"))
        )

    return bound("from"), bound("to")


def relief_limit_on(pack: Pack) -> Computed:
    """Last day for the debtor's petition after a creditor's insolvency petition was served (§ 390 odst. 1 IZ)."""
    days = constant(pack.series["relief_petition_days"])
    served = pl.col("creditor_petition_served_on")
    return end_of_period(served, counting="osr57", holidays=pack.days["public_holidays"], days=days)


def discharge_open_on(pack: Pack) -> Computed:
    """First day on which an earlier discharge no longer bars the petition (§ 395 odst. 3 IZ), by the day of filing."""
    series = pack.series["discharge_bar_years"]
    return (
        _moved_by(series, pl.col("discharge_final_on_from"), known_on(series, pl.col("filing_on_from")), least=True),
        _moved_by(series, pl.col("discharge_final_on_to"), known_on(series, pl.col("filing_on_to")), least=False),
    )


def dishonest_open_on(pack: Pack) -> Computed:
    """First day on which an earlier refusal for dishonest intent no longer bars the petition (§ 395 odst. 4 IZ)."""
    return _both(pack, "dishonest_bar_years", "dishonest_refusal_on", "y")


def withdrawal_open_on(pack: Pack) -> Computed:
    """First day on which an earlier withdrawal no longer bars the petition (§ 395 odst. 5 IZ)."""
    return _both(pack, "withdrawal_bar_months", "withdrawn_on", "mo")


def long_track_until(pack: Pack) -> Computed:
    """First day on which an earlier discharge no longer makes the plan longer (§ 412a odst. 3 IZ)."""
    return _both(pack, "long_track_lookback_years", "discharge_final_on", "y")


def needed_monthly(pack: Pack) -> Computed:
    """Least monthly payment with which the debtor may enter, haléře; see `least_monthly`.

    Within limits where it is not known whether spouses file together or the trustee charges value-added tax, or how
    long the plan would be.
    """
    ends = [pl.coalesce(f"filing_on_{end}", "as_of") for end in ("from", "to")]
    least, most = ([_needed(pack, day, most=side) for day in ends] for side in (False, True))
    return pl.min_horizontal(least), pl.max_horizontal(most)


def paid_monthly(_: Pack) -> Computed:
    """What can be paid each month from own income and from the contribution of a third person, haléře."""
    return pl.col("own_monthly") + pl.col("contributed_monthly")


def drafter_fee_cap(pack: Pack) -> Computed:
    """Highest fee for drawing up the petition, haléře, value-added tax included (§ 390a odst. 3, 4 IZ)."""
    return _fee_cap(pack, most=False), _fee_cap(pack, most=True)


def childhood_enough(pack: Pack) -> Computed:
    """Whether claims from childhood are the share of unsecured claims that the shorter track asks for."""
    return _enough(pack, "")


def childhood_enough_kept(pack: Pack) -> Computed:
    """The same without the claims that the debtor need not pay."""
    return _enough(pack, "_kept")


def _both(pack: Pack, series: str, event: str, unit: str) -> tuple[pl.Expr, pl.Expr]:
    offset = f"{constant(pack.series[series])}{unit}"
    return moved(pl.col(f"{event}_from"), offset), moved(pl.col(f"{event}_to"), offset)


def _moved_by(series: Series, event: pl.Expr, years: pl.Expr, *, least: bool) -> pl.Expr:
    """Move an event by the years of a series; where the years are not known, by the least or the most it has."""
    values = sorted({period.value for period in series.period if period.value is not None}, reverse=not least)
    chosen = moved(event, f"{values[0]}y")
    return reduce(lambda other, n: pl.when(years == n).then(moved(event, f"{n}y")).otherwise(other), values[1:], chosen)


def _needed(pack: Pack, filed: pl.Expr, *, most: bool) -> pl.Expr:
    """Return the least payment; what is unknown is taken so that it comes out largest (`most`) or smallest."""
    series = [pack.series[name] for name in ("trustee_fee_in_plan", "trustee_expenses", "relief_plan_months")]
    found = pl.lit(None, dtype=pl.Int64)
    for span, (fee, expenses, months) in common_spans(series):
        least = least_monthly(
            EXPRESSIONS,
            trustee=_trustee(pack, fee * KORUNA, expenses * KORUNA, most=most),
            maintenance=pl.col("relief_maintenance"),
            one_off=pl.col("relief_one_off"),
            months=months,
        )
        found = pl.when(filed.is_between(*span)).then(least).otherwise(found)
    return found


def _trustee(pack: Pack, fee: int, expenses: int, *, most: bool) -> pl.Expr:
    """Return what the trustee costs a month, by who files and whether the trustee charges value-added tax."""
    together, taxed = (_known_or(name, unknown=most) for name in ("spouses_together", "trustee_vat_payer"))

    def cost(multiple: Fraction, rate: int) -> pl.Expr:
        month = trustee_month(INTEGERS, fee=fee, expenses=expenses, multiple=multiple, vat=rate, share=_ONE)
        return EXPRESSIONS.number(month)

    two = _ratio(pack, "trustee_spouses_multiple")
    of_two = pl.when(taxed).then(cost(two, _vat(pack))).otherwise(cost(two, 0))
    of_one = pl.when(taxed).then(cost(_ONE, _vat(pack))).otherwise(cost(_ONE, 0))
    return pl.when(together).then(of_two).otherwise(of_one)


def _fee_cap(pack: Pack, *, most: bool) -> pl.Expr:
    today, drafter = pl.col("as_of"), pl.col("drafter").cast(pl.String)
    one, two = (known_on(pack.series[f"drafter_fee_most_{who}"], today) * KORUNA for who in ("single", "spouses"))
    net = pl.when(_known_or("spouses_together", unknown=most)).then(two).otherwise(one)
    taxed = net * (PERCENT + _vat(pack)) // PERCENT
    cap = pl.when(_known_or("drafter_vat_payer", unknown=most)).then(taxed).otherwise(net)
    nothing = pl.lit(0, dtype=pl.Int64)
    unknown = cap if most else nothing
    return pl.when(drafter == ACCREDITED).then(nothing).when(drafter.is_null()).then(unknown).otherwise(cap)


def _enough(pack: Pack, suffix: str) -> pl.Expr:
    share = _ratio(pack, "childhood_share_least")
    whole = pl.col(f"unsecured_claims{suffix}")
    return pl.when(whole > 0).then(pl.col(f"childhood_claims{suffix}") * share.denominator >= whole * share.numerator)


def _known_or(name: str, *, unknown: bool) -> pl.Expr:
    return pl.col(name).fill_null(value=unknown)


def _ratio(pack: Pack, series: str) -> Fraction:
    """Return the one fraction of a series that is not trivial."""
    return next(Fraction(period.ratio) for period in pack.series[series].period if period.ratio is not None)


def _vat(pack: Pack) -> int:
    """Return the rate of value-added tax of the days for which the topic is known, per cent."""
    return known_value(pack.series["relief_vat_percent"], pack.info.horizon["relief"].from_)
