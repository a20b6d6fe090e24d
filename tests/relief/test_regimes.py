"""The wording that governs a debt relief: decided by the days known, every other possible one kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.dates import Span
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.regimes import first_day, regime

if TYPE_CHECKING:
    from dluhy.relief.regimes import Regime

PACK = default_pack()
DAYS = st.dates(date(2008, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("petition", "found", "approved", "possible"),
    [
        (date(2019, 5, 20), date(2019, 6, 3), None, ("r2019",)),
        (date(2019, 5, 20), date(2019, 5, 31), None, ("r2017",)),
        (date(2017, 6, 1), date(2017, 6, 30), None, ("r2008",)),
        (date(2017, 6, 1), date(2017, 7, 1), None, ("r2017",)),
        (date(2019, 5, 20), None, None, ("r2017", "r2019")),
        (date(2019, 5, 20), None, date(2019, 5, 31), ("r2017",)),
        (date(2019, 6, 1), None, None, ("r2019",)),
        (date(2024, 9, 30), date(2024, 12, 1), None, ("r2019",)),
        (date(2024, 10, 1), None, None, ("r2024",)),
        (None, date(2018, 1, 1), None, ("r2017",)),
        (None, date(2024, 12, 1), None, ("r2019", "r2024")),
        (None, None, date(2017, 6, 30), ("r2008",)),
        (Span(date(2024, 9, 1), date(2024, 10, 31)), None, None, ("r2019", "r2024")),
        (None, Span(date(2019, 5, 1), date(2019, 6, 30)), None, ("r2017", "r2019")),
    ],
)
def test_the_days_known_leave_only_what_they_allow(
    petition: date | Span | None, found: date | Span | None, approved: date | None, possible: tuple[str, ...]
) -> None:
    governing = regime(petition, found, approved)
    assert governing.possible == possible
    assert governing.code == (possible[0] if len(possible) == 1 else None)
    assert governing.cites


def test_nothing_known_leaves_every_wording_and_those_not_known_yet() -> None:
    governing = regime(None)
    assert governing.possible == tuple(PACK.vocabularies["relief_regimes"])
    assert governing.beyond
    assert governing.code is None
    assert governing.value("relief_plan_months") is None


def test_proceedings_begun_past_what_the_pack_knows_are_refused_with_the_reason() -> None:
    with pytest.raises(HorizonError, match="further wording of the Insolvency Act"):
        regime(date(2027, 1, 1))
    assert regime(date(2026, 12, 31)).code == "r2024"
    within = regime(Span(date(2026, 12, 1), date(2027, 1, 31)))
    assert (within.possible, within.beyond, within.code) == (("r2024",), True, None)


def test_proceedings_begun_before_the_act_are_refused() -> None:
    with pytest.raises(HorizonError):
        regime(date(2007, 12, 31))


@pytest.mark.parametrize(
    ("petition", "found", "approved"),
    [
        (date(2020, 1, 2), date(2020, 1, 1), None),
        (None, date(2020, 1, 2), date(2020, 1, 1)),
        (date(2020, 1, 2), None, date(2020, 1, 1)),
    ],
)
def test_days_out_of_order_are_refused(petition: date | None, found: date | None, approved: date | None) -> None:
    with pytest.raises(InputError, match="days_out_of_order"):
        regime(petition, found, approved)


@given(DAYS, st.integers(0, 900), st.integers(0, 900))
def test_knowing_a_day_only_narrows_what_is_possible(petition: date, to_finding: int, to_approval: int) -> None:
    found = petition + timedelta(days=to_finding)
    approved = found + timedelta(days=to_approval)
    exact = regime(petition, found, approved)
    assert len(exact.possible) == 1
    looser: list[Regime] = [
        regime(petition), regime(None, found), regime(None, None, approved), regime(petition, None, approved),
        regime(Span(petition - timedelta(days=400), petition), found),
    ]  # fmt: skip
    assert all(set(exact.possible) <= set(each.possible) for each in looser)


def test_every_wording_has_its_amounts() -> None:
    months = {code: regime_of(code).value("relief_plan_months") for code in PACK.vocabularies["relief_regimes"]}
    assert months == {"r2008": 60, "r2017": 60, "r2019": 60, "r2024": 36}
    short = {code: regime_of(code).value("relief_plan_months_short") for code in months}
    assert short == {"r2008": 0, "r2017": 0, "r2019": 36, "r2024": 0}


def regime_of(code: str) -> Regime:
    """Return a wording by its first day; the newest is selected by the day of the petition."""
    day = first_day(code, PACK)
    return regime(day) if code == "r2024" else regime(None, Span(day, day), day)
