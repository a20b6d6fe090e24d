"""What is read off a local fee: its year, the day that decides minority, caps and the end of collection."""

from __future__ import annotations

from datetime import date

import pytest
from tests.facts.one_fact import PACK, computed
from tests.strategies import AS_OF, FEES, Facts, judge

from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts

Bounds = tuple[object, object]
UNKNOWN: Bounds = (None, None)
ENGINE = Engine(PACK, functions())


def evaluated(name: str, facts: Facts) -> object:
    """Return a fact as the engine sees it, computed from base facts through others."""
    row = ENGINE.evaluate(frame_from_facts([facts], PACK.members), AS_OF).row(0, named=True)
    columns = PACK.facts[name].columns
    return row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns)


@pytest.mark.parametrize(
    ("due_on", "years"),
    [
        (date(2015, 12, 31), (2015, 2015)),
        (date(2016, 1, 1), (2015, 2016)),
        (date(2016, 1, 31), (2015, 2016)),
        (date(2016, 2, 1), (2016, 2016)),
        (date(2016, 12, 31), (2016, 2016)),
        ("2016-01", (2015, 2016)),
        ("2016-02", (2016, 2016)),
        ("2016", (2015, 2016)),
        ("2016-01-31/2016-02-01", (2015, 2016)),
        ("2015-12/2017-03", (2015, 2017)),
        ({"from": date(2016, 2, 1)}, (2016, None)),
        ({"to": date(2016, 2, 1)}, (None, 2016)),
        (None, UNKNOWN),
    ],
)
def test_a_fee_due_in_january_may_be_of_the_year_before(due_on: object, years: Bounds) -> None:
    assert computed("fee_year", [{"due_on": due_on}]) == [years]


def test_a_fee_year_that_is_given_wins_over_the_due_day() -> None:
    assert evaluated("fee_year", {"debt_kind": FEES[0], "due_on": date(2016, 1, 20), "fee_year": 2015}) == (2015, 2015)
    assert evaluated("fee_year", {"debt_kind": FEES[0], "due_on": date(2016, 5, 20), "fee_year": 2014}) == (2014, 2014)
    assert evaluated("fee_year", {"debt_kind": FEES[0], "due_on": date(2016, 5, 20)}) == (2016, 2016)


@pytest.mark.parametrize("kind", PACK.members["debt_kinds"])
def test_minority_is_tested_on_the_due_day_of_a_fee_and_else_on_the_day_the_debt_arose(kind: str) -> None:
    due, arose = date(2014, 5, 31), date(2014, 2, 1)
    day = due if kind in FEES else arose
    assert computed("minority_day", [{"debt_kind": kind, "due_on": due, "arose_on": arose}]) == [(day, day)]


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({"debt_kind": FEES[0], "fee_year": 2014}, (date(2014, 1, 1), date(2014, 12, 31))),
        ({"debt_kind": FEES[1], "fee_year": "2013/2014"}, (date(2013, 1, 1), date(2014, 12, 31))),
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": "2015-01"}, (date(2015, 1, 1), date(2015, 1, 31))),
        (
            {"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"to": date(2014, 6, 1)}},
            (date(2014, 1, 1), date(2014, 6, 1)),
        ),
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"to": date(2014, 1, 1)}}, (date(2014, 1, 1),) * 2),
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"to": date(2013, 12, 31)}}, (None, date(2013, 12, 31))),
        (
            {"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"from": date(2014, 6, 1)}},
            (date(2014, 6, 1), date(2014, 12, 31)),
        ),
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"from": date(2014, 12, 31)}}, (date(2014, 12, 31),) * 2),
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"from": date(2015, 1, 1)}}, (date(2015, 1, 1), None)),
        (
            {"debt_kind": FEES[0], "fee_year": {"from": 2014}, "due_on": {"to": date(2014, 6, 1)}},
            (date(2014, 1, 1), date(2014, 6, 1)),
        ),
        ({"debt_kind": FEES[0], "due_on": {"to": date(2014, 6, 1)}}, (None, date(2014, 6, 1))),
        ({"debt_kind": FEES[0], "arose_on": date(2014, 1, 1)}, UNKNOWN),
        ({"debt_kind": "library", "due_on": date(2014, 1, 1), "fee_year": 2014}, UNKNOWN),
        ({"due_on": date(2014, 1, 1), "arose_on": date(2014, 1, 1), "fee_year": 2014}, UNKNOWN),
    ],
)
def test_without_a_due_day_any_day_of_the_fee_year_may_decide_minority(facts: Facts, days: Bounds) -> None:
    assert computed("minority_day", [facts]) == [days]


