"""Judged rows -> the columns people read: labels, sentences, provisions, in one language."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import polars as pl
from attrs import frozen

from dluhy.children.outcome import ANSWERS, NEEDS_DATA
from dluhy.engine.expressions import condition_column
from dluhy.intake.notices import notices
from dluhy.law.citations import NBSP, readable
from dluhy.report import selection
from dluhy.report.names import names_by_person, names_by_row
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dluhy.checking import JudgedRows, ListResult
    from dluhy.law.models import Citation, Rule, Step, Verify
    from dluhy.report.selection import Only
    from dluhy.report.texts import Texts

_OF_ROW = r"^\(řádek\s([0-9]+)\)$"  # a person known by nothing but the row


@frozen
class RowTables:
    """The readable tables of judged rows, or of a selection of them, in one language."""

    result: JudgedRows
    texts: Texts
    only: Only | None = None

    @cached_property
    def judged(self) -> pl.DataFrame:
        """The judged rows of the selection."""
        return selection.debts(self.result, self.only)

    def debts(self, first: int = 0, rows: int | None = None) -> pl.DataFrame:
        """One row per judged debt, in the order of the list, with every label resolved; no names.

        Of a long list only the rows from a place on are wanted, their texts are long.
        """
        frame = self.judged.slice(first, rows)
        present = [name for name in ("creditor_name", "enforcement_ref", "municipality_code") if name in frame.columns]
        return frame.select(
            "row",
            "part",
            "person_id",
            *present,
            self.term("debt_kind", "debt_kinds").alias("kind"),
            _span("fee_year").alias("fee_year"),
            self._days("due_on").alias("due_on"),
            "balance",
            pl.col("outcome").cast(pl.String).alias("rule"),
            self.term("verdict", "verdicts").alias("verdict"),
            self._choice("child_owes", {a: self.texts(f"owes-{a}") for a in ANSWERS}),
            self._reason().alias("reason"),
            self._provisions().alias("provisions"),
            self._evidence().alias("evidence"),
            self._verify().alias("verify"),
            self._titles("grounds", self.result.checker.summary.grounds).alias("grounds"),
            self._titles("flags", self.result.checker.summary.flags).alias("flags"),
            self._presumed().alias("presumed"),
            self._steps("next_step").alias("next_step"),
            self._facts("missing").alias("missing"),
            self.notices("warnings"),
            self.notices("repairs"),
        )

    def notices(self, family: Literal["repairs", "warnings"]) -> pl.Expr:
        """Return the sentences of a set of repairs or warnings of the intake."""
        listed = [_set(notice.text(self.texts.language), self.texts) for notice in notices(family).values()]
        return joined(bit_texts(family, listed), "; ").alias(family)

    def term(self, column: str, vocabulary: str) -> pl.Expr:
        """Return the labels of a column of codes."""
        terms = self.result.checker.pack.vocabularies[vocabulary]
        return self._choice(column, {code: term.text(self.texts.language) for code, term in terms.items()})

    def rule_titles(self, column: str) -> pl.Expr:
        """Return the titles of a column of rule ids."""
        rules = self.result.checker.pack.rules
        return self._choice(column, {r.id: r.title.text(self.texts.language) for r in rules.values()})

    def rule_verdicts(self, column: str, shorten: Callable[[str], str] = str) -> pl.Expr:
        """Return the verdicts' short labels of a column of rule ids, if wanted shorter still."""
        pack = self.result.checker.pack
        labels = {
            r.id: shorten(pack.term("verdicts", r.verdict).text(self.texts.language)) for r in pack.rules.values()
        }
        return self._choice(column, labels)

    def step_texts(self, text: Callable[[Step], str]) -> pl.Expr:
        """Return a text of each step, for the column `step`."""
        return self._choice("step", {i: text(step) for i, (_, step) in self.result.checker.pack.steps.items()})

    def letter_titles(self) -> pl.Expr:
        """Return what to do in each row of steps: of one step its title, of several in one letter the letter's."""
        letters = self.result.checker.pack.vocabularies["letters"]
        titles = {
            step_id: letters[step.joins].text(self.texts.language)
            for step_id, (_, step) in self.result.checker.pack.steps.items()
            if step.joins is not None
        }
        alone = self.step_texts(lambda step: step.title.text(self.texts.language))
        several = (pl.col("joined").list.len() > 1) | (pl.col("enforcement_refs").list.len() > 1)
        return pl.when(several).then(pl.coalesce(self._choice("step", titles), alone)).otherwise(alone).alias("step")

    def with_step_notes(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Put in place of the bits in `verify` what is to be verified before the steps of each row, as one text."""
        text = pl.lit(None, dtype=pl.String)
        for step_id, (_, step) in self.result.checker.pack.steps.items():
            notes = bit_texts("verify", [self.sentence(verify) for verify in step.verify])
            if notes:
                text = pl.when(pl.col("joined") == step_id).then(joined(notes, " ")).otherwise(text)
        place = pl.int_range(pl.len(), dtype=pl.UInt32).alias("place")
        each = frame.select(place, "joined", "verify").explode("joined", "verify").with_columns(text.alias("verify"))
        notes_of = each.drop_nulls().unique(["place", "verify"], keep="first", maintain_order=True)
        whole = notes_of.group_by("place", maintain_order=True).agg(pl.col("verify").str.join(" "))
        return (
            frame.drop("verify")
            .with_columns(place)
            .join(whole, on="place", how="left", maintain_order="left")
            .drop("place")
        )

    def cited(self, citations: Iterable[Citation]) -> str:
        """Return citations as one text."""
        acts = self.result.checker.pack.acts
        return "; ".join(readable(cite, acts, self.texts.language).text for cite in citations)

    def sentence(self, verify: Verify) -> str:
        """Return what is to be verified."""
        return _set(verify.cs if self.texts.language == "cs" else verify.en, self.texts)

    def fact_label(self, name: str) -> str:
        """Return what a fact is called."""
        return self.result.checker.pack.fact_texts[name].label.text(self.texts.language)

    def _choice(self, column: str, labels: Mapping[str, str]) -> pl.Expr:
        source = pl.col(column).cast(pl.String)
        return source.replace_strict(list(labels), list(labels.values()), default=None, return_dtype=pl.String).alias(
            column
        )

    def _of_outcome(self, texts: Mapping[str, str]) -> pl.Expr:
        return self._choice("outcome", texts)

    def _members(self) -> list[Rule]:
        return self.result.checker.summary.members

    def _reason(self) -> pl.Expr:
        language = self.texts.language
        sentences = self._of_outcome({rule.id: rule.sentence.text(language) for rule in self._members()})
        facts = self._facts("missing")
        undecided = pl.col("outcome").cast(pl.String) == NEEDS_DATA
        template = self.texts("reason-needs-data", facts="{}").split("{}")
        template_no = self.texts("reason-needs-data-but-no", facts="{}").split("{}")
        open_no = pl.concat_str(pl.lit(template_no[0]), facts, pl.lit(template_no[1]))
        open_any = pl.concat_str(pl.lit(template[0]), facts, pl.lit(template[1]))
        months = pl.col("institution_months").cast(pl.String)
        before, after = self.texts("months-exempt", months="{}").split("{}")
        exempt = pl.concat_str(sentences, pl.lit(f" {before}"), months, pl.lit(after))
        return (
            pl.when(undecided & (pl.col("child_owes") == "no"))
            .then(open_no)
            .when(undecided)
            .then(open_any)
            .when((pl.col("verdict") == "exempt") & months.is_not_null())
            .then(exempt)
            .otherwise(sentences)
        )

    def _provisions(self) -> pl.Expr:
        return self._of_outcome({rule.id: self.cited(rule.citations) for rule in self._members()})

    def _evidence(self) -> pl.Expr:
        labels = self.result.checker.pack.vocabularies["evidence"]
        return self._of_outcome({rule.id: labels[rule.evidence].text(self.texts.language) for rule in self._members()})

    def _verify(self) -> pl.Expr:
        notes = []
        for rule in self._members():
            holds = pl.col("outcome").cast(pl.String) == rule.id
            notes += [pl.when(holds & _open(verify)).then(pl.lit(self.sentence(verify))) for verify in rule.verify]
        for rule_id in (*self.result.checker.summary.grounds, *self.result.checker.summary.flags):
            rule = self.result.checker.pack.rules[rule_id]
            notes += [pl.when(pl.col(rule_id) & _open(v)).then(pl.lit(self.sentence(v))) for v in rule.verify]
        return joined(notes, " ")

    def _titles(self, column: str, ids: Sequence[str]) -> pl.Expr:
        rules = self.result.checker.pack.rules
        labels = [rules[rule_id].title.text(self.texts.language) for rule_id in ids]
        return joined(bit_texts(column, labels), "; ")

    def _presumed(self) -> pl.Expr:
        presumptions = self.result.checker.pack.presumptions
        ids = self.result.checker.summary.presumptions
        return joined(bit_texts("presumed", [presumptions[p].sentence.text(self.texts.language) for p in ids]), " ")

    def _steps(self, column: str) -> pl.Expr:
        steps = self.result.checker.pack.steps
        return self._choice(column, {i: step.title.text(self.texts.language) for i, (_, step) in steps.items()})

    def _facts(self, column: str) -> pl.Expr:
        engine = self.result.checker.engine
        tests = [
            pl.when(pl.col(column) & pl.lit(engine.bit_of(name), dtype=pl.UInt64) > 0).then(
                pl.lit(self.fact_label(name))
            )
            for name in engine.asked
        ]
        return joined(tests, ", ")

    def _days(self, name: str) -> pl.Expr:
        pattern = f"%-d.{NBSP}%-m.{NBSP}%Y" if self.texts.language == "cs" else "%Y-%m-%d"
        first, last = (pl.col(f"{name}_{end}").dt.strftime(pattern) for end in ("from", "to"))
        return pl.when(first == last).then(first).otherwise(pl.concat_str(first, pl.lit("–"), last))


@frozen
class Tables(RowTables):
    """The readable tables of one result, or of a selection of it, in one language."""

    result: ListResult
    texts: Texts
    only: Only | None = None

    @cached_property
    def people(self) -> pl.DataFrame:
        """The people of the selection, but for those with no debt from childhood."""
        return selection.people(self.result, self.only, self.judged)

    @cached_property
    def steps(self) -> pl.DataFrame:
        """The steps of the selection."""
        return selection.steps(self.result, self.only, self.judged)

    @cached_property
    def names_by_row(self) -> pl.DataFrame | None:
        """The names of the list by row; None where it has none or they may not be shown."""
        intake = self.result.intake
        return names_by_row(intake.personal, pseudonymised=intake.pseudonymised)

    @cached_property
    def names_by_person(self) -> pl.DataFrame | None:
        """The names of the list by person."""
        return names_by_person(self.result.judged, self.names_by_row)

    @property
    def shown_names(self) -> list[str]:
        """The columns of names that may be shown, in the order people write them."""
        return [] if self.names_by_row is None else [name for name in self.names_by_row.columns if name != "row"]

    def person(self, column: str) -> pl.Expr:
        """Return the marks of people as the language writes them: without a code it is the row that tells them."""
        text = self.texts("person-of-row", row="${1}")
        return pl.col(column).str.replace(_OF_ROW, text).alias(column)

    def with_names(self, frame: pl.DataFrame, key: str) -> pl.DataFrame:
        """Add the names of the list, if it has any, by `row` or by `person_id`."""
        names = self.names_by_row if key == "row" else self.names_by_person
        return frame if names is None else frame.join(names, on=key, how="left", maintain_order="left")


def _open(verify: Verify) -> pl.Expr:
    return pl.lit(value=True) if verify.if_ is None else pl.col(condition_column(verify.if_)).fill_null(value=True)


def _set(text: str, texts: Texts) -> str:
    return czech(text) if texts.language == "cs" else text


def _span(name: str) -> pl.Expr:
    first, last = (pl.col(f"{name}_{end}").cast(pl.String) for end in ("from", "to"))
    return pl.when(first == last).then(first).otherwise(pl.concat_str(first, pl.lit("–"), last))


def bit_texts(column: str, labels: Sequence[str]) -> list[pl.Expr]:
    """Return a text for each bit of a column that is set, else null."""
    return [
        pl.when(pl.col(column) & pl.lit(1 << position, dtype=pl.UInt64) > 0).then(pl.lit(label))
        for position, label in enumerate(labels)
    ]


def joined(parts: Sequence[pl.Expr], separator: str) -> pl.Expr:
    """Return texts as one, null if there is none."""
    if not parts:
        return pl.lit(None, dtype=pl.String)
    text = pl.concat_str(parts, separator=separator, ignore_nulls=True)
    return pl.when(text.str.len_chars() > 0).then(text)
