"""Questions about the household: what endangers it, which obligation comes first, benefits, the minimum, wages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.asking.values import Answer, Decides, Effect, Question
from dluhy.asking.variants import Possible, Trial, possible_answers, tried
from dluhy.case.model_home import Home, Situation
from dluhy.documents.fields import fact_places, fields
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.facts.schema import dtype_of
from dluhy.household.indicators import indicators
from dluhy.household.triage import COLUMNS, triage
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dluhy.case.household import CaseHousehold
    from dluhy.household.sheet import HouseholdSheet
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

TOPIC: Final = "household"
BENEFITS: Final = "benefits"
DEDUCTIONS: Final = "deductions"
_FACTS: Final = "household_facts"
_NOT: Final = "seems_not"
_PLACES: Final = (
    {key: f"/home/{key}" for key in fields(Home)}
    | {key: f"/situation/{key}" for key in fields(Situation)}
    | {fact: f"/home{place}" for fact, place in fact_places(Home)}
    | {fact: f"/situation{place}" for fact, place in fact_places(Situation)}
    | {"emergency_need": "/situation/emergency_needs"}
)
"""Where the answer to a fact belongs: a fact is called as its field where it is not the fact of one."""


@frozen(kw_only=True)
class _Waits:
    """A result that waits for a fact: the topic and what the fact decides of it."""

    topic: str
    decides: Decides


def of_household(found: CaseHousehold | None, pack: Pack) -> list[Question]:
    """Return the questions about a household; answers that need no more than rules are tried out at once.

    What a benefit or a wage waits for is told in words: `decides`.
    """
    if found is None:
        return []
    law = pack.whole or pack
    waits: dict[str, list[_Waits]] = {}
    for fact, wait in _waiting(found, law):
        if _can_be_asked(fact, law) and wait not in waits.setdefault(fact, []):
            waits[fact].append(wait)
    tries = _tries(found.sheet, waits, law)
    return [
        *(_question(fact, tuple(some), tries.get(fact, ()), law) for fact, some in waits.items() if some),
        *_of_obligations(found.sheet, law),
    ]


def _waiting(found: CaseHousehold, law: Pack) -> Iterator[tuple[str, _Waits]]:
    """Yield every missing fact with what waits for it."""
    yield from ((code, _Waits(topic=TOPIC, decides=Decides(code="minimum"))) for code in found.sheet.minimum.missing)
    for each in found.wages:
        for code in each.wage.questions if each.wage else ():
            yield code, _Waits(topic=DEDUCTIONS, decides=Decides(code="wage"))
    for estimate in found.sheet.benefits:
        if estimate.seems != _NOT:
            label = _both(law.term("benefits", estimate.benefit))
            for code in dict.fromkeys(name for one in (estimate, *estimate.parts) for name in one.missing):
                yield code, _Waits(topic=BENEFITS, decides=Decides(code=BENEFITS, title=label))
    for indicator in found.sheet.indicators:
        if indicator.status == "unknown":
            for code in indicator.missing:
                yield code, _Waits(topic=TOPIC, decides=Decides(code="indicators"))


def _tries(sheet: HouseholdSheet, facts: Iterable[str], law: Pack) -> dict[str, tuple[Answer, ...]]:
    """Return the answers to facts of the household that rules read, every one judged in one frame."""
    some = [fact for fact in facts if fact in HOUSEHOLD_FACTS]
    trials = [(fact, one) for fact in some for one in possible_answers(HOUSEHOLD_FACTS[fact], law)]
    if not trials:
        return {}
    columns = {column for fact, _ in trials for column in HOUSEHOLD_FACTS[fact].columns}
    frame = _with_columns(sheet.facts, columns, law)
    made, _ = tried(frame, [_trial(fact, one) for fact, one in trials])
    lines = indicators(pl.concat([frame, made]), law, sheet.on).to_dicts()
    found: dict[str, list[Answer]] = {}
    for (fact, one), after in zip(trials, lines[1:], strict=True):
        found.setdefault(fact, []).append(_answer(one, tuple(_indicated(lines[0], after, sheet, law))))
    return {fact: tuple(answers) for fact, answers in found.items()}


def _with_columns(facts: pl.DataFrame, columns: Iterable[str], law: Pack) -> pl.DataFrame:
    """Return facts with the columns that answers are put into."""
    dtypes = {column: dtype_of(spec, law.members) for spec in HOUSEHOLD_FACTS.values() for column in spec.columns}
    absent = [column for column in sorted(columns) if column not in facts.columns]
    return facts.with_columns(pl.lit(None, dtype=dtypes[column]).alias(column) for column in absent)


def _trial(fact: str, one: Possible) -> Trial:
    return Trial(spec=HOUSEHOLD_FACTS[fact], value=one.value, rows=(0,), changed=frozenset({0}))


def _indicated(
    before: Mapping[str, Any], after: Mapping[str, Any], sheet: HouseholdSheet, law: Pack
) -> Iterator[Effect]:
    """Yield the indicators that would hold and do not now."""
    for each in sheet.indicators:
        if after[each.rule] and not before[each.rule]:
            yield Effect(code="indicator", values={"title": law.rules[each.rule].title})


def _of_obligations(sheet: HouseholdSheet, law: Pack) -> Iterator[Question]:
    """Yield the questions about single obligations whose class is not certain."""
    ordered = sheet.triage
    if ordered is None:
        return
    rows = ordered.to_dicts()
    part = law.of("obligations")
    asked = [(row, fact) for row, line in enumerate(rows) for fact in line["missing"] if part.facts[fact].asked]
    trials = [(row, fact, one) for row, fact in asked for one in possible_answers(part.facts[fact], law)]
    plain = ordered.drop(COLUMNS).with_columns(
        pl.lit(None, dtype=dtype_of(part.facts[name], law.members)).alias(column)
        for _, name in asked
        for column in part.facts[name].columns
        if column not in ordered.columns
    )
    after: dict[int, Mapping[str, Any]] = {}
    if trials:
        made, _ = tried(
            plain, [Trial(spec=part.facts[f], value=o.value, rows=(r,), changed=frozenset({r})) for r, f, o in trials]
        )
        numbered = made.with_columns(pl.int_range(pl.len()).cast(pl.String).alias("id"))
        after = {int(line["id"]): line for line in triage(numbered, law, sheet.on).iter_rows(named=True)}
    answers: dict[tuple[int, str], list[Answer]] = {}
    for at, (row, fact, one) in enumerate(trials):
        answers.setdefault((row, fact), []).append(_answer(one, tuple(_placed(rows[row], after[at], law))))
    for row, fact in asked:
        yield _of_obligation(rows[row], fact, tuple(answers.get((row, fact), ())), law)


def _placed(before: Mapping[str, Any], after: Mapping[str, Any], law: Pack) -> Iterator[Effect]:
    if after["class"] != before["class"]:
        title = _both(law.term("verdicts", after["class"]))
        yield Effect(code="class", debts=(before["debt"] or before["id"],), values={"title": title})


def _of_obligation(row: Mapping[str, Any], fact: str, answers: tuple[Answer, ...], law: Pack) -> Question:
    name = row["debt"] or row["id"]
    text = law.fact_texts[fact]
    return Question(
        key=("obligation", name, fact),
        fact=fact,
        label=text.label,
        ask=text.ask or text.label,
        people=() if row["debtor"] is None else (row["debtor"],),
        about=(name,),
        answers=answers,
        decides=(Decides(code="triage", debts=(name,)),),
        topics=(TOPIC,),
    )


def _answer(one: Possible, effects: tuple[Effect, ...]) -> Answer:
    return Answer(value=one.value, label=one.label, effects=effects or (Effect(code="nothing"),))


def _question(fact: str, waits: tuple[_Waits, ...], answers: tuple[Answer, ...], law: Pack) -> Question:
    label, ask = _texts(fact, law)
    return Question(
        key=("household", fact),
        fact=fact,
        label=label,
        ask=ask,
        places=(_PLACES[fact],) if fact in _PLACES else (),
        answers=answers,
        decides=tuple(wait.decides for wait in waits),
        topics=tuple(dict.fromkeys(wait.topic for wait in waits)),
    )


def _can_be_asked(fact: str, law: Pack) -> bool:
    return fact in law.vocabularies[_FACTS] or (fact in law.fact_texts and law.facts[fact].asked)


def _texts(fact: str, law: Pack) -> tuple[Bilingual, Bilingual]:
    term = law.vocabularies[_FACTS].get(fact)
    if term is not None:
        return _both(term), Bilingual(cs=str(term.more["ask_cs"]), en=str(term.more["ask_en"]))
    text = law.fact_texts[fact]
    return text.label, text.ask or text.label


def _both(term: Term) -> Bilingual:
    return Bilingual(cs=term.cs, en=term.en)
