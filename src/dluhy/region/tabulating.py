"""The tables of a region: what its municipalities counted by one thing each, added up by area and group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.region.data import NUMBERS
from dluhy.region.labels import labels
from dluhy.region.overview import ALL, GROUPS, LEVELS, REST, TABLE_ROWS, TABLES
from dluhy.region.publishing import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack

_KEYS: Final = ("level", "area", "table", "group", "code")
_ORDER: Final = {"level": LEVELS[::-1], "table": TABLES, "group": (ALL, *GROUPS)}
_ABOVE: Final = {"municipality": "place", "authority": "authority", "district": "district"}


def tabulated(lines: pl.DataFrame, places: pl.DataFrame, region: str, pack: Pack, *, public: bool) -> pl.DataFrame:
    """Return TABLE_ROWS of the newest lines of each municipality; `region` is the code of all of them together.

    A public release has the region's tables only, as `dluhy.region.publishing` lists them.
    """
    where = places.select(pl.col("code").alias("place"), "authority", "district")
    placed = lines.join(where, on="place", how="inner", maintain_order="left")
    if public:
        whole = _added(placed.with_columns(pl.lit(region).alias("area"), pl.lit("region").alias("level")))
        shown = listed(whole).with_columns(
            pl.lit("region").alias("level"), pl.lit(region).alias("area"),
            pl.lit(None, dtype=pl.Int64).alias("municipalities"),
        )  # fmt: skip
        return _labelled(shown, pack)
    both = pl.concat([placed, placed.with_columns(pl.lit(ALL).alias("group"))])
    levels = [_added(both.with_columns(pl.col(column).alias("area"), pl.lit(level).alias("level")))
              for level, column in _ABOVE.items()]  # fmt: skip
    levels.append(_added(both.with_columns(pl.lit(region).alias("area"), pl.lit("region").alias("level"))))
    return _labelled(pl.concat(levels), pack)


def _added(lines: pl.DataFrame) -> pl.DataFrame:
    return lines.group_by(_KEYS, maintain_order=True).agg(
        pl.col("name").drop_nulls().first(), pl.col(NUMBERS).sum(), pl.col("place").n_unique().alias("municipalities")
    )


def _labelled(lines: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Add labels; order by table, group and how many debts; sums of which nothing is known become null."""
    known = [(table, code, *both) for table, terms in labels(pack).items() for code, both in terms.items()]
    terms = pl.DataFrame(known, schema=["table", "code", "label_cs", "label_en"], orient="row")
    unknown = pl.col("amounts_unknown").fill_null(0)
    named = lines.join(terms, on=["table", "code"], how="left", maintain_order="left").with_columns(
        *(pl.coalesce("name", label, "code").alias(label) for label in ("label_cs", "label_en")),
        pl.when((unknown < pl.col("debts")) | (pl.col("debts") == 0)).then("halere").alias("halere"),
    )
    level, table, group = (_place(name, codes) for name, codes in _ORDER.items())
    last = pl.col("code") == REST
    ordered = named.sort(level, "area", table, group, last, -pl.col("debts"), "code", maintain_order=True)
    return ordered.select(pl.col(name).cast(dtype) for name, dtype in TABLE_ROWS.items())


def _place(name: str, codes: Sequence[str]) -> pl.Expr:
    return pl.col(name).replace_strict(list(codes), range(len(codes)), return_dtype=pl.Int8)
