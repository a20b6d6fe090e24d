"""Comparing two lists: a summary on the terminal, a workbook or rows of codes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TextIO, get_args

from attrs import frozen

from dluhy.commands import STANDARD
from dluhy.commands.common import DONE, SOME_REJECTED, chosen_pack, tell
from dluhy.commands.results import free, read_key, require_files, require_place, tell_rejected
from dluhy.intake.profile import Profile, read_profile
from dluhy.intake.readers import Reading
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.comparing import Comparison
    from dluhy.problems import Language
    from dluhy.report.comparison import Form
    from dluhy.report.texts import Texts

_RESULT: Final = "_porovnani"


@frozen(kw_only=True)
class Comparing:
    """What is to be compared: two lists, each as of a day, and where the result goes (None: beside the newer list)."""

    old: Path
    new: Path
    as_of: date
    old_as_of: date
    language: Language
    out: Path | None = None
    profile: Path | None = None
    key: Path | None = None
    rules: Path | None = None

    @property
    def to_stdout(self) -> bool:
        """Whether the rows are asked for on standard output."""
        return str(self.out) == STANDARD


def compare_command(order: Comparing) -> int:
    """Compare two lists, write the result, print what changed; status 1 if rows of either list were rejected."""
    say = texts(order.language)
    try:
        target = _target(order)
        comparison = _compared(order, say)
        _write(comparison, target, say)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"))
    except BrokenPipeError:
        raise
    except OSError:
        cs, en = "výsledek nejde zapsat; není soubor otevřený jinde?", "the result cannot be written; is it open?"
        return tell(InputError([Problem("output", str(order.out or order.new), cs, en)]), order.language)
    for result, source in ((comparison.old, order.old), (comparison.new, order.new)):
        tell_rejected(result, source, say)
    return DONE if comparison.complete else SOME_REJECTED


def _target(order: Comparing) -> Path | None:
    """Return where the result goes, None for standard output; raises InputError for an order that makes no sense."""
    from dluhy.report.comparison import Form

    require_files(order.old, order.new)
    problems = []
    if order.old_as_of > order.as_of:
        problems.append(Problem("days", "--old-as-of", "den staršího seznamu je po dni novějšího",
                                "the older list's day is after the newer one's"))  # fmt: skip
    target = None if order.to_stdout else order.out or free(order.new.with_name(f"{order.new.stem}{_RESULT}.xlsx"))
    if target is not None:
        problems += require_place(target, get_args(Form), [order.old, order.new])
    if problems:
        raise InputError(problems)
    return target


def _compared(order: Comparing, say: Texts) -> Comparison:
    from dluhy.comparing import compare_files
    from dluhy.report.progress import progress

    profile = Profile() if order.profile is None else read_profile(order.profile)
    secret = None if order.key is None else read_key(order.key)
    with progress(say("progress-judging")):
        return compare_files(order.old, order.new, order.as_of, order.old_as_of, chosen_pack(order.rules),
                             reading=Reading(profile=profile), secret=secret)  # fmt: skip


def _write(comparison: Comparison, target: Path | None, say: Texts) -> None:
    from dluhy.report.comparison import write_comparison
    from dluhy.report.export import whole_file

    if target is None:
        if sys.stdout is None:
            raise InputError([Problem("output", "stdout", "standardní výstup je zavřený", "standard output is closed")])
        write_comparison(comparison, sys.stdout.buffer, "ndjson", say)
        _tell(comparison, say, sys.stderr)
        return
    with whole_file(target) as draft, draft.open("wb") as stream:
        write_comparison(comparison, stream, _form(target), say)
    _tell(comparison, say, sys.stdout)
    print(say("summary-written", path=str(target)))


def _form(target: Path) -> Form:
    forms: dict[str, Form] = {".csv": "csv", ".ndjson": "ndjson"}
    return forms.get(target.suffix.lower(), "xlsx")


def _tell(comparison: Comparison, say: Texts, out: TextIO) -> None:
    from dluhy.report.comparison import summary_lines

    for line in summary_lines(comparison, say):
        print(line, file=out)
