"""Boundaries from a user's GeoJSON: taken as they are, or refused with everything that is wrong at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.places import outlines
from dluhy.places.outlines import CODE_KEYS, read_outlines
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import Problem

SQUARE = [[12.8, 50.2], [12.9, 50.2], [12.9, 50.3], [12.8, 50.3], [12.8, 50.2]]
CHEB, VARY = "554481", "554961"


def feature(code: Any = CHEB, geometry: Any = None, key: str = "kod_obce") -> dict[str, Any]:  # noqa: ANN401 - anything
    return {"type": "Feature", "properties": {key: code, "nazev": "X"},
            "geometry": geometry or {"type": "Polygon", "coordinates": [SQUARE]}}  # fmt: skip


def polygon(coordinates: Any) -> dict[str, Any]:  # noqa: ANN401 - anything
    return {"type": "Polygon", "coordinates": coordinates}


def written(tmp_path: Path, *features: Any, **more: Any) -> Path:  # noqa: ANN401 - anything
    path = tmp_path / "obce.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features), **more}), encoding="utf-8")
    return path


def refused(path: Path) -> list[Problem]:
    with pytest.raises(InputError) as caught:
        read_outlines(path)
    return caught.value.problems


@pytest.mark.parametrize("key", CODE_KEYS)
@pytest.mark.parametrize("code", [CHEB, int(CHEB)])
def test_a_code_is_found_under_every_key_as_text_or_as_a_number(tmp_path: Path, key: str, code: str | int) -> None:
    found = read_outlines(written(tmp_path, feature(code, key=key)))
    assert found.shapes == {CHEB: ((tuple((float(x), float(y)) for x, y in SQUARE),),)}
    assert found.unknown == ()


def test_several_parts_and_holes_and_heights_are_taken(tmp_path: Path) -> None:
    high = [[*at, 512.5] for at in SQUARE]
    parts = {"type": "MultiPolygon", "coordinates": [[SQUARE, SQUARE], [high]]}
    shape = read_outlines(written(tmp_path, feature(CHEB, parts))).shapes[CHEB]
    assert [len(polygon) for polygon in shape] == [2, 1]
    assert shape[1][0] == shape[0][0]


def test_unknown_codes_are_told_and_left_out_and_missing_ones_can_be_asked_for(tmp_path: Path) -> None:
    found = read_outlines(written(tmp_path, feature(CHEB), feature("999999")))
    assert found.unknown == ("999999",)
    assert set(found.shapes) == {CHEB}
    assert found.missing([VARY, CHEB]) == (VARY,)


def test_everything_that_is_wrong_is_said_at_once_with_its_place(tmp_path: Path) -> None:
    open_ring = {"type": "Polygon", "coordinates": [SQUARE[:4]]}
    krovak = {"type": "Polygon", "coordinates": [[[-850000, -1010000], [-849000, -1010000], [-849000, -1009000],
                                                  [-850000, -1010000]]]}  # fmt: skip
    path = written(
        tmp_path, feature(CHEB), feature(CHEB), feature(None), feature("5544"), feature(VARY, {"type": "Point"}),
        feature("560286", open_ring), feature("555398", krovak), feature("555428", polygon([])),
        feature("555533", polygon([[["a", 1]] * 4])), "nic", feature("560499", polygon([SQUARE[:3]])),
    )  # fmt: skip
    problems = refused(path)
    assert [(problem.place.partition(" ")[2], problem.code) for problem in problems] == [
        ("features[1]", "duplicate_code"), ("features[2]", "no_code"), ("features[3]", "no_code"),
        ("features[4]", "no_polygon"), ("features[5]", "open_ring"), ("features[6]", "outside"),
        ("features[7]", "coordinates"), ("features[8]", "coordinates"), ("features[9]", "no_code"),
        ("features[10]", "coordinates"),
    ]  # fmt: skip
    assert "S-JTSK" in problems[5].cs
    assert all(problem.cs and problem.en for problem in problems)


@pytest.mark.parametrize(("content", "code"), [
    (b"", "json_syntax"), (b"[1, 2", "json_syntax"), (b"\xff\xfe{}", "json_syntax"), (b"[]", "no_geojson"),
    (b"[" * 100_000, "json_syntax"), (b'{"type": "Topology", "features": []}', "no_geojson"),
    (b'{"type": "FeatureCollection", "features": []}', "empty"), (b'{"type": "FeatureCollection"}', "no_geojson"),
    (b'{"type": "FeatureCollection", "features": [NaN]}', "json_syntax"), (b"null", "no_geojson"),
])  # fmt: skip
def test_what_is_no_geojson_is_refused_and_never_crashes(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_bytes(content)
    assert [problem.code for problem in refused(path)] == [code]


def test_a_file_that_is_not_there_or_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [problem.code for problem in refused(tmp_path / "neni.geojson")] == ["file"]
    monkeypatch.setattr(outlines, "LARGEST_FILE", 100)
    assert [problem.code for problem in refused(written(tmp_path, feature()))] == ["too_large"]


def test_too_many_shapes_or_positions_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, feature(CHEB), feature(VARY))
    monkeypatch.setattr(outlines, "_MOST_POSITIONS", 9)
    assert [problem.code for problem in refused(path)] == ["too_many"]
    monkeypatch.setattr(outlines, "_MOST_FEATURES", 1)
    assert [problem.code for problem in refused(path)] == ["too_many"]


def test_numbers_that_are_none_are_refused(tmp_path: Path) -> None:
    for wrong in (True, None, "12.8", 10**400):
        ring = [[wrong, 50.2], *SQUARE[1:4], [wrong, 50.2]]
        problems = refused(written(tmp_path, feature(CHEB, {"type": "Polygon", "coordinates": [ring]})))
        assert problems[0].code in {"coordinates", "outside"}


def test_a_problem_never_repeats_what_would_command_a_terminal(tmp_path: Path) -> None:
    problems = refused(written(tmp_path, feature("\u202e\x1b[31m" + "x" * 1_000)))
    assert "\x1b" not in problems[0].cs
    assert "\u202e" not in problems[0].cs
    assert len(problems[0].cs) < 200
