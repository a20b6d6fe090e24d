"""The program, its frames and the second reading of the law say the same, to the haléř."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
from tests.deductions import agreement
from tests.deductions.agreement import (
    AMOUNTS,
    TOTALS,
    by_program,
    compare,
    compare_frame,
    compare_hidden,
    main,
    numbers,
    run,
)
from tests.deductions.drawing import draw, hide, without_division
from tests.deductions.oracle import ROWS, expected

from dluhy.deductions import Claim, Spouse, deduct, deduct_frame
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.deductions.oracle import Case

    from dluhy.deductions import Deduction

Row = dict[str, Any]
SAMPLE: Final = 3_000
SEED: Final = 2026


def drawn(count: int, seed: int = SEED) -> list[Case]:
    """Draw cases, always the same ones."""
    return [draw(Random(f"{seed} {number}")) for number in range(count)]  # noqa: S311


@pytest.fixture(scope="module")
def sample() -> agreement.Run:
    return run(0, SAMPLE, SEED)


def test_the_program_and_the_oracle_agree(sample: agreement.Run) -> None:
    assert not sample.differences


def test_the_sample_reaches_every_period_kind_and_edge(sample: agreement.Run) -> None:
    assert {name for of, name in sample.reached if of == "period"} == {row.key for row in ROWS}
    assert len({name for of, name in sample.reached if of == "kind of case"}) == 8
    assert len({name for of, name in sample.reached if of == "edge"}) == 19


@pytest.mark.heavy
@pytest.mark.thorough
def test_the_program_and_the_oracle_agree_in_many_months() -> None:
    assert not run(0, 50_000, SEED + 1).differences


def test_months_without_division_agree() -> None:
    cases = [without_division(case) for case in drawn(500)]
    assert not compare(cases)
    assert not compare_frame(cases)


def more_by_a_haler(of: Callable[[Case], Case], name: str) -> Callable[[Case], Case]:
    """Return the oracle made wrong: one number is a haléř too high."""
    return lambda case: of(case) | {name: of(case)[name] + Fraction(1, 100)}


@pytest.mark.parametrize("name", [*AMOUNTS, *TOTALS])
def test_one_haler_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = drawn(20)
    monkeypatch.setattr(agreement, "expected", more_by_a_haler(expected, name))
    assert {(each.where, (each.oracle or 0) - (each.program or 0)) for each in compare(cases)} == {(name, 1)}
    assert len(compare(cases)) == len(cases)
    assert {each.where for each in compare_frame(cases)} == {f"frame {name}"}
    assert {each.where for each in compare_hidden([(case, case) for case in cases])} == {name}


def test_one_haler_of_a_claim_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(case for case in drawn(100) if expected(case)["allocations"])
    first, *_ = expected(case)["allocations"].items()
    wrong = expected(case)["allocations"] | {first[0]: first[1] + Fraction(1, 100)}
    monkeypatch.setattr(agreement, "expected", lambda case: expected(case) | {"allocations": wrong})
    assert [each.where for each in compare([case])] == [f"claim {first[0]}"]


def test_a_claim_that_is_missing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(case for case in drawn(100) if expected(case)["allocations"])
    monkeypatch.setattr(agreement, "expected", lambda case: expected(case) | {"allocations": {}})
    assert {each.where for each in compare([case])} == {f"claim {who}" for who in expected(case)["allocations"]}


def test_hidden_facts_leave_shares_open_and_never_state_a_wrong_one() -> None:
    cases = drawn(500)
    pairs = [(case, hide(Random(f"{SEED} {number} hide"), case)) for number, case in enumerate(cases)]  # noqa: S311
    assert not compare_hidden(pairs)
    open_ = Counter(each.amount is None for _, hidden in pairs for each in by_program(hidden).allocations)
    assert min(open_.values()) > 100


def test_the_command_ends_with_one_if_anything_differs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--cases", "30", "--seed", "5", "--processes", "1"]
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "30 cases" in out
    assert "0 differences" in out
    assert "debt relief" in out
    monkeypatch.setattr(agreement, "expected", more_by_a_haler(expected, "base"))
    assert main(command) == 1
    assert "base: program" in capsys.readouterr().out


def test_the_same_seed_compares_the_same_months() -> None:
    assert run(5, 20, 3).reached == run(5, 20, 3).reached
    assert run(5, 20, 3).reached != run(5, 20, 4).reached


FLAGS: Final = {
    "unknown_dependants": {"dependants_unknown"},
    "unknown_spouse": {"spouse_unknown", "spouse_pension_unknown", "spouse_own_pension_unknown"},
}


def row(random: Random) -> Row:
    """Draw one row of a frame, any fact of it unknown; it may contradict itself."""
    paid_on = date(random.choice([2020, 2023, 2024, 2025, 2026]), random.randint(1, 12), random.randint(1, 28))
    facts: Row = {
        "wage_period": date(paid_on.year, random.randint(1, paid_on.month), random.randint(1, 28)),
        "net": random.randint(0, 7_000_000),
        "dependants": random.randint(0, 4),
        "spouse_married": random.random() < 0.7,
        "spouse_counts": random.random() < 0.6,
        "spouse_pension": random.choice(["none", "old_age", "invalidity_1"]),
        "own_pension": random.choice(["none", "old_age", "early_old_age", "widow"]),
        "priority": random.random() < 0.4,
        "orders": random.randint(0, 6),
        "debt_relief": random.random() < 0.2,
        "component_rounding": random.choice(["exact", "2dp"]),
        "base_share": random.randint(0, 2_000_000),
        "balance": random.choice([0, random.randint(1, 20_000), random.randint(0, 3_000_000)]),
        "order_issued_on": min(paid_on, date(random.choice([2019, 2021, 2022]), random.randint(1, 12), 1)),
        "fee_due": random.random() < 0.8,
    }
    unknown = {name: None for name in facts if random.random() < {"base_share": 0.8, "net": 0.05}.get(name, 0.35)}
    known = {"paid_on": paid_on} | facts | unknown
    by_pay_day = paid_on.year >= 2025
    return known if by_pay_day or known["wage_period"] else known | {"wage_period": facts["wage_period"]}


def claims_of(row: Row) -> list[Claim] | None:
    """Return claims that come to what a row says of them; None where it says nothing."""
    orders = row["orders"]
    if orders is None and all(row[name] is None for name in ("priority", "balance", "order_issued_on")):
        return None
    orders = 1 if orders is None else orders
    days = [row["order_issued_on"]] * orders
    owed = [row["balance"], *([None if row["balance"] is None else 0] * orders)]
    return [
        Claim(id=str(number), priority=row["priority"], issued_on=day, balance=owed[number])
        for number, day in enumerate(days)
    ]


def one_by_one(row: Row) -> Deduction:
    """Return the deduction of a row by the function for one person."""
    return deduct(
        paid_on=row["paid_on"],
        wage_period=row["wage_period"],
        net=row["net"],
        dependants=row["dependants"],
        spouse=Spouse(married=row["spouse_married"], counts=row["spouse_counts"], pension=row["spouse_pension"]),
        own_pension=row["own_pension"],
        claims=claims_of(row),
        debt_relief=bool(row["debt_relief"]),
        component_rounding=row["component_rounding"] or "exact",
        base_share=row["base_share"],
        income="pension" if row["fee_due"] is False else "wage",
    )


def frame_of(rows: list[Row]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={**FRAME, "paid_on": pl.Date}, strict=True)


FRAME: Final = {
    "paid_on": pl.Date, "wage_period": pl.Date, "net": pl.Int64, "dependants": pl.Int64, "spouse_married": pl.Boolean,
    "spouse_counts": pl.Boolean, "spouse_pension": pl.String, "own_pension": pl.String, "priority": pl.Boolean,
    "orders": pl.Int64, "debt_relief": pl.Boolean, "component_rounding": pl.String, "base_share": pl.Int64,
    "balance": pl.Int64, "order_issued_on": pl.Date, "fee_due": pl.Boolean,
}  # fmt: skip


def of_one(row: Row) -> Row | None:
    """Return the row's result one by one under the names of a frame; None where the input contradicts itself."""
    try:
        found = one_by_one(row)
    except InputError:
        return None
    codes = {flag.code for flag in found.flags}
    names = ("amounts", "counted", *AMOUNTS, "thirds", *TOTALS)
    return {name: getattr(found, name) for name in names} | {name: bool(told & codes) for name, told in FLAGS.items()}


