"""What can be said against the debts of a case: each rule is reached, unknown stays unknown, nothing contradicts."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.defect_cases import (
    CREDIT,
    DEBT,
    FUTILE,
    HOLDING,
    LED,
    PACK,
    PERSON,
    case_of,
    holding,
    judged_of,
    opened,
)
from tests.case.support import AS_OF, read

from dluhy.case.claim_facts import claim_rows
from dluhy.case.defects import defects_of_case
from dluhy.case.frames import case_facts
from dluhy.children.check import checker
from dluhy.dates import Span
from dluhy.relief.defect_sums import dropping, drops
from dluhy.relief.defects import defects_of

CHILD: Final[dict[str, Any]] = {"id": "klient", "role": "debtor", "birth_date": "2010-03-01"}
FEE: Final[dict[str, Any]] = {
    "id": "d", "debtor": "klient", "kind": "local_fee_waste", "fee_year": 2019, "principal": "500", "balance": "500",
    "creditor": {"name": "Město Vzor", "kind": "municipality"},
}  # fmt: skip


@pytest.mark.parametrize("rule", HOLDING)
def test_every_rule_is_reached_from_a_case(rule: str) -> None:
    assert rule in holding(judged_of(**HOLDING[rule])[0])


def test_no_rule_is_without_a_case() -> None:
    assert list(HOLDING) == list(PACK.of("claims").rules)


def test_a_case_that_says_nothing_leaves_everything_open_or_out() -> None:
    (found,) = judged_of(people=[PERSON], debts=[{"id": "d"}])
    assert not found.holding
    assert {"AL-01", "AL-14B", "AL-18"} <= opened(found)
    assert found.needs == ("debt_kind", "title_kind")
    assert (found.least, found.most, found.balance) == (None, None, None)


def test_a_kind_that_is_not_known_is_asked_before_what_hangs_on_it() -> None:
    (loan,) = judged_of(**case_of({**CREDIT, "title": {"kind": "no_title"}}))
    assert loan.needs == ()
    (untold,) = judged_of(**case_of({**DEBT, "title": None}))
    assert untold.needs == ("title_kind",)


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_the_order_of_debts_does_not_matter(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(HOLDING)), min_size=2, max_size=4, unique=True))
    debts = [{**HOLDING[name]["debts"][0], "id": f"dluh-{name}"} for name in names]
    led = [
        {**each, "debts": [f"dluh-{name}"], "id": f"ex-{name}"}
        for name in names
        for each in HOLDING[name]["enforcements"][:1]
    ]
    forward = judged_of(people=[PERSON], debts=debts, enforcements=led)
    backward = judged_of(people=[PERSON], debts=debts[::-1], enforcements=led[::-1])
    assert forward == backward[::-1]


@pytest.mark.parametrize("rule", ["AL-01", "AL-11", "AL-15", "AL-18", "AL-09", "AL-12S"])
def test_one_by_one_says_what_all_at_once_say(rule: str) -> None:
    for found in judged_of(**HOLDING[rule]):
        assert defects_of(found.facts, PACK, as_of=AS_OF) == found.found


@pytest.mark.parametrize("rule", ["AL-01", "AL-09", "AL-11", "AL-12S", "AL-05P"])
def test_sums_that_drop_out_are_those_of_the_frame(rule: str) -> None:
    case = read(**HOLDING[rule])
    frame = claim_rows(case, case_facts(case, PACK), PACK).frame
    (found,) = judged_of(**HOLDING[rule])
    told = dropping(frame, PACK, as_of=AS_OF).row(0, named=True)
    assert (found.least, found.most) == (told["least"], told["most"])
    assert found.most is not None
    assert drops(found.found, None) == (None, None)


@pytest.mark.parametrize(
    ("insolvency", "course", "recovered", "status"),
    [
        ({"began_on": "2020-01-20", "running": False}, {}, None, "unknown"),  # how long it ran nobody says
        ({"running": False}, {}, None, "unknown"),
        ({"began_on": "2020-01-20", "running": True}, {}, None, "unknown"),
        ({"began_on": "2015-01-20", "running": False}, {}, "2018-06-01", "holds"),  # something came in after it
        ({"began_on": "2020-01-20", "running": False, "person": "other"}, {}, None, "holds"),
        ({"began_on": "2020-01-20", "running": False}, {"uncounted_days": 900}, None, "holds"),  # from May 2024
        ({"began_on": "2020-01-20", "running": False}, {"uncounted_days": 935}, None, "fails"),
    ],
)
def test_time_of_an_insolvency_does_not_count_into_the_time_without_recovery(
    insolvency: dict[str, Any], course: dict[str, Any], recovered: str | None, status: str
) -> None:
    people = [PERSON, {"id": "other", "role": "spouse"}]
    parts = {"last_recovered_on": recovered, "nothing_recovered": recovered is None}
    enforcement = {**FUTILE, **parts, "course": {"advances_paid": 0, **course}}
    case = case_of(DEBT, led=[enforcement], history={"insolvencies": [insolvency]}) | {"people": people}
    (found,) = judged_of(**case)
    statuses = {each.rule.id: each.status for each in found.found}
    assert statuses.get("AL-01", "fails") == status
    (asked,) = [each.missing for each in found.found if each.rule.id == "AL-01"] or [()]
    assert ("uncounted_days" in asked) == (status == "unknown")


def test_a_futile_enforcement_shows_its_day_and_that_with_an_advance() -> None:
    found = next(each for each in judged_of(**HOLDING["AL-01"])[0].holding if each.rule.id == "AL-01")
    assert found.ends == Span(date(2024, 5, 1), date(2024, 5, 1))
    assert found.otherwise == Span(date(2027, 5, 1), date(2027, 5, 1))
    unknown = judged_of(**case_of(DEBT, led=[FUTILE]))[0]
    told = next(each for each in unknown.holding if each.rule.id == "AL-01")
    assert told.ends == Span(date(2024, 5, 1), date(2030, 5, 1))


def test_amnesties_are_history_and_take_nothing_away() -> None:
    (found,) = judged_of(**HOLDING["AL-04"])
    past = [each for each in found.holding if each.verdict == "history"]
    assert {each.rule.id for each in past} == {"AL-04", "AL-05"}
    assert not any(each.remedies or each.most for each in past)


def test_a_debt_that_the_child_does_not_owe_is_told_only_what_holds_anyway() -> None:
    parts = case_of(FEE, led=[{**FUTILE, "call_served_on": "2026-11-10"}], people=[CHILD])
    (found,) = judged_of(**parts)
    assert found.standing == "not_owed"
    assert {"AL-01", "AL-02"} <= holding(found)
    assert not {"AL-04", "AL-05", "AL-16"} & {each.rule.id for each in found.found}
    adult = judged_of(**case_of(FEE, led=[{**FUTILE, "call_served_on": "2026-11-10"}]))[0]
    assert {"AL-01", "AL-04", "AL-16"} <= holding(adult)
    assert (found.least, found.most) == (50_000, 50_000)  # nothing of it has to be paid


def test_joining_enforcements_takes_nothing_off_a_debt() -> None:
    (found, _) = judged_of(**HOLDING["AL-15"])
    told = next(each for each in found.holding if each.rule.id == "AL-15")
    assert (told.takes, told.most) == ((), 0)


def test_a_part_of_a_debt_that_nobody_told_is_not_counted() -> None:
    parts = HOLDING["AL-01"]
    untold = {**parts, "debts": [{**each, "costs": None} for each in parts["debts"]]}
    (silent,) = judged_of(**untold)
    told = next(each for each in silent.holding if each.rule.id == "AL-01")
    assert told.takes[0][0] == "costs"
    assert told.most is None
    assert silent.most == 0


def test_nothing_is_told_of_debts_that_are_over() -> None:
    (found,) = judged_of(**case_of({**HOLDING["AL-11"]["debts"][0], "balance": "0"}))
    assert (found.standing, found.found) == ("finished", ())


def test_nothing_is_told_to_a_debtor_who_has_died() -> None:
    parts = {**HOLDING["AL-11"], "people": [{**PERSON, "died_on": "2026-01-01"}]}
    (found,) = judged_of(**parts)
    assert (found.standing, found.found) == ("debtor_died", ())


def test_nobody_is_told_to_pay_what_can_be_attacked() -> None:
    led = {**LED, "call_served_on": "2026-11-10"}
    plain, attacked = (
        judged_of(**case_of({**DEBT, "title": {"kind": "judgment", "cancelled": cancelled}}, led=[led]))[0]
        for cancelled in (False, True)
    )
    steps = [
        [each.step.id for found in one.holding for each in found.remedies if found.rule.id == "AL-16"]
        for one in (plain, attacked)
    ]
    assert steps == [["CALL-PAY"], []]
    assert "AL-16" in holding(attacked)


def test_costs_share_the_fate_of_their_claim_but_not_its_sums() -> None:
    costs = {"id": "n", "follows": "d", "costs": "9000", "balance": "9000"}
    claim, own = judged_of(**case_of(HOLDING["AL-11"]["debts"][0], costs))
    assert "AL-11" in holding(own)
    assert (claim.least, own.least, own.most) == (5_000_000, 0, 900_000)


def test_a_day_without_known_law_is_told_and_stops_nothing() -> None:
    case = read(**HOLDING["AL-11"])
    judged = checker(PACK).judge(case_facts(case, PACK).frame, case.as_of)
    late = case.model_copy(update={"as_of": date(2031, 1, 1)})
    (found,) = defects_of_case(late, judged, PACK)
    assert found.found == ()
    assert found.problems
    assert found.facts["debt_kind"] == "loan"


@pytest.mark.parametrize(("paid", "told"), [(2, []), (3, ["advances_beyond_law"])])
def test_more_advances_than_the_law_knows_are_told(paid: int, told: list[str]) -> None:
    case = read(**case_of(DEBT, led=[{**FUTILE, "course": {"advances_paid": paid}}]))
    rows = claim_rows(case, case_facts(case, PACK), PACK)
    assert [problem.code for problem in rows.problems[0]] == told


def test_a_case_without_debts_has_nothing_to_say() -> None:
    assert judged_of(people=[PERSON], debts=[]) == ()
    assert isinstance(claim_rows(read(), case_facts(read(), PACK), PACK).frame, pl.DataFrame)
