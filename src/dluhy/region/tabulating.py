"""The tables of a region: what its municipalities counted by one thing each, added up by area and group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.region.data import NUMBERS
from dluhy.region.labels import labels
from dluhy.region.overview import ALL, GROUPS, LEVELS, REST, TABLE_ROWS, TABLES
from dluhy.region.publishing import remainders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.region.data import Data

_KEYS: Final = ("level", "area", "table", "group", "code")
_ORDER: Final = {"level": LEVELS[::-1], "table": TABLES, "group": (ALL, *GROUPS)}
_ABOVE: Final = {"municipality": "place", "authority": "authority", "district": "district"}


def tabulated(data: Data, places: pl.DataFrame, region: str, pack: Pack, *, public: bool) -> pl.DataFrame:
    """Return TABLE_ROWS of the newest report of each municipality; `region` is the code of all of them together.

    A public release has the region's tables only, with what is in none of their lines as the last of each.
    """
    where = places.select(pl.col("code").alias("place"), "authority", "district")
    placed = data.lines.join(where, on="place", how="inner", maintain_order="left")
    if public:
        return _labelled(_public(_added(_of_region(placed, region)), data.cells, region), pack)
    both = pl.concat([placed, placed.with_columns(pl.lit(ALL).alias("group"))])
    levels = [_added(both.with_columns(pl.col(column).alias("area"), pl.lit(level).alias("level")))
              for level, column in _ABOVE.items()]  # fmt: skip
    levels.append(_added(_of_region(both, region)))
    return _labelled(pl.concat(levels), pack)


def _of_region(lines: pl.DataFrame, region: str) -> pl.DataFrame:
    return lines.with_columns(pl.lit(region).alias("area"), pl.lit("region").alias("level"))


def _public(whole: pl.DataFrame, cells: pl.DataFrame, region: str) -> pl.DataFrame:
    rest = remainders(whole, cells).with_columns(
        pl.lit("region").alias("level"), pl.lit(region).alias("area"), pl.lit(REST).alias("code")
    )
    missing = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in whole.schema.items() if name not in rest]
    shown = pl.concat([whole, rest.with_columns(missing).select(whole.columns)])
    return shown.with_columns(pl.lit(None, dtype=pl.Int64).alias("municipalities"))


def _added(lines: pl.DataFrame) -> pl.DataFrame:
    return lines.group_by(_KEYS, maintain_order=True).agg(
        pl.col("name").drop_nulls().first(),
        *(pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum()).alias(name) for name in NUMBERS),
        pl.col("place").n_unique().alias("municipalities"),
    )


def _labelled(lines: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Add labels; order by table, group and how many debts; sums of which nothing is known become null."""
    known = [(table, code, *both) for table, terms in labels(pack).items() for code, both in terms.items()]
    terms = pl.DataFrame(known, schema=["table", "code", "label_cs", "label_en"], orient="row")
    unknown = pl.col("amounts_unknown").fill_null(0)
    named = lines.join(terms, on=["table", "code"], how="left", maintain_order="left").with_columns(
        *(pl.coalesce("name", label, "code").alias(label) for label in ("label_cs", "label_en")),
        pl.when((unknown < pl.col("debts")) | (unknown == 0)).then("halere").alias("halere"),
    )
    level, table, group = (_place(name, codes) for name, codes in _ORDER.items())
    last = pl.col("code") == REST
    ordered = named.sort(
        level, "area", table, group, last, -pl.coalesce("debts", "people"), "code", maintain_order=True
    )
    return ordered.select(pl.col(name).cast(dtype) for name, dtype in TABLE_ROWS.items())


def _place(name: str, codes: Sequence[str]) -> pl.Expr:
    return pl.col(name).replace_strict(list(codes), range(len(codes)), return_dtype=pl.Int8)
