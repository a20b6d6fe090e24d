"""Rows for several years are divided where their sums allow, asked about where not; totals agree or are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy import check_list
from dluhy.intake.lists import CheckedList, take_in
from dluhy.intake.notices import codes_in
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2026, 11, 21)
HEADER = "Kód osoby;Datum narození;Druh;Rok;Splatnost;Jistina;Náklady;Zůstatek"


def _list(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "s.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def _take(folder: Path, *rows: str, header: str = HEADER) -> CheckedList:
    return take_in(_list(folder, *rows, header=header), default_pack(), AS_OF)


def _parts(checked: CheckedList) -> list[tuple[object, ...]]:
    return checked.facts.select("row", "part", "fee_year_from", "principal", "balance").rows()


def test_equal_whole_crowns_are_divided_year_by_year(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;odpad;2011–2013;;1500;1000;2500", "P1;1.1.2000;odpad;2014;;500;;500")
    assert _parts(checked) == [
        (2, 1, 2011, 50000, 83333), (2, 2, 2012, 50000, 83333), (2, 3, 2013, 50000, 83334), (3, 0, 2014, 50000, 50000),
    ]  # fmt: skip
    assert [codes_in("repairs", held) for held in checked.facts["repairs"]] == [["split_years"]] * 3 + [[]]
    assert checked.facts["costs"].sum() == 100000
    assert checked.rows_usable == checked.rows_in == 2


def test_sums_listed_by_year_go_to_their_years(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;odpad;2010, 2012;;500+600;100;1200")
    assert [part[2:4] for part in _parts(checked)] == [(2010, 50000), (2012, 60000)]
    assert [codes_in("repairs", held) for held in checked.facts["repairs"]] == [["split_listed"]] * 2


def test_a_sum_that_does_not_divide_is_asked_about(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;odpad;2011–2013;;1000;;1000")
    assert checked.facts.select("part", "fee_year_from", "fee_year_to").rows() == [(0, 2011, 2013)]
    assert [codes_in("warnings", held) for held in checked.facts["warnings"]] == [["several_years"]]


def test_scattered_years_without_sums_by_year_are_refused(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;odpad;2010, 2012;;1001;;1001", "P1;1.1.2000;odpad;2010, 2012;;1000;;1000")
    assert checked.rejected.select("row", "code").rows()[0] == (2, "scattered_years")


def test_the_due_day_stays_with_its_year(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;odpad;2012–2013;31.5.2013;1000;;1000")
    assert checked.facts["due_on_from"].to_list() == [None, date(2013, 5, 31)]


def test_only_fees_are_divided(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;knihovna;2012–2013;;1000;;1000")
    assert checked.facts["part"].to_list() == [0]
    assert checked.facts["warnings"].to_list() == [0]


def test_parts_are_judged_each_by_its_own_law(tmp_path: Path) -> None:
    result = check_list(_list(tmp_path, "P1;1.1.2000;odpad;2012–2013;;1000;;1000"), AS_OF)
    assert result.judged.select("row", "part", pl.col("outcome").cast(pl.String)).rows() == [(2, 1, "W0"), (2, 2, "W1")]
    assert result.receipt.rows_judged == result.receipt.rows_in == 1


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(
    years=st.integers(2, 6),
    principal=st.integers(1, 500_000),
    costs=st.integers(0, 10**7),
    balance=st.integers(-(10**7), 10**8),
)
def test_no_haler_is_lost_by_dividing(
    tmp_path_factory: pytest.TempPathFactory, years: int, principal: int, costs: int, balance: int
) -> None:
    row = f"P1;1.1.2000;odpad;{2005}-{2004 + years};;{principal / 100:.2f};{costs / 100:.2f};{balance / 100:.2f}"
    checked = _take(tmp_path_factory.mktemp("s"), row)
    assert checked.facts.select(pl.col("principal", "costs", "balance").sum()).row(0) == (principal, costs, balance)
    assert checked.facts.height in {1, years}


def test_totals_that_agree_and_totals_that_do_not(tmp_path: Path) -> None:
    rows = ["P1;1.1.2000;odpad;2012;;500;;500", "Mezisoučet;;;;;500;;500", "P1;1.1.2000;odpad;2013;;600;;700",
            "Mezisoučet;;;;;600;;600", "Celkem;;;;;1100;;1200"]  # fmt: skip
    checked = _take(tmp_path, *rows)
    assert checked.totals.rows() == [
        (3, "subtotal", "principal", 50000, 50000), (3, "subtotal", "balance", 50000, 50000),
        (5, "subtotal", "principal", 60000, 60000), (5, "subtotal", "balance", 60000, 70000),
        (6, "total", "principal", 110000, 110000), (6, "total", "balance", 120000, 120000),
    ]  # fmt: skip
    assert checked.totals_that_differ["row"].to_list() == [5]


def test_a_total_called_total_may_be_of_its_block_only(tmp_path: Path) -> None:
    rows = [
        "P1;1.1.2000;odpad;2012;;500;;500",
        "Celkem;;;;;500;;500",
        "P1;1.1.2000;odpad;2013;;600;;600",
        "Celkem;;;;;600;;600",
    ]
    assert _take(tmp_path, *rows).totals["kind"].to_list() == ["total", "total", "subtotal", "subtotal"]


def test_bare_sums_are_a_total_only_if_they_agree(tmp_path: Path) -> None:
    debt = "P1;1.1.2000;odpad;2012;;500;;500"
    agreeing, other = _take(tmp_path, debt, ";;;;;500;;500"), _take(tmp_path, debt, ";;;;;500;;501")
    assert (agreeing.rows_in, agreeing.apart["kind"].to_list()) == (1, ["header", "total"])
    assert (other.rows_in, other.rejected.select("row", "code").rows()) == (2, [(3, "only_money")])


def test_a_total_over_an_unreadable_sum_cannot_be_compared(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2000;odpad;2012;;asi 500;;500", "Celkem;;;;;500;;500")
    assert checked.totals.select("name", "computed").rows() == [("principal", None), ("balance", 50000)]


def test_a_rejected_row_counts_in_a_total(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;31.2.2000;odpad;2012;;500;;500", "Celkem;;;;;500;;500")
    assert checked.totals_that_differ.height == 0
    assert checked.sums["principal"] == (50000, 0, 50000)


def test_what_goes_with_a_row(tmp_path: Path) -> None:
    header = "Kód osoby;Datum narození;Druh;Rok;Splatnost;Spisová značka;Zůstatek;V zařízení;Počet měsíců v zařízení"
    rows = ["P1;1.1.2000;odpad;2012;31.5.2012;013 EX 1/15;0;;", "P1;1.1.2000;odpad;2013;31.5.2013;013 EX 2/15;-5;ne;3",
            "P2;1.1.2000;odpad;2012;31.5.2017;013 EX 3/15;5;;",
            "P2;1.1.2000;odpad;2012;31.5.2017;013EX3/2015;5;;"]  # fmt: skip
    checked = _take(tmp_path, *rows, header=header)
    assert [codes_in("warnings", held) for held in checked.facts["warnings"]] == [
        ["zero_balance"], ["negative_balance", "institution_contradiction"], ["duplicate", "due_far_from_year"],
        ["duplicate", "due_far_from_year"],
    ]  # fmt: skip


def test_an_executors_mark_says_who_enforces(tmp_path: Path) -> None:
    header = "Kód osoby;Datum narození;Druh;Rok;Spisová značka;Způsob vymáhání"
    rows = [
        "P1;1.1.2000;odpad;2012;013 EX 1/15;",
        "P1;1.1.2000;odpad;2013;013 EX 2/15;úřad",
        "P1;1.1.2000;odpad;2014;12 E 3/2015;",
    ]
    checked = _take(tmp_path, *rows, header=header)
    assert checked.facts["enforcement_kind"].cast(pl.String).to_list() == ["court_executor", "tax", None]
    assert codes_in("repairs", checked.facts["repairs"][0]) == ["executor_by_mark"]
