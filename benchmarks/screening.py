"""The screening of one client: ten debts, five enforcements, all topics, against its floor; prints milliseconds.

The floor is what nobody can leave out: the same document read and held against its schema, the finished report written
as JSON. Each round times both, one after the other; the figures are medians of the rounds, and of their ratios.
`python benchmarks/screening.py [ROUNDS]`
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.screening import Screening

CLIENT = Path(__file__).resolve().parents[1] / "fixtures" / "klienti" / "03_duchodce_pet_exekuci.json"
DEBTS = 10
ROUNDS = 15


def document() -> bytes:
    """Return the document of a client with five enforcements and five more debts that nobody enforces."""
    client: dict[str, Any] = msgspec.json.decode(CLIENT.read_bytes())
    enforced = client["debts"]
    more = [debt | {"id": f"{debt['id']}_{at}"} for at, debt in enumerate(enforced[: DEBTS - len(enforced)], 1)]
    return msgspec.json.encode(client | {"debts": [*enforced, *more]})


def screened(content: bytes) -> Screening:
    """Return the screening of a document, from its bytes."""
    from dluhy.screening import screen

    return screen(content)


def floor(content: bytes, report: object) -> bytes:
    """Read and validate the document, and write a finished report."""
    from dluhy.case.given import case_given
    from dluhy.law.pack import default_pack

    case_given(content, default_pack())
    return msgspec.json.encode(report)


def strategies_again(found: Screening) -> object:
    """Compare the strategies of a screened case once more."""
    from dluhy.case.strategies import drops_of, strategies_of_case
    from dluhy.case.wages import with_net_wages

    case, _ = with_net_wages(found.case, found.pack)
    return strategies_of_case(case, found.household, found.relief, drops_of(found.defects), found.pack)


def one_row() -> object:
    """Judge one row of a list by all rules about debts from childhood."""
    import polars as pl

    from dluhy.children.check import checker
    from dluhy.law.pack import default_pack

    row = {"row": [1], "debt_kind": ["local_fee_waste"], "fee_year_from": [2014], "fee_year_to": [2014]}
    return checker().judge_compact(pl.DataFrame(row), default_pack().info.example_as_of)


def timed(work: Callable[[], object]) -> float:
    """Return how long something takes, milliseconds."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1e3


def main(rounds: int) -> None:
    """Print the figures."""
    content = document()
    found = screened(content)
    report = found.report("cs")
    works: dict[str, Callable[[], object]] = {
        "floor": lambda: floor(content, report),
        "screening": lambda: screened(content),
        "strategies": lambda: strategies_again(found),
        "report": lambda: found.report("cs"),
        "text": lambda: found.text("cs"),
        "row": one_row,
    }
    for work in works.values():
        work()
    times = [{name: timed(work) for name, work in works.items()} for _ in range(rounds)]
    print(f"{found.judged.height} debts, {rounds} rounds, medians")
    for name in works:
        figures = [each[name] for each in times]
        ratio = median(each[name] / each["floor"] for each in times)
        print(f"{name:12} {median(figures):8.1f} ms  least {min(figures):8.1f} ms  {ratio:8.1f} x the floor")
    rest = median(each["screening"] - each["strategies"] for each in times)
    print(f"screening without strategies {rest:8.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
