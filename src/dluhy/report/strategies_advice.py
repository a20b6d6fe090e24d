"""What comes out of comparing ways out, in plain sentences: which comes first, why, and what would overturn it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.relief.strategies_values import Change, Reason, Recommendation, Rival
    from dluhy.report.strategies_teller import StrategyTeller

_STRATEGIES, _ASKS = "relief_strategies", "strategy_asks"
_CHANGES: Final = "recommendation_changes"
_MONEY: Final = frozenset({"survival", "survival_nobody", "expenses", "paid", "stays"})
"""Steps whose numbers are sums; of the others they are months."""


@frozen
class RivalReport:
    """A way that does not come first: at which step it fell out, what would bring it to the front (null: nothing)."""

    strategy: str
    label: str
    sentence: str
    overturned_by: str | None


@frozen
class AdviceReport:
    """What comes out of the comparison; never a promise.

    `strategy` is a code, null where none comes first: `refused` says why. `said` is the answer in a sentence, `reasons`
    are the steps of the comparison, `overturns` what would bring another outcome, `holds` what was tried and changes
    nothing, `asks` what to find out, `remark` how sure the practice behind it is.
    """

    strategy: str | None
    label: str | None
    refused: str | None
    said: str
    reasons: tuple[str, ...]
    rivals: tuple[RivalReport, ...]
    overturns: tuple[str, ...]
    holds: tuple[str, ...]
    asks: tuple[str, ...]
    remark: str | None


def advice_report(found: Recommendation, tell: StrategyTeller) -> AdviceReport:
    """Return a recommendation as people read it."""
    label = None if found.strategy is None else tell.term(_STRATEGIES, found.strategy)
    refused = None if found.refused is None else tell.term("recommendation_refusals", found.refused)
    overturning = {change.code for change, _ in found.overturns}
    held = dict.fromkeys(change.code for change in found.tried if change.code not in overturning)
    return AdviceReport(
        strategy=found.strategy,
        label=label,
        refused=found.refused,
        said=refused or tell.say("strategies-advice", label=label or ""),
        reasons=tuple(_reason(each, tell) for each in found.reasons),
        rivals=tuple(_rival(each, tell) for each in found.rivals),
        overturns=tuple(_overturns(found, tell)),
        holds=tuple(_most_tried(code, found.tried, tell) for code in held),
        asks=tuple(tell.filled(tell.pack.term(_ASKS, each.code), {"claim": each.claim or ""}) for each in found.asks),
        remark=tell.remark(found.evidence) if found.strategy is not None else None,
    )


def _labels(codes: Sequence[str], tell: StrategyTeller) -> str:
    return tell.say("strategies-none") if not codes else "; ".join(tell.term(_STRATEGIES, code) for code in codes)


def _reason(each: Reason, tell: StrategyTeller) -> str:
    """Return a step of the comparison in a sentence."""
    values = dict(each.values)
    told: dict[str, str | int] = {"kept": _labels(each.kept, tell), "dropped": _labels(each.dropped, tell)}
    for name, value in values.items():
        told[name] = tell.crowns(value) if each.code in _MONEY else value
    told["count"] = len(each.dropped)
    return tell.say(f"strategies-step-{each.code.replace('_', '-')}", **told)


def _rival(each: Rival, tell: StrategyTeller) -> RivalReport:
    label = tell.term(_STRATEGIES, each.strategy)
    fell = tell.say(f"strategies-fell-{each.fell_at.replace('_', '-')}")
    change = None if each.overturned_by is None else _change(each.overturned_by, tell)
    return RivalReport(each.strategy, label, tell.say("strategies-rival", label=label, fell=fell), change)


def _change(change: Change, tell: StrategyTeller) -> str:
    return tell.filled(
        tell.pack.term(_CHANGES, change.code), {"percent": change.percent or 0, "amount": change.amount or 0}
    )


def _overturns(found: Recommendation, tell: StrategyTeller) -> Iterator[str]:
    """Yield what would bring another outcome: of changes by degrees the smallest that brings each outcome."""
    seen = set()
    for change, first in found.overturns:
        if (change.code, first) in seen:
            continue
        seen.add((change.code, first))
        told = _change(change, tell)
        if first is None:
            yield tell.say("strategies-overturns-none", change=told)
        else:
            yield tell.say("strategies-overturns", change=told, label=tell.term(_STRATEGIES, first))


def _most_tried(code: str, tried: Sequence[Change], tell: StrategyTeller) -> str:
    """Return a change that changed nothing, in the largest size in which it was tried."""
    return _change(max((each for each in tried if each.code == code), key=lambda each: each.percent or 0), tell)
