"""Every dated amount on a day, exact, and none carried past what is known."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from tests.law.support import changed, shipped_pack

from dluhy.law.pack import load_texts
from dluhy.report.deduction_amounts import amounts_values as sets_of_amounts
from dluhy.report.law_amounts import amounts_values

PACK = shipped_pack()
DAY = date(2026, 11, 21)


def _told(day: date) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(msgspec.json.encode(amounts_values(PACK, day)), parse_float=_refuse)
    return told


def _refuse(text: str) -> None:
    raise AssertionError(text)


def _by_id(day: date, kind: str = "amounts") -> dict[str, Any]:
    return {each["id"]: each for each in _told(day)[kind]}


def test_everything_dated_is_there_in_the_order_of_the_pack() -> None:
    told = _told(DAY)
    assert (told["as_of"], told["pack_hash"]) == ("2026-11-21", PACK.hash)
    assert [each["id"] for each in told["amounts"]] == list(PACK.series)
    assert [each["id"] for each in told["tables"]] == list(PACK.tables)
    assert [each["id"] for each in told["days"]] == list(PACK.days)


@pytest.mark.parametrize("day", [date(2005, 5, 5), DAY, date(2027, 1, 1), date(2031, 1, 1)])
def test_a_value_is_given_only_where_it_is_known(day: date) -> None:
    told = _told(day)
    for each in [*told["amounts"], *told["tables"], *told["days"]]:
        held = each["in_force"]
        assert (held is not None) == (each["status"] == "known")
        assert each["status_label"]["cs"] != each["status_label"]["en"]
        if held is None:
            continue
        assert each["last_known"] is each["next_known"] is None
        assert held["first"] is None or held["first"] <= day.isoformat()
        assert held["last"] is None or held["last"] >= day.isoformat()
        assert all(cite["link"].startswith("http") for cite in held["citations"])


def test_money_is_a_decimal_string_and_a_fraction_has_two_whole_numbers() -> None:
    told = _by_id(DAY)
    individual = PACK.series["minimum_wage_month"]
    assert told[individual.id]["in_force"]["content"] == f"{individual.period[-2].value}.00"
    assert told[individual.id]["unit"]["label"] == {"cs": "koruny", "en": "Czech crowns"}
    assert told["spouse_account_share"]["in_force"]["content"] == {"numerator": 1, "denominator": 2}
    assert told["account_multiple"]["in_force"]["content"] == 3
    for name, series in PACK.series.items():
        held = told[name]["in_force"]
        if held is not None and series.unit == "code":
            assert held["content"]["label"]["en"] == PACK.term(series.vocabulary or "", held["content"]["code"]).en


def test_a_table_has_its_rows_and_a_value_for_each_column() -> None:
    told = _by_id(DAY, "tables")["social_assistance_norm_rent"]
    period = PACK.tables["social_assistance_norm_rent"].period[-1]
    assert [row["key"] for row in told["in_force"]["content"]] == list(period.row)
    assert all(len(row["values"]) == len(told["columns"]) for row in told["in_force"]["content"])
    assert told["in_force"]["content"][0]["values"][0] == f"{next(iter(period.row.values()))[0]}.00"


def test_an_ended_and_a_not_yet_known_amount_name_the_nearest_known_day() -> None:
    ended = _by_id(DAY)["cnb_discount_rate"]
    assert (ended["status"], ended["last_known"], ended["next_known"]) == ("past_horizon", "2005-04-28", None)
    early = _by_id(date(2014, 12, 31))["account_freeze_months"]
    assert (early["status"], early["last_known"], early["next_known"]) == ("before_horizon", None, "2015-01-01")


def test_a_declared_gap_is_told_with_the_days_on_both_sides() -> None:
    gap = _by_id(date(2018, 6, 1))["exclusion_index_municipalities_none_or_low"]
    assert gap["status"] == "declared_unknown"
    assert (gap["last_known"], gap["next_known"]) == ("2016-12-31", "2020-01-01")


def test_a_value_without_an_end_is_not_carried_past_the_horizon_of_its_topic() -> None:
    told = _by_id(date(2027, 1, 1))["account_multiple"]
    assert (told["status"], told["in_force"], told["last_known"]) == ("past_horizon", None, "2026-12-31")


def test_a_longer_horizon_of_the_pack_carries_it_on() -> None:
    title = 'title = { cs = "srážky z příjmů", en = "deductions from incomes" }\nfrom = 2015-01-01'
    old = f"{title}  # by the day of payment\nto = 2026-12-31"
    pack = load_texts(changed(("pack.toml", old, f"{title}\nto = 2027-06-30")))
    told = {each.id: each for each in amounts_values(pack, date(2027, 1, 1)).amounts}
    assert told["account_multiple"].status == "known"


def test_the_day_that_selects_each_amount_has_a_name() -> None:
    told = _told(DAY)
    assert all(each["selected_by_label"]["cs"] for each in [*told["amounts"], *told["tables"]])
    assert all(each["selected_by"] is each["unit"] is None for each in told["days"])


def test_the_protected_amounts_of_the_day_are_those_of_the_deductions() -> None:
    told = amounts_values(PACK, DAY).deductions
    assert told.why_not is None
    assert (list(told.cs), list(told.en)) == (sets_of_amounts(PACK, "cs", DAY), sets_of_amounts(PACK, "en", DAY))
    assert len(told.cs) == 1
    later = amounts_values(PACK, date(2027, 1, 1)).deductions
    assert (later.cs, later.en) == ((), ())
    assert later.why_not is not None
    assert "2026-12-31" in later.why_not.en
