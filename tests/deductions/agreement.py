"""Holds the program's wage deductions against the second reading of the law, to the haléř.

`python -m tests.deductions.agreement --cases 1000000 --seed 1` draws months, compares each one by one and all of a
batch in one frame, prints what was reached, and ends with 1 if anything differs.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from fractions import Fraction
from multiprocessing import get_context
from random import Random
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl
from tests.deductions.drawing import draw, edges, hide, kind_of
from tests.deductions.oracle import PRIORITY, acting, expected, row_of

from dluhy.deductions import Claim, Spouse, deduct, deduct_frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.deductions.oracle import Case

    from dluhy.deductions import Deduction

AMOUNTS: Final = ("base", "remainder", "third", "unlimited", "capacity")
TOTALS: Final = ("deducted", "left", "fee")
KINDS: Final = {
    "current_maintenance": "maintenance_current",
    "maintenance_arrears": "maintenance_arrears",
    "assignment_fee": "assigned_maintenance_fee",
    "assigned_maintenance": "assigned_maintenance",
    "substitute_maintenance": "substitute_maintenance",
    "other_priority": "tax_or_fee",
    "non_priority": "loan",
}
"""A kind of claim for every class of the oracle."""
BATCH: Final = 2_000
SHOWN: Final = 20


class Difference(NamedTuple):
    """One number on which the two readings differ: haléře, None where a share is said to be unknown."""

    case: Case
    where: str
    program: int | None
    oracle: int | None


class Run(NamedTuple):
    """What was reached by a number of cases, and what differed."""

    reached: Counter[tuple[str, str]]
    differences: list[Difference]


def halere(amount: Fraction | None) -> int | None:
    """Return an amount of the oracle in haléře; the oracle never holds parts of them."""
    if amount is None:
        return None
    whole = Fraction(amount) * 100
    assert whole.denominator == 1
    return whole.numerator


def claims_of(case: Case) -> list[Claim]:
    """Return a case's claims as the program takes them; facts that were hidden are None."""
    orders = Counter(one["order"] for one in case["claims"])
    return [claim_of(one, alone=orders[one["order"]] == 1) for one in case["claims"]]


def claim_of(one: Case, *, alone: bool) -> Claim:
    """Return a claim; some say their priority instead of a kind, and some that are alone in an order name none."""
    number, name = int(one["id"][1:]), one["class"]
    by_priority = number % 3 == 0 and name in ("other_priority", "non_priority")
    return Claim(
        id=one["id"],
        kind=None if by_priority else KINDS[name],
        priority=name in PRIORITY if by_priority or number % 2 else None,
        order=None if alone and number % 2 else one["order"],
        delivered_on=one["delivered_on"],
        issued_on=one["issued_on"],
        balance=halere(one["balance"]),
        entitled=one["entitled"],
        monthly=halere(one["monthly"]),
    )


def by_program(case: Case) -> Deduction:
    """Return what the program says of a case."""
    return deduct(
        paid_on=case["paid_on"],
        wage_period=case["wage_period"],
        net=halere(case["net"]) or 0,
        dependants=case["dependants"],
        spouse=Spouse(counts=case["spouse_counts"]),
        own_pension=case["own_pension"],
        claims=claims_of(case),
        debt_relief=case["debt_relief"],
        component_rounding=case["component_rounding"],
        base_share=halere(case["base_share"]),
    )


def numbers(result: Case) -> dict[str, int | None]:
    """Return every number of the oracle that is compared, by name."""
    named = {name: halere(result[name]) for name in (*AMOUNTS, *TOTALS)}
    return named | {f"claim {who}": halere(share) for who, share in result["allocations"].items()}


def program_numbers(case: Case) -> dict[str, int | None]:
    """Return every number of the program that is compared, by name."""
    found = by_program(case)
    named: dict[str, int | None] = {name: getattr(found, name) for name in (*AMOUNTS, *TOTALS)}
    return named | {f"claim {each.claim}": each.amount for each in found.allocations}


def compare(cases: Iterable[Case]) -> list[Difference]:
    """Return every number on which the program and the oracle differ, one by one; empty if they agree."""
    return [each for case in cases for each in differing(case, program_numbers(case), numbers(expected(case)))]


def differing(case: Case, program: dict[str, int | None], oracle: dict[str, int | None]) -> list[Difference]:
    """Return the numbers that differ or that only one of them has."""
    names = dict.fromkeys([*oracle, *program])
    return [
        Difference(case, name, program.get(name), oracle.get(name))
        for name in names
        if name not in program or name not in oracle or program[name] != oracle[name]
    ]


def compare_hidden(cases: Iterable[tuple[Case, Case]]) -> list[Difference]:
    """Return where a case with hidden facts gets other totals than the whole one, or states a share that is wrong."""
    found = []
    for known, hidden in cases:
        program, oracle = program_numbers(hidden), numbers(expected(known))
        unsaid = [name for name, number in program.items() if number is None]
        found += differing(hidden, program, oracle | dict.fromkeys(unsaid))
    return found


