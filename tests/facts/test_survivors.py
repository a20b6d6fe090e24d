"""Small promises of the facts that no other test makes: mutants of the code showed that they were missing."""

from __future__ import annotations

from datetime import date

import attrs
import polars as pl
import pytest
from tests.facts.one_fact import PACK, computed
from tests.strategies import AS_OF, FEES, Facts, judge

from dluhy.dates import DateError, last_day_of_period, parse_span
from dluhy.facts.derived import calendar, functions
from dluhy.facts.derived.fees import kinds_where
from dluhy.facts.derived.limits import limit_of
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FACTS
from dluhy.law.models import Limit, Rule
from dluhy.problems import PackError

TABLE = PACK.days["public_holidays"]


@pytest.mark.parametrize("text", ["2019/2018", "2018-02-30", "yesterday"])
def test_what_is_no_date_is_named_in_the_error(text: str) -> None:
    with pytest.raises(DateError, match=text):
        parse_span(f" {text} ")


def test_a_period_may_run_from_the_last_day_of_the_table() -> None:
    assert TABLE.to.weekday() < 5
    assert last_day_of_period(TABLE.to, days=0, counting="osr57", holidays=TABLE) == TABLE.to


def test_a_limit_without_a_period_is_a_day_that_is_not_known() -> None:
    limit = Limit.model_validate({"text": {"cs": "lhůta", "en": "limit"}, "evidence": "S"})
    frame = pl.DataFrame({"as_of": [date(2026, 11, 21)]})
    assert frame.select(limit_of(limit, PACK)).dtypes == [pl.Date()]


def bounds(name: str, rows: list[Facts]) -> list[tuple[object, ...]]:
    """Return a fact of each row of a judged list of one person; of a ranged one both bounds."""
    return judge([{"person_id": "A", **row} for row in rows]).select(FACTS[name].columns).rows()


def test_two_rows_with_the_same_birth_date_do_not_disagree() -> None:
    born: list[Facts] = [{"birth_date": day} for day in (date(2005, 6, 15), date(2005, 6, 15), date(2005, 6, 16))]
    assert bounds("births_disagree", born[:2]) == [(False,), (False,)]
    assert bounds("births_disagree", born) == [(True,)] * 3


@pytest.mark.parametrize(("age", "debts"), [(17, (1, 1)), (18, (0, 1))])
def test_a_debt_of_an_unknown_day_is_surely_of_childhood_until_the_18th_birthday(
    age: int, debts: tuple[int, int]
) -> None:
    born = AS_OF.replace(year=AS_OF.year - age)
    assert bounds("childhood_debts", [{"debt_kind": "library", "birth_date": born}]) == [debts]


def test_one_haler_that_is_left_to_pay_is_unpaid() -> None:
    facts: Facts = {"debt_kind": FEES[0], "fee_year": 2014, "due_on": "2014-05-31", "birth_date": date(2005, 6, 15)}
    assert bounds("unpaid_fee_years", [{**facts, "balance": "0.01"}]) == [(1, None)]
    assert bounds("unpaid_fee_years", [{**facts, "balance": "0.00"}]) == [(0, None)]


def test_a_day_outside_the_tables_is_unknown() -> None:
    days = [date(1799, 12, 31), date(1800, 1, 1), date(2200, 12, 31), date(2201, 1, 1), None]
    frame = pl.DataFrame({"day": days}, schema={"day": pl.Date()})
    day = pl.col("day")
    came = frame.select(number=calendar.as_number(day), month=calendar.month_start(day))
    assert came["number"].to_list() == [None, 18000101, 22001231, None, None]
    assert came["month"].to_list() == [None, date(1800, 1, 1), date(2200, 12, 1), None, None]


def test_a_year_outside_the_tables_has_no_first_and_no_last_day() -> None:
    frame = pl.DataFrame({"year": [1799, 1800, 2200, 2201, None]}, schema={"year": pl.Int32()})
    ends = frame.select(
        first=calendar.first_day(pl.col("year")),
        last=calendar.last_day(pl.col("year")),
    )
    assert ends["first"].to_list() == [None, date(1800, 1, 1), date(2200, 1, 1), None, None]
    assert ends["last"].to_list() == [None, date(1800, 12, 31), date(2200, 12, 31), None, None]


@pytest.mark.parametrize(
    ("born", "gained", "too_early"),
    [
        (date(2000, 5, 5), date(2016, 5, 4), True),
        (date(2000, 5, 5), date(2016, 5, 5), False),
        ("2000-05", date(2016, 4, 30), True),
        ("2000-05", date(2016, 5, 4), None),
        ("2000-05", date(2016, 5, 31), False),
        (None, date(2016, 5, 5), None),
        (date(2000, 5, 5), None, None),
    ],
)
def test_full_capacity_before_the_sixteenth_birthday_is_too_early(
    born: object, gained: date | None, *, too_early: bool | None
) -> None:
    facts: Facts = {"birth_date": born, "full_capacity_on": gained}
    assert computed("capacity_too_early", [facts]) == [too_early]


