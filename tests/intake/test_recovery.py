"""Messy lists against their clean twins: every row is judged the same or asked about, never judged differently.

The labels come from how the lists were made; nothing in them was computed by the program.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from fixtures.generator import AS_OF, MESSY_TEXT, generate
from fixtures.generator_dirt import MESSY, soil, write_messy_csv, write_messy_labels, write_messy_xlsx

from dluhy.children.check import checker
from dluhy.intake.lists import CheckedList, take_in

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHIPPED = [
    ("seznam_z_praxe.xlsx", "seznam_z_praxe_xlsx_stitky.csv"),
    ("seznam_z_praxe.csv", "seznam_z_praxe_csv_stitky.csv"),
]
UNDECIDED = {"NEEDS_DATA", "CONFLICTING_DATA"}
APART = {"title", "header", "repeated_header", "subtotal", "total", "note"}
NEIGHBOURS = {"title": {"title", "header", "repeated_header"}, "header": {"header", "title"}}


def _labels(path: Path) -> pl.DataFrame:
    return pl.read_csv(path, schema_overrides=dict.fromkeys(("clean_rows", "expected", "expect", "dirt"), pl.String))


def _outcomes(checked: CheckedList) -> dict[int, list[str]]:
    judged = checker().judge(checked.facts, AS_OF)
    grouped = judged.group_by("row", maintain_order=True).agg(pl.col("outcome").cast(pl.String))
    return dict(grouped.rows())


def _wrong(labels: pl.DataFrame, checked: CheckedList) -> Iterator[tuple[object, ...]]:
    """Yield every line that was not treated as its label says, with what happened to it."""
    outcomes, rejected = _outcomes(checked), set(checked.rejected["row"])
    apart = dict(checked.apart.select("row", "kind").rows())
    for label in labels.iter_rows(named=True):
        line, kind = label["line"], label["kind"]
        if kind == "empty":
            continue
        if kind != "row":
            if apart.get(line) not in NEIGHBOURS.get(kind, {kind}):
                yield line, kind, apart.get(line), outcomes.get(line), line in rejected
            continue
        found, expected = outcomes.get(line), label["expected"].split("+")
        same = found == expected or (
            found is not None and len(expected) > 1 and set(expected) == set(found) and len(set(expected)) == 1
        )
        if label["expect"] == "reject":
            right = line in rejected
        elif label["expect"] == "asked":
            right = line in rejected or (found is not None and (same or set(found) <= UNDECIDED | set(expected)))
        else:
            right = same
        if not right:
            yield line, label["expect"], expected, found, line in rejected, label["dirt"]


@pytest.mark.parametrize(("name", "labels"), SHIPPED)
def test_the_shipped_messy_lists_are_judged_as_their_clean_twins_or_asked_about(name: str, labels: str) -> None:
    checked = take_in(FIXTURES / name, checker().pack, AS_OF)
    assert list(_wrong(_labels(FIXTURES / labels), checked)) == []


@pytest.mark.parametrize(("name", "labels"), SHIPPED)
def test_the_shipped_messy_lists_agree_with_their_own_totals(name: str, labels: str) -> None:
    """Only a total over an unreadable sum cannot be compared."""
    checked = take_in(FIXTURES / name, checker().pack, AS_OF)
    stated = _labels(FIXTURES / labels).filter(pl.col("kind").is_in(["subtotal", "total"]))
    assert checked.totals["row"].unique().sort().to_list() == stated["line"].to_list()
    assert checked.totals_that_differ.rows() == []
    assert checked.totals.filter(pl.col("kind") == "total").height > 0


@pytest.mark.thorough
def test_most_rows_are_recovered_without_a_question() -> None:
    for name, labels in SHIPPED:
        outcomes = _outcomes(take_in(FIXTURES / name, checker().pack, AS_OF))
        rows = _labels(FIXTURES / labels).filter(pl.col("kind") == "row")
        same = sum(
            outcomes.get(line) == expected.split("+") for line, expected in rows.select("line", "expected").rows()
        )
        assert same / rows.height > 0.9


@pytest.mark.sweep(3)
@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("form", ["xlsx", "cp1250", "cp852", "iso-8859-2", "utf-8-sig"])
def test_other_messy_lists_are_never_judged_differently(seed: int, form: str, tmp_path: Path) -> None:
    dirt = MESSY if form == "xlsx" else MESSY_TEXT
    messy = soil(generate(1_000, 100 + seed, FIXTURES / "obce_karlovarsky.csv"), dirt, seed)
    if form == "xlsx":
        path = tmp_path / "s.xlsx"
        write_messy_xlsx(messy, path)
    else:
        path = tmp_path / "s.csv"
        write_messy_csv(messy, path, encoding=form, separator=";,\t|"[seed % 4])
    write_messy_labels(messy, tmp_path / "l.csv")
    assert list(_wrong(_labels(tmp_path / "l.csv"), take_in(path, checker().pack, AS_OF))) == []
