"""What came out of many cases, as frames for analysts: a row per case, debt, debt relief, income, question, problem.

Money is in haléře (Int64), days are Dates, codes are those of the pack; null is not known or does not apply, as each
column says. Every frame has `ref`, by which they join; frames without rows have all their columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.case.payments import UNKNOWN
from dluhy.children.outcome import NEEDS_DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.asking import Question
    from dluhy.case.defects import CaseDefects
    from dluhy.case.payments import CaseDeduction
    from dluhy.case.relief import CaseRelief
    from dluhy.problems import Problem
    from dluhy.relief.strategies_values import Recommendation
    from dluhy.screening import Screening
    from dluhy.screening_many import Outcome

_NAMES: Final = pl.List(pl.String())
CASES: Final = {
    "ref": pl.String(), "as_of": pl.Date(), "place": pl.String(),
    "people": pl.UInt32(), "debts": pl.UInt32(), "debts_to_stop": pl.UInt32(), "debts_undecided": pl.UInt32(),
    "balance": pl.Int64(), "balance_to_stop": pl.Int64(),
    "urgency": pl.String(),
    "income": pl.Int64(), "expenses": pl.Int64(), "deducted": pl.Int64(), "left": pl.Int64(),
    "entry_class": pl.String(), "recommended": pl.String(), "may_drop_out": pl.Int64(),
    "steps": pl.UInt32(), "asks": pl.UInt32(), "warnings": pl.UInt32(),
    "input_sha256": pl.String(), "result_sha256": pl.String(),
}  # fmt: skip
"""A row per case that was screened, in the order given. `place` is where it stood. `people` are debtors with debts.
`debts_to_stop` the child does not owe, `debts_undecided` wait for facts. `balance` and `balance_to_stop` sum what is
known, null where nothing is. `urgency` is the most urgent of its people, null for none. `income`, `expenses`,
`deducted`, `left` are those of the household a month, null where it is not told or something of it is not known.
`entry_class` (code of `entry_classes`) and `recommended` (code of a strategy) are null where nobody or more than one
would file: see the frame `relief`; a strategy is also null where none comes out. `may_drop_out` is the most that may
drop out of the debts if what can be said against them were raised, null where that of some debt is not known.
`steps` and `asks` count the steps of all topics and the questions, `warnings` what was taken for granted."""
DEBTS: Final = {
    "ref": pl.String(), "debt": pl.String(), "person": pl.String(), "kind": pl.String(), "creditor": pl.String(),
    "creditor_ico": pl.String(), "enforcement": pl.String(), "balance": pl.Int64(), "outcome": pl.String(),
    "verdict": pl.String(), "child_owes": pl.String(), "next_step": pl.String(), "missing": _NAMES,
    "grounds": _NAMES, "flags": _NAMES, "defects": _NAMES, "drops_least": pl.Int64(), "drops_most": pl.Int64(),
}  # fmt: skip
"""A row per debt in the order of its document. `debt` is its id, else its place; `person` begins with `?` where nobody
is named. `outcome`, `grounds` and `flags` are rules of the pack, `verdict` a code of `verdicts`, `child_owes` yes, no,
part, unknown or none (not from childhood), `next_step` a step of the pack, `missing` facts that would decide. `defects`
are rules of what holds against it, `drops_least` and `drops_most` how much would drop out if that were raised with
success; null where the balance is not known."""
RELIEF: Final = {
    "ref": pl.String(), "people": _NAMES, "running": pl.Boolean(), "entry_class": pl.String(),
    "barred_until": pl.Date(), "regime": pl.String(), "missing": _NAMES, "least": pl.Int64(), "own": pl.Int64(),
    "creditors": pl.Int64(), "basis_points": pl.Int32(), "months": pl.UInt16(), "assumed": pl.Boolean(),
    "why_not": _NAMES, "recommended": pl.String(), "not_recommended": pl.String(),
}  # fmt: skip
"""A row per debtor who would file, or per spouses together; `people` is empty where nobody is named. `least` is the
least payment a month, `own` what can be paid of the income, `creditors` what a projection brings unsecured creditors
in all, `basis_points` hundredths of a per cent of their claims, `months` after how many months of the plan it ends,
`assumed` whether months past the known law are among them; null where it cannot be told, `why_not` are codes of the
reasons. `recommended` is the way that comes out of comparing strategies, `not_recommended` the code why none does (of
`recommendation_refusals`); both null where nothing could be compared."""
INCOMES: Final = {
    "ref": pl.String(), "person": pl.String(), "month": pl.Date(), "paid_on": pl.Date(), "payers": _NAMES,
    "net": pl.Int64(), "deducted": pl.Int64(), "left": pl.Int64(), "why_not": _NAMES,
}  # fmt: skip
"""A row per debtor and month of incomes: what is deducted from them together. `month` is its first day; null is not
told. Amounts are null where the deduction cannot be computed, `why_not` are codes of the reasons."""
ASKS: Final = {
    "ref": pl.String(), "people": _NAMES, "fact": pl.String(), "topics": _NAMES, "decides": _NAMES, "debts": _NAMES,
    "stake": pl.Int64(), "weight": pl.Int64(),
}  # fmt: skip
"""A row per fact to find out, the weightiest first within its case. `people` and `debts` are whom and what it is about,
`decides` codes of `question_decides`, `stake` the known sum of debts that wait for it, `weight` the most that an answer
moves."""
PROBLEMS: Final = {
    "number": pl.UInt32(), "place": pl.String(), "ref": pl.String(), "code": pl.String(), "where": pl.String(),
    "cs": pl.String(), "en": pl.String(),
}  # fmt: skip
"""A row per error of each case that was refused. `number` is the position of the case from 1, null for rows that
belong to no case, `place` where it stood, `ref` its reference where it could be read, `where` the place inside its
document (a JSON Pointer)."""
_SCHEMAS: Final = {
    "cases": CASES, "debts": DEBTS, "relief": RELIEF, "incomes": INCOMES, "asks": ASKS, "problems": PROBLEMS,
}  # fmt: skip
_URGENCY: Final = ("URGENT-RED", "URGENT-AMBER", "URGENT-GREEN", "URGENT-GREY")


@frozen
class ScreeningFrames:
    """What came out of many cases; each frame is described where its schema stands in this module."""

    cases: pl.DataFrame
    debts: pl.DataFrame
    relief: pl.DataFrame
    incomes: pl.DataFrame
    asks: pl.DataFrame
    problems: pl.DataFrame

    @property
    def screened(self) -> int:
        """How many cases were screened."""
        return self.cases.height

    @property
    def refused(self) -> int:
        """How many cases were refused."""
        return int(self.problems["number"].drop_nulls().n_unique())


def frames_of(outcomes: Iterable[Outcome], lost: Iterable[Problem] = ()) -> ScreeningFrames:
    """Return the outcomes of many cases as frames; each screening is let go once its rows are taken.

    `lost` are problems of what belongs to no case; in the frame `problems` they have no number.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _SCHEMAS}
    rows["problems"] = [
        {"number": None, "place": each.place, "ref": None, "code": each.code, "where": each.place, "cs": each.cs,
         "en": each.en} for each in lost
    ]  # fmt: skip
    for outcome in outcomes:
        for name, row in _rows(outcome):
            rows[name].append(row)
    return ScreeningFrames(**{
        name: pl.DataFrame(rows[name], schema=schema, orient="row") for name, schema in _SCHEMAS.items()
    })  # fmt: skip


