"""A recommendation among strategies: an ordered list of comparisons, never a score, and what would overturn it.

Order: survival, freedom at all, money that nobody promised, expenses covered, months, sum paid, what stays
undischarged, objections first, on whom it depends. Nothing here says that a court, an executor or a creditor will
decide so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.amounts import known_ratio, known_value
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.relief.strategies import VOCABULARY, strategies
from dluhy.relief.strategies_changes import Trial, trials
from dluhy.relief.strategies_told import CONTRIBUTION
from dluhy.relief.strategies_values import Ask, Reason, Recommendation, Rival

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_values import Change, Strategies, Strategy

_UNKNOWN, _NO_WAY, _NOT_COMPARED = "unknown_facts", "no_way_out", "relief_not_compared"


@frozen
class Decision:
    """What the comparison comes to: the strategy that comes first, or None, and its steps."""

    first: str | None
    reasons: tuple[Reason, ...]


@frozen
class Rules:
    """What the comparison takes as equal, and on whom each strategy depends; practice."""

    months_apart: int
    paid_apart: tuple[int, int]
    others: frozenset[str]
    places: dict[str, int]
    stopping: dict[str, str]
    short_apart: tuple[int, int]


def recommendation(state: StrategyInput, found: Strategies, pack: Pack | None = None) -> Recommendation:
    """Return what comes out of comparing strategies, with reasons and what would overturn it.

    Where a fact is missing without which a strategy cannot be compared, none is recommended and the fact is asked.
    """
    law = pack or default_pack()
    rules, asks = _rules(state, law), _asks(state, found)
    blocking = tuple(ask for ask in asks if ask.code != "relief")
    if blocking:
        return _refused(_UNKNOWN, (), asks)
    decision = decide(found.strategies, state, rules)
    tried = [(trial.change, _first(trial, found, state, rules, law)) for trial in trials(state, found, law)]
    overturns = tuple((change, first) for change, first in tried if first != decision.first)
    return Recommendation(
        strategy=decision.first,
        refused=None if decision.first else (_NOT_COMPARED if asks else _NO_WAY),
        reasons=decision.reasons, rivals=tuple(_rivals(found, decision, overturns)),
        tried=tuple(change for change, _ in tried), overturns=overturns, asks=asks,
        evidence=weakest(["M", *(each.evidence for each in found.strategies if each.computed)]),
    )  # fmt: skip


def _refused(code: str, reasons: tuple[Reason, ...], asks: tuple[Ask, ...]) -> Recommendation:
    return Recommendation(
        strategy=None, refused=code, reasons=reasons, rivals=(), tried=(), overturns=(), asks=asks, evidence="?"
    )


def _asks(state: StrategyInput, found: Strategies) -> tuple[Ask, ...]:
    asks = [ask for each in found.strategies for ask in each.asks]
    asks += [Ask(code="living_minimum")] if state.living_minimum is None else []
    asks += [Ask(code="relief")] if state.relief is None else []
    return tuple(dict.fromkeys(asks))


def _rules(state: StrategyInput, pack: Pack) -> Rules:
    apart = known_ratio(pack.series["strategy_paid_apart"], state.from_month)
    short = known_ratio(pack.series["strategy_short_apart"], state.from_month)
    conditions = pack.vocabularies["strategy_conditions"]
    return Rules(
        known_value(pack.series["strategy_months_apart"], state.from_month), (apart.numerator, apart.denominator),
        frozenset(code for code, term in conditions.items() if term.more["others"]),
        {code: term.more["order"] for code, term in pack.vocabularies[VOCABULARY].items()},
        {code: term.more["before"] for code, term in pack.vocabularies[VOCABULARY].items() if "before" in term.more},
        (short.numerator, short.denominator),
    )  # fmt: skip


def _first(trial: Trial, found: Strategies, state: StrategyInput, rules: Rules, pack: Pack) -> str | None:
    """Return which strategy comes first with one change; None where none does."""
    other = state if trial.state is None else trial.state
    every = found.strategies if trial.state is None and not trial.most else strategies(
        other, pack, most=trial.most
    ).strategies  # fmt: skip
    return decide([each for each in every if each.code not in trial.without], other, rules).first


def decide(every: Sequence[Strategy], state: StrategyInput, rules: Rules) -> Decision:
    """Return the strategy that comes first among the computed ones, and the steps of the comparison."""
    kept = [each for each in every if each.computed]
    reasons: list[Reason] = []
    for step in (_survival, _freedom, _help, _expenses, _months, _paid, _stays, _objects, _depends, _order):
        if not kept:
            break
        reason, kept = _taken(step, kept, state, rules)
        if reason.dropped or step not in _TOLD_IF_DECIDING:
            reasons.append(reason)
        if len(kept) == 1 and len(reasons) > 1:
            break
    return Decision(kept[0].code if kept else None, tuple(reasons))


_Step = tuple[str, "list[Strategy]", tuple[tuple[str, int], ...]]


def _taken(
    step: Callable[[list[Strategy], StrategyInput, Rules], _Step],
    kept: list[Strategy],
    state: StrategyInput,
    rules: Rules,
) -> tuple[Reason, list[Strategy]]:
    code, left, values = step(kept, state, rules)
    gone = tuple(each.code for each in kept if each not in left)
    return Reason(code=code, kept=tuple(each.code for each in left), dropped=gone, values=values), left


def _survival(kept: list[Strategy], state: StrategyInput, _: Rules) -> _Step:
    minimum = (("minimum", state.living_minimum or 0),)
    left = [each for each in kept if not each.below_minimum]
    if left:
        return "survival", left, minimum
    best = max(each.least_left or 0 for each in kept)
    return "survival_nobody", kept, (*minimum, ("best", best))


def _freedom(kept: list[Strategy], _: StrategyInput, __: Rules) -> _Step:
    return "freedom", [each for each in kept if each.leads_out], ()


def _help(kept: list[Strategy], _: StrategyInput, __: Rules) -> _Step:
    """Keep strategies that need nobody's money that is not promised; where all need it, it does not decide."""
    left = [each for each in kept if all(flag.code != CONTRIBUTION for flag in each.conditions)]
    return "contribution", left or kept, ()


