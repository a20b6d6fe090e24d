"""Cases of debt relief that several tests start from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dluhy.deductions.model import Household, Spouse
from dluhy.relief.projection_model import DebtorIncome, ReliefClaim, ReliefInput

if TYPE_CHECKING:
    from dluhy.relief.projection_values import Month, Projection

ALONE = Spouse(married=False)


def debtor(net: int | tuple[int, ...] = 2_640_000, people: int | None = 1, **more: Any) -> DebtorIncome:  # noqa: ANN401
    """A debtor without a spouse."""
    return DebtorIncome(net=net, household=Household(dependants=people, spouse=ALONE), **more)


def case(**more: Any) -> ReliefInput:  # noqa: ANN401
    """A single debtor whose instalment is 5 848 Kč in 2026, one claim of a million, a trustee who pays the tax."""
    facts: dict[str, Any] = {
        "regime": "r2024",
        "petition_on": date(2026, 1, 5),
        "found_on": date(2026, 1, 12),
        "approved_on": date(2026, 5, 20),
        "trustee_vat": True,
        "debtors": (debtor(),),
        "claims": (ReliefClaim(id="a", amount=100_000_000),),
        "after_horizon": "last_known",
    }
    return ReliefInput(**{**facts, **more})


def older(**more: Any) -> ReliefInput:  # noqa: ANN401
    """The same in proceedings begun in 2020."""
    days = {"petition_on": date(2020, 1, 6), "found_on": date(2020, 1, 20), "approved_on": date(2020, 5, 4)}
    return case(**{"regime": "r2019", **days, **more})


def plan(found: Projection) -> list[Month]:
    """Return the months of the plan."""
    return [month for month in found.months if month.phase == "plan"]


def codes(found: Projection) -> set[str]:
    """Return the codes of the flags."""
    return {flag.code for flag in found.flags}
