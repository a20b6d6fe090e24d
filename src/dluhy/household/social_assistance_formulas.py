"""The formulas of the state social assistance benefit, written once for one household and for a frame of them.

§ 18 to 41 of Act 151/2025. Amounts are haléře, incomes sums over the months that are averaged (§ 2 odst. 4), so nothing
is rounded on the way: the work is done in whole parts of a haléř, and only the total is rounded, up to whole crowns
(§ 18 odst. 2).
"""

from __future__ import annotations

from functools import cache
from math import lcm
from typing import TYPE_CHECKING, Final, Generic, Protocol

from attrs import field, frozen

from dluhy.engine.arithmetic import Arithmetic, Expressions, Integers, Number
from dluhy.law.amounts import known_ratio, known_value
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    import polars as pl

    from dluhy.law.pack import Pack

PREFIX: Final = "social_assistance_"
COMPONENTS: Final = ("housing", "living", "child", "work")


class Dividing(Arithmetic[Number], Protocol[Number]):
    """An arithmetic that also divides by a number of its own kind, above zero."""

    def ceil_by(self, a: Number, by: Number) -> Number:
        """Return the quotient rounded up."""


class DividingIntegers(Integers):
    """Plain integers."""

    def ceil_by(self, a: int, by: int) -> int:
        """Return the quotient rounded up."""
        return -(-a // by)


class DividingExpressions(Expressions):
    """Polars expressions of Int64; null where one of the numbers is."""

    def ceil_by(self, a: pl.Expr, by: pl.Expr) -> pl.Expr:
        """Return the quotient rounded up."""
        return (a + (by - 1)) // by


INTEGERS: Final = DividingIntegers()
EXPRESSIONS: Final = DividingExpressions()


@frozen(kw_only=True)
class Rates:
    """The coefficients of a month, exact. `months` are averaged, `child` and `child_low` haléře."""

    months: int
    low: Fraction
    share: Fraction
    extra_from: Fraction
    extra: Fraction
    cap: Fraction
    vulnerable_energy: Fraction
    other: Fraction
    owner: Fraction
    living: Fraction
    child: int
    child_low: int
    taper_from: Fraction
    child_limit: Fraction
    work: Fraction
    work_full: Fraction
    work_reduction: Fraction

    parts: int = field(init=False)
    """Into how many parts a haléř is divided so that every amount but the child bonus is whole."""

    @parts.default
    def _whole_parts(self) -> int:
        of_income = (self.share, self.extra, self.living, self.work, self.work_reduction)
        whole = [coefficient / self.months for coefficient in of_income]
        whole += [self.extra * self.extra_from, self.work * self.work_full, self.work_reduction * self.work_full]
        whole += [self.owner * self.other, self.owner, self.other, self.cap * self.vulnerable_energy, self.cap]
        return lcm(*(coefficient.denominator for coefficient in [*whole, self.vulnerable_energy]))


@frozen(kw_only=True)
class Household(Generic[Number]):
    """What the formulas take; 0 or 1 for what is no number. Sums a month in haléře but those named otherwise.

    `income` and `work_income` are sums over the months averaged. `minimum` is above zero. `flat_rate`, `fuel`, `norm`
    and `services_part` are those of the persons counted (§ 34 odst. 2). `title` says that there is a home that counts,
    `owner` that the owner's flat rate is taken, `other` that the home is no flat. `vulnerable` says that all members
    are, `housing_vulnerable` that all counted for housing are, `active` that each member is vulnerable or work-active.
    """

    minimum: Number
    income: Number
    work_income: Number
    vulnerable: Number
    housing_vulnerable: Number
    active: Number
    children: Number
    needs: Number
    title: Number
    owner: Number
    other: Number
    rent: Number
    services: Number
    energy: Number
    burns_fuel: Number
    norm: Number
    services_part: Number
    flat_rate: Number
    fuel: Number


@frozen(kw_only=True)
class Components(Generic[Number]):
    """The components and what leads to them, in parts of a haléř (`parts` of the rates), the total in whole haléře.

    The child bonus is rounded up to such a part, which cannot change the total.
    """

    home: Number
    energy: Number
    costs: Number
    own_share: Number
    housing: Number
    living: Number
    child: Number
    work: Number
    total: Number


@cache
def rates_on(pack: Pack, day: date) -> Rates:
    """Return the coefficients of the month of a day; HorizonError outside what the pack knows."""
    names = (
        ("low", "low_income"), ("share", "housing_share"), ("extra_from", "housing_extra_from"),
        ("extra", "housing_extra_share"), ("cap", "energy_cap"), ("vulnerable_energy", "vulnerable_energy"),
        ("other", "other_premises_share"), ("owner", "owner_share"), ("living", "living_share"),
        ("taper_from", "child_taper_from"), ("child_limit", "child_limit"), ("work", "work_share"),
        ("work_full", "work_full_to"), ("work_reduction", "work_reduction"),
    )  # fmt: skip
    ratios = {field: known_ratio(pack.series[PREFIX + name], day) for field, name in names}
    return Rates(
        months=known_value(pack.series[PREFIX + "income_months"], day),
        child=known_value(pack.series[PREFIX + "child_amount"], day) * HALERE_PER_KORUNA,
        child_low=known_value(pack.series[PREFIX + "child_amount_low"], day) * HALERE_PER_KORUNA,
        **ratios,
    )


def components_of(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Components[Number]:
    """Return the four components and the total, § 18 odst. 2, § 34, § 36, § 39, § 41.

    The work bonus needs another component (§ 40 odst. 1).
    """
    home, energy = home_costs(ops, rates, of), energy_costs(ops, rates, of)
    costs, own_share = of.title * (home + energy), own_share_of(ops, rates, of)
    housing = ops.greatest(costs - own_share, ops.number(0))
    living, child = living_of(ops, rates, of), child_of(ops, rates, of)
    work = work_of(ops, rates, of) * at_least(ops, housing + living + child, ops.number(1))
    crowns = ops.ceil_div(housing + living + child + work, rates.parts * HALERE_PER_KORUNA)
    return Components(
        home=of.title * home,
        energy=of.title * energy,
        costs=costs,
        own_share=own_share,
        housing=housing,
        living=living,
        child=child,
        work=work,
        total=crowns * HALERE_PER_KORUNA,
    )


def home_costs(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Number:
    """Return the costs of using the home that count, § 23 to 26 and § 31, in parts of a haléř."""
    flat, rest = of.services_part, of.norm - of.services_part
    own = _share(rates, rates.owner, rest) + rates.parts * flat
    own_other = _share(rates, rates.owner * rates.other, rest) + _share(rates, rates.other, flat)
    paid = rates.parts * (of.rent + of.services)
    most, most_other = rates.parts * of.norm, _share(rates, rates.other, of.norm)
    as_owner = of.other * own_other + (1 - of.other) * own
    as_tenant = ops.least(paid, of.other * most_other + (1 - of.other) * most)
    return of.owner * as_owner + (1 - of.owner) * as_tenant


def energy_costs(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Number:
    """Return the costs of energy that count, § 23, § 26 odst. 4, 5, § 32, in parts of a haléř.

    The flat rate from the limit of low income on; below it real costs up to a multiple of it.
    """
    vulnerable = of.housing_vulnerable
    factor = vulnerable * _whole(rates, rates.vulnerable_energy) + (1 - vulnerable) * rates.parts
    real = rates.parts * of.energy + of.burns_fuel * factor * of.fuel
    capped = vulnerable * _whole(rates, rates.cap * rates.vulnerable_energy)
    capped = capped + (1 - vulnerable) * _whole(rates, rates.cap)
    not_low = at_least(ops, *compared(rates, of, rates.low))
    return not_low * factor * of.flat_rate + (1 - not_low) * ops.least(real, capped * of.flat_rate)


def own_share_of(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Number:
    """Return the part of its income that a household pays for housing itself, § 19 odst. 2, 3, in parts of a haléř."""
    above = _share(rates, rates.extra / rates.months, of.income)
    above = above - _share(rates, rates.extra * rates.extra_from, of.minimum)
    return _share(rates, rates.share / rates.months, of.income) + ops.greatest(above, ops.number(0))


def living_of(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Number:
    """Return the living component, § 35 and § 36, in parts of a haléř."""
    left = rates.parts * of.needs - _share(rates, rates.living / rates.months, of.income)
    income, limit = compared(rates, of, rates.low)
    return ops.greatest(left, ops.number(0)) * at_least(ops, limit, income)


def child_of(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Number:
    """Return the child bonus, § 38 and § 39, in parts of a haléř, rounded up to one.

    The reduced amount holds to the limit of low income where not all are vulnerable; above three times the minimum the
    full one falls in proportion and is gone at four times.
    """
    months, span = rates.months, rates.child_limit - rates.taper_from
    top = of.minimum * (months * rates.child_limit.numerator)
    start = of.minimum * (months * rates.taper_from.numerator)
    scale = lcm(rates.child_limit.denominator, rates.taper_from.denominator)
    top, start = top * (scale // rates.child_limit.denominator), start * (scale // rates.taper_from.denominator)
    within = ops.greatest(ops.least(of.income * scale, top), start)
    counted = (top - within) * (rates.parts * rates.child) * of.children
    whole_span = of.minimum * (months * int(span * scale))
    income, limit = compared(rates, of, rates.low)
    less = (1 - of.vulnerable) * at_least(ops, limit, income) * (rates.parts * (rates.child - rates.child_low))
    return of.active * (ops.ceil_by(counted, whole_span) - less * of.children)


def work_of(ops: Dividing[Number], rates: Rates, of: Household[Number]) -> Number:
    """Return the work bonus before it is asked whether another component is due, § 41, in parts of a haléř."""
    months = rates.months
    kept = _share(rates, rates.work / months, of.work_income - of.income)
    kept = kept + _share(rates, rates.work * rates.work_full, of.minimum)
    whole = _share(rates, rates.work / months, of.work_income)
    counted = ops.greatest(ops.least(kept, whole), ops.number(0))
    above = _share(rates, rates.work_reduction / months, of.income)
    above = above - _share(rates, rates.work_reduction * rates.work_full, of.minimum)
    return ops.greatest(counted - ops.greatest(above, ops.number(0)), ops.number(0))


def compared(rates: Rates, of: Household[Number], multiple: Fraction) -> tuple[Number, Number]:
    """Return the income and a multiple of the minimum, both times what makes them whole: to be compared only."""
    return of.income * multiple.denominator, of.minimum * (rates.months * multiple.numerator)


def at_least(ops: Dividing[Number], a: Number, b: Number) -> Number:
    """Return 1 where the first number is not below the second, otherwise 0."""
    return ops.least(ops.greatest(a - b + 1, ops.number(0)), ops.number(1))


def _share(rates: Rates, coefficient: Fraction, amount: Number) -> Number:
    return amount * _whole(rates, coefficient)


def _whole(rates: Rates, coefficient: Fraction) -> int:
    whole = coefficient * rates.parts
    assert whole.denominator == 1, coefficient  # noqa: S101 - `parts` is a multiple of every denominator
    return whole.numerator
