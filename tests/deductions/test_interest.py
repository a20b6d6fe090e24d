"""Default interest: each rule on both sides of its boundary, cases worked by hand, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.support import shipped_pack

from dluhy.deductions.interest import Interest, checked_interest, default_interest, round_half_up
from dluhy.law.amounts import known_code, known_value, period_on
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = timedelta(days=1)
WHOLE = 1_000_000  # 10 000 CZK in haléře


def interest(  # noqa: PLR0913 - what may be known of a debt
    principal: int,
    first_day: date,
    until: date,
    *,
    since: date | None = None,
    payments: Sequence[tuple[date, int]] = (),
    child_maintenance: bool | None = None,
) -> Interest:
    """Interest on a debt whose first day of default is given, due on a day fixed by date."""
    due_on = first_day - DAY
    return default_interest(
        principal, due_on=due_on, until=until, since=since, payments=payments, due_by_period=False,
        child_maintenance=child_maintenance,
    )  # fmt: skip


def annual_percent(first_day: date) -> Fraction:
    return interest(WHOLE, first_day, first_day).segments[0].annual_rate * 100


_TABLE = """
2005 2.50 1.75  2006 2.00 2.00  2007 2.50 2.75  2008 3.50 3.75  2009 2.25 1.50  2010 1.00 0.75  2011 0.75 0.75
2012 0.75 0.50  2013 0.05 0.05  2014 0.05 0.05  2015 0.05 0.05  2016 0.05 0.05  2017 0.05 0.05  2018 0.50 1.00
2019 1.75 2.00  2020 2.00 0.25  2021 0.25 0.50  2022 3.75 7.00  2023 7.00 7.00  2024 6.75 4.75  2025 4.00 3.50
2026 3.50 3.75
"""
HALF_YEARS = _TABLE.split()
REPO_ON_HALF_YEARS = [
    (date(int(year), month, 1), Fraction(rate))
    for year, first, second in zip(HALF_YEARS[::3], HALF_YEARS[1::3], HALF_YEARS[2::3], strict=True)
    for month, rate in ((1, first), (7, second))
]

CHANGES = {
    "cnb_repo_rate": """
        2004-08-27 250 2005-01-28 225 2005-04-01 200 2005-04-29 175 2005-10-31 200 2006-07-28 225 2006-09-29 250
        2007-06-01 275 2007-07-27 300 2007-08-31 325 2007-11-30 350 2008-02-08 375 2008-08-08 350 2008-11-07 275
        2008-12-18 225 2009-02-06 175 2009-05-11 150 2009-08-07 125 2009-12-17 100 2010-05-07 75 2012-06-29 50
        2012-10-01 25 2012-11-02 5 2017-08-04 25 2017-11-03 50 2018-02-02 75 2018-06-28 100 2018-08-03 125
        2018-09-27 150 2018-11-02 175 2019-05-03 200 2020-02-07 225 2020-03-17 175 2020-03-27 100 2020-05-11 25
        2021-06-24 50 2021-08-06 75 2021-10-01 150 2021-11-05 275 2021-12-23 375 2022-02-04 450 2022-04-01 500
        2022-05-06 575 2022-06-23 700 2023-12-22 675 2024-02-09 625 2024-03-21 575 2024-05-03 525 2024-06-28 475
        2024-08-02 450 2024-09-26 425 2024-11-08 400 2025-02-07 375 2025-05-09 350 2026-06-19 375 2026-10-04 375""",
    "cnb_discount_rate": """
        1993-06-10 800 1994-10-24 850 1995-06-26 950 1996-06-21 1050 1997-05-27 1300 1998-08-14 1150 1998-10-27 1000
        1998-12-23 750 1999-03-12 600 1999-09-03 550 1999-10-27 500 2001-02-23 400 2001-07-27 425 2001-11-30 375
        2002-01-22 350 2002-02-01 325 2002-04-26 275 2002-07-26 200 2002-11-01 175 2003-01-31 150 2003-06-26 125
        2003-08-01 100 2004-06-25 125 2004-08-27 150 2005-01-28 125 2005-04-01 100 2005-04-28 100""",
}
"""Days of change and the rate from then on, in basis points; the last day is the last one known."""


def changes(series: str) -> list[tuple[date, int]]:
    words = CHANGES[series].split()
    return [(date.fromisoformat(day), int(rate)) for day, rate in zip(words[::2], words[1::2], strict=True)]


@pytest.mark.parametrize("series", CHANGES)
def test_a_rate_holds_from_its_day_to_the_day_before_the_next_change(series: str) -> None:
    rates = shipped_pack().series[series]
    listed = changes(series)
    for (day, rate), (following, _) in pairwise(listed):
        assert known_value(rates, day) == rate, day
        assert known_value(rates, following - DAY) == rate, following
    assert known_value(rates, listed[-1][0]) == listed[-1][1]
    for outside in (listed[0][0] - DAY, listed[-1][0] + DAY):
        with pytest.raises(HorizonError, match=f"series {series}: .*{outside}"):
            known_value(rates, outside)


@pytest.mark.parametrize(("day", "percent"), REPO_ON_HALF_YEARS)
def test_the_repo_rate_of_each_half_year_is_the_published_one(day: date, percent: Fraction) -> None:
    assert known_value(shipped_pack().series["cnb_repo_rate"], day) == percent * 100


def test_from_2001_the_discount_rate_is_one_point_below_the_repo_rate() -> None:
    """The Czech National Bank kept that distance; the two lists were read apart from each other."""
    repo, discount = (shipped_pack().series[name] for name in CHANGES)
    for day in (date(2004, 8, 27), date(2005, 1, 28), date(2005, 4, 1)):
        assert known_value(repo, day) - known_value(discount, day) == 100


REGIMES = [
    (date(1994, 7, 15), date(2005, 4, 27), "twice_discount", 2, 0, "first_of_default", "discount"),
    (date(2005, 4, 28), date(2010, 6, 30), "repo_each_half", 1, 700, "first_of_each_half", "repo"),
    (date(2010, 7, 1), date(2013, 6, 30), "repo_before_half", 1, 700, "last_before_half", "repo"),
    (date(2013, 7, 1), date(2013, 12, 31), "repo_before_half_higher", 1, 800, "last_before_half", "repo"),
    (date(2014, 1, 1), date(2026, 12, 31), "repo_of_half", 1, 800, "first_of_half", "repo"),
]


@pytest.mark.parametrize(("first", "last", "regime", "multiple", "points", "rate_day", "base"), REGIMES)
def test_the_first_day_of_default_decides_the_rule(  # noqa: PLR0913, PLR0917 - the columns of the table
    first: date, last: date, regime: str, multiple: int, points: int, rate_day: str, base: str
) -> None:
    series = shipped_pack().series
    for day in (first, last):
        assert known_code(series["default_interest_regime"], day) == regime
        assert known_value(series["default_interest_multiple"], day) == multiple
        assert known_value(series["default_interest_points"], day) == points
        assert known_code(series["default_interest_rate_day"], day) == rate_day
        assert known_code(series["default_interest_base"], day) == base
        assert interest(WHOLE, day, day).regime == regime


@pytest.mark.parametrize(
    ("first_day", "rate_day"),
    [
        (date(1997, 6, 3), date(1997, 6, 3)),
        (date(2005, 5, 10), date(2005, 1, 1)),
        (date(2010, 7, 1), date(2010, 6, 30)),
        (date(2013, 6, 30), date(2012, 12, 31)),
        (date(2013, 12, 31), date(2013, 6, 30)),
        (date(2014, 1, 1), date(2014, 1, 1)),
        (date(2026, 6, 30), date(2026, 1, 1)),
        (date(2026, 7, 1), date(2026, 7, 1)),
    ],
)
def test_the_rate_is_of_the_day_that_the_rule_names(first_day: date, rate_day: date) -> None:
    assert interest(WHOLE, first_day, first_day).segments[0].rate_day == rate_day


@pytest.mark.parametrize("first_day", [date(1994, 7, 14), date(2027, 1, 1)])
def test_default_outside_the_known_rules_is_refused(first_day: date) -> None:
    with pytest.raises(HorizonError, match=f"default_interest_base.*{first_day}"):
        interest(WHOLE, first_day, first_day)


@pytest.mark.parametrize(
    ("first_day", "percent"),
    [
        (date(1994, 7, 15), "16"),
        (date(1997, 5, 26), "21"),
        (date(1997, 5, 27), "26"),
        (date(2005, 4, 27), "2"),
        (date(2005, 4, 28), "9.5"),  # the repo rate of 1 January 2005, although it had fallen since
        (date(2010, 6, 30), "8"),
        (date(2010, 7, 1), "7.75"),
        (date(2012, 6, 30), "7.75"),
        (date(2012, 7, 1), "7.5"),  # the last day of June 2012 already had the rate of 29 June
        (date(2013, 1, 1), "7.05"),
        (date(2013, 6, 30), "7.05"),
        (date(2013, 7, 1), "8.05"),
        (date(2013, 12, 31), "8.05"),
        (date(2014, 1, 1), "8.05"),
        (date(2017, 12, 31), "8.05"),
        (date(2018, 1, 1), "8.5"),
        (date(2018, 7, 1), "9"),
        (date(2019, 1, 1), "9.75"),
        (date(2019, 7, 1), "10"),
        (date(2020, 6, 30), "10"),
        (date(2020, 7, 1), "8.25"),
        (date(2021, 7, 1), "8.5"),
        (date(2022, 1, 1), "11.75"),
        (date(2022, 6, 30), "11.75"),
        (date(2022, 7, 1), "15"),
        (date(2025, 12, 31), "11.5"),
        (date(2026, 6, 30), "11.5"),
        (date(2026, 7, 1), "11.75"),
        (date(2026, 12, 31), "11.75"),
    ],
)
def test_the_annual_rate_is_the_published_one(first_day: date, percent: str) -> None:
    assert annual_percent(first_day) == Fraction(percent)


@pytest.mark.parametrize("first_day", [day for first, last, *_ in REGIMES for day in (first, last)])
def test_only_the_rule_of_2005_moves_with_the_half_years(first_day: date) -> None:
    rates = {segment.annual_rate for segment in interest(WHOLE, first_day, date(2026, 10, 1)).segments}
    assert (len(rates) > 1) == (date(2005, 4, 28) <= first_day <= date(2010, 6, 30))


def test_the_rule_of_2005_worked_by_hand_through_four_half_years() -> None:
    """10 000 CZK in default from 1 June 2008 to 3 August 2009: repo 3.50, 3.75, 2.25, 1.50 and 7 points."""
    computed = interest(WHOLE, date(2008, 6, 1), date(2009, 8, 3))
    assert [(s.first, s.last, s.days, s.year_days, s.base_rate, s.rate_day) for s in computed.segments] == [
        (date(2008, 6, 1), date(2008, 6, 30), 30, 366, 350, date(2008, 1, 1)),
        (date(2008, 7, 1), date(2008, 12, 31), 184, 366, 375, date(2008, 7, 1)),
        (date(2009, 1, 1), date(2009, 6, 30), 181, 365, 225, date(2009, 1, 1)),
        (date(2009, 7, 1), date(2009, 8, 3), 34, 365, 150, date(2009, 7, 1)),
    ]
    by_hand = (
        Fraction(10_000) * Fraction("0.1050") * Fraction(30, 366)
        + Fraction(10_000) * Fraction("0.1075") * Fraction(184, 366)
        + Fraction(10_000) * Fraction("0.0925") * Fraction(181, 365)
        + Fraction(10_000) * Fraction("0.0850") * Fraction(34, 365)
    )
    assert computed.total == by_hand * 100
    assert computed.halere == 116_438  # 86,0656 + 540,4372 + 458,6986 + 79,1781 = 1 164,3795


def test_a_year_is_divided_by_its_own_length() -> None:
    computed = interest(WHOLE, date(2023, 12, 1), date(2024, 1, 31))
    assert [(s.days, s.year_days) for s in computed.segments] == [(31, 365), (31, 366)]
    assert computed.total == 100 * Fraction(10_000) * Fraction("0.15") * (Fraction(31, 365) + Fraction(31, 366))
    assert computed.halere == 25_445


@pytest.mark.parametrize(
    ("exact", "whole"),
    [
        (Fraction(1, 2), 1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(49, 100), 0),
        (Fraction(7), 7),
        (Fraction(0), 0),
    ],
)
def test_halves_are_rounded_upwards(exact: Fraction, whole: int) -> None:
    assert round_half_up(exact) == whole


def test_default_begins_on_the_day_after_the_due_day_and_the_last_day_counts() -> None:
    computed = default_interest(WHOLE, due_on=date(2026, 7, 8), until=date(2026, 7, 9))
    assert (computed.first_day, computed.segments[0].days) == (date(2026, 7, 9), 1)


def test_without_default_there_is_no_interest() -> None:
    computed = default_interest(WHOLE, due_on=date(2030, 7, 8), until=date(2030, 7, 8))
    assert (computed.halere, computed.segments, computed.regime) == (0, (), None)
    assert "not_in_default" in computed.flags


SATURDAY, GOOD_FRIDAY = date(2026, 8, 1), date(2019, 4, 19)


@pytest.mark.parametrize(("due_on", "moved_to"), [(SATURDAY, date(2026, 8, 3)), (GOOD_FRIDAY, date(2019, 4, 23))])
def test_the_end_of_a_period_moves_to_a_working_day_and_a_due_day_fixed_by_date_does_not(
    due_on: date, moved_to: date
) -> None:
    until = date(2026, 8, 31)
    fixed = default_interest(WHOLE, due_on=due_on, until=until, due_by_period=False)
    period = default_interest(WHOLE, due_on=due_on, until=until, due_by_period=True)
    unknown = default_interest(WHOLE, due_on=due_on, until=until)
    assert (fixed.first_day, fixed.if_moved) == (due_on + DAY, None)
    assert (period.first_day, period.if_moved) == (moved_to + DAY, None)
    assert "due_day_moved" in period.flags
    assert (unknown.first_day, unknown.total) == (fixed.first_day, fixed.total)
    assert unknown.if_moved == period
    assert "due_day_free" in unknown.flags
    assert not {"due_day_moved", "due_day_free", "holidays_unknown"} & set(fixed.flags)


@pytest.mark.parametrize("due_by_period", [None, True, False])
def test_on_a_working_day_it_makes_no_difference_how_the_due_day_was_set(due_by_period: bool | None) -> None:  # noqa: FBT001 - three values
    computed = default_interest(WHOLE, due_on=date(2025, 7, 8), until=date(2025, 7, 31), due_by_period=due_by_period)
    assert (computed.first_day, computed.if_moved) == (date(2025, 7, 9), None)
    assert computed.flags == ("civil_only", "title_decides", "service_late_fee")


def test_a_moved_due_day_can_bring_a_lower_rate() -> None:
    """Due on Saturday 30 December 2023: the first of January 2024 is a holiday, so default begins with the new half."""
    computed = default_interest(WHOLE, due_on=date(2023, 12, 30), until=date(2024, 12, 31))
    assert computed.segments[0].annual_rate == Fraction("0.15")
    assert computed.if_moved is not None
    assert computed.if_moved.first_day == date(2024, 1, 3)
    assert computed.if_moved.segments[0].annual_rate == Fraction("0.1475")


@pytest.mark.parametrize(
    ("due_on", "flagged"),
    [(date(2014, 12, 31), True), (date(2015, 1, 1), False), (date(2015, 1, 2), False), (date(2008, 5, 8), True)],
)
def test_a_year_without_a_table_of_holidays_is_flagged(due_on: date, flagged: bool) -> None:  # noqa: FBT001 - a column
    for due_by_period in (None, True):
        computed = default_interest(WHOLE, due_on=due_on, until=date(2016, 1, 1), due_by_period=due_by_period)
        assert ("holidays_unknown" in computed.flags) == flagged
    fixed = default_interest(WHOLE, due_on=due_on, until=date(2016, 1, 1), due_by_period=False)
    assert "holidays_unknown" not in fixed.flags


def test_a_payment_lowers_the_principal_from_its_day() -> None:
    computed = interest(WHOLE, date(2026, 1, 1), date(2026, 1, 31), payments=[(date(2026, 1, 11), 400_000)])
    assert [(s.first, s.last, s.principal) for s in computed.segments] == [
        (date(2026, 1, 1), date(2026, 1, 10), WHOLE),
        (date(2026, 1, 11), date(2026, 1, 31), 600_000),
    ]
    assert computed.total == Fraction("0.115") * (Fraction(10, 365) * WHOLE + Fraction(21, 365) * 600_000)
    assert "payments_on_principal" in computed.flags


def test_payments_before_default_on_one_day_and_of_the_whole_are_counted_too() -> None:
    early = interest(WHOLE, date(2026, 1, 1), date(2026, 1, 31), payments=[(date(2025, 1, 1), 600_000)])
    assert [s.principal for s in early.segments] == [400_000]
    paid = [(date(2026, 1, 11), 500_000), (date(2026, 1, 11), 500_000)]
    whole = interest(WHOLE, date(2026, 1, 1), date(2026, 1, 31), payments=paid)
    assert [(s.last, s.principal) for s in whole.segments] == [(date(2026, 1, 10), WHOLE)]


def test_interest_asked_from_a_later_day_keeps_the_rate_of_the_first_day_of_default() -> None:
    computed = interest(WHOLE, date(2022, 7, 1), date(2026, 1, 31), since=date(2026, 1, 1))
    assert [(s.first, s.annual_rate) for s in computed.segments] == [(date(2026, 1, 1), Fraction("0.15"))]


def test_maintenance_of_a_child_earns_a_daily_rate_for_six_months() -> None:
    computed = interest(WHOLE, date(2026, 1, 16), date(2026, 7, 31), child_maintenance=True)
    assert [(s.first, s.last, s.base_rate) for s in computed.segments] == [
        (date(2026, 1, 16), date(2026, 7, 15), None),
        (date(2026, 7, 16), date(2026, 7, 31), 350),
    ]
    assert computed.segments[0].interest == WHOLE * Fraction("0.0025") * 181
    assert computed.segments[1].annual_rate == Fraction("0.115")
    last_day = interest(WHOLE, date(2026, 1, 16), date(2026, 7, 15), since=date(2026, 7, 15), child_maintenance=True)
    assert last_day.total == WHOLE * Fraction("0.0025")


@pytest.mark.parametrize(
    ("first_day", "known", "flag"),
    [
        (date(2026, 1, 1), None, "child_maintenance_not_asked"),
        (date(2025, 12, 31), None, None),
        (date(2025, 12, 31), True, "child_maintenance_before"),
        (date(2026, 1, 1), True, None),
        (date(2026, 1, 1), False, None),
    ],
)
def test_whether_it_is_maintenance_of_a_child_is_asked_only_where_it_decides(
    first_day: date,
    known: bool | None,  # noqa: FBT001 - three values
    flag: str | None,
) -> None:
    computed = interest(WHOLE, first_day, date(2026, 2, 1), child_maintenance=known)
    assert [each for each in computed.flags if each.startswith("child")] == ([flag] if flag else [])
    daily = computed.segments[0].base_rate is None
    assert daily == (known is True and flag is None)


def test_the_daily_rate_of_maintenance_is_known_for_2026_only() -> None:
    series = shipped_pack().series
    for name in ("child_maintenance_daily_interest", "child_maintenance_interest_months"):
        for day in (date(2026, 1, 1), date(2026, 12, 31)):
            assert period_on(series[name], day)
        for day in (date(2025, 12, 31), date(2027, 1, 1)):
            with pytest.raises(HorizonError):
                period_on(series[name], day)


def test_a_rate_that_is_not_known_is_an_error_that_names_it_and_the_day() -> None:
    interest(WHOLE, date(2009, 1, 1), date(2026, 12, 31))
    with pytest.raises(HorizonError, match=r"series cnb_repo_rate: .*2027-01-01.*2026-10-04"):
        interest(WHOLE, date(2009, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize(("first_day", "late_fee"), [(date(2013, 12, 31), True), (date(2014, 1, 1), False)])
def test_old_defaults_warn_of_the_late_fee(first_day: date, late_fee: bool) -> None:  # noqa: FBT001 - a column
    assert ("late_fee" in interest(WHOLE, first_day, first_day).flags) == late_fee


def test_the_evidence_is_the_weakest_of_what_was_used() -> None:
    assert interest(WHOLE, date(1996, 1, 1), date(1996, 2, 1)).evidence == "S"
    assert interest(WHOLE, date(2016, 1, 1), date(2016, 2, 1)).evidence == "S2"
    cites = [cite.at for cite in interest(WHOLE, date(2016, 1, 1), date(2016, 2, 1)).cites]
    assert "351/2013 § 2 odst. 1" in cites
    assert "ČNB repo sazba" in cites
    assert len(cites) == len(set(cites))


def test_claimed_interest_is_compared_with_the_one_that_is_higher_whichever_day_was_due() -> None:
    computed = default_interest(WHOLE, due_on=SATURDAY, until=date(2026, 8, 31))
    assert computed.if_moved is not None
    for claimed, difference, above in (
        (computed.halere, 0, False),
        (computed.halere + 1, 1, True),
        (computed.if_moved.halere, computed.if_moved.halere - computed.halere, False),
    ):
        checked = checked_interest(claimed, computed)
        assert (checked.difference, checked.above) == (difference, above)


def test_bad_input_is_refused_with_everything_that_is_wrong() -> None:
    day = date(2026, 1, 1)
    with pytest.raises(InputError) as refusal:
        default_interest(-1, due_on=day, until=day, since=day, payments=[(day, 0)])
    assert [problem.code for problem in refusal.value.problems] == [
        "negative_amount", "payment_not_positive", "before_default",
    ]  # fmt: skip
    for principal, payments, code in ((100, [(day, 60), (day, 41)], "payments_exceed"), (10**16, [], "too_large")):
        with pytest.raises(InputError) as refusal:
            default_interest(principal, due_on=day, until=day, payments=payments)
        assert [problem.code for problem in refusal.value.problems] == [code]
    with pytest.raises(InputError, match="claimed"):
        checked_interest(-1, default_interest(100, due_on=day, until=day))


VOCABULARIES = [
    "interest_flags", "executor_cost_flags", "lawyer_cost_flags", "lawyer_cost_lines", "executor_cost_steps",
    "interest_regimes", "interest_rate_days", "interest_base_rates", "executor_cost_questions", "costs_signals",
    "executor_fee_bases", "executor_expense_rules", "executor_half_lump_rules", "lawyer_fee_regimes",
]  # fmt: skip


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_what_a_flag_cites_is_an_act_of_the_pack(vocabulary: str) -> None:
    pack = shipped_pack()
    for term in pack.vocabularies[vocabulary].values():
        for cite in term.more.get("cites", []):
            assert act_of(Citation(at=cite), pack.acts) is not None, (term.code, cite)


DEFAULTS = st.dates(date(1994, 7, 15), date(2026, 9, 30))
AMOUNTS = st.integers(0, 10**12)


def run(first_day: date, days: int) -> date:
    return min(first_day + timedelta(days=days), date(2026, 10, 4))


@settings(max_examples=200, deadline=None)
@given(DEFAULTS, AMOUNTS, st.integers(0, 8000), st.integers(0, 8000), st.lists(st.integers(0, 9000), max_size=3))
def test_interest_of_adjoining_spans_of_days_adds_up_exactly(
    first_day: date, principal: int, days: int, further: int, paid_after: Sequence[int]
) -> None:
    middle, until = run(first_day, days), run(first_day, days + 1 + further)
    part = principal // 4
    payments = [(run(first_day, after), part) for after in paid_after if part]
    whole = interest(principal, first_day, until, payments=payments)
    head = interest(principal, first_day, middle, payments=payments)
    tail = Fraction(0)
    if middle < until:
        tail = interest(principal, first_day, until, payments=payments, since=middle + DAY).total
    assert whole.total == head.total + tail


@settings(max_examples=200, deadline=None)
@given(DEFAULTS, AMOUNTS, AMOUNTS, st.integers(0, 8000), st.integers(0, 400))
def test_interest_never_falls_with_the_principal_or_the_days(
    first_day: date, principal: int, more: int, days: int, further: int
) -> None:
    until, later = run(first_day, days), run(first_day, days + further)
    computed = interest(principal, first_day, until)
    assert computed.total <= interest(principal + more, first_day, until).total
    assert computed.total <= interest(principal, first_day, later).total
    assert interest(principal, first_day, until).total + interest(more, first_day, until).total == (
        interest(principal + more, first_day, until).total
    )
    assert abs(computed.halere - computed.total) <= Fraction(1, 2)


@settings(max_examples=100, deadline=None)
@given(DEFAULTS, st.integers(0, 8000))
def test_segments_cover_every_day_once(first_day: date, days: int) -> None:
    until = run(first_day, days)
    segments = interest(WHOLE, first_day, until).segments
    assert (segments[0].first, segments[-1].last) == (first_day, until)
    assert all(later.first == earlier.last + DAY for earlier, later in pairwise(segments))
    assert sum(segment.days for segment in segments) == (until - first_day).days + 1


@pytest.mark.parametrize(("due_on", "until"), [(date(2020, 1, 2), date.max), (date.max, date.max)])
def test_days_that_have_no_next_one_are_refused_and_never_crash(due_on: date, until: date) -> None:
    with pytest.raises(InputError) as refusal:
        default_interest(WHOLE, due_on=due_on, until=until)
    assert {each.code for each in refusal.value.problems} == {"day_outside"}


@pytest.mark.parametrize(
    ("first_day", "acts"),
    [
        (date(2010, 6, 30), {"163/2005", "33/2010"}),
        (date(2013, 6, 30), {"33/2010", "142/1994", "180/2013"}),
        (date(2019, 5, 6), {"351/2013"}),
    ],
)
def test_interest_cites_only_the_regulations_of_its_days(first_day: date, acts: set[str]) -> None:
    cited = {cite.at.split(" ")[0] for cite in interest(WHOLE, first_day, first_day).cites}
    assert cited - {"ČNB"} == acts


def test_the_last_known_rate_rests_on_one_reading() -> None:
    assert default_pack().series["cnb_repo_rate"].period[-1].evidence == "S"
