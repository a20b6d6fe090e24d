"""A list without what identifies people: keyed references in place of names, numbers, codes and file marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve

from dluhy.intake.grids import ROW
from dluhy.intake.people import reference

if TYPE_CHECKING:
    from dluhy.intake.lists import CheckedList

_MARKS: Final = ("enforcement_ref", "title_ref")


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
        facts=facts,
        personal=checked.personal.select(ROW),
        rejected=checked.rejected.with_columns(nothing.alias("original")),
        repaired=checked.repaired.with_columns(nothing.alias("original"), nothing.alias("value")),
        apart=checked.apart.with_columns(nothing.alias("text")),
        pseudonymised=True,
    )


def _referenced(marks: pl.Series, secret: bytes) -> pl.Series:
    different = [text for text in marks.unique() if text is not None]
    return marks.replace_strict(
        different, [reference(text, secret, "Z") for text in different], default=None, return_dtype=pl.String
    )
