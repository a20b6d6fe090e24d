"""`dluhy municipal self-check`: a municipality as a creditor, as text or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.checking import check_list
from dluhy.commands.common import DONE, SOME_REJECTED, chosen_pack, require_free, tell, write_new
from dluhy.commands.results import require_files, tell_rejected
from dluhy.intake.profile import Profile, read_profile
from dluhy.intake.readers import Reading
from dluhy.municipal.place.document import read_place
from dluhy.municipal.self_check.checking import self_check
from dluhy.problems import InputError, Problem
from dluhy.report.progress import progress
from dluhy.report.self_check import self_check_report
from dluhy.report.self_check_text import self_check_lines
from dluhy.report.texts import texts
from dluhy.report.written import as_json as written

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.problems import Language

_FORMS: Final = {".txt": False, ".md": False, ".json": True}
"""The suffix of a file -> whether the result in it is JSON."""


@frozen(kw_only=True)
class SelfChecking:
    """Which list is checked with which place document, and where the result goes (None: standard output).

    `creditor` takes only the claims of one creditor of the list.
    """

    ledger: Path
    as_of: date
    language: Language
    place: Path | None = None
    creditor: str | None = None
    as_json: bool = False
    out: Path | None = None
    profile: Path | None = None
    rules: Path | None = None


def self_check_command(order: SelfChecking) -> int:
    """Say what the municipality should change; status 1 if rows of the list were rejected."""
    say = texts(order.language)
    try:
        require_files(order.ledger)
        as_json = _as_json(order)
        require_free(order.out)
        pack = chosen_pack(order.rules)
        place = None if order.place is None else read_place(order.place, pack).place
        profile = Profile() if order.profile is None else read_profile(order.profile)
        with progress(say("progress-judging")):
            result = check_list(order.ledger, order.as_of, pack, reading=Reading(profile=profile))
            found = self_check(result, place, pack, creditor=order.creditor)
            report = self_check_report(found, pack, order.language)
        content = written(report) if as_json else "\n".join(self_check_lines(report, say)) + "\n"
        if order.out is not None:
            write_new(order.out, content)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"), as_json=order.as_json)
    if order.out is None:
        sys.stdout.write(content)
    else:
        print(say("self-check-written", path=str(order.out)), file=sys.stderr)
    tell_rejected(result, order.ledger, say)
    return DONE if result.complete else SOME_REJECTED


def _as_json(order: SelfChecking) -> bool:
    """Return whether the result is JSON, by the suffix of its file; raises InputError for a form it does not have."""
    if order.out is None:
        return order.as_json
    suffix = order.out.suffix.lower()
    if suffix not in _FORMS or (order.as_json and not _FORMS[suffix]):
        forms = ", ".join(form for form, is_json in _FORMS.items() if is_json or not order.as_json)
        cs, en = f"výsledek umím zapsat jako {forms}", f"the result can be written as {forms}"
        raise InputError([Problem("output_format", order.out.name, cs, en)])
    return _FORMS[suffix]
