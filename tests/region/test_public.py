"""The public release: nothing hidden can be computed from what is published, however it is combined."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.region.building import AS, CHEB, DAY, LUBY, PREBUZ, SOKOLOV, block, people, report

from dluhy.comparing import CHANGES
from dluhy.negotiating import SMALL
from dluhy.region.joining import overview
from dluhy.region.overview import GROUPS, TREND, Group
from dluhy.region.publishing import PUBLIC_TABLES, STEP, THOUSAND_CZK
from dluhy.report.region_json import overview_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.region.files import Report
    from dluhy.region.overview import Overview

EARLIER = date(2026, 5, 21)
PLACES = (CHEB, AS, LUBY, SOKOLOV, PREBUZ)
RULES = ("W0", "W1", "W2", "T0")
COUNTS = ("children", "adults", "undecided", "people", "debts")

Cell = tuple[int, int, int]
"""People, debts, haléře of a group of a municipality by one rule."""


@st.composite
def cells(draw: st.DrawFn, most: int) -> dict[str, Cell]:
    """Draw the debts of a group by rule: people who owe one to three debts each."""
    found = {}
    for rule in RULES:
        count = draw(st.integers(0, most))
        debts = count + draw(st.integers(0, 2 * count))
        found[rule] = (count, debts, debts * draw(st.integers(1, 900)) * 100)
    return found


def whole(parts: Mapping[str, Cell]) -> Cell:
    people_, debts, halere = (sum(part[place] for part in parts.values()) for place in range(3))
    return people_, debts, halere


def is_small(parts: Mapping[str, Cell]) -> bool:
    return 0 < whole(parts)[0] < SMALL


@st.composite
def small_cells(draw: st.DrawFn) -> dict[str, Cell]:
    """Draw any group of one to four people."""
    left, found = draw(st.integers(1, SMALL - 1)), dict.fromkeys(RULES, (0, 0, 0))
    for _ in range(left):
        rule = draw(st.sampled_from(RULES))
        count, debts, halere = found[rule]
        more = draw(st.integers(1, 40))
        found[rule] = (count + 1, debts + more, halere + more * draw(st.integers(1, 90_000)))
    return found


State = dict[tuple[str, date, Group], dict[str, Cell]]
CHANGED = ("new", "gone", "stopped", "paid", "came_of_age", "worsened")


@st.composite
def states(draw: st.DrawFn) -> State:
    """Draw what some municipalities report on two days; some are silent on one of them."""
    found: State = {}
    for place in PLACES:
        for day in draw(st.sampled_from(([DAY], [EARLIER], [EARLIER, DAY], [EARLIER, DAY]))):
            for group in GROUPS:
                found[place, day, group] = draw(cells(draw(st.sampled_from((1, 2, 6)))))
    return found


@st.composite
def twins(draw: st.DrawFn) -> tuple[State, State]:
    """Draw a state, and another that differs only in what is hidden."""
    state = draw(states())
    return state, {key: draw(small_cells()) if is_small(parts) else parts for key, parts in state.items()}


def reports(state: State) -> list[Report]:
    found = []
    for place, day in dict.fromkeys((place, day) for place, day, _ in state):
        own: dict[Group, dict[str, Cell]] = {group: state[place, day, group] for group in GROUPS}
        changes: dict[Group, dict[str, Cell]] = {
            group: {name: part for name, part in zip(CHANGED, parts.values(), strict=False) if part[0]}
            for group, parts in own.items()
        }
        made = block(place, {group: whole(parts) for group, parts in own.items()}, regimes=own, changes=changes,
                     since=EARLIER)  # fmt: skip
        found.append(report(made, day))
    return found


def released(state: State) -> Overview:
    return overview(reports(state), region="CZ041", public=True)


@pytest.mark.thorough
@settings(max_examples=40, deadline=None)
@given(twins())
def test_nothing_published_depends_on_what_is_hidden(both: tuple[State, State]) -> None:
    state, other = both
    assert overview_json(released(state)) == overview_json(released(other))


def counts_of(made: Overview) -> dict[str, list[int]]:
    """Return every count of people and of debts that is published, by where it stands."""
    found: dict[str, list[int]] = {}
    for name in ("municipalities", "authorities", "districts", "total"):
        frame: pl.DataFrame = getattr(made, name)
        for column in frame.columns:
            if column.startswith(COUNTS) and frame.schema[column] == pl.Int64 and "halere" not in column:
                found[f"{name} {column}"] = frame[column].drop_nulls().to_list()
    for column in ("people", "debts"):
        found[f"tables {column}"] = made.tables[column].drop_nulls().to_list()
    found["ranking"] = made.ranking["count"].to_list()
    for column, dtype in TREND.items():
        if column.startswith(GROUPS) and dtype == pl.Int64() and not column.endswith(("municipalities", "halere")):
            found[f"trend {column}"] = made.trend[column].drop_nulls().to_list()
    for column in made.trend_steps.columns:
        if column.endswith(("before", "after")) and column not in {"before", "after"}:
            found[f"steps {column}"] = made.trend_steps[column].drop_nulls().to_list()
    return found


@settings(max_examples=20, deadline=None)
@given(states())
def test_no_published_count_is_below_five(state: State) -> None:
    small = {where: counts for where, counts in counts_of(released(state)).items()
             if any(0 < count < SMALL for count in counts)}  # fmt: skip
    assert not small


@settings(max_examples=20, deadline=None)
@given(states())
def test_totals_sum_the_published_cells_only(state: State) -> None:
    made = released(state)
    columns = [f"{group}{part}" for group in GROUPS for part in ("", "_debts", "_halere")]
    for level, code in (("authorities", "authority"), ("districts", "district")):
        for area in getattr(made, level).iter_rows(named=True):
            inside = made.municipalities.filter(pl.col(code) == area["code"])
            for column in columns:
                assert area[column] == (inside[column].sum() if inside[column].count() else None)
    for column in columns:
        mine = made.municipalities[column]
        assert made.total[column][0] == (mine.sum() if mine.count() else None)


@settings(max_examples=20, deadline=None)
@given(states())
def test_tables_are_of_the_published_groups_and_add_up_to_them(state: State) -> None:
    made = released(state)
    assert set(made.tables["table"].unique()) <= {*PUBLIC_TABLES, "changes"}
    assert set(made.tables["level"].unique()) <= {"region"}
    for group in GROUPS:
        regimes = made.tables.filter((pl.col("table") == "regimes") & (pl.col("group") == group))
        if regimes.height:
            assert 0 <= made.total[f"{group}_debts"][0] - regimes["debts"].sum() < STEP


def changes(**counts: int) -> set[str]:
    whole = sum(counts.values())
    told: dict[Group, dict[str, Cell]] = {"adults": {name: (count, count, 0) for name, count in counts.items()}}
    made = block(CHEB, {"adults": (whole, whole, 0)}, changes=told, since=EARLIER)
    rows = overview([report(made)], region="CZ041", public=True).tables
    return set(rows.filter(pl.col("table") == "changes")["code"].to_list())


def test_changes_that_add_up_to_the_difference_of_two_days_are_not_published() -> None:
    every = dict.fromkeys(CHANGES, 9)
    assert changes(**every) == {"stopped", "paid"}
    assert changes(stopped=4, paid=7) == {"paid"}


def test_nought_is_published_and_one_is_not() -> None:
    made = overview([people(CHEB, 0, 7), people(AS, 1, 7)], region="CZ041", public=True)
    rows = {row["code"]: row for row in made.municipalities.iter_rows(named=True)}
    assert (rows[CHEB]["children"], rows[CHEB]["children_hidden"], rows[CHEB]["hidden"]) == (0, False, 0)
    assert (rows[AS]["children"], rows[AS]["children_hidden"], rows[AS]["hidden"]) == (None, True, 1)
    assert (rows[CHEB]["people"], rows[AS]["people"]) == (7, None)
    assert (rows[LUBY]["children"], rows[LUBY]["children_hidden"], rows[LUBY]["reported"]) == (None, False, 0)


def test_sums_of_hidden_counts_are_hidden_and_others_rounded_to_thousands() -> None:
    made = overview([people(CHEB, 4, 7), people(AS, 5, 0)], region="CZ041", public=True)
    rows = {row["code"]: row for row in made.municipalities.iter_rows(named=True)}
    assert rows[CHEB]["children_halere"] is None
    assert rows[CHEB]["children_debts"] is None
    assert rows[AS]["children_halere"] == 600_000
    assert rows[CHEB]["adults_halere"] == 800_000  # 8 400 CZK
    sums: list[Any] = [made.total[f"{group}_halere"][0] for group in GROUPS]
    assert all(halere is None or halere % THOUSAND_CZK == 0 for halere in sums)
    assert made.total["children"][0] == 5
    assert made.total["hidden"][0] == 1


def test_ranking_and_map_are_without_hidden_cells() -> None:
    made = overview([people(CHEB, 9), people(AS, 4), people(LUBY, 0)], region="CZ041", public=True)
    children = made.ranking.filter(pl.col("measure") == "children")
    assert set(children["code"]) == {CHEB, LUBY}


def test_what_stands_beside_is_not_published() -> None:
    made = overview([people(CHEB, 9), people(AS, 9)], region="CZ041", public=True)
    for name in ("rows_judged", "others_debts", "to_stop_debts", "birthdays_90", "stopped_debts", "amounts_unknown"):
        assert made.total[name].null_count() == 1
