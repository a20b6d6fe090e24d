"""The budget of a household for a month: what comes in, what goes out, what is left, and how far each of it is known.

Every line is turned into whole haléře a month, half up, and sums add these: what is shown adds up, and
`Budget.rounding` says how far the sum of expenses is from the exact one. A line with an unknown amount is never zero:
a sum with it says what is known, and what is left has bounds instead of a number. What is paid or comes once stands
apart. A line that is not sorted may belong anywhere, so that no part or group is complete beside it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.household.budget_flags import ONCE, budget_flags, interest_not_apart
from dluhy.household.budget_lines import ExpenseLine, check_incomes, check_lines, proposed_category, proven, term_of
from dluhy.household.frequency import monthly_halere, times_a_year
from dluhy.household.sums import Bounds, Sum, bounds_of, left_within, sum_of
from dluhy.law.amounts import known_code, known_ratio
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from dluhy.engine.steps import Flag
    from dluhy.household.guideline import Guideline
    from dluhy.household.model import IncomeLine
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

__all__ = ["Bounds", "Budget", "Expense", "ExpenseLine", "Income", "Sum", "budget", "proposed_category"]

FIXED, FLEXIBLE, INSTALMENTS = "fixed", "flexible", "instalments"
SAVINGS, UNSORTED = "savings", "unsorted"
PARTS: Final = (FIXED, FLEXIBLE, INSTALMENTS, SAVINGS, UNSORTED)
"""The codes of `budget_parts` that make up a month; beside them stands `once`."""
INCOME_GROUPS: Final = "budget_income_groups"
_HALF: Final = 2


@frozen(kw_only=True)
class Expense:
    """An expense in a budget: its part (code of `budget_parts`) and haléře a month, None unknown or not monthly.

    `remainder` is what the rounding left out, `term` the member of `budget_lines` that says whether it is housing,
    essential, counted for a benefit; None if it is not sorted. `proven` is None where nobody says what proves it.
    """

    line: ExpenseLine
    part: str
    monthly: int | None
    remainder: Fraction
    term: Term | None
    proven: bool | None

    def says(self, attribute: str) -> Any:  # noqa: ANN401 - an attribute of a vocabulary
        """Return an attribute of the line's term; None if it has not got it or is not sorted."""
        return None if self.term is None else self.term.more.get(attribute)


@frozen(kw_only=True)
class Income:
    """An income in a budget: its group (code of `budget_income_groups`), whether it comes only once.

    `treatment` is what a deduction may do with it (code of `income_treatments`), None where the kind or the law of the
    day is not known.
    """

    line: IncomeLine
    group: str | None
    once: bool
    treatment: str | None

    @property
    def within(self) -> Bounds:
        """The bounds of the amount, both ends the same where it is known; no bound below is zero."""
        line = self.line
        return Bounds(line.least, line.most) if line.net is None else Bounds(line.net, line.net)


@frozen(kw_only=True)
class Budget:
    """A household's budget for a month; all money in haléře.

    `income` is before deductions, `income_within` its bounds, `expenses` everything monthly, `parts` and `groups`
    divide it by codes of `budget_parts` (with `once`, which is no part of a month) and `budget_groups`;
    `benefit_inputs` by `budget_benefit_inputs`. `housing`, `energy`, `essential`, `work` and `guided` (compared with
    the guideline) are sums across groups, `arrears` what is already owed on the lines. `left` is what remains after
    everything, `before_instalments` without instalments of debts. `reserve_aim` is an aim, None where the income is
    not known. `rounding` is the exact sum of the monthly expenses that are known, less the one shown.
    """

    on: date
    incomes: tuple[Income, ...]
    expenses_listed: tuple[Expense, ...]
    income: Sum
    income_within: Bounds
    income_once: Sum
    income_by_kind: Mapping[str | None, Sum]
    deducted: Sum
    expenses: Sum
    parts: Mapping[str, Sum]
    groups: Mapping[str, Sum]
    benefit_inputs: Mapping[str, Sum]
    housing: Sum
    energy: Sum
    essential: Sum
    work: Sum
    guided: Sum
    arrears: Sum
    before_instalments: Bounds
    left: Bounds
    reserve_aim: int | None
    rounding: Fraction
    flags: tuple[Flag, ...] = ()

    @property
    def unknown(self) -> tuple[Expense, ...]:
        """The monthly expenses whose amount or frequency is not known."""
        return tuple(each for each in self.expenses_listed if each.part != ONCE and each.monthly is None)


