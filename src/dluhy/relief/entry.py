"""May a debtor enter debt relief: every condition with its status, and what follows from all of them together.

The rules stand in `rules/relief/`, their order and what follows when one fails in the vocabulary `entry_conditions`.
Nothing here says that a court will decide so; whether an intent is honest is never decided, only what to weigh is
named.
"""

from __future__ import annotations

from functools import cache, reduce
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import field, frozen

from dluhy.dates import Span
from dluhy.engine.evaluate import Engine, mask_column
from dluhy.engine.findings import Trace, traced
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.law.conditions import rules_of
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.relief.regimes import Regime, regime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dluhy.law.models import Citation, Evidence, Rule, Term
    from dluhy.law.pack import Pack

TOPIC: Final = "relief"
CONDITIONS: Final = "entry_conditions"
INADMISSIBLE, BLOCKED, LAWYER, CANNOT_SAY, HELP, LIKELY = (
    "inadmissible_now", "blocked_until", "needs_lawyer", "cannot_say", "admissible_with_help", "likely_admissible",
)  # fmt: skip
MET, UNKNOWN = "met", "unknown"
WEIGHED: Final = "needs_judgement"
_CAPABLE: Final = "DR-09"
_EXCEPTION: Final = "DR-15"
_INTENT: Final = "DR-10"
_OLD: Final = "DR-OLD"
_WEIGHT: Final = 100  # of a condition without which nothing can be said, against one that can be put right


@frozen(kw_only=True)
class Condition:
    """One condition of entry on one petition.

    `verdict` is met, not_met, needs_judgement or unknown; `why` how each part came out, `missing` the facts that would
    decide it. `opens` is the first day on which a bar of time no longer holds, within limits; None for other conditions
    and where the bar does not hold.
    """

    rule: Rule = field(eq=False)
    term: Term = field(eq=False)
    verdict: str
    why: Trace = field(eq=False)
    missing: tuple[str, ...] = ()
    opens: Span | None = None

    @property
    def citations(self) -> list[Citation]:
        """The provisions."""
        return self.rule.citations

    @property
    def evidence(self) -> Evidence:
        """How the law of the condition is known."""
        return self.rule.evidence


@frozen(kw_only=True)
class Entry:
    """What can be said of a petition as a whole.

    `kind` is a code of `entry_classes`. `because` names the conditions, indications and flags that it rests on.
    `indications` are circumstances for a person to weigh, `flags` other things to know, `tracks` shorter or longer ways
    that apply. `barred_until` is the first day on which no bar of time holds any more, None where none holds now or the
    day cannot be told; `barred_past_known` says that the law of that day is not known. `missing` are facts to find out,
    those first that decide most conditions. `evidence` is the weakest of what the answer rests on.
    """

    kind: str
    because: tuple[str, ...]
    conditions: tuple[Condition, ...]
    indications: tuple[Rule, ...] = field(default=(), eq=False)
    flags: tuple[Rule, ...] = field(default=(), eq=False)
    tracks: tuple[Rule, ...] = field(default=(), eq=False)
    barred_until: date | None = None
    barred_past_known: bool = False
    missing: tuple[str, ...] = ()
    regime: Regime = field(eq=False)
    evidence: Evidence = "S2"


def entry(facts: pl.DataFrame, pack: Pack | None = None, *, as_of: date) -> pl.DataFrame:
    """Return what can be said of each petition of a frame, in its order.

    `facts` holds columns of `PETITION_FACTS`, absent ones are unknown. Columns of the result: `class` (a code of
    `entry_classes`), `barred_until` (Date), `barred_past_known` (Boolean), `indications` and `flags` (lists of rules
    that hold), `missing` (list of facts), and for each condition its verdict under the rule's name. Raises HorizonError
    for a day or a petition past what the pack knows.
    """
    law = pack or default_pack()
    _require(facts, law, as_of)
    judged = _engine(law).evaluate(facts, as_of, steps=False)
    conditions = _conditions(law)
    verdicts = [_verdict(law.rules[term.more["rule"]], term).alias(term.more["rule"]) for term in conditions]
    engine = _engine(law)
    needed = [_OLD, *(term.more["rule"] for term in conditions if term.more["needed"])]
    missing = judged.select(_union(pl.col(mask_column(name)) for name in needed))
    names = {mask: engine.missing_names(mask) for mask in missing.to_series().unique().to_list()}
    return judged.select(
        _class(law).alias("class"),
        _barred_until(law).alias("barred_until"),
        (_barred_until(law) > law.info.horizon[TOPIC].to).fill_null(value=False).alias("barred_past_known"),
        _holding(rule for rule in _petition_rules(law) if rule.id in _of_intent(law)).alias("indications"),
        _holding(_other_flags(law)).alias("flags"),
        pl.Series("missing", [names[mask] for mask in missing.to_series()], dtype=pl.List(pl.String)),
        *verdicts,
    )


