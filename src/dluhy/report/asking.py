"""What to ask next in one language: each question with the effect of every possible answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.report.agenda import debt_names, filled, value_told
from dluhy.report.household_teller import HouseholdTeller

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dluhy.agenda.values import Sources
    from dluhy.asking.values import Answer, Decides, Effect, Question
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen
class AnswerReport:
    """One possible answer, and what it would change; `amount` is what it moves, a decimal string."""

    answer: str
    effects: tuple[str, ...]
    changes: bool
    amount: str


@frozen
class QuestionReport:
    """A fact to find out: of whom, about which debts, where to write it, what each answer would change.

    `decides` says in words what hangs on it. `weight` is the most an answer moves, a decimal string; `effects` are the
    codes of what it decides, `limits` tells that a limit may be running unseen.
    """

    fact: str
    label: str
    ask: str
    people: tuple[str, ...]
    debts: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    decides: tuple[str, ...]
    effects: tuple[str, ...]
    answers: tuple[AnswerReport, ...]
    limits: bool
    weight: str


def asking_report(
    questions: Sequence[Question], sources: Sources, pack: Pack, language: Language
) -> tuple[QuestionReport, ...]:
    """Return the questions as people and programs read them, the weightiest first."""
    tell, names = HouseholdTeller(pack, language), debt_names(sources)
    return tuple(_question(each, names, tell) for each in questions)


def _question(each: Question, names: Mapping[str, str], tell: HouseholdTeller) -> QuestionReport:
    return QuestionReport(
        fact=each.fact,
        label=tell.set(each.label.text(tell.language)),
        ask=tell.set(each.ask.text(tell.language)),
        people=each.people,
        debts=tuple(names.get(debt, debt) for debt in each.about),
        places=each.places,
        topics=tuple(tell.term("agenda_topics", topic) for topic in each.topics),
        decides=tuple(dict.fromkeys(_decides(one, tell) for one in each.decides)),
        effects=tuple(dict.fromkeys(one.code for one in each.decides)),
        answers=tuple(_answer(answer, names, tell) for answer in each.answers),
        limits=each.limits,
        weight=to_decimal_string(each.weight),
    )


def _decides(one: Decides, tell: HouseholdTeller) -> str:
    text = tell.term("question_decides", one.code)
    return text if one.title is None else text.format(title=one.title.text(tell.language))


def _answer(answer: Answer, names: Mapping[str, str], tell: HouseholdTeller) -> AnswerReport:
    return AnswerReport(
        answer=filled(answer.label, tell),
        effects=tuple(_effect(effect, names, tell) for effect in answer.effects),
        changes=any(effect.code != "nothing" for effect in answer.effects),
        amount=to_decimal_string(answer.amount),
    )


def _effect(effect: Effect, names: Mapping[str, str], tell: HouseholdTeller) -> str:
    told = {name: value_told(value, tell) for name, value in effect.values.items()}
    debts = ", ".join(names.get(debt, debt) for debt in effect.debts)
    term = tell.pack.term("answer_effects", effect.code)
    return tell.set(term.text(tell.language).format(debts=debts, **told))
