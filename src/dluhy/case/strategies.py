"""The ways out of debt of a case side by side: the comparison of each debtor, or of spouses together.

What is not told is assumed where practice does so, and every assumption is told; what would have to be invented is
asked. Money in haléře.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from dluhy.case.obligations import obligations_of_case
from dluhy.case.strategies_assumed import Assumptions
from dluhy.case.strategies_claims import Whose, claims_for
from dluhy.case.strategies_household import instalments_of, living_of
from dluhy.case.strategies_running import RunningRelief, running_relief
from dluhy.dates import months_on
from dluhy.problems import HorizonError, InputError, Problem
from dluhy.relief.entry import BLOCKED
from dluhy.relief.projection_law import DEDUCTIONS
from dluhy.relief.strategies import strategies
from dluhy.relief.strategies_model import Drop, StrategyInput
from dluhy.relief.strategies_recommend import recommendation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from typing import Any

    from dluhy.case.defects import CaseDefects
    from dluhy.case.household import CaseHousehold
    from dluhy.case.model import Case
    from dluhy.case.relief import CaseRelief
    from dluhy.engine.steps import Flag
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefInput
    from dluhy.relief.strategies_model import StrategyClaim
    from dluhy.relief.strategies_values import Recommendation, Strategies

DEFECTS: Final = "defects"


@frozen(kw_only=True)
class CaseStrategies:
    """The ways out of one debtor, or of spouses together; `people` are None where nobody is named.

    `state` is what was compared, `found` the strategies and `recommendation` what comes out of them, None where nothing
    could be compared: `problems` say why. `running` is the debt relief that runs already; then nothing is compared.
    `assumed` are flags of `strategy_assumptions`: what was taken for granted.
    """

    people: tuple[str | None, ...]
    state: StrategyInput | None = None
    found: Strategies | None = None
    recommendation: Recommendation | None = None
    running: RunningRelief | None = None
    assumed: tuple[Flag, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), eq=False)


def drops_of(defects: Iterable[CaseDefects]) -> dict[str, Drop]:
    """Return what the defects of debts take off them, by the id of the debt; debts without any are left out."""
    return {
        each.debt: Drop(condition=DEFECTS, least=each.least, most=each.most)
        for each in defects
        if each.holding and (each.least is None or each.most is None or each.most)
    }


def strategies_of_case(  # noqa: PLR0913 - what a case was screened to
    case: Case,
    household: CaseHousehold | None,
    reliefs: Sequence[CaseRelief],
    defects: Mapping[str, Drop],
    pack: Pack,
    *,
    strict_law: bool = False,
) -> tuple[CaseStrategies, ...]:
    """Return the ways out of every unit of petitioners of a case, in the order of `reliefs`.

    `case` has its net wages filled in (`dluhy.case.wages.with_net_wages`), `household` is its household, `defects` what
    drops out of each debt (`drops_of`). With `strict_law` a month past what the pack knows refuses the comparison,
    otherwise the last known amounts stand in for it. Never raises for what the case says: the reason is told.
    """
    law = pack.whole or pack
    if not reliefs:
        return ()
    rows = _rows(case, household, law)
    return tuple(
        _of_unit(_Unit(case, household, relief, _whose(relief, reliefs), law, strict_law), rows, defects)
        for relief in reliefs
    )


@frozen
class _Unit:
    case: Case
    household: CaseHousehold | None
    relief: CaseRelief
    whose: Whose
    pack: Pack
    strict_law: bool


def _rows(case: Case, household: CaseHousehold | None, pack: Pack) -> list[dict[str, Any]]:
    """Return the obligations of the case, sorted into classes where its household was."""
    ordered = None if household is None else household.sheet.triage
    return (obligations_of_case(case, pack) if ordered is None else ordered).to_dicts()


def _whose(relief: CaseRelief, reliefs: Sequence[CaseRelief]) -> Whose:
    return Whose(people=relief.people, alone=all(set(each.people) <= set(relief.people) for each in reliefs))


def _of_unit(unit: _Unit, rows: Sequence[dict[str, Any]], defects: Mapping[str, Drop]) -> CaseStrategies:
    if unit.relief.running:
        who = unit.relief.people
        return CaseStrategies(people=who, running=running_relief(unit.case, who, unit.pack, alone=unit.whose.alone))
    assumed = Assumptions()
    try:
        state = _state(unit, _judged(rows, unit.relief), defects, assumed)
        return _compared(unit, state, assumed)
    except InputError as error:
        return CaseStrategies(people=unit.relief.people, assumed=tuple(assumed.made), problems=tuple(error.problems))


def _judged(rows: Sequence[dict[str, Any]], relief: CaseRelief) -> list[dict[str, Any]]:
    """Return the obligations with what debt relief was told of debts from childhood."""
    unsure, not_owed = set(relief.claims.unsure), set(relief.claims.left_out)
    known = {row["id"]: None if row["id"] in unsure else row["id"] in not_owed for row in rows}
    return [row | {"contested": known[row["id"]]} for row in rows]


def _state(
    unit: _Unit, rows: Sequence[dict[str, Any]], defects: Mapping[str, Drop], assumed: Assumptions
) -> StrategyInput:
    case, pack, who = unit.case, unit.pack, unit.relief.people
    first = _first(unit, assumed)
    debtors = [each.debtor(case) for each in unit.relief.earners]
    known = tuple(each for each in debtors if each is not None)
    told = case.debts is not None
    whole = len(known) == len(debtors)
    claims = claims_for(
        case,
        rows,
        evolve(unit.whose, incomes_known=whole),
        defects,
        instalments_of(unit.household),
        first=first,
        pack=pack,
        assumed=assumed,
    )
    own = {claim.id for claim in claims.claims}
    living = living_of(case, unit.household, known, who, own, pack=pack, assumed=assumed)
    entry, least, relief = unit.relief.entry, unit.relief.minimum, _relief(unit)
    return StrategyInput(
        from_month=first, claims=_keeping(claims.claims, relief) if told else None, debtors=known if whole else (),
        other_income=living.other_income, expenses=living.expenses, living_minimum=living.minimum,
        maintenance=living.maintenance, benefit=living.benefit,
        relief=relief, relief_class=None if entry is None else entry.kind,
        relief_least=None if least is None else least.monthly,
        relief_from=entry.barred_until if entry is not None and entry.kind == BLOCKED else None,
        after_horizon="refuse" if unit.strict_law else "last_known",
    )  # fmt: skip


def _first(unit: _Unit, assumed: Assumptions) -> date:
    """Return the first month compared: the next one, or this one where the law of the next is not known."""
    this = unit.case.as_of.replace(day=1)
    following = months_on(this, 1)
    if following <= unit.pack.info.horizon[DEDUCTIONS].to or unit.strict_law:
        return following
    assumed.add("from_this_month")
    return this


def _relief(unit: _Unit) -> ReliefInput | None:
    """Return debt relief as it would be; debts that the child does not owe are denied in it and get nothing."""
    return unit.relief.state if unit.relief.projection is not None else None


def _keeping(claims: Sequence[StrategyClaim], relief: ReliefInput | None) -> tuple[StrategyClaim, ...]:
    """Return claims, those marked that are secured, paid today, and whose collateral nobody plans to sell."""
    secured = {
        each.id for each in (() if relief is None else relief.claims)
        if each.collateral_value and each.collateral_month is None
    }  # fmt: skip
    return tuple(evolve(each, kept=each.id in secured and each.instalment_now > 0) for each in claims)


def _nothing_owed() -> Problem:
    cs, en = "nic se nedluží, není co porovnávat", "nothing is owed, there is nothing to compare"
    return Problem("nothing_owed", "/debts", cs, en)


def _compared(unit: _Unit, state: StrategyInput, assumed: Assumptions) -> CaseStrategies:
    """Return the comparison; where debt relief as it was read cannot be computed, without it and with the reason."""
    if not state.claims and state.claims is not None:
        raise InputError([_nothing_owed()])
    made = CaseStrategies(people=unit.relief.people, state=state)
    problems: tuple[Problem, ...] = ()
    try:
        found = strategies(state, unit.pack)
    except InputError as error:
        if state.relief is None or isinstance(error, HorizonError):
            raise
        problems, state = tuple(error.problems), evolve(state, relief=None)
        found = strategies(state, unit.pack)
    result = recommendation(state, found, unit.pack)
    return evolve(made, state=state, found=found, recommendation=result, assumed=tuple(assumed.made), problems=problems)
