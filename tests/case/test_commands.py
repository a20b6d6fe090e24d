"""`dluhy case`: an empty case, its check, its schema; statuses, both languages, no traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.case.support import FIXTURES, written
from tests.commands import dluhy

from dluhy.case import schema_text, template
from dluhy.law.pack import default_pack

ROOT = Path(__file__).resolve().parents[2]


def test_a_new_case_is_written_once_and_never_over(tmp_path: Path) -> None:
    for name, form in (("a.toml", "toml"), ("a.json", "json"), ("bez", "toml")):
        path = tmp_path / name
        done = dluhy("case", "new", path)
        assert done.returncode == 0
        assert path.read_text(encoding="utf-8") == template(default_pack(), form)  # type: ignore[arg-type]  # a form
        path.write_text("moje", encoding="utf-8")
        again = dluhy("case", "new", path)
        assert again.returncode == 2
        assert "[output]" in again.stderr
        assert path.read_text(encoding="utf-8") == "moje"


def test_without_a_file_a_new_case_goes_to_standard_output_in_the_form_and_language_asked() -> None:
    assert dluhy("case", "new", "--lang", "en").stdout == template(default_pack(), "toml", "en")
    assert dluhy("case", "new", "--format", "json").stdout == template(default_pack(), "json")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = dluhy("case", "new", tmp_path / "neni" / "a.toml")
    assert done.returncode == 2
    assert "[output]" in done.stderr


def test_a_good_case_tells_its_gaps_with_status_0() -> None:
    done = dluhy("case", "check", FIXTURES / "mnoho_mezer.toml")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "nelze určit, kdo dluží" in done.stdout
    assert "/debts/0/kind" in done.stdout
    english = dluhy("case", "check", FIXTURES / "mnoho_mezer.toml", "--lang", "en")
    assert "who owes cannot be told" in english.stdout


def test_a_bad_case_tells_every_error_with_status_2(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(written(debts=[{"jistina": "Nováková"}, {"secured": "ano"}]), encoding="utf-8")
    done = dluhy("case", "check", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "2 chyby" in done.stderr
    assert "/debts/0/jistina" in done.stderr
    assert "/debts/1/secured" in done.stderr
    assert "Nováková" not in done.stderr
    assert "2 errors" in dluhy("case", "check", path, "--lang", "en").stderr


def test_the_check_as_json_holds_errors_or_gaps(tmp_path: Path) -> None:
    done = dluhy("case", "check", FIXTURES / "dospely_operator.json", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["errors"]) == (0, [])
    assert [warning["code"] for warning in found["warnings"]] == ["several_enforcements"]
    assert all(gap["pointer"].startswith("/") for gap in found["gaps"])
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    bad = dluhy("case", "check", path, "--json")
    assert bad.returncode == 2
    assert [error["place"] for error in json.loads(bad.stdout)["errors"]] == ["/ref", "/as_of"]


def test_a_case_may_come_from_standard_input() -> None:
    assert dluhy("case", "check", "-", given=(FIXTURES / "minimalni.toml").read_bytes()).returncode == 0
    assert dluhy("case", "check", "-", given=b"\xff\xfe").returncode == 2


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"{" * 100_000, b"a = " + b"[" * 100_000, b"[]", b'{"ref": 1}'])
def test_no_file_ends_in_a_traceback(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    assert dluhy("case", "check", path).returncode == 2


def test_a_missing_file_a_folder_and_a_day_outside_the_law_are_told(tmp_path: Path) -> None:
    early = tmp_path / "a.toml"
    early.write_text('ref = "a"\nas_of = 2015-01-01\n', encoding="utf-8")
    for path, code in ((tmp_path / "neni.toml", "file"), (tmp_path, "file"), (early, "before_horizon")):
        done = dluhy("case", "check", path)
        assert done.returncode == 2
        assert f"[{code}]" in done.stderr


def test_the_schema_is_printed() -> None:
    assert dluhy("case", "schema").stdout == schema_text(default_pack())
