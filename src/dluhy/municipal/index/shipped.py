"""The shipped rows of the index as if they had been read from a file."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import polars as pl

from dluhy.municipal.index.files import REJECTED, ListedInputs
from dluhy.municipal.index.method import method_of
from dluhy.places import exclusion
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def shipped_inputs(year: int | None, pack: Pack, *, partial: bool) -> ListedInputs:
    """Return the shipped rows as if they had been read; InputError for another year than theirs."""
    if year not in (None, exclusion.YEAR):
        method_of(pack, year or 0, partial=partial)  # a year without an index is told first
        cs = f"dodaná data jsou za rok {exclusion.YEAR}; pro rok {year} zadejte soubor (viz docs/index.md)"
        en = f"the shipped data are of {exclusion.YEAR}; for {year} give a file (see docs/index.md)"
        raise InputError([Problem("year_not_shipped", "--year", cs, en)])
    frame = exclusion.frame().drop("published")
    content = files("dluhy.places").joinpath("exclusion_2023.csv").read_bytes()
    return ListedInputs(
        frame=frame, lines=pl.int_range(1, frame.height + 1, dtype=pl.UInt32, eager=True), unused=(),
        rejected=pl.DataFrame(schema=REJECTED), year=exclusion.YEAR, sha256=sha256(content).hexdigest(),
    )  # fmt: skip
