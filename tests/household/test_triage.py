"""Triage: one class for each obligation, the most urgent possible while something is unknown, the same order always."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.case.obligations import KEYS
from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.households import OBLIGATION_FACTS
from dluhy.facts.schema import dtype_of
from dluhy.household.triage import COLUMNS, OWN, PARTITION, ordered_rules, step_at_hand, triage
from dluhy.law.models import Bilingual, Ladder
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AS_OF = date(2026, 11, 21)
PACK = default_pack()
PART = PACK.of("obligations")
KINDS = PACK.members["obligation_kinds"]
TITLE = Bilingual(cs="postup", en="ladder")
DEBT: dict[str, Any] = {
    "overdue": 100_000, "running": False, "of_former_home": False, "enforced": False, "pledged": False,
    "informal": False, "criminal_penalty": False, "settled_in_insolvency": False, "contested": False,
}  # fmt: skip
PAYMENT: dict[str, Any] = DEBT | {"overdue": 0, "running": True}
YES_NO = (
    "running", "of_former_home", "enforced", "pledged", "informal", "criminal_penalty", "settled_in_insolvency",
    "contested",
)  # fmt: skip
PAYABLE: dict[str, Any] = {"settled_in_insolvency": False, "contested": False}
"""What is known of a debt that is to be paid at all."""
TRUTH = st.fixed_dictionaries(
    {"obligation_kind": st.sampled_from(KINDS), "overdue": st.sampled_from([0, 1, LARGEST_HALERE])}
    | {name: st.booleans() for name in YES_NO}
)


def frame(rows: Sequence[Mapping[str, Any]], **more: Sequence[Any]) -> pl.DataFrame:
    """Return obligations as a frame; facts that a row does not give are unknown."""
    schema = {
        name: dtype_of(spec, PACK.members)
        for name, spec in OBLIGATION_FACTS.items()
        if name != "as_of" and any(name in row for row in rows)
    }
    made = pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)
    return made.with_columns(pl.Series(name, values) for name, values in more.items())


def placed(kind: str | None, **facts: Any) -> dict[str, Any]:  # noqa: ANN401 - facts
    """Return the row of one obligation; facts that are not given are unknown."""
    return triage(frame([{"obligation_kind": kind} | facts]), PACK, AS_OF).row(0, named=True)


@pytest.mark.parametrize(
    ("kind", "facts", "rank", "rule"),
    [
        ("rent", PAYMENT, 0, "TRIAGE_LIVING"),
        ("home_services", PAYMENT, 0, "TRIAGE_LIVING"),
        ("energy", PAYMENT, 0, "TRIAGE_LIVING"),
        ("school", PAYMENT, 0, "TRIAGE_LIVING"),
        ("health_bill", PAYMENT, 0, "TRIAGE_LIVING"),
        ("rent", DEBT, 1, "TRIAGE_HOME"),
        ("home_services", DEBT, 1, "TRIAGE_HOME"),
        ("rent", DEBT | {"enforced": True}, 1, "TRIAGE_HOME"),
        ("energy", DEBT, 2, "TRIAGE_ENERGY"),
        ("energy", DEBT | {"of_former_home": True, "running": True}, 2, "TRIAGE_ENERGY"),
        ("maintenance", DEBT, 3, "TRIAGE_MAINTENANCE"),
        ("maintenance", PAYMENT, 3, "TRIAGE_MAINTENANCE"),
        ("criminal_fine", DEBT, 4, "TRIAGE_CRIMINAL"),
        ("damages", DEBT | {"criminal_penalty": True}, 4, "TRIAGE_CRIMINAL"),
        ("fine", DEBT, 4, "TRIAGE_FINE"),
        ("health_insurance", DEBT, 5, "TRIAGE_PUBLIC"),
        ("social_insurance", DEBT, 5, "TRIAGE_PUBLIC"),
        ("tax", DEBT | {"enforced": True}, 5, "TRIAGE_PUBLIC"),
        ("local_fee", DEBT, 5, "TRIAGE_PUBLIC"),
        ("other_public", DEBT, 5, "TRIAGE_PUBLIC"),
        ("mortgage", PAYMENT, 6, "TRIAGE_PLEDGE"),
        ("secured_loan", DEBT, 6, "TRIAGE_PLEDGE"),
        ("loan", DEBT | {"pledged": True, "enforced": True}, 6, "TRIAGE_PLEDGE"),
        ("loan", DEBT | {"enforced": True}, 7, "TRIAGE_ENFORCED"),
        ("rent", DEBT | {"of_former_home": True, "enforced": True}, 7, "TRIAGE_ENFORCED"),
        ("family_loan", DEBT | {"enforced": True}, 7, "TRIAGE_ENFORCED"),
        ("loan", DEBT, 8, "TRIAGE_ORDINARY"),
        ("telecom", DEBT, 8, "TRIAGE_ORDINARY"),
        ("transport_fare", DEBT, 8, "TRIAGE_ORDINARY"),
        ("library", DEBT, 8, "TRIAGE_ORDINARY"),
        ("school", DEBT, 8, "TRIAGE_ORDINARY"),
        ("energy", DEBT | {"of_former_home": True}, 8, "TRIAGE_ORDINARY"),
        ("damages", DEBT, 8, "TRIAGE_ORDINARY"),
        ("court_costs", DEBT, 8, "TRIAGE_ORDINARY"),
        ("insurance", PAYMENT, 8, "TRIAGE_ORDINARY"),
        ("family_loan", DEBT, 9, "TRIAGE_INFORMAL"),
        ("loan", DEBT | {"informal": True}, 9, "TRIAGE_INFORMAL"),
        ("fine", DEBT | {"criminal_penalty": True}, 4, "TRIAGE_CRIMINAL"),
        ("rent", DEBT | {"overdue": 0}, 8, "TRIAGE_ORDINARY"),
        ("local_fee", DEBT | {"contested": True, "enforced": True}, 10, "TRIAGE_CONTESTED"),
        ("rent", DEBT | {"contested": True}, 10, "TRIAGE_CONTESTED"),
        ("maintenance", DEBT | {"contested": True}, 10, "TRIAGE_CONTESTED"),
        ("loan", DEBT | {"settled_in_insolvency": True}, 11, "TRIAGE_SETTLED"),
        ("rent", DEBT | {"settled_in_insolvency": True}, 11, "TRIAGE_SETTLED"),
        ("mortgage", DEBT | {"settled_in_insolvency": True, "contested": True}, 11, "TRIAGE_SETTLED"),
        ("damages", DEBT | {"settled_in_insolvency": True, "criminal_penalty": True}, 11, "TRIAGE_SETTLED"),
        ("maintenance", DEBT | {"settled_in_insolvency": True}, 3, "TRIAGE_MAINTENANCE"),
        ("criminal_fine", DEBT | {"settled_in_insolvency": True}, 4, "TRIAGE_CRIMINAL"),
        ("fine", DEBT | {"settled_in_insolvency": True}, 4, "TRIAGE_FINE"),
    ],
)
def test_each_obligation_has_its_class(kind: str, facts: dict[str, Any], rank: int, rule: str) -> None:
    row = placed(kind, **facts)

    assert (row["rank"], row["rule"], row["certain"], row["missing"]) == (rank, rule, True, [])
    assert row["evidence"] == PACK.rules[rule].evidence
    assert row["class"] == PACK.rules[rule].verdict
    assert row["offered"] is (rank in {8, 9})


def test_exactly_one_class_holds_of_everything_that_is_known() -> None:
    rows = [
        {"obligation_kind": kind, "overdue": overdue} | dict(zip(YES_NO, answers, strict=True))
        for kind, overdue, answers in product(KINDS, (0, 1), product((True, False), repeat=len(YES_NO)))
    ]
    judged = Engine(PACK, functions(), "obligations").evaluate(frame(rows), AS_OF, masks=False)
    ids = [rule.id for rule in PART.partitions[PARTITION]]

    assert judged.select(pl.sum_horizontal(pl.col(i).cast(pl.Int32) for i in ids).unique()).to_series().to_list() == [1]


def test_the_classes_have_the_ranks_from_0_to_11_without_a_gap() -> None:
    ranks = [PACK.term("verdicts", rule.verdict).more["rank"] for rule in ordered_rules(PACK)]

    assert ranks == sorted(ranks)
    assert set(ranks) == set(range(12))


@pytest.mark.parametrize(
    ("kind", "facts", "rule", "missing"),
    [
        (None, PAYABLE, "TRIAGE_LIVING", ["obligation_kind", "overdue", "running"]),
        (None, PAYABLE | {"running": False}, "TRIAGE_HOME", ["obligation_kind", "overdue", "of_former_home"]),
        (None, DEBT, "TRIAGE_HOME", ["obligation_kind"]),
        ("rent", PAYABLE | {"running": True}, "TRIAGE_LIVING", ["overdue"]),
        ("loan", DEBT | {"contested": None}, "TRIAGE_ORDINARY", ["contested"]),
        ("loan", DEBT | {"settled_in_insolvency": None}, "TRIAGE_ORDINARY", ["settled_in_insolvency"]),
        ("fine", DEBT | {"criminal_penalty": None}, "TRIAGE_CRIMINAL", ["criminal_penalty"]),
        ("rent", PAYABLE | {"overdue": 1, "running": False}, "TRIAGE_HOME", ["of_former_home"]),
        ("energy", PAYABLE | {"overdue": 1}, "TRIAGE_ENERGY", ["running", "of_former_home"]),
        ("other", PAYABLE | {"overdue": 1}, "TRIAGE_CRIMINAL", ["criminal_penalty"]),
        ("loan", PAYABLE | {"overdue": 1}, "TRIAGE_PLEDGE", ["pledged"]),
        ("loan", PAYABLE | {"overdue": 1, "pledged": False}, "TRIAGE_ENFORCED", ["enforced"]),
        ("loan", PAYABLE | {"overdue": 1, "pledged": False, "enforced": False}, "TRIAGE_ORDINARY", ["informal"]),
        ("telecom", PAYABLE, "TRIAGE_ENFORCED", ["enforced"]),
    ],
)
def test_what_is_unknown_is_asked_for_and_taken_for_the_most_urgent_it_can_be(
    kind: str | None, facts: dict[str, Any], rule: str, missing: list[str]
) -> None:
    row = placed(kind, **facts)

    assert (row["rule"], row["missing"]) == (rule, missing)
    assert (row["certain"], row["evidence"]) == (False, "?")


@pytest.mark.parametrize("kind", ["maintenance", "criminal_fine", "tax", "mortgage", "local_fee"])
def test_the_kind_alone_decides_where_nothing_else_can(kind: str) -> None:
    assert placed(kind, **PAYABLE)["certain"]


@settings(deadline=None, max_examples=80)
@given(truth=TRUTH, forgotten=st.sets(st.sampled_from(["obligation_kind", "overdue", *YES_NO])))
def test_an_obligation_known_in_part_never_stands_behind_its_true_class(
    truth: dict[str, Any], forgotten: set[str]
) -> None:
    known = {name: value for name, value in truth.items() if name not in forgotten}
    both = triage(frame([truth, truth | dict.fromkeys(forgotten)], id=["truth", "part"]), PACK, AS_OF)
    full, part = (both.filter(pl.col("id") == name).row(0, named=True) for name in ("truth", "part"))

    assert full["certain"]
    assert part["rank"] <= full["rank"]
    if part["certain"]:
        assert part["rule"] == full["rule"], known
    else:
        assert set(part["missing"]) <= forgotten
        assert part["missing"]


def test_classes_come_in_their_order_and_a_sentence_before_a_fine() -> None:
    kinds = ["family_loan", "loan", "tax", "fine", "criminal_fine", "maintenance", "energy", "rent"]
    rows = [DEBT | {"obligation_kind": kind} for kind in kinds]

    ordered = triage(frame(rows), PACK, AS_OF)

    assert ordered["obligation_kind"].to_list() == kinds[::-1]
    assert ordered["order"].to_list() == list(range(1, 9))
    assert ordered["rank"].to_list() == [1, 2, 3, 4, 4, 5, 8, 9]


def test_inside_a_class_what_costs_most_a_month_comes_first_and_what_is_unknown_last() -> None:
    rows = [DEBT | {"obligation_kind": "loan", "monthly_growth": each} for each in (5, None, 7, 5, 0, LARGEST_HALERE)]

    ordered = triage(frame(rows, id=list("abcdef")), PACK, AS_OF)

    assert "".join(ordered["id"]) == "fcadeb"


def test_a_loss_already_announced_comes_first_in_its_class_and_no_further() -> None:
    rows = [
        DEBT | {"obligation_kind": "energy", "monthly_growth": 900, "cut_off_announced": False},
        DEBT | {"obligation_kind": "energy", "monthly_growth": 1, "cut_off_announced": True},
        DEBT | {"obligation_kind": "rent", "monthly_growth": 2, "notice_of_landlord": None},
        DEBT | {"obligation_kind": "rent", "monthly_growth": 1, "notice_of_landlord": True},
    ]

    ordered = triage(frame(rows, id=list("abcd")), PACK, AS_OF)

    assert "".join(ordered["id"]) == "dcba"


@pytest.mark.thorough
@settings(deadline=None, max_examples=40)
@given(rows=st.lists(TRUTH, min_size=1, max_size=8), growth=st.data(), seed=st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_list(
    rows: list[dict[str, Any]],
    growth: st.DataObject,
    seed: Any,  # noqa: ANN401 - a generator
) -> None:
    costs = growth.draw(st.lists(st.integers(0, 9**9), min_size=len(rows), max_size=len(rows), unique=True))
    owed = [row | {"monthly_growth": cost} for row, cost in zip(rows, costs, strict=True)]
    shuffled = seed.sample(owed, len(owed))

    one, other = (triage(frame(each), PACK, AS_OF).drop("order") for each in (owed, shuffled))

    assert one.equals(other)
    assert triage(frame(owed), PACK, AS_OF).equals(triage(frame(owed), PACK, AS_OF))


def test_the_columns_of_the_list_stay_and_an_earlier_result_is_replaced() -> None:
    first = triage(frame([DEBT | {"obligation_kind": "loan"}], id=["a"], creditor=["Věřitel A"]), PACK, AS_OF)
    again = triage(first, PACK, AS_OF)

    assert first.columns[-len(COLUMNS) :] == list(COLUMNS)
    assert again.equals(first)
    assert (first["id"][0], first["creditor"][0]) == ("a", "Věřitel A")


@pytest.mark.parametrize("empty", [pl.DataFrame(), frame([DEBT | {"obligation_kind": "loan"}]).clear()])
def test_a_household_without_obligations_has_none_to_calm(empty: pl.DataFrame) -> None:
    ordered = triage(empty, PACK, AS_OF)

    assert ordered.height == 0
    assert ordered.columns == [*empty.columns, *COLUMNS]


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1)])
def test_a_day_the_pack_does_not_know_is_refused(day: date) -> None:
    with pytest.raises(HorizonError):
        triage(frame([DEBT]), PACK, day)


def test_every_class_says_its_consequence_and_what_to_do_in_both_languages() -> None:
    for rule in PART.partitions[PARTITION]:
        assert rule.remedies, rule.id
        assert set(rule.remedies) <= set(PART.ladders)
        for text in (rule.title, rule.sentence, rule.reasoning):
            assert text.text("cs") != text.text("en")


def test_a_step_that_is_for_one_kind_is_met_by_a_rule_of_its_ladder() -> None:
    """A condition of a step reads facts of obligations only, so that it can be evaluated where its rule holds."""
    for name, start in (("RM-PENALTY", "obligation_kind"), ("RM-PUBLIC", "obligation_kind"), ("RM-PLEDGE", "is_")):
        conditions = [step.if_ for step in PART.ladders[name].step if step.if_]
        assert len(conditions) == len(PART.ladders[name].step)
        assert all(text.startswith(start) for text in conditions)


@pytest.mark.parametrize(
    ("ladder", "facts", "step"),
    [
        ("RM-PUBLIC", {"obligation_kind": "local_fee"}, "PUBLIC-LAPSE"),
        ("RM-PUBLIC", {"obligation_kind": "tax"}, "PUBLIC-LAPSE"),
        ("RM-PUBLIC", {"obligation_kind": "social_insurance"}, "PUBLIC-LAPSE-SOCIAL"),
        ("RM-PUBLIC", {"obligation_kind": "health_insurance"}, "PUBLIC-STATE"),
        ("RM-PUBLIC", {"obligation_kind": None}, "PUBLIC-STATE"),
        ("RM-PENALTY", {"obligation_kind": "fine"}, "PENALTY-COURT"),
        ("RM-PENALTY", {"obligation_kind": "damages"}, "PENALTY-CONDITION"),
        ("RM-FINE", {"obligation_kind": "fine"}, "FINE-LAPSE"),
        ("RM-PLEDGE", {"obligation_kind": "mortgage"}, "PLEDGE-ARREARS"),
        ("RM-PLEDGE", {"obligation_kind": "mortgage", "overdue": 0}, "PLEDGE-BANK"),
        ("RM-PENALTY", {"obligation_kind": "tax"}, None),
    ],
)
def test_the_step_at_hand_is_for_one_of_the_obligations(ladder: str, facts: dict[str, Any], step: str | None) -> None:
    judged = Engine(PACK, functions(), "obligations").evaluate(frame([DEBT | facts]), AS_OF, masks=False)

    found = step_at_hand(PART.ladders[ladder], judged.to_dicts())

    assert (found.id if found else None) == step


def test_of_several_obligations_the_step_of_any_is_at_hand() -> None:
    rows = [DEBT | {"obligation_kind": kind} for kind in ("local_fee", "social_insurance")]
    judged = Engine(PACK, functions(), "obligations").evaluate(frame(rows), AS_OF, masks=False)

    found = step_at_hand(PART.ladders["RM-PUBLIC"], judged.to_dicts())

    assert found is not None
    assert found.id == "PUBLIC-LAPSE-SOCIAL"


def test_no_text_of_a_debt_in_enforcement_says_that_it_is_enforced_while_nobody_knows() -> None:
    rule = PACK.rules["TRIAGE_ENFORCED"]

    assert "už" not in rule.title.cs + rule.sentence.cs
    assert "zjistěte" in rule.sentence.cs


def test_what_a_household_and_an_obligation_share_depends_on_the_day_only() -> None:
    shared = set(PART.ladders) & set(PACK.of("households").ladders)
    conditions = [step.if_ for name in shared for step in PACK.ladders[name].step if step.if_]

    assert {"RM-RENT", "RM-ENERGY", "RM-MAINTENANCE"} <= shared
    assert all(text.split()[0] == "as_of" and " AND obligation" not in text for text in conditions)


def steps_on(ladder: str, kind: str, day: date) -> list[str]:
    """Return the steps of a ladder that are for an obligation of a kind on a day."""
    row = Engine(PACK, functions(), "obligations").evaluate(frame([DEBT | {"obligation_kind": kind}]), day, masks=False)
    steps = PART.ladders[ladder].step
    return [
        step.id for step in steps if step_at_hand(Ladder(id="X", topic="x", title=TITLE, step=[step]), row.to_dicts())
    ]


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 1, 1), ["RENT-ADVICE-COUNSEL"]),
        (date(2026, 6, 30), ["RENT-ADVICE-COUNSEL"]),
        (date(2026, 7, 1), ["RENT-ADVICE-SUMMER"]),
        (date(2026, 8, 31), ["RENT-ADVICE-SUMMER"]),
        (date(2026, 9, 1), ["RENT-ADVICE"]),
    ],
)
def test_housing_support_is_advised_from_its_day_where_one_applies_then(day: date, advice: list[str]) -> None:
    assert [step for step in steps_on("RM-RENT", "rent", day) if "ADVICE" in step] == advice


@pytest.mark.parametrize(
    ("day", "benefit"),
    [(date(2025, 9, 30), "LIVING-FORMER"), (date(2025, 10, 1), "LIVING-BENEFIT")],
)
def test_the_benefit_is_advised_from_the_day_it_exists(day: date, benefit: str) -> None:
    found = steps_on("RM-LIVING", "rent", day)

    assert [step for step in found if step in {"LIVING-FORMER", "LIVING-BENEFIT"}] == [benefit]
    assert ("RENT-BENEFIT" in steps_on("RM-RENT", "rent", day)) == (benefit == "LIVING-BENEFIT")


@pytest.mark.parametrize("kind", ["tax", "local_fee", "other_public", "social_insurance", "health_insurance"])
def test_an_old_public_debt_is_checked_for_its_lapse_before_instalments_are_asked_for(kind: str) -> None:
    found = steps_on("RM-PUBLIC", kind, AS_OF)
    lapse = [place for place, step in enumerate(found) if "LAPSE" in step]

    assert len(lapse) == 1
    assert lapse[0] == (1 if kind == "health_insurance" else 0)
    assert found[lapse[0] + 1 :]


def test_who_cannot_pay_a_criminal_fine_is_told_of_deferral_waiver_and_payment_after_conversion() -> None:
    found = steps_on("RM-PENALTY", "criminal_fine", AS_OF)

    assert found == ["PENALTY-COURT", "PENALTY-WAIVE", "PENALTY-AVERT", "PENALTY-LAPSE"]
    assert steps_on("RM-FINE", "fine", AS_OF) == ["FINE-LAPSE", "PENALTY-FINE"]
    assert PACK.steps["PENALTY-COURT"][1].citations[0].at == "141/1961 § 341"


def test_an_owner_is_told_that_enforcement_of_an_ordinary_debt_may_reach_the_home() -> None:
    rule = PACK.rules["TRIAGE_ORDINARY"]

    assert "100 000 Kč" in rule.sentence.cs
    assert any(cite.at == "99/1963 § 336i odst. 2" for cite in rule.citations)


@pytest.mark.parametrize(
    ("columns", "code", "place"),
    [
        ({"overdeu": [1]}, "unknown_fact", "column overdeu"),
        ({"overdue": ["100"]}, "column_type", "column overdue"),
        ({"overdue": [1.5]}, "column_type", "column overdue"),
        ({"running": [1]}, "column_type", "column running"),
        ({"obligation_kind": ["rnet"]}, "unknown_member", "column obligation_kind"),
        ({"overdue_months": [2**31]}, "value", "column overdue_months"),
    ],
)
def test_a_column_that_would_not_be_read_is_an_error_not_an_unknown(
    columns: dict[str, list[Any]], code: str, place: str
) -> None:
    with pytest.raises(InputError) as refusal:
        triage(pl.DataFrame(columns), PACK, AS_OF)
    assert [(problem.code, problem.place) for problem in refusal.value.problems] == [(code, place)]


def test_every_fault_of_the_columns_is_told_at_once() -> None:
    with pytest.raises(InputError) as refusal:
        triage(pl.DataFrame({"overdeu": [1], "running": ["ano"]}), PACK, AS_OF)
    assert len(refusal.value.problems) == 2


def test_codes_may_be_plain_text_and_numbers_of_any_whole_type() -> None:
    plain = pl.DataFrame({"obligation_kind": ["rent"], "overdue": pl.Series([100], dtype=pl.UInt8), "running": [True]})
    typed = frame([{"obligation_kind": "rent", "overdue": 100, "running": True}])

    assert triage(plain, PACK, AS_OF).select(COLUMNS).equals(triage(typed, PACK, AS_OF).select(COLUMNS))


def test_what_obligations_of_a_case_hold_beside_their_facts_may_stand_there() -> None:
    assert set(KEYS) <= set(OWN)
