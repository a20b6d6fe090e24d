"""The state social assistance benefit (superdávka) of one household, Act 151/2025: an estimate, never a promise.

The benefit exists for months from October 2025. What is unknown is tried both ways: the estimate is a range, and it
says nothing where an amount that matters is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.engine.steps import Flag, Step
from dluhy.household.minimum import living_minimum
from dluhy.household.model import Estimate
from dluhy.household.social_assistance_cases import facts_of, shown
from dluhy.household.social_assistance_formulas import COMPONENTS, PREFIX
from dluhy.household.social_assistance_frame import social_assistance_frame
from dluhy.household.social_assistance_income import DecisiveIncome, decisive_income
from dluhy.household.social_assistance_people import assessed_household, last_day, vulnerable, work_active
from dluhy.household.social_assistance_property import property_test
from dluhy.household.social_assistance_reasons import assumed_of, left_out, reasons_of, weakest_used
from dluhy.household.social_assistance_ways import every_way
from dluhy.law.amounts import known_code
from dluhy.law.models import Citation, weakest
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from dluhy.household.model import Circle, Seems
    from dluhy.household.social_assistance_cases import Facts, Way
    from dluhy.household.social_assistance_ways import Question, Ways
    from dluhy.law.pack import Pack

__all__ = [
    "DecisiveIncome",
    "assessed_household",
    "decisive_income",
    "social_assistance",
    "social_assistance_frame",
    "vulnerable",
    "work_active",
]

BENEFIT: Final = "social_assistance"
ALL_MAY: Final = "all"
CODES: Final = (("tenure", "assessed_tenures"), ("dwelling", "assessed_dwellings"))
OF_MEMBERS: Final = (("activity", "activities"), ("pension", "pensions"))


def social_assistance(circle: Circle, pack: Pack | None = None, *, month: date) -> Estimate:
    """Return whether a household seems entitled to the benefit for the month of a day, and to how much, in haléře.

    `least` and `most` are equal where all is known, None where an amount that matters is not. The parts are the four
    components, to the nearest haléř; only the total is rounded, up to whole crowns (§ 18 odst. 2). Raises InputError
    for codes that no list has, HorizonError for a month past what the pack knows.
    """
    pack, on = pack or default_pack(), last_day(month)
    _require_codes(circle, pack)
    first = pack.series[f"{PREFIX}recipients"].period[0].from_
    if first is not None and on < first:
        return _not_due(month, [Flag(code="assistance_not_yet")])
    pack.require_known("household", on)
    household = evolve(assessed_household(circle, pack), on=on)
    if not circle.members:
        return Estimate(benefit=BENEFIT, seems="cannot_say", month=month, missing=("household_members",))
    if not household.members:
        return _not_due(month, [Flag(code="assistance_nobody")])
    found = _of_household(household, on, pack, month)
    return evolve(found, assumed=(*found.assumed, *left_out(circle)))


def _of_household(household: Circle, on: date, pack: Pack, month: date) -> Estimate:
    owned = property_test(household, on, pack)
    if owned.against:
        return _not_due(month, owned.against)
    facts = facts_of(household, on, pack)
    everybody = known_code(pack.series[f"{PREFIX}recipients"], on) == ALL_MAY
    if facts.income.replaced and not everybody:
        return _not_due(month, [Flag(code="assistance_old_benefits")])
    found = _computed(facts, month) if facts.income.ways else _without_income(facts, month)
    found = evolve(found, reasons=(*_of_plan(found, facts, month), *found.reasons))
    assumed = (*owned.assumed, *(() if everybody else ("assistance_no_old_benefits",)))
    return evolve(found, reasons=(*found.reasons, *owned.notes), assumed=(*assumed, *found.assumed))


def _of_plan(found: Estimate, facts: Facts, month: date) -> Iterator[Flag]:
    """Yield what keeping the support plan would surely add, where somebody does not keep it (§ 36 odst. 3)."""
    members = facts.circle.members or ()
    if found.least is None or all(member.plan_kept is not False for member in members):
        return
    kept = tuple(evolve(member, plan_kept=True) if member.plan_kept is False else member for member in members)
    other = _computed(facts_of(evolve(facts.circle, members=kept), facts.on, facts.pack), month)
    added = {(other.least or 0) - found.least, (other.most or 0) - (found.most or 0)}
    if len(added) == 1 and other.least is not None and min(added) > 0:
        yield Flag(code="assistance_plan_adds", values={"estimate": min(added)})


def _without_income(facts: Facts, month: date) -> Estimate:
    """Return that nothing is due where even what surely comes in is too much or nobody counts; else nothing."""
    ways = every_way(evolve(facts, only_sure_income=True))
    if ways.by_answers and ways.values(_amount("total"))[1] == 0:
        return evolve(_not_due(month, reasons_of(facts, ways)), assumed=assumed_of(facts))
    missing = facts.income.missing or ("income_kind",)
    return Estimate(benefit=BENEFIT, seems="cannot_say", month=month, missing=missing, assumed=assumed_of(facts))


def _computed(facts: Facts, month: date) -> Estimate:
    ways = every_way(facts)
    if ways.too_many:
        open_questions = [question for question in ways.questions if len(question.answers) > 1]
        return Estimate(
            benefit=BENEFIT,
            seems="cannot_say",
            month=month,
            reasons=(Flag(code="assistance_many_unknown"),),
            assumed=assumed_of(facts),
            missing=_asked(open_questions),
        )
    whole = _estimate(BENEFIT, ways, month, _amount("total"))
    marks = [*weakest_used(facts), living_minimum(facts.circle, facts.pack).evidence]
    parts = facts.rates.parts
    return evolve(
        whole,
        reasons=reasons_of(facts, ways),
        assumed=assumed_of(facts),
        steps=_steps(facts, ways),
        parts=tuple(_estimate(f"{BENEFIT}_{name}", ways, month, _halere(name, parts)) for name in COMPONENTS),
        evidence=weakest(marks),
    )


def _estimate(benefit: str, ways: Ways, month: date, of: Callable[[Way], int]) -> Estimate:
    """Return an estimate of a value: what is unknown matters only where another answer changes it."""
    least, most = ways.values(of)
    matter = ways.that_matter(of)
    seems: Seems = "seems_entitled" if least > 0 else "seems_not" if most == 0 else "cannot_say"
    known = not any(question.money for question in matter)
    return Estimate(
        benefit=benefit,
        seems=seems,
        month=month,
        least=least if known else None,
        most=most if known else None,
        missing=_asked(matter),
    )


def _steps(facts: Facts, ways: Ways) -> tuple[Step, ...]:
    parts, months = facts.rates.parts, facts.rates.months
    values: dict[str, Callable[[Way], int]] = {
        "minimum": lambda way: way.minimum,
        "income": lambda way: shown(months, way.pair[0]),
        "work_income": lambda way: shown(months, way.pair[1]),
        "norm": lambda way: way.household.norm if way.household else 0,
        **{name: _halere(name, parts) for name in ("home", "energy", "own_share", "housing")},
        "needs": lambda way: way.household.needs if way.household else 0,
        **{name: _halere(name, parts) for name in ("living", "child", "work")},
        "total": _amount("total"),
    }
    return tuple(_step(name, facts, ways, of) for name, of in values.items())


def _step(name: str, facts: Facts, ways: Ways, of: Callable[[Way], int]) -> Step:
    """Return a step; its value, or the least and the most of it where they can be told."""
    code = f"assistance_{name}"
    least, most = ways.values(of)
    known = not any(question.money for question in ways.that_matter(of))
    cites = facts.pack.term("benefit_steps", code).more["cites"]
    return Step(
        code=code,
        value=least if least == most else None,
        inputs={"least": least, "most": most} if known and least != most else {},
        cites=tuple(Citation(at=at) for at in cites),
    )


def _amount(name: str) -> Callable[[Way], int]:
    return lambda way: way.amount(name)


def _halere(name: str, parts: int) -> Callable[[Way], int]:
    return lambda way: shown(parts, way.amount(name))


def _asked(questions: Iterable[Question]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for question in questions for code in question.asks))


def _not_due(month: date, reasons: Iterable[Flag]) -> Estimate:
    return Estimate(benefit=BENEFIT, seems="seems_not", month=month, least=0, most=0, reasons=tuple(reasons))


def _require_codes(circle: Circle, pack: Pack) -> None:
    """Raise InputError for every code that its list does not have."""
    told = [(f"housing.{name}", getattr(circle.housing, name), listed) for name, listed in CODES]
    told += [(f"incomes[{at}].kind", each.kind, "assessed_incomes") for at, each in enumerate(circle.incomes or ())]
    for at, member in enumerate(circle.members or ()):
        told += [(f"members[{at}].{name}", getattr(member, name), listed) for name, listed in OF_MEMBERS]
    problems = [
        Problem("unknown_code", place, f"kód „{code}“ není v seznamu", f"the code “{code}” is not in the list")
        for place, code, listed in told
        if code is not None and code not in pack.vocabularies[listed]
    ]
    if problems:
        raise InputError(problems)
