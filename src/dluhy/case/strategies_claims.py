"""The debts of a case as claims on which ways out are compared: sums, interest, orders, instalments, objections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.case.relief_claims import counts, paid
from dluhy.case.strategies_enforced import Desk, Enforced
from dluhy.case.strategies_interest import principal_of, rate_of
from dluhy.case.unknowns import id_of
from dluhy.deductions.claims import UNTOLD_MAINTENANCE
from dluhy.household.triage import NOT_PAID
from dluhy.relief.strategies_model import Drop, StrategyClaim

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from dluhy.case.model import Case, Debt
    from dluhy.case.strategies_assumed import Assumptions
    from dluhy.law.pack import Pack

_ARREARS: Final = "maintenance_arrears"
_MAINTENANCE: Final = "maintenance"
_ENFORCED, _CONSUMER, _GENERAL = "enforced", "consumer", "general"
CHILDHOOD, CHILDHOOD_UNSURE = "childhood", "childhood_unsure"
Row = dict[str, Any]


@frozen(kw_only=True)
class Whose:
    """Of whom claims are: `people` of a unit of petitioners, `alone` where what names nobody can only be theirs.

    `incomes_known` says whether it is known what is taken from.
    """

    people: tuple[str | None, ...]
    alone: bool
    incomes_known: bool = True

    def owes(self, row: Row) -> bool:
        """Return whether an obligation is theirs."""
        return row["debtor"] in self.people or (row["debtor"] is None and self.alone)


@frozen(kw_only=True)
class Claims:
    """The claims of a unit and the obligations they come from, in the order of the case."""

    claims: tuple[StrategyClaim, ...]
    rows: tuple[Row, ...]


def claims_for(  # noqa: PLR0913 - what a case says of its debts
    case: Case,
    rows: Sequence[Row],
    whose: Whose,
    drops: Mapping[str, Drop],
    instalments: Mapping[str, int],
    *,
    first: date,
    pack: Pack,
    assumed: Assumptions,
) -> Claims:
    """Return the claims of a unit of petitioners.

    `rows` are the obligations of the case, `drops` what can be said against debts by their id, `instalments` what is
    paid on them a month today, `first` the first month compared. Debts that are paid, or settled in an insolvency, are
    no claims.
    """
    debts = {id_of(debt, place): debt for place, debt in enumerate(case.debts or ())}
    counted = [row for row in rows if counts(row) and not paid(row) and row["settled_in_insolvency"] is not True]
    own = [row for row in counted if whose.owes(row)]
    for row in counted:
        if row["debtor"] is None and not whose.alone and None not in whose.people:
            assumed.add("debtor_untold", debt=row["id"])
    desk = Desk(
        case=case, first=first, payers=payers_of(case, whose), pack=pack, assumed=assumed,
        owed={row["id"]: row["balance"] or 0 for row in own},
    )  # fmt: skip
    made = tuple(_claim(row, debts.get(row["id"]), whose, drops, instalments, desk) for row in own)
    return Claims(claims=made, rows=tuple(own))


def payers_of(case: Case, whose: Whose) -> Collection[str] | None:
    """Return who pays the incomes of a unit; None where nobody is named."""
    own = [each for each in case.incomes or () if each.person in whose.people or (each.person is None and whose.alone)]
    return {each.payer for each in own if each.payer is not None} or None


def _claim(  # noqa: PLR0913, PLR0917 - what one debt is made of
    row: Row,
    debt: Debt | None,
    whose: Whose,
    drops: Mapping[str, Drop],
    instalments: Mapping[str, int],
    desk: Desk,
) -> StrategyClaim:
    kind = _kind(row, debt)
    found = desk.of(debt, kind) if row["enforced"] and debt is not None else None
    balance, costs = row["balance"], _costs(debt, row["balance"])
    rate = rate_of(debt, row, desk.case.as_of, desk.pack, desk.assumed)
    principal = principal_of(debt, row["id"], balance, costs, desk.assumed) if rate and balance is not None else None
    claim = StrategyClaim(
        id=row["id"], balance=balance, principal=principal, costs=costs, yearly_rate=rate, kind=kind,
        penalty_monthly=(debt.penalty_monthly or 0) if debt is not None else 0, enforced=row["enforced"],
        allocation=_allocation(debt, found, desk.pack), debtor=_debtor(row, whose),
        instalment_now=instalments.get(row["id"], 0), urgency=_urgency(row, desk.pack), drop=_drop(row, drops),
    )  # fmt: skip
    return claim if found is None else _with_orders(claim, found)


def _kind(row: Row, debt: Debt | None) -> str | None:
    if debt is None:
        return _ARREARS if row["obligation_kind"] == _MAINTENANCE else None
    return _ARREARS if debt.kind == UNTOLD_MAINTENANCE else debt.kind


def _costs(debt: Debt | None, balance: int | None) -> int:
    costs = 0 if debt is None else debt.costs or 0
    return costs if balance is not None and costs <= balance else 0


def _with_orders(claim: StrategyClaim, found: Enforced) -> StrategyClaim:
    """Return a claim with its orders; where nothing is deducted for it, the costs of enforcement are part of it."""
    if found.taking:
        return evolve(
            claim, executor_costs=found.costs, delivered_on=found.delivered_on, began_on=found.began_on,
            order=found.order, priority=found.priority, enforcement=found.enforcement,
        )  # fmt: skip
    more = found.costs or 0
    balance = None if claim.balance is None or found.costs is None else claim.balance + more
    return evolve(
        claim, enforced=False, allocation=_ENFORCED, balance=balance, costs=claim.costs + more, costs_to_come=more
    )


def _allocation(debt: Debt | None, found: Enforced | None, pack: Pack) -> str | None:
    """Return how payments count on a debt; None where it is not known whether it is a consumer's."""
    if found is not None:
        return _ENFORCED
    more = pack.term("strategy_allocations", _CONSUMER).more
    if debt is None or debt.business or (debt.creditor is not None and debt.creditor.kind == "person"):
        return _GENERAL
    arose = debt.arose_on
    if arose is not None and arose.last is not None and arose.last < more["since"]:
        return _GENERAL
    late = arose is not None and arose.first is not None and arose.first >= more["since"]
    firm = debt.creditor is not None and debt.creditor.kind in more["creditors"]
    return _CONSUMER if late and firm and debt.business is False else None


