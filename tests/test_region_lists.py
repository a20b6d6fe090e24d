"""The invented region: whom it holds, what happens between its two days; its labels are the engine's answers."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import polars as pl
import pytest
from fixtures.generator_claims import years_before
from fixtures.generator_region import DAYS, EMPTY, MESSY_LIST, SILENT, cases, listed, main, write
from fixtures.region_reports import write_reports

from dluhy import check_list, places
from dluhy.region.files import read_exchanges
from dluhy.region.joining import overview

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

BEFORE, NOW = DAYS
CHEB, SVATAVA, PLESNA, TOUZIM = "554481", "538434", "554740", "555657"


@pytest.fixture(scope="module")
def region() -> pl.DataFrame:
    return cases()


def of_all(region: pl.DataFrame, day: object) -> pl.DataFrame:
    codes = region["list"].unique(maintain_order=True)
    return pl.concat([listed(region, code, day).with_columns(pl.lit(code).alias("list")) for code in codes])  # type: ignore[arg-type]


@pytest.mark.thorough
def test_the_same_seed_gives_the_same_region_and_another_gives_another(region: pl.DataFrame) -> None:
    assert cases().equals(region)
    assert not cases(7).equals(region)


def test_every_municipality_of_the_region_has_its_cases_or_a_reason_to_have_none(region: pl.DataFrame) -> None:
    here = set(places.frame().filter(pl.col("region") == "CZ041")["code"])
    silent = set.intersection(*(set(each) for each in SILENT.values()))
    assert len(here) == 134
    without = here - set(region["list"]) - silent - {EMPTY}
    sizes = dict(places.frame().select("code", "inhabitants_15plus").rows())
    assert not set(region["list"]) & (silent | {EMPTY})
    assert all(sizes[code] < 200 for code in without)  # so small that chance gave it none


def test_the_region_has_as_many_minors_and_young_adults_as_the_statistics_let_expect(region: pl.DataFrame) -> None:
    people = of_all(region, NOW).group_by("scenario").agg(pl.struct("list", "person_id").n_unique().alias("people"))
    counted = dict(people.rows())
    assert 65 <= counted["minor"] <= 130
    assert 1_000 <= counted["young"] <= 1_350


def test_two_thirds_of_those_who_owe_from_childhood_owe_less_than_two_thousand(region: pl.DataFrame) -> None:
    owed = (
        of_all(region, NOW)
        .filter(pl.col("scenario") != "other")
        .with_columns(pl.col("principal").cast(pl.Decimal(12, 2)))
    )
    sums = owed.group_by("list", "person_id").agg(pl.col("principal").sum())
    assert 0.6 < sums.filter(pl.col("principal") < 2_000).height / sums.height < 0.8


def test_bigger_and_more_burdened_municipalities_have_more_cases(region: pl.DataFrame) -> None:
    sizes = places.frame().select(pl.col("code").alias("list"), "inhabitants_15plus")
    counted = region.group_by("list").len().join(sizes, on="list")
    assert counted.select(pl.corr("len", "inhabitants_15plus")).item() > 0.9


def test_between_the_days_cases_stop_come_and_go_and_people_come_of_age(region: pl.DataFrame) -> None:
    assert region.filter(pl.col("stopped_on").is_between(BEFORE, NOW, closed="right")).height > 50
    assert region.filter(pl.col("appears_on").is_between(BEFORE, NOW, closed="right")).height > 200
    assert region.filter(pl.col("gone_on").is_between(BEFORE, NOW, closed="right")).height > 100
    born = region.filter(
        pl.col("birth_date").is_between(years_before(BEFORE, 18), years_before(NOW, 18), closed="right")
    )
    assert born.select(pl.struct("list", "person_id").n_unique()).item() >= 3


def test_a_stopped_case_runs_before_it_stops_and_no_day_lists_what_had_not_begun(region: pl.DataFrame) -> None:
    stopped = region.filter(pl.col("stopped_on").is_not_null())
    before, now = of_all(stopped, BEFORE), of_all(stopped, NOW)
    assert set(before["enforcement_status"]) <= {"running", "suspended"}
    assert set(now["enforcement_status"]) == {"stopped"}
    for day in DAYS:
        assert of_all(region, day).filter(pl.col("due_on") > day).is_empty()


def test_nobody_owes_before_birth_and_only_childhood_groups_owe_from_childhood(region: pl.DataFrame) -> None:
    assert region.filter(pl.col("due_on") <= pl.col("birth_date")).is_empty()
    labels = dict(region.group_by("scenario").agg(pl.col("expected").unique()).rows())
    assert set(labels["other"]) <= {"NOT_CHILD_DEBT", "NEEDS_DATA"}
    assert "NOT_CHILD_DEBT" not in {*labels["minor"], *labels["young"], *labels["older"]}


@pytest.mark.thorough
def test_the_script_writes_a_list_for_each_who_sends_one_and_says_whose_it_is(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    for day in DAYS:
        folder = tmp_path / day.isoformat()
        with (folder / "obsah.csv").open(encoding="utf-8", newline="") as file:
            contents = {row["kod_obce"]: row["soubor"] for row in csv.DictReader(file)}
        assert len(contents) == 134 - len(SILENT[day])
        assert not SILENT[day] & contents.keys()
        assert {*contents.values(), "obsah.csv"} == {path.name for path in folder.iterdir()}
        assert {EMPTY, MESSY_LIST} <= contents.keys()
        assert all(name.startswith(code) for code, name in contents.items())
    empty = check_list(next((tmp_path / NOW.isoformat()).glob(f"{EMPTY}*")), as_of=NOW)
    assert empty.judged.height == 0
    for day in DAYS:
        messy = check_list(next((tmp_path / day.isoformat()).glob(f"{MESSY_LIST}*")), as_of=day)
        assert messy.judged.height > 300
        assert messy.intake.rows_rejected > 0
    clean = check_list(next((tmp_path / NOW.isoformat()).glob(f"{CHEB}*")), as_of=NOW)
    expected = listed(cases(), CHEB, NOW)["expected"].to_list()
    assert clean.judged["outcome"].cast(pl.String).to_list() == expected


def _known(region: pl.DataFrame, code: str, day: date) -> tuple[int, int, int]:
    """Return how many children, adults and people without a birth date owe from childhood, by the labels alone."""
    owed = listed(region, code, day).filter(pl.col("expected") != "NOT_CHILD_DEBT").unique("person_id")
    born, majority = pl.col("birth_date"), years_before(day, 18)
    counts = owed.select(
        (born > majority).sum(), (born <= majority).sum().alias("adults"), born.null_count().alias("no")
    )
    children, adults, undecided = counts.row(0)
    return children, adults, undecided


@pytest.mark.thorough
def test_the_overview_counts_as_many_people_as_the_labels_say(region: pl.DataFrame, tmp_path: Path) -> None:
    write(tmp_path / "lists")
    paths = write_reports(tmp_path / "lists", tmp_path / "reports", {CHEB, SVATAVA, PLESNA, TOUZIM, EMPTY})
    assert len(paths) == 8  # two of each, but of those that sent one list only
    made = overview(read_exchanges(paths), region="CZ041")
    rows = {row["code"]: row for row in made.municipalities.iter_rows(named=True)}
    for code, day in ((CHEB, NOW), (SVATAVA, NOW), (PLESNA, NOW), (TOUZIM, BEFORE)):
        counted = tuple(rows[code][group] for group in ("children", "adults", "undecided"))
        assert counted == _known(region, code, day)
    assert (rows[EMPTY]["people"], rows[EMPTY]["reported"]) == (0, 1)
    assert made.not_reported.height == 129
    assert made.trend.filter(pl.col("level") == "region")["municipalities"].to_list() == [3, 3]
