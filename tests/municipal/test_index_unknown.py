"""What is not known stays unknown: the bounds hold every way in which the unknown could turn out."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.municipal import index_model as model
from tests.strategies import examples

from dluhy.law.pack import default_pack
from dluhy.municipal.index.computing import computed, index_of
from dluhy.municipal.index.moves import moves_of
from dluhy.places import exclusion

PACK = default_pack()
YEAR = 2023
CHEB, AS, PRAHA = "554481", "554499", "554782"
GIVEN = model.reference(CZ=model.sums(exe=60_000), CZ041=model.sums(), CZ010=model.sums())
INPUTS = (
    "inhabitants_15plus",
    "inhabitants_15_64",
    "exe",
    "pnb_payments",
    "pnz_payments",
    "uoz6",
    "po_zs",
    "po_zs_base",
)


@st.composite
def _whole(draw: st.DrawFn) -> model.Row:
    people = draw(st.sampled_from([0, 3, 400, 5_000]))
    adults, pupils = draw(st.integers(0, people)), draw(st.sampled_from([0, 4, 90]))
    return {
        "code": CHEB, "inhabitants_15plus": people, "inhabitants_15_64": adults, "exe": draw(st.integers(0, people)),
        "pnb_payments": draw(st.integers(0, 12 * people)), "pnz_payments": draw(st.integers(0, 12 * people)),
        "uoz6": draw(st.integers(0, adults)), "po_zs": draw(st.integers(0, pupils)), "po_zs_base": pupils,
        "own_school": True, "school": None,
    }  # fmt: skip


@pytest.mark.thorough
@given(_whole(), st.sets(st.sampled_from(INPUTS)))
@examples(200)
def test_the_bounds_hold_the_index_whatever_the_unknown_is(row: model.Row, hidden: set[str]) -> None:
    """Whatever is left out of a municipality, its true index lies within the bounds, and so does each dimension."""
    true = index_of(model.frame_of(row), YEAR, PACK, reference=GIVEN).row(0, named=True)
    blind = {name: None if name in hidden else value for name, value in row.items()}
    seen = index_of(model.frame_of(blind), YEAR, PACK, reference=GIVEN).row(0, named=True)
    assert seen["index_least"] <= true["index"] <= seen["index_most"]
    assert seen["index"] in {None, true["index"]}
    assert seen["band"] in {None, true["band"]}
    for dimension in model.THRESHOLDS:
        known = seen[f"{dimension}_points"]
        assert seen[f"{dimension}_points_least"] <= true[f"{dimension}_points"] <= seen[f"{dimension}_points_most"]
        assert known in {None, true[f"{dimension}_points"]}
        for part in ("count", "share", "lq"):
            assert seen[f"{dimension}_{part}_points"] in {None, true[f"{dimension}_{part}_points"]}


@pytest.mark.thorough
@given(_whole(), st.sets(st.sampled_from(["exe", "uoz6", "po_zs", "pnb_payments", "inhabitants_15plus"]), min_size=1))
@examples(150)
def test_the_bounds_hold_also_where_the_unknown_is_in_the_sums_of_the_region(row: model.Row, hidden: set[str]) -> None:
    """Praha is a region of one municipality: what it hides is also missing in what it is compared with."""
    whole = model.frame_of(row | {"code": PRAHA})
    blind = model.frame_of({name: None if name in hidden else value for name, value in row.items()} | {"code": PRAHA})
    state = model.reference(CZ=model.sums(exe=60_000, inhabitants_15plus=900_000))
    year = 2022  # a year of which the pack has no sums
    true, seen = (index_of(frame, year, PACK, reference=state).row(0, named=True) for frame in (whole, blind))
    assert (true["region_sums"], true["state_sums"]) == ("frame", "given")
    assert seen["index_least"] <= true["index"] <= seen["index_most"]
    assert seen["index"] in {None, true["index"]}


def test_an_unknown_count_is_never_nought() -> None:
    row = index_of(model.frame_of(model.place(CHEB, exe=None)), YEAR, PACK, reference=GIVEN).row(0, named=True)
    assert (row["index"], row["index_least"], row["index_most"]) == (None, 0, 6)
    assert (row["band"], row["band_least"], row["band_most"]) == (None, "none_or_low", "medium")
    assert (row["exe_value"], row["exe_count_points"], row["exe_points"]) == (None, None, None)


def test_an_unknown_that_cannot_change_the_band_leaves_the_band_known() -> None:
    high = {"exe": 5_000, "pnb_payments": 36_000, "pnz_payments": 36_000, "uoz6": None}
    row = index_of(model.frame_of(model.place(CHEB, **high)), YEAR, PACK, reference=GIVEN).row(0, named=True)
    assert row["index"] is None
    assert row["band"] == "high"


def test_a_count_of_nought_gives_no_point_though_the_base_is_unknown() -> None:
    row = index_of(model.frame_of(model.place(CHEB, inhabitants_15_64=None)), YEAR, PACK, reference=GIVEN).row(
        0, named=True
    )
    assert (row["uoz6_points"], row["index"]) == (0, 0)


@pytest.mark.parametrize("school", [None, AS])
def test_a_school_nobody_knows_leaves_its_dimension_open(school: str | None) -> None:
    """No school of its own, and either nobody says whose it borrows or that one's figures are not there."""
    frame = model.frame_of(model.place(CHEB, own_school=False, po_zs=None, po_zs_base=None, school=school))
    row = index_of(frame, 2022, PACK, reference=GIVEN).row(0, named=True)
    assert (row["po_zs_points"], row["po_zs_points_least"], row["po_zs_points_most"]) == (None, 0, 6)
    assert (row["index_least"], row["index_most"], row["school"], row["school_source"]) == (0, 6, school, None)


