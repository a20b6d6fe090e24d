"""Exchange files: written as readable JSON, read back strictly, many at once with all their errors."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from attrs import evolve, frozen

from dluhy import places
from dluhy.documents.decoding import decode
from dluhy.documents.files import limited, read_content
from dluhy.documents.shape import shaped
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem
from dluhy.region.exchange import PARTITIONS, SCHEMA, Exchange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.region.exchange import Block, Line, Origin, Sums

NAME: Final = "souhrn_{code}_{day}_NEVEREJNE.json"
"""How an exchange file is called: everybody who sees the name knows that it is not for the public."""

_RECEIPT: Final = ".doklad.json"
_PATTERN_SIGNS: Final = frozenset("*?[")
_PLACEHOLDERS: Final[dict[str, object]] = {"as_of": date(2000, 1, 1)}


@frozen(kw_only=True)
class Report:
    """What one municipality reported for one day: its block, and the file, origin and day it came with.

    `rows_rejected` is None where the file holds several municipalities; `sha256` is the file's hash, empty for none.
    """

    file: str
    as_of: date
    origin: Origin
    block: Block
    rows_rejected: int | None
    sha256: str = ""

    @property
    def code(self) -> str:
        """The code of the municipality."""
        return self.block.municipality


def exchange_files(given: Sequence[Path]) -> list[Path]:
    """Return the files: of a folder its JSON files but receipts, of a pattern that the shell left what it matches."""
    paths: dict[Path, None] = {}
    for path in given:
        if path.is_dir():
            paths |= dict.fromkeys(each for each in sorted(path.glob("*.json")) if not each.name.endswith(_RECEIPT))
        elif _PATTERN_SIGNS & set(path.name) and not path.exists():
            paths |= dict.fromkeys(sorted(path.parent.glob(path.name)))
        else:
            paths[path] = None
    return list(paths)


def file_name(exchange: Exchange, list_name: str) -> str:
    """Return how an exchange file is called; of a list of several municipalities by the list's own name."""
    codes = [block.municipality for block in exchange.municipalities]
    return NAME.format(code=codes[0] if len(codes) == 1 else list_name, day=exchange.as_of.isoformat())


def as_text(exchange: Exchange) -> str:
    """Return an exchange file: a line of it for each line of a table."""
    return _written(exchange.model_dump(mode="json", by_alias=True, exclude_none=True), "") + "\n"


