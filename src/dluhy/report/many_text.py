"""Many cases as a table to read: one line for each, what is urgent, where it leads, what to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.screening import screening_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.problems import Language
    from dluhy.report.screening import ScreeningReport
    from dluhy.report.texts import Texts
    from dluhy.screening import Screening

_WIDTHS: Final = (16, 26, 24, 34, 44)
_COLUMNS: Final = ("ref", "urgency", "entry", "way", "missing")
_GAP: Final = "  "
_MOST_NAMED: Final = 2


def many_head(say: Texts) -> str:
    """Return the line of headings."""
    return _line([say(f"many-{name}") for name in _COLUMNS])


def many_line(screening: Screening, say: Texts) -> str:
    """Return a case in one line: what does not fit in a column is cut and marked so; unknown is said as such."""
    language: Language = say.language
    report = screening_report(screening, language)
    return _line([
        report.ref,
        _told([each.urgency_label for each in report.people], say),
        _told([None if each.entry is None else each.entry.kind_label for each in report.relief], say),
        _told([None if each.advice is None else each.advice.label or each.advice.said
               for each in report.strategies], say),
        _missing(report, say),
    ])  # fmt: skip


def _told(values: Sequence[str | None], say: Texts) -> str:
    """Return what is said of the people of a case: the same of several of them once."""
    return "; ".join(dict.fromkeys(value or say("many-unknown") for value in values)) or say("many-none")


def _missing(report: ScreeningReport, say: Texts) -> str:
    labels = list(dict.fromkeys(each.label for each in report.questions))
    if not labels:
        return say("many-nothing")
    more = len(labels) - _MOST_NAMED
    named = ", ".join(labels[:_MOST_NAMED])
    return say("many-more", count=more, named=named) if more > 0 else named


def _line(cells: Sequence[str]) -> str:
    return _GAP.join(_fitting(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def _fitting(text: str, width: int) -> str:
    return (text if len(text) <= width else f"{text[: width - 1].rstrip()}…").ljust(width)
