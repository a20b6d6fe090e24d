"""What a wrong deduction may come from: the month is reckoned with one thing changed, and whatever fits is named.

Every match is told, none is chosen. Only where no single change fits are two joined, and questions asked.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.deductions.mistakes import Change, changes_of
from dluhy.deductions.reckoning import Reckoning, reckoned
from dluhy.law.amounts import known_value
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.deductions.figures import Payment
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

CAUSES: Final = "payslip_causes"
MISTAKE, FACT, QUESTION = "mistake", "fact", "question"
ROUNDING, ALONE = "rounding", "alone"
BONUS, OTHER, REST, AGREED = "tax_bonus", "other_deduction", "rest_of_debt", "lower_agreed"
PAID_OFF: Final = "if_paid_off"


@frozen(kw_only=True)
class CausePart:
    """One thing otherwise: a code of `payslip_causes` and what it names: a set of amounts, a count, haléře, a claim."""

    code: str
    values: Mapping[str, int | str] = field(factory=dict)


@frozen(kw_only=True)
class Cause:
    """What a difference may come from: one thing, or two together; `amount` is the deduction it gives, in haléře.

    `kind` is "mistake" (of the payer), "fact" (not stated; if it is so, there is no mistake) or "question" (cannot be
    computed, the amount is None). `exact` says that the amount is what was really deducted, to the haléř.
    """

    parts: tuple[CausePart, ...]
    kind: str
    amount: int | None
    exact: bool

    @property
    def code(self) -> str:
        """The codes of its parts, joined by a plus."""
        return "+".join(part.code for part in self.parts)


def tolerance(pack: Pack, paid_on: date) -> int:
    """Return the difference that may be mere rounding, in haléře: a convention of the check."""
    return known_value(pack.series["payslip_tolerance"], paid_on) * KORUNA


@frozen(kw_only=True)
class Around:
    """What is known beside a payment: whether it is stated if there is debt relief; whether the debt may have ended."""

    relief_stated: bool = False
    may_be_rest: bool = False


def causes_of(payment: Payment, actual: int, expected: int, around: Around, pack: Pack) -> tuple[Cause, ...]:
    """Return what the difference of a month may come from, exact matches first; empty if there is no difference.

    `actual` is what was really deducted, `expected` what should have been, in haléře. Of a difference that may be mere
    rounding only exact matches are told. Raises what the figures of the payment raise.
    """
    if actual == expected:
        return ()
    tried = [
        (change, _amount((change,), payment, pack))
        for change in changes_of(payment, pack, relief_stated=around.relief_stated)
    ]
    moved = [(change, amount) for change, amount in tried if amount is not None and amount != expected]
    exact = [_cause((change,), amount, actual, pack) for change, amount in moved if amount == actual]
    if around.may_be_rest and not actual:
        exact.append(Cause(parts=(CausePart(code=PAID_OFF),), kind=FACT, amount=0, exact=True))
    near = tolerance(pack, payment.paid_on)
    if exact or abs(actual - expected) <= near:
        return _ordered(exact, actual, pack)
    close = [_cause((change,), amount, actual, pack) for change, amount in moved if abs(amount - actual) <= near]
    joined = _joined([change for change, _ in moved], payment, actual, expected, pack)
    questions = () if joined else _questions(payment, actual - expected, may_be_rest=around.may_be_rest)
    return (*_ordered(joined, actual, pack), *_ordered(close, actual, pack), *questions)


def _joined(changes: Sequence[Change], payment: Payment, actual: int, expected: int, pack: Pack) -> list[Cause]:
    """Return pairs of changes of different groups that give what was deducted, where neither does alone."""
    if not actual:
        return []
    found = []
    for pair in combinations(changes, 2):
        groups = {_term(change.code, pack).more["group"] for change in pair}
        if len(groups) == len(pair) and not groups & {ALONE, ROUNDING} and _amount(pair, payment, pack) == actual:
            found.append(_cause(pair, actual, actual, pack))
    return [cause for cause in found if cause.amount != expected]


def _amount(changes: Iterable[Change], payment: Payment, pack: Pack) -> int | None:
    """Return the deduction with changes applied; None if the law of the day does not reach it."""
    state = Reckoning(payment=payment)
    for change in changes:
        state = change.apply(state)
    try:
        return reckoned(state, pack)
    except InputError:
        return None


def _cause(changes: Sequence[Change], amount: int, actual: int, pack: Pack) -> Cause:
    kinds = {_term(change.code, pack).more["kind"] for change in changes}
    return Cause(
        parts=tuple(CausePart(code=change.code, values=change.values) for change in changes),
        kind=FACT if kinds == {FACT} else MISTAKE,
        amount=amount,
        exact=amount == actual,
    )


def _ordered(causes: Iterable[Cause], actual: int, pack: Pack) -> tuple[Cause, ...]:
    """Return causes, the closest first, then in the order of the pack."""
    places = {code: place for place, code in enumerate(pack.members[CAUSES])}

    def key(cause: Cause) -> tuple[int, list[int]]:
        distance = 0 if cause.amount is None else abs(cause.amount - actual)
        return distance, [places[part.code] for part in cause.parts]

    return tuple(sorted(causes, key=key))


def _questions(payment: Payment, difference: int, *, may_be_rest: bool) -> Iterator[Cause]:
    """Yield what cannot be computed and must be asked."""
    if difference > 0:
        codes = [OTHER] if payment.household.dependants == 0 else [BONUS, OTHER]
    else:
        codes = [REST, AGREED] if may_be_rest else [AGREED]
    for code in codes:
        yield Cause(parts=(CausePart(code=code),), kind=QUESTION, amount=None, exact=False)


def _term(code: str, pack: Pack) -> Term:
    return pack.term(CAUSES, code)
