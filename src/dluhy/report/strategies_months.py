"""A way out of debt month by month, as rows that a person can check on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.relief.projection_frames import table
from dluhy.report.deduction_steps import month_name
from dluhy.report.strategies_teller import StrategyTeller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.relief.projection_values import Projection
    from dluhy.relief.strategies_values import Strategy, StrategyMonth

TO_DEBTS: Final = ("executor", "costs", "interest", "principal")
_SOURCES, _USES, _STRATEGIES = "strategy_sources", "strategy_uses", "relief_strategies"


@frozen
class MonthsReport:
    """The months of one way out: a row of heads, a row of cells for each month, money as decimal strings.

    What was owed, what was added, less what dropped out and what was paid on debts (costs of enforcement, costs,
    interest, principal) is what remains; `check` says so, null for debt relief, whose own table is `relief_table`.
    Columns in which nothing happens are left out.
    """

    code: str
    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    check: str | None


def months_report(way: Strategy, pack: Pack, language: Language) -> MonthsReport:
    """Return the months of a way out; without rows where it is not computed."""
    tell = StrategyTeller(pack, language)
    relieves = bool(pack.term(_STRATEGIES, way.code).more["relieves"])
    sources, uses = (_seen(way, vocabulary, tell) for vocabulary in (_SOURCES, _USES))
    before = () if relieves else ("owed", "accrued", "dropped")
    heads = [
        tell.say("strategies-head-month"), *(tell.say(f"strategies-head-{name}") for name in before),
        *(tell.term(_SOURCES, code) for code in sources), *(tell.term(_USES, code) for code in uses),
        tell.say("strategies-head-remaining"), tell.say("strategies-head-left"), tell.say("strategies-head-assumed"),
    ]  # fmt: skip
    return MonthsReport(
        code=way.code, label=tell.term(_STRATEGIES, way.code), heads=tuple(heads),
        rows=tuple(tuple(_row(month, sources, uses, tell, told=not relieves)) for month in way.month),
        check=None if relieves else tell.say("strategies-check"),
    )  # fmt: skip


def relief_table(projection: Projection, pack: Pack, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return the months of debt relief by themselves, a row of heads first: what comes in and who gets it."""
    tell = StrategyTeller(pack, language)
    return tuple(tuple(tell.set(cell) for cell in row) for row in table(projection, pack, language))


def _seen(way: Strategy, vocabulary: str, tell: StrategyTeller) -> list[str]:
    """Return the sources or uses that occur, in the order of their vocabulary."""
    pairs = (each for month in way.month for each in (month.sources if vocabulary == _SOURCES else month.uses))
    found = {code for code, amount in pairs if amount}
    return [code for code in tell.pack.vocabularies[vocabulary] if code in found]


def _row(
    month: StrategyMonth, sources: list[str], uses: list[str], tell: StrategyTeller, *, told: bool
) -> Iterator[str]:
    yield month_name(month.first, tell.language)
    if told:
        paid = sum(month.to(use) for use in TO_DEBTS)
        owed = month.remaining + paid + month.dropped - month.accrued
        yield from (to_decimal_string(each) for each in (owed, month.accrued, month.dropped))
    yield from (to_decimal_string(month.of(code)) for code in sources)
    yield from (to_decimal_string(month.to(code)) for code in uses)
    yield from (to_decimal_string(month.remaining), to_decimal_string(month.left))
    yield tell.say("strategies-marked") if month.assumed else ""
