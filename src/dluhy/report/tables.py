"""Judged rows -> the columns people read: labels, sentences, provisions, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import frozen

from dluhy.children.outcome import NEEDS_DATA
from dluhy.engine.expressions import condition_column
from dluhy.law.citations import NBSP, readable
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dluhy.checking import ListResult
    from dluhy.law.models import Citation, Rule, Verify
    from dluhy.report.texts import Texts

NAMES = ("last_name", "first_name", "full_name")


@frozen
class Tables:
    """The readable tables of one result in one language."""

    result: ListResult
    texts: Texts

    def debts(self) -> pl.DataFrame:
        """One row per judged debt, in the order of the list, with every label resolved; no names."""
        frame = self.result.judged
        present = [name for name in ("creditor_name", "enforcement_ref", "municipality_code") if name in frame.columns]
        return frame.select(
            "row",
            "person_id",
            *present,
            self.term("debt_kind", "debt_kinds").alias("kind"),
            _span("fee_year").alias("fee_year"),
            self._days("due_on").alias("due_on"),
            "balance",
            pl.col("outcome").cast(pl.String).alias("rule"),
            self.term("verdict", "verdicts").alias("verdict"),
            self._choice(
                "child_owes", {a: self.texts(f"owes-{a}") for a in ("no", "shared", "yes", "unknown", "none")}
            ),
            self._reason().alias("reason"),
            self._provisions().alias("provisions"),
            self._evidence().alias("evidence"),
            self._verify().alias("verify"),
            self._titles("grounds", self.result.checker.summary.grounds).alias("grounds"),
            self._titles("flags", self.result.checker.summary.flags).alias("flags"),
            self._presumed().alias("presumed"),
            self._steps("next_step").alias("next_step"),
            self._facts("missing").alias("missing"),
        )

    def term(self, column: str, vocabulary: str) -> pl.Expr:
        """Return the labels of a column of codes."""
        terms = self.result.checker.pack.vocabularies[vocabulary]
        return self._choice(column, {code: term.text(self.texts.language) for code, term in terms.items()})

    def rule_titles(self, column: str) -> pl.Expr:
        """Return the titles of a column of rule ids."""
        rules = self.result.checker.pack.rules
        return self._choice(column, {r.id: r.title.text(self.texts.language) for r in rules.values()})

    def rule_verdicts(self, column: str) -> pl.Expr:
        """Return the verdicts' short labels of a column of rule ids."""
        pack = self.result.checker.pack
        labels = {r.id: pack.term("verdicts", r.verdict).text(self.texts.language) for r in pack.rules.values()}
        return self._choice(column, labels)

    def step_notes(self) -> pl.Expr:
        """Return what is to be verified before each step: the notes whose bits stand in `verify`."""
        text = pl.lit(None, dtype=pl.String)
        for step_id, (_, step) in self.result.checker.pack.steps.items():
            notes = _bit_texts("verify", [_sentence(verify, self.texts) for verify in step.verify])
            if notes:
                text = pl.when(pl.col("step") == step_id).then(_joined(notes, " ")).otherwise(text)
        return text.alias("verify")

    def cited(self, citations: Iterable[Citation]) -> str:
        """Return citations as one text."""
        acts = self.result.checker.pack.acts
        return "; ".join(readable(cite, acts, self.texts.language).text for cite in citations)

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
            notes += [
                pl.when(holds & _open(verify)).then(pl.lit(_sentence(verify, self.texts))) for verify in rule.verify
            ]
        for rule_id in (*self.result.checker.summary.grounds, *self.result.checker.summary.flags):
            rule = self.result.checker.pack.rules[rule_id]
            notes += [pl.when(pl.col(rule_id) & _open(v)).then(pl.lit(_sentence(v, self.texts))) for v in rule.verify]
        return _joined(notes, " ")

    def _titles(self, column: str, ids: Sequence[str]) -> pl.Expr:
        rules = self.result.checker.pack.rules
        labels = [rules[rule_id].title.text(self.texts.language) for rule_id in ids]
        return _joined(_bit_texts(column, labels), "; ")

    def _presumed(self) -> pl.Expr:
        presumptions = self.result.checker.pack.presumptions
        ids = self.result.checker.summary.presumptions
        return _joined(_bit_texts("presumed", [presumptions[p].sentence.text(self.texts.language) for p in ids]), " ")

    def _steps(self, column: str) -> pl.Expr:
        steps = self.result.checker.pack.steps
        return self._choice(
            column, {step_id: step.title.text(self.texts.language) for step_id, (_, step) in steps.items()}
        )

    def _facts(self, column: str) -> pl.Expr:
        engine = self.result.checker.engine
        tests = [
            pl.when(pl.col(column) & pl.lit(engine.bit_of(name), dtype=pl.UInt64) > 0).then(
                pl.lit(self.fact_label(name))
            )
            for name in engine.asked
        ]
        return _joined(tests, ", ")

    def _days(self, name: str) -> pl.Expr:
        pattern = f"%-d.{NBSP}%-m.{NBSP}%Y" if self.texts.language == "cs" else "%Y-%m-%d"
        first, last = (pl.col(f"{name}_{end}").dt.strftime(pattern) for end in ("from", "to"))
        return pl.when(first == last).then(first).otherwise(pl.concat_str(first, pl.lit("–"), last))


def _open(verify: Verify) -> pl.Expr:
    return pl.lit(value=True) if verify.if_ is None else pl.col(condition_column(verify.if_)).fill_null(value=True)


def _sentence(verify: Verify, texts: Texts) -> str:
    return czech(verify.cs) if texts.language == "cs" else verify.en


def _span(name: str) -> pl.Expr:
    first, last = (pl.col(f"{name}_{end}").cast(pl.String) for end in ("from", "to"))
    return pl.when(first == last).then(first).otherwise(pl.concat_str(first, pl.lit("–"), last))


def _bit_texts(column: str, labels: Sequence[str]) -> list[pl.Expr]:
    return [
        pl.when(pl.col(column) & pl.lit(1 << position, dtype=pl.UInt32) > 0).then(pl.lit(label))
        for position, label in enumerate(labels)
    ]


def _joined(parts: Sequence[pl.Expr], separator: str) -> pl.Expr:
    if not parts:
        return pl.lit(None, dtype=pl.String)
    text = pl.concat_str(parts, separator=separator, ignore_nulls=True)
    return pl.when(text.str.len_chars() > 0).then(text)
