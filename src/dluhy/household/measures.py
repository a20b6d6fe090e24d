"""What a rule about a household compares with one number, and both in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.facts.derived.households import LARGEST_SHARE
from dluhy.law.conditions import Compare, Fact, typed
from dluhy.typography import NBSP, czech

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.law.models import Rule, Term
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

_FEW: Final = range(2, 5)
UNITS, COMPARISONS = "indicator_units", "indicator_comparisons"
_MINUS: Final = "\u2212"
_PLACES: Final = {"share": 2, "yearly_incomes": 4, "czk": 2}
"""Decimal places of a unit whose values are whole numbers of smaller parts."""
_SHOWN: Final = 2
_SHARES: Final = ("share", "yearly_incomes")


@frozen(kw_only=True)
class Measure:
    """A fact compared with a threshold: haléře, hundredths of a per cent, months or a count.

    `least` and `most` hold the value, equal where it is exact, None where that end is not known; `limit` is the
    threshold, None where it is another fact that is not known. `unit` and `comparison` are terms of the
    vocabularies `indicator_units` and `indicator_comparisons`. `capped` tells of a share so large that there may be no
    income at all; `at_least` is the term that then stands before the value.
    """

    fact: str
    unit: Term
    comparison: Term
    least: int | None
    most: int | None
    limit: int | None
    capped: bool
    at_least: Term

    def value_text(self, language: Language) -> str | None:
        """Return the value in words with its unit, as “2–3” where only its ends are known; None where they are not."""
        if self.least is None or self.most is None:
            return None
        number = _number(self.least, self.unit.code, language)
        if self.most != self.least:
            number = f"{number}–{_number(self.most, self.unit.code, language)}"
        text = _set(_pattern(self.unit, self.most, language), language, number=number)
        return _set(self.at_least.text(language), language, limit=text) if self.capped else text

    def limit_text(self, language: Language) -> str | None:
        """Return the threshold in words (“more than 40 %”); None where it is not known."""
        if self.limit is None:
            return None
        number = _number(self.limit, self.unit.code, language)
        limit = _set(_pattern(self.unit, self.limit, language), language, number=number)
        return _set(self.comparison.text(language), language, limit=limit)


def measured(rule: Rule, row: Mapping[str, Any], unit: str, pack: Pack) -> Measure | None:
    """Return what the one comparison of a rule measures on a row of results; None if the rule is of another shape."""
    node = pack.conditions[rule.all[0].if_]
    if len(rule.all) != 1 or not isinstance(node, Compare):
        return None
    spec = pack.facts[node.left.name]
    least, most = (row[column] for column in (spec.columns[0], spec.columns[-1]))
    signs = {term.more["sign"]: term for term in pack.vocabularies[COMPARISONS].values()}
    return Measure(
        fact=spec.name,
        unit=pack.term(UNITS, unit),
        comparison=signs[node.op],
        least=least,
        most=most,
        limit=_limit(node, row, pack),
        capped=unit in _SHARES and least == LARGEST_SHARE,
        at_least=signs[">="],
    )


def _limit(node: Compare, row: Mapping[str, Any], pack: Pack) -> int | None:
    if isinstance(node.right, Fact):
        limit: int | None = row[node.right.name]
        return limit
    return int(typed(node.right, pack.facts[node.left.name], pack.members))  # type: ignore[arg-type]  # a number


def _number(value: int, unit: str, language: Language) -> str:
    """Return a number with at most two decimal places, rounded up; of a share without zeros at the end."""
    places = _PLACES.get(unit, 0)
    finer = 10 ** max(places - _SHOWN, 0)
    places = min(places, _SHOWN)
    whole, rest = divmod(abs(-(-value // finer)), 10**places)
    text = f"{whole:,}".replace(",", NBSP) if language == "cs" else f"{whole:,}"
    decimals = f"{rest:0{places}d}" if places else ""
    decimals = decimals.rstrip("0") if unit in _SHARES else decimals
    text += ("," if language == "cs" else ".") + decimals if decimals else ""
    return f"{_MINUS}{text}" if value < 0 else text


def _pattern(unit: Term, value: int, language: Language) -> str:
    """Return the words of a unit for a number: a unit may have other ones for one and for a few."""
    form = "one" if value == 1 else "few" if value in _FEW else None
    words = unit.more.get(form) if form else None
    return unit.text(language) if words is None else str(words[language])


def _set(pattern: str, language: Language, **values: str) -> str:
    text = pattern.format(**values)
    return czech(text) if language == "cs" else text
