"""The index of social exclusion as values for people and programs: one report of each municipality, and one of many."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy import places
from dluhy.law.citations import readable
from dluhy.municipal.index.columns import AREAS, SCHOOL
from dluhy.municipal.index.moves import moves_of, parts_of
from dluhy.municipal.index.points import PARTS
from dluhy.places import exclusion
from dluhy.problems import Language  # noqa: TC001 - msgspec reads the annotations
from dluhy.receipt import Receipt  # noqa: TC001 - as above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.index.method import Dimension, Method
    from dluhy.municipal.index.moves import Step, Way

JOB: Final = "index"
_PLACES: Final = 2
_MOST_PLACES: Final = 12
_HUNDRED: Final = 100
_TO_VERIFY: Final = frozenset({"M", "?"})


@frozen(kw_only=True)
class DimensionReport:
    """One dimension of a municipality: what it has and which points that gives; null is not known.

    `count` is in persons, benefits of the mean month or pupils, `share` in per cent, `lq` the share against the mean of
    region and state; numbers have two decimals, more where they would read as a threshold that they only neighbour.
    """

    code: str
    label: str
    count: str | None
    base: int | None
    share: str | None
    lq: str | None
    points_of: dict[str, int | None]
    points: int | None
    least: int
    most: int


@frozen(kw_only=True)
class StepReport:
    """One change of a count: how many units (persons, payments of the year, pupils) fewer or more, and its points."""

    dimension: str
    label: str
    unit: str
    units: int
    change: str
    points: int
    parts: dict[str, int]


@frozen(kw_only=True)
class WayReport:
    """The smallest change to a band: the points needed and the steps."""

    band: str
    label: str
    needed: int
    steps: tuple[StepReport, ...]


@frozen(kw_only=True)
class PlaceReport:
    """The index of one municipality; where something is unknown, `index` or `band` is null and the bounds say the rest.

    `published` is what the publisher gives, null where it is not shipped.
    """

    code: str
    name: str
    region: str
    region_name: str
    index: int | None
    least: int
    most: int
    band: str | None
    band_label: str | None
    bands_possible: tuple[str, ...]
    published: int | None
    dimensions: tuple[DimensionReport, ...]
    school: str | None
    school_name: str | None
    school_own: bool | None
    school_figures: str | None
    steps: tuple[StepReport, ...]
    down: WayReport | None
    up: WayReport | None
    moves_known: bool


@frozen(kw_only=True)
class SourceReport:
    """On what the numbers rest: citations with links, and whether the method of the year still is to be verified."""

    citations: tuple[tuple[str, str], ...]
    evidence: str
    verify: bool
    region_sums: tuple[str, ...]
    state_sums: str


@frozen(kw_only=True)
class IndexReport:
    """The index of some municipalities in one year; `official` is no for the partial one."""

    language: Language
    year: int
    official: bool
    most: int
    places: tuple[PlaceReport, ...]
    source: SourceReport
    pack: str
    pack_version: str
    pack_hash: str
    receipt: Receipt | None = None


def index_report(
    indexed: Indexed, pack: Pack, language: Language, codes: Sequence[str] | None = None, receipt: Receipt | None = None
) -> IndexReport:
    """Return the report of the municipalities of some codes, of all for None; codes not in the rows are left out."""
    wanted = _positions(indexed, codes)
    return IndexReport(
        language=language, year=indexed.method.year, official=indexed.method.official, most=indexed.method.most,
        places=tuple(place_report(indexed, position, pack, language) for position in wanted),
        source=source_report(indexed, pack, language), pack=pack.info.id, pack_version=pack.info.version,
        pack_hash=pack.hash, receipt=receipt,
    )  # fmt: skip


def _positions(indexed: Indexed, codes: Sequence[str] | None) -> Iterable[int]:
    if codes is None:
        return range(indexed.rows.height)
    at = {code: position for position, code in enumerate(indexed.rows["code"])}
    return [at[code] for code in codes if code in at]


def source_report(indexed: Indexed, pack: Pack, language: Language) -> SourceReport:
    """Return on what an index rests."""
    method = indexed.method
    cited = [readable(cite, pack.acts, language) for cite in method.citations]
    return SourceReport(
        citations=tuple((cite.text, cite.link) for cite in cited), evidence=method.evidence,
        verify=method.evidence in _TO_VERIFY, region_sums=tuple(sorted(set(indexed.rows["region_sums"]))),
        state_sums=indexed.reference.sources(AREAS, method),
    )  # fmt: skip


def place_report(indexed: Indexed, position: int, pack: Pack, language: Language) -> PlaceReport:
    """Return the report of the municipality in a row."""
    row = indexed.rows.row(position, named=True)
    moves, teller = moves_of(indexed, position), _Teller(pack, language, indexed.method)
    place = places.municipality(row["code"])
    return PlaceReport(
        code=row["code"], name=row["name"], region=row["region"],
        region_name="" if place is None else place.region_name,
        index=row["index"], least=row["index_least"], most=row["index_most"],
        band=row["band"], band_label=None if row["band"] is None else teller.band(row["band"]),
        bands_possible=_between(indexed.method, row["band_least"], row["band_most"]),
        published=_published(row["code"], indexed.method),
        dimensions=tuple(_dimension(indexed, position, row, each, teller) for each in indexed.method.dimensions),
        school=row["school"], school_name=row["school_name"], school_own=row["school_own"],
        school_figures=row["school_source"],
        steps=() if moves is None else tuple(teller.step(step) for step in moves.steps),
        down=None if moves is None else teller.way(moves.down), up=None if moves is None else teller.way(moves.up),
        moves_known=moves is not None,
    )  # fmt: skip


def _published(code: str, method: Method) -> int | None:
    """Return the index that the publisher gives, where it is shipped."""
    if method.year != exclusion.YEAR or not method.official:
        return None
    return _published_indexes().get(code)


@cache
def _published_indexes() -> dict[str, int]:
    return dict(exclusion.frame().select("code", "published").rows())


def _between(method: Method, least: str | None, most: str | None) -> tuple[str, ...]:
    codes = [band.code for band in method.bands]
    return () if least is None or most is None else tuple(codes[codes.index(least) : codes.index(most) + 1])


def _dimension(
    indexed: Indexed, position: int, row: dict[str, Any], dimension: Dimension, teller: _Teller
) -> DimensionReport:
    code = dimension.code
    count, share, lq = exact(indexed, position, dimension)
    limits = tuple(part * _HUNDRED for part in dimension.shares)
    return DimensionReport(
        code=code, label=teller.term("index_dimensions", code), count=None if count is None else decimal(count),
        base=row[f"{code}_base"], share=None if share is None else decimal(share, limits),
        lq=None if lq is None else decimal(lq, indexed.method.lq),
        points_of={part: row[f"{code}_{part}_points"] for part in PARTS}, points=row[f"{code}_points"],
        least=row[f"{code}_points_least"], most=row[f"{code}_points_most"],
    )  # fmt: skip


def exact(
    indexed: Indexed, position: int, dimension: Dimension
) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Return count, share in per cent and location quotient of a municipality as exact fractions; None is not known."""
    counts = indexed.counts.row(position, named=True)
    own, base, region = (counts[f"{dimension.code}_{short}"] for short in ("n", "b", "region"))
    count = None if own is None else Fraction(own, dimension.per)
    if count is None or base is None:
        return count, None, None
    share = count / base if base else Fraction(0)
    low, high = indexed.reference.share(region, dimension)
    if share == 0:
        return count, share, Fraction(0)
    return count, share * _HUNDRED, share / low if low == high != 0 else None


