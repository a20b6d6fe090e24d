"""What stands against computing the index from a frame of municipalities: every error at once, each with its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy import places
from dluhy.municipal.index.columns import COLUMNS, LARGEST, OPTIONAL, SCHOOL, SUMS
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.municipal.index.method import Method

POSITION: Final = "position"
FAULTS: Final = pl.Schema({POSITION: pl.UInt32, "column": pl.String, "code": pl.String})
SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "missing_code": ("chybí kód obce", "the code of the municipality is missing"),
    "unknown_code": (
        "takový kód obce není; čeká se šest číslic podle ČSÚ, Praha je jedna obec (554782), ne městské části",
        "there is no such municipality; six digits of the statistical office, Praha is one (554782), not its districts",
    ),
    "duplicate": ("obec je v souboru víckrát", "the municipality is in the file more than once"),
    "negative": ("číslo nemůže být záporné", "the number cannot be negative"),
    "too_large": ("číslo je větší, než může být", "the number is more than it can be"),
    "count_above_base": ("počet je větší než základ, ke kterému se vztahuje", "the count is more than its base"),
    "working_age": (
        "obyvatel od 15 do 64 let je víc než všech od 15 let",
        "there are more inhabitants of 15 to 64 than of 15 and over",
    ),
    "school_figures": (
        "obec bez vlastní školy nemá počty žáků; patří k obci, kde škola je",
        "a municipality without a school has no figures of pupils; they belong where the school is",
    ),
    "school_own": (
        "údaje o škole si odporují: vlastní škola, a přitom kód jiné obce, nebo naopak",
        "the facts about the school contradict: an own school and another municipality's code, or the other way round",
    ),
    "unknown_school": ("obec se školou má neznámý kód", "the municipality of the school has an unknown code"),
    "school_without": (
        "obec, od které se škola přebírá, sama školu nemá", "the municipality whose school is borrowed has none itself",
    ),
}  # fmt: skip
"""Code -> Czech and English sentence."""


def required_columns(method: Method) -> tuple[str, ...]:
    """Return the columns without which the index of a method cannot be computed."""
    needed = {name for dimension in method.dimensions for name in (dimension.count, dimension.base)}
    return ("code", *(name for name in SUMS if name in needed))


def require_columns(frame: pl.DataFrame, method: Method) -> None:
    """Raise InputError with each column that is missing or of another type than `COLUMNS` says."""
    problems = [_missing(name) for name in required_columns(method) if name not in frame.columns]
    problems += [
        _wrong_type(name, frame.schema[name])
        for name, dtype in COLUMNS.items()
        if name in frame.columns and frame.schema[name] not in (dtype, pl.Null())
    ]
    if problems:
        raise InputError(problems)


def _missing(name: str) -> Problem:
    return Problem("column_missing", name, "chybí povinný sloupec", "a required column is missing")


def _wrong_type(name: str, given: pl.DataType) -> Problem:
    cs, en = f"sloupec má být typu {COLUMNS[name]}, ne {given}", f"the column should be {COLUMNS[name]}, not {given}"
    return Problem("column_type", name, cs, en)


def completed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of `COLUMNS` in their types, those that a frame does not have as unknown."""
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in COLUMNS.items()
    )


def has_school() -> pl.Expr:
    """Return whether a municipality has a school with ordinary classes; null where that is not known.

    Said outright, or seen from its pupils or from the municipality whose school it takes.
    """
    pupils = pl.col("po_zs_base") > 0
    own = pl.when(pl.col("school") == pl.col("code")).then(statement=True).when(pl.col("school").is_not_null())
    return pl.coalesce("own_school", pl.when(pupils).then(statement=True), own.then(statement=False))


def faults_of(frame: pl.DataFrame, method: Method) -> pl.DataFrame:
    """Return each fault of a completed frame: position from 0, column, code of `SENTENCES`; in the order of rows."""
    numbered = frame.with_row_index(POSITION).with_columns(has=has_school())
    found = [
        numbered.filter(test).select(POSITION, pl.lit(column).alias("column"), pl.lit(code).alias("code"))
        for column, code, test in (*_of_codes(), *_of_numbers(), *_of_bases(method), *_of_schools(numbered))
    ]
    return pl.concat([pl.DataFrame(schema=FAULTS), *found]).sort(POSITION, maintain_order=True)


def require_sound(frame: pl.DataFrame, method: Method) -> None:
    """Raise InputError with every fault of a completed frame, each named by its municipality and row from 1."""
    faults = faults_of(frame, method)
    if faults.height:
        raise InputError([_problem(*fault) for fault in faults.rows()])


def _problem(position: int, column: str, code: str) -> Problem:
    return Problem(code, f"řádek {position + 1}, {column}", *SENTENCES[code])


Test = tuple[str, str, pl.Expr]


def _of_codes() -> Iterator[Test]:
    known, code = places.frame()["code"].implode(), pl.col("code")
    yield "code", "missing_code", code.is_null()
    yield "code", "unknown_code", ~code.is_in(known)
    yield "code", "duplicate", code.is_not_null() & code.is_duplicated()


def _of_numbers() -> Iterator[Test]:
    for name in SUMS:
        yield name, "negative", pl.col(name) < 0
        yield name, "too_large", pl.col(name) > LARGEST
    yield BASES_CLASH


BASES_CLASH: Final[Test] = (
    "inhabitants_15_64", "working_age", pl.col("inhabitants_15_64") > pl.col("inhabitants_15plus"),
)  # fmt: skip


def _of_bases(method: Method) -> Iterator[Test]:
    for dimension in method.dimensions:
        base = pl.col(dimension.base).cast(pl.Int128) * dimension.per
        yield dimension.count, "count_above_base", pl.col(dimension.count) > base


def _of_schools(frame: pl.DataFrame) -> Iterator[Test]:
    code, school, own = pl.col("code"), pl.col("school"), pl.col("own_school")
    without: Sequence[str | None] = frame.filter(~pl.col("has"))["code"].to_list()
    yield SCHOOL, "school_figures", ~own & ((pl.col("po_zs_base") > 0) | (pl.col("po_zs") > 0))
    seen = pl.coalesce(own, pl.when(pl.col("po_zs_base") > 0).then(statement=True))
    yield "school", "school_own", (seen & (school != code)) | (~own & (school == code))
    yield "school", "unknown_school", ~school.is_in(places.frame()["code"].implode())
    yield "school", "school_without", (school != code) & school.is_in(without)


__all__ = ["OPTIONAL", "completed", "faults_of", "has_school", "require_columns", "require_sound", "required_columns"]
