"""Reads a list file into one frame of cells under its columns, with the number of each row as its owner knows it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import field, frozen

from dluhy.intake.archives import LIMITS, Limits, require_small_file
from dluhy.intake.columns import Columns, Fixed, recognise
from dluhy.intake.formats import kind_of
from dluhy.intake.grids import ROW, BrokenLine, Grid, require_width
from dluhy.intake.json_lines import Row, cells_of, no_ndjson, no_row, row_of
from dluhy.intake.layout import APART_SCHEMA, Table, lay_out, likeness, score
from dluhy.intake.notices import notices
from dluhy.intake.profile import Profile
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LIKE_A_LIST: Final = 2  # recognised headers that make a sheet a list
_SHEETS: Final = frozenset({"xlsx", "xlsb", "xls", "ods", "dbf"})


@frozen(kw_only=True)
class Reading:
    """How a list is to be read: a profile, a sheet by name or number, limits."""

    profile: Profile = field(factory=Profile)
    sheet: str | None = None
    limits: Limits = LIMITS

    @property
    def digest(self) -> str:
        """The SHA-256 of what the profile and the choice of sheet say; empty where they say nothing."""
        if self.profile == Profile() and self.sheet is None:
            return ""
        return sha256(f"{self.profile.model_dump_json()} {self.sheet}".encode()).hexdigest()


@frozen(kw_only=True)
class Source:
    """How a file was read: what people want to see under „O výsledku“; None where it does not apply."""

    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    encoding: str | None = None
    separator: str | None = None
    header_rows: tuple[int, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Remarks on the file as a whole, Czech and English."""


