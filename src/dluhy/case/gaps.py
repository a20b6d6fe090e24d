"""What a case does not say, what that prevents, and where in the document to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl
from attrs import evolve, frozen

from dluhy.case.frames import case_facts
from dluhy.case.model import Debt, Enforcement, Insolvency, Person
from dluhy.children.check import checker
from dluhy.children.questions import EFFECTS, open_questions
from dluhy.dates import Span
from dluhy.documents.decoding import pointer
from dluhy.documents.fields import Part, fact_places, names
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.case.frames import CaseRows, Places
    from dluhy.case.model import Case
    from dluhy.documents.fields import Loc
    from dluhy.law.pack import Pack

Effect = Literal["limits", "missing", "asked_for_steps", "worth_asking"]
NEW: Final = "-"
"""The member after the last one of a list, in a JSON Pointer."""

_OF_PERSON: Final = dict(fact_places(Person))
_OF_DEBT: Final = dict(fact_places(Debt))
_OF_ENFORCEMENT: Final = dict(fact_places(Enforcement))
_OF_INSOLVENCY: Final = dict(fact_places(Insolvency))
_AROSE: Final = "arose_on"
_ELSEWHERE: Final = {"creditor_changed": "/creditor/previous"}
_QUESTIONS: Final = {
    "debts": Bilingual(cs="Jaké má klient dluhy? Nemá-li žádné, napište prázdný seznam.",
                       en="What debts has the client? If none, write an empty list."),
    "debtor": Bilingual(cs="Kdo je dlužníkem (people a debtor)?", en="Who is the debtor (people and debtor)?"),
    "enforcement_debts": Bilingual(cs="Které dluhy se v této exekuci vymáhají?",
                                   en="Which debts does this enforcement recover?"),
}  # fmt: skip


@frozen
class Gap:
    """One value that is absent and matters.

    `effect` is what it prevents: `limits` until when a step may be taken, `missing` who owes, `asked_for_steps` which
    step stands, `worth_asking` a further ground. `fact` is the fact of the pack, or `debts`, `debtor`,
    `enforcement_debts`. `debts` are the ids it is about, `balance` their sum in haléře, None if none of them is known.
    `partly` tells that the value is there but known in part only, such as a month where the day is needed.
    """

    effect: Effect
    pointer: str
    fact: str
    question: Bilingual
    debts: tuple[str, ...]
    balance: int | None
    partly: bool = False


def gaps(case: Case, pack: Pack | None = None) -> list[Gap]:
    """Return every absent value that matters, the weightiest first: by effect, then by the sum at stake.

    Of a debt of an adult for which it is not known whether it arose in childhood, that is asked first and nothing more
    about how it arose.

    Raises HorizonError if the pack does not know the law of the day.
    """
    judge = checker(pack)
    judge.pack.require_known("children", case.as_of)
    rows = case_facts(case, judge.pack)
    found = [*_of_structure(case, rows)]
    if rows.frame.height:
        judged = judge.judge(rows.frame, case.as_of)
        questions = open_questions(judge.engine, judged).rows(named=True)
        found += _merged(rows, _first_things_first(questions, judged, judge.engine.asked), judge.pack)
    found = [evolve(gap, partly=_stated(case, gap.pointer)) for gap in found]
    return sorted(found, key=lambda gap: (EFFECTS.index(gap.effect), -(gap.balance or 0), gap.pointer))


def _of_structure(case: Case, rows: CaseRows) -> Iterator[Gap]:
    if case.debts is None:
        yield Gap("missing", "/debts", "debts", _QUESTIONS["debts"], (), None)
    for place, row in zip(rows.places, rows.frame.iter_rows(named=True), strict=True):
        if place.person is None:
            yield Gap("missing", pointer(("debts", place.claim, "debtor")), "debtor", _QUESTIONS["debtor"],
                      (row["debt_id"],), row["balance"])  # fmt: skip
    for number, enforcement in enumerate(case.enforcements or []):
        if enforcement.debts is None:
            where = pointer(("enforcements", number, "debts"))
            yield Gap("asked_for_steps", where, "enforcement_debts", _QUESTIONS["enforcement_debts"], (), None)


def _first_things_first(
    questions: list[dict[str, Any]], judged: pl.DataFrame, asked: Sequence[str]
) -> list[dict[str, Any]]:
    """Leave out what would only add a ground to a debt of an adult of which the day it arose is to be found first."""
    adults = set(judged.filter(pl.col("person_days_to_18_to") <= 0)["row"])
    lacking, adding = EFFECTS.index("missing"), EFFECTS.index("worth_asking")
    open_ = {each["row"] for each in questions if asked[each["fact"]] == _AROSE and each["effect"] == lacking} & adults
    return [
        each for each in questions
        if not (each["row"] in open_ and each["effect"] == adding and asked[each["fact"]] in _OF_DEBT)
    ]  # fmt: skip


def _stated(case: Case, where: str) -> bool:
    """Return whether a day stands at a place: what is asked for there is a more exact one."""
    node: Any = case
    for part in where.split("/")[1:]:
        if isinstance(node, list):
            node = node[int(part)] if part.isdecimal() else None
        elif isinstance(node, Part):
            node = getattr(node, names(type(node)).get(part, ""), None)
    return isinstance(node, Span)


def _merged(rows: CaseRows, questions: Sequence[dict[str, object]], pack: Pack) -> list[Gap]:
    """Return one gap for each place to fill in, with all debts that wait for it and its weightiest effect."""
    asked = pack.asked
    waiting: dict[tuple[str, str], dict[int, int]] = {}
    for question in questions:
        number, fact = int(str(question["row"])), asked[int(str(question["fact"]))]
        where = where_to_write(fact, rows.places[number - 1])
        about = waiting.setdefault((where, fact), {})
        about[number] = min(about.get(number, len(EFFECTS)), int(str(question["effect"])))
    return [_gap(rows, pack, where, fact, about) for (where, fact), about in waiting.items()]


def _gap(rows: CaseRows, pack: Pack, where: str, fact: str, about: dict[int, int]) -> Gap:
    effects: tuple[Effect, ...] = ("limits", "missing", "asked_for_steps", "worth_asking")
    debts, balances = rows.frame["debt_id"], rows.frame["balance"]
    known = [balances[number - 1] for number in sorted(about) if balances[number - 1] is not None]
    texts = pack.fact_texts[fact]
    return Gap(
        effects[min(about.values())],
        where,
        fact,
        texts.ask or texts.label,
        tuple(debts[number - 1] for number in sorted(about)),
        sum(known) if known else None,
    )


def where_to_write(fact: str, place: Places) -> str:
    """Return the JSON Pointer where a fact of a row is to be written; `-` stands for a new member of a list."""
    if fact in _OF_PERSON:
        return _within(("people", _or_new(place.person)), _OF_PERSON[fact])
    if fact in _OF_ENFORCEMENT:
        return _within(("enforcements", _or_new(place.enforcement)), _OF_ENFORCEMENT[fact])
    if fact in _OF_INSOLVENCY:
        return _within(("history", "insolvencies", _or_new(place.insolvency)), _OF_INSOLVENCY[fact])
    return _within(("debts", place.claim), _OF_DEBT.get(fact) or _ELSEWHERE[fact])


def place_to_write(fact: str, place: Places) -> str | None:
    """Return the JSON Pointer where a fact of a row is to be written; None where a document has no place for it."""
    known = (_OF_PERSON, _OF_ENFORCEMENT, _OF_INSOLVENCY, _OF_DEBT, _ELSEWHERE)
    return where_to_write(fact, place) if any(fact in some for some in known) else None


def _or_new(place: int | None) -> int | str:
    return NEW if place is None else place


def _within(loc: Loc, rest: str) -> str:
    return pointer(loc) + rest
