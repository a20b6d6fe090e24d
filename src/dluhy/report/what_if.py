"""What differs between a case as it is and as it would be, as a document for JSON and for text alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec
from attrs import frozen

from dluhy.comparing_screenings import differences
from dluhy.documents.decoding import pointer
from dluhy.report.screening import screening_report
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from datetime import date

    from dluhy.case.what_if import Change
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.report.screening import ScreeningReport
    from dluhy.screening_what_if import WhatIf


@frozen
class AskedReport:
    """One change asked for: as written, its place in the document (a JSON Pointer), and what went with it."""

    written: str
    place: str
    also: tuple[str, ...]


@frozen
class DifferenceReport:
    """One value of the result that differs, as `dluhy.comparing_screenings.Difference` says it."""

    path: tuple[str, ...]
    items: tuple[str, ...]
    kind: Literal["changed", "came", "gone"]
    before: Any
    after: Any


@frozen
class WhatIfReport:
    """The changes asked for, what they change, and the receipts of both results."""

    ref: str
    as_of: date
    language: Language
    what_if: tuple[AskedReport, ...]
    changes: tuple[DifferenceReport, ...]
    receipt: Receipt
    receipt_then: Receipt


def what_if_report(found: WhatIf, language: Language) -> WhatIfReport:
    """Return what differs between two screenings in one language."""
    now, then = (_plain(screening_report(each, language)) for each in (found.now, found.then))
    return WhatIfReport(
        ref=found.now.case.ref,
        as_of=found.now.as_of,
        language=language,
        what_if=tuple(_asked(change) for change in found.changes),
        changes=tuple(
            DifferenceReport(each.path, each.items, each.kind, each.before, each.after)
            for each in differences(now, then)
        ),
        receipt=found.now.receipt,
        receipt_then=found.then.receipt,
    )


def what_if_json(report: WhatIfReport) -> str:
    """Return it as indented JSON with a final line end."""
    return as_json(report)


def _plain(report: ScreeningReport) -> dict[str, Any]:
    return msgspec.json.decode(msgspec.json.encode(report), type=dict[str, Any])


def _asked(change: Change) -> AskedReport:
    return AskedReport(change.written, pointer(list(change.loc)), change.also)
