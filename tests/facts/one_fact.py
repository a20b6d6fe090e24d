"""One derived fact at a time: its own function over rows that give what it is computed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from tests.strategies import AS_OF, Facts

from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FACTS, dtype_of
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

PACK = default_pack()


def computed(name: str, rows: Sequence[Facts], as_of: date = AS_OF) -> list[object]:
    """Return a derived fact of each row; of a ranged one both bounds."""
    frame = frame_from_facts(rows, PACK.members).with_columns(as_of=pl.lit(as_of))
    unknown = [
        pl.Series(column, [None] * frame.height, dtype=dtype_of(spec, PACK.members))
        for spec in FACTS.values()
        for column in spec.columns
        if column not in frame.columns
    ]
    births = zip(FACTS["birth_number_of_day"].columns, _expressions("birth_number_of_day"), strict=True)
    known = frame.with_columns(unknown).with_columns(expression.alias(column) for column, expression in births)
    came = known.select(expression.alias(str(at)) for at, expression in enumerate(_expressions(name)))
    return [row if FACTS[name].ranged else row[0] for row in came.rows()]


def _expressions(name: str) -> tuple[pl.Expr, ...]:
    made = functions()[name](PACK)
    return made if isinstance(made, tuple) else (made,)
