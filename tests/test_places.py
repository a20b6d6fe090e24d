from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import polars as pl
import pytest

from dluhy import places
from dluhy.law.pack import default_pack

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("code", "name", "district", "region"),
    [
        ("554782", "Praha", "CZ0100", "CZ010"),
        ("582786", "Brno", "CZ0642", "CZ064"),
        ("554481", "Cheb", "CZ0411", "CZ041"),
        ("560286", "Sokolov", "CZ0413", "CZ041"),
        ("500011", "Želechovice nad Dřevnicí", "CZ0724", "CZ072"),
    ],
)
def test_a_municipality_is_found_by_its_code(code: str, name: str, district: str, region: str) -> None:
    place = places.municipality(code)
    assert place is not None
    assert (place.code, place.name, place.district, place.region) == (code, name, district, region)


@pytest.mark.parametrize("code", ["", "000000", "55478", "5547820", "Praha", "554782 "])
def test_an_unknown_code_is_no_municipality(code: str) -> None:
    assert places.municipality(code) is None


def test_praha_is_one_municipality_and_one_district_without_an_authority_of_its_own() -> None:
    rows = places.frame().filter(pl.col("region") == "CZ010")
    assert rows.height == 1
    place = places.municipality("554782")
    assert place is not None
    assert place.authority is None


def test_every_municipality_has_a_district_and_a_region_and_a_code_of_its_own() -> None:
    table = places.frame()
    assert table.height == 6258
    assert table["code"].n_unique() == 6258
    assert table["code"].str.contains(r"^[0-9]{6}$").all()
    assert (
        table.select("name", "district", "district_name", "region", "region_name").null_count().sum_horizontal()[0] == 0
    )
    assert table["district"].n_unique() == 77
    assert (table["district"].str.slice(0, 5) == table["region"]).all()


def test_every_municipality_and_its_record_say_the_same() -> None:
    sample = places.frame().gather_every(97)
    for row in sample.iter_rows(named=True):
        place = places.municipality(row["code"])
        assert place is not None
        assert {name: getattr(place, name) for name in places.COLUMNS} == row


def test_an_unreliable_count_is_unknown_and_never_zero() -> None:
    counts = places.frame()["inhabitants"]
    assert 100 < counts.null_count() < 200
    assert counts.min() > 0  # type: ignore[operator]  # a number


def test_every_municipality_lies_in_czechia_near_its_neighbours() -> None:
    table = places.frame()
    assert table["lon"].is_between(12.09, 18.86).all()
    assert table["lat"].is_between(48.55, 51.06).all()
    far = table.with_columns(
        (pl.col("lon") - pl.col("lon").median().over("authority_name", "district")).abs().alias("east"),
        (pl.col("lat") - pl.col("lat").median().over("authority_name", "district")).abs().alias("north"),
    )
    assert far["east"].max() < 0.6  # type: ignore[operator]  # a number
    assert far["north"].max() < 0.4  # type: ignore[operator]  # a number


def test_the_towns_of_a_region_lie_as_they_do() -> None:
    asch, cheb, sokolov, vary = (places.municipality(code) for code in ("554499", "554481", "560286", "554961"))
    assert asch is not None
    assert cheb is not None
    assert sokolov is not None
    assert vary is not None
    assert asch.lon < cheb.lon < sokolov.lon < vary.lon
    assert asch.lat > cheb.lat


def test_every_district_is_one_of_the_law_packs() -> None:
    districts = places.frame().select("district", "district_name").unique()
    terms = default_pack().vocabularies["districts"]
    assert {code.lower(): name for code, name in districts.iter_rows()} == {c: t.cs for c, t in terms.items()}


def test_a_wheel_contains_the_table_and_its_source() -> None:
    folder = files("dluhy.places")
    assert folder.joinpath("municipalities.csv").is_file()
    assert "CC BY 4.0" in folder.joinpath("SOURCE.md").read_text(encoding="utf-8")
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert "src/dluhy" in wheel["packages"]
    assert not {"exclude", "only-include"} & set(wheel)
