"""What can be said against each debt of a person: limitation, invalid clauses, capped sums, enforcements that must end.

The rules stand in `rules/relief/defects.toml`; what each is worth and to which days it leads, in the vocabulary
`claim_defects`. Limitation works only on objection, so nothing here says that a claim has lapsed, and a sum that would
drop out is what could be won, not what is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl
from attrs import field, frozen

from dluhy.dates import Span
from dluhy.engine.arithmetic import EXPRESSIONS, INTEGERS
from dluhy.engine.evaluate import Engine, condition_column, mask_column, presumption_column
from dluhy.engine.findings import Trace, traced
from dluhy.facts.derived import functions
from dluhy.facts.derived.limits import limit_of
from dluhy.facts.frame import frame_from_facts
from dluhy.law.conditions import facts_of
from dluhy.law.pack import default_pack
from dluhy.relief.defect_parts import outwards, part_of, parts, size_of, together, told_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dluhy.law.models import Citation, Evidence, Rule, Step, Term, Verify
    from dluhy.law.pack import Pack

TOPIC: Final = "relief"
WORTH: Final = "claim_defects"
WORTH_FACTS: Final = ("above_principal", "futile_if_advanced_on")
"""Computed facts that only the worth of rules reads, so that judging leaves them out."""
UNSETTLED: Final = frozenset({"M", "?"})
HOLDS, UNKNOWN = "holds", "unknown"
_DAYS: Final = ("ends", "otherwise")
_SCHEMA: Final = {
    "row": pl.UInt32(), "rule": pl.String(), "role": pl.String(), "status": pl.String(), "verdict": pl.String(),
    "evidence": pl.String(), "least": pl.Int64(), "most": pl.Int64(), "ends_from": pl.Date(), "ends_to": pl.Date(),
    "otherwise_from": pl.Date(), "otherwise_to": pl.Date(), "missing": pl.List(pl.String()),
}  # fmt: skip
_SIZES: Final = "sizes"


@frozen(kw_only=True)
class Remedy:
    """One step against a debt, and the last day for it; None where the day cannot be told or there is no limit."""

    step: Step = field(eq=False)
    until: date | None = None


@frozen(kw_only=True)
class Defect:
    """One thing that can be said against one debt.

    `status` is holds, or unknown where the `missing` facts would decide it. `least` and `most` are haléře of the
    balance that would drop out if it were raised with success; `most` is None where the size of the part that it takes
    is not known, and then nothing of it is counted. `takes` are
    the part of the debt that it takes and those that hold it, codes of `claim_parts` from within, each with its size in
    haléře (None unknown); empty where it takes nothing. `ends` is the day to which the rule leads, within limits,
    `otherwise` the same day if the creditor pays an advance. `presumed` names presumptions that the facts were
    completed with, `verify` what a reader must check first.
    """

    rule: Rule = field(eq=False)
    status: Literal["holds", "unknown"]
    verdict: str
    least: int
    most: int | None
    takes: tuple[tuple[str, int | None], ...] = ()
    ends: Span | None = None
    otherwise: Span | None = None
    missing: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    why: Trace = field(eq=False)
    verify: tuple[Verify, ...] = field(default=(), eq=False)
    remedies: tuple[Remedy, ...] = field(default=(), eq=False)

    @property
    def evidence(self) -> Evidence:
        """How the law of the rule is known."""
        return self.rule.evidence

    @property
    def to_verify(self) -> bool:
        """Whether the law itself is not settled enough to be shown as such."""
        return self.rule.evidence in UNSETTLED

    @property
    def citations(self) -> list[Citation]:
        """The provisions."""
        return self.rule.citations


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
    judged = _judged(claims, law, as_of)
    engine = _engine(law)
    made = [
        _found(engine, judged, rule, place, unknown=unknown) for place, rule in enumerate(engine.pack.rules.values())
    ]
    sizes = pl.Struct({part.code: pl.Int64() for part in parts(law)})
    empty = pl.DataFrame(schema=_SCHEMA | {_SIZES: sizes, "place": pl.Int32()})
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
    rows = _with_worth(_judged(claims, law, as_of), law).iter_rows(named=True)
    return tuple(tuple(_defects_of_row(law, row)) for row in rows)


def drops(found: Iterable[Defect], balance: int | None, pack: Pack | None = None) -> tuple[int | None, int | None]:
    """Return how much of a claim would drop out at the least and at the most, as `dropping` counts it; haléře.

    Only what holds counts, and of that no part whose size is not known; both None where the balance is not known.
    """
    if balance is None:
        return None, None
    held = [each for each in found if each.status == HOLDS]
    least = max((each.least for each in held if not each.to_verify), default=0)
    taken: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for each in held:
        for part, size in each.takes:
            sizes[part] = balance if size is None else size
        for part, _ in each.takes[:1]:
            taken[part] = max(taken.get(part, 0), each.most or 0)
    most = together(taken, sizes | {"balance": balance}, pack or default_pack(), INTEGERS)
    return min(least, balance), most


def dropping(
    claims: pl.DataFrame, pack: Pack | None = None, *, as_of: date, found: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return how much of each claim would drop out if everything that holds against it were raised with success.

    Columns: `row`, `balance`, `least`, `most`, `kept_least`, `kept_most`; haléře, null where the balance is not known.
    `least` is the largest sum that one settled rule alone takes away, so that nothing is counted twice; `most` all of
    them together, each part of the claim once (`claim_parts`), at most the balance; a part whose size is not known
    counts for nothing. `found` is what `defects` says of the same claims, where that is known already.
    """
    law = pack or default_pack()
    numbered = _numbered(claims)
    found = defects(numbered, law, as_of=as_of) if found is None else found
    held, whole = found.filter(pl.col("status") == HOLDS), pl.col("balance")
    settled = pl.col("least").filter(~pl.col("evidence").is_in(list(UNSETTLED))).max()
    taken = [
        pl.col("most").filter(pl.col("rule").is_in(rules)).max().alias(f"taken {part}")
        for part, rules in _rules_of_parts(law).items()
    ]
    sums = held.group_by("row").agg(settled, pl.col(_SIZES).first(), *taken)
    most = together(
        {part: pl.col(f"taken {part}").fill_null(0) for part in _rules_of_parts(law)},
        {part.code: pl.col(_SIZES).struct.field(part.code).fill_null(0) for part in parts(law)} | {"balance": whole},
        law,
        EXPRESSIONS,
    )
    return (
        _of_balance(numbered)
        .join(sums, on="row", how="left", maintain_order="left")
        .with_columns(least=pl.min_horizontal(pl.col("least").fill_null(0), "balance"), most=most)
        .with_columns(pl.when(whole.is_not_null()).then(pl.col(name)).alias(name) for name in ("least", "most"))
        .select("row", "balance", "least", "most", kept_least=whole - pl.col("most"), kept_most=whole - pl.col("least"))
    )


