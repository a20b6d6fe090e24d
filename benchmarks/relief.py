"""The workloads of debt relief: one projection, its sensitivity, a thousand projections; prints milliseconds."""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.relief.projection_model import ReliefInput

CLAIMS = 12
THOUSAND = 1_000


def state(net: int = 2_640_000) -> ReliefInput:
    """Return the input of a projection of more than forty months with a dozen claims and maintenance."""
    from dluhy.deductions.model import Household, Spouse
    from dluhy.relief.projection_model import DebtorIncome, ReliefClaim, ReliefInput

    claims = [ReliefClaim(id=f"{at}", amount=1_500_000 * (at + 1) + 77) for at in range(CLAIMS)]
    household = Household(dependants=1, spouse=Spouse(married=False))
    return ReliefInput(
        regime="r2024",
        petition_on=date(2026, 11, 2),
        trustee_vat=True,
        debtors=(DebtorIncome(net=net, household=household),),
        claims=(*claims, ReliefClaim(id="child", kind="maintenance_current", amount=200_000)),
        petition_fee=484_000,
        after_horizon="last_known",
    )


def one() -> object:
    """Return one projection."""
    from dluhy.relief.projection import project

    return project(state())


def variants() -> object:
    """Return the sensitivity of one case."""
    from dluhy.relief.projection_sensitivity import sensitivity

    return sensitivity(state())


def thousand() -> object:
    """Return a thousand projections with different incomes."""
    from dluhy.relief.projection import project

    return [project(state(2_000_000 + 1_000 * at)) for at in range(THOUSAND)]


def _best(work: Callable[[], object], times: int) -> float:
    """Return the best time of several in milliseconds."""
    found = []
    for _ in range(times):
        began = perf_counter()
        work()
        found.append(perf_counter() - began)
    return min(found) * 1000


def main() -> None:
    """Print the table."""
    one()
    for name, work, times in (("one", one, 50), ("sensitivity", variants, 10), ("thousand", thousand, 1)):
        print(f"{name:12} {_best(work, times):10.2f} ms")


if __name__ == "__main__":
    main()
