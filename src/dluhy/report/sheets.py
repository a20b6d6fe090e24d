"""The sheets that are tables: people, debts, steps, what to find out, rejected rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.report.tables import NAMES

if TYPE_CHECKING:
    from dluhy.report.tables import Tables


def _named(tables: Tables, frame: pl.DataFrame, key: str) -> pl.DataFrame:
    """Add the names of the list, if it has any, by row or by the first row of a person."""
    personal = tables.result.intake.personal
    names = [name for name in NAMES if name in personal.columns]
    if not names:
        return frame
    if key == "row":
        return frame.join(personal.select("row", *names), on="row", how="left", maintain_order="left")
    by_person = tables.result.judged.select("row", "person_id").join(
        personal, on="row", how="left", maintain_order="left"
    )
    first = by_person.group_by("person_id", maintain_order=True).agg(
        pl.col(name).drop_nulls().first() for name in names
    )
    return frame.join(first, on="person_id", how="left", maintain_order="left")


def _present(frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    return frame.select(column for column in columns if column in frame.columns)


_MOST_ROWS = 200


def _row_numbers() -> pl.Expr:
    """Return row numbers as text; of very many the first, and that there are more."""
    listed = pl.col("rows").list.head(_MOST_ROWS).cast(pl.List(pl.String)).list.join(", ")
    more = pl.format("{} … (+{})", listed, pl.col("rows").list.len() - _MOST_ROWS)
    return pl.when(pl.col("rows").list.len() > _MOST_ROWS).then(more).otherwise(listed).alias("rows")


def people(tables: Tables) -> pl.DataFrame:
    """Children, young adults with childhood debts, and people for whom that cannot be told; most urgent first."""
    texts = tables.texts
    frame = tables.result.people.filter(pl.col("list").is_null() | (pl.col("list").cast(pl.String) != "LIST-0"))
    frame = _named(tables, frame, "person_id").with_columns(
        tables.rule_titles("list").fill_null(texts("undecided-list")),
        tables.rule_verdicts("urgency").fill_null(texts("undecided-list")),
        pl.when(pl.col("birth_date_from") == pl.col("birth_date_to"))
        .then(pl.col("birth_date_from"))
        .alias("birth_date"),
        pl.when(pl.col("person_age_from") == pl.col("person_age_to")).then(pl.col("person_age_from")).alias("age"),
        pl.when(pl.col("days_to_18_from") == pl.col("days_to_18_to"))
        .then(pl.col("days_to_18_from").clip(0))
        .alias("days_to_18"),
        pl.when(pl.col("notify_ospod")).then(pl.lit(texts("yes"))).alias("notify_ospod"),
        _row_numbers(),
        pl.col("person_id").alias("person"),
    )
    return _present(
        frame,
        "person",
        *NAMES,
        "birth_date",
        "age",
        "days_to_18",
        "urgency",
        "list",
        "debts",
        "debts_to_stop",
        "debts_undecided",
        "balance",
        "balance_to_stop",
        "notify_ospod",
        "rows",
    )


def debts(tables: Tables) -> pl.DataFrame:
    """Every judged debt in the order of the list."""
    frame = _named(tables, tables.debts(), "row").rename(
        {
            "person_id": "person",
            "creditor_name": "creditor",
            "enforcement_ref": "enforcement",
            "municipality_code": "municipality",
        },
        strict=False,
    )
    return _present(
        frame,
        "row",
        "person",
        *NAMES,
        "kind",
        "fee_year",
        "due_on",
        "municipality",
        "creditor",
        "enforcement",
        "balance",
        "verdict",
        "child_owes",
        "reason",
        "next_step",
        "provisions",
        "evidence",
        "verify",
        "grounds",
        "flags",
        "presumed",
        "missing",
        "rule",
    )


def steps(tables: Tables) -> pl.DataFrame:
    """The ordered work list."""
    texts, pack = tables.texts, tables.result.checker.pack
    language = texts.language
    known = pack.steps
    columns = {
        "actor": {i: pack.term("roles", s.actor).text(language) for i, (_, s) in known.items()},
        "addressee": {i: pack.term("roles", s.addressee).text(language) for i, (_, s) in known.items()},
        "detail": {i: s.detail.text(language) for i, (_, s) in known.items()},
        "limit": {i: s.limit.text.text(language) for i, (_, s) in known.items()},
        "cost": {i: _cost(tables, i) for i in known},
        "provisions": {i: tables.cited(s.citations) for i, (_, s) in known.items()},
    }
    source = pl.col("step")
    frame = (
        _named(tables, tables.result.steps, "person_id")
        .with_columns(
            *(
                source.replace_strict(list(m), list(m.values()), return_dtype=pl.String).alias(n)
                for n, m in columns.items()
            ),
            tables.step_notes(),
            tables.rule_verdicts("urgency"),
            pl.when(pl.col("conditional")).then(pl.lit(texts("conditional-text"))).alias("conditional"),
            _row_numbers(),
            pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).alias("order"),
            pl.col("person_id").alias("person"),
            pl.col("enforcement_ref").alias("enforcement"),
        )
        .with_columns(
            source.replace_strict(
                list(known), [s.title.text(language) for _, s in known.values()], return_dtype=pl.String
            )
        )
    )
    return _present(
        frame,
        "order",
        "person",
        *NAMES,
        "urgency",
        "days_to_18",
        "actor",
        "addressee",
        "step",
        "limit_on",
        "limit",
        "detail",
        "cost",
        "provisions",
        "enforcement",
        "rows",
        "balance",
        "conditional",
        "verify",
    )


def _cost(tables: Tables, step_id: str) -> str:
    step = tables.result.checker.pack.steps[step_id][1]
    text = step.cost.text(tables.texts.language)
    weak = tables.result.checker.pack.term("evidence", step.cost_evidence).text(tables.texts.language)
    return f"{text} ({weak})" if step.cost_evidence in {"M", "?"} and weak not in text else text


def to_find_out(tables: Tables) -> pl.DataFrame:
    """Which fact of which row decides what: who owes, then which step stands, then what may add a ground."""
    texts, checker = tables.texts, tables.result.checker
    parts = []
    for place, column in enumerate(("missing", "asked_for_steps", "worth_asking")):
        for name in checker.engine.asked:
            bit = pl.lit(checker.engine.bit_of(name), dtype=pl.UInt64)
            text = checker.pack.fact_texts[name]
            ask = text.ask.text(texts.language) if text.ask else text.label.text(texts.language)
            wanted = (pl.col(column) & bit > 0) & (pl.col("child_owes") != "none")
            parts.append(
                tables.result.judged.filter(wanted).select(
                    "row",
                    pl.col("person_id").alias("person"),
                    "person_id",
                    "balance",
                    pl.lit(tables.fact_label(name)).alias("fact"),
                    pl.lit(ask).alias("ask"),
                    pl.lit(texts(f"effect-{column}")).alias("effect"),
                    pl.lit(place).alias("place"),
                )
            )
    frame = pl.concat(parts).sort("place", "row", maintain_order=True)
    return _present(_named(tables, frame, "row"), "row", "person", *NAMES, "fact", "ask", "effect", "balance")


def rejected(tables: Tables) -> pl.DataFrame:
    """Every cell that could not be read, with its original text: the only place where it appears."""
    frame = tables.result.intake.rejected
    reason = pl.col("cs" if tables.texts.language == "cs" else "en").alias("reject_reason")
    return frame.select("row", "column", reason, "original", "code")
