"""Which services a municipality can turn to: by kind, by problem, and where none is there.

Counts are of entries that stand on the day; nothing is said of services that a directory does not list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import polars as pl
from attrs import frozen

from dluhy.municipal.directory.entries import covers, kinds_served
from dluhy.places import frame, municipality
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.law.practice import ServiceMatch
    from dluhy.municipal.directory.entries import Directory, Entry

Standing = Literal["free", "unknown", "full", "none"]
Coverage = Literal["covered", "unknown_capacity", "full", "partly", "none"]
TOPIC: Final = "municipal"
_NEAREST: Final = ("municipality", "authority", "district", "region", "country")
_BEST: Final[tuple[Standing, ...]] = ("free", "unknown", "full", "none")
_NARROW: Final = {"municipalities": "code", "authorities": "authority", "districts": "district", "regions": "region"}


@frozen(kw_only=True)
class Offer:
    """An entry for a municipality: by what territory it covers it, and whether it has room."""

    entry: Entry
    level: str
    standing: Standing


@frozen(kw_only=True)
class KindOffers:
    """The offers of one kind of service; none is a gap."""

    kind: str
    offers: tuple[Offer, ...]


@frozen(kw_only=True)
class ServiceAdvice:
    """A problem with the services to turn to first and then, each with what the directory offers there."""

    match: ServiceMatch
    first: tuple[KindOffers, ...]
    second: tuple[KindOffers, ...]


@frozen(kw_only=True)
class Gap:
    """How a kind of service covers the district of an authority (ORP): of its municipalities how many stand how.

    `authority` is its code (of Praha the municipality's), `standing` sums it up: `none`, `partly` (somewhere nobody),
    `full` (somewhere only services without room), `unknown_capacity`, `covered`.
    """

    authority: str
    authority_name: str
    region: str
    kind: str
    standing: Coverage
    municipalities: int
    none: int
    full: int
    unknown: int


def find(
    directory: Directory, code: str, pack: Pack, as_of: date, *, kinds: Iterable[str] | None = None
) -> tuple[Offer, ...]:
    """Return the entries that cover a municipality on a day, of some kinds or of all, the nearest with room first.

    Raises InputError for a code of no municipality or a kind that the pack does not know, HorizonError for a day on
    which it does not know which services there are by law.
    """
    pack.require_known(TOPIC, as_of)
    wanted = None if kinds is None else frozenset(kinds)
    _require_known(code, wanted or (), pack)
    found = []
    for entry in directory.entries or []:
        level = covers(entry.territory, code) if entry.stands(as_of) else None
        if level is not None and (wanted is None or wanted & kinds_served(entry, pack)):
            found.append(Offer(entry=entry, level=level, standing=_room(entry)))
    return tuple(sorted(found, key=lambda offer: (_BEST.index(offer.standing), _NEAREST.index(offer.level),
                                                  offer.entry.name)))  # fmt: skip


def services_for(
    problems: Iterable[str], code: str, directory: Directory, pack: Pack, as_of: date
) -> tuple[ServiceAdvice, ...]:
    """Return for each problem the services to turn to first and then, and who offers them in a municipality.

    `problems` are ids of service matches, interventions or rules; each match comes once, in the order of the pack.
    Raises InputError for a problem that no match knows, and as `find`.
    """
    asked = tuple(problems)
    matches = sorted(pack.service_matches.values(), key=lambda match: (match.order, match.id))
    unknown = [name for name in asked if not any(_answers(match, name) for match in matches)]
    if unknown:
        named = ", ".join(match.id for match in matches)
        raise InputError([
            Problem("unknown_problem", name, f"k tomu matice služeb nic neříká; zná: {named}",
                    f"the matrix of services says nothing of it; it knows: {named}")
            for name in unknown
        ])  # fmt: skip
    return tuple(
        ServiceAdvice(
            match=match,
            first=_offers(match.first, directory, code, pack, as_of),
            second=_offers(match.second, directory, code, pack, as_of),
        )
        for match in matches
        if any(_answers(match, name) for name in asked)
    )


def gaps(directory: Directory, pack: Pack, as_of: date, *, region: str | None = None) -> tuple[Gap, ...]:
    """Return how each watched kind of service covers each authority (ORP), of one region or of all.

    Raises InputError for a code of no region, HorizonError as `find`.
    """
    pack.require_known(TOPIC, as_of)
    places = frame().with_columns(own=pl.coalesce("authority", "code"))
    if region is not None:
        places = places.filter(pl.col("region") == region)
    if not places.height:
        cs, en = "takový kraj číselník nezná (třeba CZ041)", "the register has no such region (such as CZ041)"
        raise InputError([Problem("unknown_region", str(region), cs, en)])
    watched = [code for code, term in pack.vocabularies["service_kinds"].items() if term.more.get("gaps")]
    entries = [entry for entry in directory.entries or [] if entry.stands(as_of)]
    tables = {kind: _best(places, [e for e in entries if kind in kinds_served(e, pack)]) for kind in watched}
    groups = places.group_by("own", maintain_order=True).agg(pl.col("authority_name").first(), pl.col("region").first())
    return tuple(
        _gap(str(own), str(name), str(of_region), kind, tables[kind].filter(places["own"] == own))
        for own, name, of_region in groups.sort("region", "authority_name").rows()
        for kind in watched
    )


def _require_known(code: str, kinds: Iterable[str], pack: Pack) -> None:
    problems = []
    if municipality(code) is None:
        cs = "takovou obec číselník nezná; kód má šest číslic"
        problems.append(Problem("unknown_municipality", code, cs, "the register has no such municipality; six digits"))
    for kind in kinds:
        if kind not in pack.vocabularies["service_kinds"]:
            named = ", ".join(pack.vocabularies["service_kinds"])
            cs, en = f"takový druh služby není; jsou: {named}", f"there is no such kind of service; there are: {named}"
            problems.append(Problem("unknown_kind", kind, cs, en))
    if problems:
        raise InputError(problems)


def _answers(match: ServiceMatch, name: str) -> bool:
    return name in (match.id, *match.interventions, *match.rules)


def _offers(kinds: Sequence[str], directory: Directory, code: str, pack: Pack, as_of: date) -> tuple[KindOffers, ...]:
    return tuple(KindOffers(kind=kind, offers=find(directory, code, pack, as_of, kinds=[kind])) for kind in kinds)


def _room(entry: Entry) -> Standing:
    return "unknown" if entry.capacity is None else "free" if entry.capacity else "full"


def _best(places: pl.DataFrame, entries: Sequence[Entry]) -> pl.Series:
    """Return for each municipality the best standing of some entries there, as its place in the order of standings."""
    worst = _BEST.index("none")
    columns = [pl.lit(worst)]
    for entry in entries:
        if entry.territory is None:
            continue
        tests = [pl.lit(bool(entry.territory.whole_country))]
        for name, column in _NARROW.items():
            own = "own" if column == "authority" else column
            tests.append(pl.col(own).is_in(list(getattr(entry.territory, name) or ())))
        columns.append(pl.when(pl.any_horizontal(tests)).then(_BEST.index(_room(entry))).otherwise(worst))
    return places.with_columns(best=pl.min_horizontal(columns))["best"]


def _gap(authority: str, name: str, region: str, kind: str, best: pl.Series) -> Gap:
    count = {standing: int((best == place).sum()) for place, standing in enumerate(_BEST)}
    none, full, unknown = count["none"], count["full"], count["unknown"]
    standing: Coverage = "covered"
    if none:
        standing = "none" if none == len(best) else "partly"
    elif full:
        standing = "full"
    elif unknown:
        standing = "unknown_capacity"
    return Gap(authority=authority, authority_name=name, region=region, kind=kind, standing=standing,
               municipalities=len(best), none=none, full=full, unknown=unknown)  # fmt: skip
