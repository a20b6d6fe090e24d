"""A list given as the content of a file: judged as the file, called „soubor“, and never written anywhere."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import InputError, check_list
from dluhy.checking import check_content
from dluhy.intake.archives import Limits
from dluhy.intake.readers import Reading
from dluhy.report.export import write_stream

if TYPE_CHECKING:
    from dluhy.checking import ListResult

LISTS = [
    ROOT / "fixtures" / name
    for name in (
        "seznam_ukazka.csv",
        "seznam_s_chybami.xlsx",
        "seznam_z_praxe.csv",
        "seznam_z_praxe.xlsx",
        "maly_seznam.xls",
    )
]
LINUX = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="files in memory are Linux's")


def _written(result: ListResult, form: Any) -> bytes:  # noqa: ANN401 - a form
    held = BytesIO()
    write_stream(result, held, form, "cs")
    return held.getvalue()


@pytest.mark.sweep(1)
@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_content_is_judged_as_the_file(path: Path) -> None:
    from_file, from_content = check_list(path, AS_OF), check_content(path.read_bytes(), AS_OF)
    assert from_content.receipt == from_file.receipt
    assert _written(from_content, "json") == _written(from_file, "json")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nothing", b"%PDF-1.4", b"\x00\x01\x02", b"a;b\n1;2\n", b"{"])
def test_problems_never_name_a_path(content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        check_content(content, AS_OF)
    text = " ".join(problem.text("en") + problem.text("cs") for problem in caught.value.problems)
    assert "/proc" not in text
    assert not {problem.place for problem in caught.value.problems} & set("0123456789")


def test_more_rows_than_allowed_are_refused() -> None:
    content = (ROOT / "fixtures" / "seznam_ukazka.csv").read_bytes()
    with pytest.raises(InputError) as caught:
        check_content(content, AS_OF, reading=Reading(limits=Limits(rows=3)))
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("too_many", "soubor")]


def _dbase() -> bytes:
    """Return a small dBase file: three columns of text and one record."""
    fields = {b"KOD_OSOBY": b"P1", b"NAROZEN": b"1. 5. 2008", b"DRUH": b"odpad", b"ROK": b"2018"}
    columns = b"".join(name.ljust(11, b"\0") + b"C" + b"\0" * 4 + bytes([12]) + b"\0" * 15 for name in fields)
    record = b" " + b"".join(value.ljust(12) for value in fields.values())
    header = 32 + len(columns) + 1
    head = b"\x03\x1a\x0b\x15" + (1).to_bytes(4, "little") + header.to_bytes(2, "little")
    return head + len(record).to_bytes(2, "little") + b"\0" * 20 + columns + b"\r" + record + b"\x1a"


def test_dbase_is_told_by_its_content_alone(tmp_path: Path) -> None:
    path = tmp_path / "seznam.dbf"
    path.write_bytes(_dbase())
    result = check_content(_dbase(), AS_OF)
    assert result.intake.raw.format == "dbf"
    assert result.receipt == check_list(path, AS_OF).receipt
    assert result.receipt.rows_judged == 1


NOWHERE = """
import resource, sys
from datetime import date
from io import BytesIO
from pathlib import Path
from dluhy.checking import check_list
from dluhy.documents.in_memory import file_of
from dluhy.report.export import write_stream
content = Path(sys.argv[1]).read_bytes()
with file_of(content) as path:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    result = check_list(path, date(2026, 11, 21))
    for form in ("xlsx", "csv", "ndjson", "json"):
        held = BytesIO()
        write_stream(result, held, form, "cs")
        assert held.getvalue()
try:
    Path(sys.argv[2]).write_bytes(b"x")
except OSError:
    print(result.judged.height)
"""


@pytest.mark.sweep(1)
@pytest.mark.heavy
@LINUX
@pytest.mark.parametrize("path", [LISTS[0], LISTS[1], LISTS[4]], ids=lambda path: path.name)
def test_nothing_is_written_by_readers_and_writers(path: Path, tmp_path: Path) -> None:
    """In a process that can make no file longer than nothing, with no place for temporary files; readers inherit it."""
    run = subprocess.run(
        [sys.executable, "-c", NOWHERE, path, tmp_path / "x"], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": f"{ROOT / 'src'}", "TMPDIR": "/nonexistent", "POLARS_TEMP_DIR": "/nonexistent"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 0
