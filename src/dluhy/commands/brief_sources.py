"""What a brief is made from: a list or a summary, the place document, inputs of the index, a directory of services."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.municipal.brief.making import brief_of
from dluhy.municipal.brief.values import Source
from dluhy.municipal.place.local_facts import local_facts
from dluhy.places import exclusion
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack
    from dluhy.municipal.brief.values import Brief, Numbers
    from dluhy.municipal.directory.entries import Listed
    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.place.document import ReadPlace
    from dluhy.municipal.places import LocalFacts
    from dluhy.municipal.self_check.checking import SelfCheck
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.problems import Language

_NOT_FOUND: Final = "index-not-found"


@frozen(kw_only=True)
class Given:
    """The files that a brief is made from, None for what is not known; `today` is the day where none of them has one.

    `creditor` says whose the debts of a list other than local fees are (a code of `creditor_bodies`).
    """

    municipality: str | None
    today: date
    language: Language
    place: Path | None = None
    ledger: Path | None = None
    aggregate: Path | None = None
    index: Path | None = None
    directory: Path | None = None
    as_of: date | None = None
    creditor: str | None = None
    profile: Path | None = None
    public: bool = False


@frozen(kw_only=True)
class Gathered:
    """A brief, and the checked list that it came from."""

    brief: Brief
    result: ListResult | None = None


@frozen(kw_only=True)
class _Counted:
    """The numbers of a list or a summary with what comes with them."""

    as_of: date
    source: Source
    numbers: Numbers
    found: Suggestions | None = None
    check: SelfCheck | None = None
    result: ListResult | None = None


def gathered(given: Given, pack: Pack) -> Gathered:
    """Return the brief of everything given; raises InputError for what cannot be used."""
    read = _document(given, pack)
    local = local_facts(given.municipality, None if read is None else read.place)
    code = local.code
    if code is None:
        raise ValueError(given)
    counted = _counted(given, local, code, read, pack)
    as_of = given.as_of or (counted.as_of if counted is not None else given.today if read is None else read.place.as_of)
    directory = _directory(given, as_of, pack)
    indexed, index_source = _index(given.index, code, pack)
    sources = [None if counted is None else counted.source, _of_place(read), index_source, _of_directory(directory)]
    brief = brief_of(
        code,
        as_of=as_of,
        pack=pack,
        numbers=None if counted is None else counted.numbers,
        found=None if counted is None else counted.found,
        check=None if counted is None else counted.check,
        local=local,
        document=None if read is None else read.place,
        indexed=indexed,
        directory=None if directory is None else directory.directory,
        public=given.public,
        sources=[source for source in sources if source is not None],
    )
    return Gathered(brief=brief, result=None if counted is None else counted.result)


def _document(given: Given, pack: Pack) -> ReadPlace | None:
    from dluhy.municipal.place.document import read_place

    return None if given.place is None else read_place(given.place, pack)


def _of_place(read: ReadPlace | None) -> Source | None:
    return None if read is None else Source(kind="place", sha256=read.sha256, as_of=read.place.as_of)


def _directory(given: Given, as_of: date, pack: Pack) -> Listed | None:
    from dluhy.municipal.directory.files import read_directory

    return None if given.directory is None else read_directory(given.directory, as_of, pack)


def _of_directory(listed: Listed | None) -> Source | None:
    return None if listed is None else Source(kind="directory", sha256=listed.sha256, as_of=listed.directory.as_of)


def _counted(given: Given, local: LocalFacts, code: str, read: ReadPlace | None, pack: Pack) -> _Counted | None:
    if given.aggregate is not None:
        return _of_summary(given.aggregate, code, pack, public=given.public)
    return None if given.ledger is None else _of_list(given, given.ledger, local, code, read, pack)


def _of_summary(path: Path, code: str, pack: Pack, *, public: bool) -> _Counted:
    from dluhy.region.briefing import numbers_of, report_of
    from dluhy.region.files import read_exchange

    exchange = read_exchange(path, pack)
    report = report_of(exchange, code, path.name)
    source = Source(kind="aggregate", sha256=sha256(path.read_bytes()).hexdigest(), as_of=report.as_of)
    return _Counted(as_of=report.as_of, source=source, numbers=numbers_of(report, public=public))


def _of_list(  # noqa: PLR0913, PLR0917 - one thing each
    given: Given, path: Path, local: LocalFacts, code: str, read: ReadPlace | None, pack: Pack
) -> _Counted:
    from dluhy.checking import check_list
    from dluhy.intake.profile import Profile, read_profile
    from dluhy.intake.readers import Reading
    from dluhy.municipal.self_check.checking import self_check
    from dluhy.municipal.suggesting.making import suggest
    from dluhy.region.briefing import exchange_of, numbers_of, own_claims, report_of
    from dluhy.report.progress import progress

    reading = Reading(profile=Profile() if given.profile is None else read_profile(given.profile))
    with progress(texts(given.language)("progress-judging")):
        result = check_list(path, given.as_of or given.today, pack, reading=reading)
        found = suggest(result, place=local, creditor_body=given.creditor)
        try:
            report = report_of(exchange_of(result, code, found), code, path.name)
        except InputError as error:
            raise InputError([_of_others(problem, path) for problem in error.problems]) from None
        own = own_claims(result, code)
        check = self_check(own, None if read is None else read.place, pack) if own.judged.height else None
    return _Counted(
        as_of=result.as_of,
        source=Source(kind="list", sha256=result.intake.raw.sha256, as_of=result.as_of),
        numbers=numbers_of(report, public=given.public),
        found=found,
        check=check,
        result=result,
    )


def _of_others(problem: Problem, path: Path) -> Problem:
    """Return what to do with a list of several municipalities; any other problem as it is."""
    if problem.code != "municipality_differs":
        return problem
    cs = "seznam je i z jiných obcí; nejdřív z něj udělejte souhrn („dluhy minors check --aggregate“)"
    en = "the list is of other municipalities too; make a summary of it (“dluhy minors check --aggregate”) and use that"
    return Problem(problem.code, path.name, cs, en)


def _index(path: Path | None, code: str, pack: Pack) -> tuple[Indexed | None, Source | None]:
    """Return the index of a file, else of the shipped rows where they have the municipality."""
    if path is None and code not in exclusion.frame()["code"]:
        return None, None
    indexed, source, rejected = index_of_file(path, pack)
    if code not in indexed.rows["code"]:
        cs, en = (texts(language)(_NOT_FOUND) for language in ("cs", "en"))
        raise InputError([Problem("not_found", f"--municipality {code}", cs, en), *rejected])
    return indexed, source


def index_of_file(path: Path | None, pack: Pack) -> tuple[Indexed, Source, list[Problem]]:
    """Return the index of a file of inputs, or of the shipped rows, what it is of, and the cells that were rejected.

    Raises InputError with everything that is wrong with the file as a whole.
    """
    from dluhy.municipal.index.computing import computed

    if path is None:
        content = files("dluhy.places").joinpath("exclusion_2023.csv").read_bytes()
        found = computed(exclusion.frame().drop("published"), exclusion.YEAR, pack)
        return found, Source(kind="index", sha256=sha256(content).hexdigest()), []
    from dluhy.municipal.index.files import read_inputs

    listed = read_inputs(path, None, pack)
    rejected = [
        Problem(code, f"{path.name}, {row}, {column}", cs, en)
        for row, column, code, cs, en in listed.rejected.select("row", "column", "code", "cs", "en").rows()
    ]
    return computed(listed.frame, listed.year, pack), Source(kind="index", sha256=listed.sha256), rejected
