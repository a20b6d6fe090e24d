"""The counsellor's picture of one household on a day: everything the topic knows, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import evolve, field, frozen

from dluhy.engine.steps import Flag
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.facts.schema import dtype_of
from dluhy.household.benefits import NOTHING_ASKED, Asked, benefits_of
from dluhy.household.budget import FLEXIBLE, INSTALMENTS, SAVINGS, budget
from dluhy.household.either_way import circles_possible, estimates_possible, minimum_possible
from dluhy.household.guideline import guideline_of
from dluhy.household.indicators import indicators_of
from dluhy.household.minimum import CHILDREN
from dluhy.household.offers import Owed, pro_rata
from dluhy.household.triage import NOT_PAID, triage
from dluhy.household.upcoming import upcoming
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dluhy.household.budget import Budget, Expense
    from dluhy.household.budget_lines import ExpenseLine
    from dluhy.household.guideline import Guideline
    from dluhy.household.indicators import Indicator
    from dluhy.household.minimum import Minimum
    from dluhy.household.model import Circle, Estimate, Housing
    from dluhy.household.offers import Offers
    from dluhy.household.upcoming import Change, GivenDay
    from dluhy.law.pack import Pack

__all__ = ["FLEXIBLE", "HouseholdSheet", "Stated", "sheet"]

TOPIC: Final = "household"
OWN_HEALTH_INSURANCE: Final = frozenset({"health_insurance_own", "health_insurance_business"})
HOUSING_BENEFIT, ASSISTANCE = "housing_benefit", "social_assistance_benefit"
"""Kinds of income: the first is for housing alone, of the second nobody can tell what part is."""


@frozen(kw_only=True)
class Stated:
    """What a picture is made from, beside the circle; money in haléře, None unknown.

    `lines` are the expenses (None: no budget is stated), `deducted` what is deducted from the incomes a month, `facts`
    facts of households by name, as told (`dluhy.facts.households`), `obligations` a frame of what is owed and paid
    (`id`, `balance` and facts of obligations), None where no debts are stated. `dates` are days the household tells,
    `asked` what benefits need beside the circle.
    """

    lines: tuple[ExpenseLine, ...] | None = None
    deducted: int | None = None
    facts: Mapping[str, Any] = field(factory=dict)
    obligations: pl.DataFrame | None = None
    dates: tuple[GivenDay, ...] = ()
    asked: Asked = NOTHING_ASKED


@frozen(kw_only=True)
class HouseholdSheet:
    """The picture of a household on `on`; money in haléře a month.

    `facts` is one row of facts of the household with everything derived, `triage` a row per obligation in the order in
    which to calm them (None where no debts are stated), `offers` what can be offered to creditors without priority.
    """

    on: date
    circle: Circle
    minimum: Minimum
    guideline: Guideline
    budget: Budget
    facts: pl.DataFrame
    indicators: tuple[Indicator, ...]
    triage: pl.DataFrame | None
    offers: Offers | None
    benefits: tuple[Estimate, ...]
    upcoming: tuple[Change, ...]


def sheet(circle: Circle, stated: Stated, pack: Pack | None = None) -> HouseholdSheet:
    """Return the picture of a household on the day of its circle.

    Costs of the home that the circle does not say are taken from the lines. Raises HorizonError for a day the pack does
    not know, InputError with everything wrong in the lines.
    """
    pack = pack or default_pack()
    pack.require_known(TOPIC, circle.on)
    minimum, guided = minimum_possible(circles_possible(circle), pack), guideline_of(circle, pack)
    made = budget(
        stated.lines, circle.incomes, once=circle.incomes_once, deducted=stated.deducted, on=circle.on,
        guideline=guided, minimum=minimum.total, pack=pack,
    )  # fmt: skip
    circle = evolve(circle, housing=_with_costs(circle, made))
    facts = facts_of(circle, stated, minimum, guided, made, pack)
    ordered = None if stated.obligations is None else triage(stated.obligations, pack, circle.on)
    month, ways = circle.on.replace(day=1), circles_possible(circle)
    return HouseholdSheet(
        on=circle.on,
        circle=circle,
        minimum=minimum,
        guideline=guided,
        budget=made,
        facts=facts,
        indicators=indicators_of(facts, pack, circle.on),
        triage=ordered,
        offers=None if ordered is None else _offers(ordered, made, pack),
        benefits=estimates_possible(benefits_of(each, pack, month=month, asked=stated.asked) for each in ways),
        upcoming=upcoming(circle, pack, given=stated.dates),
    )


def _with_costs(circle: Circle, made: Budget) -> Housing:
    """Return the housing with what the budget says of its costs; a line that is not there says nothing."""
    housing = circle.housing
    told = {each.says("benefit") for each in made.expenses_listed}
    costs = {code: made.benefit_inputs[code].total if code in told else None for code in ("rent", "services", "energy")}
    return evolve(
        housing,
        rent=costs["rent"] if housing.rent is None else housing.rent,
        services=costs["services"] if housing.services is None else housing.services,
        energy=costs["energy"] if housing.energy is None else housing.energy,
    )


def facts_of(  # noqa: PLR0913, PLR0917 - one fact after another
    circle: Circle, stated: Stated, minimum: Minimum, guided: Guideline, made: Budget, pack: Pack
) -> pl.DataFrame:
    """Return one row of the base facts of a household: those told, and those the sheet computes where they are not."""
    computed = {
        **_people(minimum),
        "income_net": made.income.total,
        "deducted": made.deducted.total,
        "housing_costs": made.housing.total,
        "energy_costs": made.energy.total,
        "housing_benefits": _housing_benefits(circle),
        "health_insurance_paid": _own_insurance(made),
        "expenses": made.expenses.total,
        "living_costs": made.guided.total,
        "debt_instalments": made.parts[INSTALMENTS].total,
        "savings_paid": made.parts[SAVINGS].total,
        "living_minimum": minimum.total,
        "guideline": guided.least if guided.least == guided.most else None,
        "tenure_kind": circle.housing.tenure,
        "dwelling_kind": circle.housing.dwelling,
    }
    told = {name: value for name, value in stated.facts.items() if value is not None}
    return one_row(computed | told, pack)


def one_row(values: Mapping[str, Any], pack: Pack) -> pl.DataFrame:
    """Return facts of a household as a frame with one row; a ranged one is given as a pair of its ends."""
    columns: dict[str, pl.Series] = {}
    for name, value in values.items():
        spec = HOUSEHOLD_FACTS[name]
        ends = value if spec.ranged and isinstance(value, tuple) else (value,) * len(spec.columns)
        dtype = dtype_of(spec, pack.members)
        columns |= {c: pl.Series(c, [end], dtype=dtype) for c, end in zip(spec.columns, ends, strict=True)}
    return pl.DataFrame(columns)


def _people(minimum: Minimum) -> dict[str, int | None]:
    bands = [band for _, band, _ in minimum.persons]
    if minimum.least is None or None in bands:
        return {"adults": None, "children": None}
    children = sum(band in CHILDREN for band in bands)
    return {"adults": len(bands) - children, "children": children}


def _housing_benefits(circle: Circle) -> int | None:
    if circle.incomes is None or any(line.kind in {None, ASSISTANCE} for line in circle.incomes):
        return None
    sums = [line.net for line in circle.incomes if line.kind == HOUSING_BENEFIT]
    known = [amount for amount in sums if amount is not None]
    return sum(known) if len(known) == len(sums) else None


def _own_insurance(made: Budget) -> int | None:
    if not made.parts["unsorted"].complete or made.parts["unsorted"].known:
        return None
    return _sum_of(each for each in made.expenses_listed if each.line.category in OWN_HEALTH_INSURANCE)


def _sum_of(expenses: Iterable[Expense]) -> int | None:
    sums = [each.monthly for each in expenses if each.part != "once"]
    known = [amount for amount in sums if amount is not None]
    return sum(known) if len(known) == len(sums) else None


def _offers(ordered: pl.DataFrame, made: Budget, pack: Pack) -> Offers:
    """Return offers on overdue debts without priority, from what is left and what is paid on them already.

    While something with priority is overdue nothing is left for the others.
    """
    overdue = ordered.filter(pl.col("overdue").fill_null(1) > 0, ~pl.col("class").is_in(NOT_PAID))
    before = overdue.filter(~pl.col("offered") & ~pl.col("enforced").fill_null(value=False))
    rows = overdue.filter(pl.col("offered")).iter_rows(named=True)
    owed = [Owed(id=row["id"], balance=None if row["balance"] is None else max(row["balance"], 0)) for row in rows]
    if owed and before.height:
        return _nothing_before_priority(before["overdue"].to_list(), made, pack)
    names = {debt.id for debt in owed}
    paid = _sum_of(each for each in made.expenses_listed if each.part == INSTALMENTS and each.line.debt in names)
    left = made.left.exact
    available = None if left is None or paid is None else left + paid
    return pro_rata(available, owed, made.on, pack)


def _nothing_before_priority(amounts: list[int | None], made: Budget, pack: Pack) -> Offers:
    known = [amount for amount in amounts if amount is not None]
    values = {"amount": sum(known)} if len(known) == len(amounts) else {}
    note = Flag(code="priority_first", values=values)
    empty = pro_rata(0, (), made.on, pack)
    return evolve(empty, available=made.left.exact, makes_no_sense=None, notes=(note,))
