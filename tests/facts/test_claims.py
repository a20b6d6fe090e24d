"""What is read off a private claim: its surcharge and cap, its ends, and what share of all comes from childhood."""

from __future__ import annotations

from datetime import date
from itertools import product

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.one_fact import PACK, computed
from tests.strategies import Facts, examples, judge

from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FACTS, dtype_of

Bounds = tuple[object, object]
UNKNOWN: Bounds = (None, None)
TITLES = [code for code in PACK.members["title_kinds"] if code not in {"no_title", "other_title"}]


@pytest.mark.parametrize(
    ("surcharge", "fare", "principal", "bounds"),
    [
        ("1000", None, None, (100_000, 100_000)),
        ("1000", "24", "1500", (100_000, 100_000)),
        (None, "24", "1024.01", (100_001, 100_001)),
        (None, "24", "24", (0, 0)),
        (None, "24", "20", (0, 0)),
        (None, None, "1024", (None, 102_400)),
        (None, "24", None, UNKNOWN),
        (None, None, None, UNKNOWN),
        ("0", "24", "1024", (0, 0)),
    ],
)
def test_a_surcharge_is_what_is_stated_or_what_the_principal_leaves_over_the_fare(
    surcharge: str | None, fare: str | None, principal: str | None, bounds: Bounds
) -> None:
    facts: Facts = {"surcharge": surcharge, "fare": fare, "principal": principal}
    assert computed("surcharge_charged", [facts]) == [bounds]


@pytest.mark.parametrize(
    ("arose_on", "cap"),
    [
        (date(2013, 4, 30), 1_000),
        (date(2013, 5, 1), 1_500),
        (date(2023, 12, 31), 1_500),
        (date(2024, 1, 1), 2_500),
        (date(2025, 9, 10), 2_500),
        ("2013-04", 1_000),
        ("2013-05", 1_500),
        ("2013-04/2013-05", None),
        ("2013", None),
        ("2023/2024", None),
        ("2024/2025", 2_500),
        ({"from": date(2025, 9, 10)}, None),
        ({"to": date(2013, 4, 30)}, None),
        (None, None),
    ],
)
def test_the_cap_is_that_of_the_day_of_the_ride_if_all_possible_days_share_it(
    arose_on: object, cap: int | None
) -> None:
    assert computed("surcharge_cap", [{"arose_on": arose_on}]) == [None if cap is None else cap * 100]


OPEN, OVER = ("running", "suspended"), ("stopped", "ended")
BY_SOMEBODY = ("tax", "court_executor")


@pytest.mark.parametrize(
    ("balance", "statuses", "kinds", "finished"),
    [
        ("0", OVER, (*BY_SOMEBODY, None), True),
        ("-0.01", OVER, (*BY_SOMEBODY, None), True),
        ("0", (*OPEN, *OVER, None), ("none",), True),
        ("0", OPEN, (*BY_SOMEBODY, None), False),
        ("0", (None,), (*BY_SOMEBODY, None), None),
        ("0.01", (*OPEN, *OVER, None), (*BY_SOMEBODY, "none", None), False),
        (None, OPEN, (*BY_SOMEBODY, None), False),
        (None, (*OVER, None), (*BY_SOMEBODY, "none", None), None),
        (None, OPEN, ("none",), None),
    ],
)
def test_a_debt_is_finished_if_it_is_paid_and_nobody_enforces_it(
    balance: str | None, statuses: tuple[str | None, ...], kinds: tuple[str | None, ...], *, finished: bool | None
) -> None:
    rows: list[Facts] = [
        {"balance": balance, "enforcement_status": status, "enforcement_kind": kind}
        for status, kind in product(statuses, kinds)
    ]
    assert computed("debt_finished", rows) == [finished] * len(rows)


