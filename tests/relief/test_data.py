"""The amounts of debt relief: the right ones for the day that selects them, cited, and none past what is known."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dluhy.law.amounts import known_ratio, known_value, period_on, rows_on
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError

if TYPE_CHECKING:
    from dluhy.law.models import Series

PACK = default_pack()
SERIES = [series for name, series in PACK.series.items() if PACK.places[f"series {name}"] == "amounts/relief.toml"]
BEFORE_2024, FROM_2024 = date(2024, 9, 30), date(2024, 10, 1)


@pytest.mark.parametrize(
    ("series", "before", "after"),
    [
        ("trustee_fee_before_approval", 750, 1650),
        ("trustee_fee_in_plan", 750, 750),
        ("trustee_expenses", 150, 150),
        ("claim_review_fee", 0, 1000),
        ("claim_review_fee_most", 0, 1_000_000),
        ("discharge_bar_years", 10, 12),
        ("relief_plan_months", 60, 36),
        ("relief_plan_months_short", 36, 0),
        ("relief_plan_months_long", 0, 60),
        ("relief_plan_months_fast", 36, 0),
        ("relief_fast_percent", 60, 0),
        ("relief_presumption_percent", 30, 0),
        ("relief_report_months", 6, 3),
        ("jobseeker_registration_days", 0, 15),
        ("relief_interruption_months", 12, 12),
        ("relief_interruptions_most", 1, 99),
        ("relief_prolongation_debtor_months", 6, 6),
        ("relief_prolongation_court_months", 0, 12),
        ("relief_prolongation_special_months", 0, 6),
        ("relief_register_years", 5, 3),
    ],
)
def test_what_changed_in_october_2024_changed_by_the_day_proceedings_began(
    series: str, before: int, after: int
) -> None:
    assert known_value(PACK.series[series], BEFORE_2024) == before
    assert known_value(PACK.series[series], FROM_2024) == after


@pytest.mark.parametrize(
    ("series", "before", "after"),
    [
        ("relief_entry_percent", 30, 0),
        ("relief_success_percent", 30, 0),
        ("relief_lowered_percent", 50, 0),
        ("relief_plan_months", 60, 60),
        ("relief_plan_months_fast", 0, 36),
        ("relief_plan_months_short", 0, 36),
        ("relief_interruption_months", 0, 12),
    ],
)
def test_what_changed_in_june_2019(series: str, before: int, after: int) -> None:
    assert known_value(PACK.series[series], date(2019, 5, 31)) == before
    assert known_value(PACK.series[series], date(2019, 6, 1)) == after


def test_shares_of_the_trustees_fee() -> None:
    of = PACK.series
    assert known_ratio(of["trustee_spouses_multiple"], date(2014, 1, 1)) == Fraction(3, 2)
    with pytest.raises(HorizonError):
        known_ratio(of["trustee_spouses_multiple"], date(2013, 12, 31))
    assert known_ratio(of["trustee_interruption_share"], date(2019, 5, 31)) == 1
    assert known_ratio(of["trustee_interruption_share"], date(2019, 6, 1)) == Fraction(3, 10)
    assert known_ratio(of["trustee_prolongation_share"], BEFORE_2024) == 1
    assert known_ratio(of["trustee_prolongation_share"], FROM_2024) == Fraction(2, 3)
    assert known_ratio(of["childhood_share_least"], date(2019, 6, 1)) == Fraction(2, 3)


@pytest.mark.parametrize(
    ("series", "value"),
    [
        ("pre_approval_advance_single", 1800), ("pre_approval_advance_spouses", 2700),
        ("after_plan_advance_single", 10_000), ("after_plan_advance_spouses", 15_000), ("after_plan_advance_months", 2),
        ("trustee_fee_floor_single", 20_000), ("trustee_fee_floor_spouses", 30_000),
        ("state_pays_trustee_single", 20_000), ("state_pays_trustee_spouses", 30_000),
    ],
)  # fmt: skip
def test_what_came_with_october_2024_is_not_known_before(series: str, value: int) -> None:
    assert known_value(PACK.series[series], FROM_2024) == value
    with pytest.raises(HorizonError):
        known_value(PACK.series[series], BEFORE_2024)


@pytest.mark.parametrize(("day", "percent"), [(date(2010, 1, 1), 20), (date(2012, 12, 31), 20), (date(2013, 1, 1), 21)])
def test_the_tax_rate(day: date, percent: int) -> None:
    assert known_value(PACK.series["relief_vat_percent"], day) == percent


@pytest.mark.parametrize("name", ["trustee_proceeds", "trustee_secured"])
def test_the_scale_of_proceeds_goes_on_where_each_band_ends(name: str) -> None:
    bands = list(rows_on(PACK.tables[f"{name}_bands"], FROM_2024).row.values())
    rates = [row[0] for row in rows_on(PACK.tables[f"{name}_rates"], FROM_2024).row.values()]
    assert len(bands) == len(rates)
    for (start, at), (end, base), rate in zip(bands, bands[1:], rates, strict=False):
        assert base == at + (end - start) * rate // 10_000


def test_no_wording_of_2027_is_known() -> None:
    by_regime = [series for series in SERIES if series.selected_by == "regime_began_on"]
    assert by_regime
    for series in by_regime:
        with pytest.raises(HorizonError):
            period_on(series, date(2027, 1, 1))


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.id)
def test_every_known_amount_is_cited_and_none_rests_on_memory(series: Series) -> None:
    for period in series.period:
        assert period.unknown or period.cites
        assert period.unknown or period.evidence in {"S2", "S", "D"}


def test_the_wordings_follow_one_another_without_a_gap() -> None:
    began = [term.more["began_on"] for term in PACK.vocabularies["relief_regimes"].values()]
    assert began == sorted(began)
    by_finding = PACK.series["relief_law_by_finding"].period
    assert [period.from_ for period in by_finding] == began[:3]
    assert PACK.series["relief_law_by_petition"].period[0].to == began[3] - timedelta(days=1)


def test_every_condition_of_entry_has_its_rule_and_its_words() -> None:
    petition = {rule.id for rule in PACK.of("petitions").rules.values() if rule.role == "condition"}
    told = PACK.vocabularies["entry_conditions"]
    assert {term.more["rule"] for term in told.values()} == petition
    for term in told.values():
        assert term.more["fails"] in {"not_met", "needs_judgement"}
        assert term.more["makes"] in {"", "inadmissible_now", "blocked_until", "needs_lawyer"}
        assert ("opens" in term.more) == (term.more["makes"] == "blocked_until")
        assert PACK.rules[term.more["rule"]].verdict == "met"


def test_every_step_and_flag_has_its_words() -> None:
    steps = {"relief_trustee", "relief_others", "relief_maintenance", "relief_one_off", "relief_least"}
    assert set(PACK.vocabularies["relief_entry_steps"]) == steps | {"home_statistical", "home_amount", "home_protected"}
    assert set(PACK.vocabularies["relief_entry_flags"]) == {
        "promise_binds", "home_secures_debt", "home_secures_debt_unknown", "home_national_value_unknown",
    }  # fmt: skip