def holding(claims: pl.DataFrame, pack: Pack | None = None, *, as_of: date) -> pl.DataFrame:
    """Return only which rules hold against each claim, and how much would drop out at the most; for many what-ifs.

    Columns: `rules` (list, in the order of the pack), `most` as `dropping` counts it. Raises HorizonError as `defects`.
    """
    law = pack or default_pack()
    judged = _judged(claims, law, as_of, whole=False)
    names = [pl.when(pl.col(rule)).then(pl.lit(rule)) for rule in _engine(law).pack.rules]
    taken = {
        part: pl.when(pl.any_horizontal(pl.col(rules).fill_null(value=False))).then(_told(part, law)).otherwise(0)
        for part, rules in _rules_of_parts(law).items()
    }
    most = together(taken, {part.code: _size(part.code, law) for part in parts(law)}, law, EXPRESSIONS)
    return judged.select(
        pl.concat_list(names).list.drop_nulls().alias("rules"),
        pl.when(pl.col("balance").is_not_null()).then(most).alias("most"),
    )


@cache
def _engine(law: Pack) -> Engine:
    return Engine(law, functions(), "claims")


@cache
def _terms(law: Pack) -> dict[str, Term]:
    return {term.more["rule"]: term for term in law.vocabularies[WORTH].values()}


