"""What is computed of a claim: ends of limitation and of futile enforcement, caps, and what is asked above them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.facts.claims import CLAIM_FACTS, SHARED_FACTS
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FACTS, dtype_of
from dluhy.law.amounts import constant, known_value
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

PART: Final = default_pack().of("claims")
TODAY: Final = date(2026, 11, 22)
UNKNOWN: Final = (None, None)
CLAUSE_2014: Final = {"enforcement_began_on": date(2014, 1, 3), "order_final_on": date(2014, 3, 1)}
CLAUSE_2022: Final = {"enforcement_began_on": date(2022, 1, 3), "order_final_on": date(2022, 3, 1)}
NOTHING: Final = {"nothing_recovered": True}


def computed(name: str, facts: Mapping[str, Any], as_of: date = TODAY) -> Any:  # noqa: ANN401 - of the fact's own type
    """Return a derived fact of a claim through everything it rests on; of one known within limits both bounds."""
    frame = frame_from_facts([facts], PART.members, PART.facts)
    unknown = {column: dtype_of(spec, PART.members) for spec in CLAIM_FACTS.values() for column in spec.columns}
    frame = frame.with_columns(pl.lit(None, dtype=t).alias(c) for c, t in unknown.items() if c not in frame.columns)
    values = _with(frame.with_columns(as_of=pl.lit(as_of)), name, set(facts)).row(0, named=True)
    columns = CLAIM_FACTS[name].columns
    return tuple(values[column] for column in columns) if len(columns) > 1 else values[name]


def _with(frame: pl.DataFrame, name: str, stated: set[str]) -> pl.DataFrame:
    spec = CLAIM_FACTS[name]
    if not spec.inputs or name in stated:
        return frame
    for other in spec.inputs:
        frame = _with(frame, other, stated)
    made = functions()[name](PART)
    expressions = made if isinstance(made, tuple) else (made,)
    return frame.with_columns(one.alias(column) for column, one in zip(spec.columns, expressions, strict=True))


def both(day: date) -> tuple[date, date]:
    """Return the bounds of a day known exactly."""
    return day, day


def test_what_lists_say_of_a_debt_is_the_same_fact_of_a_claim() -> None:
    assert all(CLAIM_FACTS[name] is FACTS[name] for name in SHARED_FACTS)


@pytest.mark.parametrize(
    ("facts", "bounds"),
    [
        ({"title_kind": "no_title", "acknowledged": False}, both(date(2023, 5, 5))),
        ({"title_kind": "no_title"}, (date(2023, 5, 5), None)),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": "2021-06"},
         (date(2031, 6, 1), date(2031, 6, 30))),
        ({"title_kind": "no_title", "acknowledged": True}, (date(2023, 5, 5), None)),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": date(2023, 5, 5),
          "acknowledgement_kind": "interest_paid"}, both(date(2033, 5, 5))),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": date(2023, 5, 6),
          "acknowledgement_kind": "interest_paid"}, both(date(2023, 5, 5))),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": date(2023, 5, 6),
          "acknowledgement_kind": "part_paid"}, both(date(2023, 5, 5))),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": date(2023, 5, 6),
          "acknowledgement_kind": "written"}, both(date(2033, 5, 6))),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": "2023-05",
          "acknowledgement_kind": "part_paid"}, (date(2023, 5, 5), date(2033, 5, 31))),
        ({"title_kind": "no_title", "acknowledged": True, "acknowledged_on": date(2023, 5, 6)},
         (date(2023, 5, 5), date(2033, 5, 6))),
        ({"title_kind": "judgment"}, (date(2023, 5, 5), None)),
        ({"title_kind": "judgment", "title_issued_on": date(2021, 2, 3)}, (date(2031, 2, 3), None)),
        ({"title_kind": "arbitration_award", "title_due_on": date(2021, 3, 4)}, both(date(2031, 3, 4))),
        ({"title_kind": "judgment", "title_issued_on": date(2021, 2, 3), "title_due_on": "2021-03"},
         (date(2031, 3, 1), date(2031, 3, 31))),
        ({"title_kind": "other_title", "acknowledged": False}, (date(2023, 5, 5), None)),
        ({"acknowledged": False}, (date(2023, 5, 5), None)),
    ],
)  # fmt: skip
def test_limitation_is_counted_from_the_due_day_the_acknowledgement_or_the_decision(
    facts: dict[str, Any], bounds: tuple[date | None, date | None]
) -> None:
    assert computed("claim_limited_on", {"due_on": date(2020, 5, 5)} | facts) == bounds


def test_interest_due_later_lapses_three_years_after_the_decision_is_final() -> None:
    assert computed("later_interest_limited_on", {"title_final_on": "2012-02-29"}) == both(date(2015, 2, 28))
    assert computed("later_interest_limited_on", {}) == UNKNOWN


@pytest.mark.parametrize(
    ("facts", "ends", "advanced", "last"),
    [
        (CLAUSE_2022 | NOTHING | {"advances_paid": 0}, date(2028, 3, 1), date(2031, 3, 1), date(2034, 3, 1)),
        (CLAUSE_2022 | NOTHING | {"advances_paid": 1}, date(2031, 3, 1), date(2034, 3, 1), date(2034, 3, 1)),
        (CLAUSE_2022 | NOTHING | {"advances_paid": 2}, date(2034, 3, 1), date(2034, 3, 1), date(2034, 3, 1)),
        (CLAUSE_2014 | NOTHING | {"advances_paid": 0}, date(2023, 1, 1), date(2026, 1, 1), date(2026, 3, 1)),
        (CLAUSE_2014 | NOTHING | {"advances_paid": 1}, date(2026, 1, 1), date(2026, 3, 1), date(2026, 3, 1)),
        (CLAUSE_2014 | NOTHING | {"advances_paid": 2}, date(2026, 3, 1), date(2026, 3, 1), date(2026, 3, 1)),
        (CLAUSE_2014 | {"last_recovered_on": date(2019, 5, 5), "advances_paid": 1},
         date(2028, 5, 5), date(2031, 5, 5), date(2031, 5, 5)),
        ({"enforcement_began_on": date(2021, 12, 1), "order_final_on": date(2022, 2, 1), "advances_paid": 0} | NOTHING,
         date(2028, 1, 1), date(2031, 1, 1), date(2034, 1, 1)),
    ],
)  # fmt: skip
def test_a_futile_enforcement_ends_after_six_years_and_the_advances_and_never_after_twelve(
    facts: dict[str, Any], ends: date, advanced: date, last: date
) -> None:
    assert computed("futile_ends_on", facts) == both(ends)
    assert computed("futile_if_advanced_on", facts) == both(advanced)
    assert computed("futile_absolute_on", facts) == both(last)


def test_without_the_number_of_advances_the_end_is_known_within_limits() -> None:
    assert computed("futile_ends_on", CLAUSE_2022 | NOTHING) == (date(2028, 3, 1), date(2034, 3, 1))
    assert computed("futile_if_advanced_on", CLAUSE_2022 | NOTHING) == (date(2031, 3, 1), date(2034, 3, 1))
    assert computed("futile_ends_on", {"advances_paid": 0}) == UNKNOWN
    assert computed("futile_ends_on", CLAUSE_2022 | {"advances_paid": 0}) == (date(2028, 3, 1), None)


@settings(deadline=None)
@given(
    clause=st.dates(date(2001, 9, 1), date(2026, 1, 1)),
    recovered=st.none() | st.dates(date(2002, 1, 1), date(2026, 1, 1)),
    paid=st.integers(0, 2),
)
def test_an_advance_never_shortens_an_enforcement_nor_leads_past_the_last_day(
    clause: date, recovered: date | None, paid: int
) -> None:
    facts: dict[str, Any] = {"enforcement_began_on": clause, "order_final_on": clause, "advances_paid": paid}
    facts |= NOTHING if recovered is None else {"last_recovered_on": max(clause, recovered), "nothing_recovered": False}
    (ends, _), (advanced, _), (last, _) = (
        computed(name, facts) for name in ("futile_ends_on", "futile_if_advanced_on", "futile_absolute_on")
    )
    assert ends <= advanced <= last
    assert ends >= computed("fruitless_ends_on", facts)[0]
    assert last >= max(clause, facts.get("last_recovered_on", clause)) + relativedelta(years=12) - timedelta(days=1)


def test_the_state_pays_within_twelve_months_of_the_end_and_at_least_until_august_2024() -> None:
    assert computed("state_pays_until", {"futile_ends_on": date(2023, 1, 1)}) == both(date(2024, 8, 26))
    assert computed("state_pays_until", {"futile_ends_on": date(2023, 8, 27)}) == both(date(2024, 8, 27))
    assert computed("state_pays_until", {"futile_ends_on": "2026-01"}) == (date(2027, 1, 1), date(2027, 1, 31))
    assert computed("state_pays_until", {}) == UNKNOWN


@pytest.mark.parametrize(
    ("lent", "cap"),
    [("10000", 500_000), ("0.01", 0), ("0.03", 1), ("399999.98", 19_999_999), ("400000", 20_000_000),
     ("500000", 20_000_000), (None, None)],
)  # fmt: skip
def test_penalties_are_capped_at_half_of_the_credit_and_at_200_000(lent: str | None, cap: int | None) -> None:
    assert computed("penalty_cap", {"credit_lent": lent}) == cap


def test_only_what_exceeds_a_cap_is_above_it() -> None:
    assert computed("penalty_above_cap", {"contractual_penalty": "6000", "credit_lent": "10000"}) == 100_000
    assert computed("penalty_above_cap", {"contractual_penalty": "4000", "credit_lent": "10000"}) == 0
    assert computed("penalty_above_cap", {"contractual_penalty": "4000"}) is None
    assert computed("costs_above_tariff", {"executor_costs_asked": "10", "executor_costs_tariff": "7"}) == (300, 300)
    within = {"executor_costs_asked": "10", "executor_costs_tariff": {"from": "7", "to": "12"}}
    assert computed("costs_above_tariff", within) == (0, 300)
    assert computed("costs_above_tariff", {"executor_costs_asked": "5", "executor_costs_tariff": "7"}) == (0, 0)


@pytest.mark.parametrize(
    ("due", "cap"),
    [
        (date(2020, 6, 29), 1_000),  # default from 30 June: repo of 1 January 2.00 %
        (date(2020, 6, 30), 825),  # default from 1 July: repo 0.25 %
        ("2020-07", 825),
        ("2020-06", None),
        ("2020", None),
        (None, None),
    ],
)
def test_interest_after_90_days_is_the_repo_rate_of_the_half_year_of_default_and_eight_points(
    due: date | str | None, cap: int | None
) -> None:
    assert computed("late_rate_cap", {"due_on": due}) == cap


@pytest.mark.parametrize(
    ("facts", "bounds"),
    [
        ({"balance": "100", "credit_lent": "80", "credit_paid": "50"}, (7_000, 7_000)),
        ({"balance": "100", "credit_lent": "80", "credit_paid": "90"}, (10_000, 10_000)),
        ({"balance": "20", "credit_lent": "80", "credit_paid": "50"}, (0, 0)),
        ({"balance": "100", "principal": "70"}, (3_000, 10_000)),
        ({"balance": "100", "principal": "170"}, (0, 10_000)),
        ({"balance": "100", "principal": "70", "credit_lent": "80"}, (3_000, 10_000)),
        ({"balance": "100"}, (None, 10_000)),
        ({"principal": "70"}, UNKNOWN),
    ],
)
def test_above_the_principal_is_what_exceeds_the_money_lent_and_not_returned(
    facts: dict[str, Any], bounds: tuple[int | None, int | None]
) -> None:
    assert computed("above_principal", facts) == bounds


def test_the_call_runs_thirty_days_to_a_working_day() -> None:
    assert computed("call_ends_on", {"call_served_on": date(2026, 10, 21)}) == date(2026, 11, 20)
    assert computed("call_ends_on", {"call_served_on": date(2026, 10, 22)}) == date(2026, 11, 23)
    assert computed("call_ends_on", {}) is None


def test_the_cap_of_the_late_rate_follows_every_half_year_of_the_rate() -> None:
    law = default_pack()
    series, margin = law.series["cnb_repo_rate"], constant(law.series["credit_late_rate_margin"])
    first, last = series.period[0].from_, series.period[-1].to
    assert first is not None
    assert last is not None
    for year in range(first.year + 1, last.year + 1):
        for day in (date(year, 1, 1), date(year, 7, 1)):
            default_on = day - timedelta(days=1)
            assert computed("late_rate_cap", {"due_on": default_on}) == known_value(series, day) + margin
    assert computed("late_rate_cap", {"due_on": date(first.year - 1, 5, 1)}) is None
    assert computed("late_rate_cap", {"due_on": date(last.year + 1, 5, 1)}) is None