def budget(  # noqa: PLR0913 - a budget is made of what comes in, what goes out and what it is compared with
    lines: Sequence[ExpenseLine] | None,
    incomes: Sequence[IncomeLine] | None,
    *,
    deducted: int | None,
    on: date,
    once: Sequence[IncomeLine] = (),
    guideline: Guideline | None = None,
    minimum: int | None = None,
    pack: Pack | None = None,
) -> Budget:
    """Return the budget of one household on a day.

    `lines` and `incomes` None: nobody says what goes out or comes in; empty: nothing does. `once` are incomes that come
    only once, whatever their kind: they stand apart from those of a month. `deducted` is what is
    deducted from the incomes a month (None unknown, 0 nothing), `minimum` the living minimum of the household, both in
    haléře. Raises InputError with everything wrong in the lines, HorizonError for a day the pack does not know.
    """
    pack = pack or default_pack()
    pack.require_known("household", on)
    check_lines(lines or (), pack)
    check_incomes([*(incomes or ()), *once], deducted, pack)
    expenses = tuple(expense_of(line, pack) for line in lines or ())
    comes = tuple(_income_of(line, on, pack) for line in incomes or ())
    comes += tuple(evolve(_income_of(line, on, pack), once=True) for line in once)
    sums = _Sums(expenses, told=lines is not None)
    income = sum_of(each.line.net for each in comes if not each.once) + Sum(complete=incomes is not None)
    within = _within(comes, told=incomes is not None)
    taken = Sum(deducted or 0, deducted is not None)
    made = Budget(
        on=on,
        incomes=comes,
        expenses_listed=expenses,
        income=income,
        income_within=within,
        income_once=sum_of(each.line.net for each in comes if each.once),
        income_by_kind=_by_kind(comes),
        deducted=taken,
        expenses=sums.month(lambda _: True),
        parts={part: sums.of(_in_part(part)) for part in PARTS} | {ONCE: sums.once},
        groups={code: sums.of(_says("group", code)) for code in pack.members["budget_groups"]},
        benefit_inputs={c: sums.of(_says("benefit", c), "benefit") for c in pack.members["budget_benefit_inputs"]},
        housing=_housing(sums, expenses),
        energy=sums.of(_says("energy"), "energy"),
        essential=sums.of(_says("essential")),
        work=sums.of(_says("work")),
        guided=sums.of(lambda expense: expense.says("guideline") is not None, "guideline"),
        arrears=sum_of(line.arrears for line in lines or ()),
        before_instalments=_before_instalments(within, taken, sums),
        left=left_within(within, [taken, sums.month(lambda _: True)]),
        reserve_aim=_reserve_aim(income, on, pack),
        rounding=sum((expense.remainder for expense in expenses), Fraction(0)),
    )
    told = incomes is not None, lines is not None
    return evolve(made, flags=budget_flags(made, told=told, guideline=guideline, minimum=minimum, pack=pack))


def expense_of(line: ExpenseLine, pack: Pack) -> Expense:
    """Return a line as it stands in a budget."""
    term = term_of(line, pack)
    recurs = line.frequency is None or times_a_year(line.frequency, pack) is not None
    month, remainder = None, Fraction(0)
    if line.amount == 0 and recurs:
        month = 0
    elif line.amount is not None and line.frequency is not None and recurs:
        rounded = monthly_halere(line.amount, line.frequency, pack)
        month, remainder = rounded.halere, rounded.remainder
    part = part_of(term) if recurs else ONCE
    return Expense(line=line, part=part, monthly=month, remainder=remainder, term=term, proven=proven(line, pack))


