"""What to find out: which fact of whom decides what, where in the list it would be filled in, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.children.questions import EFFECTS, open_questions
from dluhy.facts.schema import FACTS
from dluhy.intake.columns import name_of
from dluhy.report.layout import LongTable
from dluhy.report.names import NAMES
from dluhy.report.sheets import present, row_numbers

if TYPE_CHECKING:
    from dluhy.report.tables import Tables
    from dluhy.report.texts import Texts

_FOR_ALL = (EFFECTS.index("limits"), EFFECTS.index("worth_asking"))
"""Effects of which a fact without a column in the list is asked once for all."""
_MOST_ANSWERS = 5


def to_find_out(tables: Tables) -> LongTable:
    """Which fact decides what: one line per person, fact and effect; what decides who owes stands first.

    A fact is asked once for a row, a fact of the person once for all the rows it serves. A fact that may only add a
    ground and has no column in the list is one line for all: a column is to be added. Nothing is asked of paid debts.
    """
    wanted = _wanted(tables)
    return LongTable(wanted.height, lambda first, rows: _labelled(tables, wanted.slice(first, rows)))


def _wanted(tables: Tables) -> pl.DataFrame:
    """Return person (null for all), number of people, fact (its place among those asked), effect, rows and balance."""
    engine = tables.result.checker.engine
    frame = open_questions(engine, tables.judged)
    absent = [fact for fact, name in enumerate(engine.asked) if _header(tables, name) is None]
    of_all = pl.col("effect").is_in(_FOR_ALL) & pl.col("fact").is_in(absent)
    once = frame.unique(["person_id", "fact", "effect", "row"], keep="first", maintain_order=True)
    asked = once.with_columns(pl.when(~of_all).then("person_id").alias("asked_of"))
    grouped = asked.sort("row", maintain_order=True).group_by("effect", "asked_of", "fact", maintain_order=True)
    known = pl.when(pl.col("balance").is_not_null().any()).then(pl.col("balance").sum())
    lines = grouped.agg(
        pl.col("person_id").n_unique().alias("people"), pl.col("row").alias("rows"), known.alias("balance")
    )
    return lines.rename({"asked_of": "person_id"}).sort(
        "effect", pl.col("person_id").is_not_null(), pl.col("rows").list.first(), "fact", maintain_order=True
    )


def _labelled(tables: Tables, frame: pl.DataFrame) -> pl.DataFrame:
    texts, asked = tables.texts, tables.result.checker.engine.asked
    facts = tables.result.checker.pack.fact_texts

    def of_fact(labels: list[str]) -> pl.Expr:
        return pl.col("fact").replace_strict(range(len(labels)), labels, return_dtype=pl.String)

    def counted(message: str, count: pl.Expr) -> pl.Expr:
        return count.map_elements(lambda number: texts(message, count=number), return_dtype=pl.String)

    questions = [(facts[name].ask or facts[name].label).text(texts.language) for name in asked]
    effects = [texts(f"effect-{column}") for column in EFFECTS]
    of_all = pl.col("person_id").is_null()
    shown = tables.with_names(frame, "person_id").with_columns(
        of_fact([tables.fact_label(name) for name in asked]).alias("fact"),
        of_fact([_where(tables, name) for name in asked]).alias("list_column"),
        of_fact([_answers(tables, name) for name in asked]).alias("answers"),
        of_fact(questions).alias("ask"),
        pl.col("effect").replace_strict(range(len(effects)), effects, return_dtype=pl.String),
        pl.when(of_all)
        .then(counted("ask-many-rows", pl.col("rows").list.n_unique()))
        .otherwise(row_numbers())
        .alias("rows"),
        pl.when(of_all).then(counted("ask-many-people", pl.col("people"))).otherwise("person_id").alias("person"),
        pl.lit(None, dtype=pl.String).alias("answer"),
    )
    columns = ("person", *NAMES, "rows", "effect", "fact", "ask", "answer", "answers", "list_column", "balance")
    return present(tables, shown, *columns)


def _header(tables: Tables, fact: str) -> str | None:
    """Return the header under which a fact stands in the list; None if it has no such column."""
    columns = tables.result.intake.columns
    meaning = "birth_number" if fact == "birth_date" and fact not in columns.positions else fact
    return columns.label(meaning) if meaning in columns.positions else None


def _where(tables: Tables, fact: str) -> str:
    """Return the column of the list to fill in, or the one to add."""
    header, texts = _header(tables, fact), tables.texts
    if header is not None:
        return header
    if FACTS[fact].type == "enum":
        return texts("add-column", name=name_of(fact))
    return texts("add-column-answers", name=name_of(fact), answers=_answers(tables, fact))


def _answers(tables: Tables, fact: str) -> str:
    """Return what may stand in the column of a fact."""
    spec, texts = FACTS[fact], tables.texts
    if spec.type == "enum":
        return _words(tables, spec.vocabulary or "", texts)
    if spec.most is not None:
        return texts("answers-int-most", most=spec.most)
    return texts(f"answers-{spec.type}")


def _words(tables: Tables, vocabulary: str, texts: Texts) -> str:
    terms = list(tables.result.checker.pack.vocabularies[vocabulary].values())
    listed = "; ".join(term.text(texts.language) for term in terms[:_MOST_ANSWERS])
    return listed if len(terms) <= _MOST_ANSWERS else texts("answers-more", listed=listed)