def classes(facts: pl.DataFrame, pack: Pack | None = None, *, as_of: date) -> pl.DataFrame:
    """Return only the `class` of each petition and the verdict of each condition, as `entry`, in half the time."""
    law = pack or default_pack()
    _require(facts, law, as_of)
    judged = _engine(law).evaluate(facts, as_of, masks=False, steps=False)
    verdicts = [_verdict(law.rules[t.more["rule"]], t).alias(t.more["rule"]) for t in _conditions(law)]
    return judged.select(_class(law).alias("class"), *verdicts)


def verdicts(facts: pl.DataFrame, pack: Pack | None = None, *, as_of: date) -> list[tuple[str, ...]]:
    """Return of each petition only how every condition comes out, in their order; errors as `entry`."""
    law = pack or default_pack()
    _require(facts, law, as_of)
    judged = _engine(law).evaluate(facts, as_of, masks=False, steps=False)
    terms = _conditions(law)
    told = [{True: law.rules[t.more["rule"]].verdict, False: t.more["fails"], None: UNKNOWN} for t in terms]
    rows = judged.select(term.more["rule"] for term in terms).rows()
    return [tuple(words[status] for words, status in zip(told, row, strict=True)) for row in rows]


def entry_of(facts: Mapping[str, Any], pack: Pack | None = None, *, as_of: date) -> Entry:
    """Return everything that can be said of one petition.

    `facts` are facts of `PETITION_FACTS` as people write them (dates in part, sums as decimal texts). Raises InputError
    for facts that do not fit, HorizonError as `entry`.
    """
    law = pack or default_pack()
    part = law.of("petitions")
    frame = frame_from_facts([facts], part.members, part.facts).with_columns(row=pl.lit(0, dtype=pl.UInt32))
    _require(frame, law, as_of)
    engine = _engine(law)
    judged = engine.evaluate(frame, as_of, steps=False)
    found = judged.with_columns(_class(law).alias("class"), _barred_until(law).alias("barred_until"))
    row = found.row(0, named=True)
    conditions = tuple(_condition(engine, row, term) for term in _conditions(law))
    holding = [rule for rule in _petition_rules(law) if row[rule.id]]
    because = _because(row["class"], conditions, holding)
    return Entry(
        kind=row["class"],
        because=because,
        conditions=conditions,
        indications=tuple(rule for rule in holding if rule.id in _of_intent(law)),
        flags=tuple(rule for rule in _other_flags(law) if row[rule.id]),
        tracks=tuple(rule for rule in holding if rule.role == "prospect"),
        barred_until=row["barred_until"],
        barred_past_known=bool(row["barred_until"] and row["barred_until"] > law.info.horizon[TOPIC].to),
        missing=_ranked(
            [*((c.missing, c.term.more["needed"]) for c in conditions), (_of_old(engine, row), True)], part
        ),
        regime=_regime(row, law),
        evidence=weakest([law.rules[name].evidence for name in because] or ["S2"]),
    )


@cache
def _engine(law: Pack) -> Engine:
    return Engine(law, functions(), "petitions")


def _conditions(law: Pack) -> list[Term]:
    return list(law.vocabularies[CONDITIONS].values())


def _petition_rules(law: Pack) -> list[Rule]:
    return list(law.of("petitions").rules.values())


def _is_weighed(rule: Rule) -> bool:
    return rule.role == "flag" and rule.verdict == WEIGHED


@cache
def _of_intent(law: Pack) -> tuple[str, ...]:
    """Return the rules that the condition of honest intent reads."""
    return tuple(name for c in law.rules[_INTENT].all for name in rules_of(law.of("petitions").conditions[c.if_]))


def _other_flags(law: Pack) -> list[Rule]:
    return [rule for rule in _petition_rules(law) if rule.role == "flag" and rule.id not in _of_intent(law)]


def _require(facts: pl.DataFrame, law: Pack, as_of: date) -> None:
    law.require_known(TOPIC, as_of)
    if "petition_on_from" in facts.columns:
        latest: Any = facts["petition_on_from"].max()
        if latest is not None:
            law.require_known(TOPIC, max(latest, as_of))


def _verdict(rule: Rule, term: Term) -> pl.Expr:
    holds = pl.col(rule.id)
    fails = pl.lit(term.more["fails"])
    return pl.when(holds.is_null()).then(pl.lit(UNKNOWN)).when(holds).then(pl.lit(rule.verdict)).otherwise(fails)


def _fails(term: Term) -> pl.Expr:
    """Return whether a condition fails; null where it is unknown."""
    return pl.col(term.more["rule"]).not_()


def _any(found: Iterable[pl.Expr]) -> pl.Expr:
    """Return whether one of some things surely holds."""
    return pl.any_horizontal(pl.lit(value=False), *found).fill_null(value=False)


