"""The sheets of text and small tables: the summary, and what stands about the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import field, frozen

from dluhy.children.outcome import NEEDS_DATA
from dluhy.law.citations import readable
from dluhy.law.models import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.tables import Tables

_FIRST = 10


@frozen
class Sum:
    """Money for a cell, in haléře."""

    halere: int


@frozen
class Link:
    """A public address for a cell."""

    address: str


Cell = str | int | Sum | Link


@frozen
class Block:
    """A heading with sentences and a small table."""

    heading: str
    sentences: list[str] = field(factory=list)
    columns: list[str] = field(factory=list)
    rows: list[list[Cell]] = field(factory=list)


def summary(tables: Tables) -> list[Block]:
    """Counts and sums, and what to do first."""
    texts, result = tables.texts, tables.result
    judged = result.judged.with_columns(tables.term("verdict", "verdicts"))
    blocks = [Block(texts("title"), [texts("as-of", day=texts.day(result.as_of)), *sentences(tables)])]
    if judged.height == 0:
        return blocks
    count, total = texts("col-count"), texts("col-sum")
    by_verdict = judged.group_by("verdict").agg(pl.len(), pl.col("balance").sum()).sort("len", descending=True)
    blocks.append(
        Block(
            texts("heading-by-verdict"),
            columns=[texts("col-verdict"), count, total],
            rows=[[v, n, Sum(s)] for v, n, s in by_verdict.sort("len", "verdict", descending=[True, False]).rows()],
        )
    )
    for heading, column in (("heading-by-list", "list"), ("heading-by-urgency", "urgency")):
        groups = (
            result.people.filter(_listed() if column == "urgency" else True)
            .group_by(column)
            .agg(pl.len(), pl.col("balance").sum(), pl.col("balance_to_stop").sum())
        )
        labelled = groups.sort(column, nulls_last=True).with_columns(
            tables.rule_titles(column).fill_null(texts("undecided-list"))
        )
        blocks.append(
            Block(
                texts(heading),
                columns=[texts("col-group"), count, total, texts("col-balance_to_stop")],
                rows=[[v, n, Sum(s), Sum(t)] for v, n, s, t in labelled.rows()],
            )
        )
    blocks += [_money(tables), _first_steps(tables)]
    return blocks


def sentences(tables: Tables) -> list[str]:
    """The result in a few sentences, the same on the terminal and in the workbook."""
    texts, result = tables.texts, tables.result
    rejected = result.intake.rows_rejected
    if result.intake.rows_in == 0:
        return [texts("empty-list")]
    judged, people = result.judged, result.people
    stop, shared = (judged.filter(pl.col("child_owes") == owes) for owes in ("no", "shared"))
    lines = [
        texts("summary-rows", count=result.intake.rows_in, judged=judged.height, rejected=rejected),
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
    red = people.filter(_listed() & (pl.col("urgency") == "URGENT-RED")).height
    if red:
        lines.append(texts("summary-red", count=red))
    if rejected:
        lines.append(texts("summary-rejected", count=rejected))
    return lines


def _listed() -> pl.Expr:
    """Return whether a person has, or may have, a debt from childhood."""
    return pl.col("list").cast(pl.String).fill_null("") != "LIST-0"


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


def _money(tables: Tables) -> Block:
    texts = tables.texts
    facts = tables.result.checker.pack.fact_texts
    rows: list[list[Cell]] = [
        [facts[name].label.text(texts.language), Sum(total), Sum(judged), Sum(rejected)]
        for name, (total, judged, rejected) in tables.result.intake.sums.items()
    ]
    columns = [texts("col-name"), texts("money-in"), texts("money-judged"), texts("money-rejected")]
    return Block(texts("heading-money"), columns=columns, rows=rows)


def _first_steps(tables: Tables) -> Block:
    texts = tables.texts
    pack = tables.result.checker.pack
    first = (
        tables.result.steps.filter(
            ~pl.col("step").is_in([i for i, (_, step) in pack.steps.items() if step.preparatory])
        )
        .unique("person_id", keep="first", maintain_order=True)
        .head(_FIRST)
    )
    rows: list[list[Cell]] = [
        [
            pack.steps[step][1].title.text(texts.language),
            person,
            pack.term("roles", pack.steps[step][1].actor).text(texts.language),
        ]
        for step, person in first.select("step", "person_id").rows()
    ]
    return Block(
        texts("heading-first"), columns=[texts("col-step"), texts("col-person"), texts("col-actor")], rows=rows
    )


def about(tables: Tables) -> list[Block]:
    """Receipt, columns, presumptions, provisions with links, evidence, and the limits of the result."""
    texts, receipt = tables.texts, tables.result.receipt
    columns = tables.result.intake.columns
    receipt_rows: list[list[Cell]] = [
        [texts("about-as_of"), texts.day(receipt.as_of)],
        [texts("about-pack"), f"{receipt.pack} {receipt.pack_version}"],
        [texts("about-pack_hash"), receipt.pack_hash],
        [texts("about-program"), receipt.program_version],
        [texts("about-input"), receipt.input_sha256],
        [texts("about-result"), receipt.result_sha256],
    ]
    recognised: list[list[Cell]] = [[columns.label(meaning), meaning] for meaning in columns.positions]
    blocks = [
        Block(texts("about-limits"), [texts(f"about-limit-{number}") for number in range(1, 7)]),
        Block(texts("about-receipt"), columns=[texts("col-name"), texts("col-value")], rows=receipt_rows),
        Block(texts("about-columns"), columns=[texts("col-column"), texts("col-name")], rows=recognised),
    ]
    if columns.unused:
        blocks.append(Block(texts("about-unused"), [", ".join(columns.unused)]))
    blocks.append(
        Block(
            texts("about-presumptions"),
            columns=[texts("col-presumed"), texts("col-count")],
            rows=list(_presumptions(tables)),
        )
    )
    blocks.append(Block(texts("about-evidence"), [texts(f"about-evidence-{mark}") for mark in ("S2", "S", "D", "M")]))
    blocks.append(
        Block(
            texts("about-provisions"), columns=[texts("col-provisions"), texts("col-link")], rows=list(_legend(tables))
        )
    )
    return blocks


def _presumptions(tables: Tables) -> Iterator[list[Cell]]:
    pack, judged = tables.result.checker.pack, tables.result.judged
    for position, presumption_id in enumerate(tables.result.checker.summary.presumptions):
        used = judged.filter((pl.col("presumed") & pl.lit(1 << position, dtype=pl.UInt32)) > 0).height
        if used:
            yield [pack.presumptions[presumption_id].sentence.text(tables.texts.language), used]


def _legend(tables: Tables) -> Iterator[list[Cell]]:
    """Each provision once with one link, those of the rules that hold somewhere and of the steps taken."""
    pack, judged = tables.result.checker.pack, tables.result.judged
    cites: dict[Citation, None] = {}
    for rule in pack.rules.values():
        if rule.id in judged.columns and judged[rule.id].any():
            cites |= dict.fromkeys(rule.citations)
    for step_id in tables.result.steps["step"].unique(maintain_order=True):
        step = pack.steps[step_id][1]
        limit = [c if isinstance(c, Citation) else Citation(at=c) for c in step.limit.cites]
        cites |= dict.fromkeys([*step.citations, *limit])
    for cite in cites:
        shown = readable(cite, pack.acts, tables.texts.language)
        yield [shown.text, Link(shown.link)]
