"""Questions about what can be said against each debt: every answer is judged at once, by what would drop out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.asking.values import Answer, Decides, Effect, Question
from dluhy.asking.variants import Possible, Trial, possible_answers, tried
from dluhy.case.gaps import NEW, place_to_write
from dluhy.facts.frame import frame_from_facts
from dluhy.relief.defect_sums import holding
from dluhy.relief.regimes import TOPIC as LAW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    import polars as pl

    from dluhy.case import CaseRows
    from dluhy.case.defects import CaseDefects
    from dluhy.law.pack import Pack

TOPIC: Final = "defects"
NOTHING: Final = "nothing"
_OPEN: Final = "unknown"
_OWED: Final = frozenset({"owed", "unsure"})


@frozen(kw_only=True)
class _Asked:
    """A fact of one claim: the row of the claim, whose it is, its place in the document."""

    fact: str
    row: int
    debt: str
    person: str | None
    place: str | None


@frozen(kw_only=True)
class _Worth:
    """What can be said against a claim, and how much would drop out; None where that cannot be told."""

    holding: frozenset[str]
    most: int | None


def of_claims(found: Sequence[CaseDefects], rows: CaseRows, pack: Pack, as_of: date) -> list[Question]:
    """Return the questions about what can be said against debts, each with the effect of its answers."""
    law = pack.whole or pack
    known = law.info.horizon[LAW]
    asked = list(_asked(found, rows))
    if not asked or not known.from_ <= as_of <= known.to:
        return []
    part = law.of("claims")
    blank = dict.fromkeys(each.fact for each in asked)
    facts = frame_from_facts([blank | dict(each.facts) for each in found], part.members, part.facts)
    trials = [(each, one) for each in asked for one in possible_answers(part.facts[each.fact], law)]
    frame, _ = tried(
        facts,
        [
            *(
                Trial(spec=part.facts[asked[0].fact], value=None, rows=(row,), changed=frozenset())
                for row in range(len(found))
            ),
            *(
                Trial(spec=part.facts[e.fact], value=o.value, rows=(e.row,), changed=frozenset({e.row}))
                for e, o in trials
            ),
        ],
    )
    worth = _worths(frame, law, as_of)
    now, then = worth[: len(found)], worth[len(found) :]
    return list(_questions(asked, trials, now, then, law))


def _asked(found: Sequence[CaseDefects], rows: CaseRows) -> Iterator[_Asked]:
    """Yield every fact that something undecided misses, once for each debt that may be owed."""
    people = rows.frame["person_id"].to_list()
    for row, each in enumerate(found):
        if each.standing not in _OWED:
            continue
        missing = dict.fromkeys(name for one in each.found if one.status == _OPEN for name in one.missing)
        for fact in missing:
            yield _Asked(fact=fact, row=row, debt=each.debt, person=people[row], place=_place(fact, row, rows))


def _place(fact: str, row: int, rows: CaseRows) -> str | None:
    return place_to_write(fact, rows.places[row])


def _worths(frame: pl.DataFrame, law: Pack, as_of: date) -> list[_Worth]:
    """Return what each row of a frame of claims is worth."""
    found = holding(frame.with_row_index("row"), law, as_of=as_of)
    return [_Worth(holding=frozenset(rules), most=most) for rules, most in found.iter_rows()]


def _questions(
    asked: Sequence[_Asked],
    trials: Sequence[tuple[_Asked, Possible]],
    now: Sequence[_Worth],
    then: Sequence[_Worth],
    law: Pack,
) -> Iterator[Question]:
    """Yield a question for each place of the document; an answer written there is one for all its debts."""
    answers: dict[_Asked, list[Answer]] = {each: [] for each in asked}
    for (each, one), after in zip(trials, then, strict=True):
        answers[each].append(_answer(each, one, now[each.row], after, law))
    places: dict[tuple[str, ...], list[_Asked]] = {}
    for each in asked:
        places.setdefault(_key(each), []).append(each)
    for key, some in places.items():
        text = law.fact_texts[some[0].fact]
        debts = tuple(sorted(each.debt for each in some))
        yield Question(
            key=key,
            fact=some[0].fact,
            label=text.label,
            ask=text.ask or text.label,
            people=tuple(sorted({each.person for each in some if each.person is not None})),
            about=debts,
            places=() if some[0].place is None else (some[0].place,),
            answers=tuple(_together(same) for same in zip(*(answers[each] for each in some), strict=True)),
            decides=(Decides(code=TOPIC, debts=debts),),
            topics=(TOPIC,),
        )


def _key(each: _Asked) -> tuple[str, ...]:
    new = each.place is None or f"/{NEW}/" in each.place
    where = f"{each.place or '?'}#{each.row}" if new else each.place or ""
    return ("document", where, each.fact)


def _together(same: Sequence[Answer]) -> Answer:
    """Return an answer that is one for several debts: what it changes of each, the sums added."""
    effects = tuple(effect for answer in same for effect in answer.effects if effect.code != NOTHING)
    return evolve(same[0], effects=effects or (Effect(code=NOTHING),), amount=sum(answer.amount for answer in same))


def _answer(each: _Asked, one: Possible, before: _Worth, after: _Worth, law: Pack) -> Answer:
    debts = (each.debt,)
    effects = list(_sums(debts, before.most, after.most))
    for code, rules in (
        ("objection", after.holding - before.holding),
        ("no_objection", before.holding - after.holding),
    ):
        effects += [Effect(code=code, debts=debts, values={"title": law.rules[rule].title}) for rule in sorted(rules)]
    amount = abs((after.most or 0) - (before.most or 0))
    return Answer(value=one.value, label=one.label, effects=tuple(effects) or (Effect(code=NOTHING),), amount=amount)


def _sums(debts: tuple[str, ...], before: int | None, after: int | None) -> Iterator[Effect]:
    if after == before:
        return
    values: Mapping[str, Any] = {} if after is None else {"amount": after}
    code = "drops_unknown" if after is None else "drops" if after > (before or 0) else "drops_less"
    yield Effect(code=code, debts=debts, values=values)
