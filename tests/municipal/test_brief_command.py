"""`dluhy municipal brief` and `dluhy region briefs`: what they write, what they refuse, in both languages."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import msgspec
import pytest
from pypdf import PdfReader
from tests.conftest import AS_OF, ROOT
from tests.municipal.brief_support import CODE, DIRECTORY, made, own_list
from tests.region.building import CHEB, LUBY

from dluhy.cli import main
from dluhy.places import municipality
from dluhy.region.briefing import exchange_of
from dluhy.region.files import as_text
from dluhy.report.brief import BriefReport

if TYPE_CHECKING:
    from pathlib import Path

AT = ("--as-of", AS_OF.isoformat())
TODAY = "2026-11-22"


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*arguments])
    return int(ended.value.code or 0)


def _summary(folder: Path, code: str = CODE) -> Path:
    exchange = exchange_of(made().result, CODE, made().found)
    text = as_text(exchange)
    if code != CODE:
        document = json.loads(text)
        place = municipality(code)
        assert place is not None
        document["municipalities"][0] |= {"municipality": code, "name": place.name}
        text = json.dumps(document)
    path = folder / f"souhrn_{code}.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_becomes_word_and_pdf_each_with_its_receipt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "brif"
    status = _run("municipal", "brief", "--municipality", CODE, "--list", str(own_list()), *AT, "--directory",
                  str(DIRECTORY), "--out", str(out))  # fmt: skip
    assert status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "brif.docx", "brif.docx.doklad.json", "brif.pdf", "brif.pdf.doklad.json",
    ]  # fmt: skip
    assert docx.Document(str(tmp_path / "brif.docx")).paragraphs[0].text == "Jak na dluhy: Sokolov"
    assert "Sokolov" in PdfReader(BytesIO((tmp_path / "brif.pdf").read_bytes())).pages[0].extract_text()
    receipt = json.loads((tmp_path / "brif.pdf.doklad.json").read_bytes())
    assert receipt["job"] == "municipal brief"
    assert receipt["input_sha256"] == made().result.intake.raw.sha256
    assert "neveřejný" in capsys.readouterr().out


def test_a_summary_and_its_list_tell_the_same_numbers(tmp_path: Path) -> None:
    one, other = tmp_path / "a.json", tmp_path / "b.json"
    assert _run("municipal", "brief", "--municipality", CODE, "--list", str(own_list()), *AT, "--out", str(one)) == 0
    summary = _summary(tmp_path)
    assert _run("municipal", "brief", "--municipality", CODE, "--aggregate", str(summary), "--out", str(other)) == 0
    reports = [msgspec.json.decode(path.read_bytes(), type=dict) for path in (one, other)]
    first, second = (next(part for part in report["parts"] if part["code"] == "numbers") for report in reports)
    assert first == second
    assert set(reports[0]) == {field for field in BriefReport.__annotations__}  # noqa: C416 - names of the fields


def test_the_place_document_names_the_municipality_and_the_day(tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    place = ROOT / "fixtures" / "obec_ukazka.toml"
    assert _run("municipal", "brief", "--place", str(place), "--out", str(out)) == 0
    told = json.loads(out.read_bytes())
    assert (told["code"], told["as_of"]) == ("555177", AS_OF.isoformat())
    creditor = next(part for part in told["parts"] if part["code"] == "creditor")
    assert len(creditor["items"]) > 5


def test_english_and_public(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.json"
    source = ("--municipality", CODE, "--list", str(own_list()), *AT)
    status = _run("municipal", "brief", *source, "--lang", "en", "--public", "--out", str(out))
    assert status == 0
    told = json.loads(out.read_bytes())
    assert told["public"] is True
    assert told["title"] == "What to do about debts: Sokolov"
    assert "public" in told["receipt"]["options"]
    assert "not public" not in capsys.readouterr().out


@pytest.mark.sweep(6)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--out", "{}/a.pdf"), "nothing"),
        (("--municipality", CODE), "out"),
        (("--municipality", CODE, "--out", "{}/a.txt"), "output_format"),
        (("--municipality", CODE, "--out", "{}/nic/a.pdf"), "output_folder"),
        (("--municipality", CODE, "--out", "{}/hotovo.pdf"), "output"),
        (("--municipality", "999999", "--out", "{}/a.pdf"), "unknown_municipality"),
        (
            ("--municipality", CODE, "--list", "x.csv", "--aggregate", "y.json", "--out", "{}/a.pdf"),
            "list_and_aggregate",
        ),
        (("--municipality", CHEB, "--aggregate", "{}/souhrn_560286.json", "--out", "{}/a.pdf"), "other_municipality"),
        (("--municipality", CODE, "--as-of", "zítra", "--out", "{}/a.pdf"), ""),
        (("--municipality", CODE, "--as-of", "2031-01-01", "--out", "{}/a.pdf"), "horizon"),
        (("--municipality", CODE, "--template", "{}/neni.docx", "--out", "{}/a.docx"), "template"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hotovo.pdf").write_bytes(b"moje")
    _summary(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert _run("municipal", "brief", *(each.format(tmp_path) for each in arguments)) == 2
    assert code in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "hotovo.pdf").read_bytes() == b"moje"


def test_a_list_of_other_municipalities_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = ROOT / "fixtures" / "seznam_ukazka.csv"
    assert (
        _run("municipal", "brief", "--municipality", CODE, "--list", str(source), *AT, "--out", str(tmp_path / "a.pdf"))
        == 2
    )
    assert "municipality_differs" in capsys.readouterr().err


def test_the_template_is_written_once_and_can_be_used(tmp_path: Path) -> None:
    own = tmp_path / "sablona.docx"
    assert _run("municipal", "brief-template", str(own)) == 0
    assert _run("municipal", "brief-template", str(own)) == 2
    out = tmp_path / "a.docx"
    assert _run("municipal", "brief", "--municipality", CODE, "--template", str(own), "--out", str(out)) == 0
    assert docx.Document(str(out)).paragraphs[0].text == "Jak na dluhy: Sokolov"


def test_every_municipality_that_reported_gets_a_brief(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [_summary(tmp_path, code) for code in (CODE, CHEB, LUBY)]
    out = tmp_path / "brifinky"
    assert _run("region", "briefs", *map(str, files), "--out-dir", str(out), "--directory", str(DIRECTORY)) == 0
    assert "3 obce" in capsys.readouterr().out
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 12
    assert f"brif_{CODE}_sokolov_2026-11-21_NEVEREJNE.docx" in names
    before = {path: path.read_bytes() for path in out.iterdir()}
    assert _run("region", "briefs", *map(str, files), "--out-dir", str(out)) == 2
    assert {path: path.read_bytes() for path in out.iterdir()} == before


def test_briefs_for_the_public_are_called_so(tmp_path: Path) -> None:
    out = tmp_path / "brifinky"
    status = _run("region", "briefs", str(_summary(tmp_path)), "--out-dir", str(out), "--public", "--form", "pdf")
    assert status == 0
    assert sorted(path.name for path in out.iterdir()) == [
        f"brif_{CODE}_sokolov_2026-11-21_verejny.pdf", f"brif_{CODE}_sokolov_2026-11-21_verejny.pdf.doklad.json",
    ]  # fmt: skip


def test_a_municipality_that_reported_long_ago_gets_its_brief_too(tmp_path: Path) -> None:
    files = [_summary(tmp_path, code) for code in (CODE, CHEB)]
    old = json.loads(files[1].read_text(encoding="utf-8")) | {"as_of": "2026-05-21"}
    files[1].write_text(json.dumps(old), encoding="utf-8")
    out = tmp_path / "brifinky"
    assert _run("region", "briefs", *map(str, files), "--out-dir", str(out), "--form", "docx") == 0
    told = docx.Document(str(out / f"brif_{CHEB}_cheb_2026-11-21_NEVEREJNE.docx"))
    assert any("21. 5. 2026" in " ".join(each.text.split()) for each in told.paragraphs)


def test_a_day_that_the_pack_does_not_know_stops_before_anything_is_written(tmp_path: Path) -> None:
    out = tmp_path / "brifinky"
    assert _run("region", "briefs", str(_summary(tmp_path)), "--out-dir", str(out), "--as-of", "2031-01-01") == 2
    assert not out.exists()
