"""Accounts: what the bank pays out by day, what is asked where it is not known, the protected account, cash."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.dates import Span
from dluhy.deductions.accounts import (
    EXEMPT_INCOME,
    PROTECTED,
    account_payout,
    cash_limit,
    exempt_income_steps,
    freeze_ends_on,
    protected_account,
)
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

PACK = default_pack()
PLENTY = 100_000_000
AFTER = date(2026, 12, 1)
PAID = [
    # delivered, asked, multiple, living minimum, paid in CZK
    (date(2011, 12, 31), date(2016, 5, 1), 2, 3126, 6_252),
    (date(2012, 1, 1), date(2016, 5, 1), 2, 3410, 6_820),
    (date(2020, 3, 31), date(2020, 4, 23), 2, 3410, 6_820),
    (date(2020, 4, 1), date(2020, 4, 23), 2, 3860, 7_720),
    (date(2019, 5, 5), date(2020, 4, 24), 4, 3860, 15_440),
    (date(2020, 3, 31), date(2020, 4, 24), 4, 3860, 15_440),
    (date(2020, 4, 24), date(2020, 4, 24), 4, 3860, 15_440),
    (date(2020, 11, 1), date(2021, 6, 30), 4, 3860, 15_440),
    (date(2019, 5, 5), date(2021, 7, 1), 2, 3410, 6_820),
    (date(2021, 6, 30), date(2021, 6, 30), 4, 3860, 15_440),
    (date(2021, 6, 30), date(2021, 7, 1), 2, 3860, 7_720),
    (date(2021, 7, 1), date(2021, 7, 1), 3, 3860, 11_580),
    (date(2022, 3, 31), AFTER, 3, 3860, 11_580),
    (date(2022, 4, 1), AFTER, 3, 4250, 12_750),
    (date(2022, 6, 30), AFTER, 3, 4250, 12_750),
    (date(2022, 7, 1), AFTER, 3, 4620, 13_860),
    (date(2022, 12, 31), AFTER, 3, 4620, 13_860),
    (date(2023, 1, 1), AFTER, 3, 4860, 14_580),
    (date(2026, 9, 30), AFTER, 3, 4860, 14_580),
    (date(2026, 10, 1), AFTER, 3, 5500, 16_500),
    (date(2026, 11, 30), AFTER, 3, 5500, 16_500),
]
ALL_SPANS = [
    (Span(date(2007, 1, 1), date(2011, 12, 31)), 2, 625_200),
    (Span(date(2007, 1, 1), date(2011, 12, 31)), 4, 1_544_000),
    (Span(date(2012, 1, 1), date(2020, 3, 31)), 2, 682_000),
    (Span(date(2012, 1, 1), date(2020, 3, 31)), 4, 1_544_000),
    (Span(date(2020, 4, 1), date(2020, 4, 23)), 2, 772_000),
    (Span(date(2020, 4, 1), date(2020, 4, 23)), 4, 1_544_000),
    (Span(date(2020, 4, 24), date(2021, 6, 30)), 4, 1_544_000),
    (Span(date(2020, 4, 24), date(2021, 6, 30)), 2, 772_000),
    (Span(date(2021, 7, 1), date(2022, 3, 31)), 3, 1_158_000),
    (Span(date(2022, 4, 1), date(2022, 6, 30)), 3, 1_275_000),
    (Span(date(2022, 7, 1), date(2022, 12, 31)), 3, 1_386_000),
    (Span(date(2023, 1, 1), date(2026, 9, 30)), 3, 1_458_000),
    (Span(date(2026, 10, 1), date(2026, 12, 31)), 3, 1_650_000),
]


@pytest.mark.parametrize(("delivered", "asked", "multiple", "minimum", "crowns"), PAID)
def test_the_bank_pays_by_the_day_of_delivery_and_of_the_request(
    delivered: date, asked: date, multiple: int, minimum: int, crowns: int
) -> None:
    found = account_payout(order_delivered_on=delivered, asked_on=asked, balance=PLENTY, already_paid_out=False)

    assert found.known is not None
    assert (found.known.multiple, found.known.living_minimum) == (multiple, minimum)
    assert found.amount == found.known.most == crowns * 100
    assert found.questions == ()
    assert found.delivered_from is None


@pytest.mark.parametrize(("delivered", "crowns"), [(d, c) for d, _, m, _, c in PAID if m == 3])
def test_since_july_2021_the_day_of_the_request_makes_no_difference(delivered: date, crowns: int) -> None:
    found = account_payout(order_delivered_on=delivered, balance=PLENTY, already_paid_out=False)

    assert found.amount == crowns * 100
    assert found.questions == ()


def test_for_an_older_order_the_day_of_the_request_is_asked_and_both_results_are_told() -> None:
    found = account_payout(order_delivered_on=date(2020, 5, 15), balance=PLENTY, already_paid_out=False)

    assert found.amount is None
    assert found.known is None
    assert [(each.amount, each.asked) for each in found.possible] == [
        (1_544_000, (Span(date(2020, 5, 15), date(2021, 6, 30)),)),
        (772_000, (Span(date(2021, 7, 1), date(2026, 12, 31)),)),
    ]
    assert [question.code for question in found.questions] == ["asked_on"]


def test_where_all_results_are_the_same_nothing_is_in_doubt() -> None:
    found = account_payout(order_delivered_on=date(2020, 5, 15), balance=500_000, already_paid_out=False)

    assert len(found.possible) == 2
    assert found.amount == 500_000


def test_an_unknown_day_of_delivery_gives_every_result_with_its_days_and_the_question() -> None:
    found = account_payout(order_delivered_on=None, balance=PLENTY, already_paid_out=False)

    assert [(each.delivered, each.multiple, each.amount) for each in found.possible] == ALL_SPANS
    assert [question.code for question in found.questions] == ["order_delivered_on", "asked_on"]
    assert found.amount is None
    assert found.delivered_from == date(2007, 1, 1)


def test_a_request_on_a_known_day_leaves_only_orders_delivered_by_then() -> None:
    found = account_payout(order_delivered_on=None, asked_on=date(2022, 5, 1), balance=PLENTY, already_paid_out=False)

    assert [(each.delivered.last, each.amount) for each in found.possible] == [
        (date(2011, 12, 31), 625_200),
        (date(2020, 3, 31), 682_000),
        (date(2020, 4, 23), 772_000),
        (date(2021, 6, 30), 772_000),
        (date(2022, 3, 31), 1_158_000),
        (date(2022, 5, 1), 1_275_000),
    ]


def test_an_unknown_balance_is_no_empty_account() -> None:
    found = account_payout(order_delivered_on=date(2026, 10, 5), balance=None, already_paid_out=False)

    assert found.amount is None
    assert [(each.amount, each.most) for each in found.possible] == [(None, 1_650_000)]
    assert [question.code for question in found.questions] == ["balance"]


@pytest.mark.parametrize("balance", [0, 1, 1_649_999, 1_650_000, 1_650_001])
def test_the_bank_pays_no_more_than_is_there(balance: int) -> None:
    found = account_payout(order_delivered_on=date(2026, 10, 5), balance=balance, already_paid_out=False)

    assert found.amount == min(balance, 1_650_000)


def test_what_was_paid_once_is_not_paid_again_and_nothing_else_matters() -> None:
    found = account_payout(order_delivered_on=None, balance=None, already_paid_out=True)

    assert found.amount == 0
    assert found.questions == ()


def test_whether_it_was_already_paid_is_asked_and_never_assumed() -> None:
    found = account_payout(order_delivered_on=date(2026, 10, 5), balance=PLENTY, already_paid_out=None)

    assert found.amount is None
    assert [question.code for question in found.questions] == ["already_paid_out"]
    assert found.possible[0].amount == 1_650_000


SPOUSES = [
    # delivered, balance, left in CZK
    (date(2026, 10, 5), 10_000, 10_000),
    (date(2026, 10, 5), 20_000, 16_500),
    (date(2026, 10, 5), 33_000, 16_500),
    (date(2026, 10, 5), 33_002, 16_501),
    (date(2026, 10, 5), 100_000, 50_000),
    (date(2021, 7, 1), 30_000, 15_000),
    (date(2018, 1, 1), 30_000, 15_000),
    (date(2018, 1, 1), 10_000, 6_820),
    (date(2015, 7, 1), 10_000, 6_820),
]


@pytest.mark.parametrize(("delivered", "balance", "left"), SPOUSES)
def test_a_spouse_keeps_half_of_the_balance_or_the_multiple_if_it_is_more(
    delivered: date, balance: int, left: int
) -> None:
    found = account_payout(
        order_delivered_on=delivered, asked_on=AFTER, balance=balance * 100, already_paid_out=False,
        spouses_account=True,
    )  # fmt: skip

    assert found.amount == left * 100
    codes = {rule.code for rule in found.rules}
    newer = delivered >= date(2021, 7, 1)
    assert ({"spouse_once", "spouse_balance_only"} <= codes) == newer
    assert "earlier_wording_spouse" in codes


def test_the_broken_haler_of_half_a_balance_is_not_invented() -> None:
    found = account_payout(
        order_delivered_on=date(2026, 10, 5), balance=4_000_001, already_paid_out=False, spouses_account=True
    )

    assert found.amount == 2_000_000


def test_a_spouse_is_asked_for_the_balance_at_delivery() -> None:
    found = account_payout(
        order_delivered_on=date(2026, 10, 5), balance=None, already_paid_out=False, spouses_account=True
    )

    assert [question.code for question in found.questions] == ["balance_at_delivery"]
    assert found.possible[0].most == 1_650_000


def test_an_order_against_a_spouse_s_account_before_july_2015_is_not_known() -> None:
    with pytest.raises(HorizonError, match="spouse_account_share"):
        account_payout(
            order_delivered_on=date(2015, 6, 30), balance=1, already_paid_out=False, spouses_account=True,
            asked_on=AFTER,
        )  # fmt: skip
    with pytest.raises(HorizonError, match="spouse_account_share"):
        account_payout(
            order_delivered_on=None, balance=1, already_paid_out=False, spouses_account=True, asked_on=date(2015, 6, 30)
        )
    found = account_payout(order_delivered_on=None, balance=1, already_paid_out=False, spouses_account=True)
    assert found.delivered_from == date(2015, 7, 1)


def test_of_the_debtor_s_account_nothing_is_said_about_spouses() -> None:
    found = account_payout(order_delivered_on=date(2026, 10, 5), balance=1, already_paid_out=False)

    assert [rule.code for rule in found.rules if rule.more["of"] == "spouse"] == []
    assert "minimum_of_delivery" in {rule.code for rule in found.rules}


RULES_BY_DAY = [
    (date(2021, 6, 30), {"earlier_wording", "pay_the_debt"}),
    (date(2021, 7, 1), {"on_request", "unclaimed_to_creditor", "once", "minimum_of_delivery", "highest_balance",
                        "rest_to_protected", "pay_the_debt"}),
]  # fmt: skip


@pytest.mark.parametrize(("delivered", "codes"), RULES_BY_DAY)
def test_what_holds_besides_is_of_the_wording_under_which_the_order_came(delivered: date, codes: set[str]) -> None:
    found = account_payout(order_delivered_on=delivered, asked_on=AFTER, balance=1, already_paid_out=False)

    assert {rule.code for rule in found.rules} == codes


def test_where_the_day_of_delivery_is_not_known_both_wordings_are_told() -> None:
    found = account_payout(order_delivered_on=None, balance=1, already_paid_out=False)

    assert {rule.code for rule in found.rules} == RULES_BY_DAY[0][1] | RULES_BY_DAY[1][1]


def test_the_payout_has_a_limit_after_which_the_creditor_gets_it() -> None:
    (payout,) = [step for step in PACK.ladders[PROTECTED].step if step.id == "PA-PAYOUT"]
    found = account_payout(order_delivered_on=date(2026, 10, 5), balance=1, already_paid_out=False)

    assert "6 měsíců" in payout.limit.text.cs
    assert "bez lhůty" not in payout.limit.text.cs
    assert "99/1963 § 307 odst. 3" in [cite.at for cite in payout.citations]
    assert "99/1963 § 307 odst. 3" in [cite.at for cite in found.cites]


def test_a_result_carries_its_provisions_evidence_and_notes() -> None:
    found = account_payout(order_delivered_on=date(2018, 1, 1), balance=1, already_paid_out=False, asked_on=AFTER)
    spouses = account_payout(
        order_delivered_on=date(2018, 1, 1), balance=1, already_paid_out=False, asked_on=AFTER, spouses_account=True
    )

    assert {"38/2021 čl. II", "409/2011 § 1", "99/1963 § 304b"} <= {cite.at for cite in found.cites}
    assert found.evidence == "S"
    assert found.notes
    assert spouses.evidence == "D"


@pytest.mark.parametrize("delivered", [date(2006, 12, 31), date(2027, 1, 1)])
def test_no_amount_is_made_up_for_a_delivery_the_pack_does_not_know(delivered: date) -> None:
    with pytest.raises(HorizonError):
        account_payout(order_delivered_on=delivered, balance=1, already_paid_out=False)


def test_an_order_older_than_the_known_minimums_still_had_the_multiple_of_the_epidemic() -> None:
    found = account_payout(
        order_delivered_on=date(2010, 1, 1), asked_on=date(2020, 6, 1), balance=PLENTY, already_paid_out=False
    )

    assert found.amount == 1_544_000


@pytest.mark.parametrize("asked", [date(2014, 12, 31), date(2027, 1, 1)])
def test_no_amount_is_made_up_for_a_request_outside_the_topic(asked: date) -> None:
    with pytest.raises(HorizonError):
        account_payout(order_delivered_on=date(2012, 6, 1), asked_on=asked, balance=1, already_paid_out=False)


def test_everything_wrong_with_the_facts_is_said_at_once() -> None:
    with pytest.raises(InputError) as refusal:
        account_payout(
            order_delivered_on=date(2024, 1, 2), asked_on=date(2024, 1, 1), balance=-1, already_paid_out=None
        )

    assert {problem.code for problem in refusal.value.problems} == {"negative_amount", "days_reversed"}


DELIVERED = st.dates(min_value=date(2007, 1, 1), max_value=date(2026, 12, 31))
ASKED = st.dates(min_value=date(2015, 1, 1), max_value=date(2026, 12, 31))


@given(DELIVERED, ASKED, st.integers(min_value=0, max_value=10**9))
def test_each_known_case_is_among_the_results_of_the_unknown_one(delivered: date, asked: date, balance: int) -> None:
    asked = max(asked, delivered)
    known = account_payout(order_delivered_on=delivered, asked_on=asked, balance=balance, already_paid_out=False)
    unknown = account_payout(order_delivered_on=None, balance=balance, already_paid_out=False)

    assert known.known is not None
    fitting = [each for each in unknown.possible if _in(delivered, each.delivered)
               and any(_in(asked, span) for span in each.asked)]  # fmt: skip
    assert [each.amount for each in fitting] == [known.amount]


def _in(day: date, span: Span) -> bool:
    return (span.first is None or span.first <= day) and (span.last is None or day <= span.last)


def test_there_is_a_protected_account_since_july_2021() -> None:
    assert protected_account(date(2021, 6, 30)) is None
    found = protected_account(date(2021, 7, 1))

    assert found is not None
    assert found.working_days == 5
    assert [step.id for step in found.steps] == ["PA-PAYOUT", "PA-SOURCE", "PA-EXECUTOR", "PA-BANK", "PA-WATCH"]


def test_a_protected_account_takes_what_the_statute_lists_and_nothing_doubtful() -> None:
    found = protected_account(date(2026, 11, 21))

    assert found is not None
    codes = {each.kind.code for each in found.incomes}
    assert {"wage", "business", "copyright", "tax_bonus", "child_maintenance", "pension", "stipend"} <= codes
    assert codes.isdisjoint({"travel_reimbursement", "tax_refund", "other", "social_benefit", "prisoner_reward"})


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2027, 1, 1)])
def test_a_protected_account_is_not_told_outside_the_topic(day: date) -> None:
    with pytest.raises(HorizonError):
        protected_account(day)


def test_an_income_taken_wrongly_is_first_proven_and_last_protected() -> None:
    steps = exempt_income_steps()

    assert (steps[0].id, steps[-1].id) == ("EX-PROOF", "EX-PROTECT")
    (motion,) = [step for step in steps if step.id == "EX-MOTION"]
    assert motion.actor == "debtor"
    assert motion.addressee == "executor"
    assert {"120/2001 § 55 odst. 1", "120/2001 § 55 odst. 4, 5"} <= {cite.at for cite in motion.citations}


@pytest.mark.parametrize(
    ("step", "addressee", "provision"),
    [
        ("EX-TAX", "tax_administrator", "280/2009 § 181 odst. 2 písm. d), i)"),
        ("EX-COURT", "enforcement_court", "99/1963 § 269 odst. 1"),
    ],
)
def test_who_stops_an_enforcement_of_an_exempt_income_depends_on_who_leads_it(
    step: str, addressee: str, provision: str
) -> None:
    (found,) = [each for each in exempt_income_steps() if each.id == step]

    assert found.addressee == addressee
    assert provision in [cite.at for cite in found.citations]


@pytest.mark.parametrize("ladder", [PROTECTED, EXEMPT_INCOME])
def test_the_steps_are_the_debtor_s_and_speak_both_languages(ladder: str) -> None:
    for step in PACK.ladders[ladder].step:
        assert step.actor == "debtor"
        assert step.if_ is None
        texts = (step.title, step.detail, step.limit.text, step.cost)
        assert all(text.cs and text.en and text.cs != text.en for text in texts)


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        (date(2026, 5, 21), date(2026, 11, 21)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2026, 3, 26), date(2026, 9, 26)),
    ],
)
def test_money_that_arrives_is_attached_for_six_months_by_number_weekends_too(notice: date, last: date) -> None:
    assert freeze_ends_on(notice) == last


@pytest.mark.parametrize("notice", [date(2014, 12, 31), date(2027, 1, 1), date.max])
def test_no_end_of_the_six_months_is_made_up_outside_the_topic(notice: date) -> None:
    with pytest.raises(HorizonError):
        freeze_ends_on(notice)


@pytest.mark.parametrize(
    ("day", "crowns"),
    [
        (date(2015, 9, 1), 6_820),
        (date(2020, 3, 31), 6_820),
        (date(2020, 4, 1), 7_720),
        (date(2022, 4, 1), 8_500),
        (date(2022, 7, 1), 9_240),
        (date(2023, 1, 1), 9_720),
        (date(2026, 9, 30), 9_720),
        (date(2026, 10, 1), 11_000),
    ],
)
def test_cash_up_to_twice_the_living_minimum_stays(day: date, crowns: int) -> None:
    assert cash_limit(day) == crowns * 100


@pytest.mark.parametrize("day", [date(2015, 8, 31), date(2027, 1, 1)])
def test_no_limit_of_cash_is_made_up(day: date) -> None:
    with pytest.raises(HorizonError):
        cash_limit(day)


SERIES = [
    ("account_multiple", date(2021, 7, 1), 2, 3),
    ("account_multiple_epidemic", date(2020, 4, 24), 0, 4),
    ("account_multiple_epidemic", date(2021, 7, 1), 4, 0),
    ("protected_account_days", date(2021, 7, 1), 0, 5),
]


@pytest.mark.parametrize(("name", "first_day", "before", "since"), SERIES)
def test_a_series_changes_on_its_day(name: str, first_day: date, before: int, since: int) -> None:
    values = {period.from_: period.value for period in PACK.series[name].period}
    ends = {period.to: period.value for period in PACK.series[name].period}

    assert ends[first_day - timedelta(days=1)] == before
    assert values[first_day] == since


def test_every_rule_and_question_of_accounts_cites_acts_that_exist() -> None:
    terms = [*PACK.vocabularies["account_rules"].values(), *PACK.vocabularies["account_questions"].values()]
    cites = [at for term in terms for at in term.more.get("cites", [])]

    assert cites
    assert [at for at in cites if act_of(Citation(at=at), PACK.acts) is None] == []
