"""Dates and order: what is due this week, and what goes before what; nothing depends on the order of the document."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.agenda.making import ordered
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dluhy.agenda.values import Task
    from dluhy.law.pack import Pack

WEEK, SOON, LAST = "agenda_week_days", "agenda_soon_days", "agenda_last"
_DEAREST: Final = 2**31


def in_order(tasks: Iterable[Task], as_of: date, pack: Pack) -> tuple[Task, ...]:
    """Return tasks in the order to take them, those of this week marked.

    First what belongs to this week, then the rest; in both, what has a last day soon, by day, then safety, the home,
    energy, money to live on, maintenance and penalties, then other last days by day and limits that may be running
    unseen, then by what a step brings, by its cost, by the topic and by its name. Extraordinary remedies go after the
    ordinary ones; what changes by itself and what must wait goes last.
    """
    week, soon = (as_of + timedelta(days=constant(pack.series[name])) for name in (WEEK, SOON))
    order = _Order(pack, soon)
    dated = [evolve(task, this_week=_this_week(task, week, order.last)) for task in tasks]
    return tuple(sorted(dated, key=order.of))


def _this_week(task: Task, week: date, last: Collection[str]) -> bool:
    """Return whether a task is due this week, or its limit may be running unseen; extraordinary remedies can wait."""
    if task.due in {"waits", "change"}:
        return False
    unseen = task.due == "unseen" and task.code not in last
    return task.this_week or unseen or (task.due_on is not None and task.due_on <= week)


class _Order:
    """The orders of the pack, and the day until which a last day goes before everything."""

    def __init__(self, pack: Pack, soon: date) -> None:
        self.soon = soon
        self.groups = {term.code: term.more["order"] for term in ordered(pack, "agenda_groups")}
        self.topics = {term.code: term.more["order"] for term in ordered(pack, "agenda_topics")}
        self.last = {step for term in pack.vocabularies[LAST].values() for step in term.more["steps"]}
        self.effects = {code: term.more["order"] for code, term in pack.vocabularies["effects"].items()}

    def of(self, task: Task) -> tuple[object, ...]:
        """Return by what a task stands in order; total, for keys are different."""
        group = self.groups[task.group]
        return (
            not task.this_week,
            self._class(task, group),
            task.due_on or date.max,
            group,
            self.effects[task.effect],
            _DEAREST if task.cost_most is None else task.cost_most,
            self.topics[task.topics[0]],
            task.key,
        )

    def _class(self, task: Task, group: int) -> tuple[int, int]:
        """Return the class of a task: a day soon, an urgent group, a later day or one unseen, the rest, what waits."""
        if task.due in {"waits", "change"}:
            return 5, 0
        if task.due_on is not None and task.due_on <= self.soon:
            return 0, 0
        if group < self.groups["other"]:
            return 1, group
        if self.last.issuperset(task.joined):
            return 4, 0
        return (2 if task.due_on is not None or task.due == "unseen" else 3), 0
