"""Movables, the home and the order of methods: what is excluded, what bars a sale, and what must be asked first."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.deductions.belongings import (
    UNSHIELDED,
    excluded_movables,
    extra_shield,
    home_sale_barred,
    home_threshold,
    order_of_methods,
    postponing_instalments,
)
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

PACK = default_pack()
TODAY = date(2026, 11, 21)
LIMIT = 10_000_000
NO_GROUND: dict[str, bool | None] = {"low_pension": False, "disability": False, "claim_before_18": False}
VOCABULARIES = (
    "account_rules", "excluded_movables", "excluded_limits", "shield_grounds", "shield_limits", "home_limits",
    "enforcement_methods", "method_rules",
)  # fmt: skip

LIMITS = [
    (date(2015, 1, 1), None),
    (date(2015, 8, 31), None),
    (date(2015, 9, 1), 3_000_000),
    (date(2020, 4, 23), 3_000_000),
    (date(2020, 4, 24), 10_000_000),
    (date(2021, 1, 31), 10_000_000),
    (date(2021, 2, 1), 10_000_000),
    (TODAY, 10_000_000),
]


@pytest.mark.parametrize(("day", "limit"), LIMITS)
def test_the_limit_of_a_home_is_that_of_the_day_of_the_auction(day: date, limit: int | None) -> None:
    assert home_threshold(day) == limit


@pytest.mark.parametrize(
    ("claims", "day", "verdict", "reason"),
    [
        (LIMIT, TODAY, "holds", "within_limit"),
        (LIMIT + 1, TODAY, "fails", "above_limit"),
        (0, TODAY, "holds", "within_limit"),
        (3_000_000, date(2020, 4, 23), "holds", "within_limit"),
        (3_000_001, date(2020, 4, 23), "fails", "above_limit"),
        (3_000_001, date(2020, 4, 24), "holds", "within_limit"),
        (1, date(2015, 8, 31), "fails", "no_limit_then"),
    ],
)
def test_a_home_may_not_be_sold_for_principals_up_to_the_limit(
    claims: int, day: date, verdict: str, reason: str
) -> None:
    found = home_sale_barred(claims=claims, kinds=["loan"], on=day, residence=True)

    assert (found.verdict, [each.code for each in found.reasons]) == (verdict, [reason])
    assert found.questions == ()


@pytest.mark.parametrize(
    "kind",
    [
        "maintenance_current", "maintenance_arrears", "assigned_maintenance", "assigned_maintenance_fee",
        "substitute_maintenance", "health_harm", "intentional_crime_harm", "crime_harm", "maintenance",
    ],
)  # fmt: skip
def test_maintenance_and_harm_take_the_protection_of_a_home_away(kind: str) -> None:
    found = home_sale_barred(claims=1, kinds=["loan", kind], on=TODAY, residence=True)

    assert (found.verdict, [each.code for each in found.reasons]) == ("fails", ["unshielded_claim"])


@pytest.mark.parametrize("kind", ["loan", "telecom", "tax_or_fee", "fine", "health_insurance", "offence_harm"])
def test_ordinary_claims_leave_the_protection_of_a_home(kind: str) -> None:
    assert home_sale_barred(claims=1, kinds=[kind], on=TODAY, residence=True).verdict == "holds"


@pytest.mark.parametrize("kind", [None, "priority_other", "nonpriority", "tort", "inherited"])
def test_a_claim_of_unknown_kind_is_asked_for(kind: str | None) -> None:
    found = home_sale_barred(claims=1, kinds=["loan", kind], on=TODAY, residence=True)

    assert (found.verdict, [each.code for each in found.questions]) == ("unknown", ["kinds"])
    assert found.reasons == ()


def test_what_is_not_known_of_a_home_is_asked_and_never_decided() -> None:
    found = home_sale_barred(claims=None, kinds=None, on=TODAY)

    assert found.verdict == "unknown"
    assert [each.code for each in found.questions] == ["claims", "residence", "kinds"]


def test_one_known_failure_decides_whatever_else_is_not_known() -> None:
    assert home_sale_barred(claims=None, kinds=None, on=TODAY, residence=False).verdict == "fails"
    assert home_sale_barred(claims=LIMIT + 1, kinds=None, on=TODAY).verdict == "fails"
    assert home_sale_barred(claims=None, kinds=None, on=TODAY, against_morals=True).verdict == "fails"
    assert home_sale_barred(claims=None, kinds=["health_harm"], on=TODAY).verdict == "fails"
    assert home_sale_barred(claims=None, kinds=None, on=date(2015, 8, 31)).verdict == "fails"


FIRST_PAUSED, LAST_PAUSED = date(2020, 4, 24), date(2021, 1, 31)


@pytest.mark.parametrize("day", [FIRST_PAUSED, LAST_PAUSED])
@pytest.mark.parametrize("kinds", [["loan"], ["crime_harm"], None])
def test_in_the_epidemic_no_sum_let_a_home_be_sold_unless_the_debtor_went_on(
    day: date, kinds: list[str] | None
) -> None:
    found = home_sale_barred(claims=LIMIT + 1, kinds=kinds, on=day, residence=True)

    assert (found.verdict, found.reasons) == ("unknown", ())
    assert [each.code for each in found.questions][-1] == "asked_to_continue"
    assert {"191/2020 § 24", "191/2020 § 23 odst. 2"} <= {cite.at for cite in found.cites}


@pytest.mark.parametrize("day", [FIRST_PAUSED - timedelta(days=1), LAST_PAUSED + timedelta(days=1)])
def test_before_and_after_the_epidemic_the_sum_decides(day: date) -> None:
    assert home_sale_barred(claims=LIMIT + 1, kinds=["loan"], on=day, residence=True).verdict == "fails"


@pytest.mark.parametrize("kind", ["maintenance_arrears", "health_harm", "intentional_crime_harm"])
def test_the_ban_of_the_epidemic_did_not_stand_against_maintenance_and_harm(kind: str) -> None:
    assert home_sale_barred(claims=1, kinds=[kind], on=FIRST_PAUSED, residence=True).verdict == "fails"
    assert home_sale_barred(claims=1, kinds=["loan"], on=FIRST_PAUSED, residence=False).verdict == "fails"
    assert home_sale_barred(claims=1, kinds=["loan"], on=FIRST_PAUSED, residence=True).verdict == "holds"


def test_the_terms_of_paying_by_instalments_are_told() -> None:
    told = " ".join(note.cs for note in postponing_instalments(TODAY).notes)

    assert all(words in told for words in ("písemně", "do 10 dnů", "do konce kalendářního měsíce", "jen jednou"))


def test_good_morals_are_the_court_s_and_are_told_as_a_limit() -> None:
    found = home_sale_barred(claims=1, kinds=[], on=TODAY, residence=True)

    assert found.verdict == "holds"
    assert "good_morals" in {each.code for each in found.limits}
    assert "99/1963 § 336i odst. 2" in {cite.at for cite in found.cites}


def test_the_doubtful_days_carry_their_note_and_evidence() -> None:
    assert home_sale_barred(claims=1, kinds=[], on=date(2015, 8, 31), residence=True).evidence == "M"
    assert home_sale_barred(claims=1, kinds=[], on=date(2020, 6, 1), residence=True).notes
    assert not home_sale_barred(claims=1, kinds=[], on=TODAY, residence=True).notes


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2027, 1, 1)])
def test_the_sale_of_a_home_is_not_judged_outside_the_topic(day: date) -> None:
    with pytest.raises(HorizonError):
        home_sale_barred(claims=1, kinds=[], on=day, residence=True)


def test_everything_wrong_with_the_claims_is_said_at_once() -> None:
    with pytest.raises(InputError) as refusal:
        home_sale_barred(claims=-1, kinds=["Jan Vymyšlený"], on=TODAY)

    assert {problem.code for problem in refusal.value.problems} == {"negative_amount", "unknown_claim_kind"}
    assert "Vymyšlený" not in str(refusal.value)


THREE = st.sampled_from([True, False, None])


@given(st.integers(min_value=0, max_value=2 * LIMIT), st.sampled_from(["loan", "health_harm"]), THREE)
def test_learning_more_never_turns_a_decision_around(claims: int, kind: str, residence: bool | None) -> None:  # noqa: FBT001
    full = home_sale_barred(claims=claims, kinds=[kind], on=TODAY, residence=residence)
    for some_claims, some_kinds in product((claims, None), ([kind], None)):
        less = home_sale_barred(claims=some_claims, kinds=some_kinds, on=TODAY, residence=residence)
        assert less.verdict in {full.verdict, "unknown"}


# the extra shield of movables


@pytest.mark.parametrize("ground", ["low_pension", "disability", "claim_before_18"])
def test_each_ground_alone_gives_the_extra_shield_in_enforcements_since_2022(ground: str) -> None:
    found = extra_shield(began_on=date(2022, 1, 1), grounds={ground: True}, kinds=["loan"])

    assert (found.verdict, [each.code for each in found.reasons]) == ("holds", [ground])


def test_an_enforcement_begun_before_2022_has_no_extra_shield() -> None:
    found = extra_shield(began_on=date(2021, 12, 31), grounds={"disability": True}, kinds=["loan"])

    assert (found.verdict, [each.code for each in found.reasons]) == ("fails", ["older_enforcement"])


def test_without_a_ground_there_is_no_extra_shield() -> None:
    found = extra_shield(began_on=date(2024, 1, 1), grounds=NO_GROUND, kinds=["loan"])

    assert (found.verdict, [each.code for each in found.reasons]) == ("fails", ["no_ground"])


@pytest.mark.parametrize("kind", ["maintenance_arrears", "crime_harm", "offence_harm", "health_harm"])
def test_the_extra_shield_does_not_stand_against_maintenance_and_harm(kind: str) -> None:
    found = extra_shield(began_on=date(2024, 1, 1), grounds={"claim_before_18": True}, kinds=[kind])

    assert (found.verdict, [each.code for each in found.reasons]) == ("fails", ["unshielded_claim"])


def test_everything_unknown_about_the_extra_shield_is_asked() -> None:
    found = extra_shield(began_on=None, grounds={}, kinds=None)

    assert found.verdict == "unknown"
    assert [each.code for each in found.questions] == [
        "began_on",
        "low_pension",
        "disability",
        "claim_before_18",
        "kinds",
    ]


def test_a_ground_that_is_known_spares_the_questions_about_the_others() -> None:
    found = extra_shield(began_on=None, grounds={"disability": True}, kinds=["loan"])

    assert [each.code for each in found.questions] == ["began_on"]


def test_two_grounds_denied_and_one_unknown_is_not_a_no() -> None:
    found = extra_shield(began_on=date(2024, 1, 1), grounds={**NO_GROUND, "low_pension": None}, kinds=["loan"])

    assert (found.verdict, [each.code for each in found.questions]) == ("unknown", ["low_pension"])


def test_unknown_grounds_and_claims_are_refused_at_once() -> None:
    with pytest.raises(InputError) as refusal:
        extra_shield(began_on=None, grounds={"poverty": True}, kinds=["?"])

    assert {problem.code for problem in refusal.value.problems} == {"unknown_ground", "unknown_claim_kind"}


# excluded things, instalments, order


def test_the_excluded_things_are_those_of_the_statute_and_only_cash_has_a_limit() -> None:
    things = excluded_movables(TODAY)

    letters = {cite.at[-2] for thing in things for cite in thing.cites if "odst. 2 písm." in cite.at}
    assert letters == set("abcdefg")
    assert {thing.term.code: thing.most for thing in things if thing.most is not None} == {"cash": 1_100_000}
    assert [thing.most for thing in excluded_movables(date(2026, 9, 30)) if thing.most is not None] == [972_000]


def test_an_inventory_before_the_list_of_2015_is_not_known() -> None:
    with pytest.raises(HorizonError, match="cash_multiple"):
        excluded_movables(date(2015, 8, 31))


def test_a_sale_of_movables_is_postponed_by_monthly_payments_since_2022() -> None:
    found = postponing_instalments(date(2022, 1, 1))

    assert (found.monthly_least, found.value_most) == (150_000, 5_400_000)
    assert (found.ignored_thing, found.ignored_set) == (100_000, 200_000)
    assert found.notes
    with pytest.raises(HorizonError):
        postponing_instalments(date(2021, 12, 31))


def test_the_order_of_methods_begins_with_the_account_and_ends_with_the_home() -> None:
    steps = order_of_methods()

    assert [step.step for step in steps] == ["a", "b", "c", "d"]
    assert [[term.code for term in group] for group in steps[0].groups] == [["account"], ["spouse_account"]]
    assert {term.code for term in steps[1].methods} == {
        "other_claims", "other_rights", "deductions", "real_estate_administration", "driving_licence",
    }  # fmt: skip
    assert {term.code for term in steps[2].methods} == {
        "movables", "other_real_estate", "enterprise", "pension_savings",
    }  # fmt: skip
    assert [term.code for term in steps[3].methods] == ["home"]
    assert [cite.at for cite in steps[3].cites] == ["120/2001 § 58 odst. 2 písm. d)"]


def test_every_term_about_belongings_cites_acts_that_exist() -> None:
    cites = [at for name in VOCABULARIES for term in PACK.vocabularies[name].values() for at in term.more["cites"]]

    assert [at for at in cites if act_of(Citation(at=at), PACK.acts) is None] == []


def test_every_question_has_its_reason_to_be_asked() -> None:
    assert set(PACK.vocabularies["shield_questions"]) == {"began_on", "kinds", *PACK.vocabularies["shield_grounds"]}
    assert {of for term in PACK.vocabularies[UNSHIELDED].values() for of in term.more["of"]} == {
        "home", "movables", "pause",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["home_sale_threshold", "unusual_movables_only", "account_multiple"])
def test_the_last_day_of_a_period_is_followed_by_the_first_of_the_next(name: str) -> None:
    periods = PACK.series[name].period

    for earlier, later in pairwise(periods):
        assert earlier.to is not None
        assert later.from_ == earlier.to + timedelta(days=1)