@pytest.mark.parametrize(
    ("title", "due_on", "issued_on", "bounds"),
    [
        ("no_title", date(2020, 5, 31), None, (date(2023, 5, 31), date(2023, 5, 31))),
        ("no_title", date(2020, 2, 29), None, (date(2023, 2, 28), date(2023, 2, 28))),
        ("no_title", "2020-05", None, (date(2023, 5, 1), date(2023, 5, 31))),
        ("no_title", {"from": date(2020, 5, 1)}, None, (date(2023, 5, 1), None)),
        ("no_title", {"to": date(2020, 5, 1)}, None, (None, date(2023, 5, 1))),
        ("no_title", None, date(2020, 5, 31), UNKNOWN),
        ("judgment", date(2012, 5, 31), date(2014, 5, 31), (date(2024, 5, 31), date(2024, 5, 31))),
        ("judgment", None, "2014-05", (date(2024, 5, 1), date(2024, 5, 31))),
        ("judgment", date(2012, 5, 31), None, (date(2015, 5, 31), None)),
        ("judgment", date(2012, 5, 31), {"to": date(2014, 5, 31)}, (date(2015, 5, 31), date(2024, 5, 31))),
        ("judgment", None, None, UNKNOWN),
        ("other_title", date(2012, 5, 31), date(2014, 5, 31), (date(2015, 5, 31), None)),
        (None, "2012-05", date(2014, 5, 31), (date(2015, 5, 1), None)),
        (None, None, date(2014, 5, 31), UNKNOWN),
    ],
)
def test_limitation_ends_three_years_after_the_due_day_or_ten_after_a_decision(
    title: str | None, due_on: object, issued_on: object, bounds: Bounds
) -> None:
    facts: Facts = {"title_kind": title, "due_on": due_on, "title_issued_on": issued_on}
    assert computed("limitation_ends_on", [facts]) == [bounds]


@pytest.mark.parametrize("title", TITLES)
def test_every_decision_of_an_authority_has_ten_years(title: str) -> None:
    facts: Facts = {"title_kind": title, "due_on": date(2012, 5, 31), "title_issued_on": date(2014, 5, 31)}
    assert computed("limitation_ends_on", [facts]) == [(date(2024, 5, 31), date(2024, 5, 31))]


NEVER: Facts = {"nothing_recovered": True}


@pytest.mark.parametrize(
    ("began", "clause", "bounds"),
    [
        (date(2018, 1, 1), date(2018, 3, 31), (date(2024, 3, 31), date(2024, 3, 31))),
        (None, date(2018, 3, 31), (date(2024, 3, 31), date(2024, 3, 31))),
        (date(2018, 1, 1), None, (date(2024, 1, 1), date(2024, 1, 1))),
        (date(2015, 1, 1), date(2015, 3, 31), (date(2023, 1, 1), date(2023, 1, 1))),
        (date(2016, 1, 1), date(2016, 12, 31), (date(2023, 1, 1), date(2023, 1, 1))),
        (date(2016, 1, 1), date(2017, 1, 1), (date(2023, 1, 1), date(2023, 1, 1))),
        (date(2016, 1, 1), date(2017, 1, 2), (date(2023, 1, 2), date(2023, 1, 2))),
        (date(2021, 12, 1), date(2021, 12, 31), (date(2027, 12, 31), date(2027, 12, 31))),
        (date(2021, 12, 31), date(2022, 1, 1), (date(2028, 1, 1), date(2028, 1, 1))),
        (date(2021, 12, 31), date(2022, 6, 1), (date(2028, 1, 1), date(2028, 1, 1))),
        (date(2022, 1, 1), date(2022, 6, 1), (date(2028, 6, 1), date(2028, 6, 1))),
        (date(2022, 1, 1), None, (date(2028, 1, 1), date(2028, 1, 1))),
        (None, date(2022, 6, 1), (date(2028, 1, 1), date(2028, 6, 1))),
        ("2021/2022", date(2022, 6, 1), (date(2028, 1, 1), date(2028, 6, 1))),
        ("2021/2022", None, (date(2027, 1, 1), date(2028, 12, 31))),
        (date(2018, 1, 1), "2018-03", (date(2024, 3, 1), date(2024, 3, 31))),
        (date(2015, 1, 1), "2016/2017", (date(2023, 1, 1), date(2023, 12, 31))),
        (date(2021, 1, 1), "2021/2022", (date(2027, 1, 1), date(2028, 1, 1))),
        (date(2018, 1, 1), {"from": date(2018, 3, 1)}, (date(2024, 3, 1), date(2028, 1, 1))),
        (date(2018, 1, 1), {"to": date(2018, 3, 1)}, (date(2024, 1, 1), date(2024, 3, 1))),
        (date(2023, 1, 1), {"from": date(2023, 3, 1)}, (date(2029, 3, 1), None)),
        (None, {"to": date(2018, 3, 1)}, (None, date(2024, 3, 1))),
        ({"to": date(2018, 3, 1)}, None, (None, date(2024, 3, 1))),
        (date(2020, 1, 1), date(2020, 2, 29), (date(2026, 2, 28), date(2026, 2, 28))),
        (None, None, UNKNOWN),
    ],
)
def test_six_fruitless_years_run_from_the_clause_and_those_of_old_enforcements_end_from_2023(
    began: object, clause: object, bounds: Bounds
) -> None:
    facts: Facts = {"enforcement_began_on": began, "order_final_on": clause, **NEVER}
    assert computed("fruitless_ends_on", [facts]) == [bounds]