def _rows(outcome: Outcome) -> Iterator[tuple[str, dict[str, Any]]]:
    found = outcome.screening
    if found is None:
        for problem in outcome.problems:
            yield "problems", {
                "number": outcome.number, "place": outcome.place, "ref": outcome.ref, "code": problem.code,
                "where": problem.place, "cs": problem.cs, "en": problem.en,
            }  # fmt: skip
        return
    ref = {"ref": found.case.ref}
    yield "cases", ref | _case(found, outcome.place)
    yield from (("debts", ref | row) for row in _debts(found))
    ways = {each.people: each.recommendation for each in found.strategies}
    yield from (("relief", ref | _relief(each, ways.get(each.people))) for each in found.relief)
    yield from (("incomes", ref | _income(each)) for each in found.deductions)
    yield from (("asks", ref | _ask(each)) for each in found.questions)


def _case(found: Screening, place: str) -> dict[str, Any]:
    judged = found.judged.select("balance", "child_owes", "outcome").rows()
    stop = [balance for balance, owes, _ in judged if owes == "no"]
    urgencies = [name for name in found.people["urgency"].cast(pl.String) if name is not None]
    entries = [each.entry for each in found.relief]
    one = entries[0] if len(entries) == 1 else None
    ways = [each.recommendation for each in found.strategies]
    return {
        "as_of": found.as_of,
        "place": place,
        "people": found.people.height,
        "debts": len(judged),
        "debts_to_stop": len(stop),
        "debts_undecided": sum(outcome == NEEDS_DATA for _, _, outcome in judged),
        "balance": _known_sum([balance for balance, _, _ in judged]),
        "balance_to_stop": _known_sum(stop),
        "urgency": min(urgencies, key=_URGENCY.index, default=None),
        **_household(found),
        "entry_class": None if one is None else one.kind,
        "recommended": None if len(ways) != 1 or ways[0] is None else ways[0].strategy,
        "may_drop_out": _sum([each.most for each in found.defects]),
        "steps": len(found.agenda.tasks),
        "asks": len(found.questions),
        "warnings": len(found.rows.warnings),
        "input_sha256": found.receipt.input_sha256,
        "result_sha256": found.receipt.result_sha256,
    }