@pytest.mark.parametrize(
    ("facts", "day_estimated", "year_estimated"),
    [
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": date(2014, 5, 31)}, False, False),
        ({"debt_kind": FEES[0], "fee_year": 2014, "due_on": {"from": date(2014, 5, 31)}}, False, False),
        ({"debt_kind": FEES[0], "fee_year": 2014}, True, False),
        ({"debt_kind": FEES[1], "fee_year": "2013/2014"}, True, False),
        ({"debt_kind": FEES[1], "due_on": date(2014, 5, 31)}, False, True),
        ({"debt_kind": FEES[1], "due_on": "2014"}, False, True),
        ({"debt_kind": FEES[0]}, None, None),
    ],
)
def test_what_was_inferred_from_the_other_is_called_estimated(
    facts: Facts, *, day_estimated: bool | None, year_estimated: bool | None
) -> None:
    assert evaluated("minority_day_estimated", facts) is day_estimated
    assert evaluated("fee_year_estimated", facts) is year_estimated


@pytest.mark.parametrize(
    ("gained", "minority_day", "capable"),
    [
        (date(2018, 5, 30), date(2018, 5, 31), True),
        (date(2018, 5, 31), date(2018, 5, 31), True),
        (date(2018, 6, 1), date(2018, 5, 31), False),
        (date(2018, 5, 1), "2018-05", True),
        (date(2018, 5, 2), "2018-05", None),
        (date(2018, 5, 31), "2018-05", None),
        (date(2018, 6, 1), "2018-05", False),
        (date(2018, 6, 1), {"from": date(2018, 6, 1)}, True),
        (date(2018, 6, 2), {"from": date(2018, 6, 1)}, None),
        (None, date(2018, 5, 31), None),
        (date(2018, 5, 31), None, None),
    ],
)
def test_full_capacity_counts_from_the_day_it_was_gained(
    gained: date | None, minority_day: object, *, capable: bool | None
) -> None:
    rows: list[Facts] = [{"full_capacity_on": gained, "minority_day": minority_day}]
    assert computed("full_capacity_on_minority_day", rows) == [capable]


@pytest.mark.parametrize(
    ("due_on", "ends"),
    [
        (date(2014, 5, 31), (date(2020, 5, 31), date(2020, 5, 31))),
        (date(2016, 2, 29), (date(2022, 2, 28), date(2022, 2, 28))),
        ("2014-05", (date(2020, 5, 1), date(2020, 5, 31))),
        ({"from": date(2014, 5, 31)}, (date(2020, 5, 31), None)),
        (None, UNKNOWN),
    ],
)
def test_collection_ends_six_years_after_the_due_day_at_the_earliest(due_on: object, ends: Bounds) -> None:
    assert computed("collection_ends_on", [{"minority_day": due_on}]) == [ends]


def test_six_years_are_over_for_a_fee_whose_year_alone_is_known_once_every_day_of_it_is() -> None:
    fees: list[Facts] = [{"debt_kind": "local_fee_waste", "fee_year": year} for year in (2014, 2019, 2020, 2021)]
    assert judge(fees)["six_years_passed"].to_list() == [True, True, None, False]


def test_six_years_are_over_only_on_the_day_after_they_end() -> None:
    on_the_last_day, after = date(2020, 11, 21), date(2020, 11, 20)
    rows: list[Facts] = [
        {"debt_kind": FEES[0], "due_on": day, "birth_date": "2010"} for day in (on_the_last_day, after)
    ]
    assert judge(rows)["six_years_passed"].to_list() == [False, True]


