"""`dluhy screen`: one case document in, its screening out as text or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from dluhy.case import read_case
from dluhy.commands.common import DONE, chosen_pack, tell, write_new
from dluhy.problems import InputError
from dluhy.report.screening import screening_report
from dluhy.report.screening_text import screening_text
from dluhy.report.texts import texts
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import Language


def screen_command(path: Path, language: Language, *, as_json: bool, out: Path | None, rules: Path | None) -> int:
    """Screen a case and print or write the result; an existing file is never written over."""
    try:
        pack = chosen_pack(rules)
        read = read_case(path, pack)
        screening = screen_case(read.case, pack, input_sha256=read.sha256)
        report = screening_report(screening, language)
        if as_json:
            content = msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
        else:
            content = screening_text(report)
        if out is None:
            sys.stdout.write(content)
            return DONE
        write_new(out, content)
    except InputError as error:
        return tell(error, language, texts(language)("case-errors", count=len(error.problems)))
    print(texts(language)("screen-written", path=str(out)))
    return DONE
