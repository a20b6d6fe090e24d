"""Small promises of the facts that no other test makes: mutants of the code showed that they were missing."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from tests.facts.one_fact import PACK

from dluhy.dates import DateError, last_day_of_period, parse_span
from dluhy.facts.derived.limits import limit_of
from dluhy.law.models import Limit

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
