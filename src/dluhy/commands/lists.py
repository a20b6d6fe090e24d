"""Checking lists: one or many files, standard input and output, a summary on the terminal."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager, nullcontext
from errno import EPIPE
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from attrs import evolve, field, frozen

from dluhy.commands import STANDARD
from dluhy.commands.aggregating import Aggregating, Checking, checked, write_exchange
from dluhy.commands.common import DONE, SOME_REJECTED, UNUSABLE, chosen_pack, tell
from dluhy.commands.results import free, read_key
from dluhy.intake.archives import LIMITS
from dluhy.intake.profile import Profile, read_profile
from dluhy.intake.readers import Reading
from dluhy.problems import InputError, Problem
from dluhy.receipt import path_beside, rejected_beside
from dluhy.report.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.region.exchange import Exchange
    from dluhy.report.export import Form
    from dluhy.report.selection import Only

_RESULT: Final = "_vysledek"
_OWN_RESULT: Final = re.compile(rf"{_RESULT}(?:_[0-9]+)?$")
_FORMS: Final[dict[str, Form]] = {".xlsx": "xlsx", ".csv": "csv", ".ndjson": "ndjson", ".json": "json",
                                  ".parquet": "parquet"}  # fmt: skip
_PATTERN_SIGNS: Final = frozenset("*?[")


@frozen(kw_only=True)
class Order:
    """How lists are to be checked: the day, where the results go, what they show, by which pack and profile."""

    as_of: date
    language: Language
    out: Path | None = None
    out_dir: Path | None = None
    form: Form | None = None
    rules: Path | None = None
    profile: Path | None = None
    sheet: str | None = None
    key: Path | None = None
    pseudonymise: bool = False
    only: Only | None = None
    aggregating: Aggregating = field(factory=Aggregating)

    @property
    def say(self) -> Texts:
        """The messages in the language asked for."""
        return texts(self.language)

    @property
    def to_stdout(self) -> bool:
        """Whether the result is asked for on standard output."""
        return str(self.out) == STANDARD

    def goes_to_stdout(self, path: Path) -> bool:
        """Whether the result of a list goes to standard output: as asked, or for want of a place beside the list."""
        return self.to_stdout or (self.out is None and self.out_dir is None and str(path) == STANDARD)


@frozen
class _Means:
    """What the whole run needs, read once."""

    pack: Pack
    reading: Reading
    secret: bytes | None


@frozen
class _Job:
    """One list and where its result goes; None is standard output."""

    source: Path
    target: Path | None
    named: Path


def check_lists_command(given: Sequence[Path], order: Order) -> int:
    """Check each list, write its result, print a short summary; return the worst exit status."""
    say = order.say
    try:
        means = _means(order)
        paths = order.aggregating.lists(_expanded(given, say))
        order = evolve(order, aggregating=order.aggregating.of_lists(paths))
        _require_sound(paths, order)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"))
    out = sys.stderr if order.to_stdout else sys.stdout
    statuses: list[int] = []
    for path in paths:
        if len(paths) > 1:
            print(f"\n{path}" if statuses else f"{path}", file=out)
        statuses.append(_check(path, order, means))
    if len(paths) > 1:
        counted = Counter(statuses)
        print("\n" + say("summary-files", count=len(paths), done=counted[DONE], partly=counted[SOME_REJECTED],
                         refused=counted[UNUSABLE]), file=out)  # fmt: skip
    return max(statuses, default=DONE)


def _means(order: Order) -> _Means:
    pack = chosen_pack(order.rules)
    profile = Profile() if order.profile is None else read_profile(order.profile)
    return _Means(pack, Reading(profile=profile, sheet=order.sheet), None if order.key is None else read_key(order.key))


def _expanded(given: Sequence[Path], say: Texts) -> list[Path]:
    """Return the files, patterns expanded where the shell did not; results of earlier runs among many are left out."""
    paths: dict[Path, None] = {}
    for path in given:
        if _PATTERN_SIGNS & set(path.name) and not path.exists():
            found = sorted(path.parent.glob(path.name))
            if not found:
                raise InputError([Problem("file", str(path), "takový soubor tu není", "there is no such file")])
            paths |= dict.fromkeys(found)
        else:
            paths[path] = None
    if len(paths) == 1:
        return list(paths)
    own = [path for path in paths if _OWN_RESULT.search(path.stem)]
    for path in own:
        print(say("summary-own-result", path=str(path)), file=sys.stderr)
    return [path for path in paths if path not in own]


def _require_sound(paths: Sequence[Path], order: Order) -> None:
    """Refuse orders that cannot be carried out as a whole, before anything is written."""
    problems = []
    if order.out is not None and (len(paths) > 1 or order.out_dir is not None):
        problems.append(
            Problem("out", "--out", "pro více seznamů použijte --out-dir", "use --out-dir for several lists")
        )
    if order.form is not None and order.out is not None and not order.to_stdout:
        problems.append(Problem("format", "--format", "formu souboru určuje jeho přípona; --format patří k --out -",
                                "a file's form is told by its ending; --format goes with --out -"))  # fmt: skip
    if order.key is not None and not order.pseudonymise:
        problems.append(Problem("key", "--key", "klíč patří k --pseudonymise; bez něj by odkazy stály vedle jmen",
                                "a key goes with --pseudonymise, else references stand beside names"))  # fmt: skip
    if order.out_dir is not None and order.out_dir.exists() and not order.out_dir.is_dir():
        problems.append(Problem("output_folder", str(order.out_dir), "to není složka", "that is no folder"))
    for name, count in Counter(path.stem for path in paths).items():
        if count > 1 and order.out_dir is not None:
            problems.append(Problem("same_name", name, "výsledky více seznamů by měly stejné jméno",
                                    "the results of several lists would have the same name"))  # fmt: skip
    problems += order.aggregating.problems(paths, order.as_of)
    if problems:
        raise InputError(problems)


def _check(path: Path, order: Order, means: _Means) -> int:
    say, target = order.say, None
    try:
        with _source(path) as source:
            target = _target(path, order)
            job = _Job(source, target, path)
            if target is not None:
                _require_output(target, source)
            if target is not None and _goes_in_bulk(source, target, order, means):
                return _in_bulk(job, order, means)
            return _in_memory(job, order, means)
    except InputError as error:
        return tell(error, order.language, say("error-heading"))
    except OSError as error:
        if error.errno == EPIPE or f"os error {EPIPE}" in str(error):  # the table library says it in words
            raise BrokenPipeError from None
        cs, en = ("výsledek nejde zapsat; není soubor otevřený jinde?",
                  "the result cannot be written; is it open elsewhere?")  # fmt: skip
        return tell(InputError([Problem("output", str(target or path), cs, en)]), order.language, say("error-heading"))


def _goes_in_bulk(source: Path, target: Path, order: Order, means: _Means) -> bool:
    """Whether a list goes Parquet to Parquet in flat memory: whole, by codes alone, without names or numbers."""
    if {source.suffix.lower(), target.suffix.lower()} != {".parquet"}:
        return False
    if order.only is not None or order.pseudonymise or order.aggregating.wanted or means.reading != Reading():
        return False
    from dluhy.bulk.runner import takes

    return takes(source)


@contextmanager
def _source(path: Path) -> Iterator[Path]:
    """Give the list as a file; standard input is kept in a private folder for as long as it is read."""
    if str(path) != STANDARD and not path.is_fifo():
        if not path.name or path.is_dir():
            cs, en = "to je složka, ne soubor se seznamem", "that is a folder, not a list file"
            raise InputError([Problem("file", str(path), cs, en)])
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="dluhy-") as folder:
        spooled = Path(folder) / "stdin"
        with spooled.open("wb") as stream:
            _spool(path, stream)
        yield spooled


def _spool(path: Path, target: BinaryIO) -> None:
    """Copy standard input or a pipe, up to just over what a list may have."""
    left = LIMITS.file_bytes + 1
    with nullcontext(_standard_input()) if str(path) == STANDARD else path.open("rb") as source:
        while left > 0 and (piece := source.read(min(1 << 20, left))):
            left -= target.write(piece)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError([Problem("file", "stdin", "standardní vstup je zavřený", "standard input is closed")])
    return sys.stdin.buffer


def _target(path: Path, order: Order) -> Path | None:
    if order.goes_to_stdout(path):
        return None
    if order.out is not None:
        return order.out
    ending = f".{order.form or 'xlsx'}"
    name = f"{'stdin' if str(path) == STANDARD else path.stem}{_RESULT}{ending}"
    if order.out_dir is None:
        return free(path.with_name(name))
    order.out_dir.mkdir(parents=True, exist_ok=True)
    return free(order.out_dir / name)


def _require_output(target: Path, source: Path) -> None:
    problem = None
    if target.suffix.lower() not in _FORMS:
        known = ", ".join(_FORMS)
        problem = Problem("output_format", target.name, f"výsledek umím zapsat jako {known}",
                          f"the result can be written as {known}")  # fmt: skip
    elif any(_same(path, source) for path in (target, path_beside(target), rejected_beside(target))):
        problem = Problem(
            "output_same", target.name, "výsledek by přepsal seznam", "the result would overwrite the list"
        )
    elif not target.resolve().parent.is_dir():
        problem = Problem("output_folder", str(target.parent), "složka pro výsledek neexistuje",
                          "the folder for the result does not exist")  # fmt: skip
    if problem is not None:
        raise InputError([problem])


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _in_memory(job: _Job, order: Order, means: _Means) -> int:
    from dluhy.report.export import write_result, write_stream
    from dluhy.report.progress import progress

    say = order.say
    how = Checking(order.as_of, means.pack, means.reading, means.secret, order.pseudonymise)
    with progress(say("progress-judging")):
        result, exchange = checked(job.source, job.named, how, order.aggregating)
    if job.target is None:
        if sys.stdout is None:
            raise InputError([Problem("output", "stdout", "standardní výstup je zavřený", "standard output is closed")])
        write_stream(result, sys.stdout.buffer, order.form or "ndjson", order.language, only=order.only)
        _tell_summary(result, order, sys.stderr)
        _tell_rejected(result, order)
        _exchange(exchange, job, order, sys.stderr)
        return DONE if result.complete else SOME_REJECTED
    with progress(say("progress-writing")):
        written = write_result(result, job.target, order.language, only=order.only)
    _tell_summary(result, order, sys.stdout)
    _closing(job.target, written.receipt, written.rejected, say)
    _exchange(exchange, job, order, sys.stdout)
    return DONE if result.complete else SOME_REJECTED


def _exchange(exchange: Exchange | None, job: _Job, order: Order, out: TextIO) -> None:
    if exchange is not None:
        for sentence in write_exchange(exchange, job.named, order.aggregating, order.say):
            print(sentence, file=out)


def _tell_summary(result: ListResult, order: Order, out: TextIO) -> None:
    from dluhy.report.blocks import summary_lines

    for sentence in summary_lines(result, order.say, order.only):
        print(sentence, file=out)
    if result.intake.columns.unused:
        print(order.say("summary-unused", columns=", ".join(result.intake.columns.unused)), file=out)


def _tell_rejected(result: ListResult, order: Order) -> None:
    """Write rejected cells and the receipt to standard error, where there is no file beside the result."""
    from dluhy.receipt import to_json

    sentence = "cs" if order.language == "cs" else "en"
    for row, column, code, text in result.intake.rejected.select("row", "column", "code", sentence).rows():
        print(order.say("summary-rejected-cell", row=row, column=column, why=text, code=code), file=sys.stderr)
    print(to_json(result.receipt).decode(), end="", file=sys.stderr)


def _in_bulk(job: _Job, order: Order, means: _Means) -> int:
    from dluhy.bulk.runner import check_parquet
    from dluhy.report.export import write_rejected
    from dluhy.report.progress import progress

    say, target = order.say, job.target
    if target is None:
        raise ValueError(job)
    with progress(say("progress-judging")):
        done = check_parquet(job.source, target, order.as_of, means.pack)
    receipt = done.receipt
    print(say("summary-rows", count=receipt.rows_in, judged=receipt.rows_judged, rejected=receipt.rows_rejected))
    _closing(target, done.receipt_path, write_rejected(done.rejected, target), say)
    return DONE if receipt.rows_rejected == 0 else SOME_REJECTED


def _closing(target: Path, receipt: Path, rejected: Path | None, say: Texts) -> None:
    print(say("summary-written", path=str(target)))
    if rejected is not None:
        print(say("summary-rejected-file", path=str(rejected)))
    print(say("summary-receipt", path=str(receipt)))
    if target.suffix.lower() == ".xlsx":
        print(say("summary-next"))


def replay_command(receipt: Path, path: Path | None, order: Order) -> int:
    """Compute a result again and say whether it is the same; status 1 if it differs.

    `path` is what the result was made from; None for one that was made from no file.
    """
    from dluhy.replaying import replay_files

    say = order.say
    try:
        means = _means(order)
        done = replay_files(receipt, path, pack=means.pack, reading=means.reading)
    except InputError as error:
        return tell(error, order.language)
    if done.same:
        print(say("replay-same", hash=done.now.result_sha256))
        return DONE
    if done.given == done.now:
        print(say("replay-altered"), file=sys.stderr)
        return SOME_REJECTED
    print(say("replay-different", old=done.given.result_sha256, new=done.now.result_sha256), file=sys.stderr)
    return SOME_REJECTED


def new_key_command(path: Path, language: Language) -> int:
    """Write a new random key that only its owner can read; an existing file is never overwritten."""
    from secrets import token_hex

    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:
            stream.write(token_hex(32) + "\n")
    except OSError as error:
        cs, en = "klíč nejde zapsat (soubor už je, nebo není kam)", f"the key cannot be written: {error.strerror}"
        return tell(InputError([Problem("key", str(path), cs, en)]), language)
    print(texts(language)("key-written", path=str(path)))
    return DONE
