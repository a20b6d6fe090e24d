"""What a projection comes to with one thing otherwise: income, dependants, a gift, the trustee's tax, the court."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.law.amounts import known_ratio, known_value
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.relief.claims import UNSECURED
from dluhy.relief.projection import gone
from dluhy.relief.projection_law import TOPIC, case_law, with_vat
from dluhy.relief.projection_totals import claim_totals, shares
from dluhy.relief.projection_values import Variant, shown
from dluhy.relief.regimes import first_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import DebtorIncome, ReliefInput

BASE: Final = "base"


def sensitivity(state: ReliefInput, pack: Pack | None = None) -> tuple[Variant, ...]:
    """Return the projection as given and with one thing changed, each in short; errors as for the projection itself.

    A variant that would change nothing is left out: fewer dependants than none, a tax that is not paid, no gift where
    there is none.
    """
    law = pack or default_pack()
    states = [(BASE, state, ()), *_changed(state, law)]
    return tuple(_variant(code, other, changed, law) for code, other, changed in states)


def _variant(code: str, state: ReliefInput, changed: tuple[tuple[str, int], ...], pack: Pack) -> Variant:
    course, ended = gone(state, pack)
    percent, _ = shares(claim_totals(course))
    plan = next(month for month in course.months if month.phase == "plan")
    return Variant(
        code=code, changed=changed, basis_points=shown(percent),
        creditors=sum(month.of_ranks(UNSECURED) for month in course.months),
        ended_after=ended, left_first=plan.left, assumed=any(month.assumed for month in course.months),
    )  # fmt: skip


def _changed(state: ReliefInput, pack: Pack) -> Iterator[tuple[str, ReliefInput, tuple[tuple[str, int], ...]]]:
    began = first_day(state.regime, pack)
    step = known_ratio(pack.series["projection_income_step"], began)
    for code, factor in (("income_down", 1 - step), ("income_up", 1 + step)):
        yield code, _with_debtors(state, _income(factor)), (("factor_percent", int(factor * 100)),)
    for code, more in (("dependant_less", -1), ("dependant_more", 1)):
        number = (state.debtors[0].household.dependants or 0) + more
        if number >= 0:
            first = _dependants(state.debtors[0], number)
            yield code, evolve(state, debtors=(first, *state.debtors[1:])), (("dependants", number),)
    gifts = [("gift_none", 0)]
    gifts += [(f"gift_{size}", known_value(pack.series[f"projection_gift_{size}"], began) * KORUNA)
              for size in ("small", "large")]  # fmt: skip
    for code, amount in gifts:
        if amount != state.third_party_monthly:
            yield code, evolve(state, third_party_monthly=amount), (("third_party_monthly", amount),)
    if state.trustee_vat is not False:
        yield "trustee_without_vat", evolve(state, trustee_vat=False), (("trustee_vat", 0),)
    amount = court_amount(state, pack)
    if amount != state.court_instalment:
        yield "court_amount", evolve(state, court_instalment=amount), (("court_instalment", amount),)


def court_amount(state: ReliefInput, pack: Pack) -> int:
    """Return another monthly instalment to try: the court's average where it is known, otherwise the least possible.

    The least is the trustee's month twice and running maintenance; haléře. Source: § 395 odst. 1 písm. b), § 398
    odst. 5 IZ.
    """
    if state.court_average is not None:
        return state.court_average
    trustee = case_law(state.regime, state.petition_on, state.spouses, pack).trustee
    day = min(state.approved_on or state.petition_on, pack.info.horizon[TOPIC].to)
    month = with_vat(trustee.fee_plan + trustee.expenses, day, pack, vat=state.trustee_vat is not False)
    return 2 * month + sum(claim.amount for claim in state.claims if claim.kind == "maintenance_current")


def _with_debtors(state: ReliefInput, change: Callable[[DebtorIncome], DebtorIncome]) -> ReliefInput:
    return evolve(state, debtors=tuple(change(debtor) for debtor in state.debtors))


def _income(factor: Fraction) -> Callable[[DebtorIncome], DebtorIncome]:
    """Return a change of an income by a factor, rounded down to the haléř."""

    def changed(debtor: DebtorIncome) -> DebtorIncome:
        if isinstance(debtor.net, int):
            return evolve(debtor, net=int(debtor.net * factor))
        return evolve(debtor, net=tuple(int(net * factor) for net in debtor.net))

    return changed


def _dependants(debtor: DebtorIncome, number: int) -> DebtorIncome:
    return evolve(debtor, household=evolve(debtor.household, dependants=number))
