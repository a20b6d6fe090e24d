"""`dluhy screen`: one case document in, its screening out as text or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from dluhy.case import read_case
from dluhy.commands.common import DONE, chosen_pack, require_free, tell, write_new
from dluhy.commands.household import written_chart
from dluhy.problems import InputError
from dluhy.report.screening import screening_report
from dluhy.report.screening_json import screening_json
from dluhy.report.screening_text import screening_text
from dluhy.report.texts import texts
from dluhy.screening import replay_case, screen_case

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.receipt import Receipt


def screen_command(  # noqa: PLR0913 - what a person may choose
    path: Path,
    language: Language,
    *,
    as_json: bool,
    out: Path | None,
    rules: Path | None,
    chart: Path | None = None,
    strict_law: bool = False,
) -> int:
    """Screen a case and print or write the result; an existing file is never written over."""
    try:
        pack = chosen_pack(rules)
        read = read_case(path, pack)
        screening = screen_case(read.case, pack, input_sha256=read.sha256, strict_law=strict_law)
        report = screening_report(screening, language)
    except InputError as error:
        return tell(error, language, texts(language)("case-errors", count=len(error.problems)))
    content = screening_json(report) if as_json else screening_text(report)
    try:
        require_free(out)
        written_chart(screening.household, chart, language)
        if out is not None:
            write_new(out, content)
    except InputError as error:
        return tell(error, language)
    if out is None:
        sys.stdout.write(content)
        return DONE
    print(texts(language)("screen-written", path=str(out)))
    return DONE


def replayed(result: Path, case: Path, pack: Pack) -> tuple[Receipt, Receipt, bool]:
    """Screen a case again; return the receipt given, that of now, and whether the whole result is the same.

    A file that holds a receipt alone is compared by it. Raises ReplayError as `replay_case` does.
    """
    old, screening = replay_case(result, case, pack)
    content = result.read_text(encoding="utf-8")
    languages: tuple[Language, ...] = ("cs", "en")
    whole = any(content == screening_json(screening_report(screening, language)) for language in languages)
    alone = msgspec.json.decode(content, type=dict[str, msgspec.Raw]).keys().isdisjoint({"receipt"})
    return old, screening.receipt, old == screening.receipt and (whole or alone)