@cache
def _class(law: Pack) -> pl.Expr:
    """Return the class of each petition, from the worst: see the vocabulary `entry_classes`."""
    making = {
        made: [t for t in _conditions(law) if t.more["makes"] == made] for made in (INADMISSIBLE, BLOCKED, LAWYER)
    }
    exception = pl.col(_EXCEPTION).fill_null(value=False)
    weighed = _any(pl.col(rule.id) for rule in _petition_rules(law) if _is_weighed(rule))
    helped = _helped()
    needed = [term.more["rule"] for term in _conditions(law) if term.more["needed"]]
    undecided = _any(
        pl.col(rule).is_null() & ~helped if rule == _CAPABLE else pl.col(rule).is_null() for rule in needed
    )
    return (
        pl.when(_any(_fails(term) for term in making[INADMISSIBLE]))
        .then(pl.lit(INADMISSIBLE))
        .when(_any(_fails(term) for term in making[BLOCKED]) & ~exception)
        .then(pl.lit(BLOCKED))
        .when(_any(_fails(term) for term in making[LAWYER]) | weighed)
        .then(pl.lit(LAWYER))
        .when(undecided | pl.col(_OLD).fill_null(value=True))
        .then(pl.lit(CANNOT_SAY))
        .when(helped)
        .then(pl.lit(HELP))
        .otherwise(pl.lit(LIKELY))
    )


def _helped() -> pl.Expr:
    """Return whether the least payment is reached with help only: that with a trustee who charges tax, if unknown.

    Where it is not known whether spouses file together the least of both counts.
    """
    own = pl.col("own_monthly")
    least, most = (own < pl.col(f"needed_monthly_{end}") for end in ("from", "to"))
    told = pl.col("spouses_together").is_not_null()
    return least.fill_null(value=False) | (told & most).fill_null(value=False)


@cache
def _barred_until(law: Pack) -> pl.Expr:
    days = [
        pl.when(_fails(term)).then(pl.col(f"{term.more['opens']}_to"))
        for term in _conditions(law)
        if "opens" in term.more
    ]
    return pl.max_horizontal(days)


def _holding(rules: Iterable[Rule]) -> pl.Expr:
    names = [pl.when(pl.col(rule.id)).then(pl.lit(rule.id)) for rule in rules]
    return pl.concat_list(names).list.drop_nulls()


def _union(masks: Iterable[pl.Expr]) -> pl.Expr:
    return reduce(lambda a, b: a | b, masks)


def _condition(engine: Engine, row: Mapping[str, Any], term: Term) -> Condition:
    rule = engine.pack.rules[term.more["rule"]]
    why = traced(engine, row, rule)
    verdict = {"holds": rule.verdict, "fails": term.more["fails"], "unknown": UNKNOWN}[why.status]
    opens = term.more.get("opens")
    span = Span(row[f"{opens}_from"], row[f"{opens}_to"]) if opens and why.status == "fails" else None
    return Condition(rule=rule, term=term, verdict=verdict, why=why, missing=why.missing, opens=span)


def _because(kind: str, conditions: Sequence[Condition], holding: Sequence[Rule]) -> tuple[str, ...]:
    """Return the rules that a class rests on: those that made it, or every condition where none stands in the way."""
    if kind == CANNOT_SAY:
        unknown = [c.rule.id for c in conditions if c.verdict == UNKNOWN and c.term.more["needed"]]
        return tuple(unknown or [_OLD])
    if kind in {HELP, LIKELY}:
        return tuple(c.rule.id for c in conditions if c.term.more["needed"])
    weighed = [rule.id for rule in holding if _is_weighed(rule)] if kind == LAWYER else []
    kinds = {kind, BLOCKED} if _EXCEPTION in weighed else {kind}
    made = [c.rule.id for c in conditions if c.verdict not in {MET, UNKNOWN} and c.term.more["makes"] in kinds]
    return tuple(dict.fromkeys([*made, *weighed]))


def _of_old(engine: Engine, row: Mapping[str, Any]) -> list[str]:
    return engine.missing_names(row[mask_column(_OLD)])


def _ranked(missing: Iterable[tuple[Sequence[str], bool]], part: Pack) -> tuple[str, ...]:
    """Return the missing facts: those first that decide most conditions of the class, then as in the schema."""
    counted: dict[str, int] = {}
    for names, needed in missing:
        for name in names:
            counted[name] = counted.get(name, 0) + (_WEIGHT if needed else 1)
    order = list(part.facts)
    return tuple(sorted(counted, key=lambda name: (-counted[name], order.index(name))))


def _regime(row: Mapping[str, Any], law: Pack) -> Regime:
    filed = Span(row["filing_on_from"], row["filing_on_to"])
    found = Span(row["insolvency_finding_on_from"], row["insolvency_finding_on_to"])
    return regime(filed, found, pack=law)
