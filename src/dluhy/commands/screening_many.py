"""`dluhy screen` over many cases: a folder or a file of lines in, lines or tables out, what was refused beside them."""

from __future__ import annotations

import csv
import sys
from contextlib import nullcontext
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from dluhy.commands.common import DONE, SOME_REJECTED, UNUSABLE, chosen_pack, require_free, tell
from dluhy.problems import InputError, Problem
from dluhy.receipt import rejected_beside
from dluhy.report.many_text import many_head, many_line
from dluhy.report.progress import progress
from dluhy.report.screening_json import screening_line
from dluhy.report.texts import texts
from dluhy.screening_frames_out import frames_of
from dluhy.screening_many import LINES, screen_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dluhy.problems import Language
    from dluhy.report.texts import Texts
    from dluhy.screening_many import Outcome

PARQUET: Final = ".parquet"
_BESIDE: Final = {
    "debts": "dluhy", "relief": "oddluzeni", "incomes": "prijmy", "asks": "otazky", "problems": "odmitnute",
}  # fmt: skip
"""Frames that stand in a file of their own beside that of the cases, and the words in their names."""
_COLUMNS: Final = ("number", "place", "ref", "code", "where", "cs", "en")


class _Count:
    """Outcomes passed on and counted."""

    def __init__(self, outcomes: Iterator[Outcome]) -> None:
        self.outcomes, self.screened, self.refused = outcomes, 0, 0

    def __iter__(self) -> Iterator[Outcome]:
        for outcome in self.outcomes:
            self.refused += outcome.refused
            self.screened += not outcome.refused
            yield outcome


def holds_many(path: Path) -> bool:
    """Return whether a path is that of many cases: a folder, or a file with a case on each line."""
    return path.is_dir() or path.suffix.lower() in LINES


def one_only(language: Language, **options: object) -> int:
    """Tell options that are for one case only; return the exit status for them, 0 where none is given."""
    given = [name for name, value in options.items() if value]
    for name in given:
        print(texts(language)("many-one-only", option=f"--{name.replace('_', '-')}"), file=sys.stderr)
    return UNUSABLE if given else DONE


def screen_many_command(  # noqa: PLR0913 - what a person may choose
    path: Path,
    language: Language,
    *,
    out: Path | None,
    rules: Path | None,
    as_json: bool = False,
    strict_law: bool = False,
) -> int:
    """Screen many cases and write the results; status 1 if some were refused, 2 if all were or nothing can be read.

    `out` ends in `.ndjson` (a result on each line, what was refused in a CSV beside it) or `.parquet` (a row per case,
    the other frames beside it); without it standard output gets a table with a line per case, with `as_json` the
    results as lines of JSON; problems go to standard error.
    """
    say = texts(language)
    try:
        _require_place(out)
        count = _Count(screen_many(path, pack=chosen_pack(rules), strict_law=strict_law))
        tables = out is not None and out.suffix.lower() == PARQUET
        with nullcontext() if out is None else progress(say("progress-judging")):
            if out is None and not as_json:
                written = _read_by_people(count, say)
            else:
                written = _tables(count, out) if out is not None and tables else _lines(count, out, language)
    except InputError as error:
        return tell(error, language)
    print(say("many-done", screened=count.screened, refused=count.refused), file=sys.stderr if out is None else None)
    for file in written:
        print(say("screen-written", path=str(file)))
    return DONE if not count.refused else SOME_REJECTED if count.screened else UNUSABLE


def _require_place(out: Path | None) -> None:
    if out is None:
        return
    if out.suffix.lower() not in {*LINES, PARQUET}:
        cs, en = "víc případů umím zapsat jako .ndjson nebo .parquet", "many cases are written as .ndjson or .parquet"
        raise InputError([Problem("output_format", out.name, cs, en)])
    if not out.resolve().parent.is_dir():
        cs, en = "složka pro výsledek neexistuje", "the folder for the result does not exist"
        raise InputError([Problem("output_folder", str(out.parent), cs, en)])
    beside = [rejected_beside(out)] if out.suffix.lower() in LINES else [_beside(out, name) for name in _BESIDE]
    for file in (out, *beside):
        require_free(file)


def _beside(out: Path, name: str) -> Path:
    return out.with_name(f"{out.stem}.{_BESIDE[name]}{out.suffix}")


def _lines(outcomes: _Count, out: Path | None, language: Language) -> list[Path]:
    """Write each result as a line; what was refused goes to a file beside, or to standard error."""
    found = iter(outcomes)
    first = list(islice(found, 1))  # a path that cannot be read is told before a file is made
    refused: list[Outcome] = []
    with nullcontext(sys.stdout.buffer) if out is None else out.open("xb") as stream:
        for outcome in chain(first, found):
            if outcome.screening is not None:
                stream.write(screening_line(outcome.screening.report(language)))
            elif out is None:
                _tell(outcome, language)
            else:
                refused.append(outcome)
    if out is None:
        return []
    return [out, _write_refused(refused, rejected_beside(out))] if refused else [out]


def _read_by_people(outcomes: _Count, say: Texts) -> list[Path]:
    """Print a table, a line per case as it comes; what was refused goes to standard error."""
    head = many_head(say)
    for outcome in outcomes:
        if outcome.screening is None:
            _tell(outcome, say.language)
            continue
        if head:
            print(head)
            head = ""
        print(many_line(outcome.screening, say))
    return []


def _tell(outcome: Outcome, language: Language) -> None:
    for problem in outcome.problems:
        place = "" if problem.place.startswith(outcome.place) else f"{outcome.place}: "
        print(f"  {place}{problem.text(language)}", file=sys.stderr)


def _write_refused(refused: list[Outcome], path: Path) -> Path:
    with path.open("x", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(_COLUMNS)
        for each in refused:
            for problem in each.problems:
                writer.writerow(
                    [each.number, each.place, each.ref, problem.code, problem.place, problem.cs, problem.en]
                )
    return path


def _tables(outcomes: _Count, out: Path) -> list[Path]:
    frames = frames_of(outcomes)
    files = {out: frames.cases} | {_beside(out, name): getattr(frames, name) for name in _BESIDE}
    written = [file for file, frame in files.items() if frame.height or file == out]
    for file in written:
        files[file].write_parquet(file)
    return written
