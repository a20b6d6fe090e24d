"""The guideline of basic needs: one amount for whole persons, known for one year, never taken for law."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.dates import parse_span
from dluhy.household.guideline import guideline, guideline_of
from dluhy.household.minimum import COUNTED
from dluhy.household.model import Circle, Member
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

ON = date(2026, 11, 22)
PACK = default_pack()

HOUSEHOLDS: list[tuple[dict[str, int], int | None]] = [
    ({"adult": 1}, 6940),
    ({"adult": 2}, 6652 + 5717),
    ({"adult": 1, "child_6": 1}, 6652 + 4843),
    ({"adult": 1, "child_15": 1, "child_6": 2, "child_0": 1}, 6652 + 5599 + 2 * 4843 + 3670),
    ({"adult": 3}, 6652 + 2 * 5717),
    ({"child_15": 1}, None),
    ({}, None),
]


@pytest.mark.parametrize(("counts", "crowns"), HOUSEHOLDS)
def test_the_guideline_adds_whole_persons(counts: dict[str, int], crowns: int | None) -> None:
    assert guideline(counts, ON) == (None if crowns is None else crowns * 100)


@given(st.fixed_dictionaries(dict.fromkeys(COUNTED, st.integers(0, 6))), st.sampled_from(COUNTED))
def test_one_person_more_is_never_cheaper(counts: dict[str, int], band: str) -> None:
    counts["adult"] += 1
    less, more = guideline(counts, ON), guideline(counts | {band: counts[band] + 1}, ON)
    assert less is not None
    assert more is not None
    assert more > less


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_it_is_known_for_its_year_only(day: date) -> None:
    with pytest.raises(HorizonError):
        guideline({"adult": 1}, day)
    if day.year == 2025:
        assert guideline_of(Circle(on=day, members=(Member(id="a", role="spouse"),))).most is None


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 12, 31)])
def test_it_is_known_on_the_first_and_last_day_of_its_year(day: date) -> None:
    assert guideline({"adult": 1}, day) == 694000


@pytest.mark.parametrize("counts", [{"adults": 1}, {"adult": -1}, {"single": 1}])
def test_strange_counts_are_refused(counts: dict[str, int]) -> None:
    with pytest.raises(InputError):
        guideline(counts, ON)


def test_a_known_household_has_one_amount_with_its_warning() -> None:
    members = (
        Member(id="a", role="debtor", born=parse_span("1990-05-05")),
        Member(id="b", role="child", born=parse_span("2018-01-01")),
    )
    came = guideline_of(Circle(on=ON, members=members))
    assert (came.least, came.most) == (1149500, 1149500)
    assert came.evidence == "S"
    assert came.cites
    assert "ne zákon" in came.notes[0].cs
    assert "not law" in came.notes[0].en


def test_an_unknown_band_makes_a_range() -> None:
    members = (
        Member(id="a", role="debtor", born=parse_span("1990-05-05")),
        Member(id="b", born=parse_span("2008-01-01")),
    )
    came = guideline_of(Circle(on=ON, members=members))
    assert (came.least, came.most) == ((6652 + 5599) * 100, (6652 + 5717) * 100)


def test_without_members_or_a_sure_adult_there_is_none() -> None:
    assert guideline_of(Circle(on=ON)).most is None
    assert guideline_of(Circle(on=ON, members=(Member(id="a", born=parse_span("2010-01-01")),))).most is None


@pytest.mark.parametrize("name", [name for name in PACK.series if name.startswith(("guideline_", "offer_", "budget_"))])
def test_every_working_figure_warns_that_it_is_no_law(name: str) -> None:
    for period in PACK.series[name].period:
        assert period.note is not None
        assert "ne zákon" in period.note.cs or "ne právo" in period.note.cs
        assert "not law" in period.note.en