@pytest.mark.parametrize("fact", ["minor_when_assessed", "minor_when_sued"])
@pytest.mark.parametrize(
    ("ages", "minor"),
    [(17, True), (18, False), ({"from": 17, "to": 18}, None), ({"from": 18}, False), ({"to": 17}, True), (None, None)],
)
def test_who_is_under_18_at_every_age_allowed_is_a_minor(fact: str, ages: object, *, minor: bool | None) -> None:
    assert computed(fact, [{fact.replace("minor", "age"): ages}]) == [minor]


@pytest.mark.parametrize(
    ("ages", "after"), [(-1, True), (0, False), ({"from": -1, "to": 0}, None), ({"to": -1}, True), ({"from": 0}, False)]
)
def test_who_is_younger_than_nothing_was_not_born_yet(ages: object, *, after: bool | None) -> None:
    assert computed("born_after_minority_day", [{"age_on_minority_day": ages}]) == [after]


def test_an_age_that_the_pack_does_not_know_is_named() -> None:
    series = PACK.series["age_of_majority"]
    unknown = series.period[-1].model_copy(update={"value": None, "unknown": True})
    pack = attrs.evolve(PACK, series={"age_of_majority": series.model_copy(update={"period": [unknown]})})
    with pytest.raises(PackError, match="age_of_majority"):
        functions()["days_to_18"](pack)


def test_a_kind_is_asked_for_a_word_of_its_entry_and_an_unknown_kind_stays_unknown() -> None:
    frame = frame_from_facts([{"debt_kind": kind} for kind in (FEES[0], "library", None)], PACK.members)
    asked = frame.select(
        fee=kinds_where(PACK, "group", "local_fee"),
        none=kinds_where(PACK, "group", "no such group"),
    )
    assert asked["fee"].to_list() == [True, False, None]
    assert asked.select(pl.col("none").any()).item() is False


@pytest.mark.parametrize(("years", "limit"), [("2021/2022", 7_200), ("2020/2021", None), ("2026/2027", None)])
def test_a_span_with_a_year_of_unknown_cap_has_no_limit(years: str, limit: int | None) -> None:
    facts: Facts = {"debt_kind": FEES[0], "fee_type": "system", "fee_year": years, "fee_years_covered": 2}
    assert computed("triple_limit", [facts]) == [None if limit is None else limit * 100]


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (date(2014, 5, 31), (date(2014, 1, 1), date(2016, 12, 31))),
        (date(2017, 3, 31), (date(2014, 1, 1), date(2017, 3, 31))),
        (date(2013, 5, 31), (date(2013, 5, 31), date(2016, 12, 31))),
    ],
    ids=["due within", "due after", "due before"],
)
def test_a_sum_for_several_years_may_have_been_due_on_any_day_of_them_and_on_its_own(
    due: date, days: tuple[date, date]
) -> None:
    facts: Facts = {"debt_kind": FEES[0], "fee_year": "2014/2016", "due_on": due, "fee_year_estimated": False}
    assert computed("minority_day", [facts]) == [days]


@pytest.mark.parametrize(
    ("stated", "months", "inside"), [(True, None, True), (False, 3, False), (None, 3, True), (None, None, None)]
)
def test_what_the_list_says_of_an_institution_wins_over_its_months(
    *, stated: bool | None, months: int | None, inside: bool | None
) -> None:
    facts: Facts = {"in_institution": stated, "institution_months": months}
    assert computed("stated_in_institution", [facts]) == [inside]


@pytest.mark.parametrize("rules", [{}, PACK.rules], ids=["no rules", "all rules"])
def test_a_pack_that_tells_no_verdicts_and_no_texts_leaves_no_claim_out(rules: dict[str, Rule]) -> None:
    pack = attrs.evolve(PACK, vocabularies={"debt_kinds": PACK.vocabularies["debt_kinds"]}, rules=rules, fact_texts={})
    facts: Facts = {"debt_kind": FEES[0], "balance": "500", "age_on_minority_day": 10, "refinances_childhood": False}
    frame = frame_from_facts([{**facts, "secured": secured} for secured in (False, True)], PACK.members)
    shares = [
        frame.select(functions()[name](pack)).to_series().to_list()
        for name in ("childhood_two_thirds", "childhood_two_thirds_kept")
    ]
    assert shares == [[True], [True]]
