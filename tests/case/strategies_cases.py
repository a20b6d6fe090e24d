"""Invented cases of ways out that the tests of the case and of its report share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.case.relief_cases import debt, parts
from tests.case.support import read

from dluhy.case.strategies import strategies_of_case
from dluhy.case.wages import with_net_wages
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from dluhy.case.strategies import CaseStrategies
    from dluhy.relief.strategies_model import Drop

PAYER = "Zaměstnavatel A"


def plain(name: str = "uver", balance: str | None = "12000", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return a debt on which no interest runs."""
    return debt(name, f"Věřitel {name}", balance, **{"yearly_rate": "0", **more})


def enforcing(*debts: str, name: str = "e1", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return a running tax enforcement, of which no costs are counted, with an order to the employer."""
    told = {"id": name, "debts": list(debts), "kind": "tax", "began_on": "2023-05-05", "status": "running",
            "orders": [{"payer": PAYER, "delivered_on": "2023-07-01"}]}  # fmt: skip
    return {**told, **more}


def ways(drops: dict[str, Drop] | None = None, *, strict_law: bool = False, **more: Any) -> tuple[CaseStrategies, ...]:  # noqa: ANN401 - any JSON
    """Return the ways out of a case of a client with 26 000 Kč net, 9 000 Kč of expenses and no enforcement."""
    case = read(**parts(**{"enforcements": [], **more}))
    found = screen_case(case, strict_law=strict_law)
    nets, _ = with_net_wages(case, found.pack)
    return strategies_of_case(nets, found.household, found.relief, drops or {}, found.pack, strict_law=strict_law)


def way(drops: dict[str, Drop] | None = None, **more: Any) -> CaseStrategies:  # noqa: ANN401 - any JSON
    """Return the ways out of the only unit of such a case."""
    (found,) = ways(drops, **more)
    return found
