"""The suggestions of a list as a workbook: one row per suggestion, per debt and suggestion, per step, and what to ask.

Every cell is text, a number or a day: nothing that the list holds can become a formula or a link.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import polars as pl
import xlsxwriter

from dluhy.money import to_halere
from dluhy.report.filling import fill
from dluhy.report.layout import Block, LongTable
from dluhy.report.sheets import present
from dluhy.report.suggestion_thresholds import threshold_told
from dluhy.report.suggestions_words import named
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.report.workbook import OPTIONS, BookWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.checking import ListResult
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.report.suggestion_teller import CountsReport
    from dluhy.report.suggestions import SuggestionReport, SuggestionsReport

_COUNTS: Final = ("children", "people_number", "debts")


def write_suggestions(found: Suggestions, report: SuggestionsReport, result: ListResult, target: BinaryIO) -> None:
    """Write the workbook to a binary stream that can be sought; the same result gives the same bytes."""
    tables = Tables(result, texts(report.language))
    skeleton = BytesIO()
    with xlsxwriter.Workbook(skeleton, OPTIONS) as book:
        noon = datetime(found.as_of.year, found.as_of.month, found.as_of.day, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": tables.texts("suggest-book"), "created": noon})
        writer = BookWriter(book, tables)
        for name, table in _tables(found, report, tables):
            writer.table(name, table)
        writer.text("suggestion-about", _about(report, tables))
    fill(skeleton, target, writer.fillings)


def _about(report: SuggestionsReport, tables: Tables) -> list[Block]:
    say, receipt = tables.texts, report.receipt
    lines = [say("suggest-about-limits"), say("suggest-no-names")]
    pack = f"{receipt.pack} {receipt.pack_version}"
    return [
        Block(say("suggest-book"), [say("as-of", day=say.day(report.as_of)) + ".", *lines]),
        Block(say("about-receipt"), [say("screen-receipt", pack=pack, hash=receipt.pack_hash[:12])]),
    ]


def _tables(found: Suggestions, report: SuggestionsReport, tables: Tables) -> Iterator[tuple[str, LongTable]]:
    """Yield the sheets in their order; one that would be empty is left out, but for the first."""
    yield "suggestions", _long([_item(item, tables) for item in report.standing], _ITEM)
    if found.rows.height:
        yield (
            "suggestion-rows",
            LongTable(found.rows.height, lambda first, rows: _rows(found.rows.slice(first, rows), report, tables)),
        )
    steps = [line for item in report.standing for line in _steps(item)]
    undecided = [_undecided(item) for item in report.undecided]
    for name, lines, schema in (
        ("suggestion-steps", steps, _STEP),
        ("suggestion-undecided", undecided, _UNDECIDED),
        ("suggestion-aside", list(_aside(report)), _ASIDE),
        ("suggestion-checklist", list(_checklist(report)), _CHECKLIST),
        ("suggestion-asked", list(_asked(report)), _ASKED),
    ):
        if lines:
            yield name, _long(lines, schema)


def _long(lines: Sequence[dict[str, Any]], schema: dict[str, pl.DataType]) -> LongTable:
    frame = pl.DataFrame(lines, schema=schema)
    return LongTable(frame.height, frame.slice)


_NUMBER, _TEXT, _DAY, _MONEY = pl.Int64(), pl.String(), pl.Date(), pl.Int64()
_SUMS: Final[dict[str, pl.DataType]] = {
    **dict.fromkeys(_COUNTS, _NUMBER),
    "balance": _MONEY,
    "amounts_unknown": _NUMBER,
}
_ITEM: Final[dict[str, pl.DataType]] = {
    "order": _NUMBER, "done": _TEXT, "suggestion": _TEXT, **_SUMS, "maybe_debts": _NUMBER, "do_by": _DAY,
    "belongs": _TEXT, "coming_of_age": _DAY, "actor": _TEXT, "because": _TEXT, "facts_told": _TEXT, "before_it": _TEXT,
    "brings": _TEXT, "sharing": _TEXT, "measures": _TEXT, "provisions": _TEXT, "verify": _TEXT,
}  # fmt: skip
_STEP: Final[dict[str, pl.DataType]] = {
    "order": _NUMBER, "suggestion": _TEXT, "step": _TEXT, "actor": _TEXT, "addressee": _TEXT, "debts": _NUMBER,
    "limit": _TEXT, "do_by": _DAY, "cost": _TEXT, "bears": _TEXT, "detail": _TEXT, "provisions": _TEXT, "verify": _TEXT,
}  # fmt: skip
_UNDECIDED: Final[dict[str, pl.DataType]] = {"suggestion": _TEXT, **_SUMS, "ask": _TEXT}
_ASIDE: Final[dict[str, pl.DataType]] = {"suggestion": _TEXT, **_SUMS, "gave_way": _TEXT, "preferred": _TEXT}
_CHECKLIST: Final[dict[str, pl.DataType]] = {
    "done": _TEXT, "suggestion": _TEXT, "needed_for": _TEXT, "belongs": _TEXT, "detail": _TEXT, "provisions": _TEXT,
}  # fmt: skip
_ASKED: Final[dict[str, pl.DataType]] = {"ask": _TEXT, **_SUMS, "decides": _TEXT, "answer": _TEXT}


def _item(item: SuggestionReport, tables: Tables) -> dict[str, Any]:
    say = tables.texts
    facts = [say("suggest-fact", label=fact.label, value=fact.value) for fact in item.facts if not fact.guard]
    thresholds = [threshold_told(each, say) for each in item.thresholds]
    return {
        "order": item.place,
        "done": None,
        "suggestion": _titled(item.title, item.id),
        **_sums(item.counts),
        "maybe_debts": item.undecided.debts or None,
        "do_by": item.due_on,
        "belongs": item.due_label,
        "coming_of_age": item.birthday,
        "actor": ", ".join(item.actors),
        "because": item.sentence,
        "facts_told": _lines([*facts, *thresholds]),
        "before_it": named(item.requires) or None,
        "brings": item.effect,
        "sharing": _lines(basis.text for basis in item.sharing),
        "measures": _lines(say("suggest-measure", id=each.id, title=each.title) for each in item.measures),
        "provisions": _lines(item.grounds.cited),
        "verify": _lines(item.to_verify),
    }


def _rows(frame: pl.DataFrame, report: SuggestionsReport, tables: Tables) -> pl.DataFrame:
    """Return a row per debt and suggestion with the references of the list, as in the workbook of the check."""
    titles = {item.id: _titled(item.title, item.id) for item in report.items}
    told = tables.judged.select("row", "part", *(c for c in _CARRIED if c in tables.judged.columns))
    kinds = told.with_columns(tables.term("debt_kind", "debt_kinds").alias("kind")).drop("debt_kind")
    debts = tables.with_names(kinds.unique(["row"], keep="first", maintain_order=True), "row").drop("part")
    joined = frame.join(debts, on="row", how="left", maintain_order="left")
    shown = joined.with_columns(
        pl.lit(None, dtype=pl.String).alias("done"),
        pl.col("intervention").replace_strict(titles, return_dtype=pl.String).alias("suggestion"),
        pl.when("child").then(pl.lit(tables.texts("yes"))).alias("is_child"),
        pl.col("due_on").alias("do_by"),
        pl.col("birthday").alias("coming_of_age"),
        pl.col("person_id").alias("person"),
    ).rename({"creditor_name": "creditor", "enforcement_ref": "enforcement"}, strict=False)
    private = ("coming_of_age", "do_by") if tables.result.intake.pseudonymised else ()
    wanted = (name for name in _OF_ROWS if name not in private)
    return present(tables, shown, *wanted)


_CARRIED: Final = ("debt_kind", "creditor_name", "enforcement_ref")
_OF_ROWS: Final = (
    "order", "done", "suggestion", "row", "person", "last_name", "first_name", "full_name", "is_child",
    "coming_of_age", "do_by", "kind", "creditor", "enforcement", "balance",
)  # fmt: skip


def _steps(item: SuggestionReport) -> Iterator[dict[str, Any]]:
    for step in item.steps:
        yield {
            "order": item.place,
            "suggestion": _titled(item.title, item.id),
            "step": step.title,
            "actor": step.actor,
            "addressee": step.addressee,
            "debts": step.rows,
            "limit": step.limit,
            "do_by": step.due_on,
            "cost": step.cost,
            "bears": step.bears,
            "detail": step.detail,
            "provisions": _lines(step.grounds.cited),
            "verify": _lines(step.to_verify),
        }


def _undecided(item: SuggestionReport) -> dict[str, Any]:
    return {"suggestion": _titled(item.title, item.id), **_sums(item.counts), "ask": _lines(item.ask)}


def _aside(report: SuggestionsReport) -> Iterator[dict[str, Any]]:
    for each in report.set_aside:
        preferred = None if each.by is None else named((each.by,))
        told = {"gave_way": each.why, "preferred": preferred}
        yield {"suggestion": _titled(each.title, each.id), **_sums(each.counts), **told}


def _checklist(report: SuggestionsReport) -> Iterator[dict[str, Any]]:
    for each in report.checklist:
        yield {
            "done": None,
            "suggestion": _titled(each.title, each.id),
            "needed_for": named(each.needed_for) or None,
            "belongs": each.when,
            "detail": _lines(f"{step.title}: {step.detail}" for step in each.steps),
            "provisions": _lines(each.grounds.cited),
        }


def _asked(report: SuggestionsReport) -> Iterator[dict[str, Any]]:
    for each in report.questions:
        yield {"ask": each.ask, **_sums(each.counts), "decides": named(each.decides), "answer": None}


def _sums(counts: CountsReport) -> dict[str, int | None]:
    balance = None if counts.balance is None else to_halere(counts.balance)
    return {
        "children": counts.children + counts.household_children,
        "people_number": counts.people,
        "debts": counts.debts,
        "balance": balance,
        "amounts_unknown": counts.amounts_unknown,
    }


def _titled(title: str, identity: str) -> str:
    return f"{identity} {title}"


def _lines(texts_: Iterable[str]) -> str | None:
    return "\n".join(texts_) or None
