"""What secures the debts of a case in debt relief, and which assets are to be sold in it; haléře.

Only property of those who file is in the estate (§ 2 písm. g) IZ); what others pledged secures nothing there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.problems import Problem
from dluhy.relief.claims import EXCLUDED, RUNNING
from dluhy.relief.projection_law import KINDS
from dluhy.relief.projection_model import AssetSale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dluhy.case.model import Asset, Case, Debt
    from dluhy.law.pack import Pack

_REAL_ESTATE: Final = "real_estate"
_NO_COLLATERAL: Final = frozenset({RUNNING, EXCLUDED})


@frozen(kw_only=True)
class Collateral:
    """What collateral brings one debt: haléře, None not known; the month of the plan in which it is sold, None never.

    `estimated` says that the value is an estimate of the price, without the costs of its sale.
    """

    value: int | None = 0
    month: int | None = None
    estimated: bool = False


class Estate:
    """The property of those who file, as far as it secures debts or is to be sold."""

    def __init__(self, case: Case, who: Collection[str | None], pack: Pack, *, alone: bool) -> None:
        """Keep the case and who files; `alone` says that what names nobody is theirs."""
        self._pack = pack
        self._balances = {debt.id: debt.balance for debt in case.debts or () if debt.id is not None}
        self._told = {debt.id: debt.collateral_value for debt in case.debts or () if debt.id is not None}
        assets = _with_only_debt(case)
        owned = [(each, each.owner in who if each.owner is not None else alone) for each in assets]
        self._assets = [each for each, own in owned if own]

    def of_debt(self, debt: Debt, kind: str, amount: int) -> Collateral:
        """Return what secures a debt that is claimed as a kind with an amount."""
        securing = [each for each in self._assets if debt.id is not None and debt.id in (each.secures or ())]
        told = debt.collateral_value
        if not (debt.secured or securing or told) or self._pack.term(KINDS, kind).more["rank"] in _NO_COLLATERAL:
            return Collateral()
        months = [each.sale_month for each in securing if each.sale_month is not None]
        month = max(months, default=None)
        if told is not None:
            return Collateral(value=min(told, amount), month=month)
        shares = [self._share(each, debt.id) for each in securing]
        if not shares or None in shares:
            return Collateral(value=None)
        return Collateral(value=min(sum(each or 0 for each in shares), amount), month=month, estimated=True)

    def sales(self) -> tuple[AssetSale, ...]:
        """Return the planned sales: what each asset leaves unsecured creditors, with the trustee's fee in it."""
        found = ((each.sale_month, self._rest(each)) for each in self._assets if not _home(each))
        return tuple(AssetSale(amount=rest, month=month, gross=True) for month, rest in found if month and rest)

    def doubts(self) -> Iterator[Problem]:
        """Yield what is taken for granted of sales that cannot be counted."""
        for each in self._assets:
            if each.sale_month is not None and not _home(each) and self._rest(each) is None:
                name = each.description or "?"
                cs = f"prodej majetku ({name}): není známo, kolik z něj zbude nezajištěným věřitelům; nepočítá se"
                en = f"sale of an asset ({name}): what is left of it for unsecured creditors is not known; not counted"
                yield Problem("sale_unknown", name, cs, en)

    def _share(self, asset: Asset, debt: str | None) -> int | None:
        """Return what an asset brings one of the debts it secures, after those with an earlier pledge."""
        names = list(asset.secures or ())
        if debt not in names:
            return None
        left = self._left(asset, names[: names.index(debt)])
        balance = self._balances.get(debt)
        return None if left is None or balance is None else min(left, max(balance, 0))

    def _rest(self, asset: Asset) -> int | None:
        """Return what an asset leaves when the debts it secures are paid; None where that is not known."""
        if asset.pledged and not asset.secures:
            return None
        return self._left(asset, list(asset.secures or ()))

    def _left(self, asset: Asset, names: Sequence[str]) -> int | None:
        if asset.value is None:
            return None
        paid = [
            self._told.get(name) if self._told.get(name) is not None else self._balances.get(name) for name in names
        ]
        known = [max(amount, 0) for amount in paid if amount is not None]
        return max(asset.value - sum(known), 0) if len(known) == len(names) else None


def _home(asset: Asset) -> bool:
    """Return whether an asset is the debtor's home, whose sale is judged by itself (§ 398 odst. 6 IZ)."""
    return bool(asset.is_home) and asset.kind == _REAL_ESTATE


def _with_only_debt(case: Case) -> list[Asset]:
    """Return the assets; pledged ones that do not say for what secure the one debt that is or may be secured."""
    assets = list(case.assets or ())
    secured = [debt for debt in case.debts or () if debt.secured is not False]
    pledged = [each for each in assets if each.pledged is not False]
    silent = all(each.pledged and not each.secures for each in pledged)
    if len(secured) != 1 or not secured[0].secured or secured[0].id is None or not silent:
        return assets
    told = {"secures": [secured[0].id]}
    return [each.model_copy(update=told) if each.pledged else each for each in assets]
