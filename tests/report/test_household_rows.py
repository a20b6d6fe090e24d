"""Every line of a budget says how it was stated, what it is a month, what it counts for and what proves it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from dluhy.case import parse_case
from dluhy.law.pack import default_pack
from dluhy.report.household import household_report
from dluhy.report.household_teller import Amount
from dluhy.report.household_text import household_lines
from dluhy.report.texts import texts
from dluhy.screening import household_of

if TYPE_CHECKING:
    from dluhy.report.household_rows import RowReport

NBSP: Final = "\u00a0"
CASE: Final[dict[str, Any]] = {
    "ref": "R-2",
    "as_of": "2026-11-21",
    "people": [
        {"id": "matka", "role": "debtor", "birth_date": "1988-05-02", "activity": "employed"},
        {"id": "syn", "role": "child", "birth_date": "2012-02-03"},
    ],
    "home": {"tenure": "rented", "dwelling": "flat_or_house", "municipality_code": "554481"},
    "incomes": [
        {"person": "matka", "kind": "wage", "payer": "Zaměstnavatel A", "net": "19000", "period": "2026-10",
         "proof": "payslip", "certainty": "known"},
        {"person": "syn", "kind": "agreement_perform_job", "net": "2000", "period": "2026-10"},
    ],
    "budget": [
        {"line": "nájem", "kind": "expense", "category": "rent", "amount": "9000", "frequency": "monthly",
         "proof": "contract", "arrears": "18000"},
        {"line": "pojistka", "kind": "expense", "category": "contents_insurance", "amount": "1450",
         "frequency": "yearly", "certainty": "estimated", "comment": "končí v lednu"},
        {"line": "něco", "kind": "expense", "amount": "100", "frequency": "monthly"},
        {"line": "pračka", "kind": "expense", "category": "household_goods", "amount": "8000", "frequency": "once"},
        {"line": "odměna", "kind": "income", "income_kind": "wage", "person": "matka", "amount": "30000",
         "frequency": "once", "proof": "client_statement"},
        {"line": "od otce", "kind": "income", "income_kind": "child_maintenance", "person": "syn", "amount": "2000",
         "frequency": "quarterly"},
    ],
}  # fmt: skip


def rows(**parts: Any) -> dict[str, RowReport]:  # noqa: ANN401 - parts of a document
    """Return the lines of a case by what the client calls them, else by the kind."""
    pack = default_pack()
    found = household_report(household_of(parse_case(json.dumps(CASE | parts)), pack), pack, "cs").money.rows
    return {row.entries[0].said or row.code or "": row for row in found}


def counts(row: RowReport) -> list[tuple[str, bool | None]]:
    return [(use.benefit, use.counts) for use in row.uses]


def test_every_line_is_there_once_incomes_first_and_those_of_once_after_the_others() -> None:
    assert list(rows()) == [
        "wage", "agreement_perform_job", "od otce", "odměna", "nájem", "pojistka", "něco", "pračka",
    ]  # fmt: skip


def test_the_amount_stays_as_it_was_stated_beside_the_monthly_one() -> None:
    row = rows()["pojistka"]

    assert [(each.amount, each.frequency) for each in row.entries] == [("1450.00", "yearly")]
    assert row.monthly == Amount("120.83", "120.83")


@pytest.mark.parametrize("name", ["odměna", "pračka"])
def test_what_comes_or_is_paid_once_has_no_monthly_amount(name: str) -> None:
    row = rows()[name]

    assert (row.once, row.monthly) == (True, None)
    assert row.entries[0].amount in {"30000.00", "8000.00"}


def test_an_income_says_what_a_deduction_may_do_with_it() -> None:
    found = rows()

    assert (found["wage"].treatment, found["od otce"].treatment) == ("like_wage", "exempt")
    assert found["wage"].treatment_label


def test_an_expense_says_whether_it_is_fixed() -> None:
    found = rows()

    assert [found[name].fixed for name in ("nájem", "něco")] == [True, None]
    assert (found["pračka"].part, found["něco"].part) == ("once", "unsorted")


def test_a_line_says_which_benefit_looks_at_it() -> None:
    found = rows()

    assert counts(found["wage"]) == [("social_assistance", True)]
    assert counts(found["agreement_perform_job"]) == [("social_assistance", False)]  # a dependent child's earnings
    assert counts(found["nájem"]) == [("social_assistance_housing", True)]
    assert counts(found["něco"]) == [("social_assistance_housing", None)]
    assert counts(found["pojistka"]) == []


@pytest.mark.parametrize(("tenure", "expected"), [("owned", False), ("with_relatives", False), (None, None)])
def test_rent_counts_only_for_a_tenant(tenure: str | None, expected: bool | None) -> None:  # noqa: FBT001
    home = CASE["home"] | {"tenure": tenure}

    assert counts(rows(home=home)["nájem"]) == [("social_assistance_housing", expected)]


def test_while_former_benefits_were_granted_they_look_at_incomes() -> None:
    wage = CASE["incomes"][0] | {"period": "2025-07"}

    assert counts(rows(as_of="2025-08-21", incomes=[wage])["wage"]) == [
        ("child_benefit", True), ("housing_benefit", True), ("living_benefit", True),
    ]  # fmt: skip


def test_a_line_says_what_proves_it_and_how_sure_it_is() -> None:
    found = {name: row.entries[0] for name, row in rows().items()}

    assert [(found[n].proof, found[n].proven) for n in ("wage", "nájem", "odměna", "pojistka")] == [
        ("payslip", True), ("contract", True), ("client_statement", False), (None, None),
    ]  # fmt: skip
    assert (found["pojistka"].certainty, found["pojistka"].comment) == ("estimated", "končí v lednu")


def test_an_unknown_amount_is_told_as_unknown() -> None:
    wage = {key: value for key, value in CASE["incomes"][0].items() if key != "net"}
    row = rows(incomes=[wage])["wage"]

    assert (row.entries[0].amount, row.monthly) == (None, Amount(None, None))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("cs", "– pojistka (pojištění domácnosti): 1 450 Kč ročně, odhad, poznámka: končí v lednu; na měsíc 120,83 Kč"),
        ("en", "– pojistka (contents insurance): CZK 1,450 yearly, estimated, note: končí v lednu; CZK 120.83 a month"),
    ],
)
def test_every_line_is_told_in_both_languages(language: Any, told: str) -> None:  # noqa: ANN401 - a language
    pack = default_pack()
    report = household_report(household_of(parse_case(json.dumps(CASE)), pack), pack, language)
    text = " ".join(line.strip() for line in household_lines(report, texts(language))).replace(NBSP, " ")

    assert told in text
    assert "pračka" in text
    assert "odměna" in text