def _written(value: Any, indent: str) -> str:  # noqa: ANN401 - JSON
    """Return JSON in which what holds plain values only stands in one line, what names it first."""
    inside = indent + " "
    if isinstance(value, dict):
        if not any(isinstance(item, dict | list) for item in value.values()) and indent:
            first = {key: value[key] for key in ("group", "code", "kind", "name") if key in value}
            return json.dumps(first | value, ensure_ascii=False)
        lines = [f"{inside}{json.dumps(key)}: {_written(item, inside)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inside + _written(item, inside) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)


def read_exchange(path: Path | str, pack: Pack | None = None) -> Exchange:
    """Read one exchange file; raises InputError with everything that is wrong with it."""
    return _exchange_of(read_content(path), pack)


def _exchange_of(content: Content, pack: Pack | None) -> Exchange:
    document = decode(content.data, content.place, "json")
    if document.get("schema") != SCHEMA:
        raise InputError([
            Problem("schema", "/schema", f"to není souhrn {SCHEMA}; takový píše „dluhy minors check --aggregate“",
                    f"that is no summary {SCHEMA}; “dluhy minors check --aggregate” writes one")
        ])  # fmt: skip
    found = shaped(Exchange, document, pack or default_pack(), _PLACEHOLDERS)
    problems = list(found.problems)
    if found.document is not None and not problems:
        problems += _crossed(found.document)
    if problems or found.document is None:
        raise InputError(limited(problems))
    return found.document


def _crossed(exchange: Exchange) -> list[Problem]:
    """Return what does not add up inside a file whose shape holds."""
    problems: list[Problem] = []
    if exchange.public:
        problems.append(Problem("public", "/public", "souhrn obce není nikdy veřejný", "a summary is never public"))
    twice = [code for code, count in Counter(b.municipality for b in exchange.municipalities).items() if count > 1]
    problems += [
        Problem("municipality_twice", "/municipalities", f"obec {code} je v souboru dvakrát",
                f"the municipality {code} is in the file twice") for code in twice
    ]  # fmt: skip
    for number, block in enumerate(exchange.municipalities):
        place = f"/municipalities/{number}"
        problems += _other_name(block, place)
        if block.since is not None and block.since.as_of > exchange.as_of:
            problems.append(Problem("days", f"{place}/since/as_of", "starší seznam je z pozdějšího dne než novější",
                                    "the older list is of a later day than the newer one"))  # fmt: skip
        problems += _unlike(block, place)
    return problems


def _other_name(block: Block, place: str) -> Iterator[Problem]:
    """Yield where a code is none, or is not that of the name: a mistyped one would put figures elsewhere."""
    known = places.municipality(block.municipality)
    if known is None:
        cs, en = "obec s tímto kódem není", "there is no municipality with this code"
        yield Problem("municipality", f"{place}/municipality", cs, en)
    elif normalize("NFC", block.name.strip()) != known.name:
        cs = f"kód {known.code} má obec {known.name}, jméno v souboru je jiné; opravte kód, nebo jméno"
        en = f"the code {known.code} is that of {known.name}, the name in the file is another; correct one of them"
        yield Problem("municipality_name", f"{place}/name", cs, en)


def _unlike(block: Block, place: str) -> Iterator[Problem]:
    """Yield where the tables of a municipality are not of the debts of its groups."""
    groups = Counter(line.group for line in block.groups)
    if any(count > 1 for count in groups.values()):
        yield Problem("group_twice", f"{place}/groups", "skupina tu stojí dvakrát", "a group stands here twice")
        return
    whole = {line.group: line for line in block.groups}
    for name in PARTITIONS:
        lines: Sequence[Line] = getattr(block.tables, name)
        sums = {
            group: _added(line for line in lines if line.group == group) for group in {line.group for line in lines}
        }
        for group in sorted(sums.keys() | whole.keys()):
            of_group = whole.get(group)
            if sums.get(group, _NOTHING) != (_NOTHING if of_group is None else _added([of_group])):
                yield Problem("sums_differ", f"{place}/tables/{name}", f"součty skupiny {group} nesedí s částí groups",
                              f"the sums of the group {group} are not those of the part groups")  # fmt: skip
    yield from _impossible(block, place)


_NOTHING: Final = (0, 0, 0)


def _added(lines: Iterable[Sums]) -> tuple[int, int, int]:
    debts, halere, unknown = 0, 0, 0
    for line in lines:
        debts, halere, unknown = debts + line.debts, halere + line.halere, unknown + line.amounts_unknown
    return debts, halere, unknown


def _impossible(block: Block, place: str) -> Iterator[Problem]:
    """Yield lines whose counts cannot be: more people than debts, or more unknown amounts than debts."""
    tables = {name: getattr(block.tables, name) or [] for name in type(block.tables).model_fields}
    for name, lines in {**tables, "groups": block.groups}.items():
        twice = Counter((line.group, getattr(line, "code", "")) for line in lines)
        at = f"{place}/groups" if name == "groups" else f"{place}/tables/{name}"
        for number, line in enumerate(lines):
            wrong = (
                line.people > line.debts or line.amounts_unknown > line.debts or (line.debts > 0) != (line.people > 0)
            )
            if wrong:
                yield Problem("counts", f"{at}/{number}", "takové počty nemohou být", "such counts cannot be")
        if any(count > 1 for count in twice.values()):
            yield Problem("line_twice", at, "stejný řádek tu stojí dvakrát", "one line stands here twice")


def read_exchanges(paths: Sequence[Path | str], pack: Pack | None = None) -> tuple[Report, ...]:
    """Read many exchange files, in any order; several days of one municipality are its trend.

    Returns the reports by municipality and day. Raises InputError with everything that is wrong with any of the files,
    each problem with the name of its file, and for a municipality that is there twice for one day.
    """
    problems: list[Problem] = []
    reports: list[Report] = []
    for path in paths:
        try:
            content = read_content(path)
            reports += reports_of(Path(path).name, _exchange_of(content, pack), sha256(content.data).hexdigest())
        except InputError as error:
            problems += [_placed(problem, Path(path).name) for problem in error.problems]
    problems += _twice(reports)
    if not paths:
        problems.append(
            Problem("no_files", "#", "není co spojit: chybí souhrny obcí", "there are no summaries to join")
        )
    if problems:
        raise InputError(limited(problems))
    return tuple(sorted(reports, key=lambda report: (report.code, report.as_of)))


def _placed(problem: Problem, name: str) -> Problem:
    return problem if problem.place.startswith(name) else evolve(problem, place=f"{name}, {problem.place}")


def reports_of(name: str, exchange: Exchange, digest: str = "") -> list[Report]:
    """Return what an exchange file called `name` says of each municipality; `digest` is the file's SHA-256."""
    alone = len(exchange.municipalities) == 1
    return [
        Report(file=name, as_of=exchange.as_of, origin=exchange.origin, block=block,
               rows_rejected=exchange.rows_rejected if alone else None, sha256=digest)
        for block in exchange.municipalities
    ]  # fmt: skip


def _twice(reports: Sequence[Report]) -> Iterator[Problem]:
    by_key: dict[tuple[str, date], list[Report]] = {}
    for report in reports:
        by_key.setdefault((report.code, report.as_of), []).append(report)
    for (code, day), several in by_key.items():
        if len(several) > 1:
            names = ", ".join(report.file for report in several)
            called = f"{several[0].block.name} ({code})"
            cs = f"{called} je tu dvakrát ke dni {day.isoformat()}; nechte jeden soubor"
            yield Problem("reported_twice", names, cs, f"{called} is there twice for {day.isoformat()}; keep one file")
