"""The first and the last sheet of a region's overview: the main numbers, and how everything is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.places import by_czech
from dluhy.region.overview import GROUPS, Overview
from dluhy.report.layout import Block, Sum
from dluhy.report.region_cells import is_at_least, kept_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.receipt import Receipt
    from dluhy.report.layout import Cell
    from dluhy.report.texts import Texts

_TOP: Final = 10
_BESIDE: Final = ("to_stop_debts", "by_executor_debts", "by_office_debts", "stopped_debts", "birthdays_90")
_NOTES: Final = ("what", "groups", "sums", "tables", "trend", "ranking", "base", "sources")
_NOTES_OWN: Final = ("people-twice", "not-public")
_NOTES_PUBLIC: Final = (
    "public-hidden",
    "public-totals",
    "public-tables",
    "public-ranking",
    "public-zero",
    "public-again",
)


def summary(overview: Overview, texts: Texts, note: str | None = None) -> list[Block]:
    """Return the first sheet: what it is, the numbers of the region, where most people are, what to know.

    `note` is a sentence of the user's own, set first.
    """
    about = [*([note] if note else []), *_about(overview, texts)]
    blocks = [Block(texts("overview-title"), about), _groups(overview, texts)]
    beside = _beside(overview, texts)
    if beside.rows:
        blocks.append(beside)
    blocks += [_by_count(overview, texts), _by_rank(overview, texts)]
    if overview.findings:
        told = [finding.cs if texts.language == "cs" else finding.en for finding in overview.findings]
        blocks.append(Block(texts("overview-heading-findings"), told))
    return [block for block in blocks if block.rows or block.sentences]


def _about(overview: Overview, texts: Texts) -> list[str]:
    total = overview.total.row(0, named=True)
    place = overview.region_name or texts("overview-whole")
    return [
        texts("overview-release-public" if overview.public else "overview-release-own"),
        texts("overview-about", place=place, day=texts.day(overview.as_of)),
        texts("overview-reported", reported=total["reported"], all=total["municipalities"]),
        *([texts("overview-hidden-count", count=total["hidden"])] if total["hidden"] else []),
    ]


def _groups(overview: Overview, texts: Texts) -> Block:
    total = overview.total.row(0, named=True)
    rows: list[list[Cell]] = []
    for group in (*GROUPS, None):
        start = f"{group}_" if group else ""
        columns = [group or "people", *(f"{start}{name}" for name in ("debts", "halere", "amounts_unknown"))]
        rows.append([texts(f"overview-group-{group or 'all'}"), *(_cell(total, name, texts) for name in columns)])
    names = ["group", "people", "debts", "halere", "amounts_unknown"]
    if overview.public:
        rows, names = [row[:-1] for row in rows], names[:-1]
    return Block(texts("overview-heading-groups"), [], [texts(f"overview-col-{name}") for name in names], rows)


def _cell(total: Mapping[str, Any], column: str, texts: Texts) -> Cell:
    number: int | None = total[column]
    if number is None:
        return texts(f"overview-{kept_back(total, column) or 'not-known'}")
    return Sum(number, at_least=is_at_least(total, column)) if column.endswith("halere") else number


def _beside(overview: Overview, texts: Texts) -> Block:
    total = overview.total.row(0, named=True)
    rows: list[list[Cell]] = [
        [texts(f"overview-col-{name}"), total[name]] for name in _BESIDE if total[name] is not None
    ]
    compared = total["since_reported"]
    notes = [texts("overview-compared", count=compared)] if compared and not overview.public else []
    return Block(texts("overview-heading-beside"), notes if rows else [], [], rows)


def _by_count(overview: Overview, texts: Texts) -> Block:
    """Return where the most children are."""
    children = overview.ranking.filter((pl.col("measure") == "children") & (pl.col("count") > 0))
    top = children.sort("rank_by_count", by_czech("name")).head(_TOP)
    rows: list[list[Cell]] = [list(row) for row in top.select("name", "count", "authority_name").rows()]
    columns = [texts(f"overview-col-{name}") for name in ("name", "children", "authority_name")]
    return Block(texts("overview-heading-by-count"), [], columns, rows)


def _by_rank(overview: Overview, texts: Texts) -> Block:
    """Return where people with childhood debts are surely the most for the size of the place."""
    people = overview.ranking.filter((pl.col("measure") == "people") & (pl.col("count") > 0) & (pl.col("rank") <= _TOP))
    top = people.with_columns(pl.format("{}–{}", "rank_from", "rank_to").alias("ranks")).head(_TOP)
    rows: list[list[Cell]] = []
    for row in top.iter_rows(named=True):
        rate = f"{row['rate']:.2f}".replace(".", "," if texts.language == "cs" else ".")
        rows.append([row["name"], row["count"], rate, row["ranks"], texts(f"overview-standing-{row['standing']}")])
    names = ("name", "count", "rate", "ranks", "standing")
    columns = [texts(f"overview-col-{name}") for name in names]
    return Block(texts("overview-heading-by-rank"), [texts("overview-note-by-rank")], columns, rows)


def notes(overview: Overview, texts: Texts, receipt: Receipt | None = None) -> list[Block]:
    """Return the last sheet: what is counted and how, what is not told and why, from what, by which receipt."""
    own = _NOTES_PUBLIC if overview.public else _NOTES_OWN
    day = texts.day(overview.base_day)
    told = [texts(f"overview-note-{name}", day=day) for name in (*_NOTES, *own)]
    origin = [texts("overview-note-reports", count=overview.reports), *overview.packs]
    blocks = [Block(texts("overview-sheet-notes"), told), Block(texts("overview-heading-origin"), origin)]
    return blocks if receipt is None else [*blocks, _made(receipt, texts)]


def _made(receipt: Receipt, texts: Texts) -> Block:
    values = {
        "pack": f"{receipt.pack} {receipt.pack_version}", "pack_hash": receipt.pack_hash,
        "program": receipt.program_version, "input": receipt.input_sha256, "result": receipt.result_sha256,
    }  # fmt: skip
    told = [f"{texts(f'overview-made-{name}')}: {value}" for name, value in values.items()]
    return Block(texts("overview-heading-made"), told)


def told(overview: Overview, texts: Texts) -> list[str]:
    """Return the overview in a few sentences, for a terminal."""
    lines = _about(overview, texts)
    for label, people, debts, halere in (row[:4] for row in _groups(overview, texts).rows):
        parts = [texts("overview-told-people", count=people) if isinstance(people, int) else str(people)]
        if isinstance(debts, int):
            parts += [texts("overview-told-debts", count=debts), _balance(halere, texts)]
        lines.append(texts("overview-told-group", group=str(label), told=", ".join(parts)))
    return lines + [finding.cs if texts.language == "cs" else finding.en for finding in overview.findings]


def _balance(halere: Cell, texts: Texts) -> str:
    if not isinstance(halere, Sum):
        return texts("overview-told-sum-unknown")
    key = "overview-told-sum-least" if halere.at_least else "overview-told-sum"
    return texts(key, sum=texts.money(halere.halere))
