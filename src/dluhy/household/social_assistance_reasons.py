"""Why the state social assistance benefit seems due or not, what was assumed for it, and hints how to change it.

Codes of `benefit_reasons` and `benefit_assumptions`; the sentences stand in the pack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.dates import birthday
from dluhy.engine.steps import Flag
from dluhy.household.minimum import ADULT, bands_of, bounds_on
from dluhy.household.social_assistance_cases import NEITHER, shown
from dluhy.household.social_assistance_formulas import PREFIX
from dluhy.household.social_assistance_people import PRISONER
from dluhy.law.amounts import known_value, period_on
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from dluhy.household.model import Circle
    from dluhy.household.social_assistance_cases import Facts, Way
    from dluhy.household.social_assistance_ways import Ways
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

ALWAYS_ASSUMED: Final = (
    "assistance_residence", "assistance_circle", "assistance_costs_same", "assistance_plan_kept",
    "assistance_no_diet", "assistance_home_fit", "assistance_alone_in_home",
)  # fmt: skip
NO_CHILDREN: Final = "assistance_school_duty"
NO_GRANDPARENT: Final = "assistance_no_grandparent"


def reasons_of(facts: Facts, ways: Ways) -> tuple[Flag, ...]:
    """Return the reasons of a computed benefit: only what holds in every possibility, with amounts in haléře."""
    some = [*_income_reasons(facts, ways), *_housing_reasons(facts, ways), *_people_reasons(facts, ways)]
    least, most = ways.values(lambda way: way.amount("total"))
    limit = known_value(facts.pack.series[f"{PREFIX}payout_from"], facts.on) * HALERE_PER_KORUNA
    if most == 0:
        some.append(Flag(code="assistance_nothing"))
    elif least < limit and most < limit:
        some.append(Flag(code="assistance_small_amount", values={"limit": limit}))
    return (*some, *facts.income.reasons, *_hints(facts, ways))


def assumed_of(facts: Facts) -> tuple[str, ...]:
    """Return what was assumed for a computed benefit."""
    members = facts.circle.members or ()
    used = list(ALWAYS_ASSUMED)
    used += [NO_CHILDREN] if any(each.bands != (ADULT,) for each in facts.standings) else []
    used += [NO_GRANDPARENT] if _may_be_lone(facts) else []
    used += ["assistance_fuel_apart"] if facts.circle.housing.solid_fuel and facts.circle.housing.energy else []
    if all(member.plan_kept is not None for member in members):
        used.remove("assistance_plan_kept")
    found = [*used, *facts.place.assumed, *facts.income.assumed]
    found += [code for standing in facts.standings for code in standing.assumed]
    return tuple(dict.fromkeys(found))


def _may_be_lone(facts: Facts) -> bool:
    """Tell whether a parent here may be a lone one with a dependent child (§ 10 odst. 6)."""
    child = any(each.bands != (ADULT,) for each in facts.standings)
    return child and all(member.role != "spouse" for member in facts.circle.members or ())


def left_out(circle: Circle) -> tuple[str, ...]:
    """Return what was assumed to leave members out of the household, § 11 odst. 3."""
    prison = any(member.activity == PRISONER for member in circle.members or ())
    return ("assistance_prisoner_out",) if prison else ()


def _income_reasons(facts: Facts, ways: Ways) -> list[Flag]:
    low, high = (_always(ways, test) for test in (lambda way: _is_low(facts, way), lambda way: not _is_low(facts, way)))
    minimum, income = _one(ways, lambda way: way.minimum), _one(ways, lambda way: way.pair[0])
    if minimum is None or income is None or not (low or high):
        return []
    multiple = facts.rates.low
    values = {
        "income": shown(facts.rates.months, income),
        "minimum": minimum,
        "limit": shown(multiple.denominator, minimum * multiple.numerator),
    }
    return [Flag(code="assistance_low_income" if low else "assistance_higher_income", values=values)]


def _housing_reasons(facts: Facts, ways: Ways) -> list[Flag]:
    found = list(facts.home.reasons)
    found += _against_share(facts, ways)
    if any(question.name == "reading" for question in ways.that_matter(_amount("total"))):
        found.append(Flag(code="assistance_inactive_reading", evidence="?"))
    return found


def _against_share(facts: Facts, ways: Ways) -> list[Flag]:
    """Return how the costs counted stand to the own share, where that is so in every possibility."""
    (least, most), (low, high) = (ways.values(_amount(name)) for name in ("costs", "own_share"))
    parts = facts.rates.parts
    if least > high:
        values = {"costs": shown(parts, least), "limit": shown(parts, high)}
        return [Flag(code="assistance_costs_over_share", values=values)]
    if 0 < most <= low:
        values = {"costs": shown(parts, most), "limit": shown(parts, low)}
        return [Flag(code="assistance_costs_within_share", values=values)]
    return []


def _people_reasons(facts: Facts, ways: Ways) -> list[Flag]:
    if not _always(ways, lambda way: NEITHER in way.states):
        return []
    single = len(facts.standings) == 1
    return [Flag(code="assistance_single_inactive" if single else "assistance_somebody_inactive")]


def _hints(facts: Facts, ways: Ways) -> list[Flag]:
    idle = [each.member.id for each in facts.standings if each.vulnerable is False and each.active is False]
    found = [Flag(code="assistance_hint_register", values={"persons": ", ".join(sorted(idle))})] if idle else []
    if facts.home.ways and all(title and owner for title, owner, _ in facts.home.ways):
        found.append(Flag(code="assistance_hint_owner"))
    limit = _energy_limit(facts, ways)
    if limit is not None:
        found.append(Flag(code="assistance_hint_energy_proofs", values={"limit": limit}))
    if _newly_vulnerable(facts):
        found.append(Flag(code="assistance_hint_lone_parent"))
    return [*found, Flag(code="assistance_hint_deductions")]


def _energy_limit(facts: Facts, ways: Ways) -> int | None:
    """Return up to what real costs of energy count where they do and are not known or are below it; else None."""
    caps = set()
    for way in ways.by_answers.values():
        if way.household is None or not way.household.title or not _is_low(facts, way):
            return None
        factor = facts.rates.cap * (facts.rates.vulnerable_energy if way.household.housing_vulnerable else 1)
        caps.add(int(factor * way.household.flat_rate))
    energy, cap = facts.circle.housing.energy, max(caps)
    return cap if len(caps) == 1 and (energy is None or energy < cap) else None


def _newly_vulnerable(facts: Facts) -> bool:
    """Whether a lone parent is vulnerable only by the age that holds since the last change of the law."""
    if not any(each.why == "lone_parent" for each in facts.standings):
        return False
    series = facts.pack.series[f"{PREFIX}lone_parent_child_age"]
    before = series.period[series.period.index(period_on(series, facts.on)) - 1]
    if before.to is None or before.to >= facts.on or before.value is None:
        return False
    return not _has_child_under(facts, before.value, facts.on, facts.pack)


def _has_child_under(facts: Facts, age: int, on: date, pack: Pack) -> bool:
    bounds = bounds_on(pack, on)
    children = [each for each in facts.circle.members or () if ADULT not in bands_of(each, on, bounds)]
    first = on.replace(day=1)
    return any(
        each.born is None or each.born.last is None or birthday(each.born.last, age) > first for each in children
    )


def _is_low(facts: Facts, way: Way) -> bool:
    low = facts.rates.low
    return way.pair[0] * low.denominator <= way.minimum * low.numerator * facts.rates.months


def _always(ways: Ways, test: Callable[[Way], bool]) -> bool:
    return all(test(way) for way in ways.by_answers.values())


def _one(ways: Ways, of: Callable[[Way], int]) -> int | None:
    least, most = ways.values(of)
    return least if least == most else None


def _amount(name: str) -> Callable[[Way], int]:
    return lambda way: way.amount(name)


def weakest_used(facts: Facts) -> Sequence[Evidence]:
    """Return the evidence of the amounts, the home and the incomes that were used."""
    series = [facts.pack.series[PREFIX + name] for name in _DECIDING]
    tables = [facts.pack.tables[PREFIX + name] for name in _DECIDING_TABLES]
    marks = [period_on(each, facts.on).evidence for each in series]
    marks += [next(p.evidence for p in t.period if p.from_ and p.to and p.from_ <= facts.on <= p.to) for t in tables]
    return [*marks, *(term.more["evidence"] for term in facts.home.terms), facts.income.evidence]


_DECIDING: Final = (
    "low_income", "housing_share", "housing_extra_from", "housing_extra_share", "energy_cap", "vulnerable_energy",
    "other_premises_share", "owner_share", "living_share", "child_amount", "child_amount_low", "child_taper_from",
    "child_limit", "work_share", "work_full_to", "work_reduction",
)  # fmt: skip
_DECIDING_TABLES: Final = ("norm_rent", "norm_rent_vulnerable", "services", "energy_flat_rate", "solid_fuel")
