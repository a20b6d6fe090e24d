"""What can be said against debts: what holds, what is open, what it is worth, and never more than is known."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.dates import Span
from dluhy.engine.arithmetic import INTEGERS
from dluhy.facts.claims import CLAIM_FACTS
from dluhy.facts.frame import frame_from_facts
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.defect_judging import WORTH
from dluhy.relief.defect_parts import part_of, parts, together
from dluhy.relief.defect_sums import dropping, drops
from dluhy.relief.defect_sums import holding as held
from dluhy.relief.defect_values import UNSETTLED, Defect
from dluhy.relief.defects import defects, defects_of

PACK: Final = default_pack()
PART: Final = PACK.of("claims")
TODAY: Final = date(2026, 11, 22)
Facts = dict[str, Any]
CREDIT: Final[Facts] = {
    "debt_kind": "loan", "consumer": True, "contract_on": "2018-08", "creditworthiness_assessed": False,
    "title_kind": "no_title", "balance": "50000", "principal": "20000", "credit_lent": "20000", "credit_paid": "15000",
    "contractual_penalty": "15000", "enforcement_kind": "none",
}  # fmt: skip
FUTILE: Final[Facts] = {
    "debt_kind": "telecom", "title_kind": "payment_order", "balance": "9000", "costs": "6000", "principal": "2000",
    "enforcement_kind": "court_executor", "enforcement_began_on": date(2018, 3, 1), "order_final_on": date(2018, 5, 1),
    "nothing_recovered": True, "real_estate_attached": False, "advances_paid": 0,
}  # fmt: skip
_VALUES: Final[dict[str, list[Any]]] = {
    "bool": [None, False, True],
    "int": [None, 0, 1, 2],
    "money": [None, "0", "1000", "100000"],
    "date": [None, date(2010, 1, 1), "2018", date(2021, 10, 27), date(2026, 11, 1)],
}


def frame(*claims: Facts) -> pl.DataFrame:
    """Return claims as a frame."""
    return frame_from_facts(claims, PART.members, PART.facts)


def holding(facts: Facts) -> dict[str, Defect]:
    """Return what holds against a claim by rule."""
    return {one.rule.id: one for one in defects_of(facts, as_of=TODAY) if one.status == "holds"}


@st.composite
def claims(draw: st.DrawFn) -> Facts:
    """Draw a claim with any facts."""
    found: Facts = {}
    for name, spec in CLAIM_FACTS.items():
        if spec.asked and name != "as_of" and draw(st.booleans()):
            members = PART.members[spec.vocabulary] if spec.vocabulary else _VALUES[spec.type]
            fitting = [one for one in members if spec.ranged or spec.type != "date" or not isinstance(one, str)]
            found[name] = draw(st.sampled_from(fitting))
    return found


def test_an_unassessed_credit_leaves_the_money_lent_and_not_returned() -> None:
    found = holding(CREDIT)["AL-11"]
    assert (found.least, found.most) == (4_500_000, 4_500_000)
    assert found.verdict == "part_not_owed"
    assert "CREDIT-ARBITER" in {one.step.id for one in found.remedies}


def test_a_penalty_drops_by_what_exceeds_the_cap() -> None:
    found = holding(CREDIT)["AL-12S"]
    assert (found.least, found.most) == (500_000, 500_000)


def test_a_futile_enforcement_tells_its_end_and_that_with_an_advance() -> None:
    found = holding(FUTILE)["AL-01"]
    assert found.ends == Span(date(2024, 5, 1), date(2024, 5, 1))
    assert found.otherwise == Span(date(2027, 5, 1), date(2027, 5, 1))
    assert (found.least, found.most) == (0, 600_000)
    assert found.presumed == ("P-RUNNING",)
    waiting = holding(FUTILE | {"order_final_on": date(2022, 5, 1), "enforcement_began_on": date(2022, 3, 1)})["AL-01W"]
    assert waiting.ends == Span(date(2028, 5, 1), date(2028, 5, 1))


def test_an_unknown_fact_leaves_a_rule_open_and_is_named() -> None:
    found = {one.rule.id: one for one in defects_of(CREDIT | {"creditworthiness_assessed": None}, as_of=TODAY)}
    assert found["AL-11"].status == "unknown"
    assert found["AL-11"].missing == ("creditworthiness_assessed",)
    assert "AL-11" not in holding(CREDIT | {"creditworthiness_assessed": True})


def test_what_holds_stands_before_what_is_open() -> None:
    statuses = [one.status for one in defects_of(CREDIT, as_of=TODAY)]
    assert statuses == sorted(statuses)
    assert set(statuses) == {"holds", "unknown"}


def test_limits_of_steps_run_from_their_events() -> None:
    facts = FUTILE | {"title_cancelled": True, "reason_learned_on": date(2026, 11, 20)}
    steps = {one.step.id: one.until for one in holding(facts)["AL-14B"].remedies}
    assert steps == {"STOP-MOTION-FILE": date(2026, 12, 7), "STOP-MOTION-COURT": None}
    no_event = {one.step.id: one.until for one in holding(FUTILE | {"title_cancelled": True})["AL-14B"].remedies}
    assert no_event["STOP-MOTION-FILE"] is None


def test_only_steps_that_fit_the_claim_are_told() -> None:
    limited = {"debt_kind": "telecom", "title_kind": "no_title", "due_on": "2019", "acknowledged": False, "sued": False}
    told = {one.step.id for one in holding(limited | {"enforcement_kind": "none"})["AL-09"].remedies}
    assert told == {"LIMITATION-NOTHING", "LIMITATION-OBJECT"}


def test_disputing_a_claim_is_told_only_where_insolvency_runs() -> None:
    told = {
        running: {one.step.id for one in holding(CREDIT | {"insolvency_running": running})["AL-11"].remedies}
        for running in (None, False, True)
    }
    assert [running for running, steps in told.items() if "CREDIT-INSOLVENCY" in steps] == [True]


def test_a_reader_is_told_what_to_verify_where_it_applies() -> None:
    told = [one.cs for one in holding(FUTILE | {"advances_paid": None})["AL-01"].verify]
    assert any("zaplatil zálohu" in text for text in told)
    assert not any("zaplatil zálohu" in one.cs for one in holding(FUTILE)["AL-01"].verify)


def test_nothing_says_that_a_claim_has_lapsed() -> None:
    rules = [rule for rule in PART.rules.values() if rule.verdict == "likely_limited"]
    assert {rule.id for rule in rules} == {"AL-09", "AL-09T", "AL-09I"}
    assert all("je promlčen" not in rule.sentence.cs for rule in rules)
    assert all("namít" in rule.sentence.cs.lower() for rule in rules)
    assert PACK.term("verdicts", "likely_limited").cs == "lze namítnout promlčení"


def test_what_is_not_settled_law_is_marked() -> None:
    assert {rule.id for rule in PART.rules.values() if rule.evidence in UNSETTLED} == {
        "AL-11T", "AL-13", "AL-13U",
    }  # fmt: skip
    found = holding(CREDIT | {"grossly_unfair": True})
    assert found["AL-13U"].to_verify
    assert not found["AL-11"].to_verify
    assert found["AL-11"].evidence == "S2"
    assert found["AL-11"].citations


def test_every_rule_has_its_worth_and_nothing_else_has() -> None:
    assert [term.more["rule"] for term in PACK.vocabularies[WORTH].values()] == list(PART.rules)
    facts = {column for spec in CLAIM_FACTS.values() for column in spec.columns}
    for term in PACK.vocabularies[WORTH].values():
        assert {term.more[name] for name in ("least", "most") if name in term.more} <= facts
        assert "most" not in term.more or part_of(term.more["most"], PACK)
        assert {term.more[name] for name in ("ends", "otherwise") if name in term.more} <= CLAIM_FACTS.keys()


def test_a_frame_tells_each_rule_of_each_claim_in_order() -> None:
    found = defects(frame(CREDIT, {}, FUTILE), as_of=TODAY)
    assert found.filter(pl.col("status") != "holds").is_empty()
    assert found["row"].to_list() == sorted(found["row"].to_list())
    assert set(found.filter(pl.col("row") == 0)["rule"]) == set(holding(CREDIT))
    assert found.filter(pl.col("row") == 1).is_empty()
    numbered = frame(CREDIT).with_columns(row=pl.lit(7, dtype=pl.UInt32))
    assert set(defects(numbered, as_of=TODAY)["row"]) == {7}


@pytest.mark.thorough
@settings(max_examples=40, deadline=None)
@given(st.lists(claims(), min_size=1, max_size=3))
def test_a_frame_and_single_claims_say_the_same(drawn: list[Facts]) -> None:
    found = defects(frame(*drawn), as_of=TODAY, unknown=True)
    for number, facts in enumerate(drawn):
        single = {
            one.rule.id: (one.status, one.least, one.most, list(one.missing)) for one in defects_of(facts, as_of=TODAY)
        }
        rows = found.filter(pl.col("row") == number).select("rule", "status", "least", "most", "missing").rows()
        assert {rule: (status, least, most, missing) for rule, status, least, most, missing in rows} == single


@pytest.mark.thorough
@settings(max_examples=60, deadline=None)
@given(claims())
def test_never_more_drops_out_than_is_owed(facts: Facts) -> None:
    whole = dropping(frame(facts), as_of=TODAY).row(0, named=True)
    for one in defects_of(facts, as_of=TODAY):
        assert one.most is None or 0 <= one.least <= max(one.most, 0)
        assert whole["balance"] is None or (one.most or 0) <= whole["balance"]
    if whole["balance"] is not None:
        assert 0 <= whole["least"] <= whole["most"] <= whole["balance"]
        assert whole["kept_least"] + whole["most"] == whole["balance"] == whole["kept_most"] + whole["least"]


def test_what_drops_out_is_not_counted_twice() -> None:
    table = dropping(frame(CREDIT, FUTILE, CREDIT | {"balance": None}, {"balance": "10"}), as_of=TODAY)
    assert table.rows() == [
        (0, 5_000_000, 4_500_000, 4_500_000, 500_000, 500_000),
        (1, 900_000, 0, 600_000, 300_000, 900_000),
        (2, None, None, None, None, None),
        (3, 1_000, 0, 0, 1_000, 1_000),
    ]


def test_the_principal_stays_where_only_what_exceeds_it_can_go() -> None:
    more: Facts = {
        "interest": "18000", "costs": "12000", "penalty_daily": 20, "credit_terms_missing": True,
        "grossly_unfair": True,
    }  # fmt: skip
    facts = CREDIT | more
    taking = {one.rule.id for one in defects_of(facts, as_of=TODAY) if one.status == "holds" and one.most}
    assert len(taking) > 2
    assert dropping(frame(facts), as_of=TODAY)["most"].to_list() == [4_500_000]
    assert dropping(frame(facts | {"costs": None}), as_of=TODAY)["most"].to_list() == [4_500_000]


def test_parts_beside_each_other_are_added_and_parts_within_each_other_are_not() -> None:
    sizes = {"contractual_penalty": 900, "interest": 180, "costs": 50, "above_principal": 1_080, "balance": 2_080}
    sums = [
        ({"penalty_above_cap": 400, "contractual_penalty": 900}, 900),
        ({"penalty_above_cap": 400, "interest": 180}, 580),
        ({"above_principal": 1_080, "penalty_above_cap": 400, "costs": 50}, 1_080),
        ({"contractual_penalty": 900, "interest": 180, "costs": 50}, 1_080),
        ({"balance": 2_080, "interest": 180}, 2_080),
        ({}, 0),
    ]
    assert [together(taken, sizes, PACK, INTEGERS) for taken, _ in sums] == [most for _, most in sums]


_AMOUNTS = st.dictionaries(st.sampled_from([part.code for part in parts(PACK)]), st.integers(0, 1_000))


@settings(max_examples=200, deadline=None)
@given(_AMOUNTS, _AMOUNTS, st.sampled_from([part.code for part in parts(PACK)]), st.integers(0, 1_000))
def test_together_is_between_the_largest_and_the_sum_and_one_more_never_lowers_it(
    drawn: dict[str, int], sizes: dict[str, int], more: str, amount: int
) -> None:
    balance = max([amount, *drawn.values(), *sizes.values()])
    whole = sizes | {"balance": balance}
    found = together(drawn, whole, PACK, INTEGERS)
    assert max(drawn.values(), default=0) <= found <= min(sum(drawn.values()), balance)
    assert together(drawn | {more: max(amount, drawn.get(more, 0))}, whole, PACK, INTEGERS) >= found


@pytest.mark.thorough
@settings(max_examples=40, deadline=None)
@given(claims())
def test_a_claim_a_frame_and_many_what_ifs_drop_the_same(facts: Facts) -> None:
    one = dropping(frame(facts), as_of=TODAY).row(0, named=True)
    assert drops(defects_of(facts, as_of=TODAY), one["balance"]) == (one["least"], one["most"])
    assert held(frame(facts), as_of=TODAY)["most"].to_list() == [one["most"]]


def test_costs_that_nobody_told_are_not_taken_for_the_whole_debt() -> None:
    untold = FUTILE | {"costs": None}
    found = holding(untold)["AL-01"]
    assert (found.least, found.most) == (0, None)
    assert found.takes[0] == ("costs", 900_000)
    assert drops(defects_of(untold, as_of=TODAY), 900_000) == (0, 0)
    assert dropping(frame(untold), as_of=TODAY).row(0) == (0, 900_000, 0, 0, 900_000, 900_000)
    assert held(frame(untold), as_of=TODAY)["most"].to_list() == [0]


def test_a_frame_without_balances_drops_nothing_that_is_known() -> None:
    table = dropping(frame({"debt_kind": "loan"}), as_of=TODAY)
    assert table.row(0) == (0, None, None, None, None, None)


def test_law_that_is_not_settled_is_no_sure_saving() -> None:
    facts = {"debt_kind": "telecom", "title_kind": "no_title", "balance": "100", "contractual_penalty": "40",
             "penalty_disproportionate": True}  # fmt: skip
    assert dropping(frame(facts), as_of=TODAY).row(0) == (0, 10_000, 0, 4_000, 6_000, 10_000)


def test_the_day_must_be_known_and_facts_must_fit() -> None:
    with pytest.raises(HorizonError):
        defects(frame(CREDIT), as_of=date(2027, 1, 1))
    with pytest.raises(HorizonError):
        defects_of(CREDIT, as_of=date(2024, 9, 30))
    with pytest.raises(InputError):
        defects_of({"debt_kind": "nothing"}, as_of=TODAY)
