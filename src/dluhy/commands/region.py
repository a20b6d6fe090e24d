"""A region's overview out of its municipalities' exchange files: a workbook, a page, JSON, a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from dluhy.commands.common import DONE, chosen_pack, tell, write_new
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dluhy.places.outlines import Outlines
    from dluhy.problems import Language
    from dluhy.region.overview import Overview
    from dluhy.report.texts import Texts

_PATTERN_SIGNS: Final = frozenset("*?[")
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
    region: str | None = None
    public: bool = False
    period: Literal["day", "month", "quarter", "year"] = "month"
    rules: Path | None = None


def overview_command(order: Joining) -> int:
    """Join the files, write what is asked for, print the main numbers; what cannot be used stops everything."""
    say = texts(order.language)
    try:
        _require_sound(order)
        made = _joined(order)
        outlines = None if order.geojson is None else _outlines(order.geojson)
        written = _write(made, order, outlines, say)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"))
    for line in (*_told(made, say), *written):
        print(line)
    if not made.public:
        print(say("overview-not-public-said"))
    return DONE


def _require_sound(order: Joining) -> None:
    """Refuse what cannot be written before anything is read; raises InputError with everything at once."""
    problems = []
    targets = {name: getattr(order, name) for name in _FORMS}
    if not any(targets.values()):
        problems.append(Problem("out", "--out", "napište, kam přehled zapsat: --out prehled.xlsx",
                                "say where the overview goes: --out overview.xlsx"))  # fmt: skip
    for name, target in targets.items():
        if target is None:
            continue
        if target.suffix.lower() not in _FORMS[name]:
            forms = ", ".join(_FORMS[name])
            problems.append(Problem("output_format", target.name, f"tady umím zapsat {forms}",
                                    f"here {forms} can be written"))  # fmt: skip
        if target.exists():
            problems.append(Problem("output", target.name, "soubor už existuje a nepřepisuje se",
                                    "the file exists and is not written over"))  # fmt: skip
        if not target.resolve().parent.is_dir():
            problems.append(
                Problem("output_folder", str(target.parent), "složka neexistuje", "there is no such folder")
            )
    if order.geojson is not None and order.html is None:
        problems.append(Problem("geojson", "--geojson", "hranice patří ke stránce --html", "boundaries go with --html"))
    if problems:
        raise InputError(problems)


def _joined(order: Joining) -> Overview:
    from dluhy.region.files import read_exchanges
    from dluhy.region.joining import overview

    pack = chosen_pack(order.rules)
    reports = read_exchanges(expanded(order.files), pack)
    return overview(reports, region=order.region, public=order.public, period=order.period, pack=pack)


def expanded(given: Sequence[Path]) -> list[Path]:
    """Return the files: of a folder its JSON files, of a pattern that the shell left what it matches."""
    paths: dict[Path, None] = {}
    for path in given:
        if path.is_dir():
            paths |= dict.fromkeys(sorted(path.glob("*.json")))
        elif _PATTERN_SIGNS & set(path.name) and not path.exists():
            paths |= dict.fromkeys(sorted(path.parent.glob(path.name)))
        else:
            paths[path] = None
    return list(paths)


def _outlines(path: Path) -> Outlines:
    from dluhy.places.outlines import read_outlines

    return read_outlines(path)


def _write(made: Overview, order: Joining, outlines: Outlines | None, say: Texts) -> list[str]:
    told = []
    if order.out is not None:
        content = _workbook(made, order) if order.out.suffix.lower() == ".xlsx" else _data(made)
        write_new(order.out, content)
        told.append(say("overview-written", path=str(order.out)))
    if order.as_json is not None:
        write_new(order.as_json, _data(made))
        told.append(say("overview-json-written", path=str(order.as_json)))
    if order.html is not None:
        from dluhy.report.region_html import region_html

        write_new(order.html, region_html(made, order.language, outlines=outlines))
        told.append(say("overview-html-written", path=str(order.html)))
    return told


def _workbook(made: Overview, order: Joining) -> bytes:
    from io import BytesIO

    from dluhy.report.region_sheets import write_overview

    held = BytesIO()
    write_overview(made, held, order.language)
    return held.getvalue()


def _data(made: Overview) -> str:
    from dluhy.report.region_json import overview_json

    return overview_json(made)


def _told(made: Overview, say: Texts) -> list[str]:
    """Return the main numbers in sentences, and what to know."""
    from dluhy.report.region_notes import told

    return told(made, say)
