"""Questions without whose answers ways out of debt cannot be compared; told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.asking.values import Decides, Question
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.case.strategies import CaseStrategies
    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_values import Ask

TOPIC: Final = "strategies"
_ASKS: Final = "strategy_asks"


def of_strategies(found: Sequence[CaseStrategies], pack: Pack) -> list[Question]:
    """Return the facts without which strategies cannot be told, once for each of them and claim."""
    return [
        _question(ask, tuple(name for name in each.people if name is not None), pack)
        for each in found
        if each.recommendation is not None
        for ask in dict.fromkeys(each.recommendation.asks)
    ]


def _question(ask: Ask, people: tuple[str, ...], pack: Pack) -> Question:
    term, claim = pack.term(_ASKS, ask.code), ask.claim or ""
    words = Bilingual(cs=term.cs.format(claim=claim), en=term.en.format(claim=claim))
    debts = (ask.claim,) if ask.claim else ()
    return Question(
        key=("strategy", ask.code, claim, " ".join(people)),
        fact=ask.code,
        label=words,
        ask=words,
        people=people,
        about=debts,
        decides=(Decides(code=TOPIC, debts=debts),),
        topics=(TOPIC,),
    )
