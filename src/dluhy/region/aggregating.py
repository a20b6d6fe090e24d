"""A checked list -> its exchange file: one block of counts and sums for each municipality, without persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy import places
from dluhy.__about__ import program_version
from dluhy.intake.grids import ROW
from dluhy.intake.lists import ReconciliationError
from dluhy.intake.years import PART
from dluhy.municipal.strategy import served_debts
from dluhy.region.changing import changes_of
from dluhy.region.counting import (
    COLUMNS_OF,
    SUMS,
    by_birthday,
    by_step,
    counted,
    of_childhood,
    require_codes,
    sums_by,
)
from dluhy.region.exchange import (
    NOTICE,
    SCHEMA,
    Block,
    CreditorLine,
    Exchange,
    GroupLine,
    Line,
    Origin,
    Since,
    Sums,
    Tables,
)
from dluhy.region.overview import GROUPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.checking import ListResult
    from dluhy.comparing import Comparison
    from dluhy.region.overview import Group

_FURTHER: Final = ("interventions", "measures")


def aggregated(
    result: ListResult,
    *,
    municipality: str | None = None,
    comparison: Comparison | None = None,
    further: Mapping[str, pl.DataFrame] | None = None,
) -> Exchange:
    """Return the counts and sums of a checked list.

    `municipality` is the code of the municipality whose list it is; without it the list's own column says it of every
    debt. `comparison` is this list (as its newer one) against an older one of the same municipality. `further` gives
    for "interventions" a row for each debt and code: `row`, `part`, `code`; without it that table is left out. Raises
    InputError where it is not known of which municipality a debt is.
    """
    require_codes(result, municipality)
    if comparison is not None:
        require_codes(comparison.old, municipality)
    frame = counted(result, municipality)
    codes = [municipality] if municipality is not None else frame["place"].unique().sort().to_list()
    tables = _tables(result, of_childhood(frame), {"measures": served_debts(result), **(further or {})})
    changes = None if comparison is None else changes_of(comparison, frame, municipality)
    blocks = [
        Block(
            municipality=code,
            name=_name(code),
            tables=_tables_of(code, tables),
            since=None if comparison is None or changes is None else _since(code, comparison, changes),
            **_whole(frame.filter(pl.col("place") == code)),
        )
        for code in codes
    ]
    _reconcile(result, blocks)
    return _made(result, blocks)


def _name(code: str) -> str:
    place = places.municipality(code)
    if place is None:
        raise KeyError(code)
    return place.name


def _whole(debts: pl.DataFrame) -> dict[str, Any]:
    """Return the rows, the groups and the others of one municipality."""
    mine = of_childhood(debts)
    others = debts.filter(pl.col("group") == "others")
    alone = others.join(mine.select("person_id").unique(), on="person_id", how="anti")
    told = others.select(*SUMS).row(0, named=True) | {"people": alone["person_id"].n_unique()}
    return {
        "rows_judged": debts.select(ROW).n_unique(),
        "groups": [_group(group, mine.filter(pl.col("group") == group)) for group in GROUPS],
        "others": Sums(**told),
    }


def _group(group: Group, debts: pl.DataFrame) -> GroupLine:
    more = (
        pl.col("principal").sum().alias("principal_halere"),
        pl.col("principal").null_count().cast(pl.Int64).alias("principals_unknown"),
        pl.col("costs").sum().alias("costs_halere"),
        pl.col("costs").null_count().cast(pl.Int64).alias("costs_unknown"),
    )
    return GroupLine(group=group, **debts.select(*SUMS, *more).row(0, named=True))


def _tables(
    result: ListResult, mine: pl.DataFrame, further: Mapping[str, pl.DataFrame]
) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the lines of each table by municipality; a table that nobody counted is absent."""
    tables = {
        name: sums_by(mine.with_columns(pl.col(column).alias("code")), "place", "group", "code")
        for name, column in COLUMNS_OF.items()
    }
    bodies = mine.select("place", pl.col("creditor_code").alias("code"), "creditor_kind", "creditor_body")
    bodies = bodies.unique(["place", "code"], keep="first", maintain_order=True)
    tables["creditors"] = tables["creditors"].join(bodies, on=["place", "code"], how="left", maintain_order="left")
    tables["creditors"] = tables["creditors"].rename({"creditor_kind": "kind", "creditor_body": "name"})
    tables |= {"steps": by_step(mine, result.checker.pack), "birthdays": by_birthday(mine)}
    for name in _FURTHER:
        if name in further:
            marked = mine.join(further[name].unique(), on=[ROW, PART], how="inner")
            tables[name] = sums_by(marked, "place", "group", "code")
    return {name: _by_place(table) for name, table in tables.items()}


def _by_place(table: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in table.iter_rows(named=True):
        found.setdefault(line.pop("place"), []).append(line)
    return found


def _tables_of(code: str, tables: dict[str, dict[str, list[dict[str, Any]]]]) -> Tables:
    own: dict[str, Any] = {}
    for name, by_place in tables.items():
        line = CreditorLine if name == "creditors" else Line
        own[name] = [line(**values) for values in by_place.get(code, [])]
    return Tables(**own)


def _since(code: str, comparison: Comparison, changes: dict[str, pl.DataFrame]) -> Since:
    mine = changes["changes"].filter(pl.col("place") == code).drop("place")
    unmatched = {
        side: int(changes["unmatched"].filter((pl.col("place") == code) & (pl.col("side") == side))["debts"].sum())
        for side in ("old", "new")
    }
    return Since(
        as_of=comparison.old_as_of,
        input_sha256=comparison.old.receipt.input_sha256,
        changes=[Line(**line) for line in mine.iter_rows(named=True)],
        unmatched_old=unmatched["old"],
        unmatched_new=unmatched["new"],
    )


def _made(result: ListResult, blocks: list[Block]) -> Exchange:
    receipt = result.receipt
    origin = Origin(
        program_version=program_version(),
        pack=receipt.pack,
        pack_version=receipt.pack_version,
        pack_hash=receipt.pack_hash,
        input_sha256=receipt.input_sha256,
        reading_sha256=receipt.reading_sha256 or None,
    )
    return Exchange(
        form=SCHEMA,
        notice=NOTICE,
        public=False,
        as_of=result.as_of,
        origin=origin,
        rows_in=receipt.rows_in,
        rows_rejected=receipt.rows_rejected,
        municipalities=blocks,
    )


def _reconcile(result: ListResult, blocks: list[Block]) -> None:
    """Raise ReconciliationError unless every judged debt and its balance stand in the blocks once."""
    parts = [part for block in blocks for part in (*block.groups, block.others)]
    have = tuple(sum(getattr(part, name) for part in parts) for name in ("debts", "halere", "amounts_unknown"))
    judged = result.judged
    want = (judged.height, int(judged["balance"].sum()), judged["balance"].null_count())
    if have != want:
        msg = f"(debts, haléře, unknown amounts) {have} in the summary, {want} judged"
        raise ReconciliationError(msg)
