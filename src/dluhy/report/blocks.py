"""The summary: the result in a few sentences, what to do first, and the whole list counted from several sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.children.outcome import NEEDS_DATA
from dluhy.report import counts
from dluhy.report.layout import Block
from dluhy.report.tables import Tables

if TYPE_CHECKING:
    from dluhy.checking import ListResult
    from dluhy.report.layout import Cell
    from dluhy.report.selection import Only
    from dluhy.report.texts import Texts

_FIRST = 10


def summary(tables: Tables) -> list[Block]:
    """What was judged, what to do first, counts and sums; always of the whole list, whatever the sheets show."""
    texts, result = tables.texts, tables.result
    heading = [texts("as-of", day=texts.day(result.as_of)), *sentences(tables)]
    if tables.only is not None:
        heading.append(texts("only-note", shown=texts(f"only-{tables.only}")))
    blocks = [Block(texts("title"), heading)]
    if result.judged.height:
        blocks += [
            _first_steps(tables),
            counts.by_verdict(tables),
            counts.by_rule(tables),
            *counts.by_people(tables),
            *counts.by_creditor(tables),
            counts.money(tables),
        ]
    return [*blocks, *counts.own_totals(tables)]


def summary_lines(result: ListResult, texts: Texts, only: Only | None = None) -> list[str]:
    """Return the summary for a terminal: the sentences, what was selected, and the first things to do."""
    tables = Tables(result, texts, only)
    lines = sentences(tables)
    if only is not None:
        shown = texts(f"only-{only}")
        lines.append(texts("only-lines", shown=shown, debts=tables.judged.height, people=tables.people.height))
    first = _first(tables)
    if first.height:
        pack = result.checker.pack
        title = pack.steps[first["step"][0]][1].title.text(texts.language)
        lines.append(texts("summary-first", step=title, person=first["person_id"][0]))
    return lines


def sentences(tables: Tables) -> list[str]:
    """The result in a few sentences, the same on the terminal and in the workbook."""
    texts, result = tables.texts, tables.result
    rejected = result.intake.rows_rejected
    apart = result.intake.apart.filter(pl.col("kind") != "header").height  # every list has one
    judged, people = result.judged, result.people
    rows = judged["row"].n_unique()
    if rows + rejected == 0:
        return [texts("empty-list"), *_apart(texts, apart)]
    stop, shared = (judged.filter(pl.col("child_owes") == owes) for owes in ("no", "shared"))
    lines = [texts("summary-rows", count=rows + rejected, judged=rows, rejected=rejected), *_apart(texts, apart)]
    if judged.height > rows:
        lines.append(texts("summary-divided", count=judged.height))
    lines += [
        texts(
            "summary-people",
            count=people.height,
            children=_members(people, "LIST-1"),
            adults=_members(people, "LIST-2"),
        ),
        texts("summary-stop", count=stop.height, sum=_balance(tables, stop)),
    ]
    if shared.height:
        lines.append(texts("summary-shared", count=shared.height, sum=_balance(tables, shared)))
    undecided = judged.filter(pl.col("outcome") == NEEDS_DATA).height
    if undecided:
        lines.append(texts("summary-undecided", count=undecided))
    red = people.filter(counts.listed() & (pl.col("urgency") == "URGENT-RED")).height
    if red:
        lines.append(texts("summary-red", count=red))
    doubtful = judged.filter(pl.col("warnings") > 0)["row"].n_unique()
    if doubtful:
        lines.append(texts("summary-warnings", count=doubtful))
    if rejected:
        lines.append(texts("summary-rejected", count=rejected))
    return lines


def _apart(texts: Texts, count: int) -> list[str]:
    return [texts("summary-apart", count=count)] if count else []


def _balance(tables: Tables, debts: pl.DataFrame) -> str:
    """Return the balance of debts in words: known, known in part, or not in the list."""
    texts, unknown = tables.texts, debts["balance"].null_count()
    if debts.height == 0:
        return texts("balance-none")
    if unknown == debts.height:
        return texts("balance-unknown")
    return texts("balance-partly" if unknown else "balance-known", sum=texts.money(int(debts["balance"].sum())))


def _members(people: pl.DataFrame, rule_id: str) -> int:
    return people.filter(pl.col("list").cast(pl.String) == rule_id).height


def _first(tables: Tables) -> pl.DataFrame:
    """Return the first step beyond preparation of each of the most urgent people."""
    preparatory = [i for i, (_, step) in tables.result.checker.pack.steps.items() if step.preparatory]
    acting = tables.steps.filter(~pl.col("step").is_in(preparatory))
    return acting.unique("person_id", keep="first", maintain_order=True).head(_FIRST)


def _first_steps(tables: Tables) -> Block:
    texts, pack = tables.texts, tables.result.checker.pack
    named = tables.with_names(_first(tables), "person_id").with_columns(
        tables.rule_verdicts("urgency").fill_null(texts("undecided-list"))
    )
    rows: list[list[Cell]] = []
    for line in named.iter_rows(named=True):
        step = pack.steps[line["step"]][1]
        actor = pack.term("roles", step.actor).text(texts.language).split(" (", maxsplit=1)[0]
        limit = texts.day(line["limit_on"]) if line["limit_on"] else texts("limit-none")
        name = " ".join(str(line[part]) for part in tables.shown_names if line[part])
        person = f"{line['person_id']}, {name}" if name else line["person_id"]
        rows.append([step.title.text(texts.language), person, line["urgency"], actor, limit])
    columns = [texts(f"col-{name}") for name in ("step", "person", "urgency", "actor", "limit_on")]
    return Block(texts("heading-first"), [texts("summary-next")], columns, rows)
