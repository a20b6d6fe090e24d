"""Budgets in bulk are the same numbers as budgets one by one."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.household.budget import PARTS, Budget, ExpenseLine, budget
from dluhy.household.budget_frame import COLUMNS, SUBSETS, budget_frame
from dluhy.household.model import IncomeLine
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE
from dluhy.problems import InputError

ON = date(2026, 11, 22)
PACK = default_pack()
MONEY = st.none() | st.just(0) | st.integers(0, 10**9)

ROWS = st.one_of(
    st.fixed_dictionaries({
        "side": st.just("expense"),
        "kind": st.none() | st.sampled_from(PACK.members["budget_lines"]),
        "amount": MONEY,
        "frequency": st.none() | st.sampled_from(PACK.members["frequencies"]),
    }),
    st.fixed_dictionaries({
        "side": st.just("income"),
        "kind": st.none() | st.sampled_from(PACK.members["income_kinds"]),
        "amount": MONEY,
        "frequency": st.none(),
    }),
    st.fixed_dictionaries({
        "side": st.just("deduction"), "kind": st.none(), "amount": MONEY, "frequency": st.none(),
    }),
)  # fmt: skip
HOUSEHOLDS = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.lists(ROWS, min_size=1, max_size=8), min_size=1)


def frame_of(households: dict[str, list[dict[str, Any]]]) -> pl.DataFrame:
    rows = [{"household": name, **row} for name, lines in households.items() for row in lines]
    return pl.DataFrame(rows, schema=COLUMNS)


def one(rows: list[dict[str, Any]]) -> Budget:
    by_side: dict[str, list[dict[str, Any]]] = {side: [] for side in ("expense", "income", "deduction")}
    for row in rows:
        by_side[row["side"]].append(row)
    lines = [ExpenseLine(category=r["kind"], amount=r["amount"], frequency=r["frequency"]) for r in by_side["expense"]]
    incomes = [IncomeLine(person=None, kind=r["kind"], net=r["amount"]) for r in by_side["income"]]
    taken = [r["amount"] for r in by_side["deduction"]]
    deducted = None if not taken or None in taken else sum(taken)
    return budget(lines or None, incomes or None, deducted=deducted, on=ON)


@given(HOUSEHOLDS)
def test_every_household_has_the_numbers_of_its_own_budget(households: dict[str, list[dict[str, Any]]]) -> None:
    came = budget_frame(frame_of(households))
    assert came["household"].to_list() == sorted(households)
    for row in came.iter_rows(named=True):
        single = one(households[row["household"]])
        sums = {name: getattr(single, name) for name in ("income", "expenses", *SUBSETS)}
        sums |= {name: single.parts[name] for name in (*PARTS, "once")}
        for name, expected in sums.items():
            assert (name, row[name], row[f"{name}_complete"]) == (name, expected.known, expected.complete)
        for name in ("left", "before_instalments"):
            bounds = getattr(single, name)
            taken = row["deducted"] if not row["deducted_complete"] else 0  # a part of the deductions may be known
            most = None if bounds.most is None else bounds.most - taken
            assert (name, row[f"{name}_least"], row[f"{name}_most"]) == (name, bounds.least, most)


@pytest.mark.thorough
@given(HOUSEHOLDS, st.randoms())
def test_the_order_of_lines_does_not_matter(households: dict[str, list[dict[str, Any]]], random: Any) -> None:  # noqa: ANN401
    frame = frame_of(households)
    order = list(range(frame.height))
    random.shuffle(order)
    assert budget_frame(frame).equals(budget_frame(frame[order]))


def test_nothing_is_nothing_how_often_ever() -> None:
    row = {"household": "a", "side": "expense", "kind": "food", "amount": 0, "frequency": None}
    came = budget_frame(pl.DataFrame([row], schema=COLUMNS)).row(0, named=True)
    assert (came["expenses"], came["expenses_complete"]) == (0, True)


def test_no_lines_make_no_households() -> None:
    assert budget_frame(pl.DataFrame(schema=COLUMNS)).height == 0


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"household": None}, "column household row 1"),
        ({"side": "výdaj"}, "column side row 1"),
        ({"side": None}, "column side row 1"),
        ({"kind": "wage"}, "column kind row 1"),
        ({"side": "income", "kind": "rent"}, "column kind row 1"),
        ({"frequency": "někdy"}, "column frequency row 1"),
        ({"amount": -1}, "column amount row 1"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(change: dict[str, Any], place: str) -> None:
    good = {"household": "a", "side": "expense", "kind": "rent", "amount": 1, "frequency": "monthly"}
    with pytest.raises(InputError) as caught:
        budget_frame(pl.DataFrame([good, good | change], schema=COLUMNS))
    assert [problem.place for problem in caught.value.problems] == [place]


def test_missing_columns_and_wrong_types_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        budget_frame(pl.DataFrame({"household": ["a"], "side": ["income"]}))
    assert [problem.place for problem in caught.value.problems] == ["column kind", "column amount", "column frequency"]
    with pytest.raises(InputError) as caught:
        budget_frame(pl.DataFrame({name: ["x"] for name in COLUMNS}))
    assert [(each.code, each.place) for each in caught.value.problems] == [("column_type", "column amount")]


@pytest.mark.parametrize("amounts", [[1.0], ["1"], [True], [date(2026, 1, 1)]])
def test_amounts_of_another_kind_are_not_turned_into_haleru(amounts: list[Any]) -> None:
    good = {"household": ["a"], "side": ["deduction"], "kind": [None], "amount": amounts, "frequency": [None]}
    with pytest.raises(InputError) as caught:
        budget_frame(pl.DataFrame(good))
    assert [(each.code, each.place) for each in caught.value.problems] == [("column_type", "column amount")]


def test_smaller_whole_numbers_and_categories_are_read() -> None:
    lines = pl.DataFrame(
        {"household": ["a"], "side": ["deduction"], "kind": [None], "amount": [7], "frequency": [None]}
    )
    read = lines.with_columns(pl.col("amount").cast(pl.UInt8), pl.col("side").cast(pl.Categorical))
    assert budget_frame(read)["deducted"].to_list() == [7]


@pytest.mark.parametrize("frequency", ["daily", "monthly", "once"])
def test_what_is_too_large_is_refused_and_never_wraps_round(frequency: str) -> None:
    good = {"household": "a", "side": "expense", "kind": "rent", "amount": LARGEST_HALERE, "frequency": frequency}
    assert budget_frame(pl.DataFrame([good] * 2, schema=COLUMNS))["expenses"].item() >= 0
    with pytest.raises(InputError) as caught:
        budget_frame(pl.DataFrame([good, good | {"amount": LARGEST_HALERE + 1}], schema=COLUMNS))
    assert [(each.code, each.place) for each in caught.value.problems] == [("value", "column amount row 1")]
    with pytest.raises(InputError) as caught:
        budget_frame(pl.DataFrame([good] * 10_000, schema=COLUMNS))
    assert [(each.code, each.place) for each in caught.value.problems] == [("value", "household a")]


def test_a_number_beyond_int64_is_refused() -> None:
    lines = pl.DataFrame(
        {"household": ["a"], "side": ["deduction"], "kind": [None], "amount": [2**64 - 1], "frequency": [None]},
        schema=COLUMNS | {"amount": pl.UInt64},
    )
    with pytest.raises(InputError) as caught:
        budget_frame(lines)
    assert [(each.code, each.place) for each in caught.value.problems] == [("value", "column amount")]