def decimal(number: Fraction, limits: Sequence[Fraction] = ()) -> str:
    """Return a fraction as a decimal of two places, of more where it would read as a limit that it only neighbours."""
    for digits in range(_PLACES, _MOST_PLACES):
        shown = _rounded(number, digits)
        if number in limits or Fraction(shown) not in limits:
            return str(shown)
    return str(_rounded(number, _MOST_PLACES))


def _rounded(number: Fraction, digits: int) -> Decimal:
    with localcontext(prec=40):
        exact_number = Decimal(number.numerator) / Decimal(number.denominator)
        return exact_number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@frozen
class _Teller:
    """Says codes in a language."""

    pack: Pack
    language: Language
    method: Method

    def term(self, vocabulary: str, code: str) -> str:
        return self.pack.term(vocabulary, code).text(self.language)

    def band(self, code: str) -> str:
        return self.term("index_bands", code)

    def step(self, step: Step) -> StepReport:
        unit = next(dimension.unit for dimension in self.method.dimensions if dimension.code == step.dimension)
        return StepReport(
            dimension=step.dimension, label=self.term("index_dimensions", step.dimension), unit=unit, units=step.units,
            change=decimal(step.change), points=step.points, parts=parts_of(step),
        )  # fmt: skip

    def way(self, way: Way | None) -> WayReport | None:
        if way is None:
            return None
        steps = tuple(self.step(step) for step in way.steps)
        return WayReport(band=way.band, label=self.band(way.band), needed=way.needed, steps=steps)


def borrows(place: PlaceReport) -> bool:
    """Return whether a municipality takes the points of its pupils from another."""
    return place.school is not None and not place.school_own and any(d.code == SCHOOL for d in place.dimensions)