def _expenses(kept: list[Strategy], state: StrategyInput, rules: Rules) -> _Step:
    """Keep strategies that leave the expenses, but for a small part; where none does, it does not decide."""
    part, whole = rules.short_apart
    spent = max(0, (state.expenses or 0) - state.maintenance)
    left = [each for each in kept if each.short * whole <= spent * part]
    return "expenses", left or kept, (("spent", spent),)


def _objects(kept: list[Strategy], _: StrategyInput, rules: Rules) -> _Step:
    """Of the same strategy with and without objections keep the one with them: they cost nothing if they fail."""
    codes = {each.code for each in kept}
    gone = {plain for code, plain in rules.stopping.items() if code in codes}
    return "objects", [each for each in kept if each.code not in gone], ()


def _months(kept: list[Strategy], _: StrategyInput, rules: Rules) -> _Step:
    best = min(each.months or 0 for each in kept)
    left = [each for each in kept if (each.months or 0) <= best + rules.months_apart]
    return "months", left, (("best", best), ("apart", rules.months_apart))


def _paid(kept: list[Strategy], _: StrategyInput, rules: Rules) -> _Step:
    best = min(each.total_paid or 0 for each in kept)
    part, whole = rules.paid_apart
    left = [each for each in kept if ((each.total_paid or 0) - best) * whole <= best * part]
    return "paid", left, (("best", best),)


def _stays(kept: list[Strategy], _: StrategyInput, __: Rules) -> _Step:
    best = min(each.stays + each.stays_unclear for each in kept)
    return "stays", [each for each in kept if each.stays + each.stays_unclear == best], (("best", best),)


def _depends(kept: list[Strategy], _: StrategyInput, rules: Rules) -> _Step:
    """Keep strategies that depend on nobody more than another one does: sets of conditions, not their number."""
    outside = {each.code: {flag.code for flag in each.conditions} & rules.others for each in kept}
    left = [each for each in kept if not any(outside[other.code] < outside[each.code] for other in kept)]
    return "depends", left, ()


def _order(kept: list[Strategy], _: StrategyInput, rules: Rules) -> _Step:
    return "order", [min(kept, key=lambda each: rules.places[each.code])], ()


_TOLD_IF_DECIDING: Final = (_help, _expenses, _objects)
"""Steps of which nothing is said where they keep all."""


def _rivals(found: Strategies, decision: Decision, overturns: Sequence[tuple[Change, str | None]]) -> Iterator[Rival]:
    """Yield every other computed strategy with the step at which it fell out, and what would bring it to the front."""
    for each in found.strategies:
        if not each.computed or each.code == decision.first:
            continue
        fell = next(reason.code for reason in decision.reasons if each.code in reason.dropped)
        change = next((change for change, first in overturns if first == each.code), None)
        yield Rival(strategy=each.code, fell_at=fell, overturned_by=change)
