"""The one list of steps over all topics in one language, for JSON and for text alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dluhy.law.models import Bilingual
from dluhy.report.household_teller import Grounds, HouseholdTeller

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.agenda.values import Agenda, SetAside, Sources, Task, Words
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen
class Because:
    """Why a step is on the list: the topic in words, the rule or code, what it says."""

    topic: str
    topic_label: str
    code: str
    title: str


@frozen
class TaskReport:
    """One step: what, who, to whom, by when or why there is no day, for what; `plain` is the sentence for the client.

    `due_on` is a day or null; `due_label` says what day it is or why there is none; `limit` are the words of the law.
    `debts` are names of debts, `debt_ids` their ids. `cost_most` is CZK, null where not known.
    """

    step: str
    steps: tuple[str, ...]
    title: str
    details: tuple[str, ...]
    plain: str | None
    topics: tuple[str, ...]
    because: tuple[Because, ...]
    actor: str
    actor_label: str
    addressee: str
    addressee_label: str
    addressee_name: str | None
    people: tuple[str, ...]
    due_on: date | None
    due: str
    due_label: str
    limit: tuple[str, ...]
    this_week: bool
    group: str
    group_label: str
    debt_ids: tuple[str, ...]
    debts: tuple[str, ...]
    enforcements: tuple[str, ...]
    effect: str
    effect_label: str
    cost: tuple[str, ...]
    cost_most: int | None
    conditional: bool
    needs: tuple[str, ...]
    grounds: Grounds
    to_verify: tuple[str, ...]


@frozen
class SetAsideReport:
    """Advice that gave way, to which rule of precedence, and for which debts (none: for the person)."""

    code: str
    why: str
    step: str
    title: str
    debts: tuple[str, ...]


@frozen
class AgendaReport:
    """The list of steps in the order to take them, and what gave way to what."""

    as_of: date
    steps: tuple[TaskReport, ...]
    set_aside: tuple[SetAsideReport, ...]

    @property
    def this_week(self) -> tuple[TaskReport, ...]:
        """The steps of this week."""
        return tuple(step for step in self.steps if step.this_week)


def agenda_report(agenda: Agenda, sources: Sources, pack: Pack, language: Language) -> AgendaReport:
    """Return the list of steps as people and programs read it."""
    tell, names = HouseholdTeller(pack, language), debt_names(sources) | creditor_names(sources)
    return AgendaReport(
        as_of=sources.as_of,
        steps=tuple(task_report(task, names, tell) for task in agenda.tasks),
        set_aside=tuple(_set_aside(each, names, tell) for each in agenda.set_aside),
    )


def debt_names(sources: Sources) -> dict[str, str]:
    """Return how the debts and lines of a case are called: a line of the budget by its name, a debt by its id."""
    ordered = None if sources.household is None else sources.household.sheet.triage
    if ordered is None:
        return {}
    rows = ordered.select("id", "debt", "name").iter_rows(named=True)
    return {row["id"]: row["name"] for row in rows if row["debt"] is None and row["name"]}


def creditor_names(sources: Sources) -> dict[str, str]:
    """Return how creditors that letters know by their IČO are called."""
    rows = sources.judged.select("creditor_ico", "creditor_name").iter_rows()
    return {ico: name for ico, name in rows if ico is not None and name is not None}


def filled(words: Words, tell: HouseholdTeller) -> str:
    """Return a sentence with its values: haléře as crowns, days and texts in the language."""
    text = words.text.text(tell.language)
    if not words.values:
        return tell.set(text)
    told = {name: value_told(value, tell) for name, value in words.values.items()}
    return tell.set(text.format(**told))


def value_told(value: Any, tell: HouseholdTeller) -> str:  # noqa: ANN401 - of any blank of a sentence
    """Return a value of a sentence as people read it: an int is haléře."""
    if isinstance(value, Bilingual):
        return value.text(tell.language)
    if isinstance(value, date):
        return tell.say.day(value)
    return tell.crowns(value) if isinstance(value, int) else str(value)


def task_report(task: Task, names: Mapping[str, str], tell: HouseholdTeller) -> TaskReport:
    """Return one step as people and programs read it."""
    return TaskReport(
        step=task.code,
        steps=task.joined,
        title=filled(task.title, tell),
        details=tuple(filled(words, tell) for words in task.details),
        plain=None if task.plain is None else filled(task.plain, tell),
        topics=tuple(tell.term("agenda_topics", topic) for topic in task.topics),
        because=tuple(
            Because(each.topic, tell.term("agenda_topics", each.topic), each.code, _text(each.title, tell))
            for each in task.reasons
        ),
        actor=task.actor,
        actor_label=tell.term("roles", task.actor),
        addressee=task.addressee,
        addressee_label=tell.term("roles", task.addressee),
        addressee_name=names.get(task.addressee_name or "", task.addressee_name),
        people=task.whose,
        due_on=task.due_on,
        due=task.due,
        due_label=tell.term("agenda_due", task.due),
        limit=_texts(task.limit, tell),
        this_week=task.this_week,
        group=task.group,
        group_label=tell.term("agenda_groups", task.group),
        debt_ids=task.debts,
        debts=tuple(names.get(debt, debt) for debt in task.debts),
        enforcements=task.enforcements,
        effect=task.effect,
        effect_label=tell.term("effects", task.effect),
        cost=_texts(task.cost, tell),
        cost_most=task.cost_most,
        conditional=task.conditional,
        needs=_texts(task.needs, tell),
        grounds=tell.grounds(task.citations, task.evidence),
        to_verify=_texts(task.verify, tell),
    )


def _set_aside(each: SetAside, names: Mapping[str, str], tell: HouseholdTeller) -> SetAsideReport:
    return SetAsideReport(
        code=each.code,
        why=tell.term("agenda_precedence", each.code),
        step=each.task.code,
        title=filled(each.task.title, tell),
        debts=tuple(names.get(debt, debt) for debt in each.debts),
    )


def _texts(texts: Iterable[Bilingual], tell: HouseholdTeller) -> tuple[str, ...]:
    return tuple(_text(text, tell) for text in texts)


def _text(text: Bilingual, tell: HouseholdTeller) -> str:
    return tell.set(text.text(tell.language))
