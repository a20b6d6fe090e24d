"""A file of index inputs (CSV, XLSX and other spreadsheets, NDJSON, Parquet) -> the frame the index is computed from.

Rows in are rows out and rejected ones: a row with a cell that cannot be used is rejected with every reason.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.intake.columns import plain
from dluhy.intake.grids import ROW
from dluhy.intake.readers import file_digest
from dluhy.municipal.index import cells
from dluhy.municipal.index.checks import POSITION, faults_of, required_columns
from dluhy.municipal.index.checks import SENTENCES as FAULTS
from dluhy.municipal.index.columns import COLUMNS, SUMS
from dluhy.municipal.index.method import method_of
from dluhy.municipal.index.tables import Sheet, read_sheet
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.method import Method

REJECTED: Final = pl.Schema({ROW: pl.UInt32, "column": pl.String, "code": pl.String, "cs": pl.String, "en": pl.String})
_SENTENCES: Final = {**FAULTS, **cells.SENTENCES}
_MEANS: Final = {"pnb": "pnb_payments", "pnz": "pnz_payments"}
"""A mean of the months -> the payments of the year that are kept."""
_YEARS: Final = range(1000, 10_000)


@frozen(kw_only=True)
class ListedInputs:
    """The rows of a file from which the index can be computed, and a reason for each cell that keeps a row out.

    `frame` has the columns of `COLUMNS`, `lines` the line of the file of each row; `rejected` the columns of
    `REJECTED`; `unused` names columns that were not read.
    """

    frame: pl.DataFrame
    lines: pl.Series
    rejected: pl.DataFrame
    unused: tuple[str, ...]
    year: int
    sha256: str

    @property
    def rows_rejected(self) -> int:
        """How many rows cannot be used."""
        return self.rejected[ROW].n_unique()


def read_inputs(path: Path, year: int | None, pack: Pack, *, partial: bool = False) -> ListedInputs:
    """Read a file of index inputs of a year, that of its own column if none is asked for.

    Raises InputError with everything that makes the file as a whole unusable: no table, columns missing or found twice,
    a year for which there is no index.
    """
    digest, sheet = _opened(path)
    named, problems = _named(sheet)
    chosen, year_problems = _year(sheet, named, year)
    method, method_problems = _method(pack, chosen, partial=partial)
    problems += [*year_problems, *method_problems, *_absent(named, method)]
    if problems or method is None or chosen is None:
        raise InputError([Problem(p.code, f"{path.name}, {p.place}", p.cs, p.en) for p in problems])
    typed, bad = _typed(sheet, named, chosen)
    faults = faults_of(typed, method).select(pl.col(POSITION).cast(pl.UInt32), "column", "code")
    bad += [(sheet.lines[position], _shown(sheet, named, column), code) for position, column, code in faults.rows()]
    bad += [(line, "", code) for line, code in sheet.broken]
    rejected = _rejected(bad)
    kept = ~sheet.lines.is_in(rejected[ROW].implode())
    read = {sheet.headers[place] for place in named.values()}
    unused = tuple(header for header in sheet.headers if header and header not in read)
    return ListedInputs(frame=typed.filter(kept), lines=sheet.lines.filter(kept), rejected=rejected, unused=unused,
                        year=chosen, sha256=digest)  # fmt: skip


def read_sums(path: Path) -> pl.DataFrame:
    """Read sums of areas: a column `area` (CZ, CZ041; „Kraj“) and the same columns as a file of inputs.

    Raises InputError with every cell that cannot be used.
    """
    _, sheet = _opened(path, {**_synonyms(), **{plain(word): "area" for word in ("area", "kraj", "kod_kraj", "území")}})
    named, problems = _named(sheet, area=True)
    typed, bad = _typed(sheet, named, None)
    problems += [Problem(code, f"{path.name}, řádek {line}, {column}", *_SENTENCES[code]) for line, column, code in bad]
    if "area" not in named:
        problems.append(Problem("column_missing", f"{path.name}, area", "chybí povinný sloupec", "a column is missing"))
    if problems:
        raise InputError(problems)
    area = sheet.cells[str(named["area"])].str.strip_chars().str.to_uppercase()
    given = [name for name in SUMS if name in named or name in {_MEANS[mean] for mean in _MEANS if mean in named}]
    return typed.select(given).with_columns(area=area)


def rejected_problems(listed: ListedInputs) -> list[Problem]:
    """Return every cell that keeps a row out; where there are no rows at all, that."""
    found = [
        Problem(code, f"řádek {row}, {column}", cs, en)
        for row, column, code, cs, en in listed.rejected.select("row", "column", "code", "cs", "en").rows()
    ]
    return found or [Problem("empty", "soubor", "v souboru nejsou žádné obce", "the file holds no municipalities")]


def column_names() -> dict[str, tuple[str, ...]]:
    """Return the columns of a file with the headers under which each is known, the Czech name first."""
    return {name: tuple(headers) for name, headers in _headers().items()}


@cache
def _headers() -> dict[str, list[str]]:
    text = files("dluhy.municipal.index").joinpath("headers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _synonyms() -> dict[str, str]:
    return {plain(header): name for name, headers in _headers().items() for header in (name, *headers)}


def _opened(path: Path, known: dict[str, str] | None = None) -> tuple[str, Sheet]:
    try:
        return file_digest(path), read_sheet(path, known or _synonyms())
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None


def _named(sheet: Sheet, *, area: bool = False) -> tuple[dict[str, int], list[Problem]]:
    """Return the position of each known column, and a problem for each that stands there twice."""
    found: dict[str, list[int]] = {}
    for place, meaning in enumerate(sheet.meanings):
        if meaning is not None:
            found.setdefault(meaning, []).append(place)
    problems = []
    for mean, payments in _MEANS.items():
        if mean in found and payments in found:
            problems.append(_twice([*found[mean], *found[payments]], sheet))
    problems += [_twice(places, sheet) for places in found.values() if len(places) > 1]
    if not area and "code" not in found:
        problems.append(_missing("code"))
    return {meaning: places[0] for meaning, places in found.items()}, problems


def _twice(places: list[int], sheet: Sheet) -> Problem:
    listed = ", ".join(f"„{sheet.headers[place]}“" for place in places)
    return Problem("column_twice", listed, "totéž znamenají dva sloupce; jeden odstraňte",
                   "two columns mean the same; remove one")  # fmt: skip


def _missing(name: str) -> Problem:
    czech = " nebo ".join(f"„{_headers()[known][0]}“" for known in _ways(name))
    english = " or ".join(_ways(name))
    return Problem("column_missing", name, f"chybí sloupec {czech}", f"a column is missing: {english}")


def _ways(name: str) -> list[str]:
    return [*(mean for mean, payments in _MEANS.items() if payments == name), name]


def _absent(named: dict[str, int], method: Method | None) -> list[Problem]:
    needed = [] if method is None else [name for name in required_columns(method) if name != "code"]
    return [_missing(name) for name in needed if not any(way in named for way in _ways(name))]


def _year(sheet: Sheet, named: dict[str, int], asked: int | None) -> tuple[int | None, list[Problem]]:
    """Return the year asked for, else the only one that the file names."""
    if asked is not None:
        return asked, []
    texts = sheet.cells[str(named["year"])].drop_nulls().unique().to_list() if "year" in named else []
    years = {text.strip().removesuffix(".0") for text in texts}
    if len(years) == 1 and (only := years.pop()).isdecimal() and int(only) in _YEARS:
        return int(only), []
    cs, en = (
        "zadejte rok volbou --year (nebo jediným rokem ve sloupci „Rok“)",
        "give the year with --year (or one year in a column “Rok”)",
    )
    return None, [Problem("year_needed", "--year", cs, en)]


def _method(pack: Pack, year: int | None, *, partial: bool) -> tuple[Method | None, list[Problem]]:
    try:
        return (None if year is None else method_of(pack, year, partial=partial)), []
    except InputError as error:
        return None, error.problems


Bad = tuple[int, str, str]
"""The line, the column and the code of a cell that cannot be used."""


def _typed(sheet: Sheet, named: dict[str, int], year: int | None) -> tuple[pl.DataFrame, list[Bad]]:
    """Return the columns in the types that are computed with, unknown where there is no such column, and bad cells."""
    columns, bad = [], []
    for name, dtype in COLUMNS.items():
        known = next((way for way in _ways(name) if way in named), None)
        values: Iterable[Any] = [None] * len(sheet.lines)
        if known is not None:
            texts = sheet.cells[str(named[known])]
            values, codes = _read(texts, _reader(known, texts))
            bad += [
                (line, sheet.headers[named[known]], code) for line, code in zip(sheet.lines, codes, strict=True) if code
            ]
        columns.append(pl.Series(name, values, dtype=dtype))
    if year is not None and "year" in named:
        header = sheet.headers[named["year"]]
        texts = sheet.cells[str(named["year"])]
        others = texts.is_not_null() & (texts.str.strip_chars().str.strip_suffix(".0") != str(year))
        bad += [(line, header, "other_year") for line in sheet.lines.filter(others)]
    return pl.DataFrame(columns), bad


def _reader(name: str, texts: pl.Series) -> Callable[[str], Any]:
    if name in _MEANS:
        sign = cells.decimal_sign(texts.drop_nulls())
        return lambda text: cells.read_mean(text, sign)
    if name in {"code", "school"}:
        return cells.read_code
    return cells.read_yes_no if name == "own_school" else cells.read_whole


def _read(texts: pl.Series, reader: Callable[[str], Any]) -> tuple[list[Any], list[str | None]]:
    """Return what the cells say and why those that cannot be read cannot; each different text is read once."""
    known: dict[str | None, tuple[Any, str | None]] = {None: (None, None)}
    for text in texts.drop_nulls().unique():
        try:
            known[text] = reader(text), None
        except cells.CellError as error:
            known[text] = None, error.code
    found = [known[text] for text in texts]
    return [value for value, _ in found], [code for _, code in found]


def _shown(sheet: Sheet, named: dict[str, int], column: str) -> str:
    """Return a column by its header in the file: of the mean where that was given and not the payments."""
    return next((sheet.headers[named[way]] for way in _ways(column) if way in named), column)


def _rejected(bad: list[Bad]) -> pl.DataFrame:
    """Return the bad cells with their sentences; a code that could not be read is not told to be missing as well."""
    unread = {line for line, _, code in bad if code == "bad_code"}
    rows = [(*cell, *_SENTENCES[cell[2]]) for cell in bad if not (cell[2] == "missing_code" and cell[0] in unread)]
    return pl.DataFrame(rows, schema=REJECTED, orient="row").sort(ROW, maintain_order=True)
