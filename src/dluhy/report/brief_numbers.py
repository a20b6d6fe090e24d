"""The numbers of a brief: who owes debts from childhood, what is to be stopped, who enforces it for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.municipal.brief.values import SOON
from dluhy.negotiating import BANDS
from dluhy.region.labels import GROUP_LABELS, labels
from dluhy.report.brief_parts import Grid, Part, Said
from dluhy.report.deduction_steps import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.municipal.brief.values import Brief, Counted, GroupCount, Numbers
    from dluhy.report.brief_parts import BriefTeller

TABLES: Final = ("tones", "regimes", "creditors", "enforcement_kinds")
"""The tables that a brief shows, each by the debts, people and sums of its codes."""
_MOST: Final = 4
_STOP: Final = "stop"
_STOPPED: Final = "stopped"
_SOON: Final = tuple(str(most) for most in BANDS if most <= SOON)


def numbers_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return what is known of debts from childhood, or how to find it out."""
    found = brief.numbers
    items = list(_unknown(tell)) if found is None else [*_groups(found, tell), *_around(found, tell)]
    return Part(code="numbers", heading=tell.say("brief-numbers"), items=tuple(items))


def short_lines(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    """Yield the numbers in a few sentences for the beginning."""
    found, say = brief.numbers, tell.say
    if found is None:
        yield Said(text=say("brief-short-unknown"))
        return
    yield Said(text=_whole(found, tell))
    stop = found.of("tones", _STOP)
    if stop is not None:
        told = say("brief-short-stop", debts=tell.debts(stop.debts), sum=tell.sum_of(stop.halere, None))
        yield Said(text=told)
    soon = found.of("birthdays", *_SOON)
    if soon is not None:
        yield Said(text=say("brief-short-soon", count=soon.people, days=SOON))


def _whole(found: Numbers, tell: BriefTeller) -> str:
    say, whole = tell.say, found.whole
    parts = [
        say(f"brief-count-{group.group}", count=group.people)
        for group in found.groups
        if group.people and not group.hidden
    ]
    hidden = sum(group.hidden for group in found.groups)
    if whole is None:
        told = ", ".join(parts) if parts else say("brief-nothing-published")
        return say("brief-short-public", parts=told, count=hidden)
    if not whole.people:
        return say("brief-short-nobody", day=say.day(found.as_of))
    owed = tell.sum_of(whole.halere, whole.amounts_unknown, at_least=whole.at_least)
    parted = ", ".join(parts)
    return say("brief-short-whole", count=whole.people, parts=parted, debts=tell.debts(whole.debts or 0), sum=owed)


def _unknown(tell: BriefTeller) -> Iterator[Said]:
    yield Said(text=tell.say("brief-numbers-unknown"))
    yield from (Said(text=tell.say(f"brief-numbers-how-{number}"), mark="•", level=1) for number in (1, 2, 3))


def _groups(found: Numbers, tell: BriefTeller) -> Iterator[Said | Grid]:
    say, whole = tell.say, found.whole
    yield Said(text=say("brief-numbers-from", day=say.day(found.as_of)))
    rows = [_row(tell.term(GROUP_LABELS, group.group), group, tell) for group in found.groups]
    if whole is not None:
        rows.append(_row(say("brief-all"), whole, tell))
    yield Grid(
        head=tuple(say(f"brief-col-{name}") for name in ("who", "people", "debts", "sum")),
        rows=tuple(rows),
        widths=("2fr", "auto", "auto", "auto"),
        right=(1, 2, 3),
        sums=() if whole is None else (len(rows) - 1,),
    )
    unknown = 0 if whole is None else whole.amounts_unknown or 0
    if unknown:
        yield Said(text=say("brief-amounts-unknown", count=unknown), small=True)
    if found.public:
        yield Said(text=say("brief-public-numbers"), small=True)


def _row(label: str, group: GroupCount, tell: BriefTeller) -> tuple[str, ...]:
    counts = (tell.say("brief-under-five") if group.hidden else str(group.people),
              tell.say("brief-hidden") if group.hidden else str(group.debts))  # fmt: skip
    return (label, *counts, tell.owed(group))


def _around(found: Numbers, tell: BriefTeller) -> Iterator[Said | Grid]:
    """Yield the tables, what changed, and what the numbers are without."""
    say = tell.say
    for name in TABLES:
        if found.table(name):
            yield _table(name, found.table(name), tell)
    if found.changes_since is not None:
        stopped = next((line for line in found.table("changes") if line.code == _STOPPED), None)
        count = 0 if stopped is None else stopped.debts
        yield Said(text=say("brief-stopped", day=say.day(found.changes_since), count=count))
    if found.rows_rejected:
        yield Said(text=say("brief-rejected", count=found.rows_rejected))
    if found.others_debts:
        yield Said(text=say("brief-others", count=found.others_debts), small=True)


def _table(name: str, lines: tuple[Counted, ...], tell: BriefTeller) -> Grid:
    """Return the lines with the most debts, the others added up."""
    say, known = tell.say, labels(tell.pack)[name]
    shown = lines if len(lines) <= _MOST + 1 else lines[:_MOST]
    rows = [_counts(_label(line, known, tell), line, tell) for line in shown]
    rest = lines[len(shown) :]
    if rest:
        known_sums = [line.halere for line in rest if line.halere is not None]
        total = tell.crowns(sum(known_sums)) if known_sums else say("brief-cell-unknown")
        rows.append((say("brief-rest", count=len(rest)), "–", str(sum(line.debts for line in rest)), total))
    return Grid(
        head=(say(f"brief-by-{name}"), *(say(f"brief-col-{each}") for each in ("people", "debts", "sum"))),
        rows=tuple(rows),
        widths=("2fr", "auto", "auto", "auto"),
        right=(1, 2, 3),
    )


def _label(line: Counted, known: dict[str, tuple[str, str]], tell: BriefTeller) -> str:
    cs, en = known.get(line.code, (line.code, line.code))
    if line.name is not None:
        return tell.set(line.name)
    label = tell.set(cs if tell.language == "cs" else en)
    return capital(label)


def _counts(label: str, line: Counted, tell: BriefTeller) -> tuple[str, ...]:
    total = tell.say("brief-cell-unknown") if line.halere is None else tell.crowns(line.halere)
    return label, str(line.people), str(line.debts), total
