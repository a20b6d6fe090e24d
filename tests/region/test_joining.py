"""Reports joined: sums by area, who is silent, like compared with like, what is said of it."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.region.building import AS, CHEB, DAY, LUBY, PREBUZ, SOKOLOV, block, people, report

from dluhy import places
from dluhy.problems import InputError
from dluhy.region.joining import overview
from dluhy.region.overview import AREAS, GROUPS, RANKING, STEPS_OF_TREND, TABLE_ROWS, TREND
from dluhy.region.trending import round_by
from dluhy.typography import czech_order

MAY, JUNE = date(2026, 5, 21), date(2026, 6, 30)
PRAGUE = "554782"
PLACES = (CHEB, AS, LUBY, SOKOLOV, PREBUZ)


def row(frame: pl.DataFrame, code: str) -> dict[str, object]:
    return frame.row(by_predicate=pl.col("code") == code, named=True)


def test_frames_have_the_columns_that_are_described() -> None:
    made = overview([people(CHEB, 3), people(CHEB, 2, day=MAY), people(AS, 0)])
    for frame in (made.municipalities, made.authorities, made.districts, made.total):
        assert dict(frame.schema) == AREAS
    assert dict(made.tables.schema) == TABLE_ROWS
    assert dict(made.ranking.schema) == RANKING
    assert dict(made.trend.schema) == TREND
    assert dict(made.trend_steps.schema) == STEPS_OF_TREND


def test_who_is_silent_is_shown_and_never_as_nought() -> None:
    made = overview([people(CHEB, 3), people(AS, 0)], region="CZ041")
    assert made.municipalities.height == 134
    assert made.not_reported.height == 132
    silent = row(made.municipalities, LUBY)
    assert silent["reported"] == 0
    assert all(
        silent[name] is None for name in AREAS if name.startswith((*GROUPS, "people", "rows")) and "hidden" not in name
    )
    assert row(made.municipalities, AS)["children"] == 0
    district = row(made.districts, "CZ0413")
    assert (district["reported"], district["children"], district["people"]) == (0, None, None)
    assert "132 z 134" in made.findings[0].cs.replace("\u00a0", " ")


def test_municipalities_authorities_and_the_silent_stand_in_czech_order() -> None:
    made = overview([people(CHEB, 3)], region="CZ041")
    for frame in (made.municipalities, made.not_reported, made.authorities, made.districts):
        names = frame["name"].to_list()
        assert names == sorted(names, key=czech_order)
    names = made.not_reported["name"].to_list()
    assert names.index("Citice") < names.index("Čichalov") < names.index("Dalovice")
    assert names.index("Hory") < names.index("Chodov") < names.index("Jáchymov")


def test_the_region_is_that_of_all_reports_or_none() -> None:
    assert overview([people(CHEB, 1)]).region == "CZ041"
    both = overview([people(CHEB, 1), people(PRAGUE, 2)])
    assert both.region is None
    assert both.municipalities.height == 2
    assert both.total["children"].to_list() == [3]
    assert any(finding.code == "no_region" for finding in both.findings)


def test_reports_of_another_region_and_a_region_that_is_none_are_refused() -> None:
    with pytest.raises(InputError) as foreign:
        overview([people(CHEB, 1), people(PRAGUE, 2)], region="CZ041")
    assert [problem.code for problem in foreign.value.problems] == ["other_region"]
    with pytest.raises(InputError) as unknown:
        overview([people(CHEB, 1)], region="CZ99")
    assert unknown.value.problems[0].code == "region"


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(PLACES), st.tuples(*[st.integers(0, 30)] * 3), min_size=1))
def test_every_area_is_the_sum_of_its_municipalities(counts: dict[str, tuple[int, int, int]]) -> None:
    made = overview([people(code, *numbers) for code, numbers in counts.items()], region="CZ041")
    assert made.total["people"].item() == sum(map(sum, counts.values()))
    assert made.total["debts"].item() == 2 * sum(map(sum, counts.values()))
    for frame in (made.districts, made.authorities):
        for place, group in enumerate(GROUPS):
            assert frame[group].sum() == sum(numbers[place] for numbers in counts.values())
    for name in ("regimes", "creditors", "enforcement_kinds"):
        whole = made.tables.filter(pl.col("level") == "region", pl.col("table") == name, pl.col("group") == "all")
        assert whole["debts"].sum() == made.total["debts"].item()
        assert whole["halere"].sum() == (made.total["halere"].item() or 0)


def test_the_newest_report_counts_and_the_older_one_is_trend() -> None:
    made = overview([people(CHEB, 3), people(CHEB, 9, day=MAY), people(AS, 4, day=MAY)], region="CZ041")
    assert row(made.municipalities, CHEB)["children"] == 3
    assert row(made.municipalities, AS)["as_of"] == MAY
    assert made.rounds == ("2026-05", "2026-11")
    assert any(finding.code == "days_differ" for finding in made.findings)


def test_the_trend_compares_like_with_like_and_says_who_came_and_went() -> None:
    made = overview(
        [people(CHEB, 9, day=MAY), people(CHEB, 3), people(AS, 4, day=MAY), people(LUBY, 5)], region="CZ041"
    )
    whole = made.trend.filter(pl.col("level") == "region")
    assert whole.select("round", "municipalities", "children").rows() == [("2026-05", 1, 9), ("2026-11", 1, 3)]
    (step,) = made.trend_steps.to_dicts()
    assert (step["joined"], step["left"], step["municipalities"]) == ([LUBY], [AS], 1)
    assert (step["children_before"], step["children_after"], step["packs_differ"]) == (9, 3, False)


def test_one_round_has_no_trend_and_of_several_reports_in_a_round_the_newest_counts() -> None:
    assert overview([people(CHEB, 9)]).trend.is_empty()
    early, late = date(2026, 11, 2), DAY
    made = overview([people(CHEB, 9, day=early), people(CHEB, 4, day=late), people(CHEB, 7, day=MAY)])
    assert made.trend.filter(pl.col("level") == "region")["children"].to_list() == [7, 4]
    by_day = overview([people(CHEB, 9, day=early), people(CHEB, 4, day=late)], period="day")
    assert by_day.rounds == ("2026-11-02", "2026-11-21")


def test_rounds_are_called_by_their_period() -> None:
    named = [round_by(period)(JUNE) for period in ("day", "month", "quarter", "year")]
    assert named == ["2026-06-30", "2026-06", "2026-Q2", "2026"]


def test_different_packs_are_told() -> None:
    made = overview([people(CHEB, 9), report(block(AS, {"children": (2, 2, 100)}), pack="b")])
    assert made.findings[0].code == "packs_differ"
    assert len(made.packs) == 2


def test_amounts_of_which_none_is_known_are_not_nought() -> None:
    unknown = block(CHEB, {"children": (2, 2, 0)})
    line = unknown.groups[0].model_copy(update={"amounts_unknown": 2})
    made = overview([report(unknown.model_copy(update={"groups": [line, *unknown.groups[1:]]}))])
    assert row(made.municipalities, CHEB)["children_halere"] is None
    assert row(made.municipalities, CHEB)["children_amounts_unknown"] == 2


def test_what_was_stopped_is_known_of_those_who_compared_only() -> None:
    compared = block(CHEB, {"children": (9, 9, 900)}, changes={"children": {"stopped": (2, 3, 300)}}, since=MAY)
    made = overview([report(compared), people(AS, 4)], region="CZ041")
    assert row(made.municipalities, CHEB)["stopped_debts"] == 3
    assert row(made.municipalities, AS)["stopped_debts"] is None
    assert (made.total["stopped_debts"].item(), made.total["since_reported"].item()) == (3, 1)


def test_one_creditor_is_one_though_one_list_does_not_give_its_number() -> None:
    def of(code: str, creditor: str, name: str) -> object:
        made = block(code, {"children": (3, 3, 300)})
        line = made.tables.creditors[0].model_copy(update={"code": creditor, "name": name, "kind": "carrier"})
        tables = made.tables.model_copy(update={"creditors": [line]})
        return report(made.model_copy(update={"tables": tables}))

    found = [of(CHEB, "12345678", "Doprava, a.s."), of(AS, "doprava a s", "DOPRAVA a.s.")]
    made = overview(found)  # type: ignore[arg-type]
    whole = made.tables.filter(pl.col("level") == "region", pl.col("table") == "creditors", pl.col("group") == "all")
    assert whole.select("code", "debts", "municipalities").rows() == [("12345678", 6, 2)]


def test_the_region_has_the_places_of_the_register() -> None:
    made = overview([people(CHEB, 1)], region="CZ041")
    here = places.frame().filter(pl.col("region") == "CZ041")
    assert made.authorities["municipalities"].sum() == here.height
    assert made.total["inhabitants_15plus"].item() == here["inhabitants_15plus"].sum()
