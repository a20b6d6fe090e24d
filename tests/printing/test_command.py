"""`dluhy screen --pdf`: a file written once, never over another, and a clear word where typst is missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from tests.printing.printed import NOTHING, PENSIONER, told

from dluhy.cli import app

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str) -> int:
    """Run a command and return its exit status."""
    result = app(list(arguments), result_action="return_value")
    assert isinstance(result, int)
    return result


def test_the_report_is_written_beside_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "posouzeni.pdf"
    assert run("screen", str(PENSIONER), "--pdf", str(target)) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Posouzení případu")
    assert str(target) in err
    text = told(target.read_bytes())
    assert "Posouzení případu domacnost-02" in text


def test_english_on_request(tmp_path: Path) -> None:
    target = tmp_path / "screening.pdf"
    assert run("screen", str(NOTHING), "--pdf", str(target), "--lang", "en") == 0
    assert "Screening of the case" in told(target.read_bytes())


def test_no_file_is_written_over_and_nothing_else_is_written_then(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, other = tmp_path / "x.pdf", tmp_path / "x.txt"
    target.write_text("mine")
    assert run("screen", str(NOTHING), "--pdf", str(target), "--out", str(other)) == 2
    assert target.read_text() == "mine"
    assert not other.exists()
    assert "už existuje" in capsys.readouterr().err


def test_a_print_is_called_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "x.txt"
    assert run("screen", str(NOTHING), "--pdf", str(target)) == 2
    assert not target.exists()
    assert "příponu .pdf" in capsys.readouterr().err.replace("\xa0", " ")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("screen", str(NOTHING), "--pdf", str(tmp_path / "none" / "x.pdf")) == 2
    assert "nejde zapsat" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "said"), [("cs", "PDF sází balíček typst"), ("en", "PDF is set by the package")])
def test_a_missing_extra_is_said_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    target = tmp_path / "x.pdf"
    assert run("screen", str(NOTHING), "--pdf", str(target), "--lang", language) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "dluhy[report]" in err
    assert not target.exists()


@pytest.mark.thorough
def test_nothing_urgent_is_cut_from_the_first_page(tmp_path: Path) -> None:
    target = tmp_path / "matka.pdf"
    client = PENSIONER.parents[1] / "klienti" / "02_matka_dve_deti_najem_mikropujcka.json"
    assert run("screen", str(client), "--pdf", str(target)) == 0
    assert "Dodavatel ohlásil odpojení." in told(target.read_bytes()).split("Co udělat tento týden")[0]
