"""What can be said against each debt of a case, and how much of each may drop out.

Nothing contradicts the screening of childhood debts: where the child does not owe a debt, only that is told which does
not presume the debt; nothing is told of debts that are over or whose debtor has died. Where a ground stands against a
debt, or it is not sure that it is owed, no step that pays it is told.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import evolve, field, frozen

from dluhy.case.claim_facts import claim_rows
from dluhy.case.frames import case_facts
from dluhy.case.standing import childhood_answers
from dluhy.problems import HorizonError
from dluhy.relief.defect_judging import WORTH
from dluhy.relief.defect_sums import drops
from dluhy.relief.defect_values import HOLDS
from dluhy.relief.defects import defects_of_each

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import polars as pl

    from dluhy.case.frames import CaseRows
    from dluhy.case.model import Case
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem
    from dluhy.relief.defect_values import Defect

Standing = Literal["owed", "unsure", "not_owed", "finished", "debtor_died"]
NOT_OWED: Final = "not_owed"
_NOTHING_TOLD: Final = frozenset({"finished", "debtor_died"})


@frozen(kw_only=True)
class CaseDefects:
    """What can be said against one debt of a case.

    `debt` is its id in the screening, `standing` whether the debtor owes it at all as far as the screening of childhood
    debts says (unsure: it cannot say, or only property from childhood answers), `facts` what is known of it as people
    write it, `found` first what holds, then
    what is open. `balance` is what is owed, `least` and `most` how much of it would drop out if what holds were raised
    with success, haléře, all of it where the debt is not owed; None where the balance is not known. `needs` are facts
    without which it cannot be told which further rules are about the debt at all: its kind, its title. `problems` say
    what could not be computed.
    """

    debt: str
    standing: Standing
    facts: dict[str, Any] = field(factory=dict)
    found: tuple[Defect, ...] = ()
    balance: int | None = None
    least: int | None = None
    most: int | None = None
    needs: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def holding(self) -> tuple[Defect, ...]:
        """What holds as far as is known."""
        return tuple(each for each in self.found if each.status == "holds")

    @property
    def open(self) -> tuple[Defect, ...]:
        """What cannot be decided before the missing facts are known."""
        return tuple(each for each in self.found if each.status == "unknown")


def defects_of_case(
    case: Case, judged: pl.DataFrame, pack: Pack, *, rows: CaseRows | None = None
) -> tuple[CaseDefects, ...]:
    """Return what can be said against each debt of a case, in the order of the document; all are judged at once.

    `judged` are the debts as the screening of childhood debts judged them, `rows` the facts it judged. Never raises for
    a day that the pack does not know: the reason is among `problems`.
    """
    law = pack.whole or pack
    told = rows or case_facts(case, law)
    standings = _standings(case, judged, law)
    lines = list(zip(told.frame.iter_rows(named=True), standings, strict=True))
    if not lines:
        return ()
    claims = claim_rows(case, told, law)
    try:
        found = defects_of_each(claims.frame, law, as_of=case.as_of)
    except HorizonError as error:
        reasons = tuple(error.problems)
        return tuple(
            CaseDefects(debt=row["debt_id"], standing=standing, facts=facts, balance=row["balance"], problems=reasons)
            for (row, standing), facts in zip(lines, claims.facts, strict=True)
        )
    return tuple(
        _of_debt(row, standing, facts, some, problems, law)
        for (row, standing), facts, some, problems in zip(lines, claims.facts, found, claims.problems, strict=True)
    )


def _of_debt(  # noqa: PLR0913, PLR0917 - what is known of one debt
    row: Mapping[str, Any],
    standing: Standing,
    facts: dict[str, Any],
    found: tuple[Defect, ...],
    problems: tuple[Problem, ...],
    pack: Pack,
) -> CaseDefects:
    held = {each.rule.id for each in found if each.status == HOLDS}
    kept = tuple(
        each for each in found if _may_be_told(each, standing, pack) and _given_way(pack).get(each.rule.id) not in held
    )
    if standing == "unsure" or any(_bars_paying(each, pack) for each in kept):
        kept = tuple(evolve(each, remedies=()) if each.rule.id in _named(pack, "pays") else each for each in kept)
    balance = row["balance"]
    least, most = (balance, balance) if standing == NOT_OWED else drops(kept, balance, pack)
    return CaseDefects(
        debt=row["debt_id"], standing=standing, facts=facts, found=kept, balance=balance, least=least, most=most,
        needs=() if standing in _NOTHING_TOLD else tuple(_needs(facts, pack)), problems=problems,
    )  # fmt: skip


def _may_be_told(found: Defect, standing: Standing, pack: Pack) -> bool:
    if standing in _NOTHING_TOLD:
        return False
    return standing != NOT_OWED or found.rule.id not in _named(pack, "presumes_debt")


def _needs(facts: Mapping[str, Any], pack: Pack) -> Iterable[str]:
    """Return the unknown facts on which it hangs whether a rule is about a debt, where nothing known says it is not."""
    applying = [rule.applies for rule in pack.of("claims").rules.values()]
    possible = (
        names for names in applying if all(facts.get(name) is None or facts[name] in names[name] for name in names)
    )
    return dict.fromkeys(name for names in possible for name in names if facts.get(name) is None)


def _bars_paying(found: Defect, pack: Pack) -> bool:
    """Return whether a ground holds against which a payment would be given away, or would begin a time anew."""
    barring = pack.term("verdicts", found.verdict).more.get("bars_paying", False)
    return found.status == HOLDS and found.rule.role == "ground" and bool(barring)


@cache
def _given_way(pack: Pack) -> dict[str, str]:
    """Return of each rule that gives way to another one when that holds, which one."""
    terms = (term.more for term in pack.vocabularies[WORTH].values())
    return {more["rule"]: more["unless"] for more in terms if "unless" in more}


@cache
def _named(pack: Pack, mark: str) -> frozenset[str]:
    """Return the rules that bear a mark in the vocabulary of what they are worth."""
    return frozenset(term.more["rule"] for term in pack.vocabularies[WORTH].values() if term.more.get(mark))


def _standings(case: Case, judged: pl.DataFrame, pack: Pack) -> list[Standing]:
    answers = childhood_answers(case, pack, judged)
    rows = judged.select("child_owes", "debt_finished", "person_died").iter_rows(named=True)
    return [_standing(row, answer) for row, answer in zip(rows, answers, strict=True)]


def _standing(row: Mapping[str, Any], contested: bool | None) -> Standing:  # noqa: FBT001 - three values
    if row["person_died"]:
        return "debtor_died"
    if row["debt_finished"]:
        return "finished"
    if row["child_owes"] == "no":
        return NOT_OWED
    return "owed" if contested is False else "unsure"
