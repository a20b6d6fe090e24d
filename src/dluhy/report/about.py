"""What stands about a result: its limits, receipt, how the file was read, presumptions, evidence, provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.intake.columns import PERSONAL
from dluhy.intake.lists import IDENTITY
from dluhy.law.citations import readable
from dluhy.law.models import Citation
from dluhy.report.layout import Block, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.layout import Cell
    from dluhy.report.tables import Tables

_SEPARATORS = {"\t": "tab", ";": ";", ",": ",", "|": "|"}
_NO_FACTS = frozenset({*PERSONAL, *IDENTITY})
_MARKS = ("S2", "S", "D", "M")


def about(tables: Tables) -> list[Block]:
    """Receipt, file, columns, presumptions, provisions with links, evidence, and the limits of the result."""
    texts, columns = tables.texts, tables.result.intake.columns
    blocks = [
        Block(texts("about-limits"), [texts(f"about-limit-{number}") for number in range(1, 7)]),
        _receipt(tables),
        _file(tables),
        _columns(tables),
    ]
    if columns.unused:
        blocks.append(Block(texts("about-unused"), [", ".join(columns.unused)]))
    counted = [texts("col-presumed"), texts("col-count")]
    presumed = list(_presumptions(tables))
    provisions = [texts("col-provisions"), texts("col-link")]
    return [
        *blocks,
        *([Block(texts("about-presumptions"), columns=counted, rows=presumed)] if presumed else []),
        Block(texts("about-evidence"), [texts(f"about-evidence-{mark}") for mark in _MARKS]),
        Block(texts("about-provisions"), columns=provisions, rows=list(_legend(tables))),
    ]


def _receipt(tables: Tables) -> Block:
    texts, receipt = tables.texts, tables.result.receipt
    rows: list[list[Cell]] = [
        [texts("about-as_of"), texts.day(receipt.as_of)],
        [texts("about-pack"), f"{receipt.pack} {receipt.pack_version}"],
        [texts("about-pack_hash"), receipt.pack_hash],
        [texts("about-program"), receipt.program_version],
        [texts("about-input"), receipt.input_sha256],
        [texts("about-result"), receipt.result_sha256],
    ]
    whole = [] if tables.only is None else [texts("about-whole", shown=texts(f"only-{tables.only}"))]
    return Block(texts("about-receipt"), whole, [texts("col-name"), texts("col-content")], rows)


def _file(tables: Tables) -> Block:
    """How the file was read: what of it applies to its kind."""
    texts, raw = tables.texts, tables.result.intake.raw
    source = raw.source
    said: list[tuple[str, str]] = [
        ("format", raw.format),
        ("sheet", source.sheet or ""),
        ("other_sheets", ", ".join(source.other_sheets)),
        ("encoding", source.encoding or ""),
        ("separator", _SEPARATORS.get(source.separator or "", source.separator or "")),
        ("header_rows", ", ".join(map(str, source.header_rows))),
    ]
    rows: list[list[Cell]] = [[texts(f"about-{name}"), value] for name, value in said if value]
    notes = [czech if texts.language == "cs" else english for czech, english in source.notes]
    if tables.result.intake.pseudonymised:
        notes.append(texts("about-pseudonymised"))
    return Block(texts("about-file"), notes, [texts("col-name"), texts("col-content")], rows)


def _columns(tables: Tables) -> Block:
    texts, columns = tables.texts, tables.result.intake.columns
    rows: list[list[Cell]] = [
        [columns.label(meaning), _meaning(tables, meaning), texts(f"how-{columns.how.get(meaning, 'exact')}")]
        for meaning in columns.positions
        if meaning not in columns.constants
    ]
    rows += [
        [texts("no-column"), f"{_meaning(tables, meaning)}: {value}", texts("how-constant")]
        for meaning, value in columns.constants.items()
    ]
    return Block(texts("about-columns"), columns=[texts(f"col-{n}") for n in ("column", "name", "how")], rows=rows)


def _meaning(tables: Tables, name: str) -> str:
    """Return what a column means; one that is no fact has a text of its own."""
    if name in tables.result.checker.pack.fact_texts:
        return tables.fact_label(name)
    return tables.texts(f"means-{name}") if name in _NO_FACTS else name


def _presumptions(tables: Tables) -> Iterator[list[Cell]]:
    pack, judged = tables.result.checker.pack, tables.result.judged
    for position, presumption_id in enumerate(tables.result.checker.summary.presumptions):
        used = judged.filter((pl.col("presumed") & pl.lit(1 << position, dtype=pl.UInt64)) > 0).height
        if used:
            yield [pack.presumptions[presumption_id].sentence.text(tables.texts.language), used]


def _legend(tables: Tables) -> Iterator[list[Cell]]:
    """Each provision once with one link, those of the rules that hold somewhere and of the steps taken."""
    pack, judged = tables.result.checker.pack, tables.result.judged
    cites: dict[Citation, None] = {}
    for rule in pack.rules.values():
        if rule.id in judged.columns and judged[rule.id].any():
            cites |= dict.fromkeys(rule.citations)
    taken = set(tables.result.steps["joined"].explode().drop_nulls())
    for step_id, (_, step) in pack.steps.items():
        if step_id in taken:
            limit = [c if isinstance(c, Citation) else Citation(at=c) for c in step.limit.cites]
            cites |= dict.fromkeys([*step.citations, *limit])
    links: dict[str, str] = {}
    for cite in cites:
        shown = readable(cite, pack.acts, tables.texts.language)
        links.setdefault(shown.text, shown.link)
    for text, link in links.items():
        yield [text, Link(link)]
