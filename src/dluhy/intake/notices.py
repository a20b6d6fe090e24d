"""What the intake says about cells and rows: repairs, warnings and rejects, a closed list each, in two languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

import polars as pl
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.problems import Language

Family = Literal["repairs", "warnings", "rejects"]

YEARS_TO_DUE: Final = 2
"""Years between a fee's year and its due day that nobody wonders at."""

BITS = pl.UInt32
"""The column type of a set of repairs or warnings: one bit each, in the order of the list."""


@frozen
class Notice:
    """One thing the intake can say; a question is a warning for which something was left unknown."""

    code: str
    cs: str
    en: str
    question: bool = False

    def text(self, language: Language) -> str:
        """Return the sentence in a language."""
        return self.cs if language == "cs" else self.en


@cache
def notices(family: Family) -> Mapping[str, Notice]:
    """Return the notices of a family by code, in their order."""
    content = tomllib.loads(files("dluhy.intake").joinpath("notices.toml").read_text(encoding="utf-8"))
    return {code: Notice(code=code, **entry) for code, entry in content[family].items()}


def bit(family: Family, code: str) -> int:
    """Return the bit of a repair or warning; KeyError for an unknown code."""
    return 1 << list(notices(family)).index(notices(family)[code].code)


def bits(family: Family, tests: Mapping[str, pl.Expr]) -> pl.Expr:
    """Return the set of codes (BITS) whose tests hold; a null test does not hold."""
    held = (pl.when(test.fill_null(value=False)).then(bit(family, code)).otherwise(0) for code, test in tests.items())
    return pl.sum_horizontal(pl.lit(0), *held).cast(BITS)


def added(column: str, family: Family, code: str, test: pl.Expr) -> pl.Expr:
    """Return a column's set with one more code where the test holds; a null test does not hold."""
    more = pl.when(test.fill_null(value=False)).then(bit(family, code)).otherwise(0).cast(BITS)
    return (pl.col(column) | more).alias(column)


def codes_in(family: Family, held: int) -> list[str]:
    """Return the codes of a set, in their order."""
    return [code for place, code in enumerate(notices(family)) if held >> place & 1]
