"""The sheets that are tables of the result: people, debts, steps, and what each step asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import polars as pl

from dluhy.intake.notices import bit
from dluhy.report.layout import LongTable
from dluhy.report.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.models import Step
    from dluhy.report.tables import Tables

_MOST_ROWS = 200
_SHORT_LIMIT = 28  # signs of a limit that still stands in the work list; a longer one stands with the step
_PRIVATE = ("birth_date", "days_to_18")
"""Columns that tell a birthday; a pseudonymised list shows only the urgency that follows from it."""

_DOUBTS = (
    "maybe_same_person", "same_name", "two_spellings", "several_codes", "code_of_several", "shared_birth_number",
    "guardians_number",
)  # fmt: skip
"""Warnings that leave open whether the rows of a person are hers, and whether they are all."""


def present(tables: Tables, frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """Return the columns in this order, those that there are and that may be shown."""
    private = _PRIVATE if tables.result.intake.pseudonymised else ()
    if "person" in columns:
        frame = frame.with_columns(tables.person("person"))
    return frame.select(column for column in columns if column in frame.columns and column not in private)


def row_numbers() -> pl.Expr:
    """Return row numbers as text; of very many the first, and that there are more."""
    numbers = pl.col("rows").list.unique(maintain_order=True)
    listed = numbers.list.head(_MOST_ROWS).cast(pl.List(pl.String)).list.join(", ")
    more = pl.format("{} … (+{})", listed, numbers.list.len() - _MOST_ROWS)
    return pl.when(numbers.list.len() > _MOST_ROWS).then(more).otherwise(listed).alias("rows")


def people(tables: Tables) -> LongTable:
    """Children, young adults with childhood debts, and people for whom that cannot be told; most urgent first."""
    return LongTable(tables.people.height, lambda first, rows: _people(tables, tables.people.slice(first, rows)))


def _people(tables: Tables, frame: pl.DataFrame) -> pl.DataFrame:
    texts = tables.texts
    shown = tables.with_names(frame, "person_id").with_columns(
        tables.rule_titles("list").fill_null(texts("undecided-list")),
        tables.rule_verdicts("urgency").fill_null(texts("undecided-list")),
        _exact("birth_date"),
        _exact("person_age").alias("age"),
        pl.when(_exact("days_to_18") > 0).then(_exact("days_to_18")).alias("days_to_18"),
        pl.when(pl.col("person_id").is_in(_doubted(tables))).then(pl.lit(texts("yes"))).alias("identity"),
        pl.when(pl.col("notify_ospod")).then(pl.lit(texts("yes"))).alias("notify_ospod"),
        row_numbers(),
        pl.col("person_id").alias("person"),
    )
    return present(
        tables,
        shown,
        "person",
        *NAMES,
        "identity",
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


def _doubted(tables: Tables) -> Sequence[str]:
    """Return the people any of whose rows leaves open who they are."""
    doubts = pl.lit(sum(bit("warnings", code) for code in _DOUBTS), dtype=pl.UInt32)
    return tables.result.judged.filter(pl.col("warnings") & doubts > 0)["person_id"].unique().to_list()


def _exact(name: str) -> pl.Expr:
    first, last = pl.col(f"{name}_from"), pl.col(f"{name}_to")
    return pl.when(first == last).then(first).alias(name)


def debts(tables: Tables) -> LongTable:
    """Every judged debt in the order of the list; the part only where a row was divided by years."""
    divided = bool((tables.judged["part"] > 0).any())
    return LongTable(tables.judged.height, lambda first, rows: _debts(tables, first, rows, divided=divided))


def _debts(tables: Tables, first: int, rows: int, *, divided: bool) -> pl.DataFrame:
    frame = tables.with_names(tables.debts(first, rows), "row").rename(
        {
            "person_id": "person",
            "creditor_name": "creditor",
            "enforcement_ref": "enforcement",
            "municipality_code": "municipality",
        },
        strict=False,
    )
    frame = frame.with_columns(pl.when(pl.col("part") > 0).then("part")) if divided else frame.drop("part")
    return present(
        tables,
        frame,
        "row",
        "part",
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
        "missing",
        "provisions",
        "evidence",
        "verify",
        "grounds",
        "flags",
        "presumed",
        "warnings",
        "repairs",
        "rule",
    )


def steps(tables: Tables, *, of_creditor: bool = True) -> LongTable:
    """The ordered work list of the creditor, or of everybody else; how a step is done is told by the procedures.

    The last day is that of a limit, or the 18th birthday before which the step belongs.
    """
    pack = tables.result.checker.pack
    theirs = [i for i, (_, s) in pack.steps.items() if pack.term("roles", s.actor).more.get("letter") == "creditor"]
    wanted = tables.steps.filter(pl.col("step").is_in(theirs) == pl.lit(of_creditor)).with_columns(
        pl.coalesce("due_on", "limit_on").alias("limit_on")
    )
    without = () if wanted["limit_on"].count() else ("limit_on",)
    return LongTable(wanted.height, lambda first, rows: _steps(tables, wanted.slice(first, rows), first).drop(without))


def _steps(tables: Tables, frame: pl.DataFrame, first: int) -> pl.DataFrame:
    texts, numbers = tables.texts, procedure_numbers(tables)
    balance = pl.col("balance") if "balance" in tables.result.intake.sums else pl.lit(None, dtype=pl.Int64)
    frame = tables.with_names(tables.with_step_notes(frame), "person_id").with_columns(
        roles(tables, "actor"),
        roles(tables, "addressee"),
        pl.col("joined")
        .list.eval(pl.element().replace_strict(numbers, return_dtype=pl.String))
        .list.join(", ")
        .alias("procedure"),
        tables.step_texts(lambda step: _short_limit(tables, step, numbers)).alias("limit"),
        tables.rule_verdicts("urgency", short_urgency).fill_null(texts("undecided-list")),
        pl.when(pl.col("conditional")).then(pl.lit(texts("conditional-text"))).alias("conditional"),
        row_numbers(),
        balance.alias("balance"),
        pl.int_range(first + 1, first + 1 + pl.len(), dtype=pl.UInt32).alias("order"),
        pl.lit(None, dtype=pl.String).alias("done"),
        pl.col("person_id").alias("person"),
        pl.col("enforcement_refs").list.join(", ").alias("enforcement"),
    )
    return present(
        tables,
        frame.with_columns(tables.letter_titles()),
        "order",
        "done",
        "person",
        *NAMES,
        "urgency",
        "step",
        "actor",
        "addressee",
        "limit_on",
        "limit",
        "procedure",
        "enforcement",
        "rows",
        "balance",
        "conditional",
        "verify",
    )


def short_urgency(label: str) -> str:
    """Return the colour of an urgency without its explanation."""
    return label.split(":", maxsplit=1)[0]


def roles(tables: Tables, which: Literal["actor", "addressee"]) -> pl.Expr:
    """Return who acts in each step, or to whom: the child, who from 18 or of unknown age is called the debtor."""
    debtor = tables.texts("role-debtor")
    of_child = tables.step_texts(lambda step: _short_role(tables, getattr(step, which)))
    of_adult = tables.step_texts(
        lambda step: debtor if getattr(step, which) == "child" else _short_role(tables, getattr(step, which))
    )
    return pl.when(pl.col("days_to_18") > 0).then(of_child).otherwise(of_adult).alias(which)


def _short_role(tables: Tables, role: str) -> str:
    """Return who it is without the explanation in brackets, which stands with the procedure."""
    return _role(tables, role).split(" (", maxsplit=1)[0]


def _role(tables: Tables, role: str) -> str:
    return tables.result.checker.pack.term("roles", role).text(tables.texts.language)


def _short_limit(tables: Tables, step: Step, numbers: dict[str, str]) -> str:
    limit = step.limit.text.text(tables.texts.language)
    return limit if len(limit) <= _SHORT_LIMIT else tables.texts("see-procedure", number=numbers.get(step.id, ""))


def procedure_numbers(tables: Tables) -> dict[str, str]:
    """Return a short number for each step of the pack, in its order, the same for every list: K1, K2 and so on."""
    return {step_id: f"K{number}" for number, step_id in enumerate(tables.result.checker.pack.steps, start=1)}


def procedures(tables: Tables) -> LongTable:
    """Each step that occurs, once: how, by when, at what cost, by which provisions."""
    pack, language = tables.result.checker.pack, tables.texts.language
    times = dict(tables.steps["joined"].explode().value_counts().rows())
    lines = []
    for step_id, number in procedure_numbers(tables).items():
        if step_id not in times:
            continue
        step = pack.steps[step_id][1]
        lines.append(
            {
                "procedure": number,
                "step": step.title.text(language),
                "actor": _role(tables, step.actor),
                "addressee": _role(tables, step.addressee),
                "detail": step.detail.text(language),
                "limit": step.limit.text.text(language),
                "cost": _cost(tables, step),
                "provisions": tables.cited(step.citations),
                "verify": " ".join(tables.sentence(verify) for verify in step.verify) or None,
                "count": times[step_id],
            }
        )
    names = ("procedure", "step", "actor", "addressee", "detail", "limit", "cost", "provisions", "verify")
    schema = {**dict.fromkeys(names, pl.String()), "count": pl.UInt32()}
    frame = pl.DataFrame(lines, schema=schema)
    return LongTable(frame.height, frame.slice)


def _cost(tables: Tables, step: Step) -> str:
    text = step.cost.text(tables.texts.language)
    weak = tables.result.checker.pack.term("evidence", step.cost_evidence).text(tables.texts.language)
    return f"{text} ({weak})" if step.cost_evidence in {"M", "?"} and weak not in text else text
