"""The facts that call for an intervention as they came out, how its conditions came out on one row, what to ask."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.engine.findings import traced
from dluhy.law.conditions import facts_of, rules_of
from dluhy.municipal.debts import MISSING
from dluhy.municipal.suggesting.parts import summed
from dluhy.municipal.suggesting.ranking import ranks_of
from dluhy.municipal.suggesting.values import Asked, HeldFact, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dluhy.engine.evaluate import Engine
    from dluhy.facts.schema import FactSpec, Subject
    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.conflicts import Stands
    from dluhy.municipal.suggesting.parts import Part
    from dluhy.municipal.suggesting.values import Counts, Origin

_ORIGINS: Final[Mapping[Subject, Origin]] = {
    "person": "person", "household": "household", "obligation": "household", "municipal_household": "household",
    "place": "place", "municipality": "place",
}  # fmt: skip
_SPREAD: Final = frozenset({"money", "date", "int", "year"})
_MOST_VALUES: Final = 6


def origin_of(spec: FactSpec) -> Origin:
    """Return what a fact is known of."""
    return _ORIGINS.get(spec.subject, "debt")


def facts_read(rule: Rule, pack: Pack) -> list[str]:
    """Return the facts that a rule compares, also through rules that it reads; the day is told by the result itself."""
    found: dict[str, None] = dict.fromkeys(rule.applies)
    for condition in rule.all:
        node = pack.conditions[condition.if_]
        found |= dict.fromkeys(facts_of(node))
        for other in rules_of(node):
            found |= dict.fromkeys(facts_read(pack.rules[other], pack))
    return [name for name in found if name != "as_of"]


def held_facts(part: Part, rule: Rule, held: pl.Series) -> tuple[HeldFact, ...]:
    """Return the facts of a rule as they came out over some rows, in the order in which the rule reads them."""
    columns = {column for name in facts_read(rule, part.pack) for column in part.pack.facts[name].columns}
    rows = part.frame.select(sorted(columns)).filter(held)
    return tuple(_spread(rows, part.pack.facts[name]) for name in facts_read(rule, part.pack))


def _spread(rows: pl.DataFrame, spec: FactSpec) -> HeldFact:
    first, last = rows[spec.columns[0]], rows[spec.columns[-1]]
    unknown = int((first.is_null() & last.is_null()).sum())
    if spec.type in _SPREAD:
        values = pl.concat([first.rename("v"), last.rename("v")])
        return HeldFact(fact=spec.name, origin=origin_of(spec), least=values.min(), most=values.max(), unknown=unknown)
    counted = first.cast(pl.String) if spec.type == "enum" else first
    found = counted.drop_nulls().rename("value").value_counts(sort=False)
    ordered = found.sort("count", "value", descending=[True, False]).head(_MOST_VALUES)
    return HeldFact(fact=spec.name, origin=origin_of(spec), values=tuple(ordered.iter_rows()), unknown=unknown)


def occurrences(part: Part, rule: Rule, held: pl.Series) -> Iterator[Occurrence]:
    """Yield each row for which an intervention is called, with its facts and its conditions as they came out."""
    rows = part.rows(rule.id, held)
    for about in rows.iter_rows(named=True):
        values = part.frame.row(about["at"], named=True)
        trace = traced(part.engine, values, rule)
        yield Occurrence(
            ref=about["ref"],
            row=about["row"],
            person=about["person_id"],
            child=about["child"],
            due_on=about["due_on"],
            balance=about["balance"],
            facts=tuple(_of_row(values, part.pack.facts[name]) for name in facts_read(rule, part.pack)),
            conditions=trace.conditions,
            missing=missing_of(part, rule, values),
        )


def _of_row(values: Mapping[str, Any], spec: FactSpec) -> HeldFact:
    first, last = values[spec.columns[0]], values[spec.columns[-1]]
    unknown = int(first is None and last is None)
    if spec.type in _SPREAD:
        return HeldFact(fact=spec.name, origin=origin_of(spec), least=first, most=last, unknown=unknown)
    told = () if first is None else ((first, 1),)
    return HeldFact(fact=spec.name, origin=origin_of(spec), values=told, unknown=unknown)


def missing_of(part: Part, rule: Rule, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the facts that would decide a rule on a row: what people are asked for, then what nothing here gives."""
    if values[rule.id] is not None:
        return ()
    asked = traced(part.engine, values, rule).missing
    ungiven = [name for name in _ungiven(rule, part.pack) if values[part.pack.facts[name].columns[0]] is None]
    screened = part.screened_names(values.get(MISSING) or 0) if ungiven else []
    return tuple(dict.fromkeys((*asked, *(screened or ungiven))))


