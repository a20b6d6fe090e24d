"""Parental allowance (rodičovský příspěvek), § 30, 31 of Act 117/1995: its total by the day of birth, what is left."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.dates import MONTHS_OF_A_YEAR, months_between
from dluhy.engine.steps import Flag
from dluhy.household.benefits_shared import cannot_say, children_in, draws, seems_not, shown, step
from dluhy.household.minimum import assessed_together
from dluhy.household.model import Estimate
from dluhy.law.amounts import known_ratio, known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from datetime import date

    from dluhy.household.model import Circle
    from dluhy.law.pack import Pack

BENEFIT: Final = "parental_allowance"
_TOTAL, _AGE = "parental_total", "parental_child_age"
_FACTOR, _CHOICE = "parental_multiples_factor", "parental_choice_without_proof"
_AT_HOME: Final = ("parental_leave", "maternity_leave")
_MATERNITY: Final = "maternity"


@frozen
class _Youngest:
    first: date
    last: date
    month: date
    pack: Pack
    multiples: bool | None
    drawn: int | None

    @property
    def totals(self) -> tuple[int, int]:
        """The least and the most the total may be, haléře."""
        bases = [known_value(self.pack.series[_TOTAL], day) * HALERE_PER_KORUNA for day in (self.first, self.last)]
        factor = known_ratio(self.pack.series[_FACTOR], self.month)
        least = Fraction(min(bases)) * (factor if self.multiples else 1)
        most = Fraction(max(bases)) * (1 if self.multiples is False else factor)
        return shown(least), shown(most)

    @property
    def old(self) -> bool | None:
        """Whether the age up to which the allowance is due was passed before the month; None where not known."""
        tests = {self._too_old(day) for day in (self.first, self.last)}
        return tests.pop() if len(tests) == 1 else None

    def _too_old(self, born: date) -> bool:
        """Count whole months: in the month in which the child reaches the age it is still due (§ 30b odst. 1 d))."""
        return months_between(born, self.month) > known_value(self.pack.series[_AGE], born) * MONTHS_OF_A_YEAR


def parental_allowance(
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    multiples: bool | None = None,
    drawn: int | None = None,
) -> Estimate:
    """Return whether a circle seems entitled to the parental allowance, its total and what is left in the reasons.

    `multiples`: the youngest children were born together; `drawn`: haléře already paid for the youngest child. The
    parent chooses the monthly amount, so the estimate has none. HorizonError before 2023.
    """
    pack = pack or default_pack()
    if not circle.members:
        return cannot_say(BENEFIT, month, ["household_members"])
    spans = [member.born for member, _ in children_in(circle, month, pack)]
    if not spans:
        return seems_not(BENEFIT, month, Flag(code="no_dependent_child"))
    days = [(span.first, span.last) for span in spans if span is not None]
    known = [(first, last) for first, last in days if first is not None and last is not None]
    if len(known) < len(spans):
        return cannot_say(BENEFIT, month, ["birth_date"])
    first, last = max(known, key=lambda days: days[1])
    return _judged(circle, _Youngest(first, last, month, pack, multiples, drawn))


def _judged(circle: Circle, child: _Youngest) -> Estimate:
    cares = _cares(circle, child.pack)
    if child.old:
        return seems_not(BENEFIT, child.month, Flag(code="child_too_old"))
    if cares is False:
        return seems_not(BENEFIT, child.month, Flag(code="nobody_cares_at_home"))
    if child.drawn is not None and child.drawn >= child.totals[1]:
        return seems_not(BENEFIT, child.month, Flag(code="parental_used_up"))
    missing = [
        *(["birth_date"] if child.old is None or (child.first != child.last and _differs(child)) else []),
        *(["child_carer"] if cares is None else []),
        *(["multiple_birth"] if child.multiples is None else []),
        *(["parental_drawn"] if child.drawn is None else []),
    ]
    settled = child.old is False and cares and child.drawn is not None and child.drawn < child.totals[0]
    return _estimate(circle, child, tuple(missing), settled=bool(settled))


def _differs(child: _Youngest) -> bool:
    series = child.pack.series[_TOTAL]
    return known_value(series, child.first) != known_value(series, child.last)


def _cares(circle: Circle, pack: Pack) -> bool | None:
    """Tell whether a parent cares for the youngest child all day; None where nobody says."""
    members = assessed_together(circle.members or ())
    if draws(circle, BENEFIT, pack) or any(m.child_carer or m.activity in _AT_HOME for m in members):
        return True
    grown = [m for m in members if m.role != "child"]
    return False if grown and all(m.child_carer is False for m in grown) else None


def _estimate(circle: Circle, child: _Youngest, missing: tuple[str, ...], *, settled: bool) -> Estimate:
    least, most = child.totals
    choice = period_on(child.pack.series[_CHOICE], child.month)
    total = period_on(child.pack.series[_TOTAL], child.last)
    limit = (choice.value or 0) * HALERE_PER_KORUNA
    reasons = [Flag(code="parental_choice", values={"limit": limit}, evidence=choice.evidence)]
    steps = [step("parental_total", least if least == most else None, total, least=least, most=most)]
    if least == most:
        reasons.insert(0, Flag(code="parental_total", values={"limit": least}, evidence=total.evidence))
    if least == most and child.drawn is not None:
        reasons.append(Flag(code="parental_left", values={"estimate": least - child.drawn}))
        steps.append(step("parental_left", least - child.drawn, drawn=child.drawn))
    if any(line.kind == _MATERNITY and line.net != 0 for line in circle.incomes or ()):
        reasons.append(Flag(code="maternity_first"))
    return Estimate(
        benefit=BENEFIT,
        seems="seems_entitled" if settled else "cannot_say",
        month=child.month,
        reasons=tuple(reasons),
        assumed=("residence",),
        missing=missing,
        steps=tuple(steps),
        evidence=weakest([total.evidence, choice.evidence]),
    )
