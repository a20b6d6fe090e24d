from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.relief.projection_agreement import draw, to_input

from dluhy.law.pack import default_pack
from dluhy.relief.projection import project
from dluhy.relief.projection_division import pro_rata
from dluhy.relief.projection_frames import months_frame

if TYPE_CHECKING:
    from dluhy.relief.projection_model import DebtorIncome, ReliefInput

PACK = default_pack()
MODERATE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STATES = st.integers(0, 10**6).map(lambda seed: to_input(draw(Random(seed))))  # noqa: S311
CROWNS = 100
LOST_TO_THIRDS = 2 * CROWNS
"""Two thirds of a remainder are taken in whole crowns each: up to so much of it is lost, per debtor and month."""


@MODERATE
@given(STATES)
def test_what_comes_in_goes_out_in_every_month(state: ReliefInput) -> None:
    found = project(state, PACK)
    for month in found.months:
        assert month.money_in == month.money_out
        assert min(month.returned, month.left, month.deduction, *month.payments, *(got for _, got in month.ranks)) >= 0
        to_claims = sum(amount for rank, amount in month.ranks if not rank.startswith(("trustee", "petition")))
        assert sum(month.payments) == to_claims
    totals = found.totals
    assert totals.deduction + totals.voluntary + totals.left == totals.income


@MODERATE
@given(STATES)
def test_nobody_gets_more_than_the_claim(state: ReliefInput) -> None:
    found = project(state, PACK)
    for number, claim in enumerate(found.claims):
        assert claim.paid == sum(month.payments[number] for month in found.months)
        assert 0 <= claim.paid <= claim.ranked + claim.subordinated + claim.secured
        assert claim.rest >= 0
    assert 0 <= found.percent <= 1
    assert 0 <= found.percent_all <= 1
    assert found.basis_points <= found.percent * 10_000 < found.basis_points + 1


@MODERATE
@given(STATES)
def test_subordinated_claims_get_nothing_while_another_claim_is_open(state: ReliefInput) -> None:
    found = project(state, PACK)
    if found.percent < 1:
        assert found.totals.subordinated == 0
    if found.percent < 1 and found.regime == "r2024":
        plan = [month for month in found.months if month.phase == "plan"]
        assert sum(month.of_ranks("trustee_before") for month in plan) == 0


@MODERATE
@given(STATES, st.randoms(use_true_random=False))
def test_the_order_of_claims_moves_a_haler_a_month_at_most(state: ReliefInput, random: Random) -> None:
    claims = list(state.claims)
    random.shuffle(claims)
    one, other = project(state, PACK), project(evolve(state, claims=tuple(claims)), PACK)
    assert (one.ended_after, one.percent, one.totals) == (other.ended_after, other.percent, other.totals)
    paid = {claim.id: claim.paid for claim in other.claims}
    assert all(abs(claim.paid - paid[claim.id]) <= 2 for claim in one.claims)


@MODERATE
@given(STATES, st.integers(1, 1_000_000))
def test_more_income_never_lowers_satisfaction_but_for_what_rounding_of_thirds_loses(
    state: ReliefInput, more: int
) -> None:
    state = evolve(state, voluntary=0, court_instalment=None)
    one, other = project(state, PACK), project(_richer(state, more), PACK)
    if other.ended_after != one.ended_after:
        assert other.ended_after < one.ended_after
        return
    assert other.percent >= one.percent
    assert other.totals.unsecured >= one.totals.unsecured - LOST_TO_THIRDS * len(state.debtors) * len(one.months)


def _richer(state: ReliefInput, more: int) -> ReliefInput:
    def net(debtor: DebtorIncome) -> int | tuple[int, ...]:
        return debtor.net + more if isinstance(debtor.net, int) else tuple(each + more for each in debtor.net)

    return evolve(state, debtors=tuple(evolve(debtor, net=net(debtor)) for debtor in state.debtors))


@MODERATE
@given(STATES, st.integers(1, 500_000))
def test_a_larger_gift_never_lowers_satisfaction_or_lengthens_the_plan(state: ReliefInput, more: int) -> None:
    one = project(state, PACK)
    other = project(evolve(state, third_party_monthly=state.third_party_monthly + more), PACK)
    assert other.ended_after <= one.ended_after
    if other.ended_after == one.ended_after:
        assert other.percent >= one.percent


@MODERATE
@given(STATES)
def test_one_more_dependant_never_raises_the_deduction(state: ReliefInput) -> None:
    more = tuple(_one_more(debtor) for debtor in state.debtors)
    pairs = zip(project(state, PACK).months, project(evolve(state, debtors=more), PACK).months, strict=False)
    assert all(other.extent <= month.extent for month, other in pairs)


def _one_more(debtor: DebtorIncome) -> DebtorIncome:
    household = debtor.household
    return evolve(debtor, household=evolve(household, dependants=(household.dependants or 0) + 1))


@MODERATE
@given(STATES)
def test_months_past_what_is_known_are_all_marked_and_no_others(state: ReliefInput) -> None:
    found = project(state, PACK)
    last = PACK.info.horizon["deductions"].to
    assert [month.assumed for month in found.months] == [month.first > last for month in found.months]
    assert found.totals.assumed == any(month.assumed for month in found.months)
    assert found.totals.assumed == any(flag.code == "assumption_used" for flag in found.flags)
    assert all(target.assumed for target in found.targets if target.reached_on and target.reached_on > last)


@MODERATE
@given(STATES)
def test_every_row_of_the_frame_adds_up(state: ReliefInput) -> None:
    rows = months_frame(project(state, PACK))
    came = rows.select("deduction", "voluntary", "gifts", "extraordinary", "sale").sum_horizontal()
    went = rows.select(
        "trustee", "maintenance", "estate", "unsecured", "subordinated", "secured", "returned"
    ).sum_horizontal()
    assert came.to_list() == went.to_list()


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**10), max_size=30))
def test_shares_add_up_and_stray_less_than_a_haler_from_the_exact_ones(pool: int, owed: list[int]) -> None:
    parts = pro_rata(pool, owed)
    assert sum(parts) == min(pool, sum(owed))
    for part, each in zip(parts, owed, strict=True):
        assert 0 <= part <= each
        exact: Any = Fraction(min(pool, sum(owed)) * each, sum(owed)) if sum(owed) else 0
        assert abs(part - exact) < 1
