"""Cases of strategies that several tests start from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.relief.projection_cases import case as relief_case
from tests.relief.projection_cases import debtor

from dluhy.relief.projection_model import ReliefClaim
from dluhy.relief.strategies_model import StrategyClaim, StrategyInput

if TYPE_CHECKING:
    from dluhy.relief.projection_model import ReliefInput

FIRST = date(2026, 1, 1)
KORUNA = 100


def debt(name: str = "a", balance: int | None = 1_200_000, **more: Any) -> StrategyClaim:  # noqa: ANN401
    """A debt of 12 000 Kč without interest that nobody enforces."""
    facts: dict[str, Any] = {"id": name, "balance": balance, "yearly_rate": 0, "enforced": False}
    return StrategyClaim(**{**facts, **more})


def enforced(name: str = "a", balance: int | None = 1_200_000, **more: Any) -> StrategyClaim:  # noqa: ANN401
    """The same under enforcement without further costs, ordered in 2024."""
    facts: dict[str, Any] = {"enforced": True, "executor_costs": 0, "priority": False,
                             "delivered_on": date(2024, 3, 5)}  # fmt: skip
    return debt(name, balance, **{**facts, **more})


def state(*claims: StrategyClaim, **more: Any) -> StrategyInput:  # noqa: ANN401
    """A debtor with 26 400 Kč net and one child, from January 2026, without debt relief."""
    facts: dict[str, Any] = {
        "from_month": FIRST,
        "claims": claims,
        "debtors": (debtor(),),
        "expenses": 1_800_000,
        "living_minimum": 729_000,
        "after_horizon": "last_known",
    }
    return StrategyInput(**{**facts, **more})


def relief_of(*claims: StrategyClaim, **more: Any) -> ReliefInput:  # noqa: ANN401
    """Debt relief of the same debtor and debts, the petition filed in January 2026."""
    facts = {"claims": tuple(ReliefClaim(id=claim.id, amount=claim.balance or 0) for claim in claims)}
    return relief_case(**{**facts, "found_on": None, "approved_on": None, **more})
