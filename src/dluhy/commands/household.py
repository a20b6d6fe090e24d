"""`dluhy household` and the chart of `dluhy screen`: the picture of a household as text, JSON, SVG or PNG."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dluhy.case import read_case
from dluhy.commands.common import DONE, chosen_pack, require_free, tell, write_new
from dluhy.problems import InputError, Problem
from dluhy.report.flow import write_flow
from dluhy.report.household import household_report
from dluhy.report.household_text import household_lines
from dluhy.report.texts import texts
from dluhy.report.written import as_json as written
from dluhy.screening import household_of

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.case import Case
    from dluhy.case.household import CaseHousehold
    from dluhy.problems import Language
    from dluhy.report.household import HouseholdReport
    from dluhy.report.texts import Texts


def household_command(  # noqa: PLR0913 - what a person may choose
    path: Path, language: Language, *, as_json: bool, out: Path | None, chart: Path | None, rules: Path | None
) -> int:
    """Print or write the picture of the household of a case; an existing file is never written over."""
    say = texts(language)
    try:
        pack = chosen_pack(rules)
        read = read_case(path, pack)
        found = household_of(read.case, pack)
        report = household_report(found, pack, language)
    except InputError as error:
        return tell(error, language, say("case-errors", count=len(error.problems)))
    content = written(report) if as_json else _text(read.case, report, say)
    try:
        require_free(out)
        written_chart(found, chart, language)
        if out is not None:
            write_new(out, content)
    except InputError as error:
        return tell(error, language)
    if out is None:
        sys.stdout.write(content)
    for path_written in (out, chart):
        if path_written is not None:
            print(say("screen-written", path=str(path_written)), file=sys.stderr)
    return DONE


def written_chart(found: CaseHousehold | None, chart: Path | None, language: Language) -> None:
    """Write the monthly flow of a household as SVG or PNG; InputError if it cannot be."""
    if chart is None:
        return
    if found is None:
        cs = "případ neříká nic o domácnosti, obrázek není z čeho nakreslit"
        raise InputError([Problem("no_household", str(chart), cs, "the case says nothing of a household to draw")])
    write_flow(found.sheet, chart, language)


def _text(case: Case, report: HouseholdReport, say: Texts) -> str:
    title = say("screen-title", ref=case.ref, day=say.day(case.as_of))
    return "\n".join([title, *household_lines(report, say)]) + "\n"
