"""`dluhy index`: the index of social exclusion from a file or from the shipped rows, as text, JSON or a file."""

from __future__ import annotations

import sys
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec
from attrs import frozen

from dluhy import receipt as receipts
from dluhy.commands import STANDARD
from dluhy.commands.common import DONE, SOME_REJECTED, UNUSABLE, chosen_pack, require_free, tell
from dluhy.commands.results import require_files, require_place
from dluhy.documents.files import limited
from dluhy.municipal.index.computing import computed
from dluhy.municipal.index.files import ListedInputs, read_inputs, read_sums, rejected_problems
from dluhy.municipal.index.shipped import shipped_inputs
from dluhy.places import exclusion
from dluhy.problems import InputError, Problem
from dluhy.report.export import guarded, whole_file, write_rejected
from dluhy.report.index import index_report, source_report
from dluhy.report.index_receipt import index_receipt
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.index.files import ListedInputs
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.report.texts import Texts

_FORMS: Final = ("xlsx", "csv", "ndjson", "parquet")


@frozen(kw_only=True)
class Indexing:
    """What is asked: a file or the shipped rows, the year, which municipalities, and how the answer is to look."""

    source: Path | None
    year: int | None
    codes: Sequence[str]
    language: Language
    sums: Path | None = None
    partial: bool = False
    as_json: bool = False
    out: Path | None = None
    rules: Path | None = None

    @property
    def target(self) -> Path | None:
        """The file to write; None for standard output."""
        return None if self.out is None or str(self.out) == STANDARD else self.out


@frozen(kw_only=True)
class _Done:
    """An index computed, what was read for it, and which of its rows are wanted."""

    indexed: Indexed
    listed: ListedInputs
    positions: Sequence[int]
    receipt: Receipt


def index_command(asked: Indexing) -> int:
    """Compute the index and print or write it; status 1 where rows were rejected, 2 where nothing could be computed."""
    say = texts(asked.language)
    try:
        _require_sound(asked)
        pack = chosen_pack(asked.rules)
        done = _computed(asked, pack)
    except InputError as error:
        if not asked.as_json:
            return tell(error, asked.language, say("index-errors"))
        errors = [{"code": p.code, "place": p.place, "cs": p.cs, "en": p.en} for p in error.problems]
        sys.stdout.write(as_json({"errors": errors}))
        return UNUSABLE
    _tell_rejected(done, asked, say)
    if asked.target is not None:
        try:
            _write(done, asked.target, pack, asked.language)
        except InputError as error:
            return tell(error, asked.language)
        print(say("index-written", path=str(asked.target)))
    else:
        sys.stdout.write(_told(done, asked, pack))
    return SOME_REJECTED if done.listed.rows_rejected else DONE


def history_command(language: Language, rules: Path | None, *, as_values: bool) -> int:
    """Print how many municipalities were in which band, year by year."""
    from dluhy.report.index_history import history_text, history_values

    try:
        pack = chosen_pack(rules)
    except InputError as error:
        return tell(error, language)
    sys.stdout.write(as_json(history_values(pack, language)) if as_values else history_text(pack, language))
    return DONE


def _require_sound(asked: Indexing) -> None:
    sources = [path for path in (asked.source, asked.sums) if path is not None]
    require_files(*sources)
    problems = [] if asked.target is None else require_place(asked.target, _FORMS, sources)
    if asked.as_json and asked.out is not None:
        cs, en = "--json píše na obrazovku; s --out zvolte formu příponou", "--json prints; with --out choose by suffix"
        problems.append(Problem("json_or_out", "--json, --out", cs, en))
    if problems:
        raise InputError(problems)
    require_free(asked.target)


def _computed(asked: Indexing, pack: Pack) -> _Done:
    listed = shipped_inputs(asked.year, pack, partial=asked.partial) if asked.source is None else read_inputs(
        asked.source, asked.year, pack, partial=asked.partial)  # fmt: skip
    if not listed.frame.height:
        raise InputError(limited(rejected_problems(listed)))
    try:
        sums = None if asked.sums is None else read_sums(asked.sums)
        indexed = computed(listed.frame, listed.year, pack, reference=sums, partial=asked.partial)
        positions = _positions(indexed, asked)
    except InputError as error:  # a row that was rejected may be just what is missing
        raise InputError(
            limited([*error.problems, *(rejected_problems(listed) if listed.rows_rejected else [])])
        ) from None
    digest = "" if asked.sums is None else sha256(asked.sums.read_bytes()).hexdigest()
    return _Done(indexed=indexed, listed=listed, positions=positions,
                 receipt=index_receipt(indexed, pack, listed.sha256, rejected=listed.rows_rejected,
                                       sums_sha256=digest))  # fmt: skip


