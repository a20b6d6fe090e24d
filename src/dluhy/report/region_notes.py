"""The first and the last sheet of a region's overview: the main numbers, and how everything is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.region.overview import GROUPS, Overview
from dluhy.report.layout import Block, Sum

if TYPE_CHECKING:
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


def summary(overview: Overview, texts: Texts) -> list[Block]:
    """Return the first sheet: what it is, the numbers of the region, where most people are, what to know."""
    blocks = [Block(texts("overview-title"), _about(overview, texts)), _groups(overview, texts)]
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
        people = total[group or "people"]
        numbers = [people, total[f"{start}debts"], total[f"{start}halere"], total[f"{start}amounts_unknown"]]
        rows.append([texts(f"overview-group-{group or 'all'}"), *(_cell(n, i, texts) for i, n in enumerate(numbers))])
    names = ["group", "people", "debts", "halere", "amounts_unknown"]
    if overview.public:
        rows, names = [row[:-1] for row in rows], names[:-1]
    return Block(texts("overview-heading-groups"), [], [texts(f"overview-col-{name}") for name in names], rows)


_MONEY_AT: Final = 2


def _number(cell: Cell) -> str | int:
    return cell if isinstance(cell, int) else str(cell)


def _cell(number: int | None, place: int, texts: Texts) -> Cell:
    if number is None:
        return texts("overview-not-known")
    return Sum(number) if place == _MONEY_AT else number


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
    top = children.sort("rank_by_count", "name").head(_TOP)
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


def notes(overview: Overview, texts: Texts) -> list[Block]:
    """Return the last sheet: what is counted and how, what is not told and why, from what."""
    own = _NOTES_PUBLIC if overview.public else _NOTES_OWN
    day = texts.day(overview.base_day)
    told = [texts(f"overview-note-{name}", day=day) for name in (*_NOTES, *own)]
    origin = [texts("overview-note-reports", count=overview.reports), *overview.packs]
    return [
        Block(texts("overview-sheet-notes"), told),
        Block(texts("overview-heading-origin"), origin),
    ]


def told(overview: Overview, texts: Texts) -> list[str]:
    """Return the overview in a few sentences, for a terminal."""
    lines = _about(overview, texts)
    for row in _groups(overview, texts).rows:
        label, people, debts, halere = row[:4]
        money = texts.money(halere.halere) if isinstance(halere, Sum) else str(halere)
        counts = {"people": _number(people), "debts": _number(debts)}
        lines.append(texts("overview-told-group", group=str(label), sum=money, **counts))
    return lines + [finding.cs if texts.language == "cs" else finding.en for finding in overview.findings]
