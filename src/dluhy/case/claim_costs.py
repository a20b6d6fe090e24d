"""What the executor of a case may charge at the least and at the most, where the case tells what that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.deductions.executor_costs import executor_costs
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.case.model import Debt, Enforcement
    from dluhy.dates import Span
    from dluhy.law.pack import Pack

_EXECUTOR: Final = "court_executor"
_STOPPED: Final = "stopped"
_PARTS: Final = ("increase", "penalty", "contractual_penalty")
"""Parts of a claim beside principal and interest that are enforced with it; absent of a debt that has none."""
Tariff = tuple[int, int] | None


def tariff_of(debts: Sequence[Debt], enforcement: Enforcement | None, pack: Pack) -> tuple[Tariff, tuple[Problem, ...]]:
    """Return the tariff of an enforcement with tax, haléře, from and to, and why it cannot be computed.

    The least counts what was recovered so far, the most the whole claim. None where the executor's costs are not told,
    no court executor leads, or principal or interest of a debt in it are not known.
    """
    if enforcement is None or enforcement.kind != _EXECUTOR or enforcement.costs is None:
        return None, ()
    claim = _enforced(debts, enforcement)
    if enforcement.costs.asked is None or claim is None:
        return None, ()
    try:
        whole = _tariffs(claim, claim, enforcement, pack)
        recovered = claim if enforcement.recovered is None else min(enforcement.recovered, claim)
        part = whole if recovered == claim else _tariffs(claim, recovered, enforcement, pack)
    except InputError as error:
        return None, tuple(error.problems)
    return (min(part[0], whole[0]), max(part[1], whole[1])), ()


def _enforced(debts: Sequence[Debt], enforcement: Enforcement) -> int | None:
    """Return what is enforced without costs, haléře; None where it is not known of some debt."""
    names = enforcement.debts or []
    found = [debt for debt in debts if debt.id is not None and debt.id in names and debt.follows is None]
    if len(names) == 0 or any(debt.principal is None or debt.interest is None for debt in found) or not found:
        return None
    return sum(getattr(debt, part) or 0 for debt in found for part in ("principal", "interest", *_PARTS))


def _tariffs(claim: int, recovered: int, enforcement: Enforcement, pack: Pack) -> tuple[int, int]:
    costs = enforcement.costs
    found = executor_costs(
        claim=claim,
        recovered=recovered,
        began_on=_exact(enforcement.began_on),
        authorised_on=None if costs is None else costs.authorised_on,
        vat_payer=None if costs is None else costs.vat_payer,
        stopped=enforcement.status == _STOPPED,
        pack=pack,
    )
    return found.least, found.most


def _exact(span: Span | None) -> date | None:
    return span.first if span is not None and span.first == span.last else None
