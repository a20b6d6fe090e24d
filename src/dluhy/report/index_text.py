"""The index of social exclusion as plain text: one municipality in detail, or an overview of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.municipal.index.points import PARTS
from dluhy.report.costs_page import STEP, Page
from dluhy.report.index import borrows
from dluhy.report.texts import NBSP
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import polars as pl

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.method import Method
    from dluhy.report.index import IndexReport, PlaceReport, SourceReport, StepReport, WayReport
    from dluhy.report.texts import Texts

_HIGHEST: Final = 20
_SIGNS_OF_HASH: Final = 12
_SIDES: Final = ("down", "up")


def places_text(report: IndexReport) -> str:
    """Return the municipalities of a report in detail, in its language, lines of at most 100 signs."""
    page = Page(texts_of(report.language))
    lines = [line for place in report.places for line in (*_place(place, report, page), "")]
    return "\n".join([*lines, *_source(report.source, report.year, page, official=report.official),
                      *_rules(report, page)]) + "\n"  # fmt: skip


def overview_text(rows: pl.DataFrame, method: Method, source: SourceReport, pack: Pack, page: Page) -> str:
    """Return how many municipalities of an index are in which band, and those with the highest index."""
    say = page.say
    lines = [*_heading(method, page), "", say("index-count", count=rows.height)]
    if method.official:
        lines += page.table(_by_band(rows, method, pack, say), texts=1)
    lines += [*page.heading(say("index-highest")), *page.table(_highest(rows, method, say), texts=3)]
    lines += [
        "",
        *page.wrapped(say("index-highest-more")),
        *_source(source, method.year, page, official=method.official),
    ]
    return "\n".join(lines) + "\n"


def _heading(method: Method, page: Page) -> Iterator[str]:
    title = page.say("index-title" if method.official else "index-title-partial", year=str(method.year))
    yield title
    yield "═" * len(title)


def _by_band(rows: pl.DataFrame, method: Method, pack: Pack, say: Texts) -> list[list[str]]:
    counted = dict(rows["band"].value_counts().rows())
    table = [[say("index-bands-head"), say("index-bands-range"), say("index-bands-count")]]
    for band in method.bands:
        label = pack.term("index_bands", band.code).text(say.language)
        table.append([label, f"{band.least}–{band.most}", number_text(str(counted.get(band.code, 0)), say)])
    return table + ([[say("index-undecided"), "", str(counted[None])]] if None in counted else [])


def _highest(rows: pl.DataFrame, method: Method, say: Texts) -> list[list[str]]:
    """Return the municipalities with the highest index; of equals in the order of their codes."""
    top = rows.sort(["index_most", "index_least", "code"], descending=[True, True, False]).head(_HIGHEST)
    codes = [d.code for d in method.dimensions]
    head = [say("col-index-code"), say("col-index-name"), say("col-index-region"), say("col-index-index")]
    table = [[*head, *(say(f"index-short-{code}") for code in codes)]]
    for row in top.iter_rows(named=True):
        points = [ranged(row[f"{code}_points_least"], row[f"{code}_points_most"]) for code in codes]
        index = ranged(row["index_least"], row["index_most"])
        table.append([row["code"], row["name"], row["region"], index, *points])
    return table


def ranged(least: int, most: int) -> str:
    """Return one number where both ends are the same, else both."""
    return str(least) if least == most else f"{least}–{most}"


def _place(place: PlaceReport, report: IndexReport, page: Page) -> Iterator[str]:
    say = page.say
    title = say("index-place", name=place.name, code=place.code, region=place.region_name, year=str(report.year))
    yield title
    yield "═" * len(title)
    yield from page.wrapped(_result(place, report, say))
    missing = [d.label for d in place.dimensions if d.points is None]
    if missing:
        yield from page.wrapped(say("index-open", missing=", ".join(missing)))
    yield ""
    yield from page.table(_points(place, page), texts=1, indent="")
    yield from page.wrapped(say("index-legend"))
    yield from _school(place, page)
    if place.published is not None and place.index not in (None, place.published):
        why = say("index-published-school") if borrows(place) else say("index-published-inputs")
        told = say("index-published", published=place.published, index=place.index or 0)
        yield from page.wrapped(f"{told} {why}")
    yield from _moves(place, report, page)
    yield from page.heading(say("index-weakness"))
    yield from page.wrapped(_weakness(place, say))


def _result(place: PlaceReport, report: IndexReport, say: Texts) -> str:
    key = "index-one" if report.official else "index-one-partial"
    shown = say("index-range", least=place.least, most=place.most) if place.index is None else str(place.index)
    told = say(key, index=shown, most=report.most)
    if not report.official:
        return f"{told}."
    if place.band_label is None:
        pack_bands = ", ".join(say(f"index-history-{code}") for code in place.bands_possible)
        return f"{told}; {say('index-open-band', bands=pack_bands)}."
    return f"{told} – {say('index-band', band=place.band_label)}."


def _points(place: PlaceReport, page: Page) -> list[list[str]]:
    say, points = page.say, page.say("index-col-points")
    head = [say("index-col-dimension")]
    for part in PARTS:
        head += [say(f"index-col-{part}"), points]
    table = [[*head, say("index-col-total")]]
    for dimension in place.dimensions:
        cells = [number_text(value, say) for value in (dimension.count, dimension.share, dimension.lq)]
        parts = [_known(dimension.points_of[part], say) for part in PARTS]
        pairs = [cell for pair in zip(cells, parts, strict=True) for cell in pair]
        table.append([dimension.label, *pairs, ranged(dimension.least, dimension.most)])
    return [*table, [say("index-total"), *[""] * (2 * len(PARTS)), ranged(place.least, place.most)]]


def number_text(value: str | None, say: Texts) -> str:
    """Return a number as it is written in the language; whole ones without decimals."""
    if value is None:
        return "?"
    bare = value.removesuffix(".00")
    whole, _, decimals = bare.partition(".")
    grouped = f"{int(whole):,}".replace(",", NBSP if say.language == "cs" else ",")
    sign = "," if say.language == "cs" else "."
    return grouped + (f"{sign}{decimals}" if decimals else "")


def _known(points: int | None, say: Texts) -> str:  # noqa: ARG001 - both languages write a question mark
    return "?" if points is None else str(points)


def _school(place: PlaceReport, page: Page) -> Iterator[str]:
    say = page.say
    if borrows(place):
        if place.school_figures is not None:
            yield from page.wrapped(say("index-school", school=f"{place.school_name} ({place.school})"))
        if place.school_figures == "shipped":
            yield from page.wrapped(say("index-school-shipped"))
    if not place.school_own and place.school_figures is None:
        yield from page.wrapped(say("index-school-unknown"))


def _moves(place: PlaceReport, report: IndexReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.heading(say("index-moves"))
    if not report.official:
        yield from page.wrapped(say("index-moves-partial"))
        return
    if not place.moves_known:
        yield from page.wrapped(say("index-moves-none"))
        return
    for side in _SIDES:
        yield from page.wrapped(way_text(place, side, say))
    yield from page.wrapped(say("index-nearest"))
    yield from page.table(_nearest(place, page), texts=1)
    yield from page.wrapped(say("index-moves-note"))


def way_text(place: PlaceReport, side: str, say: Texts) -> str:
    """Return what would move a place one band, `side` being down or up."""
    way: WayReport | None = place.down if side == "down" else place.up
    if way is None:
        return say(f"index-way-{side}-none")
    if not way.steps:
        return say("index-way-unreachable", band=way.label)
    steps = ", ".join(step_text(step, say) for step in way.steps)
    return say(f"index-way-{side}", band=way.label, points=abs(way.needed), steps=steps)


def step_text(step: StepReport, say: Texts) -> str:
    """Return one change as part of a sentence."""
    side = "fewer" if step.units < 0 else "more"
    change = number_text(step.change.removeprefix("-"), say)
    return say(f"index-step-{step.unit}-{side}", label=step.label, units=abs(step.units), change=change)


def _nearest(place: PlaceReport, page: Page) -> list[list[str]]:
    say = page.say
    table = [[say("index-col-dimension"), say("index-col-fewer"), say("index-col-more")]]
    for dimension in place.dimensions:
        steps = [step for step in place.steps if step.dimension == dimension.code]
        fewer = next((step for step in steps if step.points < 0), None)
        more = next((step for step in steps if step.points > 0), None)
        table.append([say(f"index-short-{dimension.code}"), _step(fewer, say), _step(more, say)])
    return table


def _step(step: StepReport | None, say: Texts) -> str:
    if step is None:
        return say("index-never")
    parts = ", ".join(say(f"index-part-{part}") for part in step.parts)
    text = say(f"index-nearest-{step.unit}", units=abs(step.units), parts=parts)
    return text if abs(step.points) == 1 else say("index-nearest-points", text=text, points=abs(step.points))


def _weakness(place: PlaceReport, say: Texts) -> str:
    counts = [dimension.points_of["count"] for dimension in place.dimensions]
    if place.index is None or any(points is None for points in counts):
        return say("index-weakness-plain")
    of_counts = sum(points or 0 for points in counts)
    return say("index-weakness-size", counts=of_counts, index=place.index, rest=place.index - of_counts)


def _source(source: SourceReport, year: int, page: Page, *, official: bool) -> Iterator[str]:
    yield from page.heading(page.say("index-from"))
    for line in source_lines(source, year, page.say, official=official):
        yield from page.wrapped(line)
    yield from dict.fromkeys(f"{STEP}{link}" for _, link in source.citations)


def source_lines(source: SourceReport, year: int, say: Texts, *, official: bool) -> Iterator[str]:
    """Yield on what an index rests, a sentence each."""
    region, state = (_sums(each, say) for each in (source.region_sums, (source.state_sums,)))
    yield say("index-reference", region=region, state=state)
    if not official:
        yield say("index-partial-note")
    yield say("index-verified")
    if source.verify:
        yield say("index-verify", year=str(year))
    yield say("index-cites", sources="; ".join(text for text, _ in source.citations))


def _sums(sources: Sequence[str], say: Texts) -> str:
    codes = dict.fromkeys(code for joined in sources for code in joined.split("+"))
    return ", ".join(say(f"index-reference-{code}") for code in codes)


def _rules(report: IndexReport, page: Page) -> Iterator[str]:
    yield ""
    pack = f"{report.pack} {report.pack_version}"
    yield from page.wrapped(page.say("screen-receipt", pack=pack, hash=report.pack_hash[:_SIGNS_OF_HASH]))
