"""What would move a place one band: making the change moves it, one unit less does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.municipal import index_model as model
from tests.strategies import examples

from dluhy.law.pack import default_pack
from dluhy.municipal.index.columns import COUNT_OF, SUMS
from dluhy.municipal.index.computing import computed, index_of
from dluhy.municipal.index.moves import Moves, Way, moves_of, parts_of
from dluhy.places import exclusion

if TYPE_CHECKING:
    from dluhy.municipal.index.computing import Indexed

PACK = default_pack()
YEAR = 2023
BANDS = ["none_or_low", "medium", "increased", "high"]


@pytest.fixture(scope="module")
def shipped() -> Indexed:
    return _shipped()


@cache
def _shipped() -> Indexed:
    return computed(exclusion.frame(), YEAR, PACK)


def _at(indexed: Indexed, code: str) -> int:
    return indexed.rows["code"].to_list().index(code)


def _moves(indexed: Indexed, position: int) -> Moves:
    found = moves_of(indexed, position)
    assert found is not None
    return found


def _changed(indexed: Indexed, position: int, way: Way, less: int = 0) -> dict[str, object]:
    """Return the row of a place after a way was gone, the sums of the areas changed alike, `less` units left out."""
    row = indexed.rows.row(position, named=True)
    frame, areas = exclusion.frame(), _areas()
    for number, step in enumerate(way.steps):
        code = row["school"] if step.dimension == "po_zs" else row["code"]
        column = COUNT_OF[step.dimension]
        units = step.units - (less if step.units > 0 else -less) * (number == 0)
        frame = frame.with_columns(
            pl.when(pl.col("code") == code).then(pl.col(column) + units).otherwise(column).alias(column)
        )
        touched = ["CZ", model.REGION[code]]
        areas = areas.with_columns(
            pl.when(pl.col("area").is_in(touched)).then(pl.col(column) + units).otherwise(column).alias(column)
        )
    return index_of(frame, YEAR, PACK, reference=areas).row(position, named=True)


def _areas() -> pl.DataFrame:
    table = PACK.tables["exclusion_index_sums"]
    rows = {area.upper(): dict(zip(table.columns, row, strict=True)) for area, row in table.period[0].row.items()}
    return model.reference(**rows)


@cache
def _ways() -> list[tuple[int, int, Way]]:
    """Return every way that can be tried: the position of its place, -1 down or 1 up, and the way.

    Pupils of a school outside both regions cannot be changed: it is not among the rows.
    """
    indexed, outside = _shipped(), set(exclusion.schools()["code"])
    borrowed = [school in outside for school in indexed.rows["school"]]
    found = ((at, _moves(indexed, at)) for at in range(indexed.rows.height))
    return [
        (at, sign, way)
        for at, moves in found
        for sign, way in ((-1, moves.down), (1, moves.up))
        if way is not None and way.steps
        and not (borrowed[at] and any(step.dimension == "po_zs" for step in way.steps))
    ]  # fmt: skip


@pytest.mark.thorough
@given(st.deferred(lambda: st.sampled_from(_ways())))
@examples(60)
def test_a_way_leads_to_its_band_and_one_unit_less_does_not(chosen: tuple[int, int, Way]) -> None:
    position, sign, way = chosen
    indexed = _shipped()
    row = indexed.rows.row(position, named=True)
    there = _changed(indexed, position, way)
    assert there["band"] == way.band == BANDS[BANDS.index(row["band"]) + sign]
    assert there["index"] == row["index"] + sum(step.points for step in way.steps)
    assert _changed(indexed, position, way, less=1)["band"] == row["band"]


def test_only_the_ends_have_no_band_beyond(shipped: Indexed) -> None:
    for position, band in enumerate(shipped.rows["band"]):
        moves = _moves(shipped, position)
        assert (moves.down is None, moves.up is None) == (band == BANDS[0], band == BANDS[-1])


def test_karlovy_vary_by_hand(shipped: Indexed) -> None:
    """13 points, two less are needed: 58 benefits of the mean month under 3 % and 69 under 0,9 % are the least."""
    moves = _moves(shipped, _at(shipped, "554961"))
    assert moves.up is None
    assert moves.down is not None
    assert (moves.down.band, moves.down.needed) == ("increased", -2)
    assert [(step.dimension, step.units, step.points) for step in moves.down.steps] == [
        ("pnb", -696, -1), ("pnz", -828, -1),
    ]  # fmt: skip
    assert [float(step.change) for step in moves.down.steps] == [-58, -69]


def test_vresova_by_hand(shipped: Indexed) -> None:
    """With 17 job seekers a quotient of 2,89 gives two points; 14 are under 2,5 and 10 under 1,8: seven fewer."""
    moves = _moves(shipped, _at(shipped, "560707"))
    assert moves.down is not None
    (step,) = moves.down.steps
    assert (step.dimension, step.units, step.points) == ("uoz6", -7, -2)


def test_the_smallest_way_is_the_smallest_of_all_ways(shipped: Indexed) -> None:
    """Tried out over every choice of at most one step of each dimension."""
    from itertools import product

    for code in ("560707", "554961", "560286", "555631", "541681"):
        moves = _moves(shipped, _at(shipped, code))
        for way, sign in ((moves.down, -1), (moves.up, 1)):
            if way is None:
                continue
            of_dimension = [
                [None, *(s for s in moves.steps if s.dimension == dimension and s.points * sign > 0)]
                for dimension in model.THRESHOLDS
            ]
            costs = [
                sum(abs(step.change) for step in choice if step is not None)
                for choice in product(*of_dimension)
                if sum(step.points for step in choice if step is not None) * sign >= abs(way.needed)
            ]
            assert sum(abs(step.change) for step in way.steps) == min(costs)


def test_an_empty_military_area_cannot_rise(shipped: Indexed) -> None:
    found = _moves(shipped, _at(shipped, "555177"))
    assert found.up is not None
    assert (found.up.band, found.up.needed, found.up.steps) == ("increased", 5, ())


def test_each_point_of_a_step_has_its_part(shipped: Indexed) -> None:
    for position in range(0, shipped.rows.height, 25):
        for step in _moves(shipped, position).steps:
            assert sum(parts_of(step).values()) == step.points
            assert set(step.parts) <= {"count", "share", "lq"}


def test_praha_is_its_own_region_and_changes_what_it_is_compared_with() -> None:
    """Its quotient can never reach 1,8: every person more raises the reference by more than half of its share."""
    state = _areas()
    praha = state.filter(pl.col("area") == "CZ010").row(0, named=True)
    row = {name: praha[name] for name in SUMS} | {"code": "554782", "own_school": True, "school": None}
    indexed = computed(model.frame_of(row), YEAR, PACK, reference=state)
    steps = [step for step in _moves(indexed, 0).steps if step.points > 0]
    assert steps
    assert all("lq" not in step.parts for step in steps)
    assert (indexed.rows["index"][0], indexed.rows["band"][0]) == (12, "high")