def _ungiven(rule: Rule, pack: Pack) -> list[str]:
    """Return the facts of a rule that nobody is asked for and nothing here computes."""
    facts = (pack.facts[name] for name in facts_read(rule, pack))
    return [spec.name for spec in facts if not spec.asked and not spec.inputs]


def missing_over(part: Part, rule: str, rows: pl.Series) -> tuple[str, ...]:
    """Return the facts that are missing for a rule in any of some rows, in the order of the schema."""
    found = _waiting_of(part, rule, rows)
    return tuple(found)


def _waiting_of(part: Part, rule: str, open_: pl.Series) -> dict[str, pl.Series]:
    """Return for each fact that a rule lacks the rows in which it does.

    Where the rule waits for what the screening could not decide, it is what the screening lacks.
    """
    if not open_.any():
        return {}
    found = _of_masks(part.missing(rule), open_, part.engine)
    ungiven = [part.pack.facts[name].columns[0] for name in _ungiven(part.rules[rule], part.pack)]
    unknown = [part.frame[column].is_null() for column in ungiven]
    if not unknown:
        return found
    waits = open_ & reduce(or_, unknown)
    if part.screener is not None and MISSING in part.frame.columns:
        for fact, rows in _of_masks(part.frame[MISSING], waits, part.screener).items():
            found[fact] = found[fact] | rows if fact in found else rows
    elif waits.any():
        named = zip(_ungiven(part.rules[rule], part.pack), unknown, strict=True)
        found |= {name: open_ & missing for name, missing in named if (open_ & missing).any()}
    return found


def _of_masks(masks: pl.Series, rows: pl.Series, engine: Engine) -> dict[str, pl.Series]:
    some = masks.filter(rows)
    names = engine.missing_names(_either(some)) if some.len() else []
    return {name: rows & ((masks & engine.bit_of(name)) > 0) for name in names}


def _either(masks: pl.Series) -> int:
    found = masks.bitwise_or()
    return found if isinstance(found, int) else 0


def asked_of(found: Sequence[tuple[Part, Stands]], order: Sequence[str], pack: Pack) -> tuple[Asked, ...]:
    """Return what to find out: what decides the strongest first, then for most children, people, money.

    `order` are the interventions in the order of the list; a fact is asked once over all levels.
    """
    gathered: dict[str, list[tuple[tuple[str, ...], Counts, Origin]]] = {}
    for part, whole in found:
        for fact, (decides, rows) in _waiting(part, whole).items():
            told = (decides, part.counts(rows), origin_of(part.law.facts[fact]))
            gathered.setdefault(fact, []).append(told)
    place = {name: number for number, name in enumerate(order)}
    asked = [_asked(fact, told, place) for fact, told in gathered.items()]
    return tuple(sorted(asked, key=lambda each: _weight(each, pack)))


def _waiting(part: Part, whole: Stands) -> dict[str, tuple[tuple[str, ...], pl.Series]]:
    """Return for each fact the interventions that wait for it, and in which rows."""
    decides: dict[str, list[str]] = {}
    rows: dict[str, pl.Series] = {}
    for rule, open_ in whole.open.items():
        for fact, wait in _waiting_of(part, rule, open_).items():
            decides.setdefault(fact, []).append(rule)
            rows[fact] = rows[fact] | wait if fact in rows else wait
    return {fact: (tuple(decides[fact]), rows[fact]) for fact in decides}


def _asked(fact: str, told: Iterable[tuple[tuple[str, ...], Counts, Origin]], place: Mapping[str, int]) -> Asked:
    found = list(told)
    decides = dict.fromkeys(name for names, _, _ in found for name in names)
    return Asked(
        fact=fact,
        origin=found[0][2],
        decides=tuple(sorted(decides, key=lambda name: (place.get(name, len(place)), name))),
        counts=summed(counts for _, counts, _ in found),
    )


def _weight(each: Asked, pack: Pack) -> tuple[object, ...]:
    ranks, counts = ranks_of(pack), each.counts
    best = min(ranks.brings(name) for name in each.decides)
    return (
        best,
        -counts.children - counts.household_children,
        -counts.people - counts.households,
        -(counts.balance or 0),
        each.fact,
    )
