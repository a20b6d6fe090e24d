"""Incomes: how each is treated by day, who is due the flat fee, what stays undecided, the fifths of a business."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.deductions.incomes import KINDS, TREATMENTS, fractions_of_business, treatment, treatments_on
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

PACK = default_pack()
TODAY = date(2026, 11, 21)
FIRST, LAST = date(2015, 1, 1), date(2026, 12, 31)
DATED = {kind: str(term.more["treatment_series"]) for kind, term in PACK.vocabularies[KINDS].items()
         if "treatment_series" in term.more}  # fmt: skip
BOUNDARIES = [
    ("agreement", date(2015, 9, 1), "other", "like_wage"),
    ("agreement_perform_job", date(2015, 9, 1), "not_wage", "like_wage"),
    ("insolvency_wage_claims", date(2022, 1, 1), "not_wage", "like_wage"),
    ("prisoner_reward", date(2026, 9, 1), "other", "not_wage"),
    ("pension_supplement", date(2015, 9, 1), "not_wage", "like_wage"),
    ("pension_supplement", date(2022, 1, 1), "like_wage", "exempt"),
    ("service_contribution", date(2015, 9, 1), "not_wage", "like_wage"),
    ("child_benefit", date(2025, 7, 1), "childs", "exempt"),
    ("housing_benefit", date(2025, 7, 1), "exempt", "exempt"),
    ("student_parent_support", date(2026, 9, 1), "other", "exempt"),
    ("state_support_recurrent", date(2025, 7, 1), "like_wage", "exempt"),
    ("former_institution_allowance", date(2022, 1, 1), "other", "exempt"),
    ("social_assistance_benefit", date(2025, 10, 1), "other", "exempt"),
    ("own_maintenance", date(2022, 1, 1), "not_wage", "like_wage"),
    ("child_maintenance", date(2021, 7, 1), "childs", "exempt"),
    ("substitute_child_maintenance", date(2021, 7, 1), "other", "exempt"),
    ("tax_bonus", date(2020, 4, 24), "not_wage", "exempt"),
]
LIKE_WAGE = {
    "wage", "agreement", "agreement_work_activity", "agreement_perform_job", "standby_pay", "council_reward",
    "wage_compensation", "severance", "loyalty_pay", "injury_earnings_loss", "insolvency_wage_claims", "sickness",
    "maternity", "pension", "service_contribution", "unemployment", "retraining", "stipend", "retirement_contract",
    "parental", "foster_benefit_recurrent", "own_maintenance",
}  # fmt: skip
EXEMPT = {
    "pension_supplement", "child_benefit", "housing_benefit", "student_parent_support", "state_support_recurrent",
    "state_support_once", "foster_benefit_once", "former_institution_allowance", "material_need",
    "social_assistance_benefit", "care_allowance", "disability_benefit", "child_maintenance",
    "substitute_child_maintenance", "tax_bonus", "building_insurance", "communist_wrongs_compensation",
    "substitution_property",
}  # fmt: skip
UNNAMED = {"carer_benefit", "long_term_carer_benefit", "paternity", "pregnancy_compensation"}
VAGUE = {"social_benefit", "other", "maintenance", "pension_in_residential_care", "epidemic_reward", *UNNAMED}
FEE_DUE = {
    "wage", "agreement", "agreement_work_activity", "agreement_perform_job", "standby_pay", "council_reward",
    "wage_compensation", "stipend", "own_maintenance", "epidemic_reward",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "first_day", "before", "since"), BOUNDARIES)
def test_a_treatment_changes_on_its_day_and_not_a_day_sooner(
    kind: str, first_day: date, before: str, since: str
) -> None:
    assert treatment(kind, first_day - timedelta(days=1)).code == before
    assert treatment(kind, first_day).code == since


def test_the_boundaries_above_are_all_the_pack_has() -> None:
    starts = {(kind, period.from_) for kind, name in DATED.items() for period in PACK.series[name].period}

    assert {(kind, day) for kind, day in starts if day is not None} == {(kind, day) for kind, day, _, _ in BOUNDARIES}


@pytest.mark.parametrize("kind", [kind for kind in PACK.vocabularies[KINDS] if kind not in DATED])
def test_what_has_no_dates_is_treated_alike_since_2015(kind: str) -> None:
    assert treatment(kind, FIRST) == treatment(kind, LAST)


def test_today_every_kind_has_the_treatment_of_the_statute() -> None:
    treated = {each.kind.code: each.code for each in treatments_on(TODAY)}

    assert {kind for kind, code in treated.items() if code == "like_wage"} == LIKE_WAGE
    assert {kind for kind, code in treated.items() if code == "exempt"} == EXEMPT
    assert {kind for kind, code in treated.items() if code == "other"} == VAGUE
    assert {kind for kind, code in treated.items() if code == "part_two_fifths"} == {"business", "copyright"}
    assert {kind for kind, code in treated.items() if code == "childs"} == {"foster_child_allowance"}
    assert list(treated) == list(PACK.vocabularies[KINDS])


def test_no_payer_of_a_benefit_is_due_the_flat_fee_and_nobody_guesses() -> None:
    fees = {each.kind.code: each.fee for each in treatments_on(TODAY)}

    assert {kind for kind, fee in fees.items() if fee} == FEE_DUE
    assert {kind for kind, fee in fees.items() if fee is None} == {"maintenance", "other"}


@pytest.mark.parametrize("kind", sorted(UNNAMED))
def test_a_benefit_the_statute_does_not_name_is_not_taken_for_sickness(kind: str) -> None:
    found = treatment(kind, TODAY)

    assert (found.code, found.evidence, found.protected_account) == ("other", "?", None)
    assert "peněžit" not in PACK.term(KINDS, "sickness").cs


@pytest.mark.parametrize("kind", sorted(VAGUE))
def test_a_vague_income_is_never_decided_and_says_what_to_find_out(kind: str) -> None:
    found = treatment(kind, TODAY)

    assert not found.decided
    assert found.notes
    assert {len(found.notes)} == {len([note for note in found.notes if note.cs and note.en])}


def test_days_on_which_the_pack_does_not_know_are_never_decided_and_say_what_to_find_out() -> None:
    unknown = [(kind, p.to) for kind, name in DATED.items() for p in PACK.series[name].period if p.unknown]

    assert len(unknown) == 5
    for kind, day in unknown:
        assert day is not None
        found = treatment(kind, day)
        assert not found.decided
        assert found.notes


def test_the_tax_bonus_is_exempt_from_the_day_of_the_act_with_its_provisions() -> None:
    found = treatment("tax_bonus", date(2020, 4, 24))

    assert found.decided
    assert found.evidence == "S2"
    assert [cite.at for cite in found.cites][:2] == ["99/1963 § 317 odst. 2", "191/2020 § 34 bod 3"]
    assert found.label.cs == "nesmí se postihnout vůbec"


def test_the_codes_of_documents_written_earlier_are_still_kinds_of_income() -> None:
    earlier = {
        "wage", "agreement", "pension", "sickness", "unemployment", "parental", "social_benefit", "maintenance",
        "business", "other",
    }  # fmt: skip
    assert earlier <= set(PACK.vocabularies[KINDS])


ALLOWED = {
    "treatment", "treatment_series", "fee", "protects", "evidence", "cites", "note",
    "employment", "insures", "pension",  # what the kind means for net wages and who it says somebody is
}  # fmt: skip


def test_every_kind_has_one_known_treatment_evidence_and_provisions_of_acts_that_exist() -> None:
    for kind, term in PACK.vocabularies[KINDS].items():
        assert ("treatment" in term.more) != ("treatment_series" in term.more), kind
        assert term.more.get("treatment", "other") in PACK.vocabularies[TREATMENTS], kind
        assert set(term.more) <= ALLOWED, kind
        if "treatment" in term.more:
            assert term.more["cites"], kind
            assert term.more["evidence"] in {"S2", "S", "D", "M", "?"}, kind
    terms = [term for name in (KINDS, TREATMENTS) for term in PACK.vocabularies[name].values()]
    cites = [at for term in terms for at in term.more.get("cites", [])]
    assert [at for at in cites if act_of(Citation(at=at), PACK.acts) is None] == []


def test_an_income_of_unknown_kind_is_refused_without_repeating_what_was_written() -> None:
    with pytest.raises(InputError) as refusal:
        treatment("Jan Vymyšlený", TODAY)

    (problem,) = refusal.value.problems
    assert problem.code == "unknown_income_kind"
    assert "Vymyšlený" not in problem.cs + problem.en + problem.place


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1)])
def test_no_treatment_is_given_for_a_day_outside_the_topic(day: date) -> None:
    with pytest.raises(HorizonError):
        treatment("wage", day)
    with pytest.raises(HorizonError):
        treatments_on(day)
    with pytest.raises(HorizonError):
        fractions_of_business(100, False, day)  # noqa: FBT003


def test_an_income_that_stays_outside_wages_may_or_may_not_go_to_a_protected_account() -> None:
    fit = {each.kind.code: each.protected_account for each in treatments_on(TODAY)}

    assert {kind for kind, yes in fit.items() if yes is None} == {
        "prisoner_reward", "travel_reimbursement", "meal_allowance", "social_benefit", "tax_refund", "other",
        "epidemic_reward", *UNNAMED,
    }  # fmt: skip
    assert False not in fit.values()


BUSINESS = [
    (1_000_000, False, Fraction(2, 5), 400_000),
    (1_000_000, True, Fraction(3, 5), 600_000),
    (12_345, False, Fraction(2, 5), 4_938),
    (12_346, False, Fraction(2, 5), 4_938),
    (12_346, True, Fraction(3, 5), 7_407),
    (1, True, Fraction(3, 5), 0),
    (0, False, Fraction(2, 5), 0),
]


@pytest.mark.parametrize(("amount", "priority", "ratio", "taken"), BUSINESS)
def test_two_or_three_fifths_of_a_business_claim_are_taken_and_the_broken_haler_stays(
    *, amount: int, priority: bool, ratio: Fraction, taken: int
) -> None:
    share = fractions_of_business(amount, priority, TODAY).known

    assert share is not None
    assert (share.ratio, share.taken, share.left) == (ratio, taken, amount - taken)
    assert share.exact == amount * ratio


def test_whether_a_debt_has_priority_is_asked_where_it_is_not_known() -> None:
    shares = fractions_of_business(1_000_000, None, TODAY)

    assert shares.known is None
    assert [share.taken for share in shares.possible] == [400_000, 600_000]
    assert shares.question is not None
    assert shares.question.code == "priority"
    assert fractions_of_business(1, False, TODAY).question is None  # noqa: FBT003


def test_a_negative_claim_is_refused() -> None:
    with pytest.raises(InputError, match="negative"):
        fractions_of_business(-1, None, TODAY)


@given(st.integers(min_value=0, max_value=10**14), st.booleans())
def test_nothing_is_lost_between_what_is_taken_and_what_is_left(amount: int, priority: bool) -> None:  # noqa: FBT001
    share = fractions_of_business(amount, priority, TODAY).known

    assert share is not None
    assert share.taken + share.left == amount
    assert 0 <= share.exact - share.taken < 1
