"""The debts of a case as claims in debt relief: whose, as what, how much; what is counted and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from dluhy.problems import Problem
from dluhy.relief.projection_model import ReliefClaim

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dluhy.case.model import Case, Debt
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

_SOURCES: Final = "relief_claims_of_debts"
_OTHER: Final = "other"
_MAINTENANCE: Final = "maintenance"
_ARREARS: Final = "maintenance_arrears"
_RUNNING: Final = "maintenance_current"
_ACCESSORIES: Final = ("increase", "interest", "penalty", "costs")


@frozen(kw_only=True)
class CaseClaims:
    """The claims against one debtor, or spouses together; haléře.

    `left_out` are ids of debts that the child does not owe, `unsure` those of which that is not known (they are
    counted), `unpriced` those whose amount is not known, `missing` says what else is not known of them.
    """

    claims: tuple[ReliefClaim, ...] = ()
    left_out: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()
    assumed: tuple[Problem, ...] = field(default=(), eq=False)

    @property
    def maintenance_owed(self) -> int | None:
        """What is owed on maintenance; None where the amount of some debt is not known."""
        return None if self.unpriced else sum(claim.amount for claim in self.claims if claim.kind == _ARREARS)


def claims_of(
    case: Case, rows: Sequence[dict[str, Any]], who: Collection[str | None], pack: Pack, *, alone: bool
) -> CaseClaims:
    """Return the claims against some people.

    `rows` are the obligations of the case (`dluhy.case.obligations`), the debts first and in their order; `alone` says
    that a debt that names no debtor can only be theirs, otherwise it is not counted.
    """
    debts = case.debts or []
    mine = [
        (row, debts[place] if place < len(debts) else None)
        for place, row in enumerate(rows)
        if (row["debtor"] in who or (row["debtor"] is None and alone)) and counts(row)
    ]
    owed = [(row, debt) for row, debt in mine if row["contested"] is not True and not paid(row)]
    priced = [(row, debt) for row, debt in owed if row["balance"] is not None]
    return CaseClaims(
        claims=tuple(claim_of(row, debt, pack) for row, debt in priced),
        left_out=tuple(row["id"] for row, _ in mine if row["contested"] is True),
        unsure=tuple(row["id"] for row, _ in owed if row["contested"] is None),
        unpriced=tuple(row["id"] for row, _ in owed if row["balance"] is None),
        assumed=(
            *(problem for row, debt in priced for problem in _assumed(row, debt)),
            *(
                _nobodys(row)
                for row in rows
                if counts(row) and row["debtor"] is None and not alone and None not in who
            ),
        ),
    )


def _nobodys(row: Mapping[str, Any]) -> Problem:
    cs, en = (
        f"dluh {row['id']}: není uvedeno, čí je, a nepočítá se",
        f"debt {row['id']}: whose it is is not told; not counted",
    )
    return Problem("debtor_unknown", row["id"], cs, en)


def maintenance_claim(monthly: int) -> ReliefClaim:
    """Return running maintenance as a claim; `monthly` in haléře."""
    return ReliefClaim(id=_RUNNING, kind=_RUNNING, amount=monthly)


def counts(row: Mapping[str, Any]) -> bool:
    """Return whether an obligation is a debt, or a line of the budget on which something is owed."""
    return bool(row["debt"] is not None or row["running"] is False or row["balance"] or row["overdue_months"])


def paid(row: Mapping[str, Any]) -> bool:
    """Return whether nothing is owed on an obligation any more."""
    return row["balance"] is not None and row["balance"] <= 0


def claim_of(row: Mapping[str, Any], debt: Debt | None, pack: Pack) -> ReliefClaim:
    """Return an obligation whose balance is known as a claim; `debt` is None for arrears of a line of the budget."""
    if debt is None:
        kind = _ARREARS if row["obligation_kind"] == _MAINTENANCE else pack.term(_SOURCES, _OTHER).more["claim"]
        return ReliefClaim(id=row["id"], kind=kind, amount=row["balance"])
    accessories, penalty = parts_of(debt, row["balance"])
    return ReliefClaim(
        id=row["id"],
        kind=_kind(debt, criminal=bool(row["criminal_penalty"]), pack=pack),
        amount=row["balance"],
        principal=debt.principal,
        accessories=accessories,
        penalty=penalty,
        business=debt.business,
    )


def _kind(debt: Debt, *, criminal: bool, pack: Pack) -> str:
    """Return as what a debt is claimed; a debt of which nothing is told, or of an unknown kind, as any other."""
    terms = pack.vocabularies[_SOURCES].values()
    found = next((term for term in terms if _fits(term, debt, criminal=criminal)), pack.term(_SOURCES, _OTHER))
    return str(found.more["claim"])


def _fits(term: Term, debt: Debt, *, criminal: bool) -> bool:
    if term.more.get("criminal"):
        return criminal and debt.kind in term.more["debts"]
    if term.more.get("intentional") and debt.intentional_tort:
        return True
    return debt.kind in term.more.get("debts", ()) or debt.tort_nature in term.more.get("tort_natures", ())


def parts_of(debt: Debt, balance: int) -> tuple[int, int]:
    """Return accessories, costs among them, and contractual penalties in a balance, haléře: none if they do not fit."""
    accessories = sum(getattr(debt, name) or 0 for name in _ACCESSORIES)
    penalty = debt.contractual_penalty or 0
    return (accessories, penalty) if accessories + penalty <= balance else (0, 0)


def _assumed(row: Mapping[str, Any], debt: Debt | None) -> Iterator[Problem]:
    """Yield what is taken for granted of a claim that is counted."""
    name = row["id"]
    if debt is None:
        return
    if debt.kind is None:
        cs, en = f"dluh {name}: neznámý druh, počítá se jako běžný", f"debt {name}: unknown kind, counted as ordinary"
        yield Problem("kind_unknown", name, cs, en)
    if debt.secured:
        cs = f"dluh {name} je zajištěný; cena zajištění není známa a počítá se celý mezi nezajištěné"
        en = f"debt {name} is secured; the value of the collateral is not known and all of it counts as unsecured"
        yield Problem("collateral_unknown", name, cs, en)
    told = sum(getattr(debt, part) or 0 for part in _ACCESSORIES) + (debt.contractual_penalty or 0)
    if told > row["balance"]:
        cs = f"dluh {name}: příslušenství přesahuje zůstatek; co z něj je podřízené, se nepočítá"
        en = f"debt {name}: accessories exceed the balance; what of them is subordinated is not counted"
        yield Problem("parts_unclear", name, cs, en)
