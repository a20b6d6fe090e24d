from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import holidays
import polars as pl
import pytest
from dateutil.easter import easter
from tests.law.support import Change, changed, refusals, shipped_pack, the_one, with_own_rules

from dluhy.law.amounts import (
    common_spans,
    constant,
    first_day_with,
    known_code,
    known_in_year,
    known_on,
    known_ratio,
    known_value,
    value_on,
    values_on,
)
from dluhy.law.pack import load_texts
from dluhy.problems import HorizonError, PackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.law.models import Series

FEES, AGES = "amounts/fees.toml", "amounts/ages.toml"

KNOWN = [
    ("waste_fee_cap_old", date(1990, 1, 1), 500),
    ("waste_fee_cap_old", date(2012, 12, 31), 500),
    ("waste_fee_cap_old", date(2013, 1, 1), 1000),
    ("waste_fee_cap_old", date(2021, 12, 31), 1000),
    ("waste_fee_cap_system", date(2021, 1, 1), 1200),
    ("waste_fee_cap_system", date(2026, 12, 31), 1200),
    ("fee_with_increase_factor", date(1990, 1, 1), None),
    ("fee_with_increase_factor", date(2003, 12, 31), None),
    ("fee_with_increase_factor", date(2004, 1, 1), 3),
    ("fee_with_increase_factor", date(2023, 12, 31), 3),
    ("fee_with_increase_factor", date(2024, 1, 1), 3),
    ("fee_with_increase_factor", date(2026, 12, 31), 3),
    ("collection_years", date(2016, 1, 1), 6),
    ("collection_years_most", date(2016, 1, 1), 20),
    ("fee_year_carry_months", date(2016, 1, 1), 1),
    ("motion_days_from_learning", date(2026, 1, 1), 15),
    ("motion_days_from_call", date(2026, 1, 1), 30),
    ("age_of_majority", date(1, 1, 1), 18),
    ("age_of_majority", date(9999, 12, 31), 18),
    ("age_of_own_service", date(2026, 1, 1), 15),
    ("age_of_protection_2021", date(2026, 1, 1), 21),
    ("age_of_earliest_capacity", date(2026, 1, 1), 16),
    ("age_of_own_opinion", date(2026, 1, 1), 12),
    ("age_of_tort_liability", date(2026, 1, 1), 13),
    ("surcharge_cap", date(2023, 12, 31), 1500),
    ("surcharge_cap", date(2024, 1, 1), 2500),
    ("limitation_years", date(2026, 1, 1), 3),
    ("limitation_years_adjudicated", date(2026, 1, 1), 10),
    ("fruitless_years", date(2026, 1, 1), 6),
    ("fruitless_advance", date(2022, 1, 1), 500),
    ("fruitless_answer_days", date(2026, 1, 1), 30),
    ("fruitless_extension_years", date(2026, 1, 1), 3),
    ("fruitless_end_years", date(2026, 1, 1), 12),
    ("childhood_share_numerator", date(2026, 1, 1), 2),
    ("childhood_share_denominator", date(2026, 1, 1), 3),
    ("executor_lump_small_claim", date(2026, 1, 1), 3500),
    ("executor_lump_larger_claim", date(2025, 12, 31), 3500),
    ("executor_lump_larger_claim", date(2026, 1, 1), 4500),
    ("executor_lump_threshold", date(2026, 1, 1), 5000),
    ("vat_percent", date(2023, 12, 31), 21),
    ("vat_percent", date(2024, 1, 1), 21),
]

INSIDE_A_YEAR = [
    ("surcharge_cap", date(2013, 4, 30), 1000, 1000),
    ("surcharge_cap", date(2013, 5, 1), 1500, 1000),
    ("surcharge_cap", date(2025, 9, 9), 2500, 2500),
    ("surcharge_cap", date(2025, 9, 10), 2500, 2500),
    ("executor_fee_when_stopped", date(2017, 3, 31), 3000, 3000),
    ("executor_fee_when_stopped", date(2017, 4, 1), 2000, 3000),
]
"""Periods that end within a year: the value of the day and the value of 1 January."""

OUTSIDE = [
    ("waste_fee_cap_old", date(2022, 1, 1), "past_horizon", date(2021, 12, 31)),
    ("waste_fee_cap_system", date(2020, 12, 31), "before_horizon", date(2021, 1, 1)),
    ("waste_fee_cap_system", date(2027, 1, 1), "past_horizon", date(2026, 12, 31)),
    ("fee_with_increase_factor", date(2027, 1, 1), "past_horizon", date(2026, 12, 31)),
    ("fruitless_advance", date(2021, 12, 31), "before_horizon", date(2022, 1, 1)),
]


