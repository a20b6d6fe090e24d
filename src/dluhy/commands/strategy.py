"""The commands over the catalogue of measures: list, show, table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dluhy.commands.common import DONE, chosen_pack, tell, write_page
from dluhy.municipal.strategy import find_measure
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.problems import Language

Extent = Literal["done", "partly", "not_done"]


def list_measures_command(
    pillar: str | None, extent: Extent | None, language: Language, folder: Path | None, *, as_json: bool
) -> int:
    """Print the measures by pillars, all or of one pillar, or only those the program does, partly, or not at all."""
    from dluhy.report.strategy import list_measures, report_measure
    from dluhy.report.written import as_json as to_json

    try:
        pack = chosen_pack(folder)
        code = None if pillar is None else _pillar(pack, pillar)
    except InputError as error:
        return tell(error, language, as_json=as_json)
    chosen = [
        measure
        for measure in pack.measures.values()
        if code in {None, measure.pillar} and (extent is None or measure.does.extent.startswith(extent))
    ]
    if as_json:
        print(to_json([report_measure(measure, pack, language) for measure in chosen]), end="")
    else:
        print(list_measures(chosen, pack, texts(language)))
    return DONE


def _pillar(pack: Pack, wanted: str) -> str:
    """Return the code of a pillar given by its code or its number; raises InputError for anything else."""
    pillars = pack.vocabularies.get("strategy_pillars", {})
    for code, term in pillars.items():
        if wanted.strip().lower() in {code, str(term.more.get("number"))}:
            return code
    known = ", ".join(
        f"{term.more['number']} = {code}" if "number" in term.more else code for code, term in pillars.items()
    )
    cs, en = f"takový pilíř není; jsou: {known}", f"there is no such pillar; there are: {known}"
    raise InputError([Problem("unknown_pillar", wanted, cs, en)])


def show_measure_command(words: str, language: Language, folder: Path | None, *, as_json: bool) -> int:
    """Print everything the pack says of one measure."""
    from dluhy.report.strategy import describe_measure, report_measure
    from dluhy.report.written import as_json as to_json

    try:
        pack = chosen_pack(folder)
        report = report_measure(find_measure(words, pack), pack, language)
    except InputError as error:
        return tell(error, language, as_json=as_json)
    print(to_json(report) if as_json else describe_measure(report, texts(language)), end="" if as_json else "\n")
    return DONE


def strategy_table_command(out: Path | None, folder: Path | None, language: Language) -> int:
    """Write all measures as one Markdown page, to a file or to standard output."""
    from dluhy.report.strategy_table import strategy_table

    try:
        page = strategy_table(chosen_pack(folder))
        write_page(page, out)
    except InputError as error:
        return tell(error, language)
    return DONE
