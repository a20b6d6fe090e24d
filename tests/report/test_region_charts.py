"""Charts of a region: lengths that are in proportion, intervals in their place, nothing lost where nothing is known."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from dluhy.report.region_charts import (
    Bar,
    Columns,
    Interval,
    bar_chart,
    interval_chart,
    trend_chart,
)

SVG = "{http://www.w3.org/2000/svg}"
SAID = ("Název & <věc>", "Popis")


def _told(svg: str, name: str) -> dict[str, ET.Element]:
    found = ET.fromstring(svg).iter(f"{SVG}{name}")  # noqa: S314 - drawn here
    return {each.findtext(f"{SVG}title") or "": each for each in found if each.find(f"{SVG}title") is not None}


def _texts(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - drawn here


def test_bars_are_as_long_as_what_they_say_and_stand_one_after_another() -> None:
    bars = [Bar("A", ((40, "#111111", "a1"), (60, "#222222", "a2")), "100"), Bar("B", ((25, "#111111", "b1"),), "25")]
    found = _told(bar_chart(bars, ident="x", said=SAID), "rect")
    widths = {name: float(each.attrib["width"]) for name, each in found.items()}
    assert widths["a1"] / widths["a2"] == pytest.approx(40 / 60, rel=0.01)
    assert widths["b1"] / (widths["a1"] + widths["a2"]) == pytest.approx(0.25, rel=0.01)
    assert float(found["a2"].attrib["x"]) == pytest.approx(float(found["a1"].attrib["x"]) + widths["a1"], abs=0.11)


def test_a_long_name_of_a_bar_goes_over_several_lines_whole() -> None:
    name = "Poplatek za komunální odpad podle úpravy do konce roku dva tisíce jedna dvacet dluží zástupce"
    said = _texts(bar_chart([Bar(name, ((1, "#111111", "x"),), "1")], ident="x", said=SAID))
    assert " ".join(said[:-1]) == name
    assert len(said) >= 3


def test_a_hostile_name_stays_text() -> None:
    svg = bar_chart([Bar('"><script>', ((1, "#111111", "<b>"),), "1")], ident="x", said=SAID)
    assert "<script" not in svg
    assert '"><script>' in _texts(svg)
    assert ET.fromstring(svg).findtext(f"{SVG}title") == SAID[0]  # noqa: S314 - drawn here


@pytest.mark.parametrize("bars", [[], [Bar("A", ((0, "#111111", "a"),), "0")]])
def test_nothing_to_show_is_no_error(bars: list[Bar]) -> None:
    assert ET.fromstring(bar_chart(bars, ident="x", said=SAID)).tag == f"{SVG}svg"  # noqa: S314 - drawn here


def test_dots_lie_by_their_values_within_their_intervals_on_one_scale() -> None:
    items = [Interval("A", 10.0, 8.0, 12.5, "10"), Interval("B", 5.0, 2.0, 9.0, "5")]
    svg = interval_chart(items, reference=(6.0, "kraj"), comma=",", ident="x", said=SAID)
    dots = {name: float(each.attrib["cx"]) for name, each in _told(svg, "circle").items()}
    zero = 330.0
    assert (dots["A: 10"] - zero) / (dots["B: 5"] - zero) == pytest.approx(2, rel=0.01)
    line = next(each for each in ET.fromstring(svg).iter(f"{SVG}line") if "stroke-dasharray" in each.attrib)  # noqa: S314
    assert (float(line.attrib["x1"]) - zero) / (dots["B: 5"] - zero) == pytest.approx(1.2, rel=0.01)
    assert dots["A: 10"] < 900 - 150


@pytest.mark.parametrize("most", [0.03, 0.4, 1.0, 7.7, 12.0, 95.0, 480.0, 33_000.0])
def test_a_scale_has_a_few_round_steps_whatever_its_size(most: float) -> None:
    svg = interval_chart([Interval("A", most / 2, 0, most, "x")], reference=None, comma=",", ident="x", said=SAID)
    ticks = [float(said.replace(",", ".")) for said in _texts(svg) if said.replace(",", "").isdigit()]
    assert 3 <= len(ticks) <= 11
    assert ticks == sorted(set(ticks))
    assert ticks[-1] >= most


def test_columns_of_a_panel_begin_at_zero_and_what_is_not_known_has_no_height() -> None:
    panel = Columns("Děti", "#111111", (("1", 50, "50"), ("2", 100, "100"), ("3", None, "méně než 5")))
    found = _told(trend_chart([panel], ident="x", said=SAID), "rect")
    heights = {name.partition(", ")[2]: float(each.attrib["height"]) for name, each in found.items()}
    assert heights["2: 100"] == 2 * heights["1: 50"]
    assert heights["3: méně než 5"] == 0
    assert "méně než 5" in _texts(trend_chart([panel], ident="x", said=SAID))
