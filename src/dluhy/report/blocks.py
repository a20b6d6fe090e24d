"""The summary: the result in a few sentences, what to do first, and the whole list counted from several sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from dluhy.children.outcome import NEEDS_DATA
from dluhy.report import counts
from dluhy.report.layout import Block
from dluhy.report.measures_text import by_measure
from dluhy.report.sheets import roles
from dluhy.report.tables import Tables
from dluhy.typography import printable

if TYPE_CHECKING:
    from dluhy.checking import ListResult
    from dluhy.report.layout import Cell
    from dluhy.report.selection import Only
    from dluhy.report.texts import Texts

_FIRST = 10
_GROUPS = {"LIST-1": "children", "LIST-2": "adults", "LIST-D": "died", "LIST-0": "none", None: "unknown"}


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
            *by_measure(tables),
            counts.money(tables),
        ]
    return [*blocks, *counts.own_totals(tables)]


def summary_lines(result: ListResult, texts: Texts, only: Only | None = None) -> list[str]:
    """Return the summary for a terminal: the sentences, what was selected, and the first things to do."""
    tables = Tables(result, texts, only)
    lines = sentences(tables, terminal=True)
    if only is not None:
        shown = texts(f"only-{only}")
        lines.append(texts("only-lines", shown=shown, debts=tables.judged.height, people=tables.people.height))
    for line in first_steps(tables).head(1).iter_rows(named=True):
        by_row, person = line["person_id"] != line["person"], _bare(line["person"])
        who = person if by_row else texts("person-coded", code=person)
        lines.append(texts("summary-first", step=_step(tables, line), person=who))
    return lines


def sentences(tables: Tables, *, terminal: bool = False) -> list[str]:
    """The result in a few sentences, the same on the terminal and in the workbook but for where rejected rows are."""
    texts, result = tables.texts, tables.result
    rejected = result.intake.rows_rejected
    apart = result.intake.apart.filter(pl.col("kind") != "header").height  # every list has one
    judged, people = result.judged, result.people
    rows = judged["row"].n_unique()
    if rows + rejected == 0:
        return [texts("empty-list"), *_apart(texts, apart), *_totals(tables)]
    stop, shared = (judged.filter(pl.col("child_owes") == owes) for owes in ("no", "shared"))
    lines = [texts("summary-rows", count=rows + rejected, judged=rows, rejected=rejected), *_apart(texts, apart)]
    if judged.height > rows:
        lines.append(texts("summary-divided", count=judged.height))
    lines += [*_totals(tables), *_people(tables)]
    if stop.height:
        lines.append(texts("summary-stop", count=stop.height, sum=_balance(tables, stop)))
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
        lines.append(texts("summary-rejected-terminal" if terminal else "summary-rejected", count=rejected))
    return lines


def _apart(texts: Texts, count: int) -> list[str]:
    return [texts("summary-apart", count=count)] if count else []


def _totals(tables: Tables) -> list[str]:
    differing = tables.result.intake.totals_that_differ.height
    return [tables.texts("summary-totals", count=differing)] if differing else []


def _people(tables: Tables) -> list[str]:
    """Say how many people there are and in which groups; the groups add up to all of them."""
    texts, people = tables.texts, tables.result.people
    groups = dict(people.group_by(pl.col("list").cast(pl.String)).len().rows())
    parts = [texts(f"people-{name}", count=groups[group]) for group, name in _GROUPS.items() if group in groups]
    return [texts("summary-people", count=people.height, parts=", ".join(parts))] if parts else []


def _balance(tables: Tables, debts: pl.DataFrame) -> str:
    """Return the balance of debts in words: known, known in part, or not in the list; overpayments apart."""
    texts, unknown = tables.texts, debts["balance"].null_count()
    if unknown == debts.height:
        return texts("balance-unknown")
    total, over = texts.money(int(debts["balance"].sum())), counts.overpaid(debts)
    if over:
        return texts("balance-partly-overpaid" if unknown else "balance-overpaid", sum=total, over=texts.money(over))
    return texts("balance-partly" if unknown else "balance-known", sum=total)


def first_steps(tables: Tables) -> pl.DataFrame:
    """Return the first step beyond preparation of each of the most urgent people, the steps of the creditor first.

    Of a person's steps one that surely stands goes before one with a condition, then one of the creditor before others.
    `person` is the person's mark as the language writes it.
    """
    steps = tables.result.checker.pack.steps
    preparatory = [i for i, (_, step) in steps.items() if step.preparatory]
    pack = tables.result.checker.pack
    own = [i for i, (_, step) in steps.items() if pack.term("roles", step.actor).more.get("letter") == "creditor"]
    acting = (
        tables.steps.with_row_index("place")
        .filter(~pl.col("step").is_in(preparatory))
        .with_columns(pl.col("step").is_in(own).alias("own"), pl.col("person_id").alias("person"))
    )
    chosen = acting.sort("conditional", ~pl.col("own"), "place").unique("person_id", keep="first", maintain_order=True)
    return chosen.sort("place").head(_FIRST).sort(~pl.col("own"), "place").with_columns(tables.person("person"))


def _step(tables: Tables, line: dict[str, Any]) -> str:
    """Return the title of a step, with its condition where it has one."""
    texts = tables.texts
    title = tables.result.checker.pack.steps[line["step"]][1].title.text(texts.language)
    if not line["conditional"]:
        return title
    return texts("step-conditional", step=title, condition=texts("conditional-text"))


def _bare(person: str) -> str:
    """Return the mark of a person without the brackets that the program's own marks have."""
    shown = printable(person)
    return shown[1:-1] if shown.startswith("(") and shown.endswith(")") else shown


def _first_steps(tables: Tables) -> Block:
    texts = tables.texts
    named = tables.with_names(first_steps(tables), "person_id").with_columns(
        tables.rule_verdicts("urgency").fill_null(texts("undecided-list")), roles(tables, "actor")
    )
    limited = bool(named["limit_on"].count())
    rows: list[list[Cell]] = []
    for line in named.iter_rows(named=True):
        limit = [texts.day(line["limit_on"]) if line["limit_on"] else texts("limit-none")] if limited else []
        name = " ".join(str(line[part]) for part in tables.shown_names if line[part])
        person = f"{name} ({_bare(line['person'])})" if name else _bare(line["person"])
        rows.append([_step(tables, line), person, line["urgency"], line["actor"], *limit])
    names = ("step", "person", "urgency", "actor", *(["limit_on"] if limited else []))
    columns = [texts(f"col-{name}") for name in names]
    return Block(texts("heading-first"), [texts("summary-next")], columns, rows)
