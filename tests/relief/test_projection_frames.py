from __future__ import annotations

import re
from datetime import date

import polars as pl
import pytest

from dluhy.deductions.model import Household, Spouse
from dluhy.law.pack import default_pack
from dluhy.problems import Language  # noqa: TC001 - a parameter of a test
from dluhy.relief import projection_notes
from dluhy.relief.projection import project
from dluhy.relief.projection_frames import claims_frame, months_frame, payments_frame, table
from dluhy.relief.projection_model import DebtorIncome, ReliefClaim, ReliefInput
from dluhy.relief.projection_sensitivity import sensitivity

PACK = default_pack()
STATE = ReliefInput(
    regime="r2024",
    petition_on=date(2026, 11, 2),
    debtors=(DebtorIncome(net=2_640_000, household=Household(dependants=1, spouse=Spouse(married=False))),),
    claims=(
        ReliefClaim(id="loan", amount=30_000_000),
        ReliefClaim(id="fare", amount=500_000, principal=100_000, accessories=400_000),
        ReliefClaim(id="child", kind="maintenance_current", amount=200_000),
    ),
    petition_fee=484_000,
    after_horizon="last_known",
)


def test_the_table_has_a_row_for_every_month_and_marks_assumed_ones() -> None:
    rows = table(project(STATE), PACK)
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 1 + 5 + 36 + 1
    assert rows[0][0] == "Měsíc"
    assert [row[-1] for row in rows[1:4]] == ["", "", "předpoklad"]
    assert rows[6][2:8] == ["splátkový kalendář", "26400.00", "5848.00", "5848.00", "1089.00", "2000.00"]
    assert table(project(STATE), PACK, "en")[4][-1] == "assumption"


def test_frames_hold_months_claims_and_payments_in_haler() -> None:
    found = project(STATE)
    months, claims, payments = months_frame(found), claims_frame(found), payments_frame(found)
    assert months.schema["deduction"] == pl.Int64
    assert months["plan_month"].null_count() == 6
    assert claims["id"].to_list() == ["loan", "fare", "child"]
    assert claims["subordinated"].to_list() == [0, 300_000, 0]
    by_claim = payments.group_by("claim").agg(pl.col("amount").sum()).sort("claim")
    assert by_claim["amount"].to_list() == claims.filter(pl.col("paid") > 0).sort("id")["paid"].to_list()


def test_sensitivity_changes_one_thing_at_a_time_in_the_expected_direction() -> None:
    found = {variant.code: variant for variant in sensitivity(STATE)}
    assert set(found) == set(PACK.vocabularies["projection_variants"]) - {"gift_none"}
    base = found["base"].creditors
    assert found["base"].basis_points == project(STATE).basis_points
    for code in ("income_up", "dependant_less", "gift_small", "gift_large", "trustee_without_vat"):
        assert found[code].creditors > base, code
    for code in ("income_down", "dependant_more", "court_amount"):
        assert found[code].creditors < base, code
    assert found["gift_small"].creditors - base == 36 * 50_000
    assert found["court_amount"].changed == (("court_instalment", 2 * 108_900 + 200_000),)
    assert all(variant.assumed for variant in found.values())


def test_sensitivity_leaves_out_what_would_change_nothing() -> None:
    debtor = DebtorIncome(net=2_640_000, household=Household(dependants=0, spouse=Spouse(married=False)))
    state = ReliefInput(
        regime="r2024", petition_on=date(2026, 11, 2), debtors=(debtor,), trustee_vat=False, after_horizon="last_known",
        third_party_monthly=50_000, court_average=400_000, claims=(ReliefClaim(id="a", amount=30_000_000),),
    )  # fmt: skip
    found = {variant.code: variant.changed for variant in sensitivity(state)}
    assert not {"dependant_less", "trustee_without_vat", "gift_small"} & set(found)
    assert found["gift_none"] == (("third_party_monthly", 0),)
    assert found["court_amount"] == (("court_instalment", 400_000),)


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_flag_says_what_its_values_are(language: Language) -> None:
    values = {"day", "months", "amount", "claim", "debtor", "income"}
    for term in PACK.vocabularies["projection_flags"].values():
        text = term.text(language)
        assert set(re.findall(r"{(\w+)}", text)) <= values
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", term.cs))


def test_flags_and_steps_of_a_projection_have_words() -> None:
    found = project(STATE)
    for flag in found.flags:
        named = set(re.findall(r"{(\w+)}", PACK.term("projection_flags", flag.code).cs))
        assert named <= set(flag.values), flag.code
    assert all(step.code in PACK.vocabularies[projection_notes.STEPS] for step in found.steps)
    assert all(target.code in PACK.vocabularies["projection_targets"] for target in found.targets)
