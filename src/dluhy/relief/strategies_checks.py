"""What in the input of a comparison is impossible, and what of it is not known and must be asked."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from dluhy.deductions.claims import ranked
from dluhy.deductions.model import Claim
from dluhy.problems import Problem
from dluhy.relief.claims import is_sum
from dluhy.relief.strategies_values import Ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_model import StrategyClaim, StrategyInput

MOST_CLAIMS: Final = 1_000
MOST_MONTHS: Final = 1_200
_SUMS: Final = (
    "balance", "principal", "costs", "penalty_monthly", "penalty_left", "executor_costs", "costs_to_come", "monthly",
    "instalment_now",
)  # fmt: skip


def input_problems(state: StrategyInput, pack: Pack) -> list[Problem]:
    """Return everything that is impossible about the input of a comparison, each with its place."""
    problems = [*_of_household(state, pack), *_of_debtors(state, pack)]
    for number, claim in enumerate(state.claims or ()):
        problems += _of_claim(claim, f"/claims/{number}", state, pack)
    names = [claim.id for claim in state.claims or ()]
    if len(set(names)) < len(names):
        problems.append(_problem("duplicate", "/claims", "dva dluhy mají stejné označení", "two debts have one id"))
    if len(names) > MOST_CLAIMS:
        problems.append(_problem("too_large", "/claims", "tolik dluhů není možných", "so many debts are impossible"))
    return problems


def _problem(code: str, place: str, cs: str, en: str) -> Problem:
    return Problem(code, place, cs, en)


def _of_household(state: StrategyInput, pack: Pack) -> Iterator[Problem]:
    sums = {
        "/other_income": state.other_income, "/expenses": state.expenses, "/living_minimum": state.living_minimum,
        "/maintenance": state.maintenance, "/benefit": state.benefit, "/relief_least": state.relief_least,
    }  # fmt: skip
    if state.offering is not None:
        sums |= {"/offering/step": state.offering.step, "/offering/minimum": state.offering.minimum}
    yield from _whole(sums)
    months = state.horizon_months
    if months is not None and not 0 < months <= MOST_MONTHS:
        yield _problem(
            "out_of_range", "/horizon_months", "tolik měsíců nelze porovnat", "so many months cannot be compared"
        )
    if state.offering is not None and state.offering.step == 0:
        yield _problem(
            "out_of_range", "/offering/step", "krok splátek není nula", "the step of instalments is not zero"
        )
    if state.relief_class is not None and state.relief_class not in pack.vocabularies["entry_classes"]:
        yield _problem("not_in_list", "/relief_class", "takový výsledek vstupu tu není", "there is no such class")
    if state.after_horizon not in ("refuse", "last_known"):
        yield _problem("not_in_list", "/after_horizon", "taková volba tu není", "there is no such choice")


def _whole(sums: dict[str, Any]) -> Iterator[Problem]:
    for place, amount in sums.items():
        if amount is not None and not is_sum(amount):
            yield _problem("out_of_range", place, "čeká se částka v celých haléřích", "whole haléře are expected")


def _of_debtors(state: StrategyInput, pack: Pack) -> Iterator[Problem]:
    for number, debtor in enumerate(state.debtors):
        place = f"/debtors/{number}"
        nets = (debtor.net,) if isinstance(debtor.net, int) else debtor.net
        yield from _whole({f"{place}/net": net for net in nets} or {f"{place}/net": -1})
        if debtor.kind not in pack.vocabularies["income_kinds"]:
            yield _problem("not_in_list", f"{place}/kind", "takový druh příjmu tu není", "there is no such income")
    names = [debtor.id for debtor in state.debtors]
    if len(set(names)) < len(names):
        yield _problem("duplicate", "/debtors", "dva dlužníci mají stejné označení", "two debtors have one id")


def _of_claim(claim: StrategyClaim, place: str, state: StrategyInput, pack: Pack) -> Iterator[Problem]:
    sums = {f"{place}/{name}": getattr(claim, name) for name in _SUMS}
    if claim.drop is not None:
        sums |= {f"{place}/drop/least": claim.drop.least, f"{place}/drop/most": claim.drop.most}
    wrong = list(_whole(sums))
    yield from wrong
    if not wrong:
        yield from _contradictions(claim, place)
    yield from _codes(claim, place, state, pack)
    if claim.urgency is not None and not 0 <= claim.urgency < MOST_CLAIMS:
        yield _problem("out_of_range", f"{place}/urgency", "takové pořadí tu není", "there is no such turn")
    if claim.delivered_on is not None and claim.delivered_on >= state.from_month.replace(day=1):
        cs, en = "příkaz je doručen až po začátku srovnání", "the order is delivered only after the comparison begins"
        yield _problem("delivered_later", f"{place}/delivered_on", cs, en)


def _contradictions(claim: StrategyClaim, place: str) -> Iterator[Problem]:
    if claim.balance is not None and (claim.principal or 0) + claim.costs > claim.balance:
        cs, en = "části dluhu přesahují celý dluh", "the parts of the debt exceed the whole"
        yield _problem("parts_exceed_whole", f"{place}/balance", cs, en)
    drop = claim.drop
    if drop is not None and drop.least is not None and drop.most is not None and drop.least > drop.most:
        cs, en = "nejmenší úbytek je větší než největší", "the least reduction is larger than the largest"
        yield _problem("limits_reversed", f"{place}/drop", cs, en)


def _codes(claim: StrategyClaim, place: str, state: StrategyInput, pack: Pack) -> Iterator[Problem]:
    if claim.allocation is not None and claim.allocation not in pack.vocabularies["strategy_allocations"]:
        yield _problem("not_in_list", f"{place}/allocation", "takové pořadí tu není", "there is no such order")
    if claim.debtor is not None and claim.debtor not in {debtor.id for debtor in state.debtors}:
        yield _problem("not_in_list", f"{place}/debtor", "takový dlužník tu není", "there is no such debtor")
    rate = claim.yearly_rate
    if rate is not None and (isinstance(rate, bool) or not isinstance(rate, int | Fraction) or rate < 0):
        cs, en = "úrok se zadává v celých setinách procenta nebo zlomkem", "interest is basis points or a fraction"
        yield _problem("out_of_range", f"{place}/yearly_rate", cs, en)


def unknown(state: StrategyInput, pack: Pack, *, stops: bool, pays: bool) -> tuple[Ask, ...]:
    """Return the facts without which a strategy without debt relief cannot be told, in the order of the claims."""
    if state.claims is None:
        return (Ask(code="claims"),)
    found = [] if state.debtors else [Ask(code="incomes")]
    found += [Ask(code="expenses")] if pays and state.expenses is None else []
    for claim in sorted(state.claims, key=lambda each: each.id):
        found += [Ask(code=code, claim=claim.id) for code in _unknown_of(claim, state, pack, stops=stops)]
    return tuple(found)


def _unknown_of(claim: StrategyClaim, state: StrategyInput, pack: Pack, *, stops: bool) -> Iterator[str]:
    if claim.balance is None:
        yield "balance"
    elif claim.balance and claim.yearly_rate is None:
        yield "yearly_rate"
    elif claim.balance and claim.yearly_rate and claim.principal is None:
        yield "principal"
    if claim.enforced is None:
        yield "enforced"
    elif claim.enforced:
        yield from _unknown_of_enforced(claim, state, pack)
    if stops and claim.drop is not None and claim.drop.least is None:
        yield "drop"


def _unknown_of_enforced(claim: StrategyClaim, state: StrategyInput, pack: Pack) -> Iterator[str]:
    if claim.executor_costs is None:
        yield "executor_costs"
    if claim.running and claim.monthly is None:
        yield "entitled"
    plain = Claim(id=claim.id, kind=claim.kind, priority=claim.priority, began_on=claim.began_on)
    if any(each.assumed for each in ranked([plain], state.from_month, pack, [])):
        yield "priority"
