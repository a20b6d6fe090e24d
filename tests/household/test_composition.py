"""Many households at once: counts by bands, and the same living minimum as for one household."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.dates import Span
from dluhy.household.composition import HOUSEHOLDS, MEMBERS, composition, household_of, living_minimum_frame
from dluhy.household.minimum import ADULT, assessed_together, bands_of, bounds_on, living_minimum
from dluhy.household.model import Circle, Member
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence


def frame_of(circles: Sequence[Circle]) -> pl.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "household": str(at),
            "on": circle.on,
            "born_first": member.born.first if member.born else None,
            "born_last": member.born.last if member.born else None,
            "role": member.role,
            "activity": member.activity,
            "pension": member.pension,
            "dependent_child": member.dependent_child,
            "child_carer": member.child_carer,
        }
        for at, circle in enumerate(circles)
        for member in circle.members or ()
    ]
    return pl.DataFrame(rows, schema=MEMBERS)


births = st.dates(date(1940, 1, 1), date(2024, 12, 31))
spans = st.one_of(
    births.map(lambda day: Span(day, day)),
    st.tuples(births, births).map(lambda pair: Span(min(pair), max(pair))),
    births.map(lambda day: Span(day, None)),
    st.none(),
)
members = st.builds(
    Member,
    id=st.text("abc", min_size=1, max_size=3),
    born=spans,
    role=st.sampled_from([None, "debtor", "spouse", "guardian", "child"]),
    activity=st.sampled_from([None, "student", "employed", "prisoner", "pensioner"]),
    pension=st.sampled_from([None, "none", "invalidity_3", "old_age", "orphan"]),
    dependent_child=st.sampled_from([None, True, False]),
    child_carer=st.sampled_from([None, True, False]),
)
days = st.dates(date(2023, 1, 1), date(2026, 12, 31))
circles = st.builds(Circle, on=days, members=st.lists(members, min_size=1, max_size=6).map(tuple))


@given(st.lists(circles, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_the_frame_says_what_one_household_says(described: list[Circle]) -> None:
    found = living_minimum_frame(composition(frame_of(described)))
    rows = {row["household"]: row for row in found.iter_rows(named=True)}
    for at, circle in enumerate(described):
        one = living_minimum(circle)
        if not one.persons:
            assert str(at) not in rows
            continue
        row = rows[str(at)]
        assert row["persons"] == len(one.persons)
        if row["living_minimum"] is not None:
            assert row["living_minimum"] == one.total
        else:
            assert one.total is None or not _surely_adult(circle)


def _surely_adult(circle: Circle) -> bool:
    """Children only: different bands of somebody may come to the same sum; the frame leaves them unknown."""
    bounds = bounds_on(default_pack(), circle.on)
    return any(bands_of(each, circle.on, bounds) == (ADULT,) for each in assessed_together(circle.members or ()))


def test_counts_are_by_band_and_the_uncertain_are_apart() -> None:
    day = date(2026, 11, 1)
    born = [date(1980, 1, 1), date(1982, 1, 1), date(2006, 1, 1), date(2010, 1, 1), date(2018, 1, 1), date(2024, 1, 1)]
    people = [Member(id=str(n), born=Span(each, each)) for n, each in enumerate(born)]
    people[3] = Member(id="3", born=Span(born[3], born[3]), dependent_child=True)
    counted = composition(frame_of([Circle(on=day, members=tuple(people))]))
    assert counted.drop("household", "on").row(0, named=True) == {
        "persons": 6, "adults": 2, "children_15": 1, "children_6": 1, "children_0": 1,
        "dependent_children": 3, "uncertain": 1,
    }  # fmt: skip
    assert living_minimum_frame(counted)["living_minimum"].to_list() == [None]


def test_the_same_household_on_two_days_gives_two_rows() -> None:
    people = (Member(id="a", born=Span(date(1980, 1, 1), date(1980, 1, 1))),)
    days_ = [date(2026, 9, 30), date(2026, 10, 1)]
    frame = frame_of([Circle(on=day, members=people) for day in days_]).with_columns(household=pl.lit("h"))
    assert living_minimum_frame(composition(frame))["living_minimum"].to_list() == [486_000, 550_000]


def test_no_households_give_an_empty_frame() -> None:
    found = living_minimum_frame(composition(frame_of([])))
    assert found.height == 0
    assert found.schema["living_minimum"] == pl.Int64


PARENT = Member(id="a", born=Span(date(1985, 1, 1), date(1985, 1, 1)))
CHILD = Member(id="c", born=Span(date(2016, 1, 1), date(2016, 1, 1)))
INSIDE = Member(id="p", born=Span(date(1986, 1, 1), date(1986, 1, 1)), activity="prisoner")
NOVEMBER = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("situations", "total", "missing"),
    [
        ({}, 805_000, ()),
        ({"c": "both_parents_care_here"}, 805_000, ()),
        ({"c": "both_parents_care_there"}, 550_000, ()),
        ({"c": "both_parents_care"}, 805_000, ("declared_parent",)),
        ({"c": "other_parents_care"}, 550_000, ()),
        ({"c": "full_care"}, 550_000, ()),
        ({"c": "study_or_work_away"}, 805_000, ()),
        ({"p": "prison_since_last_month"}, 805_000, ()),
        ({"p": "prison_since_this_month"}, 1_180_000, ()),
    ],
)
def test_who_is_assessed_together(situations: dict[str, str], total: int, missing: tuple[str, ...]) -> None:
    circle, asked = household_of(Circle(on=NOVEMBER, members=(PARENT, CHILD, INSIDE)), situations)
    assert (living_minimum(circle).total, asked) == (total, missing)


@pytest.mark.parametrize("situations", [{"x": "full_care"}, {"c": "elsewhere"}])
def test_strange_members_and_situations_are_refused(situations: dict[str, str]) -> None:
    with pytest.raises(InputError):
        household_of(Circle(on=NOVEMBER, members=(PARENT, CHILD)), situations)


def places(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in error.value.problems]


def test_a_frame_without_its_columns_is_refused_by_their_names() -> None:
    with pytest.raises(InputError) as caught:
        composition(pl.DataFrame())
    assert places(caught) == [("column_missing", f"column {name}") for name in MEMBERS]
    with pytest.raises(InputError) as caught:
        living_minimum_frame(pl.DataFrame())
    assert places(caught) == [("column_missing", f"column {name}") for name in HOUSEHOLDS]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"on": pl.String}, ("column_type", "column on")),
        ({"on": pl.Datetime}, ("column_type", "column on")),
        ({"dependent_child": pl.Int64}, ("column_type", "column dependent_child")),
        ({"role": pl.Int64}, ("column_type", "column role")),
    ],
)
def test_members_of_another_type_are_refused(change: dict[str, Any], place: tuple[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        composition(pl.DataFrame(schema=MEMBERS | change))
    assert places(caught) == [place]


def test_households_of_another_type_and_days_nobody_knows_are_refused() -> None:
    members = frame_of([Circle(on=date(2026, 11, 1), members=(Member(id="a"),))])
    with pytest.raises(InputError) as caught:
        composition(members.with_columns(on=pl.lit(None, pl.Date)))
    assert places(caught) == [("value", "column on")]
    with pytest.raises(InputError) as caught:
        living_minimum_frame(composition(members).with_columns(pl.col("adults").cast(pl.Float64)))
    assert places(caught) == [("column_type", "column adults")]


def test_other_columns_of_households_are_kept() -> None:
    members = frame_of([Circle(on=date(2026, 11, 1), members=(Member(id="a"),))])
    found = living_minimum_frame(composition(members).with_columns(mark=pl.lit("x")))
    assert found.select("household", "mark", "living_minimum").rows() == [("0", "x", 550_000)]