def rows_of(cases: Sequence[Case]) -> pl.DataFrame:
    """Return cases as the frame that the program takes; the balance only where claims are all of one sort."""
    return pl.DataFrame([row(case) for case in cases], schema=SCHEMA)


SCHEMA: Final = {
    "paid_on": pl.Date, "wage_period": pl.Date, "net": pl.Int64, "dependants": pl.Int64, "spouse_counts": pl.Boolean,
    "own_pension": pl.String, "priority": pl.Boolean, "orders": pl.Int64, "debt_relief": pl.Boolean,
    "component_rounding": pl.String, "base_share": pl.Int64, "balance": pl.Int64, "order_issued_on": pl.Date,
}  # fmt: skip


def row(case: Case) -> dict[str, Any]:
    """Return one row: what the claims of a case come to without dividing them."""
    claims = acting(case)
    balances = [one["balance"] for one in claims]
    same = {name: case[name] for name in SCHEMA if name in case}
    return same | {
        "net": halere(case["net"]),
        "base_share": halere(case["base_share"]),
        "priority": any(one["class"] in PRIORITY for one in claims),
        "orders": len({one["order"] for one in claims}),
        "balance": None if None in balances or not of_one_sort(case) else halere(sum(balances, Fraction(0))),
        "order_issued_on": max((one["issued_on"] for one in claims), default=None),
    }


def of_one_sort(case: Case) -> bool:
    """Return whether all claims have priority or none has: then a frame knows what is deducted."""
    return len({one["class"] in PRIORITY for one in acting(case)}) <= 1


def compare_frame(cases: Sequence[Case]) -> list[Difference]:
    """Return every number on which one frame of all cases differs from the oracle."""
    found = deduct_frame(rows_of(cases))
    differences = []
    for case, program in zip(cases, found.iter_rows(named=True), strict=True):
        names = (*AMOUNTS, *TOTALS) if of_one_sort(case) or case["debt_relief"] else AMOUNTS
        oracle = numbers(expected(case))
        pairs = [(f"frame {name}", program[name], oracle[name]) for name in names]
        differences += [Difference(case, *pair) for pair in pairs if pair[1] != pair[2]]
    return differences


def run(first: int, count: int, seed: int) -> Run:
    """Draw a batch of cases and compare them in every way."""
    cases = [draw(Random(f"{seed} {number}")) for number in range(first, first + count)]  # noqa: S311
    reached: Counter[tuple[str, str]] = Counter()
    differences = []
    for number, case in enumerate(cases, first):
        result = expected(case)
        differences += differing(case, program_numbers(case), numbers(result))
        reached["period", row_of(case["paid_on"], case["wage_period"]).key] += 1
        reached["kind of case", kind_of(case, int(result["third"]))] += 1
        reached.update(("edge", edge) for edge in edges(case, result))
        if number % 4 == 0:
            hidden = hide(Random(f"{seed} {number} hidden"), case)  # noqa: S311
            differences += compare_hidden([(case, hidden)])
            reached["also with hidden facts", "cases"] += 1
    reached["also in one frame", "cases"] += len(cases)
    return Run(reached, differences + compare_frame(cases))


def _batch(asked: tuple[int, int, int]) -> Run:
    return run(*asked)


def runs(batches: Sequence[tuple[int, int, int]], processes: int) -> Iterator[Run]:
    """Yield what batches give, in any order, from this process or from several others."""
    if processes == 1:
        yield from map(_batch, batches)
        return
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap_unordered(_batch, batches)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare as many drawn cases as asked and print what was reached; 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args(arguments)
    began = time.perf_counter()
    batches = [(first, min(BATCH, asked.cases - first), asked.seed) for first in range(0, asked.cases, BATCH)]
    reached: Counter[tuple[str, str]] = Counter()
    differences: list[Difference] = []
    for number, done in enumerate(runs(batches, asked.processes), 1):
        reached.update(done.reached)
        differences += done.differences
        seconds = time.perf_counter() - began
        print(f"\r{number}/{len(batches)} batches, {seconds:.0f} s", end="", file=sys.stderr, flush=True)  # noqa: T201
    print(file=sys.stderr)  # noqa: T201
    print(told(asked.cases, time.perf_counter() - began, reached, differences))  # noqa: T201
    return 1 if differences else 0


def told(cases: int, seconds: float, reached: Counter[tuple[str, str]], differences: Sequence[Difference]) -> str:
    """Return a run in words: counts by sort and name, then the first differences."""
    lines = [f"{cases} cases in {seconds:.0f} s, {len(differences)} differences"]
    for sort in dict.fromkeys(sort for sort, _ in sorted(reached)):
        lines.append(f"{sort}:")
        lines += [f"  {name}: {number}" for (of, name), number in sorted(reached.items()) if of == sort]
    sorts = Counter(each.where.rstrip("0123456789") for each in differences)
    lines += [f"differs: {name}: {number}" for name, number in sorted(sorts.items())]
    lines += [
        f"{each.where}: program {each.program}, oracle {each.oracle}: {each.case}" for each in differences[:SHOWN]
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
