"""Steps towards debt relief, and the first step of the strategy that came out of comparing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.agenda.values import Reason, Sources, Task
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dluhy.agenda.making import Maker
    from dluhy.case.relief import CaseRelief
    from dluhy.relief.entry import Entry

RELIEF, STRATEGIES = "relief", "strategies"
_CLASSES: Final = "entry_classes"
_BLOCKED, _UNKNOWN, _INADMISSIBLE = "blocked_until", "cannot_say", "inadmissible_now"
_MISSING: Final = "missing"
_TOLD: Final = 5


def of_relief(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield what follows from entry: who draws the petition up, papers, facts to find out, the day a bar ends."""
    for each in sources.relief:
        if each.entry is None:
            continue
        people, entry = tuple(name for name in each.people if name is not None), each.entry
        reason = Reason(topic=RELIEF, code=entry.kind, title=_label(_CLASSES, entry.kind, maker))
        yield from _of_class(entry, people, reason, maker)
        yield from _of_ladders(entry, people, maker)
        if entry.kind != _INADMISSIBLE:
            yield from _of_papers(each, people, reason, maker)


def _of_class(entry: Entry, people: tuple[str, ...], reason: Reason, maker: Maker) -> Iterator[Task]:
    if entry.kind == _BLOCKED:
        values = {} if entry.barred_until is None else {"day": entry.barred_until}
        yield maker.of_code("relief_wait", RELIEF, [reason], whose=people, values=values, due=("waits", None))
    elif entry.kind == _UNKNOWN and entry.missing:
        most = [_fact(name, maker) for name in entry.missing[:_TOLD]]
        yield maker.of_code("relief_ask", RELIEF, [reason], whose=people, values={"facts": _joined(most)})
    else:
        yield maker.of_code("relief_drafter", RELIEF, [reason], whose=people, evidence=entry.evidence)


def _of_ladders(entry: Entry, people: tuple[str, ...], maker: Maker) -> Iterator[Task]:
    """Yield the steps that circumstances to weigh, bars and a payment that is too low call for."""
    failed = [each.rule for each in entry.conditions if each.verdict == "not_met"]
    for rule in (*failed, *entry.indications, *entry.flags):
        for ladder in rule.remedies:
            for step in maker.pack.ladders[ladder].step:
                reason = Reason(topic=RELIEF, code=rule.id, title=rule.title)
                yield maker.of_step([step], RELIEF, [reason], whose=people)


def _of_papers(each: CaseRelief, people: tuple[str, ...], reason: Reason, maker: Maker) -> Iterator[Task]:
    papers = each.papers
    if papers is None or not papers.held_told:
        return
    missing = [found for found in papers.checklist.attachments if found.ordered and found.status == _MISSING]
    if missing:
        names = _joined(Bilingual(cs=found.term.cs, en=found.term.en) for found in missing)
        yield maker.of_code("relief_papers", RELIEF, [reason], whose=people, values={"papers": names})


def of_strategies(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield the first step of each strategy that came out of comparing them."""
    for each in sources.strategies:
        recommended = each.recommendation
        if recommended is None or recommended.strategy is None:
            continue
        term = maker.pack.term("relief_strategies", recommended.strategy)
        reason = Reason(topic=STRATEGIES, code=term.code, title=Bilingual(cs=term.cs, en=term.en))
        people = tuple(name for name in each.people if name is not None)
        yield maker.of_code(
            term.more["first_step"],
            STRATEGIES,
            [reason],
            whose=people,
            evidence=recommended.evidence,
            debts=_owed_by(each.people, sources, offered=term.more["pays"]),
        )


def _owed_by(people: Collection[str | None], sources: Sources, *, offered: bool) -> tuple[str, ...]:
    """Return the debts of people on which something is or may be owed; `offered`: those to offer anything on first.

    Where nothing is to be offered on any of them (all are enforced), instalments are about all.
    """
    rows = sources.judged.select("debt_id", "person_id", "balance").iter_rows()
    owed = [debt for debt, person, balance in rows if person in people and (balance is None or balance > 0)]
    ordered = None if sources.household is None else sources.household.sheet.triage
    if not offered or ordered is None:
        return tuple(owed)
    some = set(ordered.filter("offered")["debt"].to_list())
    return tuple(debt for debt in owed if debt in some) or tuple(owed)


def _label(vocabulary: str, code: str, maker: Maker) -> Bilingual:
    term = maker.pack.term(vocabulary, code)
    return Bilingual(cs=term.cs, en=term.en)


def _fact(name: str, maker: Maker) -> Bilingual:
    return maker.pack.fact_texts[name].label


def _joined(texts: Iterable[Any]) -> Bilingual:
    found = list(texts)
    return Bilingual(cs="; ".join(each.cs for each in found), en="; ".join(each.en for each in found))
