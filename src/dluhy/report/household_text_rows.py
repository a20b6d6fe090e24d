"""The budget of a household line by line as plain text: what was stated, what it counts for, what proves it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_steps import crowns, month_name
from dluhy.report.deduction_text import wrapped
from dluhy.report.household_words import listed, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.household_rows import EntryReport, RowReport
    from dluhy.report.texts import Texts

_MONTHLY: Final = "monthly"
_SURE: Final = "known"
_HOW_USED: Final = ((True, "house-row-counts"), (None, "house-row-may-count"), (False, "house-row-not-counted"))


def rows_lines(rows: Sequence[RowReport], say: Texts) -> Iterator[str]:
    """Yield every line of the budget as an item of a list; nothing where there is none."""
    if rows:
        yield ""
        yield from wrapped(say("house-rows"))
        yield from listed(f"{_name(row, say)}: {'; '.join(_facts(row, say))}" for row in rows)


def _name(row: RowReport, say: Texts) -> str:
    said = row.entries[0].said if len(row.entries) == 1 else None
    told = said if said is not None and said.casefold() == row.label.casefold() else None
    about = (row.label if said and not told else None, row.person, row.payer)
    who = ", ".join(part for part in about if part)
    label = said or row.label
    return say("house-row-of", label=label, who=who) if who else label


def _facts(row: RowReport, say: Texts) -> Iterator[str]:
    several = len(row.entries) > 1
    for entry in row.entries:
        yield ", ".join(_stated(entry, say))
    if row.monthly is not None and (several or not _tells_month(row)):
        yield say("house-row-monthly", sum=sum_of(row.monthly, say))
    if row.once:
        yield say("house-row-once")
    if row.part is not None and not row.once:
        yield say("house-row-part", part=row.part)
    if row.treatment_label is not None:
        yield row.treatment_label
    for counts, key in _HOW_USED:
        benefits = ", ".join(use.label for use in row.uses if use.counts is counts)
        if benefits:
            yield say(key, benefits=benefits)
    if row.arrears is not None:
        yield say("house-row-arrears", sum=crowns(row.arrears, say))


def _stated(entry: EntryReport, say: Texts) -> Iterator[str]:
    amount = say("house-row-unknown") if entry.amount is None else crowns(entry.amount, say)
    often = _often(entry, say)
    yield amount if often is None else say("house-row-amount", amount=amount, often=often)
    if entry.gross is not None:
        yield say("house-row-gross", sum=crowns(entry.gross, say))
    if entry.proof_label is not None:
        yield say("house-row-proof", proof=entry.proof_label)
    if entry.certainty_label is not None and entry.certainty != _SURE:
        yield entry.certainty_label
    if entry.comment is not None:
        yield say("house-row-comment", comment=entry.comment)


def _often(entry: EntryReport, say: Texts) -> str | None:
    """Return how often, or for which months an amount comes; None where nobody says and it may be any."""
    if entry.frequency_label is not None:
        return entry.frequency_label
    first, last = entry.since, entry.until
    if first is None or last is None:
        return None
    months = [month_name(date.fromisoformat(day), say.language) for day in (first, last)]
    if months[0] == months[1]:
        return say("house-row-for", month=months[0])
    return say("house-row-for-months", first=months[0], last=months[1])


def _tells_month(row: RowReport) -> bool:
    """Return whether the only entry says the amount of a month already."""
    entry = row.entries[0] if row.entries else None
    if entry is None or entry.amount is None:
        return False
    if entry.frequency is not None:
        return entry.frequency == _MONTHLY
    return entry.since is None or (entry.until is not None and entry.since[:7] == entry.until[:7])
