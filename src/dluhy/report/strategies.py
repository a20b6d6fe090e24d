"""Ways out of debt of a case as a document: side by side, what speaks for which, what would overturn it.

Nothing here says that a court, an executor or a creditor will decide so.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.report.household_teller import Note  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.strategies_advice import AdviceReport, advice_report
from dluhy.report.strategies_running import RunningReport, running_report
from dluhy.report.strategies_teller import StrategyTeller

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.case.strategies import CaseStrategies
    from dluhy.engine.steps import Flag
    from dluhy.law.pack import Pack
    from dluhy.problems import Language, Problem
    from dluhy.relief.strategies_values import Ask, Strategies, Strategy

ASKS: Final = "strategy_asks"


@frozen
class StrategyReport:
    """One way out; sums as decimal strings, null where they cannot be told.

    `monthly_now` is what is paid in its first month (of debt relief: of the plan), `months` how many it takes,
    `freed_on` its last month, `plan_ends` the month of the last instalment of debt relief (null of other ways; what
    outlives it is paid until `freed_on`), `least_left` the smallest sum left to live on, `below_minimum` in how many
    months that is under the living minimum. `remark` says how sure it all is, `relieves` that it is debt relief: its
    end is the last instalment, a court decides on the discharge.
    """

    code: str
    label: str
    status: str
    status_label: str
    monthly_now: str | None
    months: int | None
    freed_on: date | None
    plan_ends: date | None
    why_never: str | None
    why_not: str | None
    total_paid: str | None
    from_debtor: str | None
    least_left: str | None
    below_minimum: int | None
    stays: str
    stays_unclear: str
    first_step: str
    risks: tuple[Note, ...]
    conditions: tuple[Note, ...]
    notes: tuple[Note, ...]
    asks: tuple[str, ...]
    remark: str | None
    relieves: bool


@frozen
class StrategiesReport:
    """Ways out of one debtor, or of spouses together; parts that cannot be told are null, `why_not` says why.

    `owed` is what is owed at the beginning of `from_month` (null: not known), `minimum` the living minimum, both
    decimal strings. `assumed` is what was taken for granted. `running` is debt relief that runs: nothing is compared.
    """

    people: tuple[str, ...]
    from_month: date | None
    horizon_months: int | None
    owed: str | None
    minimum: str | None
    strategies: tuple[StrategyReport, ...]
    advice: AdviceReport | None
    running: RunningReport | None
    assumed: tuple[str, ...]
    why_not: tuple[str, ...]


def strategies_report(found: CaseStrategies, pack: Pack, language: Language) -> StrategiesReport:
    """Return the ways out of a case as people and programs read them."""
    tell = StrategyTeller(pack, language)
    compared, state = found.found, found.state
    minimum = None if state is None else state.living_minimum
    return StrategiesReport(
        people=tuple(name for name in found.people if name is not None),
        from_month=None if compared is None else compared.from_month,
        horizon_months=None if compared is None else compared.horizon_months,
        owed=None if compared is None else _sum(compared.owed),
        minimum=_sum(minimum),
        strategies=() if compared is None else _all(compared, tell),
        advice=None if found.recommendation is None else advice_report(found.recommendation, tell),
        running=None if found.running is None else running_report(found.running, tell),
        assumed=_assumed(found.assumed, tell),
        why_not=_sentences(found.problems, tell),
    )


def _all(compared: Strategies, tell: StrategyTeller) -> tuple[StrategyReport, ...]:
    return tuple(_strategy(each, tell) for each in compared.strategies)


def _strategy(each: Strategy, tell: StrategyTeller) -> StrategyReport:
    return StrategyReport(
        code=each.code,
        label=tell.term("relief_strategies", each.code),
        status=each.status,
        status_label=tell.term("strategy_statuses", each.status),
        monthly_now=_sum(each.monthly_now),
        months=each.months,
        freed_on=each.freed_on,
        plan_ends=each.plan_ends,
        why_never=None if each.why_never is None else tell.sentence("strategy_never", each.why_never),
        why_not=None if each.why_not is None else tell.sentence("strategy_reasons", each.why_not),
        total_paid=_sum(each.total_paid),
        from_debtor=_sum(each.from_debtor),
        least_left=_sum(each.least_left),
        below_minimum=each.below_minimum,
        stays=to_decimal_string(each.stays),
        stays_unclear=to_decimal_string(each.stays_unclear),
        first_step=tell.term("strategy_first_steps", each.first_step),
        risks=tell.flags("strategy_risks", each.risks),
        conditions=tell.flags("strategy_conditions", each.conditions),
        notes=tell.flags("strategy_flags", each.flags),
        asks=asked(each.asks, tell),
        remark=tell.remark(each.evidence) if each.computed else None,
        relieves=bool(tell.pack.term("relief_strategies", each.code).more["relieves"]),
    )


def _sum(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)


def asked(asks: Iterable[Ask], tell: StrategyTeller) -> tuple[str, ...]:
    """Return questions as people read them."""
    pack = tell.pack
    return tuple(tell.filled(pack.term(ASKS, each.code), {"claim": each.claim or ""}) for each in asks)


def _assumed(flags: Iterable[Flag], tell: StrategyTeller) -> tuple[str, ...]:
    return tuple(tell.say("strategies-assumed", text=tell.sentence("strategy_assumptions", flag)) for flag in flags)


def _sentences(problems: Iterable[Problem], tell: StrategyTeller) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_sentence(each, tell) for each in problems))


def _sentence(problem: Problem, tell: StrategyTeller) -> str:
    """Return what is wrong, with the debt it is about where its place names one."""
    text = tell.set(problem.cs if tell.language == "cs" else problem.en)
    _, _, debt = problem.place.partition("/claims/")
    name = debt.partition("/")[0]
    return tell.say("strategies-about", debt=name, text=text) if name and not name.isdecimal() else text