def days(*some: date | None) -> pl.Series:
    return pl.Series("day", some, dtype=pl.Date)


def in_years(series: Series, *years: int | None) -> list[int | None]:
    frame = pl.DataFrame({"year": years}, schema={"year": pl.Int32})
    return frame.with_columns(value=known_in_year(series, pl.col("year")))["value"].to_list()


@pytest.mark.parametrize(("name", "day", "value"), KNOWN)
def test_a_value_is_the_one_of_its_day(name: str, day: date, value: int | None) -> None:
    """The last day of a period has its value, the next day that of the next; unknown where declared so."""
    series = shipped_pack().series[name]

    assert value_on(series, day) == value
    assert values_on(series, days(day)).to_list() == [value]
    assert in_years(series, day.year) == [value]


@pytest.mark.parametrize(("name", "day", "value", "on_new_year"), INSIDE_A_YEAR)
def test_a_value_that_changes_within_a_year_is_told_by_the_day(
    name: str, day: date, value: int, on_new_year: int
) -> None:
    """Whoever knows only the year is told the value of its 1 January."""
    series = shipped_pack().series[name]

    assert value_on(series, day) == value
    assert values_on(series, days(day)).to_list() == [value]
    assert in_years(series, day.year) == [on_new_year]


@pytest.mark.parametrize(("name", "day", "code", "limit"), OUTSIDE)
def test_a_day_outside_a_series_is_refused_with_the_nearest_known_day(
    name: str, day: date, code: str, limit: date
) -> None:
    series = shipped_pack().series[name]
    which = ("poslední", "last") if code == "past_horizon" else ("první", "first")

    with pytest.raises(HorizonError) as one:
        value_on(series, day)
    with pytest.raises(HorizonError) as many:
        values_on(series, days(limit, day, None))

    problem = the_one(one.value.problems, code)
    assert many.value.problems == one.value.problems
    assert problem.place == f"series {name}"
    assert problem.cs == f"hodnota pro den {day} není známa; {which[0]} známý den je {limit}"
    assert problem.en == f"the value for {day} is not known; the {which[1]} known day is {limit}"


@pytest.mark.parametrize(("name", "day", "_code", "limit"), OUTSIDE)
def test_a_fact_of_a_year_outside_a_series_is_unknown_and_no_error(
    name: str, day: date, _code: str, limit: date
) -> None:
    known, *unknown = in_years(shipped_pack().series[name], limit.year, day.year, None)

    assert known is not None
    assert unknown == [None, None]


def test_the_tables_above_stand_at_both_sides_of_every_boundary_of_the_childrens_topic() -> None:
    """The other topics have tables of their own."""
    asked = {(name, day) for name, day, _ in KNOWN} | {(name, day) for name, day, _, _ in OUTSIDE}
    asked |= {(name, day) for name, day, _, _ in INSIDE_A_YEAR}
    series = {name: series for name, series in shipped_pack().series.items() if series.topic == "children"}
    bounds = {(s.id, period.from_) for s in series.values() for period in s.period if period.from_ is not None}
    bounds |= {(s.id, period.to + timedelta(days=1)) for s in series.values() for period in s.period if period.to}

    sides = {(name, day - timedelta(days=back)) for name, day in bounds for back in (0, 1)}

    assert sides <= asked
    assert set(series) == {name for name, _ in asked}


def test_values_keep_the_order_of_the_days_and_unknown_days_stay_unknown() -> None:
    asked = days(date(2021, 12, 31), None, date(2012, 12, 31), date(2013, 1, 1), date(2012, 12, 31))

    values = values_on(shipped_pack().series["waste_fee_cap_old"], asked)

    assert values.name == "waste_fee_cap_old"
    assert values.dtype == pl.Int64
    assert values.to_list() == [1000, None, 500, 1000, 500]


@pytest.mark.parametrize("asked", [days(), days(None, None)], ids=["no day", "only unknown days"])
def test_no_known_day_gives_no_value(asked: pl.Series) -> None:
    for series in shipped_pack().series.values():
        assert values_on(series, asked).to_list() == asked.to_list()


