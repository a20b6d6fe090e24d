"""Content given as a file: readable by path, in this process and in those it starts, and gone afterwards."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import polars as pl
import pytest
import xlsxwriter

from dluhy.documents import in_memory
from dluhy.documents.in_memory import file_of, inherited
from dluhy.intake.readers import read_list
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

CSV = "osoba;datum narozeni;druh dluhu\nA-1;1. 3. 2009;odpady\n".encode("cp1250")


@pytest.fixture(params=["memory", "folder"])
def where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of giving content: in memory, and in a private folder where the system has no such files."""
    if request.param == "folder":
        monkeypatch.setattr(in_memory, "_without_disk", lambda: False)
    elif not in_memory._without_disk():  # noqa: SLF001 - what this system can do
        pytest.skip("this system has no files in memory")


@pytest.mark.usefixtures("where")
@pytest.mark.parametrize("content", [b"", b"x", bytes(range(256)) * 10_000])
def test_content_reads_back_whole_and_twice_and_is_gone_afterwards(content: bytes) -> None:
    with file_of(content) as path:
        assert path.read_bytes() == content
        assert path.read_bytes() == content
        assert path.stat().st_size == len(content)
        assert path.suffix == ""
    assert not path.exists()


def test_files_in_memory_have_no_place_on_a_disk() -> None:
    if not in_memory._without_disk():  # noqa: SLF001 - what this system can do
        pytest.skip("this system has no files in memory")
    with file_of(b"Jana") as path:
        assert path.readlink().as_posix().startswith("/memfd:")


def test_two_files_at_once_do_not_meet() -> None:
    with file_of(b"one") as one, file_of(b"two") as two:
        assert (one.read_bytes(), two.read_bytes()) == (b"one", b"two")


@pytest.mark.usefixtures("where")
@pytest.mark.parametrize("form", ["csv", "ndjson", "xlsx", "parquet"])
def test_a_list_is_read_from_content_as_from_a_file(form: str, tmp_path: Path) -> None:
    content = _as(form)
    kept = tmp_path / f"seznam.{form}"
    kept.write_bytes(content)
    with file_of(content) as path:
        read = read_list(path)
    expected = read_list(kept)
    assert read.format == expected.format == form
    assert read.cells.equals(expected.cells)
    assert (read.columns, read.sha256, read.problems) == (expected.columns, expected.sha256, expected.problems)


@pytest.mark.usefixtures("where")
def test_a_started_process_opens_the_file() -> None:
    with file_of(b"Jana") as path:
        command = [sys.executable, "-c", "import sys; print(open(sys.argv[1]).read())", str(path)]
        done = subprocess.run(command, capture_output=True, pass_fds=inherited(path), check=True)
    assert done.stdout.strip() == b"Jana"


def test_a_path_of_a_real_file_needs_nothing_inherited(tmp_path: Path) -> None:
    assert inherited(tmp_path / "seznam.csv") == ()
    assert inherited(tmp_path / "3") == ()


@pytest.mark.usefixtures("where")
def test_a_refused_content_is_told_of_as_the_file_not_by_its_number() -> None:
    with pytest.raises(InputError) as caught, file_of(b"%PDF-1.7") as path:
        read_list(path)
    assert [(each.code, each.place) for each in caught.value.problems] == [("document", "soubor")]


def test_places_of_rows_keep_what_follows_the_name_and_the_class_stays() -> None:
    with pytest.raises(HorizonError) as caught, file_of(b"x") as path:
        raise HorizonError([Problem("a", f"{path.name}, 12", "č", "e"), Problem("b", "řádek 3", "č", "e"),
                            Problem("c", f"{path.name}7", "č", "e")])  # fmt: skip
    assert [each.place for each in caught.value.problems] == ["soubor, 12", "řádek 3", f"{path.name}7"]


def _as(form: str) -> bytes:
    if form == "csv":
        return CSV
    rows = {"osoba": ["A-1"], "datum_narozeni": ["2009-03-01"], "druh_dluhu": ["odpady"]}
    stream = io.BytesIO()
    if form == "ndjson":
        pl.DataFrame(rows).write_ndjson(stream)
    elif form == "parquet":
        pl.DataFrame(rows).write_parquet(stream)
    else:
        with xlsxwriter.Workbook(stream) as book:
            sheet = book.add_worksheet("Seznam")
            for column, (name, values) in enumerate(rows.items()):
                sheet.write_column(0, column, [name, *values])
    return stream.getvalue()
