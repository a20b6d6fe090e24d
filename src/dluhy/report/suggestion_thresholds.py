"""What the thresholds of a suggestion rest on, in one language: the law, practice or our own proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.municipal.thresholds import BASES, thresholds_of
from dluhy.report.household_teller import Grounds  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.models import Rule
    from dluhy.municipal.thresholds import Threshold
    from dluhy.report.suggestion_teller import SuggestionTeller
    from dluhy.report.texts import Texts

_SHARE: Final = "basis_points"
_AGE: Final = "years"


@frozen(kw_only=True)
class ThresholdReport:
    """One threshold: what is compared, with what, and what the line rests on.

    `basis` is a code of `indicator_bases`. `value` is the line in words, null where `rule`, a rule about households,
    draws it; `rule` is null elsewhere.
    """

    fact: str
    label: str
    value: str | None
    rule: str | None
    basis: str
    basis_label: str
    grounds: Grounds


def threshold_reports(rule: Rule, as_of: date, tell: SuggestionTeller) -> tuple[ThresholdReport, ...]:
    """Return the thresholds of an intervention's rule on a day, in the language of a teller.

    Raises HorizonError for a day outside a series.
    """
    return tuple(_report(each, tell) for each in thresholds_of(rule, tell.pack, as_of))


def threshold_told(each: ThresholdReport, say: Texts) -> str:
    """Return a threshold as one sentence."""
    if each.value is None:
        return say("suggest-threshold-rule", label=each.label, basis=each.basis_label)
    return say("suggest-threshold", label=each.label, value=each.value, basis=each.basis_label)


def _report(threshold: Threshold, tell: SuggestionTeller) -> ThresholdReport:
    return ThresholdReport(
        fact=threshold.fact,
        label=tell.set(threshold.label.text(tell.language)),
        value=_line(threshold, tell),
        rule=threshold.rule,
        basis=threshold.basis.code,
        basis_label=tell.term(BASES, threshold.basis.code),
        grounds=tell.grounds(threshold.citations, threshold.evidence),
    )


def _line(threshold: Threshold, tell: SuggestionTeller) -> str | None:
    """Return the line drawn from below, or from both sides; None where another rule draws it."""
    units = {tell.pack.series[name].unit for name, _ in threshold.values}
    values = [
        tell.share(value) if _SHARE in units else str(value) for _, value in threshold.values if value is not None
    ]
    if not values:
        return None
    if len(values) == 1:
        return tell.say("suggest-threshold-from", value=values[0])
    key = "suggest-threshold-ages" if _AGE in units else "suggest-threshold-between"
    return tell.say(key, least=values[0], most=values[-1])
