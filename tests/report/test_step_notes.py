"""A note of a step stands on the sheet of steps only where it concerns a debt that the step serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.conftest import AS_OF

from dluhy import check_list
from dluhy.report import sheets
from dluhy.report.tables import Tables
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path


def notes(folder: Path, year: int, balance: str, step: str) -> str:
    """Return what is to be verified before a step that serves one fee."""
    source = folder / "s.csv"
    source.write_text(
        f"Kód osoby;Datum narození;Druh;Rok;Zůstatek\na;1.1.2010;odpad;{year};{balance}\n", encoding="utf-8"
    )
    result = check_list(source, AS_OF)
    tables = Tables(result, texts("cs"))
    title = result.checker.pack.steps[step][1].title.text("cs")
    frame = sheets.steps(tables).whole()
    column = next(name for name in frame.columns if frame[name].dtype == pl.String and title in frame[name].to_list())
    row = frame.filter(pl.col(column) == title)
    return " ".join(str(value) for value in row.row(0))


def test_a_paid_fee_shows_that_its_refund_is_disputed(tmp_path: Path) -> None:
    assert "Vrácení toho, co už bylo zaplaceno" in notes(tmp_path, 2011, "0", "W0-WAIVE")


@pytest.mark.parametrize(
    ("year", "step", "note"),
    [(2011, "W0-WAIVE", "Vrácení toho, co už bylo zaplaceno"), (2024, "W0-ASSESS-GUARDIAN", "Vyměření zástupci přes")],
)
def test_a_note_whose_condition_fails_for_every_debt_of_the_step_is_not_shown(
    tmp_path: Path, year: int, step: str, note: str
) -> None:
    assert note not in notes(tmp_path, year, "500", step)
