"""The map of a region: who lies where, how large, in which colour, and how what is not known looks."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.report.region_sample import CHEB, HRADISTE, NEJDEK, PREBUZ, SOKOLOV, VARY, luminance, sample

from dluhy import places
from dluhy.places.outlines import Outlines
from dluhy.report.region_bands import BANDS, COLOURS, Rate, banded, whole_rate
from dluhy.report.region_map import region_map
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.region.overview import Overview

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = ((12.8, 50.2), (12.9, 50.2), (12.9, 50.3), (12.8, 50.3), (12.8, 50.2))
HOLE = ((12.84, 50.24), (12.86, 50.24), (12.86, 50.26), (12.84, 50.26), (12.84, 50.24))


def drawn(overview: Overview, **how: object) -> dict[str, ET.Element]:
    """Return what is drawn for each municipality by its name."""
    root = ET.fromstring(region_map(overview, texts("cs"), **how))  # type: ignore[arg-type]  # noqa: S314 - drawn here
    found = [each for each in root if each.find(f"{SVG}title") is not None]
    return {(each.findtext(f"{SVG}title") or "").partition(" (")[0]: each for each in found}


def number(each: ET.Element, name: str) -> float:
    return float(each.attrib[name])


def test_each_municipality_is_drawn_once_and_says_what_it_is() -> None:
    found = drawn(sample())
    assert set(found) == {"Karlovy Vary", "Cheb", "Sokolov", "Přebuz", "Teplička", "Hradiště", "Nejdek"}
    told = (found["Sokolov"].findtext(f"{SVG}title") or "").replace("\u00a0", " ")
    assert told == "Sokolov (Sokolov): 258 lidí dluží nebo možná dluží z dětství, 13,6 na 1 000"


def test_what_is_known_hidden_or_missing_looks_different() -> None:
    found = drawn(sample(public=True), measure="children")
    assert found["Teplička"].attrib["fill"].startswith("url(#")
    assert "stroke-dasharray" in found["Nejdek"].attrib
    assert "stroke-dasharray" in found["Hradiště"].attrib
    assert found["Přebuz"].attrib["fill"] == COLOURS[0]
    assert found["Sokolov"].attrib["fill"] in COLOURS[1:]
    assert len({found[name].attrib["fill"] for name in ("Teplička", "Nejdek", "Přebuz", "Sokolov")}) == 4


def test_a_hidden_count_is_neither_told_nor_drawn_by_size() -> None:
    found = drawn(sample(public=True), measure="children", size="count")
    assert "2" not in (found["Teplička"].findtext(f"{SVG}title") or "")
    assert found["Teplička"].attrib["r"] == found["Nejdek"].attrib["r"]


def test_areas_of_circles_are_in_proportion_to_inhabitants() -> None:
    found = drawn(sample())
    people = [each for code in (VARY, CHEB, SOKOLOV) if (each := places.municipality(code))]
    shares = {each.name: number(found[each.name], "r") ** 2 / (each.inhabitants_15plus or 1) for each in people}
    assert max(shares.values()) / min(shares.values()) < 1.02


def test_a_small_place_lies_over_a_large_one() -> None:
    order = list(drawn(sample()))
    assert order.index("Karlovy Vary") < order.index("Přebuz")


def test_east_is_right_north_is_up_and_distances_are_true() -> None:
    found = drawn(sample())
    at = {name: (number(each, "cx"), number(each, "cy")) for name, each in found.items()}
    assert at["Cheb"][0] < at["Sokolov"][0] < at["Karlovy Vary"][0]
    assert at["Přebuz"][1] < at["Karlovy Vary"][1] < at["Cheb"][1]
    by_name = {each.name: each for code in (CHEB, SOKOLOV, VARY, PREBUZ) if (each := places.municipality(code))}
    scales = [math.dist(at[a], at[b]) / _kilometres(by_name[a], by_name[b])
              for a, b in (("Cheb", "Karlovy Vary"), ("Přebuz", "Sokolov"), ("Přebuz", "Cheb"))]  # fmt: skip
    assert max(scales) / min(scales) < 1.01


def _kilometres(one: places.Place, other: places.Place) -> float:
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


@pytest.mark.parametrize(("count", "band"), [(0, 0), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3), (150, 3), (151, 4),
                                             (200, 4), (201, 5), (9_999, 5)])  # fmt: skip
def test_bands_are_multiples_of_the_rate_of_the_whole_with_their_upper_end(count: int, band: int) -> None:
    assert Rate(count, 1_000).band(Rate(1_000, 10_000)) == band


@given(count=st.integers(0, 10**6), base=st.integers(1, 10**6), whole=st.integers(1, 10**6), of=st.integers(1, 10**6))
def test_more_people_are_never_in_a_lower_band(count: int, base: int, whole: int, of: int) -> None:
    assert Rate(count, base).band(Rate(whole, of)) <= Rate(count + 1, base).band(Rate(whole, of)) <= BANDS[-1]


def test_colours_of_bands_grow_darker_one_by_one() -> None:
    lightness = [luminance(colour) for colour in COLOURS[1:]]
    assert lightness == sorted(lightness, reverse=True)
    assert all(one > 1.2 * other for one, other in pairwise(lightness))
    assert len(COLOURS) == len(BANDS)


def test_the_rate_of_the_whole_is_of_those_who_reported_and_are_published() -> None:
    own, public = whole_rate(sample(), "children"), whole_rate(sample(public=True), "children")
    assert own is not None
    assert public is not None
    assert (own.count, public.count) == (33, 31)
    assert own.base - public.base == 97  # Teplička


def test_without_inhabitants_there_is_no_rate_and_the_map_says_so() -> None:
    overview = sample()
    frame = overview.municipalities.with_columns(
        pl.when(pl.col("code") == VARY).then(None).otherwise("inhabitants_15plus").alias("inhabitants_15plus")
    )
    found = {each.code: each for each in banded(evolve(overview, municipalities=frame), "people", texts("cs"))}
    assert found[VARY].state == "no_base"
    assert found[VARY].band is None
    assert "bez počtu obyvatel" in found[VARY].told


def test_the_towns_of_authorities_have_their_names_beside_them() -> None:
    root = ET.fromstring(region_map(sample(), texts("cs")))  # noqa: S314 - drawn here
    names = {each.text for each in root.iter(f"{SVG}text") if each.attrib.get("font-weight") == "bold"}
    assert {"Karlovy Vary", "Cheb", "Sokolov"} <= names
    assert not {"Přebuz", "Nejdek", "Teplička"} & names


def test_boundaries_are_drawn_for_those_who_have_them_and_circles_for_the_others() -> None:
    found = drawn(sample(), outlines=Outlines(shapes={VARY: ((SQUARE, HOLE),)}, unknown=()))
    vary = found["Karlovy Vary"]
    assert vary.tag == f"{SVG}path"
    assert vary.attrib["d"].count("M") == 2
    assert vary.attrib["fill-rule"] == "evenodd"
    assert found["Cheb"].tag == f"{SVG}circle"


def test_a_boundary_too_small_to_be_seen_stays_a_circle() -> None:
    tiny = tuple((12.8 + lon / 1e6, 50.2 + lat / 1e6) for lon, lat in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)))
    assert (
        drawn(sample(), outlines=Outlines(shapes={VARY: ((tiny,),)}, unknown=()))["Karlovy Vary"].tag == f"{SVG}circle"
    )


def test_long_boundaries_are_thinned_to_what_can_be_seen() -> None:
    angles = [2 * math.pi * step / 50_000 for step in range(50_000)]
    steps = [(12.8 + math.cos(angle) / 10, 50.2 + math.sin(angle) / 10) for angle in angles]
    found = drawn(sample(), outlines=Outlines(shapes={VARY: (((*steps, steps[0]),),)}, unknown=()))
    assert 100 < len(re.findall("L", found["Karlovy Vary"].attrib["d"])) < 3_000


def test_the_legend_explains_every_band_and_what_is_not_known() -> None:
    said = " ".join(ET.fromstring(region_map(sample(), texts("cs"))).itertext())  # noqa: S314 - drawn here
    for key in (*(f"band-{band}" for band in BANDS), "hidden", "missing", "size-inhabitants"):
        assert texts("cs")(f"region-legend-{key}") in said


def test_names_of_one_page_are_told_apart() -> None:
    ids = [set(re.findall(r' id="([^"]+)"', region_map(sample(), texts("cs"), ident=ident))) for ident in ("a", "b")]
    assert not ids[0] & ids[1]


def test_nobody_at_all_is_a_map_too() -> None:
    overview = sample()
    silent = overview.municipalities.filter(pl.col("code").is_in([NEJDEK, HRADISTE]))
    found = drawn(evolve(overview, municipalities=silent))
    assert set(found) == {"Nejdek", "Hradiště"}
