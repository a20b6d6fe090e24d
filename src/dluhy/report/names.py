"""The names of a list beside rows and people; none where the list was pseudonymised."""

from __future__ import annotations

import polars as pl

NAMES = ("last_name", "first_name", "full_name")


def names_by_row(personal: pl.DataFrame, *, pseudonymised: bool) -> pl.DataFrame | None:
    """Return the names of each row of the list; None if there are none to show."""
    names = [name for name in NAMES if name in personal.columns]
    if pseudonymised or not names:
        return None
    return personal.select("row", *names).unique("row", keep="first", maintain_order=True)


def names_by_person(judged: pl.DataFrame, by_row: pl.DataFrame | None) -> pl.DataFrame | None:
    """Return the names of each person: those of the first row that gives them."""
    if by_row is None:
        return None
    joined = judged.select("row", "person_id").join(by_row, on="row", how="left", maintain_order="left")
    names = [name for name in by_row.columns if name != "row"]
    return joined.group_by("person_id", maintain_order=True).agg(pl.col(name).drop_nulls().first() for name in names)
