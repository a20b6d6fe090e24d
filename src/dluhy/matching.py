"""Which debt of one list is which debt of another: pairs that are certain, and why the others are not."""

from __future__ import annotations

from typing import Final

import polars as pl

_MARK: Final = ("person", "enforcement_ref", "debt_kind", "when")
_DEBT: Final = ("person", "debt_kind", "when", "principal")
_PAIRS: Final = {"old": pl.UInt32(), "new": pl.UInt32(), "matched_by": pl.String()}
_SIDES: Final = ("old", "new")


def matched(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Return the debts of two lists, each once: the new list's in its order, then what is only in the old one.

    Each frame has `person` (String, null: unknown) and its own columns under `old_` or `new_`, among them
    `enforcement_ref`, `debt_kind`, `when` (String) and `principal` (Int64). Added are `status` ("matched", "new",
    "gone", "unmatched_new", "unmatched_old"), `matched_by` and `reason`.

    Two debts are one if nothing else in either list has their person, file mark, kind and day ("file_mark"), or their
    person, kind, day and principal ("debt"), all known. Of what is left, a pair is one where each is the other's only
    candidate and nothing known contradicts ("only_candidate").
    """
    sides = {name: frame.with_row_index("place") for name, frame in (("old", old), ("new", new))}
    keys = {name: _keys(frame, name) for name, frame in sides.items()}
    pairs = pl.DataFrame(schema=_PAIRS)
    for by, columns in (("file_mark", _MARK), ("debt", _DEBT)):
        left = {name: _left(keys[name], pairs, name) for name in _SIDES}
        pairs = pl.concat([pairs, _same(left["old"], left["new"], columns, by)])
    left = {name: _left(keys[name], pairs, name) for name in _SIDES}
    candidates = _candidates(left["old"], left["new"])
    sure = candidates.filter(pl.col("alone") & ~pl.col("differs")).select(*_PAIRS)
    pairs = pl.concat([pairs, sure])
    told = {name: _told(_left(keys[name], pairs, name), candidates, name) for name in _SIDES}
    return _joined(sides, pairs, told)


def _keys(frame: pl.DataFrame, side: str) -> pl.DataFrame:
    columns = dict.fromkeys((*_MARK, *_DEBT))
    return frame.select("place", *(name if name == "person" else pl.col(f"{side}_{name}").alias(name)
                                   for name in columns))  # fmt: skip


def _left(keys: pl.DataFrame, pairs: pl.DataFrame, side: str) -> pl.DataFrame:
    """Return the keys of debts that have no pair yet."""
    return keys.join(pairs.select(pl.col(side).alias("place")), on="place", how="anti", maintain_order="left")


def _same(old: pl.DataFrame, new: pl.DataFrame, columns: tuple[str, ...], by: str) -> pl.DataFrame:
    """Return the pairs that agree in all of some known columns, where no other debt of either list does."""
    alone = [
        frame.drop_nulls(columns).filter(pl.len().over(*columns) == 1).select(*columns, pl.col("place").alias(side))
        for side, frame in (("old", old), ("new", new))
    ]
    return alone[0].join(alone[1], on=columns).select("old", "new", pl.lit(by).alias("matched_by"))


def _candidates(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Return each old debt with each new one that it could be.

    `alone` tells that neither could be another debt, `differs` that nothing but another principal speaks against it.
    """
    by_mark = old.drop_nulls(["person", "enforcement_ref"]).join(new, on=["person", "enforcement_ref"], suffix=" new")
    agreeing = by_mark.filter(_compatible("debt_kind") & _compatible("when"))
    marked = agreeing.select("place", "place new", pl.lit(value=False).alias("differs"))
    by_day = old.drop_nulls(["person", "debt_kind", "when"]).join(
        new, on=["person", "debt_kind", "when"], suffix=" new"
    )
    dated = by_day.select("place", "place new", (~_compatible("principal")).alias("differs"))
    found = pl.concat([marked, dated]).group_by("place", "place new").agg(pl.col("differs").all())
    alone = (pl.len().over("place") == 1) & (pl.len().over("place new") == 1)
    return found.select(
        pl.col("place").alias("old"),
        pl.col("place new").alias("new"),
        pl.lit("only_candidate").alias("matched_by"),
        alone.alias("alone"),
        "differs",
    )


def _compatible(name: str) -> pl.Expr:
    """Return whether two values are not known to differ."""
    return (pl.col(name) == pl.col(f"{name} new")).fill_null(value=True)


def _told(left: pl.DataFrame, candidates: pl.DataFrame, side: str) -> pl.DataFrame:
    """Return, for each debt without a pair, its status and why it is unmatched."""
    open_ones = candidates.select(pl.col(side).alias("place"), "alone").unique("place")
    known = left.join(open_ones, on="place", how="left", maintain_order="left")
    marked = pl.col("enforcement_ref").is_not_null()
    dated = pl.col("debt_kind").is_not_null() & pl.col("when").is_not_null()
    reason = (
        pl.when(pl.col("person").is_null()).then(pl.lit("no_person"))
        .when(~(marked | dated)).then(pl.lit("no_debt"))
        .when(pl.col("alone")).then(pl.lit("principal_differs"))
        .when(~pl.col("alone")).then(pl.lit("ambiguous"))
    )  # fmt: skip
    status = pl.when(reason.is_null()).then(pl.lit("gone" if side == "old" else "new"))
    return known.select("place", status.otherwise(pl.lit(f"unmatched_{side}")).alias("status"), reason.alias("reason"))


def _joined(sides: dict[str, pl.DataFrame], pairs: pl.DataFrame, told: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """Return all debts: the new list's in its order, each with its old pair, then the old list's without one."""
    nothing = pl.lit(None, dtype=pl.String)
    old = sides["old"].rename({"place": "old"})
    now = (
        sides["new"]
        .join(pairs.rename({"new": "place"}), on="place", how="left", maintain_order="left")
        .join(told["new"], on="place", how="left", maintain_order="left")
        .with_columns(pl.col("status").fill_null("matched"))
        .join(old.drop("person"), on="old", how="left", maintain_order="left")
        .drop("place", "old")
    )
    before = (
        sides["old"]
        .join(told["old"], on="place", maintain_order="left")
        .with_columns(nothing.alias("matched_by"))
        .drop("place")
    )
    return pl.concat([now, before], how="diagonal")
