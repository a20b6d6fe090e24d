"""Papers for meetings with creditors: a workbook of sheets to print, or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.commands.common import DONE, SOME_REJECTED, chosen_pack, tell
from dluhy.commands.results import free, require_files, require_place, tell_rejected
from dluhy.intake.profile import Profile, read_profile
from dluhy.intake.readers import Reading
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.negotiating import Negotiation
    from dluhy.problems import Language
    from dluhy.report.texts import Texts

_RESULT: Final = "_jednani"


@frozen(kw_only=True)
class Negotiating:
    """What papers are to be made: of which list, for which creditor (None: all), where (None: beside the list)."""

    source: Path
    as_of: date
    language: Language
    creditor: str | None = None
    out: Path | None = None
    as_text: bool = False
    profile: Path | None = None
    rules: Path | None = None


def negotiate_command(order: Negotiating) -> int:
    """Make the papers and print what was made; status 1 if rows of the list were rejected."""
    say = texts(order.language)
    try:
        target = _target(order)
        negotiation = _negotiated(order, say)
        _write(negotiation, target, say)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"))
    except BrokenPipeError:
        raise
    except OSError:
        cs, en = "výsledek nejde zapsat; není soubor otevřený jinde?", "the result cannot be written; is it open?"
        return tell(InputError([Problem("output", str(order.out or order.source), cs, en)]), order.language)
    tell_rejected(negotiation.result, order.source, say)
    return DONE if negotiation.result.complete else SOME_REJECTED


def _target(order: Negotiating) -> Path | None:
    """Return where the workbook goes; None for text on standard output."""
    require_files(order.source)
    if order.as_text:
        if order.out is None:
            return None
        raise InputError([Problem("format", "--format", "text se vypisuje na obrazovku, --out patří k sešitu",
                                  "text is printed, --out goes with the workbook")])  # fmt: skip
    target = order.out or free(order.source.with_name(f"{order.source.stem}{_RESULT}.xlsx"))
    problems = require_place(target, ["xlsx"], [order.source])
    if problems:
        raise InputError(problems)
    return target


def _negotiated(order: Negotiating, say: Texts) -> Negotiation:
    from dluhy.checking import check_list
    from dluhy.negotiating import negotiate
    from dluhy.report.progress import progress

    profile = Profile() if order.profile is None else read_profile(order.profile)
    with progress(say("progress-judging")):
        result = check_list(order.source, order.as_of, chosen_pack(order.rules), reading=Reading(profile=profile))
        return negotiate(result, creditor=order.creditor)


def _write(negotiation: Negotiation, target: Path | None, say: Texts) -> None:
    from dluhy.report.export import whole_file
    from dluhy.report.meeting_sheet import papers_as_text, write_papers

    if target is None:
        for line in papers_as_text(negotiation, say):
            print(line)
        return
    with whole_file(target) as draft, draft.open("wb") as stream:
        write_papers(negotiation, stream, say)
    if not negotiation.meetings:
        print(say("meeting-none"))
    else:
        print(say("meeting-count", count=len(negotiation.meetings)))
    if not negotiation.result.complete:
        print(say("meeting-rejected", count=negotiation.result.intake.rows_rejected))
    print(say("summary-written", path=str(target)))
