"""The whole list counted: by verdict, rule, list, urgency and creditor; its money, and the totals it states itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.intake.columns import plain
from dluhy.report.layout import Block, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.layout import Cell
    from dluhy.report.tables import Tables

_MOST_CREDITORS = 20
_MOST_TOTALS = 50


def listed() -> pl.Expr:
    """Return whether a person has, or may have, a debt from childhood."""
    return pl.col("list").cast(pl.String).fill_null("") != "LIST-0"


def overpaid(debts: pl.DataFrame) -> int:
    """Return what was overpaid on debts: the sum of their negative balances, zero if there are none."""
    return int(debts["balance"].filter(debts["balance"] < 0).sum())


def _note(tables: Tables, debts: pl.DataFrame, note: str) -> list[str]:
    """Return the sentence of a table on the overpayments that its sums include, if there are any."""
    over = overpaid(debts)
    return [tables.texts(note, over=tables.texts.money(over))] if over else []


def by_verdict(tables: Tables) -> Block:
    """Debts and their balance by what follows, the most frequent first, with a chart."""
    texts = tables.texts
    groups = tables.result.judged.group_by(tables.term("verdict", "verdicts")).agg(*_debts())
    return Block(
        texts("heading-by-verdict"),
        _note(tables, tables.result.judged, "note-overpaid"),
        columns=[texts(f"col-{name}") for name in ("verdict", "debts", "sum")],
        rows=[[v, n, _sum(tables, s)] for v, n, s in groups.sort("n", "verdict", descending=[True, False]).rows()],
        chart=texts("chart-by-verdict"),
    )


def by_rule(tables: Tables) -> Block:
    """Debts and their balance by the rule that decided, in the order of the law pack."""
    texts, rules = tables.texts, tables.result.checker.pack.rules
    groups = tables.result.judged.group_by("outcome").agg(*_debts()).sort("outcome")
    rows: list[list[Cell]] = [
        [
            rules[rule_id].title.text(texts.language) if rule_id in rules else texts("no-rule-yet"),
            count,
            _sum(tables, total),
        ]
        for rule_id, count, total in groups.rows()
    ]
    note = _note(tables, tables.result.judged, "note-overpaid")
    return Block(texts("heading-by-rule"), note, [texts(f"col-{n}") for n in ("rule", "debts", "sum")], rows)


def by_people(tables: Tables) -> Iterator[Block]:
    """Yield people by list, and those with childhood debts by urgency."""
    texts, people, judged = tables.texts, tables.result.people, tables.result.judged
    for heading, column in (("heading-by-list", "list"), ("heading-by-urgency", "urgency")):
        shown = people if column == "list" else people.filter(listed())
        groups = (
            shown.group_by(column).agg(*_debts(), _known("balance_to_stop").alias("t")).sort(column, nulls_last=True)
        )
        labelled = groups.with_columns(tables.rule_titles(column).fill_null(texts("undecided-list")))
        yield Block(
            texts(heading),
            _note(tables, judged if column == "list" else judged.filter(listed()), "note-overpaid-part"),
            columns=[texts(f"col-{name}") for name in ("group", "people", "sum", "balance_to_stop")],
            rows=[[v, n, _sum(tables, s), _sum(tables, t)] for v, n, s, t in labelled.rows()],
        )


def by_creditor(tables: Tables) -> Iterator[Block]:
    """Yield the creditors with the largest sums to stop; spellings that differ by case or accents are one creditor."""
    judged, texts = tables.result.judged, tables.texts
    if "creditor_name" not in judged.columns:
        return
    stop = pl.col("child_owes") == "no"
    spelt = judged.group_by("creditor_name", maintain_order=True).agg(
        pl.len().alias("debts"),
        stop.sum().alias("to_stop"),
        pl.col("balance").is_not_null().sum().alias("known"),
        pl.col("balance").sum(),
        pl.col("balance").filter(stop).sum().alias("balance_to_stop"),
    )
    key = pl.col("creditor_name").map_elements(plain, return_dtype=pl.String).fill_null("")
    ranked = (
        spelt.sort("debts", descending=True, maintain_order=True)
        .group_by(key.alias("key"), maintain_order=True)
        .agg(pl.col("creditor_name").first(), pl.sum("debts", "to_stop", "known", "balance", "balance_to_stop"))
        .sort("balance_to_stop", "to_stop", "debts", "key", descending=[True, True, True, False])
    )
    first, others = ranked.head(_MOST_CREDITORS), ranked.slice(_MOST_CREDITORS)
    rows = [_creditor(tables, line[1] or texts("no-creditor"), line[2:]) for line in first.rows()]
    if others.height:
        rest = others.select(pl.sum("debts", "to_stop", "known", "balance", "balance_to_stop")).row(0)
        rows.append(_creditor(tables, texts("other-creditors", count=others.height), rest))
    columns = [texts(f"col-{n}") for n in ("creditor", "debts", "debts_to_stop", "sum", "balance_to_stop")]
    yield Block(texts("heading-by-creditor"), _note(tables, judged, "note-overpaid-part"), columns, rows)


def _creditor(tables: Tables, name: str, numbers: tuple[int, ...]) -> list[Cell]:
    debts, to_stop, known, balance, balance_to_stop = numbers
    return [name, debts, to_stop, *(_sum(tables, amount if known else None) for amount in (balance, balance_to_stop))]


def money(tables: Tables) -> Block:
    """Each sum of the list: in the list, in judged rows, in rejected rows."""
    texts = tables.texts
    rows: list[list[Cell]] = [
        [tables.fact_label(name), Sum(total), Sum(judged), Sum(rejected)]
        for name, (total, judged, rejected) in tables.result.intake.sums.items()
    ]
    columns = [texts("col-name"), texts("money-in"), texts("money-judged"), texts("money-rejected")]
    return Block(texts("heading-money"), columns=columns, rows=rows)


def own_totals(tables: Tables) -> Iterator[Block]:
    """Yield the totals the list states itself beside the computed ones: those that differ first.

    Those that agree are one line with their number.
    """
    texts, totals = tables.texts, tables.result.intake.totals
    if totals.height == 0:
        return
    differs = (pl.col("stated") != pl.col("computed")).alias("differs")  # null where it cannot be told
    compared = totals.with_columns(differs)
    shown = compared.filter(pl.col("differs").fill_null(value=True)).sort(
        pl.col("differs").is_null(), "row", maintain_order=True
    )
    wrong, unknown, same = int(shown["differs"].sum()), shown["differs"].null_count(), totals.height - shown.height
    lines = [texts("totals-sentence", count=totals.height, same=same, different=wrong, unknown=unknown)]
    if shown.height > _MOST_TOTALS:
        lines.append(texts("totals-more", shown=_MOST_TOTALS))
    rows = [_total(tables, line) for line in shown.head(_MOST_TOTALS).iter_rows(named=True)]
    if same:
        rows.append([texts("totals-agreeing", count=same), "", "", "", texts("total-same")])
    columns = [texts(f"col-{name}") for name in ("total", "stated", "computed", "difference", "agreement")]
    yield Block(texts("heading-totals"), lines, columns, rows)


def _total(tables: Tables, line: dict[str, int | str | None]) -> list[Cell]:
    texts, stated, computed = tables.texts, line["stated"], line["computed"]
    label = tables.fact_label(str(line["name"])) if line["name"] in tables.result.intake.sums else str(line["name"])
    name = texts("total-of", kind=texts(f"line-{line['kind']}"), row=str(line["row"]), name=label)
    if not isinstance(stated, int) or not isinstance(computed, int):
        return [name, _sum(tables, stated if isinstance(stated, int) else None), "", "", texts("total-unknown")]
    return [name, Sum(stated), Sum(computed), Sum(stated - computed), texts("total-different")]


def _debts() -> tuple[pl.Expr, pl.Expr]:
    return pl.len().alias("n"), _known("balance").alias("s")


def _known(name: str) -> pl.Expr:
    """Return the sum of the amounts that are known, null if none is."""
    return pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum())


def _sum(tables: Tables, halere: int | None) -> Cell:
    return tables.texts("not-stated") if halere is None else Sum(halere)
