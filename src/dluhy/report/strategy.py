"""Measures of the strategy for people: one in full, the list by pillars, both also for other programs."""

from __future__ import annotations

from collections import Counter
from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.municipal.strategy import children_of, parents_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.law.strategy import Measure
    from dluhy.problems import Language
    from dluhy.report.texts import Texts

EXTENTS = ("done", "partly", "not_done_by_software")


@frozen(kw_only=True)
class Named:
    """A code or an id with its name in the language of the report."""

    id: str
    name: str


@frozen(kw_only=True)
class Document:
    """A public document: its name, its day or last change, and its link, null where none is known."""

    id: str
    name: str
    published: date | None
    link: str | None


@frozen(kw_only=True)
class MeasureReport:
    """A measure with the names of everything it refers to; `parents` the nearest first, `trigger` null for always."""

    id: str
    number: str | None
    kind: Named
    pillar: Named
    title: str
    detail: str | None
    parents: tuple[Named, ...]
    parts: tuple[Named, ...]
    owners: tuple[Named, ...]
    targets: tuple[Named, ...]
    trigger: str | None
    rules: tuple[Named, ...]
    verdicts: tuple[Named, ...]
    interventions: tuple[Named, ...]
    extent: Named
    does: str
    where: tuple[str, ...]
    sources: tuple[Document, ...]


def report_measure(measure: Measure, pack: Pack, language: Language) -> MeasureReport:
    """Return everything the pack says of a measure, in a language."""
    answers = measure.triggered_by
    titles = {name: rule.title.text(language) for name, rule in pack.rules.items()}
    titles |= {name: item.title.text(language) for name, item in pack.interventions.items() if item.title is not None}

    def terms(vocabulary: str, codes: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(id=code, name=pack.term(vocabulary, code).text(language)) for code in codes)

    def titled(ids: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(id=name, name=titles[name]) for name in ids)

    def measures(items: Iterable[Measure]) -> tuple[Named, ...]:
        return tuple(Named(id=item.id, name=item.title.text(language)) for item in items)

    return MeasureReport(
        id=measure.id,
        number=measure.number,
        kind=terms("measure_kinds", [measure.kind])[0],
        pillar=terms("strategy_pillars", [measure.pillar])[0],
        title=measure.title.text(language),
        detail=None if measure.detail is None else measure.detail.text(language),
        parents=measures(parents_of(measure, pack)),
        parts=measures(children_of(measure, pack)),
        owners=terms("strategy_roles", measure.owners),
        targets=terms("strategy_targets", measure.targets),
        trigger=None if measure.trigger is None else measure.trigger.text(language),
        rules=titled(answers.rules),
        verdicts=terms("verdicts", answers.verdicts),
        interventions=titled(answers.interventions),
        extent=terms("measure_extents", [measure.does.extent])[0],
        does=measure.does.text(language),
        where=tuple(measure.does.where),
        sources=tuple(_document(pack, code, language) for code in measure.sources),
    )


def _document(pack: Pack, code: str, language: Language) -> Document:
    source = pack.sources[code]
    return Document(id=code, name=source.title.text(language), published=source.published, link=source.link)


def describe_measure(report: MeasureReport, texts: Texts) -> str:
    """Return a measure as plain text."""
    return "\n".join(_lines(report, texts))


def _lines(report: MeasureReport, texts: Texts) -> Iterator[str]:
    yield f"{report.id} – {report.title}"
    yield texts("strategy-what", kind=report.kind.name, pillar=report.pillar.name)
    if report.detail:
        yield f"\n{report.detail}"
    yield from _named(texts("strategy-parents"), report.parents)
    yield from _named(texts("strategy-parts"), report.parts)
    yield from _section(texts("strategy-owners"), [role.name for role in report.owners])
    yield from _section(texts("strategy-targets"), [group.name for group in report.targets])
    yield from _section(texts("strategy-trigger"), [report.trigger or texts("strategy-always")])
    yield from _section(texts("strategy-does"), [f"{report.extent.name}: {report.does}"])
    yield from _section(texts("strategy-where"), list(report.where))
    yield from _named(texts("strategy-rules"), report.rules)
    yield from _section(texts("strategy-verdicts"), [verdict.name for verdict in report.verdicts])
    yield from _named(texts("strategy-interventions"), report.interventions)
    yield from _section(texts("strategy-sources"), [_cited(source, texts) for source in report.sources])


def _named(heading: str, items: Iterable[Named]) -> Iterator[str]:
    yield from _section(heading, [f"{item.id} – {item.name}" for item in items])


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"\n{heading}:"
        yield from (f"  • {line}" for line in lines)


def _cited(source: Document, texts: Texts) -> str:
    day = "" if source.published is None else f", {texts.day(source.published)}"
    return f"{source.name}{day}" + ("" if source.link is None else f"\n      {source.link}")


def list_measures(chosen: Sequence[Measure], pack: Pack, texts: Texts) -> str:
    """Return the list of measures by pillars, each with what the program does, and how many of each there are."""
    return "\n".join(_list(chosen, pack, texts))


def pillar_heading(pillar: Term, texts: Texts) -> str:
    """Return the heading of a pillar: its number, where the strategy counts it, and its name."""
    name, number = pillar.text(texts.language), pillar.more.get("number")
    return texts("strategy-pillar", number=number, name=name) if number else name[:1].upper() + name[1:]


def _list(chosen: Sequence[Measure], pack: Pack, texts: Texts) -> Iterator[str]:
    language = texts.language
    width = max((len(measure.id) for measure in chosen), default=0)
    labels = {extent: pack.term("measure_extents", extent).text(language) for extent in EXTENTS}
    broad = max(len(label) for label in labels.values())
    for code, pillar in pack.vocabularies["strategy_pillars"].items():
        mine = [measure for measure in chosen if measure.pillar == code]
        if mine:
            yield f"{pillar_heading(pillar, texts)}\n"
        for measure in mine:
            indent = "  " * len(parents_of(measure, pack))
            label = labels[measure.does.extent]
            yield f"{measure.id:<{width}}  {label:<{broad}}  {indent}{measure.title.text(language)}"
        if mine:
            yield ""
    count: Counter[str] = Counter(measure.does.extent for measure in chosen)
    yield texts("strategy-counts", all=len(chosen), **{extent: count[extent] for extent in EXTENTS})
