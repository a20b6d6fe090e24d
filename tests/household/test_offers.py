"""Offers to creditors add up exactly, never exceed a debt, and are not made where they make no sense."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dluhy.household.offers import Offers, Owed, divided, pro_rata
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

ON = date(2026, 11, 22)
STEP, MINIMUM, HORIZON = 1000, 10000, 60
NOTES = default_pack().vocabularies["offer_notes"]

BALANCES = st.lists(st.integers(1, 10**8), min_size=1, max_size=12)


def offers_of(available: int | None, *balances: int | None) -> Offers:
    return pro_rata(available, [Owed(id=f"d{at}", balance=balance) for at, balance in enumerate(balances)], ON)


def codes(offers: Offers) -> list[str]:
    return [note.code for note in offers.notes]


CASES = [  # what is left, debts and instalments in crowns
    (1000, (10000, 10000), (500, 500)),
    (1000, (30000, 10000), (750, 250)),
    (1000, (10000, 10000, 10000), (340, 330, 330)),
    (1005, (10000, 10000), (500, 500)),
    (1000, (54000, 1000), (900, 100)),
    (300, (6000, 5000, 1000), (100, 100, 100)),
    (500, (10000, 37.5), (460, 37.5)),
    (1000, (500, 300), (500, 300)),
    (800, (500, 300), (500, 300)),
]


@pytest.mark.parametrize(("available", "balances", "instalments"), CASES)
def test_offers_by_hand(available: float, balances: tuple[float, ...], instalments: tuple[float, ...]) -> None:
    came = offers_of(round(available * 100), *(round(balance * 100) for balance in balances))
    assert [offer.monthly for offer in came.offers] == [round(part * 100) for part in instalments]
    assert came.makes_no_sense is False


@given(BALANCES, st.integers(0, 10**8))
def test_offers_add_up_and_never_exceed_a_debt(balances: list[int], available: int) -> None:
    came = offers_of(available, *balances)
    assert sum(offer.monthly for offer in came.offers) == came.offered <= available
    for offer in came.offers:
        assert min(MINIMUM, offer.balance) <= offer.monthly <= offer.balance
        assert (offer.months - 1) * offer.monthly < offer.balance <= offer.months * offer.monthly
        assert offer.months <= HORIZON
    assert not came.offers or [offer.balance for offer in came.offers] == balances


@given(BALANCES, st.integers(0, 10**8))
def test_a_division_leaves_less_than_a_step_unless_every_debt_is_nearly_paid(balances: list[int], amount: int) -> None:
    assume(amount >= sum(min(MINIMUM, balance) for balance in balances))
    parts = divided(amount, balances, STEP, MINIMUM)
    spare = amount - sum(parts)
    if amount >= sum(balances):
        assert parts == balances
    else:
        assert spare < STEP or all(part + STEP > debt for part, debt in zip(parts, balances, strict=True))


@given(st.lists(st.integers(10**6, 10**8), min_size=1, max_size=8), st.integers(10**6, 10**7))
def test_parts_above_the_smallest_are_within_a_step_of_their_share(balances: list[int], amount: int) -> None:
    assume(amount < sum(balances))
    parts = divided(amount, balances, STEP, 0)
    for part, balance in zip(parts, balances, strict=True):
        assert abs(part - Fraction(amount * balance, sum(balances))) <= STEP
        assert part % STEP == 0


@given(BALANCES, st.integers(0, 10**8))
def test_a_larger_debt_is_not_offered_less(balances: list[int], available: int) -> None:
    offers = sorted(offers_of(available, *balances).offers, key=lambda offer: (offer.balance, offer.monthly))
    full_steps = [(offer.balance, offer.monthly) for offer in offers if offer.balance >= MINIMUM]
    assert [part for _, part in full_steps] == sorted(part for _, part in full_steps)


def test_the_largest_remainder_gets_the_odd_step() -> None:
    assert divided(10000, [15000, 25000, 60000], STEP, 0) == [2000, 2000, 6000]
    assert divided(10000, [14000, 26000, 60000], STEP, 0) == [1000, 3000, 6000]


def test_a_step_that_a_debt_cannot_take_goes_to_the_next() -> None:
    assert divided(11000, [900, 11000], STEP, 0) == [0, 11000]
    assert divided(21000, [10500, 10600], STEP, MINIMUM) == [10000, 10000]
    assert divided(3600, [10000, 10500], STEP, 1500) == [1500, 1500]


@pytest.mark.parametrize(("available", "sense"), [(29999, True), (30000, False)])
def test_instalments_make_sense_from_the_minimum_for_everybody(available: int, sense: bool) -> None:  # noqa: FBT001
    came = offers_of(available, 10**5, 10**5, 10**5)
    assert came.makes_no_sense is sense
    assert codes(came) == (["too_little", "token_offer", "compare_debt_relief"] if sense else ["no_further_interest"])


@pytest.mark.parametrize(("balance", "sense"), [(600000, False), (600001, True)])
def test_instalments_without_an_end_within_the_horizon_make_no_sense(balance: int, sense: bool) -> None:  # noqa: FBT001
    came = offers_of(10000, balance)
    assert came.makes_no_sense is sense
    assert ("no_end" in codes(came)) is sense
    assert bool(came.offers) is not sense


@pytest.mark.parametrize("available", [0, -100])
def test_with_nothing_left_a_pause_is_proposed(available: int) -> None:
    came = offers_of(available, 10**5)
    assert came.makes_no_sense is True
    assert codes(came)[0] == "nothing_left"
    assert came.offered == 0


def test_what_is_unknown_is_named_and_nothing_is_offered() -> None:
    came = offers_of(10**6, 10**5, None)
    assert (came.offers, came.makes_no_sense, came.unknown) == ((), None, ("d1",))
    assert codes(came) == ["balance_unknown"]
    assert codes(offers_of(None, 10**5)) == ["available_unknown"]
    assert codes(offers_of(None, None)) == ["available_unknown", "balance_unknown"]


def test_paid_debts_get_nothing_and_no_debts_need_nothing() -> None:
    assert [offer.id for offer in offers_of(10**5, 0, 10**6).offers] == ["d1"]
    came = offers_of(0)
    assert (came.offers, came.makes_no_sense, came.notes) == ((), False, ())


def test_enough_for_all_is_told() -> None:
    assert codes(offers_of(10**6, 10**5, 10**5)) == ["all_at_once"]


def test_what_rounding_leaves_is_told() -> None:
    came = offers_of(50500, 10**5, 10**5)
    note = next(note for note in came.notes if note.code == "rest_not_offered")
    assert note.values == {"amount": 500}
    assert came.offered == 50000


def test_practice_is_never_shown_as_settled() -> None:
    assert offers_of(10**5, 10**6).evidence == "M"
    assert all(note.evidence == "M" for note in offers_of(1, 10**6).notes)


def test_bad_debts_are_refused_all_at_once() -> None:
    debts = [Owed(id="a", balance=-1), Owed(id="a", balance=1)]
    with pytest.raises(InputError) as caught:
        pro_rata(1, debts, ON)
    assert [problem.code for problem in caught.value.problems] == ["negative", "duplicate"]


def test_a_day_past_the_pack_is_refused() -> None:
    with pytest.raises(HorizonError):
        pro_rata(1, [], date(2027, 1, 1))


def test_every_note_has_texts_whose_places_can_be_filled() -> None:
    values = {"count": 1, "amount": 1, "minimum": 1, "months": 1, "horizon": 1}
    for term in NOTES.values():
        assert term.cs.format(**values)
        assert term.en.format(**values)
