"""A few rows are judged row by row, many as expressions; both say the same of every rule and condition of the pack."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from tests.strategies import AS_OF, examples

from dluhy.engine.evaluate import FEW, Engine, mask_column, run
from dluhy.facts.derived import functions
from dluhy.facts.schema import FactSpec, Rows, dtype_of
from dluhy.facts.tables import FACTS_OF
from dluhy.law.conditions import Compare, Constant, Member, leaves, typed
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

ENGINES = {rows: Engine(default_pack().of(rows), functions(), rows) for rows in FACTS_OF}
UNKNOWN = 0.4


def literals(pack: Pack) -> dict[str, list[Any]]:
    """Return the values that the conditions of a pack name, by fact."""
    found: dict[str, list[Any]] = {}
    for node in pack.conditions.values():
        for leaf in leaves(node):
            match leaf:
                case Compare(fact, _, Constant() as right):
                    found.setdefault(fact.name, []).append(typed(right, pack.facts[fact.name], pack.members))
                case Member(fact, values):
                    spec = pack.facts[fact.name]
                    found.setdefault(fact.name, []).extend(typed(value, spec, pack.members) for value in values)
    return found


def value_of(spec: FactSpec, pack: Pack, named: dict[str, list[Any]], dice: Random) -> Any:  # noqa: ANN401 - of any type
    """Return a random value of a fact, often one that a condition names or a neighbour of it."""
    if spec.type == "bool":
        return dice.random() < 1 / 2
    if spec.type == "enum":
        return dice.choice(pack.members[spec.vocabulary or ""])
    near = dice.choice(named.get(spec.name) or [None])
    if spec.type == "date":
        days = dice.choice((-1, 0, 1)) if near else -dice.randrange(9_000)
        return (near or AS_OF) + timedelta(days=days)
    if spec.type == "text":
        return "text"
    numbers = [2008, 2014, 2026] if spec.type == "year" else [0, 1, 17, 18, 150_000, 5_000_000]
    if near is not None:
        numbers = [near - 1, near, near + 1]
    return dice.choice(numbers) if spec.most is None else dice.randint(0, spec.most)


def random_frame(engine: Engine, size: int, dice: Random) -> pl.DataFrame:
    """Return rows of random facts, given ones among the derived too; some facts are known of nobody."""
    pack, named = engine.pack, literals(engine.pack)
    columns: dict[str, pl.Series] = {"row": pl.Series(range(size), dtype=pl.UInt32)}
    for spec in pack.facts.values():
        if not spec.asked or spec.aggregate_of is not None or dice.random() < UNKNOWN / 2:
            continue
        values: list[list[Any]] = []
        for _ in range(size):
            ends: list[Any] = [
                None if dice.random() < UNKNOWN else value_of(spec, pack, named, dice) for _ in spec.columns
            ]
            values.append(sorted(ends) if None not in ends and len(ends) > 1 else ends)
        for place, column in enumerate(spec.columns):
            columns[column] = pl.Series([ends[place] for ends in values], dtype=dtype_of(spec, pack.members))
    if "debt_kind" in pack.facts:
        columns["person_id"] = pl.Series([dice.choice((None, "A", "B")) for _ in range(size)], dtype=pl.String)
    return pl.DataFrame(columns)


def both_ways(engine: Engine, frame: pl.DataFrame, as_of: date, *, masks: bool, steps: bool) -> None:
    """Hold the two ways of judging a frame equal in every column."""
    stages = engine.stages_for(frame, masks=masks, steps=steps).all
    assert_frame_equal(
        engine.evaluate(frame, as_of, masks=masks, steps=steps),
        run(engine.completed(frame, as_of), stages),
        check_column_order=False,
    )


@pytest.mark.parametrize("rows", list(FACTS_OF))
@examples(3)
@given(st.integers(0, 10**6), st.integers(1, FEW), st.booleans(), st.booleans())
def test_few_rows_are_judged_as_many_are(rows: Rows, seed: int, size: int, masks: bool, steps: bool) -> None:  # noqa: FBT001 - drawn
    engine = ENGINES[rows]
    both_ways(engine, random_frame(engine, size, Random(seed)), AS_OF, masks=masks, steps=steps)  # noqa: S311 - seeded


@pytest.mark.parametrize("rows", list(FACTS_OF))
def test_a_row_that_says_nothing_is_judged_alike(rows: Rows) -> None:
    both_ways(ENGINES[rows], pl.DataFrame({"row": [0]}), AS_OF, masks=True, steps=True)


def test_the_highest_bit_of_a_mask_is_kept() -> None:
    for engine in ENGINES.values():
        judged = engine.evaluate(pl.DataFrame({"row": [0]}), AS_OF)
        assert all(judged.schema[mask_column(name)] == pl.UInt64 for name in engine.pack.rules)
    highest = pl.DataFrame([[1 << 63]], schema={"mask": pl.UInt64()}, orient="row")
    assert highest.item() == 1 << 63


def test_a_frame_without_rows_has_the_columns_of_one_with_rows() -> None:
    for engine in ENGINES.values():
        frame = pl.DataFrame({"row": [0]})
        assert set(engine.evaluate(frame.clear(), AS_OF).columns) == set(engine.evaluate(frame, AS_OF).columns)
