"""The money of a household in a month as columns of a picture: how high each stands, what it says, what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from dluhy.money import to_decimal_string
from dluhy.report.deduction_steps import crowns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.household.budget import Budget
    from dluhy.report.texts import Texts

PARTS: Final = ("fixed", "instalments", "flexible", "savings", "unsorted")
"""The parts of a month's expenses in the order in which the picture takes them from the income."""
OUTGOINGS: Final = ("deducted", *PARTS)
INCOME, LEFT, MISSING = "income", "left", "missing"
_BOX: Final = 8
"""The hatched box of an unknown amount is this part of the picture's extent; its height says nothing."""

Extent = tuple[int, int]
"""From and to, in haléře above zero, the lower first."""


def _not_negative(_: object, attribute: Any, value: int | None) -> None:  # noqa: ANN401 - an attribute of attrs
    if value is not None and value < 0:
        raise ValueError(f"{attribute.name} must not be negative")


@frozen(kw_only=True)
class FlowAmounts:
    """What comes in, goes out and is left a month, in haléře; None is unknown, never zero.

    `unsorted` are expenses that belong to no part yet. `open_parts` names those of which more may be unknown: their
    amount is what is known at least. `left` is None where something is unknown. Raises ValueError for a negative part
    and for a `left` that is not the income less everything that goes out.
    """

    income: int | None = field(validator=_not_negative)
    deducted: int | None = field(validator=_not_negative)
    fixed: int | None = field(validator=_not_negative)
    instalments: int | None = field(validator=_not_negative)
    flexible: int | None = field(validator=_not_negative)
    savings: int | None = field(validator=_not_negative)
    unsorted: int | None = field(default=0, validator=_not_negative)
    left: int | None
    open_parts: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        """Refuse a rest that is not the difference."""
        sure = self.sure(INCOME) and all(map(self.sure, OUTGOINGS))
        if self.left is not None and not (sure and self.left == self.rest):
            raise ValueError("left is not the income less everything that goes out")

    @property
    def rest(self) -> int:
        """What is left of the known income after all known outgoings, negative where it does not suffice."""
        return (self.income or 0) - sum(getattr(self, part) or 0 for part in OUTGOINGS)

    def sure(self, part: str) -> bool:
        """Return whether all of a part is known."""
        return getattr(self, part) is not None and part not in self.open_parts


def flow_amounts(budget: Budget) -> FlowAmounts:
    """Return the amounts of a budget for its picture; where nobody says what goes out, no part is known."""
    told = budget.expenses.complete or bool(budget.expenses_listed)
    unsure = {expense.part for expense in budget.unknown}
    known = {part: budget.parts[part].known for part in PARTS}
    amounts = {part: value if told and (value or part not in unsure) else None for part, value in known.items()}
    least = budget.income_within.least
    income = least if least or budget.income.complete else None
    unsure |= set() if budget.income.complete else {INCOME}
    return FlowAmounts(
        income=income,
        deducted=budget.deducted.total,
        fixed=amounts["fixed"],
        instalments=amounts["instalments"],
        flexible=amounts["flexible"],
        savings=amounts["savings"],
        unsorted=amounts["unsorted"] if told else 0,
        left=budget.left.exact,
        open_parts=frozenset(unsure),
    )


@frozen
class Column:
    """One column: its name, what its amount says, the extent that is known, that which is not, where the next begins.

    `amount` may stand in two lines; `level` is in haléře above zero, None for the last column.
    """

    code: str
    label: str
    amount: str
    known: Extent | None
    unknown: Extent | None
    level: int | None

    @property
    def told(self) -> str:
        """The amount in one line."""
        return self.amount.replace("\n", " ")

    @property
    def extent(self) -> Extent:
        """From and to of the whole column."""
        ends = [*(self.known or ()), *(self.unknown or ())]
        return min(ends), max(ends)


def columns_of(amounts: FlowAmounts, say: Texts) -> tuple[Column, ...]:
    """Return the columns of a month from the left; expenses of no part only where there are any."""
    return (*_going(amounts, say), _last(amounts, say))


def notes_of(amounts: FlowAmounts, say: Texts) -> tuple[str, ...]:
    """Return what a reader must know beside the columns; the last sentence says where the amounts come from."""
    sure = all(amounts.sure(part) for part in (INCOME, *OUTGOINGS))
    notes = [] if sure else [say("flow-note-unknown")]
    if amounts.income is None and amounts.rest:
        notes.append(say("flow-note-income", sum=_told(-amounts.rest, say)))
    return (*notes, say("flow-source"))


def _going(amounts: FlowAmounts, say: Texts) -> Iterator[Column]:
    """Yield the income and everything taken from it; without a known income it begins at what is needed."""
    box = _box(amounts)
    level, known, unknown = -amounts.rest, None, (0, max(-amounts.rest, box))
    if amounts.income is not None:
        level = amounts.income
        known, unknown = (0, level), (level, level + box)
    open_end = None if amounts.sure(INCOME) else unknown
    yield Column(INCOME, say("flow-income"), _amount(amounts, INCOME, say), known, open_end, level)
    for part in OUTGOINGS:
        value = getattr(amounts, part)
        if part == "unsorted" and value == 0 and amounts.sure(part):
            continue
        top, level = level, level - (value or 0)
        open_end = None if amounts.sure(part) else (level - box, level)
        known = None if value is None else (level, top)
        yield Column(part, say(f"flow-{part}"), _amount(amounts, part, say), known, open_end, level)


def _last(amounts: FlowAmounts, say: Texts) -> Column:
    """Return the column of what is left or missing, hatched where it may be less than it shows."""
    incoming, outgoing = amounts.sure(INCOME), all(map(amounts.sure, OUTGOINGS))
    exact = incoming and outgoing
    if amounts.income is None or not (incoming or outgoing) or (exact and amounts.left is None):
        return Column(LEFT, say("flow-left"), say("flow-unknown"), None, (0, _box(amounts)), None)
    short, told = amounts.rest < 0, _told(abs(amounts.rest), say)
    extent = (min(amounts.rest, 0), max(amounts.rest, 0))
    least = outgoing != short
    if not exact:
        told = say("flow-least" if least else "flow-most", sum=told)
    code = MISSING if short else LEFT
    solid = exact or least
    return Column(code, say(f"flow-{code}"), told, extent if solid else None, None if solid else extent, None)


def _amount(amounts: FlowAmounts, part: str, say: Texts) -> str:
    value = getattr(amounts, part)
    if value is None:
        return say("flow-unknown")
    told = _told(value, say)
    if not amounts.sure(part):
        return say("flow-least", sum=told)
    return told if part == INCOME or not value else f"−{told}"


def _told(halere: int, say: Texts) -> str:
    return crowns(to_decimal_string(halere), say)


def _box(amounts: FlowAmounts) -> int:
    """Return the height of a hatched box: a part of all that the picture shows."""
    highest = amounts.income if amounts.income is not None else -amounts.rest
    return max((highest - min(amounts.rest, 0)) // _BOX, 1)
