"""What a reader returns, and what all readers share: tidy text and the words for unknown."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import polars as pl
from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SPACES = r"[\s\u{200B}\u{2060}\u{FEFF}]+"
_ONLY_DASHES = r"^[-–—−‑‐]{1,3}$"
DASHES = "-–—−‑‐"
CELL = "cell"
_PART = 100_000  # cells read at a time: what the steps make in between stays small
NO = pl.lit(value=False)
"""The test of what never happens."""


@frozen
class Read:
    """What a column says, as expressions over that column alone; every test is true or false, never null.

    `bad` tells why a filled cell has no value, by reject code, at most one per cell. `repairs` and `warnings` tell by
    code what was mended and what to look at; `filling` replaces {known} and {most} in reject sentences, Czech and
    English. Where the expressions are fields of one struct, `shared` is that struct: see `over`.
    """

    values: Mapping[str, pl.Expr]
    bad: Mapping[str, pl.Expr] = field(factory=dict)
    repairs: Mapping[str, pl.Expr] = field(factory=dict)
    warnings: Mapping[str, pl.Expr] = field(factory=dict)
    filling: Mapping[str, tuple[str, str]] = field(factory=dict)
    shared: pl.Expr | None = None
    usual: tuple[pl.Expr, Mapping[str, pl.Expr]] | None = None
    """Where a cell stands in its usual form, and the values it then has: such cells need no reading."""

    def over(self, name: str) -> Read:
        """Return the same read from a column that holds `shared`, which so is worked out once and not per field."""
        if self.shared is None:
            return self
        held = pl.col(name).struct
        values, bad, repairs, warnings = (
            {key: held.field(_key(family, key)) for key in getattr(self, family)} for family in _FAMILIES
        )
        return Read(values, bad, repairs, warnings, self.filling)


_FAMILIES = ("values", "bad", "repairs", "warnings")


def shared_read(
    made: Steps,
    values: Mapping[str, str],
    *,
    bad: Iterable[str] = (),
    repairs: Iterable[str] = (),
    warnings: Iterable[str] = (),
) -> Read:
    """Return a read of columns made in steps: values by the column they stand in, tests by their codes."""
    named: list[Mapping[str, str]] = [values, *({code: code for code in codes} for codes in (bad, repairs, warnings))]
    families = dict(zip(_FAMILIES, named, strict=True))
    kept = {_key(family, key): name for family, names in families.items() for key, name in names.items()}
    shared = made.struct(kept)
    taken, refused, mended, warned = (
        {key: shared.struct.field(_key(family, key)) for key in names} for family, names in families.items()
    )
    return Read(taken, refused, mended, warned, shared=shared)


def _key(family: str, name: str) -> str:
    return f"{family} {name}"


def settled(cells: pl.DataFrame, reads: Mapping[str, Read]) -> tuple[pl.DataFrame, dict[str, Read]]:
    """Work out what the expressions of each read share: return the cells with a column for each, and reads over them.

    The columns are called like "read birth_date".
    """
    shared = [read.shared.alias(f"read {name}") for name, read in reads.items() if read.shared is not None]
    return cells.with_columns(shared), {name: read.over(f"read {name}") for name, read in reads.items()}


_TYPES: dict[tuple[object, ...], pl.DataType] = {}
"""Types of what steps make, by the names they make it under: worked out once, on no cells."""


@frozen
class Steps:
    """How cells are read in steps: each makes columns out of those of the steps before it, the first out of `CELL`.

    One expression for all would be written out anew wherever it is used, and grow beyond any plan.
    """

    source: pl.Expr
    dtype: pl.DataType
    steps: tuple[Mapping[str, pl.Expr], ...]

    def struct(self, kept: Mapping[str, str]) -> pl.Expr:
        """Return the kept columns by their new names as a struct."""
        chosen = [pl.col(name).alias(key) for key, name in kept.items()]
        form = (self.dtype, tuple(tuple(step) for step in self.steps), tuple(kept.items()))
        if form not in _TYPES:
            _TYPES[form] = self._work(pl.Series(CELL, [], dtype=self.dtype), chosen).dtype
        return self.source.map_batches(
            lambda cells: self._work(cells, chosen), return_dtype=_TYPES[form], is_elementwise=True
        )

    def column(self, name: str) -> pl.Expr:
        """Return one of the columns."""
        return self.struct({name: name}).struct.field(name)

    def _work(self, cells: pl.Series, chosen: list[pl.Expr]) -> pl.Series:
        parts = range(0, max(cells.len(), 1), _PART)
        return pl.concat([self._part(cells.slice(start, _PART), chosen) for start in parts])

    def _part(self, cells: pl.Series, chosen: list[pl.Expr]) -> pl.Series:
        frame = cells.to_frame(CELL)
        for step in self.steps:
            frame = frame.with_columns(expression.alias(name) for name, expression in step.items())
        return frame.select(chosen).to_struct("read")


def staged(source: pl.Expr, dtype: pl.DataType, *steps: Mapping[str, pl.Expr]) -> Steps:
    """Return the steps that read a column of a type."""
    return Steps(source, dtype, steps)


def abreast(*lines: Sequence[Mapping[str, pl.Expr]]) -> list[Mapping[str, pl.Expr]]:
    """Return independent lines of steps as one, each step of all of them at once."""
    return [dict(chain.from_iterable(step.items() for step in steps)) for steps in zip_longest(*lines, fillvalue={})]


def tidy(column: str, dtype: pl.DataType) -> pl.Expr:
    """Return a column as text with single inner spaces; null where a cell is empty or says that nothing is known."""
    source = pl.col(column) if dtype == pl.String else pl.col(column).cast(pl.String)
    bare = source.str.replace_all(_SPACES, " ").str.strip_chars(" ")
    unknown = bare.str.to_lowercase().is_in(unknown_words()) | bare.str.contains(_ONLY_DASHES)
    return pl.when((bare != "") & ~unknown).then(bare)


@cache
def unknown_words() -> tuple[str, ...]:
    """Return the words for unknown, in lower case, with and without diacritics."""
    words = [word.lower() for word in listed_words("unknown")]
    return tuple(dict.fromkeys([*words, *map(without_marks, words)]))


@cache
def listed_words(name: str) -> tuple[str, ...]:
    """Return a list of words of `headers.toml`."""
    content = tomllib.loads(files("dluhy.intake").joinpath("headers.toml").read_text(encoding="utf-8"))
    return tuple(content["words"][name])


def without_marks(text: str) -> str:
    """Return a text without diacritics."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def sure(test: pl.Expr) -> pl.Expr:
    """Return a test with null as false."""
    return test.fill_null(value=False)


def number(source: pl.Expr) -> pl.Expr:
    """Return digits as a whole number (Int64), null where there are none."""
    return source.cast(pl.Int64, strict=False)
