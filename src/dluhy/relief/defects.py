"""What can be said against each debt of a person: limitation, invalid clauses, capped sums, enforcements that must end.

The rules stand in `rules/relief/defects.toml`; what each is worth and to which days it leads, in the vocabulary
`claim_defects`. Limitation works only on objection, so nothing here says that a claim has lapsed, and a sum that would
drop out is what could be won, not what is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.dates import Span
from dluhy.engine.evaluate import Engine, condition_column, mask_column, presumption_column
from dluhy.engine.findings import traced
from dluhy.facts.derived.limits import limit_of
from dluhy.facts.frame import frame_from_facts
from dluhy.law.conditions import facts_of
from dluhy.law.pack import default_pack
from dluhy.relief.defect_judging import engine_of, judged_claims, size_in, terms_of
from dluhy.relief.defect_parts import outwards, part_of, parts, told_size
from dluhy.relief.defect_values import HOLDS, UNKNOWN, Defect, Remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dluhy.law.models import Rule, Term
    from dluhy.law.pack import Pack

_DAYS: Final = ("ends", "otherwise")
_SCHEMA: Final = {
    "row": pl.UInt32(), "rule": pl.String(), "role": pl.String(), "status": pl.String(), "verdict": pl.String(),
    "evidence": pl.String(), "least": pl.Int64(), "most": pl.Int64(), "ends_from": pl.Date(), "ends_to": pl.Date(),
    "otherwise_from": pl.Date(), "otherwise_to": pl.Date(), "missing": pl.List(pl.String()),
}  # fmt: skip
SIZES: Final = "sizes"
"""The column with how large each part of a claim is."""


def defects(claims: pl.DataFrame, pack: Pack | None = None, *, as_of: date, unknown: bool = False) -> pl.DataFrame:
    """Return what can be said against each claim of a frame: one row for each claim and rule that holds there.

    `claims` holds columns of `CLAIM_FACTS`, absent ones are unknown; a column `row` numbers the claims, else their
    order does. With `unknown` also rules that cannot be decided. Columns: `row`, `rule`, `role`, `status`, `verdict`,
    `evidence`, `least` and `most` (haléře that would drop out; `most` null where it cannot be told), `ends_from`,
    `ends_to`, `otherwise_from`, `otherwise_to` (days, the latter if the creditor pays an advance), `missing`, `sizes`
    (how large each part of the claim is, codes of `claim_parts`, haléře). Sorted by row, then in the order of the pack.
    Raises HorizonError for a day past what the pack knows.
    """
    law = pack or default_pack()
    judged = judged_claims(claims, law, as_of)
    engine = engine_of(law)
    made = [
        _found(engine, judged, rule, place, unknown=unknown) for place, rule in enumerate(engine.pack.rules.values())
    ]
    sizes = pl.Struct({part.code: pl.Int64() for part in parts(law)})
    empty = pl.DataFrame(schema=_SCHEMA | {SIZES: sizes, "place": pl.Int32()})
    found = pl.concat([empty, *(part.cast(empty.schema) for part in made)])
    return found.sort("row", "place", maintain_order=True).drop("place")


def defects_of(facts: Mapping[str, Any], pack: Pack | None = None, *, as_of: date) -> tuple[Defect, ...]:
    """Return everything that can be said against one claim, also what cannot be decided yet.

    `facts` are facts of `CLAIM_FACTS` as people write them (dates in part, sums as decimal texts). First what holds,
    then what is unknown, each in the order of the pack. Raises InputError for facts that do not fit, HorizonError as
    `defects`.
    """
    law = pack or default_pack()
    part = law.of("claims")
    (found,) = defects_of_each(frame_from_facts([facts], part.members, part.facts), law, as_of=as_of)
    return found


def defects_of_each(claims: pl.DataFrame, pack: Pack | None = None, *, as_of: date) -> tuple[tuple[Defect, ...], ...]:
    """Return of every claim of a frame what `defects_of` returns of one, all judged at once."""
    law = pack or default_pack()
    rows = _with_worth(judged_claims(claims, law, as_of), law).iter_rows(named=True)
    return tuple(tuple(_defects_of_row(law, row)) for row in rows)


def _least(term: Term) -> pl.Expr:
    """Return what drops out at the least; nothing where the sum or the balance is not known."""
    if "least" not in term.more:
        return pl.lit(0, dtype=pl.Int64)
    sums = [pl.col(term.more["least"]), pl.col("balance")]
    known = pl.all_horizontal(one.is_not_null() for one in sums)
    return pl.when(known).then(pl.min_horizontal(sums)).otherwise(pl.lit(0, dtype=pl.Int64))


def _most(term: Term, law: Pack) -> pl.Expr:
    """Return what drops out at the most: the part that the rule takes; null where its size is not known."""
    if "most" not in term.more:
        return pl.lit(0, dtype=pl.Int64)
    return told_size(part_of(term.more["most"], law))


def _days(law: Pack, term: Term) -> dict[str, pl.Expr]:
    """Return the two bounds of each day to which a rule leads."""
    found: dict[str, pl.Expr] = {}
    for name in _DAYS:
        fact = term.more.get(name)
        columns = law.facts[fact].columns if fact else ()
        bounds = [pl.col(columns[0]), pl.col(columns[-1])] if columns else [pl.lit(None, dtype=pl.Date)] * 2
        found |= {f"{name}_{end}": bound for end, bound in zip(("from", "to"), bounds, strict=True)}
    return found


def _found(engine: Engine, judged: pl.DataFrame, rule: Rule, place: int, *, unknown: bool) -> pl.DataFrame:
    term, status = terms_of(engine.pack)[rule.id], pl.col(rule.id)
    chosen = judged.filter(status.fill_null(unknown))
    masks = chosen[mask_column(rule.id)]
    names = {mask: engine.missing_names(mask) for mask in masks.unique().to_list()}
    missing = [[] if held else names[mask] for held, mask in zip(chosen[rule.id], masks, strict=True)]
    return chosen.select(
        pl.col("row").cast(pl.UInt32),
        pl.lit(rule.id).alias("rule"),
        pl.lit(rule.role).alias("role"),
        pl.when(status).then(pl.lit(HOLDS)).otherwise(pl.lit(UNKNOWN)).alias("status"),
        pl.lit(rule.verdict).alias("verdict"),
        pl.lit(rule.evidence).alias("evidence"),
        _least(term).alias("least"),
        _most(term, engine.pack).alias("most"),
        *(day.alias(name) for name, day in _days(engine.pack, term).items()),
        pl.Series("missing", missing, dtype=pl.List(pl.String)),
        pl.struct(size_in(part.code, engine.pack).alias(part.code) for part in parts(engine.pack)).alias(SIZES),
        pl.lit(place, dtype=pl.Int32).alias("place"),
    )


def _with_worth(judged: pl.DataFrame, law: Pack) -> pl.DataFrame:
    """Add what each rule is worth, the days it leads to and the limits of the steps, under names of their own."""
    return judged.with_columns(_worth(law))


@cache
def _worth(law: Pack) -> tuple[pl.Expr, ...]:
    part = law.of("claims")
    made: dict[str, pl.Expr] = {}
    for rule, term in terms_of(law).items():
        worth = {"least": _least(term), "most": _most(term, part)} | _days(part, term)
        made |= {f"{rule} {name}": value for name, value in worth.items()}
    made |= {f"size {each.code}": size_in(each.code, law) for each in parts(law)}
    made |= {f"until {step.id}": limit_of(step.limit, part) for _, step in part.steps.values()}
    return tuple(value.alias(name) for name, value in made.items())


def _defects_of_row(law: Pack, row: Mapping[str, Any]) -> Iterable[Defect]:
    open_ = [rule for rule in law.of("claims").rules.values() if row[rule.id] is not False]
    return (_defect(law, row, rule) for rule in sorted(open_, key=lambda r: row[r.id] is None))


def _defect(law: Pack, row: Mapping[str, Any], rule: Rule) -> Defect:
    why = traced(engine_of(law), row, rule)
    holds = row[rule.id] is True
    spans = {name: _span(row[f"{rule.id} {name}_from"], row[f"{rule.id} {name}_to"]) for name in _DAYS}
    return Defect(
        rule=rule,
        status="holds" if holds else "unknown",
        verdict=rule.verdict,
        least=row[f"{rule.id} least"],
        most=row[f"{rule.id} most"],
        takes=_takes(law, row, rule),
        ends=spans["ends"],
        otherwise=spans["otherwise"],
        missing=() if holds else why.missing,
        presumed=_presumed(law, row, rule),
        why=why,
        verify=tuple(item for item in rule.verify if item.if_ is None or row[condition_column(item.if_)] is True),
        remedies=tuple(_remedies(law, row, rule)),
    )


def _takes(law: Pack, row: Mapping[str, Any], rule: Rule) -> tuple[tuple[str, int | None], ...]:
    taken = terms_of(law)[rule.id].more.get("most")
    held = () if taken is None else outwards(part_of(taken, law), law)
    return tuple((each.code, row[f"size {each.code}"]) for each in held)


def _presumed(law: Pack, row: Mapping[str, Any], rule: Rule) -> tuple[str, ...]:
    """Return the presumptions used for facts that the rule itself reads."""
    part = law.of("claims")
    read = {name for condition in rule.all for name in facts_of(part.conditions[condition.if_])} | rule.applies.keys()
    used = [item for item in part.presumptions.values() if row.get(presumption_column(item.id))]
    return tuple(item.id for item in used if item.fact in read)


def _remedies(law: Pack, row: Mapping[str, Any], rule: Rule) -> Iterable[Remedy]:
    for name in rule.remedies:
        for step in law.ladders[name].step:
            if step.if_ is None or row[condition_column(step.if_)] is True:
                yield Remedy(step=step, until=row[f"until {step.id}"])


def _span(first: date | None, last: date | None) -> Span | None:
    return None if first is None and last is None else Span(first, last)
