"""Which advice gives way to which: documented in the vocabulary `agenda_precedence`, decided by circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from dluhy.agenda.making import same_advice
from dluhy.agenda.values import SetAside, Sources, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.relief.defect_values import Defect

PRECEDENCE: Final = "agenda_precedence"
CIRCUMSTANCES: Final = "agenda_circumstances"
_IN_RELIEF: Final = "in_relief"


@frozen(kw_only=True)
class Circumstances:
    """Of which debts and of which people each circumstance is true."""

    debts: Mapping[str, frozenset[str]] = field(factory=dict)
    people: Mapping[str, frozenset[str | None]] = field(factory=dict)


def circumstances(sources: Sources, pack: Pack) -> Circumstances:
    """Return what is true of the debts and people of a case, by the vocabulary `agenda_circumstances`."""
    terms = pack.vocabularies[CIRCUMSTANCES].values()
    running = [each.people for each in sources.relief if each.running]
    return Circumstances(
        debts={term.code: frozenset(_debts(term, sources)) for term in terms},
        people={
            **{term.code: frozenset(_people(term, sources)) for term in terms if "entry" in term.more},
            _IN_RELIEF: frozenset(name for people in running for name in people),
        },
    )


def _debts(term: Term, sources: Sources) -> Iterator[str]:
    verdicts, answers = set(term.more.get("defects", ())), set(term.more.get("child_owes", ()))
    for each in sources.defects:
        # What only tells when a day will come has no remedy yet, and sets no other advice aside.
        if any(_stands(found) and found.verdict in verdicts and found.remedies for found in each.found):
            yield each.debt
    if answers:
        for row in sources.judged.iter_rows(named=True):
            if row["child_owes"] in answers:
                yield row["debt_id"]


def _stands(found: Defect) -> bool:
    """Return whether something can be done about a debt now; a prospect says only that it will be possible."""
    return found.status == "holds" and found.rule.role == "ground"


def _people(term: Term, sources: Sources) -> Iterator[str | None]:
    curable = set(term.more.get("curable", ()))
    for each in sources.relief:
        entry = each.entry
        if entry is not None and entry.kind in term.more["entry"] and not (curable and set(entry.because) <= curable):
            yield from each.people


def yielded(tasks: Iterable[Task], true_of: Circumstances, pack: Pack) -> tuple[list[Task], list[SetAside]]:
    """Return the tasks that stand, and what gave way; debts leave a task one by one."""
    kept, aside = list(tasks), list[SetAside]()
    for term in pack.vocabularies[PRECEDENCE].values():
        still: list[Task] = []
        for task in kept:
            stays, gone = _against(task, term, true_of, pack)
            still += [] if stays is None else [stays]
            aside += [] if gone is None else [gone]
        kept = still
    return kept, aside


def _against(task: Task, term: Term, true_of: Circumstances, pack: Pack) -> tuple[Task | None, SetAside | None]:
    """Return what of a task stands against one precedence, and what gives way."""
    if not _is_meant(task, term, pack):
        return task, None
    if term.more["about"] == "person":
        people = true_of.people.get(term.more["when"], frozenset())
        if people and (set(task.whose) <= people if task.whose else True):
            return None, SetAside(code=term.code, task=task)
        return task, None
    gone = [debt for debt in task.debts if debt in true_of.debts.get(term.more["when"], ())]
    if not gone:
        return task, None
    left = tuple(debt for debt in task.debts if debt not in gone)
    aside = SetAside(code=term.code, task=task, debts=tuple(gone))
    return (evolve(task, debts=left) if left else None), aside


def _is_meant(task: Task, term: Term, pack: Pack) -> bool:
    """Return whether a precedence is about a task: about one of its steps, or about the advice it is."""
    names = set(term.more["sets_aside"])
    same = {found.code for name in task.joined if (found := same_advice(pack).get(name)) is not None}
    return bool(names & {*task.joined, *same})
