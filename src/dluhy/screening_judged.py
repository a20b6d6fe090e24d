"""The debts of cases judged: one case by itself, or many in one frame and cut apart again; the results are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy.plan import plans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.case import CaseRows
    from dluhy.children.check import Checker

_MARK: Final = "\x1f"
_DIGITS: Final = 8
_LAST: Final = "\U0010ffff"  # a creditor that is not known stands behind all others
_CASE: Final = " case"
_START: Final = " start"


@frozen
class Judged:
    """The debts of one case as `judge` judged them, and what follows: people and the steps of both sides."""

    rows: CaseRows
    frame: pl.DataFrame
    people: pl.DataFrame
    plan: pl.DataFrame
    creditor_plan: pl.DataFrame


def judged_of(rows: CaseRows, judge: Checker, as_of: date) -> Judged:
    """Judge the debts of one case; raises HorizonError for a day the pack does not know."""
    frame = judge.judge(rows.frame, as_of)
    plan, creditor_plan = plans(frame, judge.pack, ["person", "creditor"])
    return Judged(rows, frame, judge.people(frame), plan, creditor_plan)


def judged_together(cases: Sequence[CaseRows], judge: Checker, as_of: date) -> list[Judged]:
    """Judge the debts of several cases of one day in one frame; each comes out as `judged_of` gives it."""
    filled = [rows for rows in cases if rows.frame.height]
    if not filled:
        return [judged_of(rows, judge, as_of) for rows in cases]
    whole = judge.judge(pl.concat([_marked(rows.frame, at) for at, rows in enumerate(cases) if rows.frame.height]).
                        with_columns(pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).alias("row")), as_of)  # fmt: skip
    starts = _starts(cases)
    plan = plans(whole, judge.pack, ["person"])[0]
    creditor_plan = plans(_by_case(whole), judge.pack, ["creditor"])[0]
    parts = {
        "people": _cut(judge.people(whole), "person_id", starts),
        "plan": _cut(plan, "person_id", starts),
        "creditor_plan": _cut(creditor_plan, "creditor", starts),
    }
    numbers = [number for rows in cases for number in range(1, rows.frame.height + 1)]
    own = _unmarked(whole, "person_id").with_columns(pl.Series("row", numbers, dtype=pl.UInt32))
    return [
        Judged(rows=rows, frame=own.slice(start, rows.frame.height), **{name: of[at] for name, of in parts.items()})
        for at, (rows, start) in enumerate(zip(cases, starts, strict=True))
    ]


def _starts(cases: Sequence[CaseRows]) -> list[int]:
    """Return before how many rows of all cases the rows of each begin."""
    starts = [0]
    for rows in cases:
        starts.append(starts[-1] + rows.frame.height)
    return starts[:-1]


def _marked(frame: pl.DataFrame, at: int) -> pl.DataFrame:
    """Mark people as those of one case: an id may stand in several; a person not known stands alone."""
    person = pl.coalesce("person_id", pl.format("?{}", pl.int_range(pl.len())))
    return frame.with_columns((_prefix(at) + person).alias("person_id"))


def _prefix(at: int) -> pl.Expr:
    return pl.lit(f"{at:0{_DIGITS}}{_MARK}")


def _by_case(whole: pl.DataFrame) -> pl.DataFrame:
    """Mark creditors by the case of the person, so that no letter joins two cases."""
    mark = pl.col("person_id").str.head(_DIGITS + 1)
    creditor = pl.coalesce("creditor_ico", "creditor_name", pl.lit(_LAST))
    return whole.with_columns((mark + creditor).alias("creditor_ico"))


def _cut(frame: pl.DataFrame, marked: str, starts: Sequence[int]) -> list[pl.DataFrame]:
    """Return what of a frame is of each case, its marks and the numbers of its rows as in the case alone."""
    first = pl.DataFrame({_CASE: range(len(starts)), _START: starts},
                         schema={_CASE: pl.UInt32, _START: pl.UInt32})  # fmt: skip
    of_case = pl.col(marked).str.head(_DIGITS).cast(pl.UInt32).alias(_CASE)
    own = frame.with_columns(of_case).join(first, on=_CASE, how="left", maintain_order="left")
    own = _unmarked(own.with_columns(pl.col("rows") - pl.col(_START)), marked).select(*frame.columns, _CASE)
    found = own.partition_by(_CASE, as_dict=True, include_key=False)
    empty = own.drop(_CASE).clear()
    return [found.get((at,), empty) for at in range(len(starts))]


def _unmarked(frame: pl.DataFrame, marked: str) -> pl.DataFrame:
    name = pl.col(marked).str.slice(_DIGITS + 1)
    return frame.with_columns(pl.when(name != _LAST).then(name).alias(marked))
