"""Years with an index, and those without one; the partial index; what the place is compared with."""

from __future__ import annotations

import re

import polars as pl
import pytest
from tests.municipal import index_model as model

from dluhy.law.pack import default_pack
from dluhy.municipal.index.computing import index_of
from dluhy.municipal.index.history import TOGETHER, history_of
from dluhy.municipal.index.method import method_of, years_of
from dluhy.places import exclusion
from dluhy.problems import HorizonError, InputError

PACK = default_pack()
CHEB = "554481"
GIVEN = model.reference(CZ=model.sums(), CZ041=model.sums())


def _problems(
    frame: pl.DataFrame, year: int, reference: pl.DataFrame | None = None, *, partial: bool = False
) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        index_of(frame, year, PACK, reference=reference, partial=partial)
    return [(problem.code, f"{problem.place}: {problem.cs}") for problem in caught.value.problems]


@pytest.mark.parametrize("year", [2025, 2026, 2031])
def test_a_year_after_the_benefits_merged_is_refused_saying_why_and_the_last_year(year: int) -> None:
    ((code, told),) = _problems(exclusion.frame(), year)
    assert code == "index_year"
    assert "poslední rok je 2024" in told
    assert re.search(r"1\.\s10\.\s2025", told)
    assert "151/2025" in told
    assert "--partial" in told


def test_a_year_before_the_index_is_refused() -> None:
    ((code, told),) = _problems(exclusion.frame(), 2015)
    assert code == "index_year"
    assert "2016" in told


def test_the_partial_index_ends_where_its_thresholds_are_known() -> None:
    assert years_of(PACK) == (2016, 2024)
    assert years_of(PACK, partial=True) == (2016, 2026)
    with pytest.raises(InputError):
        method_of(PACK, 2027, partial=True)


def test_the_partial_index_has_three_dimensions_no_band_and_says_that_it_is_not_official() -> None:
    frame = exclusion.frame().drop("pnb_payments", "pnz_payments", "published")
    rows = index_of(frame, 2023, PACK, partial=True)
    whole = index_of(exclusion.frame(), 2023, PACK)
    three = ["exe_points", "uoz6_points", "po_zs_points"]
    assert rows["index"].equals(whole.select(pl.sum_horizontal(three)).to_series().cast(pl.Int16), check_names=False)
    assert not any(name.startswith(("pnb", "pnz")) for name in rows.columns)
    assert rows["band"].null_count() == rows.height
    assert not rows["official"].any()


@pytest.mark.parametrize(("year", "evidence"), [(2016, "M"), (2022, "M"), (2023, "D"), (2024, "M")])
def test_thresholds_are_verified_for_2023_and_to_be_verified_for_other_years(year: int, evidence: str) -> None:
    assert method_of(PACK, year).evidence == evidence


def test_an_area_of_which_nothing_is_known_is_named_with_the_municipalities_that_are_missing() -> None:
    found = _problems(exclusion.frame(), 2022)
    assert [code for code, _ in found].count("reference_missing") == len(found)
    assert any(told.startswith("CZ:") and "5623" in told for _, told in found)
    assert not any(told.startswith("CZ031:") for _, told in found)  # only its schools are named, without their figures


def test_sums_given_win_over_the_frame_and_the_pack() -> None:
    rows = index_of(model.frame_of(model.place(CHEB)), 2023, PACK, reference=GIVEN)
    assert rows.select("region_sums", "state_sums").row(0) == ("given", "given")
    assert index_of(exclusion.frame(), 2023, PACK).select("region_sums", "state_sums").unique().row(0) == (
        "frame",
        "pack",
    )


def test_municipalities_that_have_more_than_their_whole_region_are_told() -> None:
    """Payments of a year where the mean month belongs, for instance."""
    frame = model.frame_of(model.place(CHEB, inhabitants_15plus=300_000, inhabitants_15_64=100_000, exe=99_000))
    assert {code for code, _ in _problems(frame, 2023)} == {"reference_small"}


@pytest.mark.parametrize(("reference", "code"), [
    (GIVEN.drop("exe"), "column_missing"),
    (model.reference(CZ=model.sums(), CZ999=model.sums()), "unknown_area"),
    (pl.concat([GIVEN, GIVEN]), "duplicate"),
    (model.reference(CZ=model.sums(exe=-1), CZ041=model.sums()), "area_sum"),
    (model.reference(CZ=model.sums(exe=1_000_001), CZ041=model.sums()), "area_sum"),
])  # fmt: skip
def test_sums_that_cannot_be_are_refused(reference: pl.DataFrame, code: str) -> None:
    assert code in {each for each, _ in _problems(model.frame_of(model.place(CHEB)), 2023, reference)}


def test_a_frame_with_wrong_types_or_rows_is_refused_with_every_reason() -> None:
    wrong = model.frame_of(model.place(CHEB)).with_columns(exe=pl.lit(1.5)).drop("uoz6")
    assert [code for code, _ in _problems(wrong, 2023)] == ["column_missing", "column_type"]
    rows = model.frame_of(model.place(CHEB, exe=-1), model.place("123456"), model.place(CHEB))
    assert [code for code, _ in _problems(rows, 2023)] == ["duplicate", "negative", "unknown_code", "duplicate"]


def test_an_empty_frame_has_an_empty_index() -> None:
    rows = index_of(model.frame_of(), 2023, PACK)
    assert rows.height == 0
    assert "index" in rows.columns


def test_the_history_has_the_printed_and_the_consistent_number_of_2020() -> None:
    cells = {(cell.year, cell.band): cell for cell in history_of(PACK)}
    cell = cells[2020, "none_or_low"]
    assert (cell.count, cell.printed) == (3_526, 3_326)
    assert cell.note is not None
    of_2020 = [cells[2020, band].count for band in ("none_or_low", "medium", "increased", "high")]
    assert sum(count or 0 for count in of_2020) == 6_254


@pytest.mark.parametrize("year", [2020, 2023])
def test_both_highest_bands_together_are_their_sum_where_both_are_known(year: int) -> None:
    cells = {(cell.year, cell.band): cell.count or 0 for cell in history_of(PACK)}
    assert cells[year, TOGETHER] == cells[year, "increased"] + cells[year, "high"]


def test_a_year_without_a_number_is_left_out_of_the_history() -> None:
    found = {(cell.year, cell.band): cell.count for cell in history_of(PACK)}
    assert (2017, "high") not in found
    assert found[2016, "high"] == 336
    assert found[2024, TOGETHER] == 578
    assert all(count is not None for count in found.values())


def test_the_bands_of_2023_add_up_to_all_municipalities() -> None:
    cells = {(cell.year, cell.band): cell.count or 0 for cell in history_of(PACK)}
    assert sum(cells[2023, band] for band in ("none_or_low", "medium", "increased", "high")) == 6_258


def test_thresholds_end_with_their_horizon() -> None:
    from datetime import date

    from dluhy.law.amounts import rows_on

    with pytest.raises(HorizonError):
        rows_on(PACK.tables["exclusion_index_counts"], date(2027, 12, 31))