@pytest.mark.parametrize(
    ("facts", "years", "several"),
    [
        ({"fee_year": 2014}, 1, False),
        ({"fee_year": "2014/2014"}, 1, False),
        ({"fee_year": "2013/2014"}, 2, True),
        ({"fee_year": "2009/2012"}, 4, True),
        ({"due_on": date(2016, 1, 20)}, 1, False),
        ({"due_on": "2016"}, 1, False),
        ({"fee_year": {"from": 2014}}, None, None),
        ({}, None, None),
    ],
)
def test_a_span_of_years_is_several_years_in_one_sum_but_an_estimated_year_is_one(
    facts: Facts, years: int | None, *, several: bool | None
) -> None:
    fee = {"debt_kind": FEES[0], **facts}
    assert evaluated("fee_years_covered", fee) == years
    assert evaluated("several_fee_years", fee) is several


@pytest.mark.parametrize(("months", "inside"), [(0, False), (1, True), (12, True), (None, None)])
def test_a_month_in_an_institution_is_a_stay(months: int | None, *, inside: bool | None) -> None:
    assert computed("in_institution", [{"institution_months": months}]) == [inside]


@pytest.mark.parametrize(
    ("fee_type", "fee_year", "limit"),
    [
        ("old", 2003, None),
        ("old", 2004, 1_500),
        ("old", 2012, 1_500),
        ("old", 2013, 3_000),
        ("old", 2021, 3_000),
        ("old", 2022, None),
        ("system", 2020, None),
        ("system", 2021, 3_600),
        ("system", 2026, 3_600),
        ("system", 2027, None),
        ("deposit", 2023, None),
        (None, 2023, None),
        ("old", None, None),
        ("old", "2010/2012", 4_500),
        ("old", "2013/2015", 9_000),
        ("old", "2012/2013", None),
        ("old", "2003/2004", None),
        ("old", "2021/2022", None),
        ("system", "2021/2026", 21_600),
        ("system", "2020/2021", None),
        ("system", {"from": 2021}, None),
    ],
)
def test_three_times_the_highest_rate_by_year_type_and_span(
    fee_type: str | None, fee_year: object, limit: int | None
) -> None:
    """The limit is for all years of a span together; where the cap of a year is not known there is none."""
    years = evaluated("fee_years_covered", {"debt_kind": FEES[0], "fee_year": fee_year})
    facts: Facts = {"debt_kind": FEES[0], "fee_type": fee_type, "fee_year": fee_year, "fee_years_covered": years}
    assert computed("triple_limit", [facts]) == [None if limit is None else limit * 100]


@pytest.mark.parametrize(("due_on", "limit"), [(date(2016, 1, 20), 3_000), (date(2013, 1, 20), None)])
def test_an_estimated_year_has_the_limit_of_one_year_if_both_years_share_it(due_on: date, limit: int | None) -> None:
    expected = None if limit is None else limit * 100
    assert evaluated("triple_limit", {"debt_kind": FEES[0], "fee_type": "old", "due_on": due_on}) == expected


@pytest.mark.parametrize(
    ("principal", "increase", "bounds"),
    [
        ("500", "1000.01", (150_001, 150_001)),
        ("500", "0", (50_000, 50_000)),
        ("500", None, (50_000, None)),
        (None, "500", UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_a_fee_of_unknown_increase_is_at_least_its_principal(
    principal: str | None, increase: str | None, bounds: Bounds
) -> None:
    assert computed("assessed_fee", [{"principal": principal, "increase": increase}]) == [bounds]


@pytest.mark.parametrize(
    ("interest", "penalty", "bounds"),
    [
        ("0.01", "2", (201, 201)),
        ("0", "0", (0, 0)),
        ("5", None, (500, None)),
        (None, "5", (500, None)),
        (None, None, (0, None)),
    ],
)
def test_accessories_are_at_least_what_is_known_of_them(
    interest: str | None, penalty: str | None, bounds: Bounds
) -> None:
    assert computed("tax_code_accessories", [{"interest": interest, "penalty": penalty}]) == [bounds]
