"""Suggestions of many municipalities together: each intervention with where, for how many and for how much; no persons.

What a municipality hands on is a frame of counts (`counted`), one row per intervention; frames of many municipalities
are put together (`region_suggestions`). A person in the lists of two municipalities counts in each.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

import polars as pl
from attrs import frozen

from dluhy.law.pack import default_pack
from dluhy.municipal.strategy import measures_of
from dluhy.municipal.suggesting.ranking import ranks_of
from dluhy.municipal.suggesting.values import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dluhy.law.interventions import Intervention
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.values import Suggestions

COUNTED: Final = {
    "municipality": pl.String(), "intervention": pl.String(), "status": pl.String(), "debts": pl.Int64(),
    "people": pl.Int64(), "children": pl.Int64(), "households": pl.Int64(), "places": pl.Int64(),
    "amounts_unknown": pl.Int64(), "balance": pl.Int64(), "child": pl.Boolean(), "due_on": pl.Date(),
    "birthday": pl.Date(),
}  # fmt: skip
"""What one municipality hands on of each of its suggestions: counts, the known sum in haléře, the nearest days."""
_CODED: Final = {"row": pl.UInt32(), "part": pl.UInt16(), "code": pl.String()}
_SUMMED: Final = ("debts", "people", "children", "households", "places", "amounts_unknown")


@frozen(kw_only=True)
class RegionSuggestion:
    """One intervention over many municipalities; `municipalities` are their codes, most children first.

    `counts` add up what the municipalities say, `due_on` and `birthday` are the nearest of them. `status` holds where
    it holds in some municipality, `measures` are ids of the strategy that it serves.
    """

    intervention: Intervention
    status: Literal["holds", "unknown"]
    municipalities: tuple[str, ...]
    undecided: tuple[str, ...]
    counts: Counts
    child: bool
    due_on: date | None
    birthday: date | None
    urgency: str
    effect: str
    cost_most: int | None = None
    measures: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the intervention."""
        return self.intervention.id


@frozen(kw_only=True)
class LeftOut:
    """Municipalities (codes) whose debts do not say which interventions they call for, and how many debts those are.

    Only debts that are or may be from childhood are counted.
    """

    municipalities: tuple[str, ...] = ()
    debts: int = 0


@frozen(kw_only=True)
class RegionSuggestions:
    """What the municipalities of a region should do, in order; `counted` are the frames put together.

    `left_out` tells whose debts are not in it.
    """

    as_of: date
    pack: Pack
    items: tuple[RegionSuggestion, ...]
    counted: pl.DataFrame
    left_out: LeftOut = LeftOut()

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """The codes of the municipalities that handed something on."""
        return tuple(self.counted["municipality"].unique().sort())


def counted(found: Suggestions, municipality: str) -> pl.DataFrame:
    """Return the suggestions of one municipality as counts (columns `COUNTED`), nobody in particular."""
    rows = [
        {
            "municipality": municipality,
            "intervention": item.id,
            "status": item.status,
            "debts": item.counts.debts,
            "people": item.counts.people,
            "children": item.counts.children,
            "households": item.counts.households,
            "places": item.counts.places,
            "amounts_unknown": item.counts.amounts_unknown,
            "balance": item.counts.balance,
            "child": item.child,
            "due_on": item.due_on,
            "birthday": item.birthday,
        }
        for item in found.items
    ]
    return pl.DataFrame(rows, schema=COUNTED)


def suggested_debts(found: Suggestions) -> pl.DataFrame:
    """Return a row for every debt of a list and every intervention that holds for it: `row`, `part`, `code`.

    So it goes into the exchange file of `dluhy.region`, counted by group and without persons.
    """
    frames = [
        part.screened.select("row", "part", pl.lit(name).alias("code")).filter(held)
        for part, whole in found.parts
        if part.screened is not None
        for name, held in whole.held.items()
    ]
    return pl.concat(frames) if frames else pl.DataFrame(schema=_CODED)


def region_suggestions(frames: Iterable[pl.DataFrame], as_of: date, pack: Pack | None = None) -> RegionSuggestions:
    """Return what the municipalities of a region should do by what each of them counted (`counted`).

    Nothing depends on the order of the frames; interventions that the pack does not know are left out.
    """
    law = default_pack() if pack is None else (pack.whole or pack)
    whole = pl.concat([pl.DataFrame(schema=COUNTED), *(frame.select(*COUNTED) for frame in frames)])
    known = whole.filter(pl.col("intervention").is_in(list(law.interventions)))
    ranks = ranks_of(law)
    items = sorted(_items(known, law), key=lambda item: ranks.key(item, as_of))
    return RegionSuggestions(as_of=as_of, pack=law, items=tuple(items), counted=known)


def _items(whole: pl.DataFrame, pack: Pack) -> Iterator[RegionSuggestion]:
    for (name,), rows in whole.group_by("intervention", maintain_order=True):
        yield _item(str(name), rows, pack)


def _item(name: str, rows: pl.DataFrame, pack: Pack) -> RegionSuggestion:
    holds, open_ = rows.filter(pl.col("status") == "holds"), rows.filter(pl.col("status") == "unknown")
    chosen, ranks = holds if holds.height else open_, ranks_of(pack)
    by_children = chosen.sort("children", "debts", "municipality", descending=[True, True, False])
    told = chosen.select(
        *(pl.col(column).sum() for column in _SUMMED),
        pl.when(pl.col("balance").count() > 0).then(pl.col("balance").sum()).alias("balance"),
        pl.col("child").any(),
        pl.col("due_on").min(),
        pl.col("birthday").min(),
    ).row(0, named=True)
    return RegionSuggestion(
        intervention=pack.interventions[name],
        status="holds" if holds.height else "unknown",
        municipalities=tuple(by_children["municipality"].unique(maintain_order=True)),
        undecided=tuple(open_["municipality"].unique().sort()) if holds.height else (),
        counts=Counts(**{column: told[column] for column in (*_SUMMED, "balance")}),
        child=told["child"],
        due_on=told["due_on"],
        birthday=told["birthday"],
        urgency=ranks.urgency(name),
        effect=ranks.effect(name),
        measures=tuple(measure.id for measure in measures_of(interventions=[name], pack=pack)),
    )
