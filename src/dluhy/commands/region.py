"""A region's overview out of its municipalities' exchange files: a workbook, a page, JSON, a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.commands.common import DONE, chosen_pack, tell, write_new
from dluhy.problems import InputError, Problem
from dluhy.report.region_joined import joined_files
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dluhy.places.outlines import Outlines
    from dluhy.problems import Language
    from dluhy.region.overview import Overview
    from dluhy.report.region_joined import JoinedOverview
    from dluhy.report.region_receipt import Options
    from dluhy.report.texts import Texts

_FORMS: Final = {"out": (".xlsx", ".json"), "html": (".html", ".htm"), "as_json": (".json",)}


@frozen(kw_only=True)
class Joining:
    """What overview is asked for: which files, of which region, for whom, and where it goes."""

    files: tuple[Path, ...]
    language: Language
    out: Path | None = None
    html: Path | None = None
    as_json: Path | None = None
    geojson: Path | None = None
    note: str | None = None
    region: str | None = None
    public: bool = False
    period: Literal["day", "month", "quarter", "year"] = "month"
    rules: Path | None = None


def overview_command(order: Joining) -> int:
    """Join the files, write what is asked for, print the main numbers; what cannot be used stops everything."""
    say = texts(order.language)
    try:
        _require_sound(order)
        outlines = None if order.geojson is None else _outlines(order.geojson)
        done = joined_files(order.files, _options(order), chosen_pack(order.rules))
        written = _write(done, order, outlines, say)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"))
    for line in (*_told(done.overview, say), *written):
        print(line)
    if not order.public:
        print(say("overview-not-public-said"))
    return DONE


def _require_sound(order: Joining) -> None:
    """Refuse what cannot be written before anything is read; raises InputError with everything at once."""
    targets = {name: target for name in _FORMS if (target := getattr(order, name)) is not None}
    problems = [problem for name, target in targets.items() for problem in _unfit(target, _FORMS[name])]
    if not targets:
        problems.append(Problem("out", "--out", "napište, kam přehled zapsat: --out prehled.xlsx",
                                "say where the overview goes: --out overview.xlsx"))  # fmt: skip
    else:
        problems += _taken(receipts.path_beside(_targets(order)[0]))
    if len({target.resolve() for target in targets.values()}) < len(targets):
        cs, en = "dva výsledky do téhož souboru; zvolte různá jména", "two results for one file; choose different names"
        problems.append(Problem("output_same", "--out, --html, --json", cs, en))
    if order.geojson is not None and order.html is None:
        problems.append(Problem("geojson", "--geojson", "hranice patří ke stránce --html", "boundaries go with --html"))
    if problems:
        raise InputError(problems)


def _unfit(target: Path, forms: Sequence[str]) -> Iterator[Problem]:
    if target.suffix.lower() not in forms:
        told = ", ".join(forms)
        yield Problem("output_format", target.name, f"tady umím zapsat {told}", f"here {told} can be written")
    yield from _taken(target)
    if not target.resolve().parent.is_dir():
        yield Problem("output_folder", str(target.parent), "složka neexistuje", "there is no such folder")


def _taken(target: Path) -> Iterator[Problem]:
    if target.exists():
        cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
        yield Problem("output", target.name, cs, en)


def _options(order: Joining) -> Options:
    from dluhy.report.region_receipt import Options

    return Options(region=order.region, public=order.public, period=order.period)


def _outlines(path: Path) -> Outlines:
    from dluhy.places.outlines import read_outlines

    return read_outlines(path)


def _targets(order: Joining) -> list[Path]:
    return [target for target in (order.out, order.html, order.as_json) if target is not None]


def _write(done: JoinedOverview, order: Joining, outlines: Outlines | None, say: Texts) -> list[str]:
    """Write what is asked for and the receipt beside the first of it; return what was written, for the terminal."""
    told = []
    if order.out is not None:
        content = _workbook(done, order) if order.out.suffix.lower() == ".xlsx" else _data(done, order)
        write_new(order.out, content)
        told.append(say("overview-written", path=str(order.out)))
    if order.as_json is not None:
        write_new(order.as_json, _data(done, order))
        told.append(say("overview-json-written", path=str(order.as_json)))
    if order.html is not None:
        from dluhy.report.region_html import region_html

        page = region_html(done.overview, order.language, outlines=outlines, note=order.note, receipt=done.receipt)
        write_new(order.html, page)
        told.append(say("overview-html-written", path=str(order.html)))
    beside = receipts.path_beside(_targets(order)[0])
    write_new(beside, receipts.to_json(done.receipt))
    return [*told, say("overview-receipt-written", path=str(beside))]


def _workbook(done: JoinedOverview, order: Joining) -> bytes:
    from io import BytesIO

    from dluhy.report.region_sheets import write_overview

    held = BytesIO()
    write_overview(done.overview, held, order.language, note=order.note, receipt=done.receipt)
    return held.getvalue()


def _data(done: JoinedOverview, order: Joining) -> str:
    from dluhy.report.region_json import overview_json

    return overview_json(done.overview, order.note, done.receipt)


def _told(made: Overview, say: Texts) -> list[str]:
    """Return the main numbers in sentences, and what to know."""
    from dluhy.report.region_notes import told

    return told(made, say)
