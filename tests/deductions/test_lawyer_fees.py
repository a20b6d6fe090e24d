"""Costs of form claims: the tariff on both sides of its boundaries, court fees, and the signal of high costs."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.support import shipped_pack

from dluhy.deductions.lawyer_fees import SmallClaimCosts, costs_signal, small_claim_costs
from dluhy.law.amounts import known_code, known_ratio, value_on
from dluhy.money import to_halere
from dluhy.problems import HorizonError, InputError

DAY = timedelta(days=1)
FIRST, OLD, NEW = date(2014, 7, 1), date(2024, 12, 31), date(2025, 1, 1)
CZK = 100


def lines(costs: SmallClaimCosts) -> dict[str, int]:
    return {line.code: line.halere for line in costs.lines}


TARIFF = [
    # filed, claim, acts, remuneration, lumps, with VAT
    (FIRST, "1500", 3, "600", "300", "1089"),
    (OLD, "1500", 3, "600", "300", "1089"),
    (OLD, "10000", 2, "400", "200", "726"),
    (OLD, "10000.01", 2, "600", "200", "968"),
    (OLD, "30000", 3, "900", "300", "1452"),
    (OLD, "30000.01", 3, "1500", "300", "2178"),
    (OLD, "50000", 1, "500", "100", "726"),
    (NEW, "1500", 3, "900", "300", "1452"),
    (NEW, "10000", 1, "300", "100", "484"),
    (NEW, "10000.01", 1, "400", "100", "605"),
    (NEW, "30000", 1, "400", "100", "605"),
    (NEW, "30000.01", 1, "700", "100", "968"),
    (NEW, "50000", 3, "2100", "300", "2904"),
]


@pytest.mark.parametrize(("filed_on", "claim", "acts", "fee", "lumps", "with_vat"), TARIFF)
def test_each_act_up_to_the_filing_earns_the_rate_of_its_band(  # noqa: PLR0913, PLR0917 - the columns of the table
    filed_on: date, claim: str, acts: int, fee: str, lumps: str, with_vat: str
) -> None:
    costs = small_claim_costs(filed_on=filed_on, claim=to_halere(claim), acts=acts, vat_payer=True)
    assert lines(costs)["fee"] == to_halere(fee)
    assert lines(costs)["lumps"] == to_halere(lumps)
    assert costs.without_vat == to_halere(fee) + to_halere(lumps)
    assert costs.with_vat == to_halere(with_vat)


def test_the_remuneration_never_exceeds_the_claim_but_the_lumps_are_not_capped() -> None:
    assert lines(small_claim_costs(filed_on=OLD, claim=20 * CZK, acts=3))["fee_capped"] == 20 * CZK
    costs = small_claim_costs(filed_on=OLD, claim=20 * CZK, acts=3, vat_payer=False)
    assert costs.without_vat == 320 * CZK
    assert lines(small_claim_costs(filed_on=OLD, claim=600 * CZK, acts=3))["fee"] == 600 * CZK
    assert "fee_capped" in lines(small_claim_costs(filed_on=OLD, claim=600 * CZK - 1, acts=3))


@pytest.mark.parametrize(("filed_on", "fee"), [(FIRST, 200), (OLD, 200), (NEW, 300)])
def test_a_motion_for_enforcement_has_one_rate_no_cap_and_no_court_fee(filed_on: date, fee: int) -> None:
    costs = small_claim_costs(filed_on=filed_on, claim=10 * CZK, enforcement=True)
    assert lines(costs)["fee"] == fee * CZK
    assert (costs.acts, costs.court_fee, costs.electronic_fee) == (2, None, None)
    assert not {"form_claim_only", "court_fee_unknown"} & set(costs.flags)


FEES = [
    # filed, claim, court fee on paper, fee of an electronic order to pay
    (NEW, "1", "1000", "400"),
    (NEW, "10000", "1000", "400"),
    (NEW, "10000.01", "1000", "800"),
    (NEW, "20000", "1000", "800"),
    (NEW, "20000.01", "1000.50", "800.40"),  # the base is rounded up to 20 010 CZK
    (NEW, "20010", "1000.50", "800.40"),
    (NEW, "49999", "2500", "2000"),
    (date(2023, 1, 1), "10000", "1000", "400"),
    (date(2022, 12, 31), "10000", "1000", None),
    (date(2022, 12, 31), "10001", "1000", "800"),
]


@pytest.mark.parametrize(("filed_on", "claim", "paper", "electronic"), FEES)
def test_the_court_fee_stands_apart_and_is_unknown_where_it_is_not_documented(
    filed_on: date, claim: str, paper: str, electronic: str | None
) -> None:
    costs = small_claim_costs(filed_on=filed_on, claim=to_halere(claim))
    assert costs.court_fee is not None
    assert costs.court_fee.halere == to_halere(paper)
    known = None if costs.electronic_fee is None else costs.electronic_fee.halere
    assert known == (None if electronic is None else to_halere(electronic))
    assert ("court_fee_unknown" in costs.flags) == (electronic is None)


def test_an_unknown_number_of_acts_is_the_usual_one_and_said_so() -> None:
    costs = small_claim_costs(filed_on=OLD, claim=1_500 * CZK)
    assert costs.acts == 3
    assert {"acts_assumed", "vat_unknown", "later_acts", "form_claim_only"} <= set(costs.flags)
    given_acts = small_claim_costs(filed_on=OLD, claim=1_500 * CZK, acts=3, vat_payer=True)
    assert not {"acts_assumed", "vat_unknown"} & set(given_acts.flags)
    assert (given_acts.lines, given_acts.notes) == (costs.lines, ())


@pytest.mark.parametrize(("vat_payer", "most"), [(None, "2089"), (True, "2089"), (False, "1900")])
def test_the_most_that_can_be_awarded_has_vat_unless_it_is_known_not_to_be_paid(
    vat_payer: bool | None,  # noqa: FBT001 - three values
    most: str,
) -> None:
    assert small_claim_costs(filed_on=OLD, claim=1_500 * CZK, vat_payer=vat_payer).most == to_halere(most)


def test_the_new_rates_warn_of_acts_done_before_them() -> None:
    assert any("1. 1. 2025" in note.cs for note in small_claim_costs(filed_on=NEW, claim=100, acts=1).notes)


SIGNALS = [
    # awarded, code: the tariff gives 1 089 and a court fee of 1 000
    ("0", "within"),
    ("1489", "within"),
    ("2089", "within"),
    ("2089.01", "above"),
    ("4178", "above"),
    ("4178.01", "far_above"),
    ("12000", "far_above"),
]


@pytest.mark.parametrize(("awarded", "code"), SIGNALS)
def test_awarded_costs_are_compared_with_the_most_that_the_tariff_gives(awarded: str, code: str) -> None:
    signal = costs_signal(to_halere(awarded), filed_on=OLD, claim=1_500 * CZK)
    assert (signal.code, signal.far_above) == (code, 4_178 * CZK)
    assert signal.reference is not None
    assert signal.reference.most == 2_089 * CZK
    assert signal.evidence not in {"S", "S2"}
    assert signal.cites
    assert any("zákon ji nezná" in note.cs for note in signal.notes)


@pytest.mark.parametrize(
    ("filed_on", "claim", "said"),
    [
        (date(2001, 1, 1), 1_500, "paušální sazby"),
        (date(2013, 5, 6), 1_500, "paušální sazby"),
        (date(2013, 5, 7), 1_500, "obecná sazba"),
        (date(2014, 6, 30), 1_500, "obecná sazba"),
        (OLD, 50_001, None),
    ],
)
def test_costs_under_another_rule_are_not_compared_but_explained(filed_on: date, claim: int, said: str | None) -> None:
    signal = costs_signal(9_000 * CZK, filed_on=filed_on, claim=claim * CZK)
    assert (signal.code, signal.reference, signal.far_above) == ("not_compared", None, None)
    assert [said in note.cs for note in signal.notes if said is not None] == ([True] if said else [])


def test_every_code_has_words_in_both_languages() -> None:
    pack = shipped_pack()
    costs = small_claim_costs(filed_on=date(2019, 1, 1), claim=100)
    for vocabulary, codes in (
        ("lawyer_cost_lines", {*lines(costs), "court_fee", "court_fee_electronic"}),
        ("lawyer_cost_flags", set(costs.flags)),
        ("costs_signals", {"within", "above", "far_above", "not_compared"}),
    ):
        assert codes <= set(pack.members[vocabulary])
        assert all(pack.term(vocabulary, code).en for code in codes)


BOUNDARIES = [
    # series, first day of each value
    ("form_claim_act_1", {FIRST: 200, NEW: 300}),
    ("form_claim_act_2", {FIRST: 300, NEW: 400}),
    ("form_claim_act_3", {FIRST: 500, NEW: 700}),
    ("form_claim_act_enforcement", {FIRST: 100, NEW: 150}),
    ("form_claim_limit", {FIRST: 50_000}),
    ("form_claim_limit_1", {FIRST: 10_000}),
    ("form_claim_limit_2", {FIRST: 30_000}),
    ("form_claim_lump", {FIRST: 100}),
    ("form_claim_usual_acts", {FIRST: 3}),
    ("form_claim_usual_acts_enforcement", {FIRST: 2}),
    ("court_fee_flat_limit", {date(2011, 9, 1): 20_000}),
    ("court_fee_flat", {date(2011, 9, 1): 1_000}),
    ("court_fee_share", {date(2011, 9, 1): 500}),
    ("court_fee_step", {date(2011, 9, 1): 10}),
    ("court_fee_electronic_limit", {date(2011, 9, 1): 10_000}),
    ("court_fee_electronic_lowest", {date(2011, 9, 1): None, date(2023, 1, 1): 400}),
    ("court_fee_electronic_flat", {date(2011, 9, 1): 800}),
    ("court_fee_electronic_share", {date(2011, 9, 1): 400}),
]


@pytest.mark.parametrize(("series", "values"), BOUNDARIES)
def test_a_value_holds_from_its_day_to_the_day_before_the_next(series: str, values: dict[date, int | None]) -> None:
    held = shipped_pack().series[series]
    days = list(values)
    with pytest.raises(HorizonError, match=f"{series}.*{days[0] - DAY}"):
        value_on(held, days[0] - DAY)
    for day, following in zip(days, [*days[1:], date(2026, 12, 31) + DAY], strict=True):
        assert (value_on(held, day), value_on(held, following - DAY)) == (values[day], values[day])


def test_the_rule_changes_on_its_days() -> None:
    rule = shipped_pack().series["lawyer_fee_regime"]
    for first, last, code in (
        (date(2001, 1, 1), date(2013, 5, 6), "flat_rates"),
        (date(2013, 5, 7), date(2014, 6, 30), "by_acts"),
        (FIRST, NEW, "form_claims"),
    ):
        assert (known_code(rule, first), known_code(rule, last)) == (code, code)
    with pytest.raises(HorizonError, match="lawyer_fee_regime"):
        known_code(rule, date(2000, 12, 31))
    far_above = shipped_pack().series["costs_far_above"]
    assert known_ratio(far_above, FIRST) == Fraction(2)
    with pytest.raises(HorizonError, match="costs_far_above"):
        known_ratio(far_above, FIRST - DAY)


def test_a_claim_filed_before_the_low_rates_is_refused_by_name() -> None:
    with pytest.raises(HorizonError, match=r"form_claim_limit.*2014-06-30"):
        small_claim_costs(filed_on=FIRST - DAY, claim=100)
    with pytest.raises(HorizonError, match="lawyer_fee_regime"):
        costs_signal(1, filed_on=date(2000, 12, 31), claim=100)


@pytest.mark.parametrize(
    ("claim", "acts", "codes"),
    [
        (0, 0, ["claim_not_positive", "no_act"]),
        (50_000 * CZK + 1, 3, ["claim_above_limit"]),
        (-1, None, ["claim_not_positive"]),
    ],
)
def test_bad_input_is_refused_with_everything_that_is_wrong(claim: int, acts: int | None, codes: list[str]) -> None:
    with pytest.raises(InputError) as refusal:
        small_claim_costs(filed_on=OLD, claim=claim, acts=acts)
    assert [problem.code for problem in refusal.value.problems] == codes


def test_a_negative_award_is_refused() -> None:
    with pytest.raises(InputError, match="awarded"):
        costs_signal(-1, filed_on=OLD, claim=100)


FILED = st.dates(FIRST, date(2026, 12, 31))
CLAIMS = st.integers(1, 50_000 * CZK)


@settings(max_examples=200, deadline=None)
@given(FILED, CLAIMS, CLAIMS, st.integers(1, 6), st.booleans())
def test_costs_never_fall_with_the_claim_or_the_acts(
    filed_on: date,
    one: int,
    other: int,
    acts: int,
    enforcement: bool,  # noqa: FBT001 - drawn
) -> None:
    def total(claim: int, acts: int) -> int:
        return small_claim_costs(filed_on=filed_on, claim=claim, acts=acts, enforcement=enforcement).most

    smaller, larger = sorted((one, other))
    assert total(smaller, acts) <= total(larger, acts)
    assert total(larger, acts) <= total(larger, acts + 1)


@settings(max_examples=200, deadline=None)
@given(FILED, CLAIMS, st.integers(0, 10**7), st.integers(0, 10**7))
def test_more_awarded_is_never_a_weaker_signal(filed_on: date, claim: int, awarded: int, more: int) -> None:
    order = ("within", "above", "far_above")
    lower = costs_signal(awarded, filed_on=filed_on, claim=claim).code
    higher = costs_signal(awarded + more, filed_on=filed_on, claim=claim).code
    assert order.index(lower) <= order.index(higher)


@pytest.mark.parametrize("filed_on", [date(2010, 1, 1), OLD, NEW])
def test_negative_sums_are_refused_whichever_rule_applied(filed_on: date) -> None:
    with pytest.raises(InputError) as refusal:
        costs_signal(-1, filed_on=filed_on, claim=-1)
    assert [(each.code, each.place) for each in refusal.value.problems] == [
        ("negative_amount", "awarded"),
        ("negative_amount", "claim"),
    ]


def test_in_enforcement_the_rate_of_an_act_is_an_upper_limit() -> None:
    costs = small_claim_costs(filed_on=NEW, claim=1_000 * CZK, enforcement=True)
    assert "enforcement_upper_limit" in costs.flags
    assert "enforcement_upper_limit" not in small_claim_costs(filed_on=NEW, claim=1_000 * CZK).flags
