"""Possible answers to a question, and frames in which every one of them is tried out at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.agenda.values import Words
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.facts.schema import FactSpec
    from dluhy.law.pack import Pack

YES, NO = Bilingual(cs="ano", en="yes"), Bilingual(cs="ne", en="no")
_ROW: Final = " variant row"


@frozen(kw_only=True)
class Possible:
    """A possible answer: the value as a frame holds it, and how it is called."""

    value: Any
    label: Words


def possible_answers(spec: FactSpec, pack: Pack) -> tuple[Possible, ...]:
    """Return yes and no, or every member of a closed list; empty for sums, days, numbers and texts."""
    if spec.type == "bool":
        return Possible(value=True, label=Words(text=YES)), Possible(value=False, label=Words(text=NO))
    if spec.type == "enum":
        terms = (pack.whole or pack).vocabularies[spec.vocabulary or ""].values()
        return tuple(Possible(value=t.code, label=Words(text=Bilingual(cs=t.cs, en=t.en))) for t in terms)
    return ()


@frozen(kw_only=True)
class Trial:
    """One answer tried on some rows: which rows stand in the frame, which of them get the value."""

    spec: FactSpec
    value: Any
    rows: tuple[int, ...]
    changed: frozenset[int]


def tried(frame: pl.DataFrame, trials: Sequence[Trial]) -> tuple[pl.DataFrame, list[range]]:
    """Return the rows of all trials under one another with their values put in, and where each trial stands."""
    taken = [row for trial in trials for row in trial.rows]
    made = frame[taken]
    spans: list[range] = []
    puts: dict[str, tuple[list[int], list[Any]]] = {}
    start = 0
    for trial in trials:
        spans.append(range(start, start + len(trial.rows)))
        for place, row in enumerate(trial.rows, start):
            for column in trial.spec.columns if row in trial.changed else ():
                places, values = puts.setdefault(column, ([], []))
                places.append(place)
                values.append(trial.value)
        start += len(trial.rows)
    patched = [_put(made[column], places, values) for column, (places, values) in puts.items()]
    return made.with_columns(patched), spans


def _put(column: pl.Series, places: list[int], values: list[Any]) -> pl.Series:
    """Return a column with values at some places."""
    found = column.to_list()
    for place, value in zip(places, values, strict=True):
        found[place] = value
    return pl.Series(column.name, found, dtype=column.dtype)