@pytest.mark.parametrize(
    ("recovered", "nothing", "bounds"),
    [
        (None, True, (date(2024, 3, 31), date(2024, 3, 31))),
        (date(2020, 5, 31), False, (date(2026, 5, 31), date(2026, 5, 31))),
        (date(2020, 5, 31), None, (date(2026, 5, 31), date(2026, 5, 31))),
        (date(2020, 5, 31), True, (date(2026, 5, 31), date(2026, 5, 31))),
        (date(2018, 3, 30), False, (date(2024, 3, 31), date(2024, 3, 31))),
        ("2020", False, (date(2026, 1, 1), date(2026, 12, 31))),
        ({"from": date(2020, 1, 1)}, False, (date(2026, 1, 1), None)),
        ({"from": date(2020, 1, 1)}, True, (date(2026, 1, 1), None)),
        ({"to": date(2020, 1, 1)}, False, (date(2024, 3, 31), date(2026, 1, 1))),
        (None, False, (date(2024, 3, 31), None)),
        (None, None, (date(2024, 3, 31), None)),
    ],
)
def test_every_recovery_begins_the_six_years_anew(recovered: object, nothing: object, bounds: Bounds) -> None:
    """Where it is not known whether and when anything was recovered, the end is not known either."""
    facts: Facts = {"enforcement_began_on": date(2018, 1, 1), "order_final_on": date(2018, 3, 31)}
    facts |= {"last_recovered_on": recovered, "nothing_recovered": nothing}
    assert computed("fruitless_ends_on", [facts]) == [bounds]


def test_a_recovery_before_2017_leaves_the_end_of_old_enforcements_and_one_without_a_beginning_gives_no_end() -> None:
    old: Facts = {"order_final_on": date(2012, 3, 31), "last_recovered_on": date(2016, 12, 31)}
    alone: Facts = {"last_recovered_on": date(2020, 5, 31)}
    assert computed("fruitless_ends_on", [old, alone]) == [
        (date(2023, 1, 1), date(2023, 1, 1)),
        (date(2026, 5, 31), None),
    ]


CHILD: Facts = {"debt_kind": "library", "age_on_minority_day": 17}
ADULT: Facts = {"debt_kind": "library", "age_on_minority_day": 18}
EITHER: Facts = {"debt_kind": "library", "age_on_minority_day": {"from": 17, "to": 18}}
LOAN: Facts = {"debt_kind": "loan", "age_on_minority_day": 20, "secured": False}
DROPPING = [
    rule.id
    for rule in PACK.partitions["who_owes"]
    if PACK.vocabularies["verdicts"][rule.verdict].more["child_owes"] == "no"
]


def owed(claim: Facts, balance: str | None, **more: object) -> Facts:
    """Return a claim with its balance."""
    return {**claim, "balance": balance, **more}


def reached(rows: list[Facts], dropped: list[bool | None] | None = None) -> object:
    """Return whether two thirds are from childhood; given what a rule says of each claim, of the claims kept."""
    name = "childhood_two_thirds" if dropped is None else "childhood_two_thirds_kept"
    frame = frame_from_facts(rows, PACK.members)
    unknown = [
        pl.Series(column, [None] * frame.height, dtype=dtype_of(FACTS[item], PACK.members))
        for item in FACTS[name].inputs
        for column in FACTS[item].columns
        if column not in frame.columns
    ]
    statuses = [pl.Series(rule_id, [False] * frame.height) for rule_id in DROPPING]
    statuses += [] if dropped is None else [pl.Series(DROPPING[0], dropped, dtype=pl.Boolean)]
    made = functions()[name](PACK)
    assert isinstance(made, pl.Expr)
    return (
        frame.with_columns(unknown)
        .with_columns(statuses[: len(DROPPING)])
        .with_columns(statuses[len(DROPPING) :])
        .select(made)
        .item()
    )


