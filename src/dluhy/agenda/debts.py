"""Steps about single debts: the plan of debts from childhood, and remedies of what can be said against a debt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.agenda.making import Maker, once
from dluhy.agenda.values import Reason, Sources, Task
from dluhy.children.outcome import NEEDS_DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from dluhy.law.models import Bilingual, Step
    from dluhy.relief.defect_values import Defect, Remedy

CHILDREN, DEFECTS = "children", "defects"
_HOLDS: Final = "holds"


def of_plan(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield the letters of the plan of childhood debts; those of creditors once for all their debtors."""
    rows = {row["row"]: row for row in sources.judged.iter_rows(named=True)}
    of_creditor = {line["step"] for line in sources.creditor_plan.iter_rows(named=True)}
    for line in sources.plan.iter_rows(named=True):
        if line["step"] not in of_creditor:
            yield _of_line(line, rows, sources, maker)
    for line in sources.creditor_plan.iter_rows(named=True):
        yield _of_line(line, rows, sources, maker)


def _of_line(line: Mapping[str, Any], rows: Mapping[int, Mapping[str, Any]], sources: Sources, maker: Maker) -> Task:
    steps = [maker.pack.steps[name][1] for name in line["joined"]]
    about = [rows[row] for row in line["rows"]]
    outcomes = once(row["outcome"] for row in about if row["outcome"] != NEEDS_DATA)
    return maker.of_step(
        steps,
        CHILDREN,
        [Reason(topic=CHILDREN, code=rule, title=maker.title(rule)) for rule in outcomes],
        whose=once(row["person_id"] for row in about),
        name=maker.name_for(steps[0], line["creditor"], line["office"]),
        due=_due_of_line(line, steps[0], sources),
        debts=once(row["debt_id"] for row in about),
        enforcements=tuple(line["enforcement_refs"] or ()),
        conditional=bool(line["conditional"]),
        verify=tuple(_noted(line, steps)),
    )


def _due_of_line(line: Mapping[str, Any], step: Step, sources: Sources) -> tuple[str, date | None]:
    due, limit = line["due_on"], line["limit_on"]
    if due is not None:
        return ("law" if due == limit else "birthday"), due
    return due_of(step, limit, sources.as_of)


def due_of(step: Step, until: date | None, as_of: date) -> tuple[str, date | None]:
    """Return the last day of a step while it runs, else why there is none."""
    if until is not None:
        return ("law", until) if until >= as_of else ("past", None)
    return ("unseen" if step.limit.runs_from is not None else "no_limit"), None


def _noted(line: Mapping[str, Any], steps: list[Step]) -> Iterator[Bilingual]:
    """Yield the notes of each step that stand."""
    for step, bits in zip(steps, line["verify"], strict=True):
        yield from (Maker.note(note) for place, note in enumerate(step.verify) if bits & (1 << place))


def of_defects(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield the remedies of what holds against each debt, one task for a debt and a step."""
    rows = {row["debt_id"]: row for row in sources.judged.iter_rows(named=True)}
    for each in sources.defects:
        row = rows.get(each.debt, {})
        for defect in each.found:
            if defect.status == _HOLDS:
                yield from (_of_remedy(each.debt, row, defect, remedy, sources, maker) for remedy in defect.remedies)


def _of_remedy(  # noqa: PLR0913, PLR0917 - one debt, one defect, one remedy
    debt: str, row: Mapping[str, Any], defect: Defect, remedy: Remedy, sources: Sources, maker: Maker
) -> Task:
    step, mark = remedy.step, row.get("enforcement_ref")
    person = row.get("person_id")
    return maker.of_step(
        [step],
        DEFECTS,
        [Reason(topic=DEFECTS, code=defect.rule.id, title=defect.rule.title)],
        whose=() if person is None else (person,),
        name=maker.name_for(step, row.get("creditor_ico") or row.get("creditor_name"), mark),
        due=due_of(step, remedy.until, sources.as_of),
        debts=(debt,),
        enforcements=() if mark is None else (mark,),
        verify=once([*map(Maker.note, defect.verify), *map(Maker.note, step.verify)]),
    )
