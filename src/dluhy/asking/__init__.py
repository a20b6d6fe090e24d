"""What to ask next, over all topics: each missing fact once, ranked by what its answer could change.

Every possible answer of a question that rules alone decide is judged, all of them in one frame for each kind of rows;
so the effect told of an answer is what a screening with that answer would say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.asking.claims import of_claims
from dluhy.asking.debts import of_debts
from dluhy.asking.households import of_household
from dluhy.asking.incomes import of_incomes
from dluhy.asking.petitions import of_petitions
from dluhy.asking.ranking import ranked
from dluhy.asking.strategies import of_strategies
from dluhy.asking.values import Answer, Decides, Effect, Question

if TYPE_CHECKING:
    from dluhy.agenda.values import Sources
    from dluhy.case import CaseRows
    from dluhy.children.check import Checker

__all__ = ["Answer", "Decides", "Effect", "Question", "questions_of"]


def questions_of(sources: Sources, rows: CaseRows, checker: Checker) -> tuple[Question, ...]:
    """Return what to ask next in a case, the weightiest first.

    `rows` are the facts of its debts, `checker` who judged them.
    """
    pack = checker.pack.whole or checker.pack
    found = [
        *of_debts(rows, sources.judged, checker, sources.as_of),
        *of_claims(sources.defects, rows, pack, sources.as_of),
        *of_petitions(sources.relief, pack, sources.as_of),
        *of_incomes(sources.case, pack),
        *of_household(sources.household, pack),
        *of_strategies(sources.strategies, pack),
    ]
    return ranked(found, pack)