@pytest.mark.parametrize(
    ("rows", "enough"),
    [
        ([owed(CHILD, "200"), owed(ADULT, "100")], True),
        ([owed(CHILD, "199.99"), owed(ADULT, "100")], False),
        ([owed(CHILD, "200"), owed(ADULT, "100.01")], False),
        ([owed(CHILD, "200.01"), owed(ADULT, "100")], True),
        ([owed(CHILD, "66.66"), owed(ADULT, "33.34")], False),
        ([owed(CHILD, "66.67"), owed(ADULT, "33.33")], True),
        ([owed(CHILD, "150"), owed(CHILD, "50"), owed(ADULT, "100")], True),
        ([owed(CHILD, "0.01")], True),
        ([owed(ADULT, "0.01")], False),
        ([owed(CHILD, "0")], None),
        ([owed(CHILD, "-5")], None),
        ([owed(CHILD, "200"), owed(ADULT, "100"), owed(ADULT, "-50")], True),
        ([owed(CHILD, "200"), owed(ADULT, "150"), owed(ADULT, "-50")], False),
    ],
)
def test_two_thirds_are_reached_exactly_and_missed_by_one_haler(rows: list[Facts], *, enough: bool | None) -> None:
    """An overpaid claim takes nothing off the others; where nothing is owed there is no share."""
    assert reached(rows) is enough


@pytest.mark.parametrize(
    ("rows", "enough"),
    [
        ([owed(EITHER, "100")], None),
        ([owed(EITHER, "50"), owed(CHILD, "200"), owed(ADULT, "50")], True),
        ([owed(EITHER, "50.01"), owed(CHILD, "200"), owed(ADULT, "50")], None),
        ([owed(EITHER, "100"), owed(CHILD, "100"), owed(ADULT, "100")], None),
        ([owed(EITHER, "99.99"), owed(CHILD, "100"), owed(ADULT, "100")], False),
        ([owed({"debt_kind": "library"}, "100"), owed(ADULT, "50")], None),
        ([owed({"debt_kind": "library"}, "100"), owed(ADULT, "50.01")], False),
        ([owed(CHILD, None)], None),
        ([owed(CHILD, None), owed(ADULT, "100")], None),
        ([owed(CHILD, None), owed(CHILD, "200"), owed(ADULT, "100")], True),
        ([owed(ADULT, None), owed(CHILD, "200"), owed(ADULT, "100")], None),
        ([owed(ADULT, None), owed(CHILD, "200"), owed(ADULT, "100.01")], False),
        ([owed(EITHER, None), owed(CHILD, "200"), owed(ADULT, "100")], None),
        ([owed(EITHER, None), owed(CHILD, "200"), owed(ADULT, "100.01")], None),
    ],
)
def test_an_unknown_age_or_balance_leaves_the_share_open_only_if_it_could_turn_it(
    rows: list[Facts], *, enough: bool | None
) -> None:
    assert reached(rows) is enough


@pytest.mark.parametrize(
    ("rows", "enough"),
    [
        ([owed(CHILD, "200"), owed(LOAN, "500", secured=True, refinances_childhood=False)], True),
        ([owed(CHILD, "200", debt_kind="rent", secured=True), owed(ADULT, "100")], False),
        ([owed(CHILD, "200", debt_kind="rent", secured=True)], None),
        ([owed(CHILD, "200", debt_kind="rent", secured=None)], None),
        ([owed(CHILD, "200", debt_kind="rent", secured=None), owed(ADULT, "100")], None),
        ([owed(CHILD, "300"), owed(ADULT, "150", debt_kind="rent", secured=None)], True),
        ([owed(CHILD, "300"), owed(ADULT, "150.01", debt_kind="rent", secured=None)], None),
        ([owed(ADULT, "300"), owed(CHILD, "599.99", debt_kind="rent", secured=None)], False),
        ([owed(CHILD, "200", debt_kind="library", secured=None)], True),
        ([owed(CHILD, "200", debt_kind=None, secured=None)], None),
    ],
)
def test_a_secured_claim_does_not_count_and_one_that_may_be_secured_may_not(
    rows: list[Facts], *, enough: bool | None
) -> None:
    assert reached(rows) is enough


@pytest.mark.parametrize(
    ("rows", "enough"),
    [
        ([owed(CHILD, "100"), owed(LOAN, "500", refinances_childhood=True)], True),
        ([owed(CHILD, "100"), owed(LOAN, "500", refinances_childhood=False)], False),
        ([owed(CHILD, "100"), owed(LOAN, "500")], None),
        ([owed(CHILD, "100"), owed(LOAN, "50")], True),
        ([owed(CHILD, "100"), owed(LOAN, "100"), owed(ADULT, "200")], False),
        ([owed(CHILD, "100"), owed(ADULT, "500", refinances_childhood=None)], False),
    ],
)
def test_a_loan_that_repaid_claims_from_childhood_counts_with_them(rows: list[Facts], *, enough: bool | None) -> None:
    assert reached(rows) is enough


