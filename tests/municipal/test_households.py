"""Households that a municipality may help: rows from cases, thresholds from both sides, nothing guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dluhy.case import read_case
from dluhy.case.given import case_given
from dluhy.facts.municipal import MUNICIPAL_HOUSEHOLD_FACTS
from dluhy.law.conditions import facts_of
from dluhy.law.pack import default_pack
from dluhy.municipal.household_facts import facts_of_case
from dluhy.municipal.households import (
    engine_of,
    household_facts,
    judged_households,
    of_every_household,
    rule_ids,
)
from dluhy.municipal.places import LocalFacts
from dluhy.problems import HorizonError, InputError
from dluhy.screening import household_of

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 21)
LAW = default_pack()
CLIENTS = sorted((ROOT / "fixtures" / "klienti").glob("*.json"))
HOUSEHOLDS = sorted((ROOT / "fixtures" / "domacnosti").glob("*.*"))


def row_of(path: Path, local: LocalFacts | None = None, **beside: Any) -> dict[str, Any]:  # noqa: ANN401 - facts
    """Return the judged row of a shipped document."""
    case = read_case(path).case
    facts = household_facts(case, household_of(case), LAW, local=local, beside=beside)
    return judged_households(facts, LAW, AS_OF).row(0, named=True)


def holding(row: dict[str, Any]) -> set[str]:
    """Return the interventions that hold on a row."""
    return {rule for rule in rule_ids(LAW) if row[rule]}


def case_of(**document: Any) -> Any:  # noqa: ANN401 - parts of a document
    """Return a case of a few parts."""
    return case_given({"ref": "t", "as_of": "2026-11-21", **document}, LAW).case


def client(number: int) -> Path:
    """Return the document of a shipped client."""
    return next(path for path in CLIENTS if path.name.startswith(f"{number:02d}_"))


def test_a_mother_three_months_behind_with_the_rent_is_warned_and_sent_to_counselling() -> None:
    row = row_of(client(2))
    assert {"M-14", "M-15", "M-20", "M-23", "M-27", "M-TEAM"} <= holding(row)
    assert row["receives_housing_benefit"] is False
    assert row["M-21"] is False
    assert (row["young_people_from"], row["young_people_to"]) == (1, 1)  # the child of 10; the other is 5
    assert row["M-26"] is False


def test_what_the_social_worker_knows_fills_in_what_the_case_leaves_open() -> None:
    assert row_of(client(2))["M-22"] is None
    assert row_of(client(2), urgent_need=True)["M-22"] is True
    assert row_of(client(2), has_debts=False)["M-14"] is True, "the case says there are debts"


def test_a_case_that_says_almost_nothing_gets_no_intervention_guessed() -> None:
    row = row_of(client(10))
    decided = {rule: row[rule] for rule in rule_ids(LAW)}
    assert decided["M-20"] is None
    assert decided["M-23"] is None
    assert decided["M-26"] is False, "one person, no child"


@pytest.mark.sweep(10)
@pytest.mark.parametrize("path", [*CLIENTS, *HOUSEHOLDS], ids=lambda path: path.stem)
def test_every_shipped_household_is_judged_and_an_open_result_names_what_would_decide_it(path: Path) -> None:
    row = row_of(path)
    for rule in rule_ids(LAW):
        if row[rule] is None:
            assert engine_of(LAW).missing_names(row[f"{rule}?"]) or "living_minimum" in _given(rule)


def _given(rule: str) -> set[str]:
    texts = (LAW.conditions[each.if_] for each in LAW.rules[rule].all)
    read = {name for text in texts for name in facts_of(text)}
    return read | {name for fact in read for name in MUNICIPAL_HOUSEHOLD_FACTS[fact].inputs}


def household(number: int) -> Path:
    """Return the document of a shipped household."""
    return next(path for path in HOUSEHOLDS if path.name.startswith(f"{number:02d}_"))


def test_a_job_seeker_in_a_hostel_whose_contract_ends_in_forty_days() -> None:
    row = row_of(household(9), LocalFacts(can_employ=True, flat_rules_exclude_debtors=True))
    assert holding(row) == {"M-14", "M-21", "M-23", "M-25", "M-28", "M-TEAM"}
    assert row["M-26"] is False, "no child lives there"
    assert row["M-20"] is False, "nothing is owed to the hostel"


def test_a_family_three_months_behind_with_rent_and_four_with_energy() -> None:
    row = row_of(household(6))
    assert {"M-14", "M-15", "M-20", "M-23", "M-27", "M-TEAM"} <= holding(row)


def test_a_boy_of_16_against_whom_the_town_enforces_a_fee_itself() -> None:
    row = row_of(household(15))
    assert row["child_enforced"] is True
    assert {"M-14", "M-15", "M-TEAM"} <= holding(row)
    assert row["M-20"] is False


def test_the_threshold_of_arrears_from_both_sides() -> None:
    frame = pl.DataFrame({"housing_arrears_months": [0, 1, None]}, schema={"housing_arrears_months": pl.Int32})
    assert judged_households(frame, LAW, AS_OF)["M-20"].to_list() == [False, True, None]


def test_a_place_with_an_increased_index_calls_the_field_programme_for_every_household() -> None:
    assert of_every_household(LocalFacts(exclusion_index=8), LAW, AS_OF) == ("M-16",)
    assert of_every_household(LocalFacts(exclusion_index=7), LAW, AS_OF) == ()
    assert of_every_household(LocalFacts(), LAW, AS_OF) == ()
    assert row_of(client(2), LocalFacts(code="560286", exclusion_index=9))["M-16"] is True


def test_a_day_before_the_housing_act_changed_is_refused() -> None:
    frame = pl.DataFrame({"has_debts": [True]})
    assert judged_households(frame, LAW, date(2026, 9, 1))["M-14"].item() is True
    with pytest.raises(HorizonError):
        judged_households(frame, LAW, date(2026, 8, 31))


def test_a_fact_that_does_not_exist_or_fit_is_refused_with_all_errors() -> None:
    case = read_case(client(2)).case
    with pytest.raises(InputError) as error:
        household_facts(case, None, LAW, beside={"nonsense": True, "urgent_need": "maybe"})
    assert len(error.value.problems) == 2


@pytest.mark.parametrize(
    ("debts", "budget", "expected"),
    [
        (None, None, None),
        ([], None, False),
        ([{"id": "a", "kind": "loan", "balance": 1}], None, True),
        ([{"id": "a", "kind": "loan", "balance": 0}], None, False),
        ([{"id": "a", "kind": "loan"}], None, True),
        (None, [{"line": "nájem", "kind": "expense", "category": "rent", "amount": 1, "frequency": "monthly",
                 "arrears": 1, "months_in_arrears": 1}], True),
        ([{"id": "a", "debtor": "otec", "kind": "loan", "balance": 1}], None, False),
    ],
)  # fmt: skip
def test_a_debt_of_a_household_is_one_that_somebody_living_there_owes(
    debts: list[dict[str, Any]] | None, budget: list[dict[str, Any]] | None, expected: bool | None  # noqa: FBT001
) -> None:  # fmt: skip
    people = [{"id": "a1", "role": "debtor"}, {"id": "otec", "role": "guardian", "in_household": False}]
    parts = {"people": people, "debts": debts, "budget": budget}
    case = case_of(**{name: part for name, part in parts.items() if part is not None})
    assert facts_of_case(case, None, LAW)["has_debts"] is expected


def enforced(birth: str | None, **enforcement: Any) -> bool | None:  # noqa: ANN401 - parts of a document
    """Return whether a child of the household is enforced against, with one debtor born on a day."""
    person = {"id": "d", "role": "debtor"} | ({} if birth is None else {"birth_date": birth})
    case = case_of(
        people=[person],
        debts=[{"id": "x", "debtor": "d", "kind": "local_fee_waste", "balance": 500}],
        enforcements=[{"id": "e", "debts": ["x"], "status": "running"} | enforcement],
    )
    found: bool | None = facts_of_case(case, None, LAW)["child_enforced"]
    return found


def test_an_enforcement_is_against_a_child_until_the_18th_birthday() -> None:
    assert enforced("2008-11-22") is True
    assert enforced("2008-11-21") is False
    assert enforced("2008-11") is None, "the day decides"
    assert enforced(None) is None


def test_an_ended_enforcement_is_none_and_one_of_unknown_debts_is_open() -> None:
    assert enforced("2010-01-01", status="stopped") is False
    assert enforced("2010-01-01", status=None) is None
    assert enforced("2010-01-01", debts=None) is None
    assert enforced("1990-01-01", debts=None) is False, "there is no child"


def young(*births: str) -> dict[str, int] | None:
    """Return how many people of some births are of the age for a low-threshold centre."""
    people = [{"id": f"p{at}", "role": "other", "birth_date": birth} for at, birth in enumerate(births)]
    found: dict[str, int] | None = facts_of_case(case_of(people=people), None, LAW)["young_people"]
    return found


def test_the_age_for_a_low_threshold_centre_from_both_sides() -> None:
    assert young("2020-11-21") == {"from": 1, "to": 1}
    assert young("2020-11-22") == {"from": 0, "to": 0}
    assert young("1999-11-22") == {"from": 1, "to": 1}
    assert young("1999-11-21") == {"from": 0, "to": 0}
    assert young("2020-11") == {"from": 0, "to": 1}
    assert facts_of_case(case_of(), None, LAW)["young_people"] is None


def test_a_job_seeker_is_an_adult_registered_at_the_office() -> None:
    def seeks(**person: Any) -> bool | None:  # noqa: ANN401 - parts of a document
        found: bool | None = facts_of_case(
            case_of(people=[{"id": "a", "role": "debtor"} | person]), None, LAW
        )["registered_jobseeker"]  # fmt: skip
        return found

    assert seeks(activity="registered_jobseeker") is True
    assert seeks(activity="employed") is False
    assert seeks() is None
    assert seeks(jobseeker_since="2026-03-01") is True


def test_a_benefit_for_housing_is_told_by_the_kinds_of_incomes() -> None:
    def receives(*kinds: str) -> bool | None:
        case = case_of(
            people=[{"id": "a", "role": "debtor"}],
            incomes=[{"person": "a", "kind": kind, "net": 5000, "period": "2026-10"} for kind in kinds],
        )
        found: bool | None = facts_of_case(case, household_of(case), LAW)["receives_housing_benefit"]
        return found

    assert receives("wage") is False
    assert receives("wage", "social_assistance_benefit") is True
    assert receives("housing_benefit") is True


def test_nobody_who_is_not_known_is_counted_without_a_picture() -> None:
    case = case_of(enforcements=[{"id": "e", "status": "running"}, {"id": "f", "status": "ended"}])
    row = judged_households(household_facts(case, None, LAW), LAW, AS_OF).row(0, named=True)
    assert row["enforcements_running"] == 1
    assert row["M-TEAM"] is None
