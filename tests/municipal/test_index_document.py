"""The index by a document is what the command prints for the same municipalities; every error has its pointer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.case.small_schema import accepts

from dluhy.cli import main
from dluhy.documents.files import Content
from dluhy.law.pack import default_pack
from dluhy.municipal.index.columns import COLUMNS
from dluhy.municipal.index.document import IndexRow, asked_index, index_schema, schema_text
from dluhy.places import exclusion
from dluhy.problems import InputError
from dluhy.report.index_answers import index_answer, index_file_answer

if TYPE_CHECKING:
    from dluhy.problems import Language

PACK = default_pack()
SCHEMA = index_schema(PACK)
PUBLISHED = Path(__file__).parents[2] / "docs" / "index.schema.json"
ROWS: list[dict[str, Any]] = exclusion.frame().drop("published").head(30).to_dicts()
REGION = exclusion.frame().drop("published")


def asked(document: object) -> Content:
    return Content(json.dumps(document).encode(), "", "json")


def printed(capsys: pytest.CaptureFixture[str], *words: str | Path) -> bytes:
    with pytest.raises(SystemExit):
        main(["index", *map(str, words), "--json"])
    return capsys.readouterr().out.encode()


def said_against(document: object) -> set[tuple[str, str]]:
    with pytest.raises(InputError) as refused:
        asked_index(asked(document), PACK)
    return {(problem.code, problem.place) for problem in refused.value.problems}


@pytest.mark.parametrize("language", ["cs", "en"])
def test_shipped_municipalities_are_told_as_the_command_does(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    told = index_answer(asked({"municipalities": ["560286", "554961", "560286"]}), language, PACK)
    assert told == printed(capsys, "--municipality", "560286", "554961", "--lang", language)
    assert len(json.loads(told)["places"]) == 2


def anonymous(told: bytes) -> bytes:
    """Return an answer without the hash of what it was made from: a document and a file of the same rows differ."""
    found = json.loads(told)["receipt"]["input_sha256"]
    assert len(found) == 64
    return told.replace(found.encode(), b"")


def test_rows_are_told_as_the_command_does_for_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "vstupy.ndjson"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    told = index_answer(asked({"year": 2023, "rows": ROWS}), "cs", PACK)
    assert anonymous(told) == anonymous(printed(capsys, path, "--year", "2023"))
    one = index_answer(asked({"year": 2023, "rows": ROWS, "municipalities": [ROWS[3]["code"]]}), "cs", PACK)
    assert anonymous(one) == anonymous(printed(capsys, path, "--year", "2023", "--municipality", ROWS[3]["code"]))


def test_the_partial_index_of_a_later_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "vstupy.ndjson"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    told = index_answer(asked({"year": 2023, "partial": True, "rows": ROWS}), "en", PACK)
    assert anonymous(told) == anonymous(printed(capsys, path, "--year", "2023", "--partial", "--lang", "en"))
    assert json.loads(told)["official"] is False


def test_what_a_row_does_not_say_is_unknown() -> None:
    told = json.loads(index_answer(asked({"year": 2023, "rows": [{"code": "560286", "exe": 300}]}), "cs", PACK))
    place = told["places"][0]
    assert place["index"] is None
    assert place["least"] < place["most"]


def test_every_error_of_rows_is_told_at_once() -> None:
    bad = [
        {"code": "56028"}, {"code": "999999", "exe": "5"}, {"exe": -1, "nic": 2},
        {"code": "554961", "own_school": "ano", "po_zs": 1.5},
    ]  # fmt: skip
    assert said_against({"year": 2023, "rows": bad}) == {
        ("municipality_form", "/rows/0/code"), ("int_type", "/rows/1/exe"), ("missing", "/rows/2/code"),
        ("greater_than_equal", "/rows/2/exe"), ("unknown_key", "/rows/2/nic"),
        ("bool_type", "/rows/3/own_school"), ("int_type", "/rows/3/po_zs"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"rows": ROWS}, {("year_needed", "/year")}),
        ({"year": 2022}, {("year_not_shipped", "/year")}),
        ({"year": 1999, "rows": ROWS}, {("index_year", "/year")}),
        ({"year": "2023"}, {("int_type", "/year")}),
        ({"municipalities": ["560286", "554782"]}, {("not_found", "/municipalities/1")}),
        ({"municipalities": []}, {("too_short", "/municipalities")}),
        ({"year": 2023, "rows": []}, {("too_short", "/rows")}),
        (
            {"year": 2023, "rows": [{"code": "999999"}, {"code": "560286", "inhabitants_15plus": 5, "exe": 9}]},
            {("unknown_code", "/rows/0/code"), ("count_above_base", "/rows/1/exe")},
        ),
        (
            {"year": 2023, "rows": [ROWS[0], ROWS[0]]},
            {("duplicate", "/rows/0/code"), ("duplicate", "/rows/1/code")},
        ),
    ],
)
def test_what_cannot_be_computed_is_told_with_its_pointer(document: object, said: set[tuple[str, str]]) -> None:
    assert said_against(document) == said


def test_a_file_is_told_as_the_command_does_or_refused_with_every_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "vstupy.csv"
    path.write_bytes(REGION.head(20).with_columns(own_school=None).write_csv(separator=";").encode())
    assert index_file_answer(path.read_bytes(), 2023, "cs", PACK) == printed(capsys, path, "--year", "2023")
    bad = path.read_bytes().replace(b"\n", b"\n999999;x;1;1;1;1;1;1;1;;\n", 1)
    with pytest.raises(InputError) as refused:
        index_file_answer(bad, 2023, "cs", PACK)
    assert {problem.code for problem in refused.value.problems} == {"bad_number", "unknown_code"}


def test_the_schema_is_the_published_one_and_no_laxer_than_the_reader() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(PACK)
    assert tuple(IndexRow.model_fields) == tuple(COLUMNS)
    assert accepts(SCHEMA, {"year": 2023, "rows": ROWS})
    assert accepts(SCHEMA, {"municipalities": ["560286"]})
    bad: list[dict[str, Any]] = [
        {"year": "2023"}, {"rows": []}, {"rows": [{}]}, {"rows": [{"code": "1"}]}, {"nic": 1},
        {"rows": [{"code": "560286", "exe": -1}]},
    ]  # fmt: skip
    for wrong in bad:
        assert not accepts(SCHEMA, wrong)
        assert said_against(wrong)
