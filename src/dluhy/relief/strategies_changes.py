"""What is tried to see whether a recommendation holds: incomes up and down, objections, consent, a gift, a benefit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.law.amounts import known_ratio, known_value
from dluhy.relief.strategies_told import CONTRIBUTION
from dluhy.relief.strategies_values import Change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import DebtorIncome
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_values import Strategies

_PERCENT: Final = 100


@frozen
class Trial:
    """A change to try: another input (None: the same), strategies left out, the largest effect of objections."""

    change: Change
    state: StrategyInput | None = None
    without: frozenset[str] = frozenset()
    most: bool = False


def trials(state: StrategyInput, found: Strategies, pack: Pack) -> list[Trial]:
    """Return the changes to try, the smallest and likeliest first; what would change nothing is left out."""
    every = [*_incomes(state, pack), *_objections(state, found, pack), *_others(state, found, pack)]
    places = {code: term.more["order"] for code, term in pack.vocabularies["recommendation_changes"].items()}
    return sorted(every, key=lambda trial: (trial.change.percent or 0, places[trial.change.code]))


def _incomes(state: StrategyInput, pack: Pack) -> Iterator[Trial]:
    step = known_ratio(pack.series["strategy_income_step"], state.from_month)
    for number in range(1, known_value(pack.series["strategy_income_steps"], state.from_month) + 1):
        for code, factor in (("income_down", 1 - number * step), ("income_up", 1 + number * step)):
            change = Change(code=code, percent=int(number * step * _PERCENT))
            yield Trial(change, with_income(state, factor))


def with_income(state: StrategyInput, factor: Fraction) -> StrategyInput:
    """Return the input with every debtor's income multiplied, rounded down to the haléř."""
    relief = state.relief
    if relief is not None:
        relief = evolve(relief, debtors=tuple(_times(debtor, factor) for debtor in relief.debtors))
    return evolve(state, debtors=tuple(_times(debtor, factor) for debtor in state.debtors), relief=relief)


def _times(debtor: DebtorIncome, factor: Fraction) -> DebtorIncome:
    if isinstance(debtor.net, int):
        return evolve(debtor, net=int(debtor.net * factor))
    return evolve(debtor, net=tuple(int(net * factor) for net in debtor.net))


def _objections(state: StrategyInput, found: Strategies, pack: Pack) -> Iterator[Trial]:
    stopping = _with(found, pack, "stops")
    if not stopping:
        return
    yield Trial(Change(code="defects_fail"), without=stopping)
    drops = [claim.drop for claim in state.claims or () if claim.drop is not None]
    if any(drop.most is not None and drop.most > (drop.least or 0) for drop in drops):
        yield Trial(Change(code="defects_most"), most=True)


def _others(state: StrategyInput, found: Strategies, pack: Pack) -> Iterator[Trial]:
    for code, does in (("creditors_refuse", "pays"), ("petition_refused", "relieves")):
        gone = _with(found, pack, does)
        if gone:
            yield Trial(Change(code=code), without=gone)
    relief = state.relief
    if relief is not None and relief.third_party_monthly and _with(found, pack, "relieves"):
        yield Trial(Change(code="gift_lost"), evolve(state, relief=evolve(relief, third_party_monthly=0)))
    missing = _missing(found)
    if relief is not None and missing:
        more = evolve(relief, third_party_monthly=relief.third_party_monthly + missing)
        yield Trial(Change(code="contribution_promised", amount=missing), evolve(state, relief=more))
    if state.benefit:
        granted = evolve(state, other_income=state.other_income + state.benefit)
        yield Trial(Change(code="benefit_granted", amount=state.benefit), granted)


def _missing(found: Strategies) -> int:
    """Return the largest contribution that a strategy would need and nobody promised, haléře a month."""
    flags = [flag for each in found.strategies for flag in each.conditions if flag.code == CONTRIBUTION]
    return max((int(flag.values["amount"]) for flag in flags), default=0)


def _with(found: Strategies, pack: Pack, does: str) -> frozenset[str]:
    """Return the computed strategies that do something."""
    terms = pack.vocabularies["relief_strategies"]
    return frozenset(each.code for each in found.strategies if each.computed and terms[each.code].more[does])
