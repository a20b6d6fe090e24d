"""Text, whole numbers, yes and no."""

from __future__ import annotations

import polars as pl

from dluhy.intake.cells.reading import Read, number, tidy
from dluhy.intake.columns import yes_and_no

_MARKS = r"\p{M}+"
_NOT_ALNUM = r"[^\p{L}\p{N}]+"


def text(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read any text as it is, without outer spaces; a cell of spaces is empty."""
    bare = pl.col(column).cast(pl.String).str.strip_chars()
    return Read({target: pl.when(bare != "").then(bare) if dtype == pl.String else bare})


def whole(column: str, dtype: pl.DataType, target: str, *, ranged: bool, most: int = 99) -> Read:
    """Read a whole number (Int32) from 0 to `most`, of two digits at the most."""
    if dtype.is_integer():
        filled: pl.Expr = pl.col(column)
        written = number(filled)
    else:
        filled = tidy(column, dtype)
        written = number(filled.str.extract(r"^(\d{1,2})(?:[.,]0+)?$"))
    value = pl.when(written.is_between(0, most)).then(written.cast(pl.Int32, strict=False))
    names = (f"{target}_from", f"{target}_to") if ranged else (target,)
    return Read(
        dict.fromkeys(names, value),
        bad={"bad_number": filled.is_not_null() & value.is_null()},
        filling={"most": (f"{most}", f"{most}")},
    )


def yes_no(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read "ano" or "ne" in their usual forms as a Boolean."""
    if dtype == pl.Boolean:
        return Read({target: pl.col(column)})
    filled = tidy(column, dtype)
    bare = filled.str.replace(r"^([01])\.0$", "$1").str.to_lowercase().str.normalize("NFD")
    word = bare.str.replace_all(_MARKS, "").str.replace_all(_NOT_ALNUM, "")
    yes, no = yes_and_no()
    value = pl.when(word.is_in(list(yes))).then(pl.lit(value=True)).when(word.is_in(list(no))).then(pl.lit(value=False))
    return Read({target: value}, bad={"bad_yes_no": filled.is_not_null() & value.is_null()})