@frozen
class RawList:
    """A list as read: cells as text (Parquet keeps its types), rows numbered, lines that are no rows apart."""

    cells: pl.DataFrame
    columns: Columns
    format: str
    sha256: str
    broken: tuple[BrokenLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What stands in the way of judging: columns missing, found twice, not there."""
    source: Source = field(factory=Source)
    apart: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema=APART_SCHEMA))
    totals: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema={ROW: pl.UInt32, "kind": pl.String}))
    """Cells of the lines that state sums, with their `kind`."""
    filled_down: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema={ROW: pl.UInt32, "position": pl.UInt32}))
    errors: tuple[tuple[int, int], ...] = ()
    lines: int | None = None
    """Filled lines of the file, header and titles included; None where every row is a line."""


def read_list(path: Path, reading: Reading | None = None) -> RawList:
    """Read a list; raises InputError if the file as a whole cannot be used.

    Takes XLSX, XLSB, XLS, ODS, dBase, CSV in any usual encoding and separator, NDJSON and Parquet, known by their
    content. A missing or doubtful column is no error here: it stands in `problems`.
    """
    reading = reading or Reading()
    try:
        if path.suffix.lower() != ".parquet":
            require_small_file(path, reading.limits)
        return _with_few_rows(_read(path, kind_of(path), reading), reading.limits.rows)
    except InputError as error:
        raise InputError([_named(problem, path) for problem in error.problems]) from None
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None


def _with_few_rows(raw: RawList, most: int | None) -> RawList:
    if most is not None and raw.cells.height + len(raw.broken) > most:
        raise InputError([Problem("too_many", "soubor", f"řádků je přes {most}; seznam rozdělte",
                                  f"there are more than {most} rows; divide the list")])  # fmt: skip
    return raw


def _named(problem: Problem, path: Path) -> Problem:
    """Put the file's name where a reader only knew that it is about the file."""
    if problem.place != "soubor":
        return problem
    return Problem(problem.code, path.name or str(path), problem.cs, problem.en)


def _read(path: Path, kind: str, reading: Reading) -> RawList:
    digest = file_digest(path)
    if reading.sheet is not None and kind not in _SHEETS:
        raise InputError([Problem("no_sheet", "--sheet", "soubor nemá listy", "the file has no sheets")])
    if kind in _SHEETS:
        from dluhy.intake.child import sheets_of  # noqa: PLC0415 - only spreadsheets need another process

        return _from_sheets(sheets_of(path, kind, reading.limits), kind, digest, reading)
    if kind == "parquet":
        return _parquet(path, digest, reading.profile.fixed)
    if kind == "ndjson":
        return _ndjson(path.read_bytes(), digest, reading.profile.fixed)
    return _csv(path.read_bytes(), digest, reading.profile)


def read_ndjson(content: bytes) -> RawList:
    """Read an NDJSON list that is no file; as `read_list`, but for the place of an InputError."""
    return _ndjson(content, sha256(content).hexdigest(), Fixed())


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, read in pieces."""
    digest = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _csv(content: bytes, digest: str, profile: Profile) -> RawList:
    from dluhy.intake.delimited import read_delimited  # noqa: PLC0415 - not for the other kinds

    read = read_delimited(content, likeness, profile.encoding, profile.separator)
    table = lay_out(read.grid, profile.fixed, profile.header_row)
    source = Source(
        encoding=read.encoding, separator=read.separator, header_rows=table.header_rows, notes=read.grid.notes
    )
    return _raw(table, "csv", digest, source, read.grid)


def _from_sheets(grids: list[Grid], kind: str, digest: str, reading: Reading) -> RawList:
    chosen = _chosen(grids, reading.sheet or reading.profile.sheet)
    table = lay_out(chosen, reading.profile.fixed, reading.profile.header_row)
    others = tuple(sheet.name for sheet in grids if sheet is not chosen and sheet.cells.height)
    source = Source(sheet=chosen.name, other_sheets=others, header_rows=table.header_rows, notes=chosen.notes)
    return _raw(table, kind, digest, source, chosen)


def _chosen(grids: list[Grid], wanted: str | None) -> Grid:
    """Return the sheet that was asked for, else the only one that looks like a list, else the only one with data."""
    filled = [sheet for sheet in grids if sheet.cells.height]
    if wanted is not None:
        return _wanted(grids, wanted)
    lists = [sheet for sheet in filled if score(sheet) >= _LIKE_A_LIST] or filled
    if len(lists) > 1:
        listed = ", ".join(f"„{sheet.name}“" for sheet in lists)
        raise InputError([
            Problem("several_sheets", listed, "seznam může být na více listech; jeden vyberte volbou --sheet",
                    "several sheets may hold the list; choose one with --sheet")
        ])  # fmt: skip
    if not lists:
        raise InputError([Problem("empty", "soubor", "soubor je prázdný, chybí řádek s názvy sloupců",
                                  "the file is empty, a row of column names is missing")])  # fmt: skip
    return lists[0]


def _wanted(grids: list[Grid], wanted: str) -> Grid:
    named = [sheet for sheet in grids if sheet.name == wanted] or [
        sheet for sheet in grids if sheet.name.casefold() == wanted.casefold()
    ]
    numbered = [sheet for number, sheet in enumerate(grids, start=1) if str(number) == wanted]
    found = next(iter([*named, *numbered]), None)
    if found is None or not found.cells.height:
        listed = ", ".join(f"„{sheet.name}“" for sheet in grids)
        cs, en = (
            ("list je prázdný", "the sheet is empty")
            if found
            else ("takový list v sešitu není", "there is no such sheet")
        )
        raise InputError([Problem("no_sheet", wanted, f"{cs}; jsou v něm: {listed}", f"{en}; there are: {listed}")])
    return found


def _only_errors(table: Table, grid: Grid) -> tuple[BrokenLine, ...]:
    """Return the rows below the header that hold nothing but failed formulas: they read as empty."""
    seen = set(grid.cells[ROW])
    rows = sorted({row for row, _ in grid.errors if row > table.header_rows[-1]} - seen)
    notice = notices("rejects")["error_cell"]
    return tuple(BrokenLine(row, "", notice.code, notice.cs, notice.en) for row in rows)


def _raw(table: Table, kind: str, digest: str, source: Source, grid: Grid) -> RawList:
    cells, columns = _with_constants(table.rows, table.columns)
    failed = _only_errors(table, grid)
    return RawList(
        cells, columns, kind, digest, (*table.broken, *failed), tuple(table.problems), source, table.apart,
        table.totals, table.filled_down, grid.errors, grid.cells.height + len(failed),
    )  # fmt: skip


def _with_constants(cells: pl.DataFrame, columns: Columns) -> tuple[pl.DataFrame, Columns]:
    """Add a column for each value that a profile gives to every row."""
    headers, positions, how = list(columns.headers), dict(columns.positions), dict(columns.how)
    for meaning, value in columns.constants.items():
        positions[meaning], how[meaning] = len(headers), "profile"
        cells = cells.with_columns(pl.lit(value).alias(f"{len(headers)}"))
        headers.append(f"{meaning} (profil)")
    return cells, Columns(positions, tuple(headers), columns.unused, how, columns.constants)


def _require_names(names: tuple[str, ...]) -> None:
    if not names:
        raise InputError([Problem("empty", "soubor", "soubor je prázdný, chybí názvy sloupců",
                                  "the file is empty, column names are missing")])  # fmt: skip


def _under_names(
    cells: pl.DataFrame, names: tuple[str, ...], fixed: Fixed
) -> tuple[pl.DataFrame, Columns, list[Problem]]:
    """Return cells under columns with names of their own, and what stands in the way of judging them."""
    _require_names(names)
    columns, problems = recognise(names, fixed)
    return *_with_constants(cells, columns), problems


def _ndjson(content: bytes, digest: str, fixed: Fixed) -> RawList:
    rows: list[Row] = []
    numbers: list[int] = []
    broken: list[BrokenLine] = []
    names: dict[str, None] = {}
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            row = row_of(line)
        except (ValueError, RecursionError):
            broken.append(no_row(number, line.decode("utf-8", errors="replace")))
            continue
        names |= dict.fromkeys(row)
        require_width(len(names))
        rows.append(row)
        numbers.append(number)
    if broken and not rows:
        raise no_ndjson()
    headers = tuple(names)
    cells = cells_of(rows, numbers, headers, range(len(headers)))
    cells, known, problems = _under_names(cells, headers, fixed)
    return RawList(cells, known, "ndjson", digest, tuple(broken), tuple(problems))


def require_plain_types(schema: Mapping[str, pl.DataType], path: Path) -> None:
    """Refuse Parquet columns of nested or binary types."""
    refused = (pl.Binary, pl.Duration, pl.Time, pl.Object)
    strange = [name for name, dtype in schema.items() if dtype.is_nested() or any(dtype == kind for kind in refused)]
    if strange:
        raise InputError([
            Problem("column_type", f"{path.name} {name}", "sloupec má typ, který seznam mít nemůže",
                    "the column has a type that a list cannot have")
            for name in strange
        ])  # fmt: skip


def _parquet(path: Path, digest: str, fixed: Fixed) -> RawList:
    try:
        cells = pl.scan_parquet(path, glob=False).collect()
    except (OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        raise InputError([
            Problem("unreadable", "soubor", "soubor není čitelný jako parquet", "the file is not readable as parquet")
        ]) from error  # fmt: skip
    require_plain_types(cells.schema, path)
    require_width(cells.width)
    headers = tuple(cells.columns)
    cells = cells.rename({name: f"{position}" for position, name in enumerate(headers)})
    cells = cells.with_columns(pl.int_range(1, cells.height + 1, dtype=pl.UInt32).alias(ROW))
    cells, columns, problems = _under_names(cells, headers, fixed)
    return RawList(cells, columns, "parquet", digest, (), tuple(problems))
