"""All measures as one Markdown page, in Czech: a table per pillar."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dluhy.report.markdown import table
from dluhy.report.strategy import pillar_heading, report_measure
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.pack import Pack
    from dluhy.law.strategy import Measure

_HEAD = """# Opatření strategie

Tuto stránku píše `python tasks.py table` podle složky `rules/strategy/`; neupravujte ji ručně. Obsahuje vše, co jmenuje
Strategie sociálního začleňování v Karlovarském kraji a dokumenty kolem ní: {all} položek. Z nich program {done} dělá,
{partly} dělá zčásti a {not_done_by_software} nedělá; u každé říká proč. Celou položku ukáže `dluhy strategy show
OZNAČENÍ`, seznam `dluhy strategy list`.

Sloupec *Zjištění* uvádí pravidla, závěry a opatření obce (M-…), která položku naplňují: podle nich lze výsledky sčítat.

## Dokumenty
"""
_COLUMNS = ("Označení", "Druh", "Co", "Kdo", "Kdy", "Dělá program", "Jak", "Kde", "Zjištění", "Dokumenty")
_DOCUMENTS = ("Dokument", "Co to je", "Ze dne")


def strategy_table(pack: Pack) -> str:
    """Return the page; the same pack gives the same page."""
    return "\n".join(_lines(pack)) + "\n"


def _lines(pack: Pack) -> Iterator[str]:
    count: Counter[str] = Counter(measure.does.extent for measure in pack.measures.values())
    yield _HEAD.format(all=len(pack.measures), **{code: count[code] for code in pack.vocabularies["measure_extents"]})
    yield from table(_DOCUMENTS, ([code, _document(pack, code), _day(pack, code)] for code in pack.sources))
    for code, pillar in pack.vocabularies["strategy_pillars"].items():
        mine = [measure for measure in pack.measures.values() if measure.pillar == code]
        yield f"## {pillar_heading(pillar, texts_of('cs'))}\n"
        yield from table(_COLUMNS, (_cells(pack, measure) for measure in mine))


def _document(pack: Pack, code: str) -> str:
    source = pack.sources[code]
    name = source.title.text("cs")
    return name if source.link is None else f"[{name}]({source.link})"


def _day(pack: Pack, code: str) -> str:
    day = pack.sources[code].published
    return "–" if day is None else texts_of("cs").day(day)


def _cells(pack: Pack, measure: Measure) -> list[str]:
    report = report_measure(measure, pack, "cs")
    named = [*report.rules, *report.interventions]
    return [
        report.id,
        report.kind.name,
        report.title if report.detail is None else f"{report.title}. {report.detail}",
        ", ".join(role.name for role in report.owners),
        report.trigger or texts_of("cs")("strategy-always"),
        report.extent.name,
        report.does,
        ", ".join(f"`{place}`" for place in report.where),
        "; ".join([*(item.id for item in named), *(f"„{verdict.name}“" for verdict in report.verdicts)]),
        ", ".join(measure.sources),
    ]
