"""A frame of wages says of every row what the single question says, and nothing where an unknown input matters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.household.net_wage import ChildRelief, Earner, Wage, net_wage, net_wage_frame
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from dluhy.household.net_wage import NetWage

KINDS: Final = ("employment", "agreement_perform_job", "agreement_work_activity", "small_scale")
EDGES: Final = (0, 1, 100_00, 100_01, 4_000_00, 4_499_99, 4_500_00, 10_000_00, 10_000_01, 11_500_00, 12_000_00,
                17_300_00, 22_400_00, 146_901_00, 161_296_01)  # fmt: skip
SCHEMA: Final = {
    "month": pl.Date, "gross": pl.Int64, "kind": pl.String, "declaration": pl.Boolean, "relief_children": pl.Int64,
    "first_order": pl.Int64, "invalidity": pl.Int64, "ztp_p": pl.Boolean, "state_insured": pl.Boolean,
    "working_pensioner": pl.Boolean,
}  # fmt: skip
MONTHS: Final = st.dates(date(2023, 1, 1), date(2026, 12, 31))
GROSS: Final = st.one_of(st.sampled_from(EDGES), st.integers(0, 30_000_00), st.integers(0, 300_000_00))
YES_NO: Final = st.booleans()
KNOWN: Final = st.tuples(
    MONTHS, GROSS, st.sampled_from(KINDS), YES_NO, st.integers(0, 5), st.integers(1, 4), st.integers(0, 3), YES_NO,
    YES_NO, YES_NO,
)  # fmt: skip
MAYBE: Final = st.tuples(
    MONTHS, GROSS, st.sampled_from(KINDS), st.none() | YES_NO, st.none() | st.integers(0, 3), st.just(1),
    st.none() | st.integers(0, 3), st.none() | YES_NO, st.none() | YES_NO, st.none() | YES_NO,
)  # fmt: skip


def in_frame(*rows: tuple[Any, ...]) -> pl.DataFrame:
    return net_wage_frame(pl.DataFrame(list(rows), schema=SCHEMA, orient="row"))


def alone(row: tuple[Any, ...]) -> NetWage:
    """Return the answer to a row asked by itself; the column of exemptions covers self-employment."""
    when, gross, kind, declaration, count, first, invalidity, ztp_p, state, pensioner = row
    reliefs = None if count is None else tuple(ChildRelief(order=first + n, ztp_p=False) for n in range(count))
    return net_wage(
        Earner(
            month=when,
            wages=(Wage(employer="A", gross=gross, kind=kind, declaration=declaration),),
            relief_children=reliefs,
            invalidity=invalidity,
            ztp_p=ztp_p,
            state_insured=state,
            working_pensioner=pensioner,
            self_employed=False,
        )
    )


def as_row(found: NetWage) -> dict[str, int | None]:
    (line,) = found.lines
    return {
        "social": line.social, "health": line.health, "health_top_up": line.health_top_up, "advance": line.advance,
        "withholding": line.withholding, "bonus": found.bonus, "net": found.net,
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(KNOWN, min_size=1, max_size=12))
def test_in_bulk_is_one_by_one(rows: list[tuple[Any, ...]]) -> None:
    assert in_frame(*rows).to_dicts() == [as_row(alone(row)) for row in rows]


@pytest.mark.thorough
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(MAYBE, min_size=1, max_size=6))
def test_what_is_unknown_leaves_the_same_gaps_as_one_by_one(rows: list[tuple[Any, ...]]) -> None:
    assert in_frame(*rows).to_dicts() == [as_row(alone(row)) for row in rows]


@pytest.mark.thorough
@settings(max_examples=40, deadline=None)
@given(rows=st.lists(KNOWN, min_size=2, max_size=8))
def test_the_order_of_rows_does_not_matter(rows: list[tuple[Any, ...]]) -> None:
    assert in_frame(*reversed(rows)).to_dicts() == in_frame(*rows).to_dicts()[::-1]


def test_an_unknown_gross_has_no_figures() -> None:
    found = in_frame((date(2026, 1, 1), None, "employment", True, 0, 1, 0, False, True, False))
    assert found.row(0) == (None,) * 7


def test_an_unknown_kind_matters_only_where_it_does() -> None:
    low, high = (date(2026, 1, 1), 5_000_00), (date(2026, 1, 1), 50_000_00)
    rest = (None, True, 0, 1, 0, False, True, False)
    found = in_frame((*low, *rest), (*high, *rest)).to_dicts()
    assert (found[0]["social"], found[0]["net"], found[0]["advance"]) == (None, None, 0)
    assert found[1]["net"] == 39_270_00


def test_absent_columns_are_unknown() -> None:
    asked = pl.DataFrame({"month": [date(2026, 1, 31)], "gross": [50_000_00], "kind": ["employment"]})
    found = net_wage_frame(asked).row(0, named=True)
    assert (found["health"], found["health_top_up"]) == (225_000, 0)
    assert (found["social"], found["advance"], found["bonus"], found["net"]) == (None, None, None, None)


def test_an_empty_frame_has_an_empty_answer() -> None:
    found = in_frame()
    assert found.height == 0
    assert set(found.dtypes) == {pl.Int64}


def test_whole_numbers_and_categories_of_any_width_are_read() -> None:
    row = (date(2026, 1, 1), 50_000_00, "employment", True, 0, 1, 0, False, True, False)
    asked = pl.DataFrame([row], schema=SCHEMA, orient="row").with_columns(
        pl.col("gross").cast(pl.UInt32), pl.col("kind").cast(pl.Categorical), pl.col("invalidity").cast(pl.Int8)
    )
    assert net_wage_frame(asked)["net"].to_list() == [39_270_00]


def test_missing_and_wrong_columns_are_said_at_once() -> None:
    asked = pl.DataFrame({"gross": [1.5], "ztp_p": ["no"]})
    with pytest.raises(InputError) as caught:
        net_wage_frame(asked)
    assert [(each.code, each.place) for each in caught.value.problems] == [
        ("column_missing", "column month"), ("column_type", "column gross"), ("column_type", "column ztp_p"),
    ]  # fmt: skip


def test_impossible_values_are_said_with_their_first_row() -> None:
    good = (date(2026, 1, 1), 1, "employment", True, 0, 1, 0, False, True, False)
    bad = (None, -1, "bonus", True, -1, 0, 4, False, True, False)
    with pytest.raises(InputError) as caught:
        in_frame(good, bad)
    names = ("month", "gross", "kind", "relief_children", "first_order", "invalidity")
    assert [each.place for each in caught.value.problems] == [f"column {name} row 1" for name in names]


def test_one_month_outside_refuses_the_frame() -> None:
    good = (date(2026, 1, 1), 1, "employment", True, 0, 1, 0, False, True, False)
    with pytest.raises(HorizonError, match="2026-12-31"):
        in_frame(good, (date(2027, 1, 1), *good[1:]))


def test_a_number_beyond_int64_is_refused_by_its_column() -> None:
    frame = pl.DataFrame({"month": [date(2026, 11, 1)], "gross": [2**64 - 1]}, schema_overrides={"gross": pl.UInt64})
    with pytest.raises(InputError) as caught:
        net_wage_frame(frame)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("value", "column gross")]
