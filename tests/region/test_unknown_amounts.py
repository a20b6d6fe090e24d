"""Amounts that are not known: their sum stays unknown, a sum of some says so; in the public release and in the own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from tests.region.building import AS, CHEB, DAY, LUBY, block, people, report
from tests.region.test_joining import MAY

from dluhy.region.joining import overview
from dluhy.region.overview import GROUPS
from dluhy.report.region_html import region_html
from dluhy.report.region_notes import told
from dluhy.report.region_sheets import write_overview
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from datetime import date

    from dluhy.region.files import Report
    from dluhy.region.overview import Overview

UNKNOWN = "částka není známa"


def without_amounts(code: str, unknown: int, *, day: date = DAY) -> Report:
    """Return a report of 20 children with 30 debts, of so many of which no balance is known, of each table alike."""
    halere = 0 if unknown == 30 else 3_000_000
    made = block(code, {"children": (20, 30, halere)}, changes={"children": {"stopped": (20, 30, halere)}}, since=MAY)
    some = {"amounts_unknown": unknown}
    tables: dict[str, Any] = {
        name: [line.model_copy(update=some) for line in getattr(made.tables, name) or ()]
        for name in type(made.tables).model_fields
    }
    groups = [line.model_copy(update=some) if line.debts else line for line in made.groups]
    assert made.since is not None
    since = made.since.model_copy(update={"changes": [line.model_copy(update=some) for line in made.since.changes]})
    new = {"tables": made.tables.model_copy(update=tables), "groups": groups, "since": since}
    return report(made.model_copy(update=new), day)


def joined(*reports: Report, public: bool) -> Overview:
    return overview(reports, region="CZ041", public=public)


def of(made: Overview, code: str) -> dict[str, Any]:
    return next(row for row in made.municipalities.iter_rows(named=True) if row["code"] == code)


def sums(made: Overview) -> list[tuple[int | None, bool | None]]:
    """Return the sum of children of the municipality, of its ORP, its district, the region, of all groups there."""
    rows = [of(made, CHEB), *(frame.row(0, named=True) for frame in (
        made.authorities.filter(made.authorities["code"] == of(made, CHEB)["authority"]),
        made.districts.filter(made.districts["code"] == of(made, CHEB)["district"]), made.total))]  # fmt: skip
    return [(row[f"{whose}halere"], row[f"{whose}at_least"]) for row in rows for whose in ("children_", "")]


@pytest.mark.parametrize("public", [False, True])
def test_a_sum_of_which_no_amount_is_known_is_unknown_everywhere(public: bool) -> None:  # noqa: FBT001
    made = joined(without_amounts(CHEB, 30), without_amounts(CHEB, 30, day=MAY), public=public)
    assert {halere for halere, _ in sums(made)} == {None}
    assert set(made.trend["children_halere"].to_list()) == {None}
    assert made.tables["halere"].null_count() == made.tables.height
    page = region_html(made)
    assert "kolik zbývá, není známo" in page.replace("\u00a0", " ")
    assert any("zůstatky nejsou známy" in line.replace("\u00a0", " ") for line in told(made, texts("cs")))


@pytest.mark.parametrize("public", [False, True])
def test_a_sum_that_misses_amounts_says_at_least(public: bool) -> None:  # noqa: FBT001
    made = joined(without_amounts(CHEB, 4), without_amounts(CHEB, 4, day=MAY), public=public)
    assert set(sums(made)) == {(3_000_000, True)}
    assert set(made.trend["children_at_least"].to_list()) == {True}
    assert "nejméně 30 000,00 Kč" in region_html(made).replace("\u00a0", " ")
    assert any("zůstatky nejméně 30 000,00 Kč" in line.replace("\u00a0", " ") for line in told(made, texts("cs")))
    held = BytesIO()
    write_overview(made, held)
    with ZipFile(held) as book:
        assert "&quot;nejméně&quot; #,##0.00" in book.read("xl/styles.xml").decode()


@pytest.mark.parametrize("public", [False, True])
def test_what_is_known_of_one_place_is_a_lower_bound_of_more(public: bool) -> None:  # noqa: FBT001
    made = joined(without_amounts(CHEB, 30), people(AS, 10, 7), people(LUBY, 0, 7), public=public)
    total = made.total.row(0, named=True)
    assert (total["children_halere"], total["children_at_least"]) == (1_200_000, True)
    assert total["adults_at_least"] is False
    assert (of(made, CHEB)["children_halere"], of(made, CHEB)["halere"]) == (None, None)
    assert of(made, AS)["at_least"] is False
    assert of(made, LUBY)["children_halere"] == 0


def test_sums_of_what_is_to_be_stopped_and_was_stopped_are_unknown_or_lower_bounds_too() -> None:
    none, some = (of(joined(without_amounts(CHEB, unknown), public=False), CHEB) for unknown in (30, 4))
    for name in ("to_stop", "stopped"):
        assert none[f"{name}_halere"] is None
        assert none[f"{name}_debts"] == 30
        assert (some[f"{name}_halere"], some[f"{name}_at_least"]) == (3_000_000, True)
    assert UNKNOWN in region_html(joined(without_amounts(CHEB, 30), public=False)).replace("\u00a0", " ")


def test_only_the_count_of_people_of_a_hidden_group_is_told_as_under_five() -> None:
    made = joined(people(CHEB, 2, 75), people(AS, 3), public=True)
    row = of(made, CHEB)
    held = BytesIO()
    write_overview(made, held)
    with ZipFile(held) as book:
        assert "skryto" in book.read("xl/sharedStrings.xml").decode()
    from dluhy.report.region_cells import kept_back

    small = [name for name in row if kept_back(row, name) == "hidden"]
    assert small == ["children"]
    assert {name for name in ("people", "debts", "halere", "children_debts") if kept_back(row, name) == "withheld"} == {
        "people", "debts", "halere", "children_debts"
    }  # fmt: skip
    # of an ORP with several hidden municipalities the count may be well over five
    total = made.total.row(0, named=True)
    assert kept_back(total, "children") == "withheld"
    assert {kept_back(total, group) for group in GROUPS if group != "children"} == {""}


def test_published_sums_are_rounded_down_so_that_at_least_is_true() -> None:
    owing = report(block(CHEB, {"children": (9, 9, 199_999), "adults": (9, 9, 99_999)}))
    row = of(joined(owing, public=True), CHEB)
    assert (row["children_halere"], row["children_at_least"]) == (100_000, False)
    assert (row["adults_halere"], row["adults_at_least"]) == (0, True)  # something is owed, less than 1 000 CZK
