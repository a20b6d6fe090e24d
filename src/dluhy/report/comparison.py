"""What changed between two lists, for people: sentences, a workbook of three sheets, and rows of codes for programs."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal

import polars as pl
import xlsxwriter
from attrs import frozen

from dluhy.comparing import CHANGES, REASONS, STATUSES
from dluhy.money import to_decimal_string
from dluhy.report.export import guarded
from dluhy.report.layout import Block, Sum
from dluhy.report.long_sheet import Page
from dluhy.report.names import NAMES, names_by_row
from dluhy.report.styles import LINE, Styles
from dluhy.report.tables import Tables
from dluhy.report.text_sheet import TextSheet
from dluhy.report.texts import NBSP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.comparing import Comparison
    from dluhy.report.layout import Cell
    from dluhy.report.texts import Texts

Form = Literal["xlsx", "csv", "ndjson"]

_BOOK: Final = {
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True,
}  # fmt: skip
_MARK: Final = "\ufeff".encode()  # tells a spreadsheet that the file is UTF-8
_MONEY: Final = ("principal", "balance", "costs")
_CODES: Final = (
    "row", "part", "enforcement_ref", "debt_kind", "when", "principal", "balance", "costs", "outcome", "verdict",
    "child_owes", "enforcement_kind", "enforcement_status",
)  # fmt: skip
_WIDTHS: Final = {
    "change": 14, "list": 10, "reason": 32, "person": 10, "name": 19, "kind": 21, "when": 11, "old_row": 8,
    "new_row": 8, "row": 8, "enforcement": 15, "before": 21, "now": 21, "old_balance": 12, "new_balance": 12,
    "old_costs": 12, "new_costs": 12, "principal": 12, "balance": 12, "matched_by": 15,
}  # fmt: skip
_SUMS: Final = frozenset({"old_balance", "new_balance", "old_costs", "new_costs", "principal", "balance"})
_OUTCOMES: Final = ("decided", "undecided", "verdict_changed")
_SIGNS: Final = 1.1  # to a unit of width


def summary_lines(comparison: Comparison, texts: Texts) -> list[str]:
    """Return what changed in sentences: the days, each change with count and sum, what could not be matched."""
    lines = _about(comparison, texts)
    changes = _counted(comparison)
    for change in CHANGES:
        if change in changes:
            debts, people, amount = changes[change]
            told = texts("compare-people", count=people)
            lines.append(texts(f"compare-told-{change}", count=debts, people=told, sum=_money(texts, amount)))
    if not changes and not comparison.keyed_differently:
        lines.append(texts("compare-nothing"))
    for side in ("old", "new"):
        unmatched = comparison.debts.filter(pl.col("status") == f"unmatched_{side}")
        if unmatched.height:
            total = _money(texts, _known(unmatched[f"{side}_balance"]))
            lines.append(texts(f"compare-unmatched-{side}", count=unmatched.height, sum=total))
    return lines


def _about(comparison: Comparison, texts: Texts) -> list[str]:
    old, new = comparison.old, comparison.new
    lines = [
        texts("compare-days", old=texts.day(old.as_of), new=texts.day(new.as_of)),
        texts("compare-debts", old=old.judged.height, new=new.judged.height),
    ]
    if old.as_of == new.as_of:
        lines.append(texts("compare-same-day"))
    if old.checker.pack.hash != new.checker.pack.hash:
        lines.append(texts("compare-packs-differ"))
    if comparison.keyed_differently:
        first, second = (texts(f"compare-keyed-{name}") for name in comparison.keyed)
        lines.append(texts("compare-keyed-differently", old=first, new=second))
    for side, result in (("old", old), ("new", new)):
        if not result.complete:
            lines.append(texts(f"compare-rejected-{side}", count=result.intake.rows_rejected))
    return lines


def _counted(comparison: Comparison) -> dict[str, tuple[int, int, int | None]]:
    """Return each change that occurs: debts, people, haléře (None where no amount is known)."""
    who = pl.coalesce("person", "new_person_id", "old_person_id")
    grouped = comparison.changes.group_by("change").agg(
        pl.len().alias("debts"),
        who.n_unique().alias("people"),
        pl.when(pl.col("amount").is_not_null().any()).then(pl.col("amount").sum()),
    )
    return {change: (debts, people, amount) for change, debts, people, amount in grouped.rows()}


def _known(amounts: pl.Series) -> int | None:
    return None if amounts.null_count() == amounts.len() else int(amounts.sum())


def _money(texts: Texts, halere: int | None) -> str:
    return texts("not-stated") if halere is None else texts.money(halere)


def write_comparison(comparison: Comparison, target: BinaryIO, form: Form, texts: Texts) -> None:
    """Write a comparison to a binary stream: a workbook, or one row of codes per debt as CSV or NDJSON, no names."""
    if form == "xlsx":
        _write_workbook(comparison, target, texts)
        return
    frame = rows(comparison)
    if form == "ndjson":
        frame.write_ndjson(target)
        return
    target.write(_MARK)
    guarded(frame.with_columns(pl.col("changes").list.join(", "))).write_csv(target, separator=";")


def rows(comparison: Comparison) -> pl.DataFrame:
    """Return one row of codes per debt of either list, in their order; amounts are decimal strings."""
    debts = comparison.debts
    found = [pl.when(pl.col(change)).then(pl.lit(change)) for change in CHANGES]
    sides = [f"{side}_{name}" for side in ("old", "new") for name in _CODES]
    money = {f"{side}_{name}" for side in ("old", "new") for name in _MONEY}
    return debts.select(
        "status",
        "reason",
        "matched_by",
        pl.concat_list(found).list.drop_nulls().alias("changes"),
        pl.coalesce("new_person_id", "old_person_id").alias("person_id"),
        *(_decimal(name) if name in money else pl.col(name) for name in sides),
    )


def _decimal(name: str) -> pl.Expr:
    return pl.col(name).map_elements(to_decimal_string, return_dtype=pl.String)


def summary(comparison: Comparison, texts: Texts) -> list[Block]:
    """Return the first sheet: sentences, changes, the sums of both lists that add up, what is unmatched and why."""
    changes = _counted(comparison)
    told: list[list[Cell]] = [
        [texts(f"compare-change-{change}"), *changes[change][:2], _cell(texts, changes[change][2])]
        for change in CHANGES
        if change in changes
    ]
    heads = [texts(f"compare-col-{name}") for name in ("change", "debts", "people", "sum")]
    blocks = [
        Block(texts("compare-title"), summary_lines(comparison, texts)),
        Block(texts("compare-heading-changes"), [texts("compare-amounts")], heads, told),
    ]
    blocks += [_totals(comparison, texts, side) for side in ("old", "new")]
    blocks.append(_reasons(comparison, texts))
    ways = comparison.debts["matched_by"].drop_nulls().value_counts(sort=True)
    by: list[list[Cell]] = [[texts(f"compare-by-{name}"), count] for name, count in ways.rows()]
    columns = [texts("compare-col-matched_by"), texts("compare-col-debts")]
    blocks.append(Block(texts("compare-heading-how"), [texts("compare-how")], columns, by))
    return [block for block in blocks if block.rows or block is blocks[0]]


def _totals(comparison: Comparison, texts: Texts, side: Literal["old", "new"]) -> Block:
    found = {status: (debts, balance) for status, debts, balance in comparison.totals(side).rows()}
    lines: list[list[Cell]] = [
        [texts(f"compare-status-{status}"), found[status][0], Sum(found[status][1])]
        for status in STATUSES
        if status in found
    ]
    total = [sum(part[place] for part in found.values()) for place in (0, 1)]
    lines.append([texts("compare-total"), total[0], Sum(total[1])])
    columns = [texts(f"compare-col-{name}") for name in ("status", "debts", "balance")]
    return Block(texts(f"compare-heading-{side}"), [], columns, lines)


def _reasons(comparison: Comparison, texts: Texts) -> Block:
    counted = comparison.debts.group_by("reason", "status").len()
    counts = {(reason, status): count for reason, status, count in counted.rows()}
    lines: list[list[Cell]] = [
        [texts(f"compare-reason-{reason}"), *(counts.get((reason, f"unmatched_{side}"), 0) for side in ("old", "new"))]
        for reason in REASONS
        if any((reason, f"unmatched_{side}") in counts for side in ("old", "new"))
    ]
    columns = [texts("compare-col-reason"), texts("compare-list-old"), texts("compare-list-new")]
    return Block(texts("compare-heading-unmatched"), [texts("compare-unmatched-note")], columns, lines)


def _cell(texts: Texts, halere: int | None) -> Cell:
    return texts("not-stated") if halere is None else Sum(halere)


def changed(comparison: Comparison, texts: Texts) -> pl.DataFrame:
    """Return one line per debt and change: of whom, which debt, how it stood and how it stands."""
    frame = _with_person(comparison, comparison.changes, texts)
    said = [f"compare-change-{change}" for change in CHANGES]
    outcome = pl.col("change").is_in(_OUTCOMES)
    aged = pl.col("change") == "came_of_age"
    texts_of = {
        shown: pl.when(aged)
        .then(pl.lit(texts(f"compare-age-{shown}")))
        .when(outcome)
        .then(_term(comparison, texts, f"{side}_verdict", "verdicts"))
        .otherwise(_enforcement(comparison, texts, side))
        .alias(shown)
        for shown, side in (("before", "old"), ("now", "new"))
    }
    return frame.select(
        pl.col("change").replace_strict(CHANGES, [texts(key) for key in said], return_dtype=pl.String),
        "person",
        "name",
        _term(comparison, texts, "debt_kind", "debt_kinds").alias("kind"),
        "when",
        "old_row",
        "new_row",
        "enforcement",
        texts_of["before"],
        texts_of["now"],
        "old_balance",
        "new_balance",
        "old_costs",
        "new_costs",
        _labels("matched_by", "compare-way", ("file_mark", "debt", "only_candidate"), texts),
    )


def unmatched(comparison: Comparison, texts: Texts) -> pl.DataFrame:
    """Return one line per debt that could not be matched, with the reason; the old list's first."""
    frame = comparison.debts.filter(pl.col("reason").is_not_null()).sort(
        pl.col("status") == "unmatched_new", maintain_order=True
    )
    frame = _with_person(comparison, frame, texts)
    old = pl.col("status") == "unmatched_old"
    side = pl.when(old).then(pl.lit(texts("compare-list-old"))).otherwise(pl.lit(texts("compare-list-new")))
    return frame.select(
        side.alias("list"),
        pl.coalesce("new_row", "old_row").alias("row"),
        "person",
        "name",
        _term(comparison, texts, "debt_kind", "debt_kinds").alias("kind"),
        "when",
        "enforcement",
        _labels("reason", "compare-reason", REASONS, texts),
        pl.coalesce("new_principal", "old_principal").alias("principal"),
        pl.coalesce("new_balance", "old_balance").alias("balance"),
    )


