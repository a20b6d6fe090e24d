from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import polars as pl
import pytest
from tests.municipal import index_model as model

from dluhy.law.pack import default_pack
from dluhy.municipal.index.columns import AREAS, SUMS
from dluhy.municipal.index.computing import computed, index_of
from dluhy.places import exclusion

ROOT = Path(__file__).resolve().parents[2]
YEAR = 2023
OTHER_SCHOOL = {"559393": (4, 0), "561231": (4, 5)}
"""Code -> computed and published index where they differ. Přehýšov has the school of Heřmanova Huť at 1,9 km, Sulislav
that of Stříbro at 5,0 km; the published values are those of a school at 2,8 km (or further) and at 5,1 km."""


@pytest.fixture(scope="module")
def rows() -> pl.DataFrame:
    return index_of(exclusion.frame(), YEAR, default_pack())


def test_every_municipality_of_both_regions_has_its_published_index_but_two_with_another_school(
    rows: pl.DataFrame,
) -> None:
    both = rows.select("code", "index", "school_own").join(exclusion.frame().select("code", "published"), on="code")
    assert both.height == 134 + 501
    other = both.filter(pl.col("index") != pl.col("published"))
    assert {code: (index, published) for code, index, _, published in other.rows()} == OTHER_SCHOOL
    assert not other["school_own"].any()


@pytest.mark.parametrize("code", OTHER_SCHOOL)
def test_what_differs_from_the_published_differs_in_the_borrowed_school_alone(code: str, rows: pl.DataFrame) -> None:
    row = rows.row(by_predicate=pl.col("code") == code, named=True)
    computed_index, published = OTHER_SCHOOL[code]
    rest = computed_index - row["po_zs_points"]
    assert 0 <= published - rest <= 6


@pytest.mark.parametrize(("code", "points", "index", "band"), [
    ("554961", (2, 4, 3, 4, 0), 13, "high"),
    ("560286", (3, 4, 5, 4, 3), 19, "high"),
    ("554481", (3, 4, 2, 2, 2), 13, "high"),
    ("554499", (3, 4, 3, 2, 5), 17, "high"),
    ("560600", (5, 4, 4, 3, 4), 20, "high"),
    ("560588", (5, 3, 5, 4, 4), 21, "high"),
    ("555631", (5, 4, 4, 3, 5), 21, "high"),
    ("560707", (5, 0, 4, 4, 0), 13, "high"),
])  # fmt: skip
def test_the_published_points_of_towns_by_dimension(
    code: str, points: tuple[int, ...], index: int, band: str, rows: pl.DataFrame
) -> None:
    row = rows.row(by_predicate=pl.col("code") == code, named=True)
    assert tuple(row[f"{dimension}_points"] for dimension in model.THRESHOLDS) == points
    assert (row["index"], row["band"]) == (index, band)


def test_karlovy_vary_by_hand(rows: pl.DataFrame) -> None:
    """4 411 of 42 580 and so on: counts all above the upper threshold but the pupils, shares between 2,7 and 10,4 %."""
    row = rows.row(by_predicate=pl.col("code") == "554961", named=True)
    parts = {d: tuple(row[f"{d}_{part}_points"] for part in ("count", "share", "lq")) for d in model.THRESHOLDS}
    assert parts == {"exe": (2, 0, 0), "pnb": (2, 2, 0), "pnz": (2, 1, 0), "uoz6": (2, 2, 0), "po_zs": (0, 0, 0)}


def test_the_bands_of_karlovarsky_kraj(rows: pl.DataFrame) -> None:
    counted = dict(rows.filter(pl.col("region") == "CZ041")["band"].value_counts().rows())
    assert counted == {"none_or_low": 51, "medium": 48, "increased": 9, "high": 26}


def test_the_sums_of_both_regions_are_those_of_their_municipalities() -> None:
    table = default_pack().tables["exclusion_index_sums"]
    frame = exclusion.frame()
    for prefix, region in (("CZ041", "cz041"), ("CZ032", "cz032")):
        codes = {code for code, area in model.REGION.items() if area == prefix}
        own = frame.filter(pl.col("code").is_in(codes))
        assert [own[name].sum() for name in table.columns] == table.period[0].row[region]


def test_the_sums_of_the_state_are_those_of_its_regions_and_as_published() -> None:
    table = default_pack().tables["exclusion_index_sums"]
    rows = dict(table.period[0].row)
    state = rows.pop(AREAS.lower())
    assert len(rows) == 14
    assert state == [sum(column) for column in zip(*rows.values(), strict=True)]
    named = dict(zip(table.columns, state, strict=True))
    assert tuple(table.columns) == SUMS
    assert (named["exe"], named["inhabitants_15plus"]) == (621_305, 9_172_797)
    assert (named["uoz6"], named["inhabitants_15_64"]) == (126_228, 6_935_475)
    assert (named["po_zs"], named["po_zs_base"]) == (3_157, 106_501)
    assert round(100 * named["pnb_payments"] / 12 / named["inhabitants_15plus"], 4) == 2.7109
    assert round(100 * named["pnz_payments"] / 12 / named["inhabitants_15plus"], 4) == 0.6986


def test_a_military_area_without_people_has_only_the_points_of_its_school(rows: pl.DataFrame) -> None:
    row = rows.row(by_predicate=pl.col("code") == "555177", named=True)
    assert (row["exe_base"], row["index"], row["po_zs_points"], row["school_own"]) == (0, 3, 3, False)


def test_schools_outside_the_regions_are_shipped_and_told_apart() -> None:
    schools = exclusion.schools()
    assert schools.columns == ["code", "po_zs", "po_zs_base"]
    assert not set(schools["code"]) & set(exclusion.frame()["code"])
    found = computed(exclusion.frame(), YEAR, default_pack())
    assert set(found.rows.filter(pl.col("school_source") == "shipped")["school"]) == set(schools["code"])


def test_the_rows_and_their_source_are_in_the_package() -> None:
    folder = files("dluhy.places")
    assert folder.joinpath("exclusion_2023.csv").is_file()
    told = folder.joinpath("SOURCE.md").read_text(encoding="utf-8")
    assert "exclusion_2023.csv" in told
    assert "licence" in told.lower()
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert "src/dluhy" in wheel["wheel"]["packages"]
