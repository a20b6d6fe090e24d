"""The debts of a case as claims in debt relief: whose, as what, how much; what is counted and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from dluhy.case.relief_collateral import Collateral, Estate
from dluhy.problems import Problem
from dluhy.relief.projection_model import ReliefClaim

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dluhy.case.model import Case, Debt
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import AssetSale

_SOURCES: Final = "relief_claims_of_debts"
_OTHER: Final = "other"
_MAINTENANCE: Final = "maintenance"
_ARREARS: Final = "maintenance_arrears"
_RUNNING: Final = "maintenance_current"
_ACCESSORIES: Final = ("increase", "interest", "penalty", "costs")
"""What a balance may hold beside the principal; of it only interest counts for subordination (§ 172 odst. 2 IZ)."""


@frozen(kw_only=True)
class CaseClaims:
    """The claims against one debtor, or spouses together; haléře.

    `left_out` are ids of debts that the child does not owe, `unsure` those of which that is not known (they are
    counted), `unpriced` those whose amount is not known, `sales` planned sales of assets for unsecured creditors,
    `assumed` what was taken for granted.
    """

    claims: tuple[ReliefClaim, ...] = ()
    left_out: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()
    sales: tuple[AssetSale, ...] = ()
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
    estate = Estate(case, who, pack, alone=alone)
    return CaseClaims(
        claims=tuple(claim_of(row, debt, pack, estate) for row, debt in priced),
        left_out=tuple(row["id"] for row, _ in mine if row["contested"] is True),
        unsure=tuple(row["id"] for row, _ in owed if row["contested"] is None),
        unpriced=tuple(row["id"] for row, _ in owed if row["balance"] is None),
        sales=estate.sales(),
        assumed=(
            *(problem for row, debt in priced for problem in _assumed(row, debt, estate, pack)),
            *estate.doubts(),
            *(_nobodys(row) for row in rows if counts(row) and row["debtor"] is None and not alone and None not in who),
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


def claim_of(row: Mapping[str, Any], debt: Debt | None, pack: Pack, estate: Estate | None = None) -> ReliefClaim:
    """Return an obligation whose balance is known as a claim.

    `debt` is None for arrears of a line of the budget, `estate` the property that may secure it, None of none.
    """
    if debt is None:
        kind = _ARREARS if row["obligation_kind"] == _MAINTENANCE else pack.term(_SOURCES, _OTHER).more["claim"]
        return ReliefClaim(id=row["id"], kind=kind, amount=row["balance"])
    accessories, penalty = _parts(debt, row["balance"])
    collateral = Collateral() if estate is None else _collateral(row, debt, estate, pack)
    return ReliefClaim(
        id=row["id"],
        kind=_kind(debt, criminal=bool(row["criminal_penalty"]), pack=pack),
        amount=row["balance"],
        principal=debt.principal,
        accessories=accessories,
        penalty=penalty,
        business=debt.business,
        collateral_value=collateral.value or 0,
        collateral_month=collateral.month,
    )


def _collateral(row: Mapping[str, Any], debt: Debt, estate: Estate, pack: Pack) -> Collateral:
    kind = _kind(debt, criminal=bool(row["criminal_penalty"]), pack=pack)
    return estate.of_debt(debt, kind, row["balance"])


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


def _parts(debt: Debt, balance: int) -> tuple[int, int]:
    """Return interest and contractual penalties in a balance: none where what is told does not fit in."""
    return (debt.interest or 0, debt.contractual_penalty or 0) if beside_principal(debt) <= balance else (0, 0)


def beside_principal(debt: Debt) -> int:
    """Return what is told of a debt beside its principal: accessories, costs among them, and penalties; haléře."""
    return sum(getattr(debt, part) or 0 for part in _ACCESSORIES) + (debt.contractual_penalty or 0)


def _assumed(row: Mapping[str, Any], debt: Debt | None, estate: Estate, pack: Pack) -> Iterator[Problem]:
    """Yield what is taken for granted of a claim that is counted."""
    name = row["id"]
    if debt is None:
        return
    if debt.kind is None:
        cs, en = f"dluh {name}: neznámý druh, počítá se jako běžný", f"debt {name}: unknown kind, counted as ordinary"
        yield Problem("kind_unknown", name, cs, en)
    collateral = _collateral(row, debt, estate, pack)
    if collateral.estimated:
        cs = f"dluh {name} je zajištěný; počítá se odhad ceny zajištění, náklady prodeje se neodečítají"
        en = f"debt {name} is secured; the estimated value of the collateral counts, costs of sale are not taken off"
        yield Problem("collateral_estimated", name, cs, en)
    if collateral.value is None:
        cs = f"dluh {name} je zajištěný; cena zajištění není známa a počítá se celý mezi nezajištěné"
        en = f"debt {name} is secured; the value of the collateral is not known and all of it counts as unsecured"
        yield Problem("collateral_unknown", name, cs, en)
    if beside_principal(debt) > row["balance"]:
        cs = f"dluh {name}: příslušenství přesahuje zůstatek; co z něj je podřízené, se nepočítá"
        en = f"debt {name}: accessories exceed the balance; what of them is subordinated is not counted"
        yield Problem("parts_unclear", name, cs, en)