def _with_person(comparison: Comparison, frame: pl.DataFrame, texts: Texts) -> pl.DataFrame:
    """Add the person's mark and name, and what the newer list, else the older, says of the debt."""
    named = frame
    for side, result in (("old", comparison.old), ("new", comparison.new)):
        names = names_by_row(result.intake.personal, pseudonymised=result.intake.pseudonymised)
        if names is None:
            named = named.with_columns(pl.lit(None, dtype=pl.String).alias(f"{side}_name"))
            continue
        order = [name for name in NAMES if name in names.columns]
        joined = pl.concat_str(order, separator=" ", ignore_nulls=True)
        one = names.select(pl.col("row").alias(f"{side}_row"), pl.when(joined != "").then(joined).alias(f"{side}_name"))
        named = named.join(one, on=f"{side}_row", how="left", maintain_order="left")
    tables = Tables(comparison.new, texts)
    return named.with_columns(
        pl.coalesce("new_person_id", "old_person_id").alias("person"),
        pl.coalesce("new_name", "old_name").alias("name"),
        *(pl.coalesce(f"new_{name}", f"old_{name}").alias(name) for name in ("debt_kind", "when")),
        pl.coalesce("new_enforcement_ref", "old_enforcement_ref").alias("enforcement"),
    ).with_columns(tables.person("person"))