def _debtor(row: Row, whose: Whose) -> str | None:
    """Return whose income is taken from; of one person nobody else's can be. None: anybody's, or nobody's is known."""
    if not whose.incomes_known:
        return None
    if len(whose.people) == 1:
        return whose.people[0] or "1"
    return None if row["debtor"] is None else str(row["debtor"])


def _urgency(row: Row, pack: Pack) -> int | None:
    """Return the turn of a debt of which delay hurts; None of one that waits with the others, or was not sorted.

    A debt whose class is not certain waits too, unless it is of the home, of energy or another vital one.
    """
    if row.get("class") is None or row["class"] in NOT_PAID or row["offered"]:
        return None
    kind = row["obligation_kind"]
    vital = kind is not None and bool(pack.term("obligation_kinds", kind).more.get("vital"))
    return int(row["rank"]) if row["certain"] or vital else None


def _drop(row: Row, drops: Mapping[str, Drop]) -> Drop | None:
    """Return what can be said against a debt: that the child does not owe it comes before everything else."""
    found, balance = drops.get(row["id"]), row["balance"]
    if row["contested"] is True:
        return Drop(condition=CHILDHOOD, least=balance, most=balance, not_owed=True)
    if row["contested"] is None and row["debt"] is not None:
        return Drop(condition=CHILDHOOD_UNSURE, least=0 if found is None else found.least, most=balance)
    return found
