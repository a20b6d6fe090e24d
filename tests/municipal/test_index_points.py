"""Each threshold on both sides, exactly; and the whole against a second reading in fractions."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.municipal import index_model as model
from tests.strategies import examples

from dluhy.law.pack import default_pack
from dluhy.municipal.index.computing import index_of
from dluhy.municipal.index.method import method_of

PACK = default_pack()
YEAR = 2023
CHEB, AS, SOKOLOV = "554481", "554499", "560286"
LOW = model.reference(CZ=model.sums(), CZ041=model.sums())
"""Both areas have shares of ten per cent: no quotient of a share below 18 % gives a point."""


def _row(frame: pl.DataFrame, reference: pl.DataFrame = LOW) -> dict[str, object]:
    return index_of(frame, YEAR, PACK, reference=reference).row(0, named=True)


COUNTS = [
    (dimension, number * per + beside, points)
    for dimension, (_, per, _, (low, high), _) in model.THRESHOLDS.items()
    for number, beside, points in ((low, -1, 0), (low, 0, 1), (low, 1, 1), (high, -1, 1), (high, 0, 1), (high, 1, 2))
]
"""One unit (person, payment of a year, pupil) below, at and above each threshold."""


@pytest.mark.parametrize(("dimension", "units", "points"), COUNTS)
def test_a_count_on_either_side_of_a_threshold(dimension: str, units: int, points: int) -> None:
    column = model.THRESHOLDS[dimension][0]
    frame = model.frame_of(model.place(CHEB, **{column: units}))
    assert _row(frame)[f"{dimension}_count_points"] == points


SHARES = [
    (dimension, Fraction(share), beside, points)
    for dimension, (*_, shares) in model.THRESHOLDS.items()
    for share, beside, points in ((shares[0], -1, 0), (shares[0], 0, 1), (shares[1], 0, 1), (shares[1], 1, 2))
]


@pytest.mark.parametrize(("dimension", "share", "beside", "points"), SHARES)
@pytest.mark.parametrize("scale", [1, 7, 99])
def test_a_share_on_either_side_of_a_threshold(
    dimension: str, share: Fraction, beside: int, points: int, scale: int
) -> None:
    """Exactly on it the share gets one point, whatever the size of the place; one unit aside it does not."""
    column, per, base, _, _ = model.THRESHOLDS[dimension]
    whole = 1_000 * scale
    units = share * whole * per / 100
    assert units.denominator == 1
    bases = {"inhabitants_15plus": whole, "inhabitants_15_64": whole} if base != "po_zs_base" else {base: whole}
    wide = dict.fromkeys(("inhabitants_15plus", "inhabitants_15_64", "po_zs_base"), whole * 1000)
    area = model.sums(exe=whole, pnb_payments=whole, pnz_payments=whole, uoz6=whole, po_zs=whole) | wide
    area[column] = whole * 1_000 * per
    frame = model.frame_of(model.place(CHEB, **bases, **{column: int(units) + beside}))
    assert _row(frame, model.reference(CZ=area, CZ041=area))[f"{dimension}_share_points"] == points


@pytest.mark.parametrize("dimension", model.THRESHOLDS)
@pytest.mark.parametrize(("units", "points"), [(179, 0), (180, 1), (181, 1), (250, 1), (251, 2)])
def test_a_quotient_on_either_side_of_a_threshold(dimension: str, units: int, points: int) -> None:
    """Against the mean of 1 % and 3 % of two areas, 3,6 % is exactly 1,8 times and 5 % exactly 2,5 times as much."""
    column, per, base, _, _ = model.THRESHOLDS[dimension]
    one, three = (model.sums(**{base: 1_000_000, column: 10_000 * per * times}) for times in (1, 3))
    bases = {"inhabitants_15plus": 5_000, "inhabitants_15_64": 5_000, "po_zs_base": 5_000}
    frame = model.frame_of(model.place(CHEB, **bases, **{column: units * per}))
    assert _row(frame, model.reference(CZ=one, CZ041=three))[f"{dimension}_lq_points"] == points


def test_nobody_has_a_share_and_a_quotient_of_nought() -> None:
    row = _row(model.frame_of(model.place("555177", inhabitants_15plus=0, inhabitants_15_64=0, po_zs_base=0)))
    assert (row["index"], row["exe_share"], row["exe_lq"]) == (0, 0.0, 0.0)


def test_where_nobody_of_an_area_has_it_no_quotient_gives_points() -> None:
    none = model.sums(exe=0)
    assert _row(model.frame_of(model.place(CHEB)), model.reference(CZ=none, CZ041=none))["exe_lq_points"] == 0


@pytest.mark.parametrize(("points", "band"), [
    (0, "none_or_low"), (1, "none_or_low"), (2, "medium"), (7, "medium"), (8, "increased"), (11, "increased"),
    (12, "high"), (30, "high"),
])  # fmt: skip
def test_the_bands_on_either_side_of_a_threshold(points: int, band: str) -> None:
    bands = method_of(PACK, YEAR).bands
    assert next(each.code for each in bands if each.least <= points <= each.most) == band


def test_the_most_points_are_two_for_each_of_three_parts_of_each_dimension() -> None:
    whole, partial = method_of(PACK, YEAR), method_of(PACK, YEAR, partial=True)
    assert whole.most == 6 * len(whole.dimensions) == 30 == whole.bands[-1].most
    assert partial.most == 6 * len(partial.dimensions) == 18


@st.composite
def _places(draw: st.DrawFn) -> list[model.Row]:
    """Two to five municipalities of two regions, the first with a school; small numbers, so that thresholds are hit."""
    codes = draw(st.permutations(["554481", "554499", "560286", "554791", "559393"]))[: draw(st.integers(2, 5))]
    rows = []
    for number, code in enumerate(codes):
        own = number == 0 or draw(st.booleans())
        people = draw(st.sampled_from([0, 1, 50, 1_000, 20_000]))
        adults = draw(st.integers(0, people))
        pupils = draw(st.sampled_from([0, 1, 50, 100, 1_200])) if own else None
        rows.append({
            "code": code, "inhabitants_15plus": people, "inhabitants_15_64": adults,
            "exe": draw(_up_to(people, (100, 120, 180, 200))),
            "pnb_payments": draw(_up_to(12 * people, (252, 360, 480, 960))),
            "pnz_payments": draw(_up_to(12 * people, (108, 204, 360, 720))),
            "uoz6": draw(_up_to(adults, (14, 25, 40, 80))), "own_school": own,
            "po_zs": draw(_up_to(pupils, (5, 6, 12, 120))) if pupils is not None else None,
            "po_zs_base": pupils, "school": None if own else codes[0],
        })  # fmt: skip
    return rows


def _up_to(most: int, near: tuple[int, ...]) -> st.SearchStrategy[int]:
    wanted = [number + beside for number in near for beside in (-1, 0, 1) if number + beside <= most]
    return st.one_of(st.integers(0, most), *([st.sampled_from(wanted)] if wanted else []))


HUNDREDFOLD = {name: 100 * value for name, value in model.sums().items() if isinstance(value, int)}
"""Areas so large that a few municipalities never have more together."""
AREAS = {
    "CZ": HUNDREDFOLD | {"exe": 6_000_000, "po_zs": 300_000}, "CZ041": HUNDREDFOLD,
    "CZ032": HUNDREDFOLD | {"uoz6": 777_777, "pnz_payments": 9_999_999},
}  # fmt: skip
GIVEN = model.reference(**AREAS)


def _parts(row: dict[str, object]) -> dict[str, tuple[object, ...]]:
    return {d: tuple(row[f"{d}_{part}_points"] for part in ("count", "share", "lq")) for d in model.THRESHOLDS}


@pytest.mark.thorough
@given(_places())
@examples(150)
def test_the_points_are_those_of_a_second_reading_in_exact_fractions(rows: list[model.Row]) -> None:
    found = index_of(model.frame_of(*rows), YEAR, PACK, reference=GIVEN)
    by_code: dict[object, model.Row] = {row["code"]: row for row in rows}
    for row, got in zip(rows, found.iter_rows(named=True), strict=True):
        wanted = model.index(row, by_code, AREAS)
        assert _parts(got) == wanted
        assert got["index"] == got["index_least"] == got["index_most"] == sum(map(sum, wanted.values()))


@pytest.mark.thorough
@given(_places(), st.randoms(use_true_random=False))
@examples(40)
def test_the_order_of_rows_does_not_matter(rows: list[model.Row], random: st.DataObject) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    one, other = (index_of(model.frame_of(*order), YEAR, PACK, reference=GIVEN) for order in (rows, shuffled))
    assert one.sort("code").equals(other.sort("code"))


@given(_places())
@examples(40)
def test_one_by_one_is_as_in_bulk(rows: list[model.Row]) -> None:
    rows = [row for row in rows if row["own_school"]]
    bulk = index_of(model.frame_of(*rows), YEAR, PACK, reference=GIVEN)
    singles = [index_of(model.frame_of(row), YEAR, PACK, reference=GIVEN) for row in rows]
    assert pl.concat(singles).equals(bulk)


def test_a_borrowed_school_is_compared_with_the_region_it_lies_in() -> None:
    """A place of Karlovarský kraj that takes the school of one in Plzeňský has that one's points, all three."""
    lender = model.place("559393", po_zs=20, po_zs_base=100)
    rows = [model.place(CHEB, own_school=False, po_zs=None, po_zs_base=None, school="559393"), lender]
    high = {"CZ041": model.sums(po_zs=50_000), "CZ032": model.sums(po_zs=1_000), "CZ": model.sums(po_zs=1_000)}
    found = index_of(model.frame_of(*rows), YEAR, PACK, reference=model.reference(**high))
    parts = found.select("po_zs_count_points", "po_zs_share_points", "po_zs_lq_points")
    assert parts.rows() == [(2, 2, 2), (2, 2, 2)]
    assert found["school"].to_list() == ["559393", "559393"]
    assert found["school_own"].to_list() == [False, True]