def _term(comparison: Comparison, texts: Texts, column: str, vocabulary: str) -> pl.Expr:
    terms = comparison.new.checker.pack.vocabularies[vocabulary]
    labels = [term.text(texts.language) for term in terms.values()]
    return pl.col(column).replace_strict(list(terms), labels, default=None, return_dtype=pl.String)


def _labels(column: str, prefix: str, codes: Sequence[str], texts: Texts) -> pl.Expr:
    labels = [texts(f"{prefix}-{code}") for code in codes]
    return pl.col(column).replace_strict(list(codes), labels, default=None, return_dtype=pl.String).alias(column)


def _enforcement(comparison: Comparison, texts: Texts, side: str) -> pl.Expr:
    """Return by whom a debt is enforced and how that stands."""
    parts = [
        _term(comparison, texts, f"{side}_{name}", vocabulary)
        for name, vocabulary in (
            ("enforcement_kind", "enforcement_kinds"),
            ("enforcement_status", "enforcement_statuses"),
        )
    ]
    joined = pl.concat_str(parts, separator=", ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def _write_workbook(comparison: Comparison, target: BinaryIO, texts: Texts) -> None:
    held = BytesIO()
    day = comparison.new.as_of
    with xlsxwriter.Workbook(held, _BOOK) as book:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": texts("compare-title"), "created": noon})
        tables, styles = Tables(comparison.new, texts), Styles(book, texts.language)
        first = book.add_worksheet(texts("compare-sheet-summary").replace(NBSP, " "))
        TextSheet(tables, styles).write(first, summary(comparison, texts))
        writer = _TableSheet(book, tables, styles)
        writer.write("changes", changed(comparison, texts))
        writer.write("unmatched", unmatched(comparison, texts))
    target.write(held.getbuffer())


@frozen
class _TableSheet:
    """Writes a table of a comparison as a sheet with header, filter, frozen panes and print set-up."""

    book: Any
    tables: Tables
    styles: Styles

    def write(self, name: str, frame: pl.DataFrame) -> None:
        """Write a frame; columns that are empty in every row are left out."""
        texts = self.tables.texts
        sheet = self.book.add_worksheet(texts(f"compare-sheet-{name}").replace(NBSP, " "))
        shown = [column for column in frame.columns if frame.height == 0 or frame[column].null_count() < frame.height]
        head = self.styles.head()
        for place, column in enumerate(shown):
            label = texts(f"compare-col-{column}").replace(NBSP, " ")
            sheet.set_column(place, place, _WIDTHS[column])
            sheet.write_string(0, place, label, head)
        sheet.set_row(0, 2 * LINE + 3)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(frame.height, 1), len(shown) - 1)
        sheet.repeat_rows(0)
        self._lines(sheet, frame.select(shown))
        Page(sheet, self.tables).set_up(landscape=True)

    def _lines(self, sheet: Any, frame: pl.DataFrame) -> None:  # noqa: ANN401 - xlsxwriter has no types
        line = {"bottom": 1, "bottom_color": "#BFBFBF"}
        text, plain = (
            self.styles.format(text_wrap=True, **line),
            self.styles.format(num_format="0", align="left", **line),
        )
        money = self.styles.format(num_format="#,##0.00", align="right", indent=1, **line)
        for number, values in enumerate(frame.rows(), start=1):
            longest = 1
            for place, (column, value) in enumerate(zip(frame.columns, values, strict=True)):
                if isinstance(value, str):
                    sheet.write_string(number, place, value, text)
                    longest = max(longest, -(-len(value) // int(_WIDTHS[column] * _SIGNS)))
                elif value is None:
                    sheet.write_blank(number, place, None, text)
                elif column in _SUMS:
                    sheet.write_number(number, place, value / 100, money)
                else:
                    sheet.write_number(number, place, value, plain)
            sheet.set_row(number, LINE * longest + 2)
