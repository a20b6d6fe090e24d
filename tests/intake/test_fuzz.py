"""Whatever file comes: an answer or a clear error, never a traceback, never a lost line."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT

from dluhy.intake.formats import FORMATS
from dluhy.intake.lists import CheckedList, take_in
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

AS_OF = date(2026, 11, 21)
QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
HEADER = ["Kód osoby", "Příjmení", "Rodné číslo", "Datum narození", "Druh", "Rok", "Splatnost", "Jistina", "Zůstatek"]
CELLS = st.one_of(
    st.text(max_size=12).filter(lambda text: "\x00" not in text and "\r" not in text),
    st.sampled_from([
        "", " ", "-", "odpad", "pes", "Celkem", "Mezisoučet", "celkem za obec", "1.1.2010", "2009–2012", "500+500",
        "I/2012", "105201/0003", "1,05201E+09", "1 234,50", "1.500", "(5,00)", "=1+1", "@x", "31.2.2010", "9" * 30,
        "Pozn.: x y z", "Rok",
    ]),
)  # fmt: skip


def _answer(path: Path) -> CheckedList | None:
    """Return what the intake makes of a file; None for a refusal that says what is wrong in both languages."""
    try:
        return take_in(path, default_pack(), AS_OF)
    except InputError as error:
        problems = error.problems
    assert problems
    assert all(problem.cs and problem.en and problem.code and problem.place for problem in problems)
    return None


def _all_lines(checked: CheckedList) -> list[int]:
    lines = [*checked.facts["row"].unique(), *checked.rejected["row"].unique(), *checked.apart["row"]]
    assert len(lines) == len(set(lines)), "a line stands in two places"
    return sorted(lines)


@settings(QUICK, max_examples=25)
@given(content=st.binary(max_size=400), ending=st.sampled_from([*sorted(FORMATS), ".zip", ""]))
def test_random_bytes_under_any_name(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"seznam{ending}"
    path.write_bytes(content)
    if ending not in {".xlsx", ".xls", ".ods", ".xlsb", ".xlsm"} or not content.startswith(
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
    ):
        _answer(path)


@pytest.mark.thorough
@settings(QUICK, max_examples=25)
@given(rows=st.lists(st.lists(CELLS, min_size=len(HEADER), max_size=len(HEADER)), max_size=8))
def test_any_cells_are_judged_rejected_or_set_apart_and_sums_agree(
    tmp_path: Path, rows: Sequence[Sequence[str]]
) -> None:
    """`take_in` itself raises if rows or money do not add up."""
    path = tmp_path / "s.csv"
    quoted = [
        ";".join('"' + cell.replace('"', '""').replace("\n", " ") + '"' for cell in row) for row in [HEADER, *rows]
    ]
    path.write_text("\n".join(quoted), encoding="utf-8", errors="ignore", newline="")
    checked = _answer(path)
    if checked is not None:
        filled = checked.raw.cells.height + len(checked.raw.broken) + checked.raw.apart.height
        known = checked.rows_in + checked.apart.height
        assert filled <= known + len(checked.raw.broken)
        assert len(_all_lines(checked)) == known


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["seznam_z_praxe.xlsx", "seznam_z_praxe.csv", "seznam_ukazka.csv"])
def test_cut_files_are_read_or_refused(tmp_path: Path, name: str) -> None:
    content = (ROOT / "fixtures" / name).read_bytes()
    path = tmp_path / name
    for share in (0, 1, 7, 50, 333, 999):
        path.write_bytes(content[: len(content) * share // 1000])
        checked = _answer(path)
        if checked is not None:
            _all_lines(checked)


@pytest.mark.parametrize("width", [200, 1_900])
def test_many_columns(tmp_path: Path, width: int) -> None:
    path = tmp_path / "s.csv"
    extra = ";".join(f"sloupec {number}" for number in range(width))
    path.write_text(f"Narozen;Druh;Rok;{extra}\n1.1.2010;odpad;2018{';x' * width}\n", encoding="utf-8")
    checked = _answer(path)
    assert checked is not None
    assert checked.facts.height == 1
    assert len(checked.columns.unused) == width


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("a;" * 3_000 + "\n", encoding="utf-8")
    assert _answer(path) is None


def test_an_archive_that_lies_about_its_size_harms_only_the_child(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_row(0, 0, ["Narozen", "Druh", "Rok"])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        b"</sheetData>",
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>' + b"a" * (60 << 20) + b"</t></is></c></row></sheetData>",
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    content = path.read_bytes()
    declared = len(parts["xl/worksheets/sheet1.xml"]).to_bytes(4, "little")
    path.write_bytes(content.replace(declared, (5_000).to_bytes(4, "little")))
    _answer(path)


@pytest.mark.parametrize("rows", [[], [["Narozen", "Druh", "Rok"]], [["Celkem", "", "500"]], [["", "", ""]]])
def test_sheets_with_next_to_nothing(tmp_path: Path, rows: list[list[str]]) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    checked = _answer(path)
    assert checked is None or checked.rows_in == 0


@pytest.mark.sweep(1)
@pytest.mark.heavy
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_million_rows_of_text_within_memory(tmp_path: Path, quote: str) -> None:
    """A process of its own reads a million rows of nine columns; its peak stays under 3 GiB."""
    path = tmp_path / "s.csv"
    with path.open("w", encoding="cp1250") as stream:
        stream.write(";".join(HEADER) + "\n")
        for number in range(1_000_000):
            born = f"{number % 28 + 1}. {number % 12 + 1}. 2001"
            sums = f"500,00;1 {number % 1000:03},50"
            stream.write(f"P{number % 300_000};{quote}Novák{quote};;{born};odpad;2016;31.5.2016;{sums}\n")
    code = (
        "import resource, sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from dluhy.intake.lists import take_in\nfrom dluhy.law.pack import default_pack\n"
        "c = take_in(Path(sys.argv[1]), default_pack(), date(2026, 11, 21))\n"
        "print(c.rows_usable, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    usable, peak = map(int, done.stdout.split())
    assert usable == 1_000_000
    assert peak < 3 * 1024


def test_forms_of_one_list_say_the_same(tmp_path: Path) -> None:
    """The same cells as text in CSV, NDJSON and XLSX give the same facts."""
    rows = [["P1", "Malá", "105201/0003", "", "popl. za KO", "2012/13", "31. 5. 2012", "1 000,-", "1.000,50"],
            ["P2", "Malý", "", "1.7.12", "TKO", "2018", "I/2018", "500", "-"]]  # fmt: skip
    csv, ndjson, xlsx = (tmp_path / f"s.{ending}" for ending in ("csv", "ndjson", "xlsx"))
    csv.write_text("\n".join(";".join(row) for row in [HEADER, *rows]), encoding="cp1250")
    pl.DataFrame(rows, schema=HEADER, orient="row").write_ndjson(ndjson)
    with xlsxwriter.Workbook(str(xlsx)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([HEADER, *rows]):
            sheet.write_row(number, 0, row)
    lists = [take_in(path, default_pack(), AS_OF) for path in (csv, ndjson, xlsx)]
    assert all(checked.facts.drop("row").equals(lists[0].facts.drop("row")) for checked in lists)
