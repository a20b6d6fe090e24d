"""`dluhy municipal brief` and `dluhy region briefs`: the brief of one municipality, or of all of an overview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.commands.brief_sources import Given, gathered
from dluhy.commands.common import DONE, SOME_REJECTED, chosen_pack, require_free, tell, write_new
from dluhy.commands.results import require_place, tell_rejected
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from dluhy.municipal.brief.values import Brief
    from dluhy.problems import Language
    from dluhy.report.brief import BriefReport

FORMS: Final = ("docx", "pdf")
_ALL_FORMS: Final = (*FORMS, "json")


@frozen(kw_only=True)
class Briefing:
    """What a brief is asked for: of which municipality, from what, on which day, in which forms it is written."""

    municipality: str | None
    place: Path | None
    today: date
    language: Language
    out: tuple[Path, ...]
    ledger: Path | None = None
    aggregate: Path | None = None
    index: Path | None = None
    directory: Path | None = None
    as_of: date | None = None
    creditor: str | None = None
    profile: Path | None = None
    template: Path | None = None
    public: bool = False
    rules: Path | None = None


def brief_command(order: Briefing) -> int:
    """Write the brief of one municipality; status 1 if rows of its list were rejected."""
    say = texts(order.language)
    try:
        targets = _targets(order.out)
        _require_sound(order, targets)
        found = gathered(_given(order), chosen_pack(order.rules))
        written = write_brief(found.brief, targets, order.language, order.template)
    except InputError as error:
        return tell(error, order.language, say("brief-errors"))
    for path in written:
        print(say("brief-written", path=str(path)))
    if not order.public:
        print(say("brief-keep"))
    if found.result is None or order.ledger is None or found.result.complete:
        return DONE
    tell_rejected(found.result, order.ledger, say)
    return SOME_REJECTED


def template_command(path: Path, language: Language) -> int:
    """Write the template of briefs to a new file, for an office to edit."""
    say = texts(language)
    try:
        from dluhy.printing.word import template

        problems = require_place(path, ("docx",), ())
        if problems:
            raise InputError(problems)
        write_new(path, template())
    except InputError as error:
        return tell(error, language, say("brief-errors"))
    print(say("brief-template-written", path=str(path)))
    return DONE


def _given(order: Briefing) -> Given:
    return Given(
        municipality=order.municipality,
        place=order.place,
        ledger=order.ledger,
        aggregate=order.aggregate,
        index=order.index,
        directory=order.directory,
        as_of=order.as_of,
        today=order.today,
        creditor=order.creditor,
        profile=order.profile,
        public=order.public,
        language=order.language,
    )


def _targets(out: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to write: of one without a suffix both forms."""
    found: dict[Path, None] = {}
    for path in out:
        bare = path.suffix.lower().removeprefix(".") not in _ALL_FORMS and not path.suffix
        found |= dict.fromkeys([path.with_name(f"{path.name}.{form}") for form in FORMS] if bare else [path])
    return tuple(found)


def _require_sound(order: Briefing, targets: Sequence[Path]) -> None:
    """Raise InputError with everything that stands against the command, before anything is read."""
    problems = []
    sources = [path for path in (order.place, order.ledger, order.aggregate, order.index, order.directory) if path]
    if order.municipality is None and order.place is None:
        cs = "napište kód obce (--municipality) nebo dokument obce (--place)"
        en = "give the code of the municipality (--municipality) or its place document (--place)"
        problems.append(Problem("nothing", "municipal brief", cs, en))
    if order.ledger is not None and order.aggregate is not None:
        cs, en = "buď seznam, nebo souhrn; obojí najednou ne", "either a list or a summary, not both"
        problems.append(Problem("list_and_aggregate", "--list, --aggregate", cs, en))
    if not targets:
        cs, en = "napište, kam podklad zapsat: --out brif.docx", "say where the brief goes: --out brief.docx"
        problems.append(Problem("out", "--out", cs, en))
    for target in targets:
        problems += require_place(target, _ALL_FORMS, sources)
    if problems:
        raise InputError(problems)
    for target in targets:
        require_free(target)
        require_free(receipts.path_beside(target))


def write_brief(brief: Brief, targets: Sequence[Path], language: Language, template: Path | None = None) -> list[Path]:
    """Write a brief into new files by their suffixes, each with its receipt beside it; everything is set first."""
    from dluhy.report.brief import brief_report

    report = brief_report(brief, language)
    contents = [(path, _content(report, path, template)) for path in targets]
    for path, content in contents:
        write_new(path, content)
        write_new(receipts.path_beside(path), receipts.to_json(report.receipt))
    return [path for path, _ in contents]


def _content(report: BriefReport, path: Path, template: Path | None) -> bytes:
    from dluhy.printing.brief import print_brief, word_brief

    form = path.suffix.lower().removeprefix(".")
    if form == "pdf":
        return print_brief(report)
    if form == "docx":
        return word_brief(report, template)
    return as_json(report).encode()
