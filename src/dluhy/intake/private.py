"""A list without what identifies people: keyed references in place of names, numbers, codes and file marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve

from dluhy.intake.grids import ROW
from dluhy.intake.people import reference

if TYPE_CHECKING:
    from dluhy.intake.columns import Columns
    from dluhy.intake.lists import CheckedList
    from dluhy.intake.readers import RawList

_MARKS: Final = ("enforcement_ref", "title_ref")
_BODY: Final = (
    r"(?i)\b(?:m[ěe]sto|m[ěe]stys|m[ěe]stsk|obec|obecn|[úu][řr]ad|kraj|magistr|poji[šs][ťt]ov|knihovn|podnik|ministerst|"
    r"spr[áa]va|dru[žz]stv|[šs]kol|nemocnic|banka|dopravn|soud|st[áa]tn|univerzit|s\.? ?r\.? ?o|spol|a\. ?s|k\. ?s|"
    r"v\. ?o\. ?s|z\. ?s|o\. ?p\. ?s|p\. ?o|s\. ?p|SE\b|inkas)"
)
"""What shows that a creditor is a body and not a person."""


def without_identities(checked: CheckedList, secret: bytes) -> CheckedList:
    """Return a list whose names and original texts are gone and whose file marks are keyed references.

    The people's references are keyed already. Birth dates stay for the judging; nothing written shows them.
    """
    facts = checked.facts.with_columns(
        _referenced(checked.facts[name], secret) for name in _MARKS if name in checked.facts.columns
    )
    nothing = pl.lit(None, dtype=pl.String)
    return evolve(
        checked,
        facts=_without_people_as_creditors(facts, secret),
        columns=_without_strange_headers(checked.columns),
        raw=_bare(checked.raw),
        personal=checked.personal.select(ROW),
        rejected=checked.rejected.with_columns(nothing.alias("original")),
        repaired=checked.repaired.with_columns(nothing.alias("original"), nothing.alias("value")),
        apart=checked.apart.with_columns(nothing.alias("text")),
        pseudonymised=True,
    )


def _without_people_as_creditors(facts: pl.DataFrame, secret: bytes) -> pl.DataFrame:
    """Give a reference to each creditor whose name does not show a body: it may be a person's."""
    if "creditor_name" not in facts.columns:
        return facts
    body = pl.col("creditor_name").str.contains(_BODY)
    references = _referenced(facts["creditor_name"], secret, "V").alias("reference")
    shown = pl.when(body).then("creditor_name").otherwise("reference").alias("creditor_name")
    person = pl.col("creditor_name").is_not_null() & ~body
    numbers = [pl.when(~person).then("creditor_ico").alias("creditor_ico")] if "creditor_ico" in facts.columns else []
    return facts.with_columns(references).with_columns(shown, *numbers).drop("reference")


def _without_strange_headers(columns: Columns) -> Columns:
    """Name columns that were not recognised by their place: a list without a header has people's data there."""
    known = set(columns.positions.values())
    headers = tuple(
        header if place in known else f"sloupec {place + 1}" for place, header in enumerate(columns.headers)
    )
    unused = tuple(header for place, header in enumerate(headers) if place not in known)
    return evolve(columns, headers=headers, unused=unused)


def _bare(raw: RawList) -> RawList:
    """Return a list as read without its cells, texts and names of sheets."""
    return evolve(
        raw,
        cells=raw.cells.select(ROW),
        columns=_without_strange_headers(raw.columns),
        broken=tuple(evolve(line, text="") for line in raw.broken),
        source=evolve(raw.source, sheet=None, other_sheets=()),
        apart=raw.apart.with_columns(pl.lit(None, dtype=pl.String).alias("text")),
        totals=raw.totals.select(ROW, "kind"),
    )


def _referenced(marks: pl.Series, secret: bytes, letter: str = "Z") -> pl.Series:
    different = [text for text in marks.unique() if text is not None]
    return marks.replace_strict(
        different, [reference(text, secret, letter) for text in different], default=None, return_dtype=pl.String
    )
