"""A directory of services from a file: TOML or JSON as written, CSV, XLSX and other tables row by row."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.decoding import form_by_name
from dluhy.documents.fields import names
from dluhy.documents.files import STANDARD_INPUT, limited, read_content
from dluhy.intake.columns import plain, yes_and_no
from dluhy.intake.readers import file_digest
from dluhy.law.pack import default_pack
from dluhy.municipal.directory.entries import Contact, Listed, Territory, directory_of, parse_directory
from dluhy.municipal.index.cells import SENTENCES
from dluhy.municipal.index.tables import read_sheet
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.tables import Sheet

_NEEDED: Final = ("name", "kinds")
_LISTS: Final = ("kinds", "municipalities", "authorities", "districts", "regions", "targets", "tags", "languages")
_YES_NO: Final = ("whole_country", "registered")
_DAYS: Final = ("valid_from", "valid_to", "checked_on")
_CODED: Final = {"kinds": "service_kinds", "targets": "service_targets", "tags": "service_tags"}
_SEPARATORS: Final = re.compile(r"[;,|\n]")
_CZECH_DAY: Final = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_WHOLE: Final = re.compile(r"([0-9]{1,9})(?:[.,]0+)?")
_POINTER: Final = re.compile(r"/entries/([0-9]+)(?:/(.*))?")


def read_directory(path: Path | str, as_of: date, pack: Pack | None = None) -> Listed:
    """Read a directory of services; `as_of` is the day of a table, which has none of its own.

    Raises InputError with everything that is wrong: of a document with JSON Pointers, of a table with its lines.
    """
    path, pack = Path(path), pack or default_pack()
    if str(path) in STANDARD_INPUT or form_by_name(path) is not None:
        content = read_content(path)
        directory = parse_directory(content.data, pack, place=content.place, form=content.form)
        places = tuple(f"/entries/{number}" for number in range(len(directory.entries or [])))
        return Listed(directory=directory, places=places, sha256=sha256(content.data).hexdigest())
    return _from_table(path, as_of, pack)


def header_names() -> dict[str, tuple[str, ...]]:
    """Return the columns of a table with the headers under which each is known, the Czech name first."""
    return {name: tuple(headers) for name, headers in _headers().items()}


@cache
def _headers() -> dict[str, list[str]]:
    return tomllib.loads(files("dluhy.municipal.directory").joinpath("headers.toml").read_text(encoding="utf-8"))


@cache
def _known() -> dict[str, str]:
    return {plain(header): name for name, headers in _headers().items() for header in (name, *headers)}


def _from_table(path: Path, as_of: date, pack: Pack) -> Listed:
    try:
        digest, sheet = file_digest(path), read_sheet(path, _known())
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    _require_whole(sheet, path)
    lines = [int(line) for line in sheet.lines]
    entries = [_entry(row, sheet, pack) for row in sheet.cells.rows()]
    try:
        directory = directory_of({"as_of": as_of.isoformat(), "entries": entries}, pack)
    except InputError as error:
        raise InputError([_at_line(problem, lines, path) for problem in error.problems]) from None
    unused = tuple(header for header, meaning in zip(sheet.headers, sheet.meanings, strict=True)
                   if header and meaning is None)  # fmt: skip
    return Listed(directory=directory, places=tuple(f"řádek {line}" for line in lines), sha256=digest, unused=unused)


def _require_whole(sheet: Sheet, path: Path) -> None:
    """Refuse a table without a column that each entry needs, one with two of the same, and lines that are no rows."""
    named = [meaning for meaning in sheet.meanings if meaning is not None]
    cs, en = "dva sloupce znamenají totéž; nechte jeden", "two columns mean the same; keep one"
    problems = [Problem("column_twice", f"{path.name}, {name}", cs, en)
                for name in sorted({name for name in named if named.count(name) > 1})]  # fmt: skip
    problems += [Problem("column_missing", f"{path.name}, {name}", f"chybí sloupec „{_headers()[name][0]}“",
                         f"a column is missing: {name}") for name in _NEEDED if name not in named]  # fmt: skip
    problems += [Problem(code, f"řádek {line}", *SENTENCES[code]) for line, code in sheet.broken]
    if problems:
        raise InputError(limited(problems))


def _entry(row: tuple[str | None, ...], sheet: Sheet, pack: Pack) -> dict[str, Any]:
    """Return one line of a table as an entry of the document; what is empty is left out."""
    given = {
        meaning: cell.strip()
        for meaning, cell in zip(sheet.meanings, row, strict=True)
        if meaning is not None and cell is not None and cell.strip()
    }
    values = {name: _value(name, text, pack) for name, text in given.items()}
    parts = {"territory": names(Territory), "contact": names(Contact)}
    entry = {name: value for name, value in values.items() if not any(name in part for part in parts.values())}
    for key, part in parts.items():
        inside = {name: value for name, value in values.items() if name in part}
        if inside:
            entry[key] = inside
    return entry


def _value(name: str, text: str, pack: Pack) -> object:
    """Return a cell as the document wants it; what does not fit is left as it is and refused there."""
    if name in _LISTS:
        words = [word.strip() for word in _SEPARATORS.split(text) if word.strip()]
        return [_coded(word, _CODED[name], pack) for word in words] if name in _CODED else words
    if name in _YES_NO:
        yes, no = yes_and_no()
        return True if plain(text) in yes else False if plain(text) in no else text
    if name == "capacity":
        found = _WHOLE.fullmatch(text)
        return int(found[1]) if found else text
    if name in _DAYS:
        found = _CZECH_DAY.fullmatch(text)
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text.removesuffix(" 00:00:00")
    return text


def _coded(word: str, vocabulary: str, pack: Pack) -> str:
    """Return the code that a word is, names or labels; the word itself where it is none."""
    return _words(vocabulary, pack).get(plain(word), word)


@cache
def _words(vocabulary: str, pack: Pack) -> Mapping[str, str]:
    terms = pack.vocabularies[vocabulary].items()
    return {plain(name): code for code, term in terms for name in (code, term.cs, term.en, term.cs.split(" (")[0])}


def _at_line(problem: Problem, lines: list[int], path: Path) -> Problem:
    """Return a problem of an entry with the line of the table in place of its pointer."""
    found = _POINTER.fullmatch(problem.place)
    if found is None:
        return Problem(problem.code, path.name, problem.cs, problem.en)
    name = (found[2] or "").split("/")
    shown = next((part for part in reversed(name) if part in _headers()), found[2] or "")
    header = _headers()[shown][0] if shown in _headers() else shown
    return Problem(problem.code, f"řádek {lines[int(found[1])]}, {header}".rstrip(", "), problem.cs, problem.en)