@pytest.mark.parametrize(
    ("old", "new", "code", "cs", "en"),
    [
        (
            "from = 2013-01-01",
            "from = 2012-12-31",
            "amount_overlap",
            "překrývají kolem 2012-12-31",
            "around 2012-12-31",
        ),
        (
            "from = 2013-01-01",
            "from = 2012-01-01",
            "amount_overlap",
            "překrývají kolem 2012-01-01",
            "around 2012-01-01",
        ),
        (
            "from = 2013-01-01",
            "from = 2013-01-02",
            "amount_gap",
            "chybí dny od 2012-12-31 do 2013-01-02",
            "missing between 2012-12-31 and 2013-01-02",
        ),
        (
            "{ to = 2012-12-31, value",
            "{ value",
            "amount_open",
            "první období smí být otevřené",
            "first period may be open",
        ),
        ("from = 2013-01-01, ", "", "amount_open", "poslední shora", "the last above"),
    ],
    ids=["one day", "a year", "gap", "open above", "open below"],
)
def test_periods_that_do_not_follow_day_after_day_are_refused(old: str, new: str, code: str, cs: str, en: str) -> None:
    problem = the_one(refusals(changed((FEES, old, new))), code)

    assert problem.place == "amounts/fees.toml series waste_fee_cap_old"
    assert cs in problem.cs
    assert en in problem.en


def test_every_fault_of_every_series_is_said_at_once() -> None:
    problems = refusals(
        changed((FEES, "from = 2013-01-01", "from = 2012-01-01"), (FEES, "from = 2024-01-01", "from = 2024-01-03"))
    )

    assert {(problem.code, problem.place.split()[-1]) for problem in problems} == {
        ("amount_overlap", "waste_fee_cap_old"),
        ("amount_gap", "fee_with_increase_factor"),
    }


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    (problem,) = refusals(changed((FEES, "from = 2021-01-01, to = 2026-12-31", "from = 2021-01-01, to = 2020-12-31")))

    assert (problem.code, problem.cs) == ("schema_value_error", "údaje si odporují")
    assert "the interval runs backwards" in problem.en


def test_a_value_that_is_no_whole_number_is_refused() -> None:
    (problem,) = refusals(changed((AGES, "value = 18,", 'value = "osmnáct",')))

    assert (problem.code, problem.cs) == ("schema_int_type", "má být celé číslo")
    assert "valid integer" in problem.en


@pytest.mark.parametrize(("value", "limit"), [(2**31, "less than or equal to"), (-(2**31), "greater than or equal to")])
def test_a_value_too_large_for_its_column_is_refused(value: int, limit: str) -> None:
    (problem,) = refusals(changed((FEES, "value = 500,", f"value = {value},")))

    assert problem.place == "amounts/fees.toml series 0(waste_fee_cap_old) period 0 value"
    assert problem.cs == "hodnota není přípustná"
    assert limit in problem.en


@pytest.mark.parametrize("change", [(AGES, "value = 18,", "value = 300000,"), (FEES, "value = 6,", "value = 300000,")])
def test_a_number_of_years_that_leaves_the_calendar_is_refused(change: Change) -> None:
    refusals(changed(change))


def test_the_value_of_an_unknown_year_is_unknown_even_where_only_one_value_ever_held() -> None:
    assert in_years(shipped_pack().series["age_of_majority"], None) == [None]


def test_the_public_holidays_are_those_of_the_act_for_every_year_of_the_table() -> None:
    table = shipped_pack().days["public_holidays"]

    assert (table.from_, table.to) == (date(2015, 1, 1), date(2030, 12, 31))
    assert table.days == sorted(holidays.country_holidays("CZ", years=range(2015, 2031)))


@pytest.mark.parametrize("year", range(2015, 2031))
def test_easter_monday_is_free_and_good_friday_since_2016(year: int) -> None:
    table = shipped_pack().days["public_holidays"].days

    assert easter(year) + timedelta(days=1) in table
    assert (easter(year) - timedelta(days=2) in table) == (year >= 2016)


def test_a_constant_is_one_known_value() -> None:
    assert constant(shipped_pack().series["age_of_majority"]) == 18


@pytest.mark.parametrize(
    "series",
    ["waste_fee_cap_old", "fee_with_increase_factor"],
    ids=["several periods", "unknown first"],
)
def test_a_constant_that_varies_or_is_unknown_is_refused(series: str) -> None:
    """Never a zero, never silently the last period."""
    with pytest.raises(PackError, match=series):
        constant(shipped_pack().series[series])


