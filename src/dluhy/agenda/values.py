"""What the one list of steps over all topics is made of: tasks, the reasons for them, what was set aside and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from dluhy.case import Case
    from dluhy.case.defects import CaseDefects
    from dluhy.case.household import CaseHousehold
    from dluhy.case.payments import CaseDeduction
    from dluhy.case.relief import CaseRelief
    from dluhy.case.strategies import CaseStrategies
    from dluhy.law.models import Bilingual, Citation, Evidence


@frozen(kw_only=True)
class Sources:
    """The results of a screening that steps and questions are drawn from.

    `rows` is the frame of debts as it was judged, `plan` and `creditor_plan` the steps as `dluhy.plan.plans` returns
    them; `household` is None where the case says nothing of it.
    """

    case: Case
    judged: pl.DataFrame
    plan: pl.DataFrame
    creditor_plan: pl.DataFrame
    deductions: tuple[CaseDeduction, ...] = ()
    household: CaseHousehold | None = None
    relief: tuple[CaseRelief, ...] = ()
    defects: tuple[CaseDefects, ...] = ()
    strategies: tuple[CaseStrategies, ...] = ()

    @property
    def as_of(self) -> date:
        """The day of the case."""
        return self.case.as_of


@frozen(kw_only=True)
class Words:
    """A sentence in both languages; `values` fill its blanks: haléře under `amount`, days, texts in both languages."""

    text: Bilingual
    values: Mapping[str, int | date | str | Bilingual] = field(factory=dict)


@frozen(kw_only=True)
class Reason:
    """Why a task is on the list: the topic and what of it asked for the task, a rule or a code, in words."""

    topic: str
    code: str
    title: Bilingual


@frozen(kw_only=True)
class Task:
    """One act or letter.

    `code` is a step of the pack or a code of `agenda_steps`, `joined` all steps that go into it. `key` tells tasks
    apart: tasks with one key are one. `whose` names the debtor, None the household. `actor` and `addressee` are codes
    of `roles`, `addressee_name` says which creditor, executor or payer. `due_on` is a day or None, `due` a code of
    `agenda_due` that says what day it is or why there is none; `limit` are the words of the law on it. `group` is of
    `agenda_groups`, `effect` of `effects`; `cost_most` is CZK, None unknown. `plain` is the sentence for the client,
    None where the client has nothing to do. `conditional` tells that a condition of it is not decided yet.
    """

    key: tuple[str, ...]
    code: str
    joined: tuple[str, ...]
    topics: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    title: Words
    details: tuple[Words, ...] = ()
    plain: Words | None = None
    actor: str
    addressee: str
    addressee_name: str | None = None
    whose: tuple[str, ...] = ()
    due_on: date | None = None
    due: str
    limit: tuple[Bilingual, ...] = ()
    debts: tuple[str, ...] = ()
    enforcements: tuple[str, ...] = ()
    effect: str
    cost: tuple[Bilingual, ...] = ()
    cost_most: int | None = None
    conditional: bool = False
    group: str = "other"
    this_week: bool = False
    citations: tuple[Citation, ...] = field(default=(), eq=False)
    evidence: Evidence = "S2"
    verify: tuple[Bilingual, ...] = ()
    needs: tuple[Bilingual, ...] = ()


@frozen(kw_only=True)
class SetAside:
    """Advice that gave way: a code of `agenda_precedence`, the task as it would be, and the debts it is set aside for.

    `debts` is empty where the whole task gave way for a person.
    """

    code: str
    task: Task
    debts: tuple[str, ...] = ()


@frozen(kw_only=True)
class Agenda:
    """The one list of steps, in the order to take them, with what gave way to what."""

    tasks: tuple[Task, ...]
    set_aside: tuple[SetAside, ...] = ()

    @property
    def this_week(self) -> tuple[Task, ...]:
        """What is due within a week or at once."""
        return tuple(task for task in self.tasks if task.this_week)
