"""Entry judged on what a case says: facts within limits count where both ends come out the same, else as unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dluhy.case.unknowns import total_of
from dluhy.facts.frame import frame_from_facts
from dluhy.law.amounts import constant
from dluhy.relief.entry import entry_of, verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from dluhy.case.model import Case
    from dluhy.case.relief_claims import CaseClaims
    from dluhy.case.relief_facts import Told, Who
    from dluhy.law.pack import Pack
    from dluhy.relief.entry import Entry


def judged_entry(told: Told, as_of: date, pack: Pack) -> tuple[dict[str, Any], Entry]:
    """Return the facts that were judged and what can be said of the petition.

    A group of facts known within limits counts with the end that speaks against the debtor, where no condition comes
    out otherwise at the other end; otherwise all of it is unknown. Raises as `dluhy.relief.entry.entry_of`.
    """
    facts = dict(told.sure)
    groups = [{name: ends for name, ends in group.items() if name not in facts} for group in told.ranges]
    groups = [group for group in groups if group]
    verdicts = _verdicts(told.sure, groups, as_of, pack)
    for group, (worst, best) in zip(groups, verdicts, strict=True):
        if worst == best:
            facts |= {name: ends[0] for name, ends in group.items()}
        else:
            facts |= {name: ends[0] for name, ends in group.items() if ends[0] == ends[1]}
    return facts, entry_of(facts, pack, as_of=as_of)


def _verdicts(
    sure: Mapping[str, Any], groups: list[dict[str, tuple[Any, Any]]], as_of: date, pack: Pack
) -> list[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Return how every condition comes out at the two ends of each group, the other groups left unknown."""
    if not groups:
        return []
    part = pack.of("petitions")
    rows = [{**sure, **{name: ends[end] for name, ends in group.items()}} for group in groups for end in (0, 1)]
    found = verdicts(frame_from_facts(rows, part.members, part.facts), pack, as_of=as_of)
    return list(zip(found[::2], found[1::2], strict=True))


def childhood_facts(
    case: Case, judged: pl.DataFrame | None, who: Who, claims: CaseClaims, pack: Pack
) -> dict[str, int | None]:
    """Return the unsecured claims and those of them from childhood, with and without what the child does not owe.

    Haléře; None where it cannot be told of some debt.
    """
    if judged is None or case.debts is None:
        return {}
    rows = [row for row in judged.iter_rows(named=True) if row["person_id"] in who and row["secured"] is not True]
    kept = [row for row in rows if row["debt_id"] not in claims.left_out]
    of_age = constant(pack.series["age_of_majority"])
    found: dict[str, int | None] = {}
    for suffix, some in (("", rows), ("_kept", kept)):
        young = [_young(row, of_age) for row in some]
        of_childhood = [row["balance"] for row, is_young in zip(some, young, strict=True) if is_young]
        found[f"unsecured_claims{suffix}"] = total_of([row["balance"] for row in some])
        found[f"childhood_claims{suffix}"] = None if None in young else total_of(of_childhood)
    return found


def _young(row: Mapping[str, Any], of_age: int) -> bool | None:
    """Return whether a debt is from childhood, as the screening of childhood debts tells it; None if unknown."""
    if row["refinances_childhood"]:
        return True
    youngest, oldest = row["age_on_minority_day_from"], row["age_on_minority_day_to"]
    if oldest is not None and oldest < of_age:
        return True
    return False if youngest is not None and youngest >= of_age else None