OWN = """
[[vocabulary.moods]]
code = "calm"
cs = "klid"
en = "calm"

[[series]]
id = "mood"
topic = "children"
unit = "code"
vocabulary = "moods"
selected_by = "as_of"
title = { cs = "Nálada", en = "Mood" }
period = [{ to = 2020-12-31, code = "calm", evidence = "S" }, { from = 2021-01-01, unknown = true, evidence = "?" }]

[[series]]
id = "part"
topic = "children"
unit = "ratio"
selected_by = "as_of"
title = { cs = "Podíl", en = "Part" }
period = [{ to = 2020-12-31, ratio = "2/3", evidence = "S" }, { from = 2021-01-01, unknown = true, evidence = "?" }]
"""


def test_a_ratio_is_exact_and_a_code_is_of_its_list() -> None:
    pack = load_texts(with_own_rules(OWN))
    day = date(2020, 12, 31)
    assert known_ratio(pack.series["part"], day) == Fraction(2, 3)
    assert known_code(pack.series["mood"], day) == "calm"


@pytest.mark.parametrize(("series", "known"), [("part", known_ratio), ("mood", known_code)])
def test_what_the_pack_declares_unknown_is_an_error_that_names_it(series: str, known: Callable[..., object]) -> None:
    pack = load_texts(with_own_rules(OWN))
    with pytest.raises(HorizonError, match=series) as refusal:
        known(pack.series[series], date(2021, 1, 1))
    assert the_one(refusal.value.problems, "value_unknown").place == f"series {series} 2021-01-01"


def test_a_value_that_is_known_is_returned_and_an_unknown_one_refused() -> None:
    series = shipped_pack().series["fee_with_increase_factor"]
    assert known_value(series, date(2004, 1, 1)) == 3
    with pytest.raises(HorizonError, match="fee_with_increase_factor"):
        known_value(series, date(2003, 12, 31))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('code = "calm", evidence', 'code = "wild", evidence', "unknown_member"),
        ('vocabulary = "moods"\n', "", "schema_value_error"),
        ('code = "calm", evidence', "value = 1, evidence", "schema_value_error"),
        ('ratio = "2/3"', 'ratio = "2/0"', "schema_string_pattern_mismatch"),
        ('ratio = "2/3"', 'ratio = "2/3", value = 1', "schema_value_error"),
    ],
)
def test_a_series_whose_contents_do_not_fit_is_refused(old: str, new: str, code: str) -> None:
    assert OWN.count(old) == 1
    assert the_one(refusals(with_own_rules(OWN.replace(old, new))), code)


def test_the_day_since_when_something_holds_comes_from_the_pack() -> None:
    series = shipped_pack().series["waste_fee_cap_old"]
    assert first_day_with(series, lambda period: period.value == 1000) == date(2013, 1, 1)
    for nothing in (1, 500):  # no period has it; the period that has it has no first day
        with pytest.raises(PackError, match="waste_fee_cap_old"):
            first_day_with(series, lambda period, value=nothing: period.value == value)  # type: ignore[misc]  # a bound value


def test_common_spans_hold_what_each_series_says_of_a_day_and_no_day_that_one_does_not_know() -> None:
    several = [
        shipped_pack().series[name] for name in ("trustee_fee_in_plan", "trustee_expenses", "relief_plan_months")
    ]
    spans = common_spans(several)
    day = date(2007, 12, 1)
    while day < date(2027, 6, 1):
        told = [values for (first, last), values in spans if first <= day <= last]
        known = [_told(series, day) for series in several]
        assert told == ([] if None in known else [tuple(known)]), day
        day += timedelta(days=11)


def test_common_spans_join_neighbours_of_the_same_values() -> None:
    spans = common_spans([shipped_pack().series[name] for name in ("trustee_fee_in_plan", "trustee_expenses")])
    assert [values for _, values in spans] == [(750, 150)]


def _told(series: Series, day: date) -> int | None:
    try:
        return value_on(series, day)
    except HorizonError:
        return None


@pytest.mark.parametrize("name", ["cnb_repo_rate", "trustee_fee_in_plan", "surcharge_cap", "relief_plan_months"])
def test_a_day_is_looked_up_in_a_frame_as_alone_at_every_edge_of_a_period(name: str) -> None:
    series = shipped_pack().series[name]
    edges = [edge for period in series.period for edge in (period.from_, period.to) if edge is not None]
    days = [edge + timedelta(days=more) for edge in edges for more in (-1, 0, 1)]
    frame = pl.DataFrame({"day": [None, *days]}, schema={"day": pl.Date})
    found = frame.select(known_on(series, pl.col("day"))).to_series()
    assert found.to_list() == [None, *(_told(series, day) for day in days)]
    assert found.dtype == pl.Int64
