"""Many cases screened, from whatever holds them, their debts judged together; a bad case stops no other."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen
from pydantic_core import PydanticCustomError

from dluhy.case.frames import facts_of_cases
from dluhy.case.given import CaseLike, case_given, document_given
from dluhy.case.model import Case
from dluhy.case.reading import case_of
from dluhy.children.check import TOPIC, checker
from dluhy.documents.decoding import LIMITS, decode
from dluhy.documents.values import read_reference
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem, not_opened
from dluhy.screening import screen_judged
from dluhy.screening_judged import judged_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from io import BufferedReader

    from dluhy.children.check import Checker
    from dluhy.law.pack import Pack
    from dluhy.screening import Screening

LINES: Final = frozenset({".ndjson", ".jsonl"})
"""Endings of files that hold a case on each line."""
DOCUMENTS: Final = frozenset({".json", ".toml"})
_RECEIPT: Final = ".doklad.json"
TOGETHER: Final = 500
"""How many cases are judged in one frame; memory grows with it, results do not depend on it."""
Known = dict[tuple[str, "date"], str]


@frozen
class Outcome:
    """What became of one of many cases: its screening, or why it was refused.

    `number` is its position from 1, `place` where it stands (a file, the line of a file, its number), `ref` its
    reference as far as it could be read.
    """

    number: int
    place: str
    ref: str | None
    screening: Screening | None
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether there is no screening."""
        return self.screening is None


@frozen
class _Read:
    """One case as far as it was read."""

    number: int
    place: str
    ref: str | None
    case: Case | None = None
    sha256: str = ""
    problems: tuple[Problem, ...] = ()

    def refused(self, problems: Iterable[Problem]) -> Outcome:
        return Outcome(self.number, self.place, self.ref, None, tuple(problems))


@frozen
class Source:
    """One case as it is given, with its place; `line` one of a file of lines; what cannot be read is a problem."""

    place: str
    given: CaseLike | None
    line: bool = False
    problem: Problem | None = None
    ref: str | None = None


def screen_many(
    cases: Iterable[CaseLike] | str | PathLike[str],
    *,
    pack: Pack | None = None,
    strict_law: bool = False,
    together: int = TOGETHER,
) -> Iterator[Outcome]:
    """Yield the outcome of each of many cases, in their order; each screening is what `dluhy.screen` gives of it alone.

    `cases` is an iterable of cases in any form that `dluhy.screen` takes, the path of a file with a case on each line
    (NDJSON; empty lines are no cases), or of a folder, whose documents (`.json`, `.toml`, also in folders inside) are
    taken in the order of their names. Of two cases with one reference and day the later is refused. Cases are read
    and judged `together` at a time, so that millions need little memory.

    Raises InputError where the file or folder cannot be opened or holds no case; what is wrong with a case
    is among the problems of its outcome.

    >>> good = {"ref": "A-1", "as_of": "2026-11-21", "people": [], "debts": []}
    >>> [(each.ref, each.refused, [problem.code for problem in each.problems]) for each in screen_many([good, {}])]
    [('A-1', False, []), (None, True, ['missing', 'missing'])]
    """
    return outcomes_of(_sources(cases), pack, strict_law=strict_law, together=together)


def outcomes_of(
    sources: Iterable[Source],
    pack: Pack | None = None,
    *,
    strict_law: bool = False,
    together: int = TOGETHER,
    unrelated: bool = False,
) -> Iterator[Outcome]:
    """Yield the outcome of each source, in their order, as `screen_many`.

    Cases that are `unrelated` come from several senders, so that two of one reference and day are no mistake.
    """
    law = pack or default_pack()
    judge, known = checker(law), None if unrelated else Known()
    numbered = iter(enumerate(sources, start=1))
    while chunk := list(islice(numbered, max(together, 1))):
        yield from _screened([_read(number, source, law, known) for number, source in chunk], judge, strict_law)


def _screened(chunk: list[_Read], judge: Checker, strict_law: bool) -> Iterator[Outcome]:  # noqa: FBT001 - passed on
    """Yield the outcomes of some cases: those of one day are judged in one frame."""
    days: dict[date, list[_Read]] = {}
    found: dict[int, Outcome] = {}
    for read in chunk:
        if read.case is None:
            found[read.number] = read.refused(read.problems)
        else:
            days.setdefault(read.case.as_of, []).append(read)
    for day, reads in days.items():
        found |= {outcome.number: outcome for outcome in _of_day(day, reads, judge, strict_law)}
    yield from (found[read.number] for read in chunk)


