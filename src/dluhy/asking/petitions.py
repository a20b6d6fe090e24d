"""Questions about entry into debt relief: every answer of every petitioner is judged in one frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.asking.values import Answer, Decides, Effect, Question
from dluhy.asking.variants import Possible, possible_answers
from dluhy.case.model import Relief
from dluhy.documents.fields import fact_places
from dluhy.facts.frame import frame_from_facts
from dluhy.law.models import Bilingual
from dluhy.relief.entry import CONDITIONS, HELP, LIKELY, MET, UNKNOWN, classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.case.relief import CaseRelief
    from dluhy.law.pack import Pack

TOPIC: Final = "relief"
ENTRY: Final = "entry"
_CLASSES: Final = "entry_classes"
_PLACES: Final = dict(fact_places(Relief))


def of_petitions(found: Sequence[CaseRelief], pack: Pack, as_of: date) -> list[Question]:
    """Return the questions about entry into debt relief, each with the class of entry after every answer."""
    law = pack.whole or pack
    part = law.of("petitions")
    judged = [each for each in found if each.entry is not None]
    asked = [(each, fact) for each in judged if each.entry is not None for fact in each.entry.missing]
    if not asked:
        return []
    trials = [(each, fact, one) for each, fact in asked for one in possible_answers(part.facts[fact], law)]
    facts = [each.facts for each in judged] + [{**each.facts, fact: one.value} for each, fact, one in trials]
    lines = classes(frame_from_facts(facts, part.members, part.facts), law, as_of=as_of).to_dicts()
    now = dict(zip((each.people for each in judged), lines, strict=False))
    answers: dict[tuple[Any, str], list[Answer]] = {(each.people, fact): [] for each, fact in asked}
    for (each, fact, one), after in zip(trials, lines[len(judged) :], strict=True):
        answers[each.people, fact].append(_answer(one, now[each.people], after, law))
    return [_question(each, fact, tuple(answers[each.people, fact]), law) for each, fact in asked]


def _answer(one: Possible, before: Mapping[str, Any], after: Mapping[str, Any], law: Pack) -> Answer:
    changed = before["class"] != after["class"]
    effects = [_effect(after["class"], law)] if changed else []
    effects += list(_conditions(before, after, law))
    return Answer(
        value=one.value,
        label=one.label,
        effects=tuple(effects) or (Effect(code="nothing"),),
        changes_class=changed,
    )


def _conditions(before: Mapping[str, Any], after: Mapping[str, Any], law: Pack) -> Iterator[Effect]:
    """Yield the conditions that come out otherwise."""
    for term in law.vocabularies[CONDITIONS].values():
        rule = term.more["rule"]
        if before[rule] != after[rule] and after[rule] != UNKNOWN:
            verdict = law.term("verdicts", after[rule])
            values = {"title": Bilingual(cs=term.cs, en=term.en), "verdict": Bilingual(cs=verdict.cs, en=verdict.en)}
            yield Effect(code="condition_met" if after[rule] == MET else "condition", values=values)


def _effect(kind: str, law: Pack) -> Effect:
    term = law.term(_CLASSES, kind)
    code = "entry_open" if kind in {LIKELY, HELP} else ENTRY
    return Effect(code=code, values={"verdict": Bilingual(cs=term.cs, en=term.en)})


def _question(each: CaseRelief, fact: str, answers: tuple[Answer, ...], law: Pack) -> Question:
    text = law.fact_texts[fact]
    people = tuple(name for name in each.people if name is not None)
    return Question(
        key=("petition", " ".join(people), fact),
        fact=fact,
        label=text.label,
        ask=text.ask or text.label,
        people=people,
        places=(f"/relief{_PLACES[fact]}",) if fact in _PLACES else (),
        answers=answers,
        decides=(Decides(code=ENTRY),),
        topics=(TOPIC,),
        place_in_topic=each.entry.missing.index(fact) if each.entry is not None else 0,
    )
