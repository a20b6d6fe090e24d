"""The history of the index, municipalities by band and year, as text and as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.citations import readable
from dluhy.municipal.index.history import TOGETHER, history_of
from dluhy.report.costs_page import Page
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.history import HistoryCell
    from dluhy.problems import Language

_MARK: Final = "*"


@frozen(kw_only=True)
class HistoryReport:
    """One number of the history; `printed` where the source prints another, `note` what to know of it."""

    year: int
    band: str
    count: int | None
    printed: int | None
    note: str | None
    sources: tuple[str, ...]
    links: tuple[str, ...]
    evidence: str


def history_values(pack: Pack, language: Language) -> list[HistoryReport]:
    """Return every number of the history in a language."""
    return [_report(cell, pack, language) for cell in history_of(pack)]


def _report(cell: HistoryCell, pack: Pack, language: Language) -> HistoryReport:
    cited = [readable(cite, pack.acts, language) for cite in cell.citations]
    note = None if cell.note is None else cell.note[0 if language == "cs" else 1]
    return HistoryReport(
        year=cell.year, band=cell.band, count=cell.count, printed=cell.printed, note=note, evidence=cell.evidence,
        sources=tuple(cite.text for cite in cited), links=tuple(cite.link for cite in cited),
    )  # fmt: skip


def history_text(pack: Pack, language: Language) -> str:
    """Return the history as a table with its notes and sources."""
    return "\n".join(_lines(history_values(pack, language), pack, Page(texts_of(language)))) + "\n"


def _lines(cells: Sequence[HistoryReport], pack: Pack, page: Page) -> Iterator[str]:
    say = page.say
    title = say("index-history")
    yield title
    yield "═" * len(title)
    bands = [*pack.vocabularies["index_bands"], TOGETHER]
    rows = [[say("index-history-year"), *(say(f"index-history-{band}") for band in bands)]]
    for year in dict.fromkeys(cell.year for cell in cells):
        of_year = {cell.band: cell for cell in cells if cell.year == year}
        rows.append([str(year), *(_shown(of_year.get(band), page) for band in bands)])
    yield from page.table(rows)
    yield from page.wrapped(say("index-history-verify"))
    for cell in cells:
        if cell.note is not None:
            yield from page.wrapped(_note(cell, page), hang="  ")
    sources = dict.fromkeys(source for cell in cells for source in cell.sources)
    yield from page.wrapped(say("index-history-sources", sources="; ".join(sources)))


def _shown(cell: HistoryReport | None, page: Page) -> str:
    if cell is None or cell.count is None:
        return ""
    number = f"{cell.count:,}".replace(",", "\u00a0" if page.say.language == "cs" else ",")
    return number if cell.note is None else f"{number}{_MARK}"


def _note(cell: HistoryReport, page: Page) -> str:
    label = page.say(f"index-history-{cell.band}")
    return page.say("index-history-note", year=str(cell.year), label=label, note=cell.note or "")
