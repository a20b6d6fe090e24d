"""`dluhy screen`: one case document in, its screening out as text or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dluhy.case import read_case
from dluhy.commands.common import DONE, chosen_pack, require_free, require_pdf, tell, write_new
from dluhy.commands.household import written_chart
from dluhy.problems import InputError, Problem
from dluhy.report.screening import screening_report
from dluhy.report.screening_json import screening_json
from dluhy.report.screening_text import screening_text
from dluhy.report.texts import texts
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dluhy.problems import Language


def screen_command(  # noqa: PLR0913 - what a person may choose
    path: Path,
    language: Language,
    *,
    as_json: bool,
    out: Path | None,
    rules: Path | None,
    chart: Path | None = None,
    strict_law: bool = False,
    pdf: Path | None = None,
    full: bool = False,
) -> int:
    """Screen a case and print or write the result; an existing file is never written over.

    `full` text has everything; otherwise one screen to begin with, then what decides. JSON and paper are always full.
    """
    try:
        pack = chosen_pack(rules)
        read = read_case(path, pack)
        screening = screen_case(read.case, pack, input_sha256=read.sha256, strict_law=strict_law)
        report = screening_report(screening, language)
    except InputError as error:
        return tell(error, language, texts(language)("case-errors", count=len(error.problems)))
    content = screening_json(report) if as_json else screening_text(report, full=full)
    try:
        require_free(out)
        require_free(pdf)
        require_pdf(pdf)
        written_chart(screening.household, chart, language)
        if pdf is not None:
            from dluhy.commands.printing import printed

            write_new(pdf, printed(screening, report))
        if out is not None:
            write_new(out, content)
    except InputError as error:
        return tell(error, language)
    if pdf is not None:
        print(texts(language)("screen-written", path=str(pdf)), file=sys.stderr)
    if out is None:
        sys.stdout.write(content)
        return DONE
    print(texts(language)("screen-written", path=str(out)))
    return DONE


def what_if_command(  # noqa: PLR0913 - what a person may choose
    path: Path,
    asked: Sequence[str],
    language: Language,
    *,
    as_json: bool,
    out: Path | None,
    rules: Path | None,
    chart: Path | None = None,
    pdf: Path | None = None,
    strict_law: bool = False,
) -> int:
    """Screen a case as it is and with changes, and print or write what differs; no existing file is written over."""
    from dluhy.screening_what_if import what_if

    try:
        _require_one_result(chart, pdf)
        require_free(out)
        found = what_if(path, asked, pack=chosen_pack(rules), strict_law=strict_law)
        content = found.json(language) if as_json else found.text(language)
        if out is not None:
            write_new(out, content)
    except InputError as error:
        return tell(error, language, texts(language)("case-errors", count=len(error.problems)))
    if out is None:
        sys.stdout.write(content)
        return DONE
    print(texts(language)("screen-written", path=str(out)))
    return DONE


def _require_one_result(chart: Path | None, pdf: Path | None) -> None:
    """Raise InputError if a picture or a print of the difference of two results is asked for."""
    cs, en = "graf i tisk ukazují jediný výsledek, ne --what-if", "a chart and a print show one result, not --what-if"
    asked = {"--chart": ("what_if_chart", chart), "--pdf": ("what_if_pdf", pdf)}
    wrong = [Problem(code, place, cs, en) for place, (code, path) in asked.items() if path is not None]
    if wrong:
        raise InputError(wrong)
