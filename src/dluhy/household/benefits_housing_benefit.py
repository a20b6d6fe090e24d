"""Housing benefit (příspěvek na bydlení), § 24 to 27 of Act 117/1995 until September 2025, and how it ran on.

The income is not raised to the living minimum: that rule ended with 2022 (456/2022 čl. I bod 21). The child benefit is
part of it; one that the household seems entitled to but does not draw yet is counted as if it did (§ 5).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import places
from dluhy.engine.steps import Flag
from dluhy.household.benefits_child_benefit import child_benefit, highest_child_benefit
from dluhy.household.benefits_shared import (
    RunsOn,
    cannot_say,
    counted_income,
    draws,
    old_benefit,
    seems_not,
    shown,
    step,
    up_to_crowns,
)
from dluhy.household.minimum import assessed_together
from dluhy.household.model import Estimate
from dluhy.household.social_assistance_property import size_class
from dluhy.law.amounts import known_ratio, known_value, period_on, rows_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from datetime import date

    from dluhy.household.benefits_shared import Income
    from dluhy.household.model import Circle, Housing
    from dluhy.law.pack import Pack

BENEFIT: Final = "housing_benefit"
SIZES: Final = ("prague_brno", "70000_plus", "under_70000")
"""Classes of municipalities by which the norm of tenants differs."""

RENTED: Final = ("rented", "sublet", "service_flat")
OWNED: Final = ("owned", "cooperative", "right_of_use")
HOMES: Final = (None, "flat_or_house")
_SHARE, _NORM, _FIXED = "housing_benefit_share", "housing_benefit_norm", "housing_benefit_fixed_costs"


@frozen
class _Range:
    least: int
    most: int | None


@frozen
class _Case:
    month: date
    pack: Pack
    costs: _Range
    norm: _Range
    income: Income
    child_benefit: _Range
    missing: tuple[str, ...]


def housing_benefit(  # noqa: PLR0913 - two facts about the transition and the place are not in a circle
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    size: str | None = None,
    entitled_september_2025: bool | None = None,
    applied_2025: bool | None = None,
) -> Estimate:
    """Return the housing benefit a circle seems entitled to for a month, haléře.

    `size` is the class of its municipality (`SIZES`), None: as the register of municipalities says, and if that does
    not know it either, all classes are tried. From October 2025 nothing is granted anew; the last two keywords say
    whether it runs on. InputError for an unknown size, HorizonError before 2023.
    """
    pack = pack or default_pack()
    _check(size)
    runs_on = RunsOn(entitled_september_2025, applied_2025)
    former = old_benefit(circle, BENEFIT, month, pack, runs_on)
    if former is not None:
        return former
    refused = _refused(circle, month)
    if refused is not None:
        return refused
    persons = len(assessed_together(circle.members or ()))
    owned = circle.housing.tenure in OWNED
    costs, missing = _costs(circle.housing, month, pack, persons)
    known = size or _size(circle.housing, pack)
    norm = _norm(pack, month, persons, ("owned",) if owned else SIZES if known is None else (known,))
    unsure = ("municipality_size",) if norm.least != norm.most else ()
    added, open_ = _child_benefit(circle, month, pack, runs_on)
    income = counted_income(circle, pack, "housing")
    return _estimate(_Case(month, pack, costs, norm, income, added, (*missing, *unsure, *open_)))


def _check(size: str | None) -> None:
    if size is not None and size not in SIZES:
        cs, en = "taková velikost obce není", "there is no such size of municipality"
        raise InputError([Problem("unknown_member", "size", cs, en)])


def _size(housing: Housing, pack: Pack) -> str | None:
    place = None if housing.municipality is None else places.municipality(housing.municipality)
    return None if place is None else size_class(place, pack)


def _refused(circle: Circle, month: date) -> Estimate | None:
    tenure, dwelling = circle.housing.tenure, circle.housing.dwelling
    if not circle.members:
        return cannot_say(BENEFIT, month, ["household_members"])
    if tenure is None:
        return cannot_say(BENEFIT, month, ["tenure"])
    if tenure not in (*RENTED, *OWNED) or (dwelling not in HOMES and dwelling != "other_premises"):
        return seems_not(BENEFIT, month, Flag(code="tenure_not_covered"))
    return cannot_say(BENEFIT, month, ["tenure"]) if dwelling == "other_premises" and tenure in RENTED else None


def _costs(housing: Housing, month: date, pack: Pack, persons: int) -> tuple[_Range, tuple[str, ...]]:
    """Return the housing costs of § 25 with what is missing; the fuel of a stove counts by its own fixed amount."""
    fixed = rows_on(pack.tables[_FIXED], month).row
    column = min(persons, len(fixed["solid_fuel"])) - 1
    comparable, fuel = (fixed[key][column] * HALERE_PER_KORUNA for key in ("comparable_rent", "solid_fuel"))
    rent = comparable if housing.tenure in OWNED else housing.rent
    parts = (rent, housing.services, housing.energy)
    known = sum(part for part in parts if part is not None)
    least = known - (housing.energy or 0) + fuel if housing.solid_fuel else known
    most = None if None in parts else known + (0 if housing.solid_fuel is False else fuel)
    return _Range(least, most), ("housing_costs",) if most is None or least != most else ()


def _norm(pack: Pack, month: date, persons: int, rows: tuple[str, ...]) -> _Range:
    table = rows_on(pack.tables[_NORM], month).row
    column = min(persons, len(table[rows[0]])) - 1
    norms = [table[row][column] * HALERE_PER_KORUNA for row in rows]
    return _Range(min(norms), max(norms))


def _child_benefit(circle: Circle, month: date, pack: Pack, runs_on: RunsOn) -> tuple[_Range, tuple[str, ...]]:
    """Return the child benefit that comes beside the incomes told, and what is missing to say how much."""
    if draws(circle, "child_benefit", pack):
        return _Range(0, 0), ()
    found = child_benefit(
        circle, pack, month=month, entitled_september_2025=runs_on.entitled, applied_2025=runs_on.applied
    )
    if found.seems == "seems_not":
        return _Range(0, 0), ()
    if found.seems == "cannot_say":
        return _Range(0, highest_child_benefit(circle, month, pack)), found.missing
    least, most = found.least or 0, found.most or 0
    return _Range(least, most), found.missing if least != most else ()


def _estimate(case: _Case) -> Estimate:
    share = known_ratio(case.pack.series[_SHARE], case.month)
    own = (case.income.known + case.child_benefit.least) * share
    highest = (case.income.known + (case.child_benefit.most or 0)) * share
    norms = case.norm.most or case.norm.least
    most = min(norms, norms if case.costs.most is None else case.costs.most)
    if own >= most:
        values = {"costs": most, "amount": shown(own)}
        return seems_not(BENEFIT, case.month, Flag(code="costs_within_share", values=values))
    if case.income.missing:
        return cannot_say(BENEFIT, case.month, [*case.income.missing, *case.missing])
    least = min(case.norm.least, case.costs.least)
    if least <= highest:
        return cannot_say(BENEFIT, case.month, case.missing)
    return _entitled(case, (own, highest), _Range(least, most))


def _entitled(case: _Case, shares: tuple[Fraction, Fraction], recognised: _Range) -> Estimate:
    own, highest = shares
    pairs = ((recognised.least, highest), (recognised.most or 0, own))
    amounts = [_amount(case, Fraction(costs) - share_) for costs, share_ in pairs]
    added = case.child_benefit
    share, table = period_on(case.pack.series[_SHARE], case.month), rows_on(case.pack.tables[_NORM], case.month)
    exact = amounts[0] if amounts[0] == amounts[1] else None
    assumed = ("residence", "whole_flat", "costs_as_now", *(("income_as_now",) if case.income.as_now else ()))
    assumed += ("child_benefit_counted",) if added.most else ()
    return Estimate(
        benefit=BENEFIT,
        seems="seems_entitled",
        month=case.month,
        least=amounts[0],
        most=amounts[1],
        reasons=(Flag(code="costs_over_share", values={"costs": recognised.least, "amount": shown(own)}),),
        assumed=assumed,
        missing=case.missing if exact is None else (),
        steps=(
            step("counted_income", shown(case.income.known + added.least) if added.least == added.most else None),
            step("housing_benefit_costs", case.costs.least if case.costs.least == case.costs.most else None),
            step("housing_benefit_norm", case.norm.least if case.norm.least == case.norm.most else None),
            step("housing_benefit_share", shown(own) if own == highest else None, share),
            step("housing_benefit_amount", exact),
        ),
        evidence=weakest([case.income.evidence, share.evidence, table.evidence]),
    )


def _amount(case: _Case, difference: Fraction) -> int:
    """Return a positive difference rounded up to crowns, at least the smallest benefit."""
    smallest = known_value(case.pack.series["state_support_smallest"], case.month) * HALERE_PER_KORUNA
    return max(up_to_crowns(difference), smallest)
