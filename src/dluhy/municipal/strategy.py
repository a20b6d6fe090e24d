"""Which measures of the strategy a finding serves, and how many people and debts of a checked list each concerns.

The measures are `[[measure]]` of the pack (`rules/strategy/`): what the region's strategy and the documents around it
name, with the findings that each answers.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.children.outcome import NEEDS_DATA, WHO_OWES
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.checking import ListResult
    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack
    from dluhy.law.strategy import Measure

SERVED_SCHEMA: Final = {
    "measure": pl.String(),
    "people": pl.UInt32(),
    "debts": pl.UInt32(),
    "balance": pl.Int64(),
    "people_undecided": pl.UInt32(),
    "debts_undecided": pl.UInt32(),
}
REPORTED: Final = frozenset({"goal", "measure", "activity"})
"""Kinds of measures that people are told they serve: not findings and visions, which nobody carries out."""
_COUNTED: Final = frozenset({"outcome", "list", "duty"})
"""Roles of the rules by which a list is counted: what it can tell of everybody in it."""
_STRATEGY: Final = "a"
"""The letter before the numbers of the strategy itself."""
_SUGGESTED: Final = 3
_CALM: Final = "calm"
_PACKS: Final = 4


def measures_of(
    *,
    rules: Iterable[str] = (),
    verdicts: Iterable[str] = (),
    interventions: Iterable[str] = (),
    pack: Pack | None = None,
) -> tuple[Measure, ...]:
    """Return the measures that findings serve, in the order of the catalogue, without what they belong to.

    `rules` are ids of rules that hold (an outcome of a debt, a household's indicator), `verdicts` what follows from
    them, `interventions` ids of interventions suggested, which may stand among the rules too; a rule serves also what
    its verdict serves. Ids that no measure answers serve none. `pack` is by default the shipped one.
    """
    law = default_pack() if pack is None else pack
    named = set(rules)
    proposed = named | set(interventions)
    answered = triggers(law)
    follows = set(verdicts)
    return tuple(
        measure
        for measure in (law.whole or law).measures.values()
        if named & answered[measure.id]
        or follows & set(measure.triggered_by.verdicts)
        or proposed & set(measure.triggered_by.interventions)
    )


def parents_of(measure: Measure, pack: Pack | None = None) -> tuple[Measure, ...]:
    """Return what a measure belongs to, the nearest first, up to the vision; empty for one that stands alone."""
    law = default_pack() if pack is None else pack
    found: list[Measure] = []
    above = measure.parent
    while above is not None:
        found.append((law.whole or law).measures[above])
        above = found[-1].parent
    return tuple(found)


def children_of(measure: Measure, pack: Pack | None = None) -> tuple[Measure, ...]:
    """Return what belongs to a measure directly, in the order of the catalogue."""
    law = default_pack() if pack is None else pack
    return tuple(item for item in (law.whole or law).measures.values() if item.parent == measure.id)


def find_measure(words: str, pack: Pack | None = None) -> Measure:
    """Return the measure that is asked for as „A3.8b“, „3.8b“ or „C1“; raises InputError where there is none."""
    law = default_pack() if pack is None else pack
    known = {name.lower(): item for name, item in (law.whole or law).measures.items()}
    wanted = words.strip().lower()
    found = known.get(wanted) or known.get(f"{_STRATEGY}{wanted}")
    if found is not None:
        return found
    near = get_close_matches(f"{_STRATEGY}{wanted}", known, n=_SUGGESTED) or get_close_matches(wanted, known)
    named = ", ".join(known[name].id for name in near)
    cs = f"opatření v katalogu není{f'; podobná: {named}' if named else ''}; všechna vypíše „dluhy strategy list“"
    en = f"no such measure{f'; similar: {named}' if named else ''}; “dluhy strategy list” lists all"
    raise InputError([Problem("unknown_measure", words, cs, en)])


def triggers(pack: Pack) -> Mapping[str, frozenset[str]]:
    """Return the rules that each measure answers by its id: those it names and those whose verdict it names."""
    return _triggers(pack.whole or pack)


@lru_cache(maxsize=_PACKS)
def _triggers(pack: Pack) -> dict[str, frozenset[str]]:
    by_verdict: dict[str, set[str]] = {}
    for rule in pack.rules.values():
        by_verdict.setdefault(rule.verdict, set()).add(rule.id)
    return {
        measure.id: frozenset(measure.triggered_by.rules).union(
            *(by_verdict.get(verdict, set()) for verdict in measure.triggered_by.verdicts)
        )
        for measure in pack.measures.values()
    }


def served(result: ListResult) -> pl.DataFrame:
    """Return a row for every measure that a list can be counted by: people, debts and their balance in haléře.

    Counted are outcomes of debts, lists of people and duties towards them. A rule about a debt counts debts for which
    it holds; one about a person those of the person's debts that are or may be from childhood. Debts paid and no longer
    enforced count nowhere. `balance` is the sum of the known balances, null where none is known. What cannot be
    decided is counted apart: debts in `debts_undecided`, and in `people_undecided` people none of whose debts surely
    counts. One debt may serve several measures: never add them up.
    Columns: SERVED_SCHEMA.
    """
    own = result.checker.pack.of("debts")
    judged = _alive(result.judged)
    counted = [_counts(judged, name, rules, own) for name, rules in _counting(result).items()]
    return pl.DataFrame(counted, schema=SERVED_SCHEMA, orient="row")


def served_debts(result: ListResult) -> pl.DataFrame:
    """Return a row for every debt of a list and every measure that surely counts it: `row`, `part`, `code`."""
    from dluhy.intake.grids import ROW  # noqa: PLC0415 - only lists need them: a screening starts without reading lists
    from dluhy.intake.years import PART  # noqa: PLC0415 - as above

    own = result.checker.pack.of("debts")
    judged = _alive(result.judged)
    parts = [
        judged.filter(pl.any_horizontal(_holds(rule, own) for rule in rules)).select(
            ROW, PART, pl.lit(name).alias("code")
        )
        for name, rules in _counting(result).items()
    ]
    return pl.concat(parts) if parts else judged.select(ROW, PART, pl.lit("").alias("code")).clear()


def _counting(result: ListResult) -> dict[str, list[Rule]]:
    """Return the rules by which a list can be counted for each measure."""
    own = result.checker.pack.of("debts")
    rules = {rule.id: rule for rule in own.rules.values() if rule.role in _COUNTED}
    return {
        name: [rules[item] for item in sorted(ids & rules.keys())]
        for name, ids in triggers(result.checker.pack).items()
        if ids & rules.keys()
    }


def _alive(judged: pl.DataFrame) -> pl.DataFrame:
    frame = judged if "balance" in judged.columns else judged.with_columns(pl.lit(None, pl.Int64()).alias("balance"))
    if "debt_finished" not in frame.columns:
        return frame
    return frame.filter(~pl.col("debt_finished").fill_null(value=False))


def _counts(judged: pl.DataFrame, measure: str, rules: list[Rule], pack: Pack) -> tuple[str | int | None, ...]:
    held = pl.any_horizontal(_holds(rule, pack) for rule in rules)
    marked = judged.select("person_id", "balance", held.alias("held"))
    sure, open_ = marked.filter(pl.col("held")), marked.filter(pl.col("held").is_null())
    undecided = open_.join(sure, on="person_id", how="anti")
    balance = int(sure["balance"].sum()) if sure["balance"].count() else None
    people = (frame["person_id"].n_unique() for frame in (sure, undecided))
    return measure, next(people), sure.height, balance, next(people), open_.height


def _holds(rule: Rule, pack: Pack) -> pl.Expr:
    """Return whether a rule holds for a row; null where that cannot be decided."""
    if rule.partition == WHO_OWES:
        open_ = (pl.col("outcome") == NEEDS_DATA) & (pl.col(rule.id).is_null() | pl.col("debt_kind").is_null())
        return pl.when(~open_).then(pl.col("outcome") == rule.id)
    if rule.subject != "person":
        return pl.col(rule.id)
    calm = [code for code, term in pack.vocabularies["verdicts"].items() if term.more.get("tone") == _CALM]
    return pl.col(rule.id) & ~pl.col("verdict").cast(pl.String).is_in(calm)
