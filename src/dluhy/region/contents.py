"""A table that says whose each list is: the file's name and the code of the municipality."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import places
from dluhy.documents.files import limited
from dluhy.intake.columns import plain
from dluhy.municipal.index.tables import read_sheet
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from dluhy.municipal.index.tables import Sheet

_FILE: Final = "file"
_CODE: Final = "code"
_HEADERS: Final = {
    _FILE: ("soubor", "název souboru", "jméno souboru", "file", "file name"),
    _CODE: ("kód obce", "obec (kód)", "kód", "code", "municipality", "municipality code"),
}
_KNOWN: Final = {plain(header): meaning for meaning, headers in _HEADERS.items() for header in headers}


@frozen
class _Line:
    """One line of the table: where it stands, which file it names and with which code; None where a cell is empty."""

    place: str
    file: str | None
    code: str | None


def codes_of_lists(path: Path, lists: Sequence[Path]) -> Mapping[Path, str]:
    """Return the municipality's code of each list, by the table of a file: a column of file names, one of codes.

    File names are compared without folders, exactly but for how an accent is stored; other columns and lines about
    files that are not among the lists are left alone. Raises InputError with everything that is wrong: what cannot be
    read, an unknown code, a file named twice, a municipality of two lists, a list without a line.
    """
    try:
        sheet = read_sheet(path, _KNOWN)
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    problems = [*_unfit(sheet, path)]
    if problems:
        raise InputError(problems)
    lines = [*_lines(sheet, path)]
    by_file = {line.file: line.code for line in lines if line.file is not None and line.code is not None}
    problems += [*_broken(sheet, path), *_bad_cells(lines), *_twice(lines, path), *_without(lists, lines, path)]
    found = {each: by_file[_name(each.name)] for each in lists if _name(each.name) in by_file}
    problems += _shared(found, path)
    if problems:
        raise InputError(limited(problems))
    return found


def _name(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


def _unfit(sheet: Sheet, path: Path) -> Iterator[Problem]:
    """Yield why the columns cannot be used: one is missing, or stands there twice."""
    for meaning, headers in _HEADERS.items():
        count = sheet.meanings.count(meaning)
        if count == 0:
            yield Problem("column_missing", f"{path.name}, {headers[0]}", "chybí povinný sloupec",
                          "a column is missing")  # fmt: skip
        if count > 1:
            yield Problem("column_twice", f"{path.name}, {headers[0]}", "dva sloupce znamenají totéž; nechte jeden",
                          "two columns mean the same; keep one")  # fmt: skip


def _lines(sheet: Sheet, path: Path) -> Iterator[_Line]:
    files, codes = (sheet.cells[str(sheet.meanings.index(meaning))].to_list() for meaning in (_FILE, _CODE))
    for number, file, code in zip(sheet.lines, files, codes, strict=True):
        name, digits = _name(file or ""), (code or "").strip()
        if name or digits:
            yield _Line(f"{path.name}, řádek {number}", name or None, digits or None)


def _broken(sheet: Sheet, path: Path) -> Iterator[Problem]:
    for number, _ in sheet.broken:
        cs = "řádek má jiný počet buněk než záhlaví, nebo nejde přečíst"
        en = "the line has not as many cells as the header, or cannot be read"
        yield Problem("line", f"{path.name}, řádek {number}", cs, en)


def _bad_cells(lines: Sequence[_Line]) -> Iterator[Problem]:
    for line in lines:
        if line.file is None:
            yield Problem("file_missing", line.place, "chybí jméno souboru", "the name of the file is missing")
        if line.code is None:
            yield Problem("code_missing", line.place, "chybí kód obce", "the code of the municipality is missing")
        elif places.municipality(line.code) is None:
            yield Problem("municipality", line.place, "obec s tímto kódem není",
                          "there is no municipality with this code")  # fmt: skip


def _twice(lines: Sequence[_Line], path: Path) -> Iterator[Problem]:
    for name, count in Counter(line.file for line in lines if line.file is not None).items():
        if count > 1:
            yield Problem("file_twice", f"{path.name}, {name}", "soubor je tu uvedený víckrát",
                          "the file is named here more than once")  # fmt: skip


def _without(lists: Sequence[Path], lines: Sequence[_Line], path: Path) -> Iterator[Problem]:
    """Yield the lists of which no line tells whose they are, and those that one line would tell of together."""
    told = {line.file for line in lines}
    for each in lists:
        if _name(each.name) not in told:
            yield Problem("list_without_line", str(each), f"{path.name} neříká, které obce je tento seznam",
                          f"{path.name} does not say of which municipality this list is")  # fmt: skip
    for name, count in Counter(_name(each.name) for each in lists).items():
        if count > 1:
            yield Problem("same_name", name, f"seznamy z různých složek mají stejné jméno; {path.name} je nerozliší",
                          f"lists of several folders have this name; {path.name} does not tell them apart")  # fmt: skip


def _shared(found: Mapping[Path, str], path: Path) -> Iterator[Problem]:
    by_code: dict[str, set[str]] = {}
    for each, code in found.items():
        by_code.setdefault(code, set()).add(_name(each.name))
    for code, names in by_code.items():
        if len(names) > 1:
            listed = ", ".join(sorted(names))
            yield Problem("municipality_twice", f"{path.name}, {listed}",
                          f"obec {code} má víc seznamů; spojte je do jednoho",
                          f"the municipality {code} has several lists; join them into one")  # fmt: skip
