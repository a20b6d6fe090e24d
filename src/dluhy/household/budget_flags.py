"""What a reader must know of a budget: what is not known, what does not suffice, what to ask. Nothing is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.engine.steps import Flag
from dluhy.law.amounts import known_ratio, period_on
from dluhy.law.models import weakest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.household.budget import Budget, Expense, Income
    from dluhy.household.guideline import Guideline
    from dluhy.household.sums import Bounds
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

ONCE: Final = "once"
"""The part (code of `budget_parts`) of what is not spread over months."""

INTEREST: Final = "mortgage_interest"
"""The line on which mortgage interest stands alone."""


def budget_flags(
    made: Budget, *, told: tuple[bool, bool], guideline: Guideline | None, minimum: int | None, pack: Pack
) -> tuple[Flag, ...]:
    """Return the flags of a budget (codes of the vocabulary `budget_flags`), what is unknown first.

    `told` says whether somebody told the incomes and the expenses; `minimum` is the living minimum in haléře.
    """
    return (
        *_of_incomes(made, told=told[0]),
        *_of_expenses(made, told=told[1]),
        *_shortfall("deficit_before_instalments", made.before_instalments),
        *_shortfall("deficit", made.left),
        *_of_guideline(made, guideline, pack),
        *_of_minimum(made, minimum),
        *_of_reserve(made, pack),
    )


def interest_not_apart(expenses: Sequence[Expense]) -> bool:
    """Tell whether a monthly mortgage instalment may hold interest that no line of its own gives."""
    inside = any(each.says("interest_inside") and each.part != ONCE and each.monthly != 0 for each in expenses)
    return inside and all(each.line.category != INTEREST for each in expenses)


def _of_incomes(made: Budget, *, told: bool) -> Iterator[Flag]:
    monthly = [income for income in made.incomes if not income.once]
    if not told:
        yield Flag(code="income_not_told", evidence="?")
    unknown = [income.line for income in monthly if income.line.net is None]
    yield from _counted("income_unknown", (line.most is None for line in unknown))
    yield from _counted("income_range_unknown", (line.most is not None for line in unknown))
    yield from _counted("income_kind_unknown", (income.line.kind is None for income in made.incomes))
    yield from _counted("income_twice", _repeated(made.incomes))
    if made.income_once.known:
        yield Flag(code="income_once", values={"amount": made.income_once.known})
    if not made.deducted.complete:
        yield Flag(code="deducted_unknown", evidence="?")


def _repeated(incomes: Iterable[Income]) -> Iterator[bool]:
    """Yield of every entry with an amount whether the same one stood before: of the same person, kind, payer, time."""
    seen: set[tuple[object, ...]] = set()
    for line in (income.line for income in incomes):
        for entry in line.entries:
            amount = entry.net if entry.gross is None else None  # of one payer's gross wages the net is told once
            same = (line.person, line.kind, line.payer, evolve(entry, net=amount, proof=None, certainty=None))
            if entry.net or entry.gross:
                yield same in seen
            seen.add(same)


def _of_expenses(made: Budget, *, told: bool) -> Iterator[Flag]:
    lines = made.expenses_listed
    if not told:
        yield Flag(code="expenses_not_told", evidence="?")
    yield from _counted("expense_unknown", (line.part != ONCE and line.monthly is None for line in lines))
    yield from _counted("expense_unsorted", (line.term is None for line in lines))
    yield from _counted("bundle_to_split", (bool(line.says("bundle")) for line in lines))
    if interest_not_apart(lines):
        yield Flag(code="interest_not_apart")
    if made.parts[ONCE].known:
        yield Flag(code="expense_once", values={"amount": made.parts[ONCE].known})
    yield from _counted("expense_unproven", (line.proven is False for line in lines))
    if made.arrears.known:
        yield Flag(code="arrears", values={"amount": made.arrears.known})


def _shortfall(code: str, left: Bounds) -> Iterator[Flag]:
    """Yield the flag of a deficit that is sure, with the least it can be."""
    if left.most is not None and left.most < 0:
        yield Flag(code=code, values={"amount": -left.most})


def _of_guideline(made: Budget, guideline: Guideline | None, pack: Pack) -> Iterator[Flag]:
    """Yield what the guideline says where it is sure: the known expenses are above the most it can be."""
    if guideline is None or guideline.most is None or made.guided.known <= guideline.most:
        return
    values = {"amount": made.guided.known, "limit": guideline.most}
    ratio = pack.series["guideline_explanation"]
    if made.guided.known > known_ratio(ratio, made.on) * guideline.most:
        evidence: Evidence = weakest([guideline.evidence, period_on(ratio, made.on).evidence])
        yield Flag(code="far_above_guideline", evidence=evidence, values=values)
    else:
        yield Flag(code="above_guideline", evidence=guideline.evidence, values=values)
    if not any(line.line.comment for line in made.expenses_listed if line.says("guideline") is not None):
        yield Flag(code="comment_required", evidence=guideline.evidence)


def _of_minimum(made: Budget, minimum: int | None) -> Iterator[Flag]:
    if minimum is not None and made.guided.complete and made.guided.known < minimum:
        yield Flag(code="living_under_minimum", values={"amount": made.guided.known, "minimum": minimum})


def _of_reserve(made: Budget, pack: Pack) -> Iterator[Flag]:
    """Yield the aim of a reserve where something is left to reach it from."""
    savings, aim, left = made.parts["savings"], made.reserve_aim, made.left.least
    if aim is not None and savings.complete and savings.known < aim and left is not None and left > 0:
        evidence = period_on(pack.series["budget_reserve_share"], made.on).evidence
        yield Flag(code="reserve_under_aim", evidence=evidence, values={"amount": savings.known, "limit": aim})


def _counted(code: str, matches: Iterable[bool]) -> Iterator[Flag]:
    count = sum(matches)
    if count:
        yield Flag(code=code, evidence="?" if code.endswith("unknown") else "S2", values={"count": count})
