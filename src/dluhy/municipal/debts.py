"""Rows of a judged list or case -> rows of municipal debts, and what a municipality can do about each.

The results of the children's screening become facts (`screened_owes`, `screened_verdict`, `title_doubtful`,
`data_conflict`), so that no intervention contradicts it. Who the creditor is is never read off a name: of a local fee
the law says it, of every other debt the caller, or it stays unknown and is asked. Money is in haléře.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.children.outcome import CONFLICTING, NEEDS_DATA
from dluhy.engine.evaluate import FEW, Engine, condition_column, mask_column, run
from dluhy.engine.expressions import condition_mask_column
from dluhy.facts.derived import functions
from dluhy.facts.derived.municipal_debts import BODIES
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import STEP_FACTS
from dluhy.law.conditions import facts_of
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack

TOPIC: Final = "municipal"
CARRIED: Final = (
    "row", "part", "debt_id", "person_id", "municipality_code", "creditor_name", "creditor_ico", "enforcement_ref",
    "outcome", "next_step", "list", "urgency",
)  # fmt: skip
"""Columns of a judged row that stay with it beside the facts, where the row has them."""
MISSING: Final = "screened_missing"
"""The mask of what the screening itself lacks, in the bits of the screening's engine."""
_TOLD: Final = ("age_today", "balance", "principal", "costs", "days_to_18", "person_age")
_KEYS: Final = ("debt_id", "row", "person_id")
_TITLE_RULE: Final = "REP-TAX"
_OPEN_ANSWER: Final = "unknown"


@cache
def engine_of(law: Pack) -> Engine:
    """Return what judges municipal debts by the rules of a pack."""
    return Engine(law, functions(), "municipal_debts")


def creditor_body_of(kind: str | None, law: Pack) -> str | None:
    """Return the body that a kind of creditor of a case surely is (`creditor_bodies`); None where it may be several."""
    terms = law.vocabularies[BODIES].values()
    return next((term.code for term in terms if kind is not None and kind in term.more.get("case", ())), None)


