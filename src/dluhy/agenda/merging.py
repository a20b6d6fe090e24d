"""One task out of several: what goes into one letter, and the same advice under several names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from dluhy.agenda.making import once, ordered, same_advice
from dluhy.agenda.values import Words
from dluhy.law.models import Bilingual, weakest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.agenda.values import Task
    from dluhy.law.pack import Pack

_UNDATED: Final = ("unseen", "waits", "this_week", "no_limit", "past")
"""Reasons why there is no day, the one that counts most first."""


def merged(tasks: Iterable[Task], pack: Pack) -> list[Task]:
    """Return one task for each key; nothing depends on the order in which tasks came.

    What the household as a whole is told goes with the same step towards somebody who is named.
    """
    found: dict[tuple[str, ...], list[Task]] = {}
    for task in _named(list(tasks)):
        found.setdefault(task.key, []).append(task)
    orders = _Orders(pack)
    return [_one(sorted(same, key=orders.rank), orders) for _, same in sorted(found.items())]


def _named(tasks: Sequence[Task]) -> Iterator[Task]:
    """Yield tasks, those about nothing and nobody under the keys of the same step that is about something.

    A line of the budget of which nobody says whom it is paid to goes with the one who is named in the same step, if
    only one is: running maintenance with its arrears.
    """
    known: dict[str, dict[tuple[str, ...], None]] = {}
    towards: dict[str, dict[tuple[str, ...], None]] = {}
    for task in tasks:
        if task.debts:
            known.setdefault(task.code, {})[task.key] = None
            if task.addressee_name is not None:
                towards.setdefault(task.code, {})[task.key] = None
    for task in tasks:
        keys = [task.key] if task.debts else list(known.get(task.code, [task.key]))
        if task.addressee_name is None and not task.whose and len(towards.get(task.code, ())) == 1:
            keys = list(towards[task.code])
        yield from (evolve(task, key=key) for key in keys)


class _Orders:
    """The orders of a pack by which several tasks become one."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.places = {name: place for place, name in enumerate(pack.steps)}
        self.effects = {code: term.more["order"] for code, term in pack.vocabularies["effects"].items()}
        self.groups = [term.code for term in ordered(pack, "agenda_groups")]
        self.topics = [term.code for term in ordered(pack, "agenda_topics")]

    def place(self, name: str) -> tuple[int, int, str]:
        """Return the place of a step: in its advice, in the pack, by its name."""
        same = same_advice(self.pack).get(name)
        return (0 if same is None else same.more["steps"].index(name)), self.places.get(name, -1), name

    def rank(self, task: Task) -> tuple[object, ...]:
        """Return by what tasks of one key stand in order; equal only for tasks that say the same."""
        day = task.due_on or date.max
        return (
            self.place(task.joined[0]),
            not task.debts,
            day,
            task.whose,
            task.debts,
            task.due,
            repr(task.title.values),
        )

    def sooner(self, task: Task) -> tuple[object, ...]:
        """Return by what the day of several is chosen: the first day, then the first reason why there is none."""
        if task.due_on is not None:
            return 0, task.due_on, task.due
        return 1, date.max, _UNDATED.index(task.due)


def _one(tasks: Sequence[Task], orders: _Orders) -> Task:
    """Return one task of several: the name of the first by the pack, everything else of all of them."""
    first, soonest = tasks[0], min(tasks, key=orders.sooner)
    names = sorted({name for task in tasks for name in task.joined}, key=orders.place)
    costs = [task.cost_most for task in tasks]
    known = [cost for cost in costs if cost is not None]
    return evolve(
        first,
        joined=tuple(names),
        topics=tuple(sorted({topic for task in tasks for topic in task.topics}, key=orders.topics.index)),
        reasons=tuple(sorted(_all(tasks, "reasons"), key=lambda reason: (reason.topic, reason.code))),
        title=_title(first, names, orders.pack),
        details=_all(tasks, "details"),
        addressee_name=next((task.addressee_name for task in tasks if task.addressee_name is not None), None),
        plain=next((task.plain for task in tasks if task.plain is not None), None),
        whose=tuple(sorted(_all(tasks, "whose"))),
        due=soonest.due,
        due_on=soonest.due_on,
        limit=_all(tasks, "limit"),
        debts=tuple(sorted(_all(tasks, "debts"))),
        enforcements=tuple(sorted(_all(tasks, "enforcements"))),
        effect=min((task.effect for task in tasks), key=lambda effect: orders.effects[effect]),
        cost=_all(tasks, "cost"),
        cost_most=max(known) if len(known) == len(costs) else None,
        conditional=all(task.conditional for task in tasks),
        group=min((task.group for task in tasks), key=orders.groups.index),
        this_week=any(task.this_week for task in tasks),
        citations=_all(tasks, "citations"),
        evidence=weakest(task.evidence for task in tasks),
        verify=_all(tasks, "verify"),
        needs=_all(tasks, "needs"),
    )


def _all(tasks: Sequence[Task], name: str) -> tuple[Any, ...]:
    """Return what all tasks say in one field, each once."""
    return once(item for task in tasks for item in getattr(task, name))


def _title(first: Task, names: Sequence[str], pack: Pack) -> Words:
    """Return the name of the letter where several steps go into one, else that of the first."""
    if first.key[0] != "letter" or len(names) == 1:
        return first.title
    term = pack.term("letters", first.key[1])
    return Words(text=Bilingual(cs=term.cs, en=term.en))
