"""Readers applied to the cells of a list: values of facts, and for each cell why it is bad or how it was mended."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve, field, frozen

from dluhy.facts.schema import FACTS
from dluhy.intake import cells as readers
from dluhy.intake.columns import plain
from dluhy.intake.grids import ROW
from dluhy.intake.notices import BITS, added, bit, bits, notices
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.intake.cells import Read
    from dluhy.intake.readers import RawList
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

_FEW = 1_000  # rows up to which every cell is read, not every different one
_REPEATED = 0.6  # share of different cells up to which each different one is read once

REJECT_SCHEMA = {
    ROW: pl.UInt32, "column": pl.String, "code": pl.String, "cs": pl.String, "en": pl.String, "original": pl.String,
}  # fmt: skip
REPAIRED_SCHEMA = {
    ROW: pl.UInt32, "column": pl.String, "repairs": BITS, "original": pl.String, "value": pl.String,
}  # fmt: skip
"""Repaired cells: `repairs` is a set of bits of `dluhy.intake.notices`, `value` what the cell was read as."""


@frozen
class Applied:
    """The rows of a list as values, with three columns for each meaning: `bad <m>`, `repairs <m>`, `warnings <m>`.

    `bad <m>` is a reject code or null, the others sets of bits. `reads` keeps the readers by meaning.
    """

    table: pl.DataFrame
    reads: Mapping[str, Read] = field(factory=dict)

    def of(self, prefix: str) -> list[str]:
        """Return the columns of one of the three kinds."""
        return [f"{prefix} {meaning}" for meaning in self.reads]

    def with_bad(self, meaning: str, code: str, test: pl.Expr) -> Applied:
        """Return the rows with another reason against a meaning where none stands yet."""
        column = f"bad {meaning}"
        marked = pl.when(pl.col(column).is_null() & test.fill_null(value=False)).then(pl.lit(code)).otherwise(column)
        return evolve(self, table=self.table.with_columns(marked.alias(column)))

    def without_bad(self, meaning: str, test: pl.Expr, *codes: str) -> Applied:
        """Return the rows with some reasons against a meaning taken back."""
        column = f"bad {meaning}"
        taken = test.fill_null(value=False) & pl.col(column).is_in(codes)
        return evolve(
            self, table=self.table.with_columns(pl.when(~taken.fill_null(value=False)).then(column).alias(column))
        )


def apply_readers(raw: RawList, pack: Pack, words: Mapping[str, Mapping[str, str]]) -> Applied:
    """Return the values of every recognised column; `words` are a profile's own words per meaning."""
    reads = {
        meaning: _reader(meaning, f"{position}", raw.cells, pack, words.get(meaning, {}))
        for meaning, position in raw.columns.positions.items()
    }
    parts = [raw.cells.select(ROW)]
    parts += [
        _evaluated(raw.cells, f"{raw.columns.positions[meaning]}", meaning, read) for meaning, read in reads.items()
    ]
    table = pl.concat(parts, how="horizontal")
    return Applied(_with_filled_down(_with_errors(table, raw), raw), reads)


def _reader(meaning: str, column: str, cells: pl.DataFrame, pack: Pack, words: Mapping[str, str]) -> Read:
    dtype = cells.schema[column]
    if meaning == "guardian_birth_number":
        return _of_guardian(readers.birth_number(column, dtype, "birth_number"))
    if meaning in _OWN_READERS:
        return _OWN_READERS[meaning](column, dtype, meaning)
    return _read_fact(meaning, column, cells, pack, words) if meaning in FACTS else readers.text(column, dtype, meaning)


_OWN_READERS: Final = {
    "birth_number": readers.birth_number,
    "enforcement_ref": readers.file_mark,
    "creditor_ico": readers.company_number,
    "creditor_name": readers.creditor,
}


def _read_fact(meaning: str, column: str, cells: pl.DataFrame, pack: Pack, words: Mapping[str, str]) -> Read:
    spec, dtype = FACTS[meaning], cells.schema[column]
    match spec.type:
        case "money":
            return readers.money(column, dtype, meaning)
        case "date":
            return readers.day(column, dtype, meaning, ranged=spec.ranged)
        case "year":
            return readers.years(column, dtype, meaning)
        case "int":
            return readers.whole(column, dtype, meaning, ranged=spec.ranged, most=spec.most or 99)
        case "bool":
            return readers.yes_no(column, dtype, meaning)
        case _:
            terms = _with_words(pack.vocabularies[spec.vocabulary or ""], meaning, words)
            return readers.member(column, cells[column], meaning, terms)


def _of_guardian(read: Read) -> Read:
    """Return the reader of a guardian's number: only the number itself, and never a reason to refuse the row."""
    return readers.Read({"guardian_birth_number": read.values["birth_number"]})


