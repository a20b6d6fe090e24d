"""How a net wage explains itself: steps with provisions, what a reader must know, what was assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.engine.steps import Flag, Step
from dluhy.household.payroll_figures import evidence_on
from dluhy.law.amounts import value_on
from dluhy.law.models import Citation, weakest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.household.net_wage_model import Earner, NetWage, WageLine
    from dluhy.household.net_wage_possible import Employer, Outcome
    from dluhy.household.payroll_figures import Figures
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

STEPS: Final = "payroll_steps"
_FIELDS: Final = {
    "social": "social", "health": "health", "health_top_up": "health_top_up", "withholding": "withholding",
    "advance_base": "base", "advance_before": "advance_before", "credits_used": "credits_used",
    "relief_used": "relief_used", "advance": "advance", "bonus": "bonus", "net": "net",
}  # fmt: skip
_EVEN_IF_ZERO: Final = frozenset({"social", "health", "advance", "net"})


def steps_of(result: NetWage, pack: Pack) -> Iterator[Step]:
    """Yield the steps of every line in the order of the computation; a value is None where it is not known."""
    law = evidence_on(pack, result.month)
    for line in result.lines:
        for code, name in _FIELDS.items():
            value: int | None = getattr(line, name)
            if value != 0 or code in _EVEN_IF_ZERO:
                yield _step(code, value, {"employer": line.employer, "gross": line.gross}, pack, law)
    if result.self_paid_health != 0:
        yield _step("self_paid_health", result.self_paid_health, {}, pack, law)


def _step(code: str, value: int | None, inputs: dict[str, int | str | None], pack: Pack, law: Evidence) -> Step:
    more = pack.term(STEPS, code).more
    cites = tuple(Citation(at=at) for at in more["cites"])
    return Step(code=code, value=value, inputs=inputs, cites=cites, evidence=weakest((law, more["evidence"])))


def flags_of(result: NetWage, earner: Earner, outcomes: Sequence[Outcome], law: Figures[int]) -> Iterator[Flag]:
    """Yield what a reader must know; only what holds in every possible case."""
    mark = result.evidence
    if result.self_paid_health:
        yield Flag(code="self_paid_health_due", evidence=mark, values={"amount": result.self_paid_health})
    missing = sum(line.health_top_up or 0 for line in result.lines)
    if missing:
        values = {"amount": missing, "minimum": law.minimum_wage}
        yield Flag(code="health_topped_up", evidence=mark, values=values)
    if earner.wages and all(wage.declaration is False for wage in earner.wages):
        yield Flag(code="no_declaration", evidence=mark)
    lost = {outcome.lost for outcome in outcomes}
    if lost in ({"bonus_income_low"}, {"bonus_too_small"}):
        (code,) = lost
        limit = law.bonus_income if code == "bonus_income_low" else law.bonus_least
        yield Flag(code=str(code), evidence=mark, values={"limit": limit})
    owed = -sum(min(line.net, 0) for line in result.lines if line.net is not None)
    if owed:
        yield Flag(code="net_below_zero", evidence=mark, values={"amount": owed})


def assumed_of(
    earner: Earner, lines: Sequence[WageLine], employers: Sequence[Employer], law: Figures[int], pack: Pack
) -> Iterator[str]:
    """Yield what was not asked and is taken for granted; codes of `payroll_assumptions`."""
    if not lines:
        return
    yield "whole_month"
    if any(line.declaration is not False for line in lines):
        yield "year_end"
        if value_on(pack.series["tax_credit_student_year"], earner.month):
            yield "no_student_credit"
    covering = [each for each in employers if each.insured.covered]
    if len(covering) > 1 and any(line.health_top_up != 0 for line in lines):
        yield "top_up_through_largest"
    if any(sum(each.social_bases) > law.cap_month for each in employers):
        yield "below_yearly_cap"
    if any(each.gross.work_activity and not each.insured.small_counts for each in employers):
        yield "activity_without_agreed_income"
    if earner.working_pensioner and sum(any(each.social_bases) for each in employers) > 1:
        yield "pensioner_asked_everywhere"