@pytest.mark.parametrize(
    ("dropped", "enough"),
    [
        ([False, False, False], True),
        ([True, False, False], False),
        ([None, False, False], None),
        ([False, True, False], True),
        ([False, None, False], True),
        ([True, True, False], False),
        ([True, True, True], None),
    ],
)
def test_what_the_child_does_not_owe_is_left_out_of_the_share_that_remains(
    dropped: list[bool | None], *, enough: bool | None
) -> None:
    rows = [owed(CHILD, "150"), owed(CHILD, "50"), owed(ADULT, "60")]
    assert reached(rows) is True
    assert reached(rows, dropped) is enough


def test_the_share_of_each_person_is_its_own_and_a_fee_found_void_is_left_out_of_what_remains() -> None:
    born = date(2000, 1, 1)
    void: Facts = {"debt_kind": "local_fee_waste", "fee_year": 2010, "due_on": date(2010, 5, 31), "balance": "150"}
    child: Facts = {"debt_kind": "library", "arose_on": date(2015, 5, 31), "balance": "50"}
    adult: Facts = {"debt_kind": "library", "arose_on": date(2020, 5, 31), "balance": "60"}
    claims = [("A", void), ("A", child), ("B", adult), ("A", adult), ("B", child), ("C", void)]
    began: Facts = {"insolvency_began_on": date(2020, 1, 1), "insolvency_found_on": date(2020, 2, 1)}
    relief: Facts = {"relief_by_instalments": True, **began}
    judged = judge([{"person_id": person, "birth_date": born, **relief, **claim} for person, claim in claims])
    assert judged["W0"].to_list() == [True, False, False, False, False, True]
    assert judged["childhood_two_thirds"].to_list() == [True, True, False, True, False, True]
    assert judged["childhood_two_thirds_kept"].to_list() == [False, False, False, False, False, None]


def test_claims_are_dropped_by_every_rule_that_says_the_child_owes_nothing_and_by_no_other() -> None:
    made = functions()["childhood_two_thirds_kept"](PACK)
    assert isinstance(made, pl.Expr)
    read = set(made.meta.root_names())
    assert {rule.id for rule in PACK.partitions["who_owes"]} & read == set(DROPPING)
    assert {"W0", "W2"} <= set(DROPPING)


CLAIMS = st.fixed_dictionaries(
    {
        "debt_kind": st.sampled_from(("library", "rent", "loan")),
        "age_on_minority_day": st.sampled_from((17, 18)),
        "balance": st.sampled_from(("0", "0.01", "1", "2", "2.01")),
        "secured": st.booleans(),
        "refinances_childhood": st.booleans(),
    }
)
HIDDEN = st.sampled_from(
    (None, None, None, "age_on_minority_day", "balance", "secured", "refinances_childhood", "kept")
)


@pytest.mark.thorough
@examples(300)
@given(st.lists(st.tuples(CLAIMS, st.sampled_from((True, False, False)), HIDDEN), min_size=1, max_size=5))
def test_a_share_once_known_stays_so_when_more_is_learned(claims: list[tuple[Facts, bool, str | None]]) -> None:
    """The whole truth is the plain fraction; a view that hides some facts agrees with it or leaves it open.

    What is not asked of a kind is not hidden: a loan alone can repay claims, a pledge is for a loan or a rent.
    """
    truth = [
        {**claim, "secured": claim["secured"] and claim["debt_kind"] != "library",
         "refinances_childhood": claim["refinances_childhood"] and claim["debt_kind"] == "loan"}
        for claim, _, _ in claims
    ]  # fmt: skip
    dropped = [drop for _, drop, _ in claims]
    counted = [
        (claim, float(str(claim["balance"])))
        for claim, drop in zip(truth, dropped, strict=True)
        if not drop and not claim["secured"]
    ]
    whole = sum(round(balance * 100) for _, balance in counted)
    young = sum(
        round(balance * 100)
        for claim, balance in counted
        if claim["age_on_minority_day"] == 17 or claim["refinances_childhood"]
    )
    expected = None if whole == 0 else 3 * young >= 2 * whole
    assert reached(truth, list(dropped)) is expected
    view = [
        {name: None if name == hidden else value for name, value in claim.items()}
        for claim, (_, _, hidden) in zip(truth, claims, strict=True)
    ]
    seen = reached(view, [None if hidden == "kept" else drop for _, drop, hidden in claims])
    assert seen in (None, expected)