def _with_words(terms: Mapping[str, Term], meaning: str, words: Mapping[str, str]) -> Mapping[str, Term]:
    """Return a vocabulary with a profile's own words; raises InputError for a code that it does not have."""
    named = {plain(name): code for code, term in terms.items() for name in (code, term.cs, term.en, *term.words)}
    words = {word: named.get(plain(code), code) for word, code in words.items()}
    problems = [
        Problem("profile_word", f"words.{meaning}.{word}", f"„{code}“ není kód tohoto údaje; jsou: {', '.join(terms)}",
                f"“{code}” is no code of this; there are: {', '.join(terms)}")
        for word, code in words.items()
        if code not in terms
    ]  # fmt: skip
    if problems:
        raise InputError(problems)
    own: dict[str, list[str]] = {}
    for word, code in words.items():
        own.setdefault(code, []).append(word)
    return {code: term.model_copy(update={"words": [*term.words, *own.get(code, [])]}) for code, term in terms.items()}


def _evaluated(cells: pl.DataFrame, column: str, meaning: str, read: Read) -> pl.DataFrame:
    """Return a reader's columns for every row; of a long column of words each different cell is read once."""
    source = cells.select(column)
    if source.height > _FEW and read.usual is not None:
        return _unusual_apart(source, meaning, read, *read.usual)
    if source.height > _FEW and isinstance(source.schema[column], pl.String | pl.Categorical | pl.Enum):
        different = source.unique()
        if different.height < _REPEATED * source.height:
            answers = pl.concat([different, _answers(different, meaning, read)], how="horizontal")
            return source.join(answers, on=column, how="left", nulls_equal=True, maintain_order="left").drop(column)
    return _answers(source, meaning, read)


def _unusual_apart(
    source: pl.DataFrame, meaning: str, read: Read, usual: pl.Expr, values: Mapping[str, pl.Expr]
) -> pl.DataFrame:
    """Return a reader's columns, with cells in their usual form taken as they are and only the others read."""
    rows = source.with_row_index("place").with_columns(usual.fill_null(value=False).alias("usual"))
    strange = rows.filter(~pl.col("usual"))
    read_ones = pl.concat(
        [strange.select("place"), _answers(strange.drop("place", "usual"), meaning, read)], how="horizontal"
    )
    taken = rows.filter(pl.col("usual")).select("place", *(value.alias(name) for name, value in values.items()))
    return (
        pl.concat([read_ones, taken], how="diagonal")
        .sort("place")
        .drop("place")
        .with_columns(pl.col(f"{family} {meaning}").fill_null(0) for family in ("repairs", "warnings"))
    )


def _answers(source: pl.DataFrame, meaning: str, read: Read) -> pl.DataFrame:
    worked_out, reads = readers.settled(source, {meaning: read})
    read = reads[meaning]
    return worked_out.select(
        *(value.alias(name) for name, value in read.values.items()),
        _first_code(read).alias(f"bad {meaning}"),
        bits("repairs", read.repairs).alias(f"repairs {meaning}"),
        bits("warnings", read.warnings).alias(f"warnings {meaning}"),
    )


def _first_code(read: Read) -> pl.Expr:
    tests = [pl.when(test.fill_null(value=False)).then(pl.lit(code)) for code, test in read.bad.items()]
    return pl.coalesce(*tests, pl.lit(None, dtype=pl.String))


def forgiven(applied: Applied) -> Applied:
    """Return the rows with cells forgiven that only add to what is known: not understood, they count as empty.

    A way or state of enforcement, a title in unknown words, what was recovered; a birth number that is none beside a
    readable birth date.
    """
    tests = {meaning: pl.lit(value=True) for meaning in _ADDING if meaning in applied.reads}
    if {"birth_number", "birth_date"} <= set(applied.reads):
        tests["birth_number"] = pl.col("birth_date_from").is_not_null() & (pl.col("bad birth_number") != "error_cell")
    table = applied.table
    for meaning, test in tests.items():
        bad = f"bad {meaning}"
        if table[bad].null_count() == table.height:
            continue
        let = (pl.col(bad).is_not_null() & (pl.col(bad) != "ambiguous_birth_number") & test).fill_null(value=False)
        table = table.with_columns(let.alias("let")).with_columns(
            added(f"repairs {meaning}", "repairs", "left_out", pl.col("let")),
            added(f"warnings {meaning}", "warnings", "left_out", pl.col("let")),
            pl.when(~pl.col("let")).then(bad).alias(bad),
        )
    return evolve(applied, table=table.drop("let", strict=False))


_ADDING: Final = ("enforcement_kind", "enforcement_status", "title_kind", "recovered")
"""Columns that only add to what is known of a debt."""


def _with_errors(table: pl.DataFrame, raw: RawList) -> pl.DataFrame:
    """Mark cells whose formula failed: they read as empty."""
    for meaning, position in raw.columns.positions.items():
        rows = [row for row, at in raw.errors if at == position]
        if rows:
            failed = pl.col(ROW).is_in(pl.Series(rows, dtype=pl.UInt32).implode())
            column = f"bad {meaning}"
            table = table.with_columns(pl.when(failed).then(pl.lit("error_cell")).otherwise(column).alias(column))
    return table


