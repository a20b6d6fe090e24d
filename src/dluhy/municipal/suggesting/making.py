"""What a municipality should do: suggestions for one case, a checked list, a place, and all of these together.

>>> from datetime import date
>>> from dluhy import check_list
>>> found = suggest(check_list("fixtures/seznam_z_praxe.xlsx", date(2026, 11, 21)))
>>> found.standing[0].child
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import polars as pl

from dluhy.checking import ListResult
from dluhy.law.pack import default_pack
from dluhy.municipal import debts, households, places
from dluhy.municipal.suggesting.conflicts import stands
from dluhy.municipal.suggesting.listing import suggestions_of
from dluhy.municipal.suggesting.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from typing import Any

    from dluhy.agenda import Sources
    from dluhy.children.check import Checker
    from dluhy.law.pack import Pack
    from dluhy.municipal.places import LocalFacts
    from dluhy.municipal.suggesting.values import Scope, Suggestions


class Screened(Protocol):
    """A screening of one case, as `dluhy.screen` returns it: what steps and questions are drawn from."""

    @property
    def sources(self) -> Sources:
        """The results of its topics."""

    @property
    def checker(self) -> Checker:
        """The law by which its debts were judged."""


def suggest(  # noqa: PLR0913 - what is known, by name
    source: Screened | ListResult | None = None,
    *,
    place: LocalFacts | None = None,
    as_of: date | None = None,
    pack: Pack | None = None,
    creditor_body: str | None = None,
    beside: Mapping[str, Any] | None = None,
) -> Suggestions:
    """Return what a municipality should do by a screening of one case, a checked list, what is known of the place.

    A list or a case brings its own day and pack; for a place alone `as_of` is the day and `pack` the law (by default
    the shipped one). `creditor_body` is whose the debts of a list other than local fees are (a code of
    `creditor_bodies`); without it that is asked. `beside` are facts of the household that a social worker knows beside
    the case. Of a case only what is about the client and the household is suggested, with what is known of the place.
    Raises HorizonError for a day the pack does not know, InputError for a fact or code that does not exist,
    ValueError where there is neither a source nor a place with a day.
    """
    if isinstance(source, ListResult):
        return _of_list(source, place, creditor_body)
    if source is not None:
        return _of_case(source, place, beside)
    if place is None or as_of is None:
        raise ValueError("a case, a list, or a place with a day is expected")
    law = pack or default_pack()
    return suggestions_of([*_of_place(place, law, as_of)], law, as_of, "municipality", place.code)


def list_statuses(result: ListResult, interventions: Sequence[str]) -> list[pl.Series]:
    """Return for which rows of a checked list each intervention stands, does not, or is undecided (null)."""
    whole = stands(_listed(result))
    told = [pl.DataFrame({"open": whole.open[name], name: whole.held[name]}) for name in interventions]
    return [
        frame.select(pl.when(~pl.col("open")).then(pl.col(name)).alias(name))[name]
        for name, frame in zip(interventions, told, strict=True)
    ]


def _listed(result: ListResult, place: LocalFacts | None = None, body: str | None = None) -> Part:
    local = None if place is None else place.facts
    facts = debts.debt_facts(result.judged, _law(result.checker), creditor_body=body, local=local)
    return _of_debts(facts, result.judged, _rows_named(result.judged), result.checker, result.as_of)


def _of_list(result: ListResult, place: LocalFacts | None, body: str | None) -> Suggestions:
    law, as_of = _law(result.checker), result.as_of
    parts = [_listed(result, place, body)]
    scope: Scope = "list" if place is None else "municipality"
    return suggestions_of([*parts, *_of_place(place, law, as_of)], law, as_of, scope, _code(place))


def _of_case(found: Screened, place: LocalFacts | None, beside: Mapping[str, Any] | None) -> Suggestions:
    sources, law = found.sources, _law(found.checker)
    as_of, judged = sources.as_of, sources.judged
    local = None if place is None else place.facts
    facts = debts.debt_facts(judged, law, creditor_body=_bodies(sources, law), local=local)
    parts = [_of_debts(facts, judged, judged["debt_id"].cast(pl.String), found.checker, as_of)]
    parts.append(_of_household(sources, place, law, beside))
    return suggestions_of(parts, law, as_of, "case", _code(place))


def _of_debts(facts: pl.DataFrame, judged: pl.DataFrame, names: pl.Series, checker: Checker, as_of: date) -> Part:
    law = _law(checker)
    frame = debts.judged_debts(facts, law, as_of)
    return Part("debt", debts.engine_of(law), frame, names, screened=judged, screener=checker.engine)


def _of_household(sources: Sources, place: LocalFacts | None, law: Pack, beside: Mapping[str, Any] | None) -> Part:
    facts = households.household_facts(sources.case, sources.household, law, local=place, beside=beside)
    frame = households.judged_households(facts, law, sources.as_of)
    return Part("household", households.engine_of(law), frame, frame[households.REF])


def _of_place(place: LocalFacts | None, law: Pack, as_of: date) -> Iterator[Part]:
    """Yield what is known of the place: what it calls for itself, and what it calls for in whatever household."""
    if place is None:
        return
    facts = places.place_facts([place], law)
    frame, code = places.judged_places(facts, law, as_of), facts[places.CODE].fill_null("?")
    yield Part("place", places.engine_of(law), frame, code)
    everywhere = frozenset(households.of_every_household(place, law, as_of))
    if everywhere:
        frame = households.judged_households(facts.drop(places.CODE), law, as_of)
        yield Part("place", households.engine_of(law), frame, code, only=everywhere)


def _bodies(sources: Sources, law: Pack) -> pl.Series:
    """Return whose each debt of a case is, where its kind of creditor says it surely."""
    kinds = {debt.id: None if debt.creditor is None else debt.creditor.kind for debt in sources.case.debts or ()}
    told = [debts.creditor_body_of(kinds.get(debt), law) for debt in sources.judged["debt_id"]]
    return pl.Series(told, dtype=pl.String)


def _rows_named(judged: pl.DataFrame) -> pl.Series:
    """Return the numbers of rows of a list, with the part of a row that was divided by years."""
    told = pl.when(pl.col("part") > 0).then(pl.format("{}/{}", "row", "part")).otherwise(pl.col("row").cast(pl.String))
    return judged.select(told.alias("ref")).to_series()


def _law(checker: Checker) -> Pack:
    return checker.pack.whole or checker.pack


def _code(place: LocalFacts | None) -> str | None:
    return None if place is None else place.code
