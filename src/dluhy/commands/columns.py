"""What a list's columns were recognised as, before anything is judged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.commands.common import DONE, chosen_pack, tell
from dluhy.intake.applied import apply_readers
from dluhy.intake.columns import meanings, name_of
from dluhy.intake.profile import Profile, read_profile, written_profile
from dluhy.intake.readers import RawList, Reading, read_list
from dluhy.problems import InputError, Problem
from dluhy.report.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.problems import Language


_LIKE_A_LIST: Final = 2  # known headers below which the first line is rather people's data than headers


def list_schema_command(language: Language, rules: Path | None) -> int:
    """Print the JSON Schema of a list given as rows."""
    from dluhy.intake.row_document import schema_text

    try:
        print(schema_text(chosen_pack(rules)), end="")
    except InputError as error:
        return tell(error, language)
    return DONE


def columns_command(  # noqa: PLR0913 - the options of the command
    path: Path,
    language: Language,
    *,
    profile: Path | None,
    sheet: str | None,
    write_profile: Path | None,
    rules: Path | None,
) -> int:
    """Print how a file was read and what each column means; status 2 if something stands in the way of judging."""
    say = texts(language)
    try:
        fixed = Profile() if profile is None else read_profile(profile)
        raw = read_list(path, Reading(profile=fixed, sheet=sheet))
        lines = [*_source(raw, say), "", *_columns(raw, chosen_pack(rules), fixed, say)]
        if write_profile is not None and len(raw.columns.positions) >= _LIKE_A_LIST:
            _write(write_profile, raw)
            lines += ["", say("columns-profile", path=str(write_profile))]
    except InputError as error:
        return tell(error, language, say("error-heading"))
    print("\n".join(lines))
    if raw.problems:
        print(file=sys.stderr)
        return tell(InputError(list(raw.problems)), language, say("columns-questions"))
    print("\n" + say("columns-ready"))
    return DONE


def _source(raw: RawList, say: Texts) -> Iterator[str]:
    source = raw.source
    yield say("columns-file", kind=raw.format, rows=raw.cells.height + len(raw.broken), apart=raw.apart.height)
    if source.sheet:
        yield say("columns-sheet", sheet=source.sheet)
    if source.other_sheets:
        yield say("columns-other-sheets", sheets=", ".join(source.other_sheets))
    if source.encoding:
        separator = {"\t": say("separator-tab")}.get(source.separator or "", source.separator or "")
        yield say("columns-encoding", encoding=source.encoding, separator=separator)
    if source.header_rows:
        yield say("columns-header", rows=", ".join(map(str, source.header_rows)))
    yield from (cs if say.language == "cs" else en for cs, en in source.notes)


def _columns(raw: RawList, pack: Pack, profile: Profile, say: Texts) -> Iterator[str]:
    counts = _counts(raw, pack, profile.words)
    head = [say(f"columns-{name}") for name in ("code", "column", "how", "filled", "repaired", "unreadable")]
    rows = [
        [meaning, raw.columns.label(meaning), say(f"how-{raw.columns.how[meaning]}"), *map(str, counts[meaning])]
        for meaning in raw.columns.positions
    ]
    yield from _aligned([head, *rows])
    absent = [f"{name_of(meaning)} ({meaning})" for meaning in meanings() if meaning not in raw.columns.positions]
    yield ""
    if len(raw.columns.positions) < _LIKE_A_LIST:
        yield say("columns-no-header")
    elif raw.columns.unused:
        yield say("summary-unused", columns=", ".join(raw.columns.unused))
    unread = [raw.columns.label(m) for m, (filled, _, bad) in counts.items() if filled and filled == bad]
    if unread:
        yield say("columns-unread", columns=", ".join(unread))
    yield say("columns-absent", columns=", ".join(absent))


def _counts(raw: RawList, pack: Pack, words: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[int, int, int]]:
    applied = apply_readers(raw, pack, words)
    filled = {
        meaning: raw.cells.select(pl.col(f"{position}").is_not_null().sum()).item()
        for meaning, position in raw.columns.positions.items()
    }
    return {
        meaning: (
            filled[meaning],
            applied.table.select((pl.col(f"repairs {meaning}") > 0).sum()).item(),
            applied.table.select(pl.col(f"bad {meaning}").is_not_null().sum()).item(),
        )
        for meaning in applied.reads
    }


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    numbers = len(widths) - 3  # the last three columns are counts
    for row in rows:
        cells = [
            cell.rjust(width) if place >= numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _write(path: Path, raw: RawList) -> None:
    header = raw.source.header_rows[-1] if raw.source.header_rows else None
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(written_profile(raw.columns, raw.source.sheet, header))
    except OSError:
        cs, en = (
            "profil nejde zapsat (soubor už je, nebo není kam)",
            "the profile cannot be written (it exists, or nowhere to)",
        )
        raise InputError([Problem("profile", str(path), cs, en)]) from None
