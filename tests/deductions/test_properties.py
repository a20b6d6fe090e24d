"""What holds for every month, whatever the facts: the protected amount is left, and parts make up the whole."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st
from tests.deductions.agreement import by_program, claims_of, rows_of
from tests.deductions.drawing import draw, hide
from tests.deductions.oracle import HELLER, four_orders
from tests.strategies import examples

from dluhy.deductions import Claim, deduct, deduct_frame

if TYPE_CHECKING:
    from tests.deductions.oracle import Case

    from dluhy.deductions import Deduction

MONTHS: Final = st.integers(0, 10**9).map(lambda seed: draw(Random(seed)))  # noqa: S311
KORUNA: Final = 100
UNORDERED: Final = ("allocations", "flags", "steps", "possibilities")


def spared(case: Case, found: Deduction) -> bool:
    """Return whether a pension keeps the second third of four orders closed."""
    third = found.third // KORUNA
    return four_orders(case | {"own_pension": None}, third) and not four_orders(case, third)


@given(MONTHS)
@examples(400)
def test_the_protected_amount_is_always_left(case: Case) -> None:
    found = by_program(case)
    assert found.left >= min(found.net, found.base)


@given(MONTHS, st.sampled_from([1, 37, 99, 100, 101, 300, 12_345]))
@examples(400)
def test_a_higher_wage_leaves_less_by_no_more_than_the_rounding_of_thirds(case: Case, more: int) -> None:
    """One third is rounded once: less than 1 Kč can be lost; two thirds: less than 2 Kč."""
    before, after = by_program(case), by_program(case | {"net": case["net"] + more * HELLER})
    if spared(case, before) == spared(case, after):
        assert before.left - after.left < KORUNA * after.thirds


def pensioner(net: int) -> Deduction:
    """Return the month of a pensioner with four loans, wages of April 2026; the base is 14 102 Kč."""
    loans = [Claim(id=name, kind="loan", delivered_on=date(2026, 3, 1), issued_on=date(2021, 1, 1)) for name in "abcd"]
    return deduct(
        paid_on=date(2026, 5, 12), wage_period=date(2026, 4, 1), net=str(net), dependants=0, own_pension="old_age",
        claims=loans,
    )  # fmt: skip


def test_where_the_pension_stops_to_help_one_crown_more_costs_a_whole_third() -> None:
    """Of 17 368 Kč a third of 1088 is deducted, of 17 369 Kč two thirds of 1089 (§ 279 odst. 5)."""
    below, above = pensioner(17_368), pensioner(17_369)
    assert (below.third, below.deducted, below.left) == (108_800, 108_800, 1_628_000)
    assert (above.third, above.deducted, above.left) == (108_900, 217_800, 1_519_100)
    assert pensioner(20_631).left < below.left == pensioner(20_632).left


@given(MONTHS)
@examples(400)
def test_one_more_person_never_leaves_less(case: Case) -> None:
    found = by_program(case)
    assert by_program(case | {"dependants": case["dependants"] + 1}).left >= found.left
    assert by_program(case | {"spouse_counts": True}).left >= by_program(case | {"spouse_counts": False}).left


@given(MONTHS)
@examples(200)
def test_rounding_the_parts_changes_the_base_by_a_crown_at_most(case: Case) -> None:
    exact, parts = (by_program(case | {"component_rounding": rounding}) for rounding in ("exact", "2dp"))
    assert 0 <= parts.base - exact.base <= KORUNA
    assert parts.left >= exact.left


@given(MONTHS)
@examples(300)
def test_one_more_claim_never_leaves_more_to_the_debtor(case: Case) -> None:
    found = by_program(case)
    for number in range(len(case["claims"])):
        fewer = case | {"claims": case["claims"][:number] + case["claims"][number + 1 :]}
        assert by_program(fewer).left >= found.left


@given(MONTHS)
@examples(400)
def test_parts_make_up_the_whole(case: Case) -> None:
    found = by_program(case)
    owed = {claim.id: claim.balance for claim in claims_of(case)}
    assert found.deducted + found.left == found.net
    assert found.deducted <= found.capacity == found.thirds * found.third + found.unlimited
    assert 3 * found.third + found.unlimited <= found.remainder == max(0, found.net - found.base)
    if not case["debt_relief"]:
        assert sum(each.amount or 0 for each in found.allocations) + found.fee == found.deducted
    for each in found.allocations:
        amount, balance = each.amount or 0, owed[each.claim]
        assert amount == (each.second_third or 0) + (each.unlimited or 0) + (each.first_third or 0)
        assert balance is None or amount + (each.rest or 0) == balance
        assert balance is None or 0 <= amount <= balance


@given(MONTHS)
@examples(300)
def test_no_pool_gives_more_than_it_holds(case: Case) -> None:
    found = by_program(case)
    spent = [
        sum(getattr(each, pool) or 0 for each in found.allocations)
        for pool in ("second_third", "unlimited", "first_third")
    ]
    assert spent[0] <= found.third * (found.thirds - 1)
    assert spent[1] <= found.unlimited
    assert spent[2] + found.fee <= found.third
    assert found.third % KORUNA == found.fee % KORUNA == found.base % KORUNA == 0 or case["base_share"] is not None


def told(found: Deduction) -> dict[str, Any]:
    """Return everything a result says, where its order does not matter sorted."""
    facts = asdict(found)
    return facts | {name: sorted(map(repr, facts[name])) for name in UNORDERED}


@given(MONTHS, st.randoms(use_true_random=False), st.booleans())
@examples(300)
def test_the_order_of_claims_changes_nothing(case: Case, random: Random, partly: bool) -> None:  # noqa: FBT001 - drawn
    case = hide(random, case) if partly else case
    shuffled = case | {"claims": random.sample(case["claims"], len(case["claims"]))}
    assert told(by_program(case)) == told(by_program(shuffled))


@given(MONTHS)
@examples(200)
def test_the_names_of_claims_change_shares_by_a_haler_at_most(case: Case) -> None:
    """Names decide only who gets the haléře that do not divide, at most one of each group and pool."""
    names = {one["id"]: f"c{9 - number}" for number, one in enumerate(case["claims"])}
    renamed = case | {"claims": [one | {"id": names[one["id"]]} for one in case["claims"]]}
    before, after = by_program(case), by_program(renamed)
    assert (before.deducted, before.fee) == (after.deducted, after.fee)
    amounts = {each.claim: each.amount or 0 for each in after.allocations}
    for each in before.allocations:
        assert abs((each.amount or 0) - amounts[names[each.claim]]) <= 2 * len(case["claims"])


@given(st.lists(MONTHS, min_size=1, max_size=20))
@examples(40)
def test_many_at_once_are_the_same_as_one_by_one(cases: list[Case]) -> None:
    bulk = deduct_frame(rows_of(cases))
    for case, row in zip(cases, bulk.iter_rows(named=True), strict=True):
        found = by_program(case)
        names = ("amounts", "counted", "base", "remainder", "third", "unlimited", "thirds", "capacity")
        assert [row[name] for name in names] == [getattr(found, name) for name in names]


@given(MONTHS)
@examples(200)
def test_a_result_repeats_and_its_steps_name_its_figures(case: Case) -> None:
    found = by_program(case)
    assert found == by_program(case)
    values = {step.code: step.value for step in found.steps}
    names = ("remainder", "third", "unlimited", "capacity", "deducted", "left")
    assert [values[name] for name in names] == [getattr(found, name) for name in names]
    assert values.get("fee", 0) == found.fee
    assert values["base_share" if case["base_share"] is not None else "base"] == found.base


@given(MONTHS)
@examples(150)
def test_a_hundred_times_the_haler_are_crowns(case: Case) -> None:
    """A net income is the same as a decimal text and as a number of haléře."""
    halere = int(case["net"] / HELLER)
    text = f"{halere // KORUNA}.{halere % KORUNA:02d}"
    common = {"paid_on": case["paid_on"], "wage_period": case["wage_period"], "dependants": case["dependants"]}
    assert deduct(net=text, **common) == deduct(net=halere, **common)
    assert Fraction(text) == case["net"]