def part_of(term: Term | None) -> str:
    """Return the part of a month (code of `budget_parts`) that a member of `budget_lines` belongs to."""
    if term is None:
        return UNSORTED
    if term.more.get("instalment"):
        return INSTALMENTS
    if term.more.get("saving"):
        return SAVINGS
    return FIXED if term.more.get("fixed") else FLEXIBLE


class _Sums:
    """Sums of the monthly expenses that a test picks."""

    def __init__(self, expenses: Sequence[Expense], *, told: bool) -> None:
        self._month = [expense for expense in expenses if expense.part != ONCE]
        self._told = told
        self._sorted = all(expense.part != UNSORTED for expense in self._month)
        once = sum_of(expense.line.amount for expense in expenses if expense.part == ONCE)
        self.once = Sum(once.known, once.complete and told)

    def month(self, picks: Callable[[Expense], bool]) -> Sum:
        """Return the sum of those picked, taking it that no unsorted line is meant."""
        picked = sum_of(expense.monthly for expense in self._month if picks(expense))
        return Sum(picked.known, picked.complete and self._told)

    def of(self, picks: Callable[[Expense], bool], attribute: str | None = None) -> Sum:
        """Return the sum of those picked; not complete where an unsorted line may belong to it too.

        Nor is it where a line not split may hold something that has the attribute.
        """
        picked = self.month(picks)
        inside = any(attribute in (each.says("may_hold") or ()) and each.monthly != 0 for each in self._month)
        return Sum(picked.known, picked.complete and not inside and (self._sorted or picks is _unsorted))


def _within(comes: Iterable[Income], *, told: bool) -> Bounds:
    """Return the bounds of the monthly income: an unknown amount is within those of its line."""
    found = bounds_of(each.within for each in comes if not each.once)
    return found if told else Bounds(found.least, None)


def _unsorted(expense: Expense) -> bool:
    return expense.part == UNSORTED


def _in_part(part: str) -> Callable[[Expense], bool]:
    return _unsorted if part == UNSORTED else lambda expense: expense.part == part


def _says(attribute: str, value: object = True) -> Callable[[Expense], bool]:  # noqa: FBT002 - any value
    return lambda expense: bool(expense.says(attribute) == value)


def _housing(sums: _Sums, expenses: Sequence[Expense]) -> Sum:
    """Return the housing costs; not complete where a mortgage instalment may hold interest that nobody gives apart."""
    housing = sums.of(_says("housing"), "housing")
    return Sum(housing.known, housing.complete and not interest_not_apart(expenses))


def _before_instalments(income: Bounds, deducted: Sum, sums: _Sums) -> Bounds:
    others = sums.month(lambda expense: expense.part not in (INSTALMENTS, UNSORTED))
    worst = left_within(income, [deducted, others, sums.month(_unsorted)])
    return Bounds(worst.least, left_within(income, [deducted, others]).most)


def _reserve_aim(income: Sum, on: date, pack: Pack) -> int | None:
    if income.total is None:
        return None
    share = known_ratio(pack.series["budget_reserve_share"], on) * income.total
    return (share.numerator * _HALF + share.denominator) // (share.denominator * _HALF)


def _income_of(line: IncomeLine, on: date, pack: Pack) -> Income:
    groups = pack.vocabularies[INCOME_GROUPS].values()
    group = next((group for group in groups if line.kind in group.more["kinds"]), None)
    return Income(
        line=line,
        group=None if group is None else group.code,
        once=group is not None and bool(group.more.get("once")),
        treatment=_treatment(line.kind, on, pack),
    )


def _treatment(kind: str | None, on: date, pack: Pack) -> str | None:
    if kind is None:
        return None
    more = pack.term("income_kinds", kind).more
    if "treatment" in more:
        return str(more["treatment"])
    try:
        return known_code(pack.series[more["treatment_series"]], on)
    except HorizonError:
        return None


def _by_kind(incomes: Iterable[Income]) -> dict[str | None, Sum]:
    found: dict[str | None, Sum] = {}
    for income in incomes:
        if not income.once:
            found[income.line.kind] = found.get(income.line.kind, Sum()) + sum_of([income.line.net])
    return found
