"""What is known of a person from all rows of that person: unpaid years, debts of childhood, age."""

from __future__ import annotations

from datetime import date

import pytest
from tests.strategies import FEES, Facts, judge

WASTE, OTHER = FEES
BORN = date(2005, 6, 15)


def fee(year: object, person: str = "A", **more: object) -> Facts:
    """Return an unpaid waste fee of a child."""
    due = date(year, 5, 31) if isinstance(year, int) else None
    facts: Facts = {"debt_kind": WASTE, "fee_year": year, "due_on": due, "birth_date": BORN, "balance": "500"}
    return {"person_id": person, **facts, **more}


def unpaid_years(*rows: Facts) -> list[tuple[int | None, int | None]]:
    """Return the bounds of unpaid fee years that each row shows."""
    return judge(rows).select("unpaid_fee_years_from", "unpaid_fee_years_to").rows()


@pytest.mark.parametrize(
    ("rows", "years"),
    [
        ([fee(2014)], 1),
        ([fee(2014), fee(2015)], 2),
        ([fee(2014), fee(2014)], 1),
        ([fee(2014), fee(2014, debt_kind=OTHER, balance="200")], 1),
        ([fee("2012/2015")], 4),
        ([fee("2012/2014"), fee(2014), fee(2016)], 3),
        ([fee(2014), fee(2015, balance="0")], 1),
        ([fee(2014), fee(2015, balance="-5")], 1),
        ([fee(2014), fee(2015, balance=None)], 2),
        ([fee(2014), fee(2014, due_on=None), fee(2015, due_on=None)], 2),
        ([fee(2014), fee(2015, debt_kind="library", arose_on=date(2015, 1, 1))], 1),
        ([fee(2014), fee(2015, debt_kind=None)], 1),
        ([fee(2014), fee(2015, birth_date=None)], 1),
        ([fee(2023), fee(2024)], 1),
        ([fee(2023, due_on=date(2023, 6, 14)), fee(2022)], 2),
        ([fee(2023, due_on=date(2023, 6, 15)), fee(2022)], 1),
        ([fee(2023, due_on=None), fee(2022)], 1),
        ([fee(2023, balance="0")], 0),
        ([fee(1985, birth_date=date(1980, 1, 1)), fee(1986, birth_date=date(1980, 1, 1))], 2),
    ],
    ids=[
        "one year",
        "two years",
        "the same year twice",
        "two kinds of fee of one year",
        "a span counts its years",
        "of a span and years beside it the longer counts",
        "a paid year does not count",
        "an overpaid year does not count",
        "an unknown balance counts as unpaid",
        "a year without its due day counts",
        "other debts do not count",
        "a debt of unknown kind does not count",
        "a debtor of unknown age does not count",
        "a fee of an adult does not count",
        "due on the day before the 18th birthday",
        "due on the 18th birthday",
        "due on some day of the year of the 18th birthday",
        "nothing unpaid",
        "old years count like others",
    ],
)
def test_unpaid_years_are_counted_once_each_if_the_debtor_was_surely_a_child(rows: list[Facts], years: int) -> None:
    assert {low for low, _ in unpaid_years(*rows)} == {years}


def test_the_list_never_tells_how_many_unpaid_years_there_are_at_most() -> None:
    assert {high for _, high in unpaid_years(fee(2014), fee(2015), fee(2016))} == {None}


@pytest.mark.parametrize(
    ("rows", "years"),
    [
        ([{"due_on": date(2016, 5, 31)}], 1),
        ([{"due_on": date(2016, 5, 31)}, {"due_on": date(2017, 5, 31)}], 1),
        ([{"due_on": "2016"}], 1),
        ([{"fee_year": 2015, "due_on": date(2015, 5, 31)}, {"due_on": date(2016, 5, 31)}], 1),
        ([{"fee_year": {"from": 2015}, "due_on": date(2015, 5, 31)}], 1),
    ],
)
def test_years_that_are_only_estimated_count_as_one_at_most(rows: list[Facts], years: int) -> None:
    """A year read off a due day may be the year before, so two such rows may be one year."""
    assert {low for low, _ in unpaid_years(*({**fee(None), **row} for row in rows))} == {years}


def test_people_are_kept_apart() -> None:
    rows = [fee(2014), fee(2015, "B"), fee(2015), fee(2016, "C", balance="0"), fee(2017)]
    assert [low for low, _ in unpaid_years(*rows)] == [3, 1, 3, 0, 3]


@pytest.mark.parametrize(("given", "holds"), [(1, False), (2, True)])
def test_what_the_user_says_of_unpaid_years_wins_for_the_whole_person(given: int, *, holds: bool) -> None:
    home: Facts = {"in_institution": False}
    rows = [fee(2014, unpaid_fee_years=given) | home, *(fee(year) | home for year in (2015, 2016)), fee(2016, "B")]
    assert unpaid_years(*rows) == [(given, given)] * 3 + [(1, None)]
    assert judge(rows)["conflict_presumed"].to_list() == [holds, holds, holds, None]


@pytest.mark.parametrize(
    ("rows", "debts"),
    [
        ([fee(2014)], (1, 1)),
        ([fee(2014), fee(2015), fee(2024)], (2, 2)),
        ([fee(2023, due_on=None)], (0, 1)),
        ([fee(2014), fee(2015, birth_date=None)], (1, 2)),
        ([fee(2014, debt_kind=None)], (0, 1)),
        ([fee(2024)], (0, 0)),
        ([fee(None, debt_kind="library", arose_on=date(2023, 6, 14))], (1, 1)),
        ([fee(None, debt_kind="library", arose_on=date(2023, 6, 15))], (0, 0)),
        ([fee(2014, balance="0")], (1, 1)),
    ],
)
def test_debts_of_childhood_are_counted_from_the_sure_ones_to_all_that_may_be(
    rows: list[Facts], debts: tuple[int, int]
) -> None:
    judged = judge(rows).select("childhood_debts_from", "childhood_debts_to")
    assert set(judged.rows()) == {debts}


def test_the_age_of_a_person_spans_what_the_rows_allow() -> None:
    """Rows that contradict each other widen the limits, rows that say nothing do not."""
    rows = [fee(2014), fee(2015, birth_date=date(2010, 11, 22)), fee(2016, birth_date=None), fee(2014, "B")]
    judged = judge(rows)
    assert judged.select("person_age_from", "person_age_to").rows() == [(15, 21)] * 3 + [(21, 21)]
    first, last = judged.select("person_days_to_18_from", "person_days_to_18_to").row(0)
    assert (first, last) == (
        (date(2023, 6, 15) - date(2026, 11, 21)).days,
        (date(2028, 11, 22) - date(2026, 11, 21)).days,
    )


def test_nothing_is_known_of_the_age_of_a_person_without_a_birth_date() -> None:
    judged = judge([fee(2014, birth_date=None)])
    assert judged.select("person_age_from", "person_age_to", "person_days_to_18_from").row(0) == (None, None, None)
    assert judged.select("list", "urgency").row(0) == (None, None)
