"""What debt relief of a case would be without what may drop out of its debts: at the least, and at the most.

A debt that drops out may also take the way into debt relief away: fewer creditors, an inability to pay that is no
longer shown, another share of claims from childhood. Money in haléře.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import polars as pl
from attrs import frozen

from dluhy.case.relief import relief_of_case
from dluhy.law.conditions import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.case.defects import CaseDefects
    from dluhy.case.model import Case, Debt
    from dluhy.case.relief import CaseRelief
    from dluhy.household.model import Circle
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

CHANGES: Final = "relief_changes"
_DROPPED_FIRST: Final = ("increase", "interest", "penalty", "costs", "contractual_penalty")
End = Literal["least", "most"]


@frozen(kw_only=True)
class Outcome:
    """Debt relief of one debtor in short; None where it cannot be told, `problems` say why.

    `kind` is the class of entry (a code of `entry_classes`), `claims` and `owed` the number and sum of the claims,
    `minimum` the least monthly payment, `basis_points` the satisfaction of unsecured creditors (hundredths of a per
    cent, rounded down), `paid` what all claims get, `months` the number of instalments.
    """

    kind: str | None
    claims: int
    owed: int
    minimum: int | None
    basis_points: int | None
    paid: int | None
    months: int | None
    problems: tuple[Problem, ...] = ()


@frozen(kw_only=True)
class ReliefWithout:
    """Debt relief of one debtor as it stands, and without what may drop out of the debts.

    `dropped_least` and `dropped_most` are what drops out, `debts` the ids of the debts it drops out of. `least` and
    `most` are None where nothing drops out. `changes_least` and `changes_most` are codes of `relief_changes`: what
    entry would lose or win by it.
    """

    people: tuple[str | None, ...]
    now: Outcome
    debts: tuple[str, ...] = ()
    dropped_least: int = 0
    dropped_most: int = 0
    least: Outcome | None = None
    most: Outcome | None = None
    changes_least: tuple[str, ...] = ()
    changes_most: tuple[str, ...] = ()


def reliefs_without(  # noqa: PLR0913 - what a case is judged by
    case: Case,
    reliefs: Sequence[CaseRelief],
    defects: Sequence[CaseDefects],
    judged: pl.DataFrame,
    pack: Pack,
    *,
    circle: Circle | None,
    strict_law: bool = False,
) -> tuple[ReliefWithout, ...]:
    """Return for each debt relief of a case what it would be without what may drop out, in the order of `reliefs`.

    `defects` are those of `defects_of_case`; the other inputs are those the reliefs were made from.
    """
    return tuple(
        relief_without(case, each, defects, judged, pack, circle=circle, strict_law=strict_law) for each in reliefs
    )


def relief_without(  # noqa: PLR0913 - what a case is judged by
    case: Case,
    relief: CaseRelief,
    defects: Sequence[CaseDefects],
    judged: pl.DataFrame,
    pack: Pack,
    *,
    circle: Circle | None,
    strict_law: bool = False,
) -> ReliefWithout:
    """Return what debt relief of one debtor would be without what may drop out; as `reliefs_without`."""
    law = pack.whole or pack
    claimed = {claim.id: claim.amount for claim in relief.claims.claims}
    mine = [each for each in defects if each.debt in claimed and (each.least or each.most)]
    drops = {end: {each.debt: _drop(each, end) for each in mine} for end in ("least", "most")}
    found: dict[str, CaseRelief] = {}
    for end, dropped in drops.items():
        if dropped == drops["least"] and "least" in found:
            found[end] = found["least"]
        elif any(dropped.values()):
            smaller, rows = _case_without(case, judged, dropped)
            found[end] = relief_of_case(
                smaller, relief.people, circle, rows, law, strict_law=strict_law, variants=False
            )
    least, most = found.get("least"), found.get("most")
    return ReliefWithout(
        people=relief.people,
        now=_outcome(relief),
        debts=tuple(each.debt for each in mine),
        dropped_least=sum(drops["least"].values()),
        dropped_most=sum(drops["most"].values()),
        least=None if least is None else _outcome(least),
        most=None if most is None else _outcome(most),
        changes_least=() if least is None else tuple(_changes(relief, least, law)),
        changes_most=() if most is None else tuple(_changes(relief, most, law)),
    )


def _drop(each: CaseDefects, end: str) -> int:
    return (each.least if end == "least" else each.most) or 0


def _outcome(relief: CaseRelief) -> Outcome:
    projection = relief.projection
    return Outcome(
        kind=None if relief.entry is None else relief.entry.kind,
        claims=len(relief.claims.claims),
        owed=sum(claim.amount for claim in relief.claims.claims),
        minimum=None if relief.minimum is None else relief.minimum.monthly,
        basis_points=None if projection is None else projection.basis_points,
        paid=None if projection is None else sum(sum(month.payments) for month in projection.months),
        months=None if projection is None else projection.ended_after,
        problems=relief.problems,
    )


def _case_without(case: Case, judged: pl.DataFrame, dropped: Mapping[str, int]) -> tuple[Case, pl.DataFrame]:
    """Return the case and its judged debts with smaller balances."""
    names = judged["debt_id"].to_list()
    pairs = zip(case.debts or [], names, strict=True)
    debts = [_smaller(debt, dropped.get(name, 0)) for debt, name in pairs]
    balances = pl.Series("balance", [debt.balance for debt in debts], dtype=judged.schema["balance"])
    return case.model_copy(update={"debts": debts}), judged.with_columns(balances)


def _smaller(debt: Debt, amount: int) -> Debt:
    """Return a debt without a part of it: accessories and penalties first, the rest of what is owed after them."""
    if not amount or debt.balance is None:
        return debt
    parts, rest = {}, amount
    for name in _DROPPED_FIRST:
        told = getattr(debt, name)
        if told:
            parts[name] = told - min(rest, told)
            rest -= min(rest, told)
    return debt.model_copy(update={**parts, "balance": max(debt.balance - amount, 0)})


def _changes(before: CaseRelief, after: CaseRelief, pack: Pack) -> Iterator[str]:
    """Yield what entry would lose or win: conditions that held and hold no longer, tracks that begin or cease."""
    for term in pack.vocabularies[CHANGES].values():
        now, then = (_stands(relief, term, pack) for relief in (before, after))
        if now is not None and (now, then) == (term.more["from"], not term.more["from"]):
            yield term.code


def _stands(relief: CaseRelief, term: Term, pack: Pack) -> bool | None:
    """Return whether what a term is about surely holds; None where nothing was judged."""
    if relief.entry is None:
        return None
    rule = term.more["rule"]
    if "fact" not in term.more:
        return any(each.id == rule for each in relief.entry.tracks)
    part = pack.of("petitions")
    condition = next((each for each in relief.entry.conditions if each.rule.id == rule), None)
    if condition is None:
        return None
    told = [each for each in condition.why.conditions if term.more["fact"] in facts_of(part.conditions[each.text])]
    return all(each.status == "holds" for each in told)
