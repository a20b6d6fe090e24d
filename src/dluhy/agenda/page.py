"""What the page for the client holds: what is going on, what to do this week, what to bring and what not to do.

The page says nothing that the list for the counsellor does not; it leaves out what others do and what can wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.agenda.making import CLIENTS, EXECUTOR, ordered, same_advice
from dluhy.agenda.precedence import circumstances
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dluhy.agenda.values import Agenda, Sources, Task
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

STEPS, LEAST = "client_page_steps", "client_page_least"
AVOIDS, BRINGS, HELPS = "client_avoids", "client_brings", "client_helps"
_SHORT: Final = ("BELOW_LIVING_MINIMUM", "DEFICIT", "LIVING_COSTS_LOW")
_NOT_NOW: Final = frozenset({"waits", "change", "past"})
_DISPUTED: Final = ("contested", "limitation", "attacked")
_UNTOUCHED: Final = (*_DISPUTED, "ends")
"""Debts that may not have to be paid at all, and with them those whose enforcement should end: a payment could revive
either, so none is made before advice."""
_VIOLENCE: Final = "ETHOS_VIOLENCE"


@frozen(kw_only=True)
class Situation:
    """What is going on, in numbers: what the page says in two or three sentences; money in haléře.

    `owed` is None where a balance is not known; `left` is what is left a month after expenses, None unknown.
    """

    debts: int
    owed: int | None
    disputed: tuple[str, ...] = ()
    enforced: int = 0
    left: int | None = None
    next_limit: date | None = None


@frozen(kw_only=True)
class ToDo:
    """One thing to do: the first task told by its sentence, and everybody it goes to."""

    task: Task
    towards: tuple[str, ...] = ()


@frozen(kw_only=True)
class ClientPage:
    """The page of one case: `steps` in the order to take them, the others codes of vocabularies of the page.

    `more` counts the steps of this week that the page has no room for; `untouched` are the debts on which nothing is to
    be paid before advice.
    """

    ref: str
    as_of: date
    situation: Situation
    steps: tuple[ToDo, ...]
    more: int = 0
    avoids: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    untouched: tuple[str, ...] = ()


def client_page(agenda: Agenda, sources: Sources, pack: Pack) -> ClientPage:
    """Return what the page for the client holds; at most as many steps as the series `client_page_steps` says.

    Where little is due this week, the page goes on with the next steps of the client, up to `client_page_least`.
    """
    law = pack.whole or pack
    disputed = _of_circumstances(_DISPUTED, sources, law)
    untouched = _untouched(agenda, sources, law)
    true = set(_circumstances(agenda, sources, law, disputed))
    true |= {"untouched"} if untouched else set()
    own = _different(task for task in agenda.tasks if task.actor in CLIENTS and task.plain is not None)
    most, least = constant(law.series[STEPS]), constant(law.series[LEAST])
    week = [each for each in own if each.task.this_week]
    next_ones = [each for each in own if not each.task.this_week and each.task.due not in _NOT_NOW]
    steps = [*week, *next_ones[: max(least - len(week), 0)]]
    return ClientPage(
        ref=sources.case.ref,
        as_of=sources.as_of,
        situation=_situation(agenda, sources, disputed),
        steps=tuple(steps[:most]),
        more=max(len(steps) - most, 0),
        avoids=_codes(AVOIDS, true, law),
        brings=_codes(BRINGS, true, law),
        helps=_codes(HELPS, true, law),
        untouched=untouched,
    )


def _different(tasks: Iterable[Task]) -> list[ToDo]:
    """Return tasks that are told by different sentences, the first of each with everybody it goes to."""
    found: dict[tuple[str, str], list[Task]] = {}
    for task in tasks:
        if task.plain is not None:
            found.setdefault((task.plain.text.cs, str(task.plain.values)), []).append(task)
    return [ToDo(task=same[0], towards=tuple(dict.fromkeys(_names(same)))) for same in found.values()]


def _names(tasks: Iterable[Task]) -> Iterator[str]:
    """Yield to whom tasks go as the client knows it: an executor by the file marks."""
    for task in tasks:
        if task.addressee == EXECUTOR:
            yield from task.enforcements
        elif task.addressee_name is not None:
            yield task.addressee_name


def _codes(vocabulary: str, true: set[str], law: Pack) -> tuple[str, ...]:
    return tuple(term.code for term in ordered(law, vocabulary) if _applies(term, true))


def _applies(term: Term, true: set[str]) -> bool:
    return not true.isdisjoint(term.more["when"])


def _circumstances(agenda: Agenda, sources: Sources, law: Pack, disputed: tuple[str, ...]) -> Iterator[str]:
    """Yield the circumstances that hold, under the names of the vocabularies of the page."""
    yield "always"
    of_debts = circumstances(sources, law).debts
    yield from (code for code, debts in of_debts.items() if debts)
    found, sheet = {task.group for task in agenda.tasks}, sources.household
    yield from found
    tests = {
        "debts": bool(sources.judged.height) and len(disputed) < sources.judged.height,
        "incomes": bool(sources.case.incomes),
        "enforced": bool(sources.case.enforcements),
        "limits": any(task.due in {"law", "unseen"} for task in agenda.tasks),
        "in_relief": any(each.running for each in sources.relief),
        "petition": any("relief" in task.topics and task.due != "waits" for task in agenda.tasks),
        "benefits": any("benefits" in task.topics for task in agenda.tasks),
    }
    yield from (name for name, holds in tests.items() if holds)
    holding = set() if sheet is None else {each.rule for each in sheet.sheet.indicators if each.status == "holds"}
    if holding.intersection(_SHORT):
        yield "short"
    if _VIOLENCE in holding:
        yield "violence"


def _of_circumstances(names: Iterable[str], sources: Sources, law: Pack) -> tuple[str, ...]:
    """Return the debts of which one of the circumstances is true."""
    of_debts = circumstances(sources, law).debts
    return tuple(sorted({debt for name in names for debt in of_debts[name]}))


def _untouched(agenda: Agenda, sources: Sources, law: Pack) -> tuple[str, ...]:
    """Return the debts on which nothing is to be paid before advice: by what is found, and by what the list advises."""
    waits = law.term(AVOIDS, "pay_disputed").more["advice"]
    of_waiting = {name for name, term in same_advice(law).items() if term.code == waits}
    advised = {debt for task in agenda.tasks if of_waiting.intersection(task.joined) for debt in task.debts}
    known = set(sources.judged["debt_id"])
    return tuple(sorted(advised & known | set(_of_circumstances(_UNTOUCHED, sources, law))))


def _situation(agenda: Agenda, sources: Sources, disputed: tuple[str, ...]) -> Situation:
    rows = [
        row for row in sources.judged.iter_rows(named=True) if not (row["balance"] is not None and row["balance"] <= 0)
    ]
    balances = [row["balance"] for row in rows]
    limits = [task.due_on for task in agenda.tasks if task.due == "law" and task.due_on is not None]
    left = None if sources.household is None else sources.household.sheet.budget.left.exact
    return Situation(
        debts=len(rows),
        owed=None if None in balances else sum(balances),
        disputed=disputed,
        enforced=sum(row["enforcement_kind"] not in {None, "none"} for row in rows),
        left=left,
        next_limit=min(limits, default=None),
    )