def _ask(each: Question) -> dict[str, Any]:
    return {
        "people": list(each.people), "fact": each.fact, "topics": list(each.topics),
        "decides": list(dict.fromkeys(one.code for one in each.decides)), "debts": list(each.about),
        "stake": each.stake, "weight": each.weight,
    }  # fmt: skip


def _household(found: Screening) -> dict[str, int | None]:
    if found.household is None:
        return dict.fromkeys(("income", "expenses", "deducted", "left"))
    made = found.household.sheet.budget
    return {"income": made.income.total, "expenses": made.expenses.total, "deducted": made.deducted.total,
            "left": made.left.exact}  # fmt: skip


def _known_sum(amounts: list[int | None]) -> int | None:
    """Return the sum of what is known; null where there are amounts and none is known."""
    known = [amount for amount in amounts if amount is not None]
    return None if amounts and not known else sum(known)


def _sum(amounts: list[int | None]) -> int | None:
    """Return the sum; null where some amount is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def _debts(found: Screening) -> Iterator[dict[str, Any]]:
    judge, summary = found.checker, found.checker.summary
    against = {each.debt: each for each in found.defects}
    for row in found.judged.iter_rows(named=True):
        yield {
            "debt": row["debt_id"],
            "person": row["person_id"],
            "kind": row["stated_kind"] or row["debt_kind"],
            "creditor": row["creditor_name"],
            "creditor_ico": row["creditor_ico"],
            "enforcement": row["enforcement_ref"],
            "balance": row["balance"],
            "outcome": row["outcome"],
            "verdict": row["verdict"],
            "child_owes": row["child_owes"],
            "next_step": row["next_step"],
            "missing": judge.missing_names(row["missing"]),
            "grounds": list(summary.ids_in(row["grounds"], summary.grounds)),
            "flags": list(summary.ids_in(row["flags"], summary.flags)),
            **_against(against.get(row["debt_id"])),
        }


def _against(found: CaseDefects | None) -> dict[str, Any]:
    if found is None:
        return {"defects": [], "drops_least": None, "drops_most": None}
    return {"defects": [each.rule.id for each in found.holding], "drops_least": found.least, "drops_most": found.most}


def _relief(each: CaseRelief, way: Recommendation | None) -> dict[str, Any]:
    entry, projection = each.entry, each.projection
    return {
        "people": [name for name in each.people if name is not None],
        "running": each.running,
        "entry_class": None if entry is None else entry.kind,
        "barred_until": None if entry is None else entry.barred_until,
        "regime": None if entry is None else entry.regime.code,
        "missing": [] if entry is None else list(entry.missing),
        "least": None if each.minimum is None else each.minimum.monthly,
        "own": None if each.capability is None else each.capability.own,
        "creditors": None if projection is None else projection.totals.unsecured,
        "basis_points": None if projection is None else projection.basis_points,
        "months": None if projection is None else projection.ended_after,
        "assumed": None if projection is None else projection.totals.assumed,
        "why_not": [problem.code for problem in each.problems],
        "recommended": None if way is None else way.strategy,
        "not_recommended": None if way is None else way.refused,
    }


def _income(each: CaseDeduction) -> dict[str, Any]:
    told = each.deduction
    return {
        "person": None if each.person == UNKNOWN else each.person,
        "month": each.month,
        "paid_on": each.paid_on,
        "payers": [payer for payer in each.payers if payer != UNKNOWN],
        "net": None if told is None else told.net,
        "deducted": None if told is None else told.deducted,
        "left": None if told is None else told.left,
        "why_not": [problem.code for problem in each.problems],
    }
