"""Facts as people write them become columns, and what does not fit is named without being repeated."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import examples

from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FACTS
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

MEMBERS = default_pack().members


def columns(name: str, value: object) -> tuple[object, ...]:
    """Return what one fact as written becomes in its columns."""
    frame = frame_from_facts([{name: value}], MEMBERS)
    assert tuple(frame.columns) == FACTS[name].columns
    return frame.row(0)


def refusals(*rows: dict[str, object]) -> list[Problem]:
    """Return what is said against rows; fails if they are accepted."""
    with pytest.raises(InputError) as refused:
        frame_from_facts(rows, MEMBERS)
    return refused.value.problems


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        (date(2018, 3, 31), (date(2018, 3, 31), date(2018, 3, 31))),
        ("2018-03-31", (date(2018, 3, 31), date(2018, 3, 31))),
        ("2018-03", (date(2018, 3, 1), date(2018, 3, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2018", (date(2018, 1, 1), date(2018, 12, 31))),
        (2018, (date(2018, 1, 1), date(2018, 12, 31))),
        ("2018-01/2018-03", (date(2018, 1, 1), date(2018, 3, 31))),
        ("2017/2018-03-05", (date(2017, 1, 1), date(2018, 3, 5))),
        ({"from": date(2018, 3, 1)}, (date(2018, 3, 1), None)),
        ({"to": "2018-03"}, (None, date(2018, 3, 31))),
        ({"from": "2018-03", "to": "2018-04"}, (date(2018, 3, 1), date(2018, 4, 30))),
        ({}, (None, None)),
        (None, (None, None)),
    ],
)
def test_a_day_may_be_known_to_the_day_the_month_the_year_or_within_limits(
    value: object, limits: tuple[date | None, date | None]
) -> None:
    assert columns("due_on", value) == limits


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("fee_year", 2014, (2014, 2014)),
        ("fee_year", "2014", (2014, 2014)),
        ("fee_year", 1900, (1900, 1900)),
        ("fee_year", "1900/2099", (1900, 2099)),
        ("fee_year", "2012/2014", (2012, 2014)),
        ("fee_year", {"from": 2012, "to": 2014}, (2012, 2014)),
        ("fee_year", {"from": 2012}, (2012, None)),
        ("unpaid_fee_years", 3, (3, 3)),
        ("unpaid_fee_years", {"from": 2}, (2, None)),
        ("full_capacity_on", date(2018, 1, 10), (date(2018, 1, 10),)),
        ("full_capacity_on", "2018-01-10", (date(2018, 1, 10),)),
        ("principal", "1234.50", (123_450,)),
        ("principal", 1234, (123_400,)),
        ("principal", 1234.5, (123_450,)),
        ("principal", Decimal("0.01"), (1,)),
        ("balance", "-10", (-1_000,)),
        ("assessed_fee", {"from": "10", "to": "20.5"}, (1_000, 2_050)),
        ("institution_months", 6, (6,)),
        ("in_institution", False, (False,)),
        ("in_institution", None, (None,)),
        ("debt_kind", "local_fee_waste", ("local_fee_waste",)),
        ("minority_day", "2018-03", (date(2018, 3, 1), date(2018, 3, 31))),
        ("age_on_minority_day", 17, (17, 17)),
    ],
)
def test_every_type_of_fact_takes_its_written_forms(name: str, value: object, written: tuple[object, ...]) -> None:
    """Base and derived facts alike may be given."""
    assert columns(name, value) == written


BAD = {
    "due_on": [
        "2018-02-30",
        "31. 3. 2018",
        "2018-13",
        "soon",
        "2018-04/2018-03",
        True,
        3.5,
        {"since": "2018"},
        ["2018"],
    ],
    "fee_year": [
        "MMXII",
        "2018-05",
        "1899",
        "2100",
        "1899/1901",
        "2098/2100",
        1899,
        2100,
        0,
        "2014/2012",
        "2012-2014",
        2014.0,
        True,
        date(2014, 1, 1),
        {"from": 2014, "to": 2012},
    ],
    "full_capacity_on": ["2018-01", "2018", {"from": "2018"}, False],
    "principal": ["asi 500", "1 234,50", "0.001", 0.1 + 0.2, float("nan"), True, "", [500], "10000000000000.01"],
    "institution_months": ["6", 6.0, True],
    "unpaid_fee_years": ["2", 2.0, True, {"from": 3, "to": 2}],
    "in_institution": ["ano", 1, 0],
    "debt_kind": ["popelnice", "Local_Fee_Waste", 1, ["local_fee_waste"], True],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_a_value_of_another_type_is_refused(name: str, value: object) -> None:
    (problem,) = refusals({name: value})
    assert (problem.code, problem.place) == ("bad_value", f"row 1 {name}")


@pytest.mark.parametrize(
    ("name", "value"),
    [("fee_year", 10**12), ("fee_year", 300_000), ("institution_months", 2**40), ("birth_date", 10**5)],
)
def test_a_number_no_column_or_calendar_can_hold_is_refused(name: str, value: int) -> None:
    (problem,) = refusals({name: value})
    assert (problem.code, problem.place) == ("bad_value", f"row 1 {name}")


def test_a_fact_the_program_does_not_know_is_refused_by_name() -> None:
    assert [(p.code, p.place) for p in refusals({"shoe_size": 42})] == [("unknown_fact", "row 1 shoe_size")]


def test_everything_wrong_is_said_at_once_with_row_and_fact_and_never_with_the_content() -> None:
    cell = "Jan Nikdo, nar. 31. 2. 2010"
    rows: list[dict[str, object]] = [
        {"birth_date": cell, "principal": cell, "fee_year": 2014},
        {"fee_year": 2014, "debt_kind": "local_fee_waste"},
        {"debt_kind": cell, "in_institution": cell, "nickname": cell},
    ]
    problems = refusals(*rows)
    assert [problem.place for problem in problems] == [
        "row 1 birth_date",
        "row 1 principal",
        "row 3 debt_kind",
        "row 3 in_institution",
        "row 3 nickname",
    ]
    assert cell not in repr(problems)
    assert "Nikdo" not in "".join(problem.text("cs") + problem.text("en") for problem in problems)


def test_rows_need_not_give_the_same_facts() -> None:
    frame = frame_from_facts([{"fee_year": 2014}, {"debt_kind": "library"}, {}], MEMBERS)
    assert frame["fee_year_from"].to_list() == [2014, None, None]
    assert frame["debt_kind"].to_list() == [None, "library", None]


def test_columns_have_the_types_of_the_schema_even_if_nothing_is_known() -> None:
    frame = frame_from_facts([{"birth_date": None, "fee_year": None, "balance": None, "debt_kind": None}], MEMBERS)
    assert frame.dtypes == [pl.Date, pl.Date, pl.Enum(MEMBERS["debt_kinds"]), pl.Int32, pl.Int32, pl.Int64]


def test_rows_that_say_nothing_are_still_rows() -> None:
    assert frame_from_facts([{}, {}], MEMBERS).height == 2
    assert frame_from_facts([], MEMBERS).height == 0


def test_the_person_of_a_row_is_carried_along() -> None:
    frame = frame_from_facts([{"person_id": "A", "fee_year": 2014}, {"fee_year": 2014}], MEMBERS)
    assert frame["person_id"].to_list() == ["A", None]


def test_a_moment_is_taken_for_its_day() -> None:
    noon = datetime(2018, 3, 31, 12, tzinfo=UTC).replace(tzinfo=None)
    assert columns("due_on", noon) == (date(2018, 3, 31), date(2018, 3, 31))


@examples(20)
@given(st.dates(), st.dates())
def test_limits_are_taken_whichever_way_they_are_written(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert columns("due_on", {"from": first, "to": last}) == (first, last)
    assert columns("due_on", f"{first.isoformat()}/{last.isoformat()}") == (first, last)
    if first < last:
        assert len(refusals({"due_on": {"from": last, "to": first}})) == 1