def debt_facts(
    judged: pl.DataFrame,
    law: Pack,
    *,
    creditor_body: str | pl.Series | None = None,
    local: Mapping[str, Any] | None = None,
    beside: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Return the facts of municipal debts, one row per row judged by the children's screening, in its order.

    `judged` is a frame of `Checker.judge` (`ListResult.judged`, the frame of a case). `creditor_body` says whose the
    debts other than local fees are: one code of `creditor_bodies`, or a series with one (or null) per row; without it
    that is unknown. `local` are facts that hold for every row, of the place or the household, as people write them;
    `beside` a frame of facts of single rows, keyed by `debt_id`, `row` or `person_id`. What the row itself says wins.
    Raises InputError for a fact or a code that does not exist.
    """
    part = law.of("municipal_debts")
    wanted = [column for column in _columns_read(part) if column in judged.columns]
    carried = [column for column in CARRIED if column in judged.columns]
    facts = judged.select(*dict.fromkeys((*carried, *wanted)), *_screened(judged, part))
    facts = _given_to_all(facts, dict(local or {}), part)
    if beside is not None:
        facts = _joined(facts, beside)
    return _with_bodies(facts, creditor_body, part)


def judged_debts(facts: pl.DataFrame, law: Pack, as_of: date) -> pl.DataFrame:
    """Judge municipal debts: the facts with every intervention's status, its mask, and the conditions of its steps.

    Of a rule `M-01` the column `M-01` is its status (null: undecided), `M-01?` the mask of the facts missing for it
    in the bits of `engine_of(law)`; what the screening itself lacks stands in `screened_missing`. Raises HorizonError
    for a day the pack does not know.
    """
    law.require_known(TOPIC, as_of)
    engine = engine_of(law)
    columns = _told(engine.pack, facts)
    if facts.height <= FEW:
        return engine.evaluate(facts, as_of).select(columns)
    return run(engine.completed(facts, as_of), engine.stages_for(facts).all, columns)


def judged_list(
    result: ListResult, *, creditor_body: str | None = None, local: Mapping[str, Any] | None = None
) -> pl.DataFrame:
    """Judge the rows of a checked list as municipal debts; see `debt_facts` and `judged_debts`."""
    law = result.checker.pack
    return judged_debts(debt_facts(result.judged, law, creditor_body=creditor_body, local=local), law, result.as_of)


def rule_ids(law: Pack) -> list[str]:
    """Return the ids of the interventions that facts of a debt trigger, in the order of the pack."""
    return list(law.of("municipal_debts").rules)


def _screened(judged: pl.DataFrame, part: Pack) -> list[pl.Expr]:
    """Return what the screening says, as facts; what it leaves open is null."""
    answers, verdicts = (pl.Enum(part.members[name]) for name in ("screened_answers", "verdicts"))
    answer, verdict = pl.col("child_owes").cast(pl.String), pl.col("verdict").cast(pl.String)
    decided = pl.col("outcome").cast(pl.String) != NEEDS_DATA
    doubtful = pl.col(_TITLE_RULE) if _TITLE_RULE in judged.columns else pl.lit(None, dtype=pl.Boolean)
    return [
        pl.when(answer != _OPEN_ANSWER).then(answer).cast(answers).alias("screened_owes"),
        pl.when(decided).then(verdict).cast(verdicts).alias("screened_verdict"),
        doubtful.alias("title_doubtful"),
        (verdict == CONFLICTING).alias("data_conflict"),
        pl.col("missing").alias(MISSING),
    ]


def _given_to_all(facts: pl.DataFrame, local: dict[str, Any], part: Pack) -> pl.DataFrame:
    if not local:
        return facts
    given = frame_from_facts([local], part.members, part.facts).rows(named=True)[0]
    schema = frame_from_facts([local], part.members, part.facts).schema
    return facts.with_columns(
        pl.coalesce(*([name] if name in facts.columns else []), pl.lit(value, dtype=schema[name])).alias(name)
        for name, value in given.items()
    )


def _joined(facts: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """Add facts of single rows; what a row says itself wins."""
    key = next(name for name in _KEYS if name in beside.columns and name in facts.columns)
    told = [column for column in beside.columns if column != key]
    joined = facts.join(beside.select(key, pl.col(told).name.suffix(" ")), on=key, how="left", maintain_order="left")
    own = {name: [name] if name in facts.columns else [] for name in told}
    return joined.with_columns(pl.coalesce(*own[name], f"{name} ").alias(name) for name in told).drop(
        f"{name} " for name in told
    )


def _with_bodies(facts: pl.DataFrame, body: str | pl.Series | None, part: Pack) -> pl.DataFrame:
    """Say whose the debts are; of kinds whose creditor the law names nothing is said, so that the law decides."""
    if body is None:
        return facts
    if isinstance(body, str):
        _require_body(body, part)
    told = _bodies(pl.Series([body]) if isinstance(body, str) else body, part)
    told = told.new_from_index(0, facts.height) if isinstance(body, str) else told
    named = [kind for term in part.vocabularies[BODIES].values() for kind in term.more.get("debts", ())]
    by_law = pl.col("debt_kind").cast(pl.String).is_in(named).fill_null(value=False)
    own = ["creditor_body"] if "creditor_body" in facts.columns else []
    return facts.with_columns(pl.coalesce(*own, pl.when(~by_law).then(pl.lit(told))).alias("creditor_body"))


def _require_body(code: str, part: Pack) -> None:
    """Raise InputError that names every code, unless this is one of them."""
    terms = part.vocabularies[BODIES].values()
    if code not in part.members[BODIES]:
        cs, en = ("; ".join(f"{term.code} – {term.text(language)}" for term in terms) for language in ("cs", "en"))
        told = (f"druh věřitele „{code}“ není; možné jsou: {cs}", f"there is no creditor “{code}”; possible are: {en}")
        raise InputError([Problem("bad_value", "--creditor", *told)])


def _bodies(told: pl.Series, part: Pack) -> pl.Series:
    """Return codes of bodies as such; InputError naming every row with a code that does not exist."""
    known = part.members[BODIES]
    strange = ~told.cast(pl.String).is_in(known).fill_null(value=True)
    if strange.any():
        cs, en = f"takový věřitel není ve slovníku {BODIES}", f"no such creditor in the vocabulary {BODIES}"
        rows = strange.arg_true() + 1
        raise InputError([Problem("bad_value", f"row {row} creditor_body", cs, en) for row in rows])
    return told.cast(pl.Enum(known))


@cache
def _columns_read(part: Pack) -> list[str]:
    """Return the columns of the facts that rules and steps read, also through what is computed, and a few told."""
    waiting = [name for text in (*_rule_texts(part), *_step_texts(part)) for name in facts_of(part.conditions[text])]
    waiting += [name for rule in part.rules.values() for name in rule.applies]
    waiting += ["debt_kind", *STEP_FACTS, *_TOLD]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        if name not in found and name != "as_of":
            found[name] = None
            waiting += part.facts[name].inputs
    return [column for name, spec in part.facts.items() if name in found for column in spec.columns]


def _told(part: Pack, facts: pl.DataFrame) -> list[str]:
    """Return the columns of a result: those of the facts, statuses, masks and conditions."""
    steps = [step.if_ for _, step in part.steps.values() if step.if_]
    return list(dict.fromkeys((
        *facts.columns, *_columns_read(part), "as_of",
        *(name for rule in part.rules for name in (rule, mask_column(rule))),
        *(condition_column(text) for text in (*_rule_texts(part), *_step_texts(part))),
        *(condition_mask_column(text) for text in steps),
    )))  # fmt: skip


def _rule_texts(part: Pack) -> list[str]:
    """Return the conditions of the rules and of what is to be verified of them."""
    found = [condition.if_ for rule in part.rules.values() for condition in rule.all]
    return found + [note.if_ for rule in part.rules.values() for note in rule.verify if note.if_]


def _step_texts(part: Pack) -> list[str]:
    """Return the conditions of the steps and of what is to be verified of them."""
    found = [step.if_ for _, step in part.steps.values() if step.if_]
    return found + [note.if_ for _, step in part.steps.values() for note in step.verify if note.if_]
