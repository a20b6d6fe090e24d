"""What a municipality should do: suggestions for one case, a checked list, a place, and all of these together.

>>> from datetime import date
>>> from dluhy import check_list
>>> found = suggest(check_list("fixtures/seznam_z_praxe.xlsx", date(2026, 11, 21)))
>>> found.standing[0].child
True
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

import polars as pl

from dluhy.checking import ListResult
from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.schema import dtype_of
from dluhy.law.pack import default_pack
from dluhy.municipal.suggesting_list import suggestions_of
from dluhy.municipal.suggesting_parts import Part

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.agenda import Sources
    from dluhy.children.check import Checker
    from dluhy.facts.schema import Rows
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggestion_values import Level, Suggestions

TOPIC: Final = "municipal"
_ROWS: Final[Mapping[Level, Rows]] = {
    "debt": "municipal_debts", "household": "municipal_households", "place": "places",
}  # fmt: skip
_PACKS: Final = 4


class LocalFacts(Protocol):
    code: str
    facts: Mapping[str, object]


def debt_facts(judged: pl.DataFrame, pack: Pack, *, local: LocalFacts | None) -> pl.DataFrame:
    facts = engine_of(pack, "debt").pack.facts
    known = {column for spec in facts.values() for column in spec.columns} - {"as_of"} | {"row", "person_id"}
    frame = judged.select([c for c in judged.columns if c in known])
    return frame


class Screened(Protocol):
    """A screening of one case, as `dluhy.screen` returns it: what steps and questions are drawn from."""

    @property
    def sources(self) -> Sources:
        """The results of its topics."""

    @property
    def checker(self) -> Checker:
        """The law by which its debts were judged."""


def suggest(
    source: Screened | ListResult | None = None,
    *,
    place: LocalFacts | None = None,
    as_of: date | None = None,
    pack: Pack | None = None,
) -> Suggestions:
    """Return what a municipality should do by a screening of one case, a checked list, what is known of the place.

    A list or a case brings its own day and pack; for a place alone `as_of` is the day. Raises HorizonError for a day
    the pack does not know, ValueError where there is neither a source nor a place with a day.
    """
    if isinstance(source, ListResult):
        return _of_list(source, place)
    if source is not None:
        return _of_case(source, place)
    if place is None or as_of is None:
        raise ValueError("a case, a list, or a place with a day is expected")
    law = pack or default_pack()
    law.require_known(TOPIC, as_of)
    return suggestions_of(_places(place, law, as_of), law, as_of, "municipality", place.code)


def _of_list(result: ListResult, place: LocalFacts | None) -> Suggestions:
    law, as_of = result.checker.pack, result.as_of
    law.require_known(TOPIC, as_of)
    debts = _part("debt", debt_facts(result.judged, law, local=place), _rows_named(result.judged), law, as_of)
    scope = "list" if place is None else "municipality"
    return suggestions_of(
        [debts, *_places(place, law, as_of)], law, as_of, scope, None if place is None else place.code
    )


def _of_case(found: Screened, place: LocalFacts | None) -> Suggestions:
    law, sources = found.checker.pack, found.sources
    law.require_known(TOPIC, sources.as_of)
    return suggestions_of(_of_sources(sources, place, law), law, sources.as_of, "case", _code(sources, place))


def _of_sources(sources: Sources, place: LocalFacts | None, pack: Pack) -> list[Part]:
    as_of = sources.as_of
    debts = debt_facts(sources.judged, pack, local=place)
    parts = [_part("debt", debts, sources.judged["debt_id"].cast(pl.String), pack, as_of)]
    return [*parts, *_places(place, pack, as_of)]


def _rows_named(judged: pl.DataFrame) -> pl.Series:
    """Return the numbers of rows of a list, with the part of a row that was divided by years."""
    told = pl.when(pl.col("part") > 0).then(pl.format("{}/{}", "row", "part")).otherwise(pl.col("row").cast(pl.String))
    return judged.select(told.alias("ref")).to_series()


def _code(sources: Sources, place: LocalFacts | None) -> str | None:
    return None if place is None else place.code


def _places(place: LocalFacts | None, pack: Pack, as_of: date) -> list[Part]:
    if place is None:
        return []
    part = engine_of(pack, "place").pack
    columns = {
        name: pl.Series([place.facts[name]], dtype=dtype_of(part.facts[name], part.members))
        for name in part.facts
        if name in place.facts
    }
    facts = pl.DataFrame(columns) if columns else pl.DataFrame({"at": [0]})
    return [_part("place", facts, pl.Series([place.code]), pack, as_of)]


def _part(level: Level, facts: pl.DataFrame, refs: pl.Series, pack: Pack, as_of: date) -> Part:
    """Return rows of a level judged for their interventions: facts of the schema, and `refs` that name the rows."""
    engine = engine_of(pack, level)
    return Part(level, engine, engine.evaluate(facts, as_of), refs)


@lru_cache(maxsize=_PACKS * len(_ROWS))
def engine_of(pack: Pack, level: Level) -> Engine:
    """Return what judges rows of a level by a pack; made once for each of the packs used last."""
    return Engine(pack.whole or pack, functions(), _ROWS[level])
