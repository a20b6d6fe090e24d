"""With what a municipality is compared: the shares of its region and of the state, from sums over municipalities.

They come from sums that the caller gives, else from the frame where it holds the whole area, else from the pack.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy import places
from dluhy.law.amounts import rows_on
from dluhy.municipal.index.columns import AREAS, LARGEST, SCHOOL
from dluhy.municipal.index.method import day_of_year
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.method import Dimension, Method

Share = tuple[Fraction, Fraction]
"""The least and the most that a share can be; equal where it is known."""
_ALL: Final[Share] = (Fraction(0), Fraction(1))
_SHOWN: Final = 5


@frozen(kw_only=True)
class AreaSum:
    """The sums of one dimension over an area: counts least and most, in units of its column, and the base.

    `base` is None where it is not known; `source` is given, frame or pack.
    """

    least: int
    most: int
    base: int | None
    source: str

    def share(self, per: int) -> Share:
        """Return the share of the area; nought where it has nobody."""
        if self.base is None:
            return _ALL
        if self.base == 0:
            return Fraction(0), Fraction(0)
        return Fraction(self.least, per * self.base), Fraction(self.most, per * self.base)


@frozen(kw_only=True)
class Reference:
    """The sums of every area and dimension that the places of a frame are compared with."""

    sums: Mapping[tuple[str, str], AreaSum]

    def share(self, region: str, dimension: Dimension) -> Share:
        """Return the arithmetic mean of the shares of a region and the state, least and most."""
        own = self.sums[region, dimension.code].share(dimension.per)
        state = self.sums[AREAS, dimension.code].share(dimension.per)
        return (own[0] + state[0]) / 2, (own[1] + state[1]) / 2

    def sources(self, area: str, method: Method) -> str:
        """Return where the sums of an area come from, several joined by a plus."""
        return "+".join(dict.fromkeys(self.sums[area, dimension.code].source for dimension in method.dimensions))


def reference_of(
    frame: pl.DataFrame, regions: Iterable[str], method: Method, pack: Pack, given: pl.DataFrame | None
) -> Reference:
    """Return what the places are compared with; `frame` has the columns `region` and `has` (a school of its own).

    Raises InputError naming each area whose sums are neither given nor known nor can be made from the frame, and each
    whose known sums are less than the municipalities of the frame together.
    """
    areas = (AREAS, *sorted(set(regions)))
    known = {"given": _given(given, method), "pack": _of_pack(pack, method)}
    missing = {area: _absent(frame, area) for area in areas}
    made = {area: _made(frame, area, method) for area in areas}
    sums, problems = {}, []
    for area in areas:
        for dimension in method.dimensions:
            found = _found((area, dimension.code), known, made[area], complete=not missing[area])
            if found is None:
                problems.append(_unknown(area, method.year, missing[area]))
                break
            problems += _too_small(area, dimension, found, made[area][dimension.code])
            sums[area, dimension.code] = found
    if problems:
        raise InputError(problems)
    return Reference(sums=sums)


def _found(
    key: tuple[str, str], known: Mapping[str, Mapping[tuple[str, str], AreaSum]], made: Mapping[str, AreaSum], *,
    complete: bool,
) -> AreaSum | None:  # fmt: skip
    """Return the sums of an area and dimension by the order of sources; those of a frame with gaps come last."""
    own = made[key[1]]
    sound = complete and own.base is not None and own.least == own.most
    if key in known["given"]:
        return known["given"][key]
    return own if sound else known["pack"].get(key) or (own if complete else None)


def _absent(frame: pl.DataFrame, area: str) -> list[str]:
    """Return the codes of an area that a frame does not have."""
    whole = places.frame() if area == AREAS else places.frame().filter(pl.col("region") == area)
    return whole.filter(~pl.col("code").is_in(frame["code"].implode()))["code"].to_list()


def _made(frame: pl.DataFrame, area: str, method: Method) -> dict[str, AreaSum]:
    rows = frame if area == AREAS else frame.filter(pl.col("region") == area)
    return {dimension.code: _summed(rows, dimension) for dimension in method.dimensions}


def _summed(rows: pl.DataFrame, dimension: Dimension) -> AreaSum:
    """Return the sums of a dimension over rows; a count that is not known lies between nought and its base."""
    counted = rows.filter(pl.col("has").fill_null(value=True)) if dimension.code == SCHOOL else rows
    count, base = counted[dimension.count], counted[dimension.base]
    open_base = int(counted.filter(count.is_null())[dimension.base].sum())
    least = int(count.sum())
    return AreaSum(
        least=least, most=least + open_base * dimension.per, base=None if base.null_count() else int(base.sum()),
        source="frame",
    )  # fmt: skip


def _given(given: pl.DataFrame | None, method: Method) -> dict[tuple[str, str], AreaSum]:
    if given is None:
        return {}
    rows = given.select("area", *dict.fromkeys(n for d in method.dimensions for n in (d.count, d.base)))
    return _sums({row["area"]: row for row in rows.iter_rows(named=True)}, method, "given")


def _of_pack(pack: Pack, method: Method) -> dict[tuple[str, str], AreaSum]:
    table = pack.tables["exclusion_index_sums"]
    try:
        rows = rows_on(table, day_of_year(method.year)).row
    except HorizonError:  # the pack knows the sums of other years
        return {}
    named = {area.upper(): dict(zip(table.columns, values, strict=True)) for area, values in rows.items()}
    return _sums(named, method, "pack")


def _sums(rows: Mapping[str, Mapping[str, int | None]], method: Method, source: str) -> dict[tuple[str, str], AreaSum]:
    found = {}
    for area, row in rows.items():
        for dimension in method.dimensions:
            count, base = row[dimension.count], row[dimension.base]
            if count is not None and base is not None:
                found[area, dimension.code] = AreaSum(least=count, most=count, base=base, source=source)
    return found


def require_sums(given: pl.DataFrame, method: Method) -> None:
    """Raise InputError for sums of areas that have not their columns, an unknown area, or impossible numbers."""
    names = {"area", *(name for d in method.dimensions for name in (d.count, d.base))}
    cs, en = "chybí povinný sloupec součtů", "a required column of the sums is missing"
    problems = [Problem("column_missing", name, cs, en) for name in sorted(names - set(given.columns))]
    if problems:
        raise InputError(problems)
    known = {AREAS, *places.frame()["region"].unique()}
    cs, en = (
        "takový kraj není; stát je CZ, kraj třeba CZ041",
        "there is no such region; the state is CZ, a region CZ041",
    )
    problems += [Problem("unknown_area", f"area {area or '–'}", cs, en) for area in given["area"] if area not in known]
    if given["area"].is_duplicated().any():
        problems.append(Problem("duplicate", "area", "kraj je v součtech víckrát", "a region is there more than once"))
    for dimension in method.dimensions:
        count, base = pl.col(dimension.count), pl.col(dimension.base)
        wrong = (count < 0) | (base < 0) | (base > LARGEST) | (count > base * dimension.per)
        problems += [
            Problem("area_sum", f"area {area}, {dimension.count}", "součet je záporný, nebo větší než základ",
                    "the sum is negative, or more than the base")
            for area in given.filter(wrong)["area"]
        ]  # fmt: skip
    if problems:
        raise InputError(problems)


def _unknown(area: str, year: int, missing: list[str]) -> Problem:
    shown = ", ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
    count = len(missing)
    cs = f"není s čím srovnat: součty za {area} v roce {year} sada nemá a v souboru chybí obce ({count}): {shown}"
    en = f"nothing to compare with: no sums of {area} for {year}, and the file lacks {count} municipalities: {shown}"
    return Problem("reference_missing", area, f"{cs}; dodejte je, nebo součty", f"{en}; give them, or the sums")


def _too_small(area: str, dimension: Dimension, found: AreaSum, made: AreaSum) -> list[Problem]:
    """Return the problem of sums that are less than what some of the municipalities have together."""
    if found.source == "frame":
        return []
    if found.most >= made.least and (found.base is None or made.base is None or found.base >= made.base):
        return []
    cs = "obce v souboru mají dohromady víc než celé území; jsou počty ve správných jednotkách?"
    en = "the municipalities of the file have more together than the whole area; are the counts in the right units?"
    return [Problem("reference_small", f"{area}, {dimension.count}", cs, en)]