def drawn_rows(count: int) -> list[Row]:
    """Draw rows that do not say there is a priority claim among no orders."""
    random = Random(SEED)  # noqa: S311
    rows = [row(random) for _ in range(count)]
    return [each | {"orders": 1} if each["priority"] and each["orders"] == 0 else each for each in rows]


def test_rows_with_unknown_facts_are_the_same_in_a_frame_as_one_by_one() -> None:
    rows = [each for each in drawn_rows(3_000) if each["net"] is not None]
    single = [of_one(each) for each in rows]
    sound = [(each, found) for each, found in zip(rows, single, strict=True) if found is not None]
    assert len(sound) > 1_500
    frame = deduct_frame(frame_of([each for each, _ in sound]))
    for (each, found), bulk in zip(sound, frame.iter_rows(named=True), strict=True):
        assert {name: bulk[name] for name in found} == found, each


def test_rows_that_contradict_themselves_are_refused_in_both() -> None:
    wrong = [each for each in drawn_rows(800) if each["net"] is not None and of_one(each) is None]
    assert len(wrong) > 20
    for each in wrong:
        with pytest.raises(InputError):
            deduct_frame(frame_of([each]))


def test_an_order_issued_after_the_pay_day_is_refused_in_a_frame() -> None:
    sound = next(each for each in drawn_rows(100) if of_one(each) is not None)
    for days, refused in ((0, False), (1, True)):
        late = frame_of([sound | {"order_issued_on": sound["paid_on"] + timedelta(days=days)}])
        with pytest.raises(InputError) if refused else nullcontext():
            deduct_frame(late)


def test_a_row_does_not_change_its_neighbours() -> None:
    cases = drawn(60)
    whole = deduct_frame(agreement.rows_of(cases))
    alone = pl.concat([deduct_frame(agreement.rows_of([case])) for case in cases])
    assert whole.equals(alone)


def test_a_row_without_a_net_income_has_no_deduction() -> None:
    rows = [each for each in drawn_rows(3_000) if each["net"] is None and of_one(each | {"net": 0}) is not None]
    assert len(rows) > 50
    money = deduct_frame(frame_of(rows)).select(
        "remainder", "third", "unlimited", "capacity", "deducted", "left", "fee"
    )
    assert money.null_count().row(0) == (len(rows),) * money.width


def test_numbers_of_the_oracle_are_whole_haler() -> None:
    for case in drawn(200):
        assert all(isinstance(number, int) for number in numbers(expected(case)).values())