@cache
def _rules_of_parts(law: Pack) -> dict[str, list[str]]:
    """Return by part of a claim the rules that take it."""
    found: dict[str, list[str]] = {}
    for rule, term in _terms(law).items():
        if "most" in term.more:
            found.setdefault(part_of(term.more["most"], law).code, []).append(rule)
    return found


@cache
def _size(code: str, law: Pack) -> pl.Expr:
    return size_of(next(part for part in parts(law) if part.code == code), law)


@cache
def _told(code: str, law: Pack) -> pl.Expr:
    """Return how much of a claim a part is, nothing where its size is not known."""
    return told_size(next(part for part in parts(law) if part.code == code)).fill_null(0)


def _judged(claims: pl.DataFrame, law: Pack, as_of: date, *, whole: bool = True) -> pl.DataFrame:
    """Judge the claims, and compute what no rule reads but a rule is worth; not whole: without what is missing."""
    law.require_known(TOPIC, as_of)
    judged = _engine(law).evaluate(_numbered(claims), as_of, masks=whole, steps=whole)
    for name, made in _unread(law).items():
        columns = law.facts[name].columns
        judged = judged.with_columns(pl.coalesce(c, one).alias(c) for c, one in zip(columns, made, strict=True))
    return judged


@cache
def _unread(law: Pack) -> dict[str, tuple[pl.Expr, ...]]:
    part = law.of("claims")
    found = {name: functions()[name](part) for name in WORTH_FACTS}
    return {name: made if isinstance(made, tuple) else (made,) for name, made in found.items()}


def _numbered(claims: pl.DataFrame) -> pl.DataFrame:
    return claims if "row" in claims.columns else claims.with_row_index("row")


def _of_balance(claims: pl.DataFrame) -> pl.DataFrame:
    balance = pl.col("balance") if "balance" in claims.columns else pl.lit(None, dtype=pl.Int64)
    return claims.select(pl.col("row").cast(pl.UInt32), balance.cast(pl.Int64).alias("balance"))


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
    term, status = _terms(engine.pack)[rule.id], pl.col(rule.id)
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
        pl.struct(_size(part.code, engine.pack).alias(part.code) for part in parts(engine.pack)).alias(_SIZES),
        pl.lit(place, dtype=pl.Int32).alias("place"),
    )


def _with_worth(judged: pl.DataFrame, law: Pack) -> pl.DataFrame:
    """Add what each rule is worth, the days it leads to and the limits of the steps, under names of their own."""
    return judged.with_columns(_worth(law))


@cache
def _worth(law: Pack) -> tuple[pl.Expr, ...]:
    part = law.of("claims")
    made: dict[str, pl.Expr] = {}
    for rule, term in _terms(law).items():
        worth = {"least": _least(term), "most": _most(term, part)} | _days(part, term)
        made |= {f"{rule} {name}": value for name, value in worth.items()}
    made |= {f"size {each.code}": _size(each.code, law) for each in parts(law)}
    made |= {f"until {step.id}": limit_of(step.limit, part) for _, step in part.steps.values()}
    return tuple(value.alias(name) for name, value in made.items())


def _defects_of_row(law: Pack, row: Mapping[str, Any]) -> Iterable[Defect]:
    open_ = [rule for rule in law.of("claims").rules.values() if row[rule.id] is not False]
    return (_defect(law, row, rule) for rule in sorted(open_, key=lambda r: row[r.id] is None))


def _defect(law: Pack, row: Mapping[str, Any], rule: Rule) -> Defect:
    why = traced(_engine(law), row, rule)
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
    taken = _terms(law)[rule.id].more.get("most")
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
