"""No intervention contradicts the screening, whatever the debt: invented debts crowd around the law's boundaries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import AS_OF, FEES, Facts, examples, frame_of, lists, views

from dluhy.checking import check_list
from dluhy.children.check import checker
from dluhy.children.outcome import ANSWERS
from dluhy.law.pack import default_pack
from dluhy.municipal.debts import debt_facts, judged_debts, rule_ids

LAW = default_pack()
BODIES: Final = tuple(LAW.members["creditor_bodies"])
MOST: Final = {
    "cannot_pay_at_once": True, "debtor_low_income": True, "nothing_to_seize": True, "has_overpayment": True,
    "nothing_recovered": True,
}  # fmt: skip
"""What is known beside the debts so that every intervention has its best chance."""
TAKES: Final = ("M-04", "M-05", "M-07", "M-09", "M-10")
"""Interventions that take money from whom they are about, leave the debt standing, or bargain about it."""
GIVES: Final = ("M-01", "M-03", "M-12", "M-13", "M-32", "M-33")


def _judged(rows: list[Facts], body: str | None) -> pl.DataFrame:
    judged = checker(LAW).judge(frame_of(rows), AS_OF)
    facts = debt_facts(judged, LAW, creditor_body=body, local=MOST)
    return judged_debts(facts, LAW, AS_OF).with_columns(judged["child_owes"].cast(pl.String), judged["verdict"])


@cache
def _shipped(body: str | None) -> pl.DataFrame:
    judged = check_list(Path(__file__).resolve().parents[2] / "fixtures" / "seznam_z_praxe.xlsx", AS_OF).judged
    facts = debt_facts(judged, LAW, creditor_body=body, local=MOST)
    return judged_debts(facts, LAW, AS_OF).with_columns(judged["child_owes"].cast(pl.String), judged["verdict"])


def _contradictions(found: pl.DataFrame) -> list[str]:
    """Return what the interventions propose although the screening says otherwise."""
    not_owed, together = pl.col("child_owes") == "no", pl.col("child_owes") == "shared"
    verdict = pl.col("verdict").cast(pl.String)
    guardian = verdict.is_in(["guardian_only", "exempt"])
    tests = {f"{rule} of what the child does not owe": pl.col(rule) & not_owed for rule in TAKES}
    tests |= {
        f"{rule} of what the child owes with others": pl.col(rule) & together for rule in ("M-04", "M-07", "M-09")
    }
    tests |= {f"{rule} of contradicting data": pl.col(rule) & (verdict == "conflicting_data") for rule in rule_ids(LAW)}
    tests["M-02 where no guardian owes"] = pl.col("M-02") & ~guardian
    tests["M-04 of a child of today"] = pl.col("M-04") & (pl.col("age_today_from") < 18)
    tests["M-04 or M-05 of what may have lapsed"] = (pl.col("M-04") | pl.col("M-05")) & pl.col("M-06")
    tests["M-01 beyond the waste fee"] = pl.col("M-01") & (pl.col("debt_kind").cast(pl.String) != FEES[0])
    tests["M-01 of the deposit fee"] = pl.col("M-01") & (pl.col("fee_type").cast(pl.String) == "deposit")
    childhood = pl.any_horizontal(pl.col(rule) for rule in (*GIVES[:2], *GIVES[3:], "M-37"))
    tests["childhood's help for an adult's debt"] = childhood & (pl.col("age_on_minority_day_from") >= 18)
    counted = found.select(test.fill_null(value=False).sum().alias(name) for name, test in tests.items())
    return [name for name, count in counted.row(0, named=True).items() if count]


@pytest.mark.thorough
@examples(60)
@given(rows=lists(views()), body=st.sampled_from((None, *BODIES)))
def test_no_invented_debt_is_treated_against_the_screening(rows: list[Facts], body: str | None) -> None:
    assert _contradictions(_judged(rows, body)) == []


@pytest.mark.thorough
@examples(60)
@given(rows=lists(views(FEES)), body=st.sampled_from((None, "municipality")))
def test_no_invented_fee_is_treated_against_the_screening(rows: list[Facts], body: str | None) -> None:
    assert _contradictions(_judged(rows, body)) == []


@pytest.mark.sweep(1)
@pytest.mark.parametrize("body", [None, "municipality", "municipal_company", "private"])
def test_no_row_of_the_shipped_list_is_treated_against_the_screening(body: str | None) -> None:
    assert _contradictions(_shipped(body)) == []


@pytest.mark.thorough
def test_the_contradictions_looked_for_could_happen() -> None:
    """Each kind of debts that an intervention must spare is there, and each such intervention holds elsewhere."""
    found = pl.concat([_shipped("municipality"), _shipped("municipal_company")])
    assert {"no", "shared", "yes", "none", "depends"} <= set(found["child_owes"])
    assert "conflicting_data" in found["verdict"].cast(pl.String).to_list()
    holding = {rule for rule in rule_ids(LAW) if found[rule].any()}
    assert holding >= {"M-01", "M-02", "M-03", "M-05", "M-06", "M-08", "M-09", "M-10", "M-12", "M-32", "M-33", "M-37"}


@pytest.mark.thorough
@examples(40)
@given(rows=lists(views()))
def test_what_is_not_known_decides_nothing_for_or_against(rows: list[Facts]) -> None:
    """Without a word on the creditor no rule that asks for it holds, but for fees, whose creditor the law names."""
    found = _judged(rows, None).filter(~pl.col("debt_kind").cast(pl.String).is_in(FEES).fill_null(value=False))
    assert not any(found[rule].any() for rule in ("M-03", "M-10", "M-32", "M-33", "M-41"))


def test_the_answers_are_those_of_the_screening() -> None:
    assert set(LAW.members["screened_answers"]) == set(ANSWERS) - {"unknown"}
