"""Questions about debts from childhood: each answer is judged on all the debts of the person, all answers together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.agenda.values import Words
from dluhy.asking.values import Answer, Decides, Effect, Question
from dluhy.asking.variants import Possible, Trial, possible_answers, tried
from dluhy.case.gaps import NEW, place_to_write
from dluhy.children.check import COMPACT
from dluhy.children.outcome import NEEDS_DATA
from dluhy.children.questions import EFFECTS, open_questions
from dluhy.dates import birthday
from dluhy.facts.schema import FACTS
from dluhy.law.amounts import constant
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.case import CaseRows
    from dluhy.children.check import Checker
    from dluhy.law.models import Term

TOPIC: Final = "children"
KIND: Final = "debt_kind"
_MISSING: Final = "missing"
_NOT: Final = "no"


@frozen(kw_only=True)
class _Open:
    """A fact to find out at one place of the document: the rows it is written for, those that wait for it, why."""

    fact: str
    place: str | None
    key: tuple[str, ...]
    written: frozenset[int]
    waiting: tuple[int, ...]
    effects: tuple[str, ...]


def of_debts(rows: CaseRows, judged: pl.DataFrame, checker: Checker, as_of: date) -> list[Question]:
    """Return the questions about debts, each with the effect of every answer that can be tried out.

    `rows` are the facts that were judged, `judged` the result. A fact is asked once for each place of the document.
    """
    if not judged.height:
        return []
    found = _open(rows, judged, checker)
    base = judged.select(*COMPACT[4:], "row", "debt_id", "balance", "birth_date_from", "birth_date_to").to_dicts()
    possible = {each.key: _possible(each, base, checker) for each in found}
    tries = [(each, one) for each in found for one in possible[each.key]]
    outcomes = _judged(tries, rows, base, checker, as_of)
    answers: dict[tuple[str, ...], list[Answer]] = {each.key: [] for each in found}
    now = {line["row"]: line for line in base}
    for (each, one), lines in zip(tries, outcomes, strict=True):
        answers[each.key].append(_answer(one, lines, now, checker))
    return [_question(each, tuple(answers[each.key]), base, checker) for each in found]


def _open(rows: CaseRows, judged: pl.DataFrame, checker: Checker) -> list[_Open]:
    asked = checker.engine.asked
    waiting: dict[tuple[str, str], dict[int, set[int]]] = {}
    wheres: dict[str, list[str]] = {}
    for line in open_questions(checker.engine, judged).iter_rows(named=True):
        place, fact = line["row"] - 1, asked[line["fact"]]
        if fact not in wheres:
            wheres[fact] = [_where(fact, row, rows) for row in range(len(rows.places))]
        waiting.setdefault((wheres[fact][place], fact), {}).setdefault(place, set()).add(line["effect"])
    written = {fact: _rows_of(of_rows) for fact, of_rows in wheres.items()}
    return [_one(where, fact, about, written[fact][where]) for (where, fact), about in sorted(waiting.items())]


def _rows_of(wheres: Sequence[str]) -> dict[str, frozenset[int]]:
    """Return the rows that are written at each place."""
    found: dict[str, list[int]] = {}
    for row, where in enumerate(wheres):
        found.setdefault(where, []).append(row)
    return {where: frozenset(rows) for where, rows in found.items()}


def _where(fact: str, row: int, rows: CaseRows) -> str:
    """Return where a fact of a row is written; what would be a new member of a list, for each row apart."""
    where = place_to_write(fact, rows.places[row]) or f"?{row}"
    return f"{where}#{row}" if f"/{NEW}/" in where else where


def _one(where: str, fact: str, about: Mapping[int, set[int]], written: frozenset[int]) -> _Open:
    place = None if where.startswith("?") else where.split("#", maxsplit=1)[0]
    effects = {effect for found in about.values() for effect in found}
    return _Open(
        fact=fact,
        place=place,
        key=("document", where, fact),
        written=written,
        waiting=tuple(sorted(about)),
        effects=tuple(EFFECTS[effect] for effect in sorted(effects)),
    )


def _possible(each: _Open, base: Sequence[Mapping[str, Any]], checker: Checker) -> tuple[Possible, ...]:
    """Return the answers to try: members of closed lists, and of days two that tell childhood from later."""
    spec = FACTS[each.fact]
    found = possible_answers(spec, checker.pack)
    if found or spec.type != "date" or _MISSING not in each.effects:
        return found
    born = {(base[row]["birth_date_from"], base[row]["birth_date_to"]) for row in each.written}
    first, last = next(iter(born))
    if len(born) > 1 or first is None or first != last:
        return ()
    grown = birthday(first, constant((checker.pack.whole or checker.pack).series["age_of_majority"]))
    terms = (checker.pack.whole or checker.pack).vocabularies["sample_days"]
    days = {"before_majority": grown - timedelta(days=1), "at_majority": grown}
    return tuple(Possible(value=day, label=_day(terms[code], day)) for code, day in days.items())


def _day(term: Term, day: date) -> Words:
    return Words(text=Bilingual(cs=term.cs, en=term.en), values={"day": day})


def _judged(
    tries: Sequence[tuple[_Open, Possible]],
    rows: CaseRows,
    base: Sequence[Mapping[str, Any]],
    checker: Checker,
    as_of: date,
) -> list[list[dict[str, Any]]]:
    """Judge all answers in two frames, one for kinds of debts, which call for other rules, and one for the rest."""
    found: list[list[dict[str, Any]]] = [[] for _ in tries]
    of_people: dict[str | None, list[int]] = {}
    for row, line in enumerate(base):
        of_people.setdefault(line["person_id"], []).append(row)
    for of_kind in (False, True):
        some = [at for at, (each, _) in enumerate(tries) if (each.fact == KIND) is of_kind]
        if not some:
            continue
        trials = [_trial(*tries[at], base, of_people) for at in some]
        frame, spans = tried(rows.frame, trials)
        apart = [f"{name}\x1f{at}" for at, span in enumerate(spans) for name in _people(frame, span)]
        frame = frame.with_columns(pl.Series("person_id", apart, dtype=pl.String))
        lines = checker.judge_compact(frame, as_of).to_dicts()
        for at, span in zip(some, spans, strict=True):
            found[at] = [lines[place] for place in span]
    return found


def _people(frame: pl.DataFrame, span: range) -> Iterator[str]:
    """Yield whose the rows of a trial are, strangers apart, so that nothing is counted across trials."""
    for place, name in zip(span, frame["person_id"][span.start : span.stop], strict=True):
        yield f"?{place}" if name is None else name


def _trial(
    each: _Open, one: Possible, base: Sequence[Mapping[str, Any]], of_people: Mapping[str | None, Sequence[int]]
) -> Trial:
    people = {base[row]["person_id"] for row in each.written}
    kept = tuple(sorted(row for person in people for row in of_people[person]))
    return Trial(spec=FACTS[each.fact], value=one.value, rows=kept, changed=each.written)


def _answer(
    one: Possible, lines: Sequence[Mapping[str, Any]], now: Mapping[int, Mapping[str, Any]], checker: Checker
) -> Answer:
    """Return what an answer changes, debt by debt."""
    changed = [(now[line["row"]], line) for line in lines if _differs(now[line["row"]], line)]
    effects = [effect for before, after in changed for effect in _effects(before, after, checker)]
    moved = [before for before, after in changed if before["outcome"] != after["outcome"]]
    freed = [before for before, after in changed if after["child_owes"] == _NOT != before["child_owes"]]
    if freed:
        effects = [_freed(freed), *effects]
    amount = sum(before["balance"] or 0 for before in moved)
    nothing = (Effect(code="nothing"),)
    return Answer(value=one.value, label=one.label, effects=tuple(effects) or nothing, amount=amount)


def _differs(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return any(before[name] != after[name] for name in ("outcome", "grounds", "next_step"))


def _freed(debts: Sequence[Mapping[str, Any]]) -> Effect:
    names = tuple(line["debt_id"] for line in debts)
    return Effect(code="not_owed", debts=names, values={"amount": sum(line["balance"] or 0 for line in debts)})


def _effects(before: Mapping[str, Any], after: Mapping[str, Any], checker: Checker) -> Iterator[Effect]:
    pack, debts = checker.pack, (before["debt_id"],)
    if before["outcome"] != after["outcome"]:
        term = pack.term("verdicts", after["verdict"])
        same = after["child_owes"] == _NOT != before["child_owes"]
        if not same and after["outcome"] != NEEDS_DATA:
            yield Effect(code="verdict", debts=debts, values={"verdict": Bilingual(cs=term.cs, en=term.en)})
    held, holds = (set(checker.summary.ids_in(row["grounds"], checker.summary.grounds)) for row in (before, after))
    for rule in sorted(holds - held):
        yield Effect(code="ground", debts=debts, values={"title": pack.rules[rule].title})
    for rule in sorted(held - holds):
        yield Effect(code="no_ground", debts=debts, values={"title": pack.rules[rule].title})
    if before["next_step"] != after["next_step"] and after["next_step"] is not None:
        yield Effect(code="step", debts=debts, values={"title": pack.steps[after["next_step"]][1].title})


def _question(
    each: _Open, answers: tuple[Answer, ...], base: Sequence[Mapping[str, Any]], checker: Checker
) -> Question:
    lines = [base[row] for row in each.waiting]
    debts = tuple(sorted({line["debt_id"] for line in lines}))
    text = checker.pack.fact_texts[each.fact]
    return Question(
        key=each.key,
        fact=each.fact,
        label=text.label,
        ask=text.ask or text.label,
        people=tuple(sorted({line["person_id"] for line in lines})),
        about=debts,
        places=() if each.place is None else (each.place,),
        answers=answers,
        decides=tuple(Decides(code=effect, debts=debts) for effect in each.effects),
        topics=(TOPIC,),
        stake=sum(line["balance"] or 0 for line in lines) if {_MISSING, "limits"} & set(each.effects) else 0,
    )
