"""`dluhy relief`: one case document in, debt relief alone out, as text or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dluhy.case import read_case
from dluhy.commands.common import DONE, chosen_pack, require_free, tell, write_new
from dluhy.problems import InputError
from dluhy.report.texts import texts
from dluhy.screening_relief import relieve_case

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import Language


def relief_command(  # noqa: PLR0913 - what a person may choose
    path: Path, language: Language, *, as_json: bool, out: Path | None, rules: Path | None, strict_law: bool
) -> int:
    """Compute debt relief of a case and print or write it; an existing file is never written over."""
    say = texts(language)
    try:
        pack = chosen_pack(rules)
        read = read_case(path, pack)
        found = relieve_case(read.case, pack, input_sha256=read.sha256, strict_law=strict_law)
    except InputError as error:
        return tell(error, language, say("case-errors", count=len(error.problems)))
    content = found.json(language) if as_json else found.text(language)
    if out is None:
        sys.stdout.write(content)
        return DONE
    try:
        require_free(out)
        write_new(out, content)
    except InputError as error:
        return tell(error, language)
    print(say("relief-case-written", path=str(out)))
    return DONE
