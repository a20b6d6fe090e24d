"""What the thresholds of an intervention rest on: the law, official statistics, practice or our own proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.amounts import period_on
from dluhy.law.conditions import facts_of
from dluhy.law.models import weakest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.law.models import Amount, Citation, Evidence, Rule, Term
    from dluhy.law.pack import Pack

WORDS: Final = "municipal_thresholds"
BASES: Final = "indicator_bases"


@frozen(kw_only=True)
class Threshold:
    """What a rule compares with: `label` names it, `basis` is a term of `indicator_bases`.

    `values` are the amounts of the day by the id of their series, empty where another rule (`rule`) sets them.
    """

    fact: str
    label: Term
    basis: Term
    values: tuple[tuple[str, int | None], ...]
    rule: str | None
    citations: tuple[Citation, ...]
    evidence: Evidence


def thresholds_of(rule: Rule, law: Pack, as_of: date) -> tuple[Threshold, ...]:
    """Return the thresholds that a rule of an intervention compares with on a day, in the order in which it reads them.

    Raises HorizonError for a day outside a series.
    """
    words = law.vocabularies[WORDS]
    read = dict.fromkeys(name for condition in rule.all for name in facts_of(law.conditions[condition.if_]))
    return tuple(_threshold(words[name], law, as_of) for name in read if name in words)


def _threshold(term: Term, law: Pack, as_of: date) -> Threshold:
    names: Sequence[str] = term.more.get("series", ())
    periods: list[Amount] = [period_on(law.series[name], as_of) for name in names]
    ruling = law.rules.get(term.more.get("rule", ""))
    cited = [*(cite for period in periods for cite in period.citations), *(ruling.citations if ruling else ())]
    marks = [period.evidence for period in periods] + ([ruling.evidence] if ruling else [])
    return Threshold(
        fact=term.code,
        label=term,
        basis=law.term(BASES, term.more["basis"]),
        values=tuple((name, period.value) for name, period in zip(names, periods, strict=True)),
        rule=None if ruling is None else ruling.id,
        citations=tuple(cited),
        evidence=weakest(marks),
    )
