"""Indicators of a household: every rule about households evaluated, with what it measured and what is missing.

A threshold may rest on law, official statistics, a former limit, practice or a proposal (`Indicator.basis`);
whoever shows a result shows that too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.engine.evaluate import Engine, condition_column, mask_column
from dluhy.facts.derived import functions
from dluhy.household.frame_columns import fact_frame
from dluhy.household.measures import Measure, measured
from dluhy.law.conditions import facts_of, rules_of
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    import polars as pl

    from dluhy.engine.findings import Status
    from dluhy.law.models import Evidence, Rule
    from dluhy.law.pack import Pack

__all__ = ["Indicator", "Measure", "indicators", "indicators_of", "told"]

TOPIC: Final = "household"
WORDS: Final = "household_indicators"
"""The vocabulary that says of each rule about a household what it measures and what its threshold rests on."""
KEY: Final = "household"
_STATUSES: Final[dict[bool | None, Status]] = {True: "holds", False: "fails", None: "unknown"}


@frozen(kw_only=True)
class Indicator:
    """One rule about a household as it came out.

    `rule` is its id in the pack, `verdict` a code of `verdicts` (its `level` says how loud it is), `basis` a code of
    `indicator_bases`. `measure` is what the rule compares, None where it compares no single number. `missing` are names
    of the facts that would decide an unknown result, `verify` what must be verified before anybody acts on it.
    """

    rule: str
    status: Status
    verdict: str
    basis: str
    evidence: Evidence
    measure: Measure | None = None
    missing: tuple[str, ...] = ()
    verify: tuple[Bilingual, ...] = ()


def indicators(facts: pl.DataFrame, pack: Pack, as_of: date) -> pl.DataFrame:
    """Return facts of households (one row each, money in haléře, null unknown) with every rule about them evaluated.

    A column `household` may name them. The result has the columns of `dluhy.engine.evaluate`; row order is kept. Raises
    HorizonError for a day the pack does not know, InputError with everything wrong in the columns.
    """
    pack.require_known(TOPIC, as_of)
    part = _engine(pack).pack
    return _engine(pack).evaluate(fact_frame(facts, part.facts, part.members, [KEY]), as_of, steps=False)


def with_steps(facts: pl.DataFrame, pack: Pack, as_of: date) -> pl.DataFrame:
    """Return facts of households as `indicators` does, with the conditions of the steps of their ladders."""
    return _engine(pack).evaluate(facts, as_of, masks=False)


def indicators_of(facts: pl.DataFrame, pack: Pack, as_of: date) -> tuple[Indicator, ...]:
    """Return the indicators of the one household in a frame of facts, in the order of the pack.

    Raises ValueError for a frame that has not one row, HorizonError as `indicators` does.
    """
    if facts.height != 1:
        raise ValueError(f"one household is expected, not {facts.height}")
    return told(indicators(facts, pack, as_of).row(0, named=True), pack)


def told(row: Mapping[str, Any], pack: Pack) -> tuple[Indicator, ...]:
    """Return the indicators that a row of the result of `indicators` holds, in the order of the pack."""
    return tuple(_told(rule, row, _engine(pack)) for rule in _engine(pack).pack.rules.values())


@lru_cache(maxsize=4)
def _engine(pack: Pack) -> Engine:
    return Engine(pack, functions(), "households")


def _told(rule: Rule, row: Mapping[str, Any], engine: Engine) -> Indicator:
    status = _STATUSES[row[rule.id]]
    more = engine.pack.term(WORDS, rule.id).more
    return Indicator(
        rule=rule.id,
        status=status,
        verdict=rule.verdict,
        basis=more["basis"],
        evidence=rule.evidence,
        measure=measured(rule, row, more["unit"], engine.pack) if "unit" in more else None,
        missing=_missing(rule, row, engine) if status == "unknown" else (),
        verify=tuple(_verify(rule, row)),
    )


def _missing(rule: Rule, row: Mapping[str, Any], engine: Engine) -> tuple[str, ...]:
    """Return what people would be asked, then what other parts of the program could not give."""
    given = dict.fromkeys(name for name in _given(rule, row, engine.pack) if row[name] is None)
    return (*engine.missing_names(row[mask_column(rule.id)]), *given)


def _given(rule: Rule, row: Mapping[str, Any], pack: Pack) -> Iterator[str]:
    """Yield the facts of an undecided rule that nobody is asked for and nothing here computes."""
    for condition in rule.all:
        node = pack.conditions[condition.if_]
        yield from (name for name in facts_of(node) if not (pack.facts[name].asked or pack.facts[name].inputs))
        for name in rules_of(node):
            if row[name] is None:
                yield from _given(pack.rules[name], row, pack)


def _verify(rule: Rule, row: Mapping[str, Any]) -> Iterator[Bilingual]:
    """Yield the sentences that hold; one whose condition is not known is told too."""
    for each in rule.verify:
        if each.if_ is None or row[condition_column(each.if_)] is not False:
            yield Bilingual(cs=each.cs, en=each.en)
