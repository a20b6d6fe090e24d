"""Invented lists whose labels come from how they were made, not from the rules, are judged as labelled."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl
import pytest
from fixtures.generator import AS_OF, EVERY_SCENARIO, generate_every_kind

from dluhy.children.check import checker
from dluhy.facts.schema import FACTS, dtype_of
from dluhy.intake.lists import take_in

FIXTURES = Path(__file__).parents[2] / "fixtures"
ROWS, SEED = 20_000, 7


@cache
def labelled() -> pl.DataFrame:
    """Return the invented rows with what the program says of them."""
    drawn = generate_every_kind(ROWS, SEED, FIXTURES / "obce_karlovarsky.csv")
    judged = checker().judge(facts_of(drawn), AS_OF)
    return judged.select(pl.col("outcome").cast(pl.String), "row").with_columns(drawn["expected"], drawn["scenario"])


def facts_of(drawn: pl.DataFrame) -> pl.DataFrame:
    """Return invented rows as facts: money in haléře, codes as members of their vocabularies, exact days twice."""
    members = checker().pack.members
    columns = [pl.int_range(1, pl.len() + 1).alias("row"), pl.col("person_id")]
    for spec in (FACTS[name] for name in drawn.columns if name in FACTS):
        value = pl.col(spec.name)
        if spec.type == "money":
            value = value.str.to_decimal(scale=2).cast(pl.Decimal(scale=2)).to_physical()
        columns += [value.cast(dtype_of(spec, members)).alias(column) for column in spec.columns]
    return drawn.select(columns)


def test_every_row_of_a_long_invented_list_is_judged_as_its_label_says() -> None:
    wrong = labelled().filter(pl.col("outcome") != pl.col("expected"))
    assert wrong.group_by("scenario", "expected", "outcome").len().rows() == []
    assert labelled().height == ROWS


def test_the_long_list_shows_every_situation_and_every_outcome() -> None:
    outcomes = {rule.id for rule in checker().pack.partitions["who_owes"]}
    assert set(labelled()["scenario"]) == {scenario.slug for scenario in EVERY_SCENARIO}
    assert set(labelled()["outcome"]) == outcomes | {"NEEDS_DATA"}


@pytest.mark.parametrize(
    ("name", "rejects"), [("seznam_ukazka.xlsx", 0), ("seznam_ukazka.csv", 0), ("seznam_s_chybami.xlsx", 4)]
)
def test_a_shipped_list_is_judged_row_by_row_as_labelled(name: str, rejects: int) -> None:
    """Through intake as a user would: the spoiled rows, and only those, are rejected, all others judged.

    Labels count rows of data, the program counts rows of the file, where the headers stand first.
    """
    labels = pl.read_csv(FIXTURES / f"{name.rpartition('.')[0]}_stitky.csv").with_columns(pl.col("row") + 1)
    good, spoiled = labels.filter(pl.col("expected") != "REJECT"), labels.filter(pl.col("expected") == "REJECT")
    checked = take_in(FIXTURES / name, checker().pack, AS_OF)
    judged = checker().judge(checked.facts, AS_OF).select("row", pl.col("outcome").cast(pl.String))
    assert judged.rows() == good.select("row", "expected").rows()
    assert checked.rejected["row"].to_list() == spoiled["row"].to_list()
    assert spoiled.height == rejects