def _with_filled_down(table: pl.DataFrame, raw: RawList) -> pl.DataFrame:
    for meaning, position in raw.columns.positions.items():
        rows = raw.filled_down.filter(pl.col("position") == position)[ROW]
        if rows.len():
            taken = pl.when(pl.col(ROW).is_in(rows.implode())).then(bit("repairs", "merged_cell")).otherwise(0)
            column = f"repairs {meaning}"
            table = table.with_columns((pl.col(column) | taken.cast(BITS)).alias(column))
    return table


def all_bits(columns: list[str]) -> pl.Expr:
    """Return the union of sets of bits."""
    return reduce(or_, (pl.col(column) for column in columns), pl.lit(0, dtype=BITS))


def rejected_cells(applied: Applied, raw: RawList) -> pl.DataFrame:
    """Return a line for each cell that cannot be used, with its original text, in the order of the list."""
    parts = [pl.DataFrame(schema=REJECT_SCHEMA)]
    for meaning, read in applied.reads.items():
        if applied.table[f"bad {meaning}"].null_count() == applied.table.height:
            continue
        bad = applied.table.filter(pl.col(f"bad {meaning}").is_not_null()).select(
            ROW, pl.col(f"bad {meaning}").alias("code")
        )
        if bad.height:
            found = bad.join(_originals(raw, meaning), on=ROW, how="left", maintain_order="left")
            texts_of = {code: sentences(code, read) for code in found["code"].unique()}
            texts = [
                pl.col("code").replace_strict(
                    {code: pair[at] for code, pair in texts_of.items()}, return_dtype=pl.String
                )
                for at in (0, 1)
            ]
            label = pl.lit(raw.columns.label(meaning)).alias("column")
            parts.append(found.select(ROW, label, "code", texts[0].alias("cs"), texts[1].alias("en"), "original"))
    return pl.concat(parts).sort(ROW, "column", maintain_order=True)


def sentences(code: str, read: Read) -> tuple[str, str]:
    """Return why a cell is refused, Czech and English, with what the reader fills in."""
    notice = notices("rejects")[code]
    cs, en = notice.cs, notice.en
    for place, (czech, english) in read.filling.items():
        cs, en = cs.replace(f"{{{place}}}", czech), en.replace(f"{{{place}}}", english)
    return cs, en


def _originals(raw: RawList, meaning: str) -> pl.DataFrame:
    position = raw.columns.positions[meaning]
    return raw.cells.select(ROW, pl.col(f"{position}").cast(pl.String).alias("original"))


def repaired_cells(applied: Applied, raw: RawList, pack: Pack) -> pl.DataFrame:
    """Return a line for each cell that was mended: its original text and what it was read as."""
    parts = [pl.DataFrame(schema=REPAIRED_SCHEMA)]
    for meaning, read in applied.reads.items():
        column = f"repairs {meaning}"
        mended = applied.table.filter((pl.col(column) > 0) & pl.col(f"bad {meaning}").is_null())
        if mended.height:
            shown = mended.select(
                ROW, pl.col(column).alias("repairs"), _shown(meaning, read, mended, pack).alias("value")
            )
            found = shown.join(_originals(raw, meaning), on=ROW, how="left", maintain_order="left")
            label = pl.lit(raw.columns.label(meaning)).alias("column")
            parts.append(found.select(ROW, label, "repairs", "original", "value"))
    return pl.concat(parts).sort(ROW, "column", maintain_order=True)


def _shown(meaning: str, read: Read, table: pl.DataFrame, pack: Pack) -> pl.Expr:
    """Return what a cell was read as, for people."""
    spec = FACTS.get(meaning)
    if spec is not None and spec.type == "enum":
        labels = {code: term.cs for code, term in pack.vocabularies[spec.vocabulary or ""].items()}
        return pl.col(meaning).cast(pl.String).replace_strict(labels, default=None, return_dtype=pl.String)
    names = [name for name in read.values if name in table.columns]
    texts = [_plainly(name, table.schema[name], money=spec is not None and spec.type == "money") for name in names]
    ends = [text for name, text in zip(names, texts, strict=True) if name.endswith(("_from", "_to"))]
    if len(ends) == 2:  # noqa: PLR2004 - the two ends of a range
        span = pl.when(ends[0] == ends[1]).then(ends[0]).otherwise(pl.concat_str(ends, separator="–"))
        whole = texts[names.index("birth_number")] if "birth_number" in names else pl.lit(None, dtype=pl.String)
        return pl.concat_str(whole, span, separator=" · ", ignore_nulls=True)
    return texts[0]


def _plainly(name: str, dtype: pl.DataType, *, money: bool) -> pl.Expr:
    value = pl.col(name)
    if dtype == pl.Date:
        return value.dt.strftime("%-d.\u00a0%-m.\u00a0%Y")
    if money:
        sign = pl.when(value < 0).then(pl.lit("−")).otherwise(pl.lit(""))
        rest = (value.abs() % HALERE_PER_KORUNA).cast(pl.String).str.pad_start(2, "0")
        return pl.concat_str(sign, (value.abs() // HALERE_PER_KORUNA).cast(pl.String), pl.lit(","), rest)
    return value.cast(pl.String)
