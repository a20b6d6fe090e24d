from __future__ import annotations

from datetime import date

import pytest
from tests.law.support import shipped_pack

from dluhy.facts.schema import FACTS
from dluhy.law.conditions import ConditionError, Constant, check, parse, typed


def complaints(condition: str) -> list[ConditionError]:
    return check(parse(condition), FACTS, shipped_pack().members)


@pytest.mark.parametrize(
    ("condition", "code", "names"),
    [
        ("due_on <= CURRENT_DATE", "unknown_fact", "CURRENT_DATE"),
        ("Fee_Year = 2016", "unknown_fact", "Fee_Year"),
        ("birth_day IS NULL", "unknown_fact", "birth_day"),
        ("institutionalised", "unknown_fact", "institutionalised"),
        ("fee_kind IN ('old')", "unknown_fact", "fee_kind"),
        ("fee_type = 'olld'", "unknown_member", "olld"),
        ("fee_type IN ('old', 'System')", "unknown_member", "System"),
        ("fee_type = 'old '", "unknown_member", "old "),
        ("fee_type = 5", "wrong_type", "fee_type"),
        ("fee_year = '2016'", "wrong_type", "fee_year"),
        ("fee_year = 2016.0", "wrong_type", "fee_year"),
        ("fee_year >= 2016-01-01", "wrong_type", "fee_year"),
        ("due_on >= 2016", "wrong_type", "due_on"),
        ("due_on = '2016-01-01'", "wrong_type", "due_on"),
        ("principal > 10.123", "wrong_type", "principal"),
        ("principal > 10000000000000.01", "wrong_type", "principal"),
        ("principal = 'deset'", "wrong_type", "principal"),
        ("in_institution < true", "wrong_type", "in_institution"),
        ("in_institution = 1", "wrong_type", "in_institution"),
        ("in_institution IN ('true')", "wrong_type", "in_institution"),
        ("fee_type > 'old'", "wrong_type", "fee_type"),
        ("fee_year", "wrong_type", "fee_year"),
        ("NOT fee_type", "wrong_type", "fee_type"),
        ("due_on < fee_year", "wrong_type", "fee_year"),
        ("principal = institution_months", "wrong_type", "institution_months"),
        ("fee_type = debt_kind", "wrong_type", "debt_kind"),
    ],
)
def test_what_does_not_fit_the_declared_facts_is_refused_by_name(condition: str, code: str, names: str) -> None:
    (complaint,) = complaints(condition)

    assert complaint.code == code
    assert f"„{names}“" in complaint.cs
    assert f"“{names}”" in complaint.en


def test_everything_wrong_with_a_condition_is_said_at_once() -> None:
    found = complaints(
        "fee_type = 'olld' OR NOT (birth_day IS NULL AND due_on BETWEEN 1 AND 2016-01-01) OR in_institution"
    )

    assert [complaint.code for complaint in found] == ["unknown_member", "unknown_fact", "wrong_type"]


def test_a_literal_takes_the_type_of_its_fact() -> None:
    members = shipped_pack().members

    assert typed(Constant("1234.5", "number"), FACTS["principal"], members) == 123_450
    assert typed(Constant("2016", "number"), FACTS["fee_year"], members) == 2016
    assert typed(Constant(date(2016, 1, 1), "date"), FACTS["due_on"], members) == date(2016, 1, 1)
    assert typed(Constant(value=False, kind="bool"), FACTS["in_institution"], members) is False
    assert typed(Constant("old", "text"), FACTS["fee_type"], members) == "old"


@pytest.mark.parametrize(
    "value", ["99999999999", "2147483648", "-2147483649", pytest.param("9" * 1900, id="1900 nines")]
)
def test_a_number_too_large_for_its_fact_is_refused(value: str) -> None:
    (complaint,) = complaints(f"fee_year <= {value}")

    assert complaint.code == "wrong_type"
    assert complaint.cs == "„fee_year“ je typu year, čeká se menší číslo"
    assert complaint.en == "“fee_year” is of type year, expected a smaller number"


@pytest.mark.parametrize("value", ["2147483647", "-2147483647"])
def test_the_largest_number_of_a_column_fits(value: str) -> None:
    assert complaints(f"institution_months != {value}") == []
