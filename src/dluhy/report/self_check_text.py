"""A municipality as a creditor as text: its numbers, then what to change, what is fine, what cannot be said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere
from dluhy.report.lines import Line, Paragraph, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.self_check import ChangeTold, Numbers, Open, SelfCheckReport
    from dluhy.report.texts import Texts

_INDENT: Final = "   "


def self_check_lines(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    """Yield the told result as lines of text."""
    place = report.place or say("self-check-no-place")
    yield from _heading(say("self-check-title", place=place, day=say.day(date.fromisoformat(report.as_of))))
    yield from _text(say("self-check-no-score"))
    yield from _numbers_part(report, say)
    yield from _changes_part(report, say)
    if report.fine:
        yield Line("")
        yield from _heading(say("self-check-fine"))
        for title in report.fine:
            yield from _text(title, mark="• ")
    yield from _contradicted_part(report, say)
    yield from _open_part(report, say)


def _numbers_part(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    yield Line("")
    yield from _heading(say("self-check-numbers"))
    if not report.whole.debts:
        yield from _text(say("self-check-no-debts"))
        if report.rejected:
            yield from _text(say("self-check-rejected", count=report.rejected))
        return
    yield from _text(say("self-check-whole", told=_told(report.whole, say)))
    if report.creditors > 1:
        yield from _text(say("self-check-creditors", count=report.creditors))
    if report.rejected:
        yield from _text(say("self-check-rejected", count=report.rejected))
    share = _decimal(report.childhood_share, say)
    yield from _text(say("self-check-childhood", told=_told(report.childhood, say), share=share))
    yield from _by_regime(report, say)
    if report.childhood.debts:
        yield from _text(say("self-check-people-counted"))
    yield from _enforcing(report, say)


def _by_regime(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    for regime in report.regimes:
        share = _decimal(regime.share, say)
        told = say("self-check-regime", title=regime.title, told=_told(regime.numbers, say), share=share)
        yield from _text(told, mark="• ")
    for name, numbers in (("undecided", report.undecided), ("others", report.others)):
        if numbers.debts:
            yield from _text(say(f"self-check-{name}", told=_told(numbers, say)))
        if name == "undecided":
            for each in report.undecided_by:
                told = say("self-check-undecided-by", label=each.label, told=_told(each.numbers, say))
                yield from _text(told, mark="• ")


def _enforcing(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    if not report.enforced:
        yield from _text(say("self-check-not-enforced"))
        return
    yield from _text(say("self-check-enforced", count=report.enforced))
    if report.costs is not None and report.recovered is not None:
        costs, recovered = _money(report.costs, say), _money(report.recovered, say)
        known = report.costs_and_recovered_known
        yield from _text(say("self-check-costs", costs=costs, recovered=recovered, count=known))
    unknown = report.enforced - report.costs_and_recovered_known
    if unknown:
        yield from _text(say("self-check-costs-unknown", count=unknown, all=report.enforced,
                             costs=report.no_costs, recovered=report.no_recovered))  # fmt: skip


def _changes_part(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    yield Line("")
    yield from _heading(say("self-check-changes"))
    if not report.changes:
        yield from _text(say("self-check-nothing"))
    for number, change in enumerate(report.changes, start=1):
        yield Line("")
        yield from cut(Paragraph(kind="title", text=change.title, mark=f"{number}."), change.title, _INDENT,
                       f"{number}. ")  # fmt: skip
        yield from _change(change, say)


def _change(change: ChangeTold, say: Texts) -> Iterator[Line]:
    if change.numbers is not None:
        yield from _text(say("self-check-concerns", told=_told(change.numbers, say)), _INDENT)
        if change.undecided:
            yield from _text(say("self-check-open-debts", count=change.undecided, all=change.of), _INDENT)
    if change.answer is not None:
        yield from _text(say("self-check-answer", answer=change.answer), _INDENT)
    yield from _text(change.reason, _INDENT)
    for step in change.how:
        yield from _text(step, _INDENT, "• ")
    if change.provisions:
        cited = "; ".join(provision.text for provision in change.provisions)
        yield from _text(_ended(say("self-check-by-law", label=change.label, provisions=cited)), _INDENT)
    else:
        yield from _text(say("self-check-by-label", label=change.label), _INDENT)
    for note in change.to_verify:
        yield from _text(say("self-check-verify", what=note), _INDENT)
    if change.interventions:
        yield from _text(_ended(say("self-check-leads-to", interventions="; ".join(change.interventions))), _INDENT)
    if change.steps:
        yield from _text(say("self-check-who-when"), _INDENT)
    for doing in change.steps:
        told = say("self-check-step", intervention=doing.intervention, title=doing.title, actor=doing.actor,
                   limit=doing.limit)  # fmt: skip
        yield from _text(_ended(told), _INDENT, "• ")


def _contradicted_part(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    if not report.contradicted:
        return
    yield Line("")
    yield from _heading(say("self-check-contradicted"))
    yield from _text(say("self-check-contradicted-why"))
    for each in report.contradicted:
        yield from _text(say("self-check-answered", answer=each.answer), mark="• ")
        for found in each.against:
            told = say("self-check-against", title=found.title, told=_told(found.numbers, say))
            yield from _text(told, _INDENT)


def _open_part(report: SelfCheckReport, say: Texts) -> Iterator[Line]:
    if not report.open:
        return
    yield Line("")
    yield from _heading(say("self-check-open"))
    for kind in ("fact", "who_owes", "answer"):
        found = [each for each in report.open if each.kind == kind]
        if found:
            yield from _text(say(f"self-check-open-{kind.replace('_', '-')}"))
        for each in found:
            yield from _text(_open(each, say), mark="• ")


def _open(each: Open, say: Texts) -> str:
    if each.debts is None or each.of is None:
        return say("self-check-ask", where=_plain(each.where), ask=each.ask[:1].upper() + each.ask[1:])
    told = say("self-check-lacks", where=each.where, count=each.debts, all=each.of)
    return f"{told}: {'; '.join(each.tells)}" if each.tells else told


def _plain(pointer: str) -> str:
    """Return where an answer belongs as it stands in the document: „[collection] age_check“, „[[fees]] rate“."""
    table, *_, key = pointer.strip("/").split("/")
    return f"[[{table}]] {key}" if "/-/" in pointer else f"[{table}] {key}"


def _ended(text: str) -> str:
    """Return a sentence that ends with an abbreviation without its second full stop."""
    return text.removesuffix(".") if text.endswith("..") else text


def _told(numbers: Numbers, say: Texts) -> str:
    """Return debts, people and money in words; where some debts state no balance, of how many it is known."""
    money = say("not-stated") if numbers.balance is None else _money(numbers.balance, say)
    told = say(
        "self-check-debts", debts=numbers.debts, people=say("self-check-people", count=numbers.people), sum=money
    )
    missing = numbers.without_balance if numbers.balance is not None else 0
    return f"{told} ({say('self-check-without-balance', count=missing)})" if missing else told


def _money(text: str, say: Texts) -> str:
    return say.money(to_halere(text))


def _decimal(text: str, say: Texts) -> str:
    return text.replace(".", ",") if say.language == "cs" else text


def _heading(text: str) -> Iterator[Line]:
    yield from cut(Paragraph(kind="heading", text=text), text, "", "")


def _text(text: str, indent: str = "", mark: str = "") -> Iterator[Line]:
    hanging = indent + " " * len(mark)
    yield from cut(Paragraph(text=text, level=len(indent), mark=mark.strip()), text, hanging, indent + mark)