def _positions(indexed: Indexed, asked: Indexing) -> Sequence[int]:
    """Return the rows of the municipalities asked for, of all where none is named; InputError for each not there."""
    at = {code: position for position, code in enumerate(indexed.rows["code"])}
    if not asked.codes:
        return range(indexed.rows.height)
    key = "index-not-found-shipped" if asked.source is None else "index-not-found"
    cs, en = texts("cs")(key), texts("en")(key)
    missing = [Problem("not_found", f"--municipality {code}", cs, en) for code in asked.codes if code not in at]
    if missing:
        raise InputError(missing)
    return [at[code] for code in dict.fromkeys(asked.codes)]


def _told(done: _Done, asked: Indexing, pack: Pack) -> str:
    from dluhy.report.costs_page import Page
    from dluhy.report.index_text import overview_text, places_text

    indexed = done.indexed
    if asked.out is not None:
        return indexed.rows[list(done.positions)].write_ndjson()
    if asked.as_json or asked.codes:
        codes = indexed.rows["code"].gather(list(done.positions)).to_list()
        report = index_report(indexed, pack, asked.language, codes, done.receipt)
        return as_json(report) if asked.as_json else places_text(report)
    page = Page(texts(asked.language))
    source = source_report(indexed, pack, asked.language)
    told = overview_text(indexed.rows, indexed.method, source, pack, page)
    if asked.source is None:
        told += "\n" + "\n".join(page.wrapped(page.say("index-shipped", year=str(exclusion.YEAR)))) + "\n"
    return told


def _tell_rejected(done: _Done, asked: Indexing, say: Texts) -> None:
    """Print how many rows there were, what was not read, and each rejected cell to standard error."""
    if asked.source is None:
        return
    receipt, listed = done.receipt, done.listed
    print(say("index-rows", count=receipt.rows_in, judged=receipt.rows_judged, rejected=receipt.rows_rejected),
          file=sys.stderr)  # fmt: skip
    if listed.unused:
        print(say("summary-unused", columns=", ".join(name[:60] for name in listed.unused)), file=sys.stderr)
    for row, column, code, why in listed.rejected.select("row", "column", "code", say.language).rows():
        print(say("summary-rejected-cell", row=str(row), column=column, why=why, code=code), file=sys.stderr)


def _write(done: _Done, target: Path, pack: Pack, language: Language) -> None:
    form = target.suffix.lower().removeprefix(".")
    beside = receipts.path_beside(target)
    require_free(beside)
    try:
        with whole_file(target) as draft, draft.open("wb") as stream:
            _write_form(done, form, pack, language, stream)
        with whole_file(beside) as draft:
            draft.write_bytes(receipts.to_json(done.receipt))
        if form != "xlsx":
            write_rejected(done.listed.rejected, target)
    except OSError:
        cs, en = "výsledek nejde zapsat; není soubor otevřený jinde?", "the result cannot be written; is it open?"
        raise InputError([Problem("output", str(target), cs, en)]) from None


def _write_form(done: _Done, form: str, pack: Pack, language: Language, stream: BinaryIO) -> None:
    rows = done.indexed.rows[list(done.positions)]
    if form == "xlsx":
        from dluhy.report.index_book import IndexBook, write_book

        write_book(IndexBook(indexed=done.indexed, positions=done.positions, rejected=done.listed.rejected, pack=pack,
                             language=language), stream)  # fmt: skip
    elif form == "csv":
        guarded(rows).write_csv(stream, separator=";", include_bom=True)
    elif form == "ndjson":
        rows.write_ndjson(stream)
    else:
        rows.write_parquet(stream, metadata={"dluhy.receipt": msgspec.json.encode(done.receipt).decode()})
