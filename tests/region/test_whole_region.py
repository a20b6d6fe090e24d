"""The whole invented region of one day: its lists checked, counted, joined, and shown; held against its labels."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import fastexcel
import polars as pl
import pytest
from attrs import frozen
from fixtures.generator_claims import years_before
from fixtures.generator_region import DAYS, EMPTY, MESSY_LIST, SILENT, cases, listed, write
from fixtures.region_reports import write_reports
from tests.report.test_region_html import read

from dluhy.negotiating import SMALL
from dluhy.region.files import read_exchanges
from dluhy.region.joining import overview
from dluhy.region.overview import GROUPS
from dluhy.region.publishing import STEP
from dluhy.report.region_html import region_html
from dluhy.report.region_sheets import write_overview

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from dluhy.region.files import Report
    from dluhy.region.overview import Overview

pytestmark = [pytest.mark.heavy, pytest.mark.thorough]

NOW = DAYS[1]
REGION, ALL = "CZ041", 134
INVENTED = "Vymyšlená data: nikdo z těchto lidí není."


@frozen
class Joined:
    """The reports of the region, its overview and its public one."""

    reports: tuple[Report, ...]
    own: Overview
    public: Overview


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Joined:
    folder: Path = tmp_path_factory.mktemp("kraj")
    write(folder / "lists", days=(NOW,))
    reports = read_exchanges(write_reports(folder / "lists", folder / "reports"))
    return Joined(reports, overview(reports, region=REGION), overview(reports, region=REGION, public=True))


def labelled(found: pl.DataFrame, code: str) -> tuple[int, int, int]:
    """Return how many children, adults and people without a birth date owe from childhood, by the labels alone."""
    owed = listed(found, code, NOW).filter(pl.col("expected") != "NOT_CHILD_DEBT").unique("person_id")
    born, majority = pl.col("birth_date"), years_before(NOW, 18)
    counts = owed.select(
        (born > majority).sum(), (born <= majority).sum().alias("adults"), born.null_count().alias("no")
    )
    children, adults, undecided = counts.row(0)
    return children, adults, undecided


def rows_of(made: Overview) -> dict[str, dict[str, Any]]:
    return {row["code"]: row for row in made.municipalities.iter_rows(named=True)}


def test_people_are_counted_as_the_labels_say(joined: Joined) -> None:
    found, rows = cases(), rows_of(joined.own)
    told = {code: tuple(rows[code][group] for group in GROUPS) for code in rows if rows[code]["reported"]}
    expected = {code: labelled(found, code) for code in told}
    assert len(told) == ALL - len(SILENT[NOW])
    assert {code for code in told if told[code] != expected[code]} == {MESSY_LIST}
    # of the messy list rows were refused, so that it may lack people, or data of theirs
    rejected = rows[MESSY_LIST]["rows_rejected"]
    assert rejected > 0
    assert abs(sum(told[MESSY_LIST]) - sum(expected[MESSY_LIST])) <= rejected
    assert told[EMPTY] == (0, 0, 0)
    for place, group in enumerate(GROUPS):
        assert joined.own.total[group][0] == sum(counts[place] for counts in told.values())


def test_every_municipality_reported_or_is_told_not_to_have(joined: Joined) -> None:
    rows = rows_of(joined.own)
    silent = {code for code in rows if not rows[code]["reported"]}
    assert len(rows) == ALL
    assert silent == SILENT[NOW]
    for made in (joined.own, joined.public):
        numbers = [f"{group}{part}" for group in GROUPS for part in ("", "_debts", "_halere")]
        assert set(made.not_reported["code"]) == silent
        assert all(made.not_reported[name].null_count() == len(silent) for name in numbers)
        assert [each.code for each in made.findings if each.code == "not_reported"]


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_page_is_whole_and_loads_nothing(joined: Joined, language: Any, *, public: bool) -> None:  # noqa: ANN401
    made = joined.public if public else joined.own
    page = region_html(made, language, note=INVENTED)
    found = read(page).found
    assert INVENTED in page
    assert not {tag for tag, _ in found} & {"link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
    assert not [said for _, said in found if "src" in said or "style" in said]
    assert all((said["href"] or "").startswith("#") for _, said in found if "href" in said)
    assert set(re.findall(r"https?://[^\"'<> )]+", page)) == {"http://www.w3.org/2000/svg"}
    for row in made.not_reported.iter_rows(named=True):
        assert row["name"] in page


@pytest.mark.parametrize("public", [False, True])
def test_the_workbook_tells_every_municipality(joined: Joined, *, public: bool) -> None:
    made, held = (joined.public if public else joined.own), BytesIO()
    write_overview(made, held, note=INVENTED)
    book = fastexcel.read_excel(held.getvalue())
    lines = book.load_sheet("Obce", header_row=None).to_polars().rows()
    told = {line[1]: line for line in lines[1:]}
    assert told.keys() == rows_of(made).keys()
    for code, row in rows_of(made).items():
        assert ("nenahlášeno" in told[code]) == (not row["reported"])
        assert ("méně než 5" in told[code]) == (row["hidden"] > 0)
    missing = book.load_sheet("Nenahlášeno", header_row=None).to_polars().rows()
    assert {line[1] for line in missing[1:]} == SILENT[NOW]


def test_the_public_release_hides_what_is_small_and_no_late_report_tells_it(joined: Joined) -> None:
    own, shown = rows_of(joined.own), rows_of(joined.public)
    for code, row in shown.items():
        for group in GROUPS:
            exact = own[code][group]
            hidden = exact is not None and 0 < exact < SMALL
            assert row[f"{group}_hidden"] is hidden
            assert row[group] == (None if hidden else exact)
    numbers = [*joined.public.tables["debts"].drop_nulls(), *joined.public.tables["people"].drop_nulls()]
    assert numbers
    assert all(number % STEP == 0 for number in numbers)
    whole = _debts(joined.public)
    for late in joined.reports[::9]:
        before = _debts(overview([each for each in joined.reports if each is not late], region=REGION, public=True))
        assert all((whole[key] - before.get(key, 0)) % STEP == 0 for key in whole)


def _debts(made: Overview) -> dict[tuple[str, str, str], int]:
    rows = made.tables.select("table", "group", "code", pl.coalesce("debts", "people")).rows()
    return {(table, group, code): number for table, group, code, number in rows}
