"""The picture of remaining debt: a line for each way, letters, words for those who do not see it, both formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.case.strategies_cases import plain, way
from tests.report.test_strategies import LANGUAGES, whole

from dluhy.problems import InputError
from dluhy.report.remaining import remaining_chart, remaining_lines, write_remaining

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import Language
    from dluhy.relief.strategies_values import Strategies


def compared() -> Strategies:
    found = whole().found
    assert found is not None
    return found


def test_each_line_begins_with_what_is_owed_and_follows_the_months() -> None:
    found = compared()
    lines = {code: line for line in remaining_lines(found, "cs") for code in line.codes}
    for each in found.strategies:
        assert lines[each.code].owed[1:] == tuple(month.remaining for month in each.month)
    first = found["carry_on"].month[0]
    owed = lines["carry_on"].owed[0]
    assert owed + first.accrued - (first.paid - first.to("payer_fee")) == first.remaining


def test_ways_with_the_same_course_share_a_line() -> None:
    found = way(debts=[plain()], budget=[]).found
    assert found is not None
    codes = [line.codes for line in remaining_lines(found, "cs")]
    assert len(codes) == len({code for each in codes for code in each}) or any(len(each) > 1 for each in codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_everything_in_words_too(language: Language) -> None:
    pytest.importorskip("vl_convert")
    chart = remaining_chart(compared(), language)
    drawn = chart.svg()
    assert "<title" in drawn
    assert chart.title in drawn
    assert all(f"{letter} – " in chart.description for letter in "ABCDEF")
    assert drawn == chart.svg()


def test_lines_are_told_apart_without_colour() -> None:
    pytest.importorskip("altair")
    spec = remaining_chart(compared(), "cs").spec
    layers = spec["vconcat"][0]["layer"]
    strokes = [str(layer["mark"].get("strokeDash")) for layer in layers if layer["mark"]["type"] == "line"]
    assert len(strokes) == len(set(strokes)) == 6
    assert any(layer["mark"]["type"] == "text" for layer in layers)


def test_money_on_the_axis_is_written_as_in_czech() -> None:
    pytest.importorskip("vl_convert")
    drawn = remaining_chart(compared(), "cs").svg()
    assert "100\u00a0000\u00a0Kč" in drawn


def test_the_picture_is_written_once(tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    found = compared()
    for suffix, begins in ((".svg", b"<svg"), (".png", b"\x89PNG")):
        path = tmp_path / f"dluh{suffix}"
        write_remaining(found, path, "cs")
        assert path.read_bytes().startswith(begins)
    with pytest.raises(InputError):
        write_remaining(found, tmp_path / "dluh.svg", "cs")


def test_without_a_computed_way_there_is_nothing_to_draw() -> None:
    found = way(debts=[plain("uver", None)]).found
    assert found is not None
    with pytest.raises(InputError) as error:
        remaining_chart(found, "cs")
    assert [problem.code for problem in error.value.problems] == ["nothing_to_draw"]
