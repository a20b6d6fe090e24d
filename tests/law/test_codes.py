"""What the pack says of codes is read from it, not from the program."""

from __future__ import annotations

import pytest

from dluhy.law.codes import codes_by, codes_with
from dluhy.law.pack import default_pack

PACK = default_pack()


@pytest.mark.parametrize(
    ("vocabulary", "attribute", "codes"),
    [
        ("pensions", "no_child", {"invalidity_3"}),  # § 11 odst. 2 of Act 117/1995
        ("pensions", "vulnerable", {"invalidity_2", "invalidity_3"}),  # § 7 odst. 1 of Act 151/2025
        ("pensions", "old_age", {"old_age", "early_old_age"}),
        ("income_kinds", "pension", {"pension", "pension_in_residential_care", "pension_supplement"}),
        ("obligation_kinds", "of_landlord", {"rent", "home_services"}),
    ],
)
def test_codes_are_those_the_provision_names(vocabulary: str, attribute: str, codes: set[str]) -> None:
    assert codes_with(PACK, vocabulary, attribute) == codes


def test_a_degree_of_invalidity_and_a_kind_of_employment_are_read_of_the_codes_that_have_one() -> None:
    assert codes_by(PACK, "pensions", "degree") == {"invalidity_1": 1, "invalidity_2": 2, "invalidity_3": 3}
    assert set(codes_by(PACK, "income_kinds", "employment")) <= codes_with(PACK, "income_kinds", "employment")


def test_an_attribute_that_says_no_gives_no_code() -> None:
    assert "none" not in codes_with(PACK, "pensions", "counts_spouse")
    assert "none" in codes_by(PACK, "pensions", "counts_spouse")