def test_whether_there_is_a_school_is_seen_from_its_pupils_and_never_guessed() -> None:
    seen = model.place(CHEB, own_school=None)
    blind = model.place(AS, own_school=None, po_zs=None, po_zs_base=None)
    rows = index_of(model.frame_of(seen, blind), 2022, PACK, reference=GIVEN)
    assert rows["school_own"].to_list() == [True, None]
    assert rows["index"].to_list() == [0, None]


def test_a_place_with_something_unknown_has_no_moves() -> None:
    found = computed(model.frame_of(model.place(CHEB, exe=None)), YEAR, PACK, reference=GIVEN)
    assert moves_of(found, 0) is None


def test_sums_of_the_pack_stand_in_where_one_municipality_of_a_region_is_unknown() -> None:
    """The region is whole but for one count: its sums are known to the pack and taken from there."""
    frame = exclusion.frame().with_columns(exe=pl.when(pl.col("code") != CHEB).then("exe"))
    whole, blind = (index_of(each, YEAR, PACK) for each in (exclusion.frame(), frame))
    others = pl.col("code") != CHEB
    assert whole.filter(others)["index"].equals(blind.filter(others)["index"])
    assert blind.filter(others & (pl.col("region") == "CZ041"))["region_sums"].unique().to_list() == ["pack+frame"]


def test_without_known_sums_one_unknown_count_widens_only_what_it_can_decide() -> None:
    """The state is given, a whole region is there but for one count: the others keep their points, or honest bounds."""
    sums = PACK.tables["exclusion_index_sums"]
    state = model.reference(CZ=dict(zip(sums.columns, sums.period[0].row["cz"], strict=True)))
    frame = exclusion.frame().filter(pl.col("code").is_in([c for c, r in model.REGION.items() if r == "CZ041"]))
    lenders = frame["code"].implode()
    frame = frame.with_columns(school=pl.when(pl.col("school").is_in(lenders)).then("school"))
    blind = frame.with_columns(
        exe=pl.when(pl.col("code") != "506486").then("exe")
    )  # Boží Dar, 222 people of 15 or more
    year = 2022
    true, seen = (index_of(each, year, PACK, reference=state) for each in (frame, blind))
    both = true.select("code", "exe_points").join(seen, on="code", suffix="_seen")
    assert both.filter(
        (pl.col("exe_points") < pl.col("exe_points_least")) | (pl.col("exe_points") > pl.col("exe_points_most"))
    ).is_empty()
    assert both["exe_points_seen"].null_count() <= 3