def _of_day(day: date, reads: list[_Read], judge: Checker, strict_law: bool) -> Iterator[Outcome]:  # noqa: FBT001 - passed on
    try:
        judge.pack.require_known(TOPIC, day)
    except InputError as error:
        yield from (read.refused(error.problems) for read in reads)
        return
    rows = facts_of_cases([read.case for read in reads if read.case is not None], judge.pack)
    for read, told in zip(reads, judged_together(rows, judge, day), strict=True):
        if read.case is None:
            continue
        try:
            screening = screen_judged(read.case, told, judge, input_sha256=read.sha256, strict_law=strict_law)
        except InputError as error:
            yield read.refused(error.problems)
        else:
            yield Outcome(read.number, read.place, read.ref, screening)


def _read(number: int, source: Source, pack: Pack, known: Known | None) -> _Read:
    """Return a case as far as it can be read; of those `known` the second with one reference and day is refused."""
    try:
        if source.problem is not None or source.given is None:
            raise InputError([] if source.problem is None else [source.problem])
        case, digest = _case_of(source, pack)
    except InputError as error:
        return _Read(number, source.place, _ref_of(source), problems=tuple(error.problems))
    if known is None:
        return _Read(number, source.place, case.ref, case, digest)
    key = (case.ref, case.as_of)
    if key in known:
        first = known[key]
        cs = f"případ se stejným označením a dnem už tu je ({first}); označení má patřit jednomu případu"
        en = f"a case with the same reference and day is here already ({first}); a reference should be of one case"
        return _Read(number, source.place, case.ref, problems=(Problem("duplicate_ref", "/ref", cs, en),))
    known[key] = source.place
    return _Read(number, source.place, case.ref, case, digest)


def _case_of(source: Source, pack: Pack) -> tuple[Case, str]:
    if source.line and isinstance(source.given, bytes):
        document = decode(source.given, source.place, "json")
        return case_of(document, pack), sha256(source.given).hexdigest()
    read = case_given({} if source.given is None else source.given, pack)
    return read.case, read.sha256


def _ref_of(source: Source) -> str | None:
    """Return the reference of a case that is refused, where it can be told."""
    if source.given is None:
        return source.ref
    try:
        given = decode(source.given, source.place, "json") if isinstance(source.given, bytes) and source.line else (
            document_given(source.given).values
        )  # fmt: skip
        return read_reference(given.get("ref"))
    except (InputError, PydanticCustomError):
        return None


def _sources(cases: Iterable[CaseLike] | str | PathLike[str]) -> Iterator[Source]:
    if isinstance(cases, Mapping | bytes | Case):
        cases = [cases]
    if not isinstance(cases, str | PathLike):
        yield from (Source(str(number), given) for number, given in enumerate(cases, start=1))
        return
    path = Path(cases)
    if path.is_dir():
        yield from _of_folder(path)
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    with stream:
        yield from _of_lines(stream, path.name)


def _of_folder(folder: Path) -> Iterator[Source]:
    found = sorted(
        path for path in folder.rglob("*")
        if path.suffix.lower() in DOCUMENTS and not path.name.endswith(_RECEIPT) and path.is_file()
    )  # fmt: skip
    if not found:
        cs, en = "ve složce není žádný případ (.json, .toml)", "the folder holds no case (.json, .toml)"
        raise InputError([Problem("no_cases", folder.name or str(folder), cs, en)])
    yield from (Source(path.relative_to(folder).as_posix(), path) for path in found)


def _of_lines(stream: BufferedReader, name: str) -> Iterator[Source]:
    """Yield the cases of a file; a line longer than a document may be is read over and told."""
    number, found = 0, False
    while line := stream.readline(LIMITS.file_bytes + 1):
        number += 1
        place = f"{name}, {number}"
        blank = not line.removeprefix(b"\xef\xbb\xbf").strip()
        found = found or not blank
        if len(line) > LIMITS.file_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LIMITS.file_bytes)
            most = LIMITS.file_bytes // 1_000_000
            cs, en = f"řádek je delší než {most} MB", f"the line is longer than {most} MB"
            yield Source(place, None, problem=Problem("too_large", place, cs, en))
        elif not blank:
            yield Source(place, line.strip(), line=True)
    if not found:
        raise InputError([Problem("no_cases", name, "v souboru není žádný případ", "the file holds no case")])
