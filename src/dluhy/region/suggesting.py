"""What the municipalities of a region should do: interventions of exchange files, and what each place calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import evolve

from dluhy.law.pack import default_pack
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.region import COUNTED, LeftOut, counted, region_suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.region import RegionSuggestions
    from dluhy.region.exchange import Line
    from dluhy.region.files import Report


def reported_suggestions(
    reports: Iterable[Report], as_of: date, pack: Pack | None = None, *, places: bool = True
) -> RegionSuggestions:
    """Return what the municipalities of a region should do by what they reported (`dluhy.region.files.read_exchanges`).

    Of each municipality the debts and people for whom an intervention holds are counted, children apart; `places` adds
    what the shipped rows of the index call for in each. Of several days of one municipality the newest counts. Exchange
    files hold no days: `due_on` and `birthday` are null. Whose file has no table of interventions is told in
    `left_out`: its debts are not counted. Raises HorizonError for a day the pack does not know.
    """
    law = pack or default_pack()
    newest: dict[str, Report] = {}
    for report in sorted(reports, key=lambda each: each.as_of):
        newest[report.code] = report
    frames = [pl.DataFrame(list(_lines(each)), schema=COUNTED) for each in newest.values()]
    if places:
        frames += [counted(suggest(place=local_facts(code), as_of=as_of, pack=law), code) for code in newest]
    return evolve(region_suggestions(frames, as_of, law), left_out=_left_out(newest.values()))


def _left_out(reports: Iterable[Report]) -> LeftOut:
    """Return whose debts do not say which interventions they call for; whoever has none leaves nothing out."""
    debts = {
        each.code: sum(group.debts for group in each.block.groups)
        for each in reports
        if each.block.tables.interventions is None
    }
    return LeftOut(municipalities=tuple(sorted(code for code in debts if debts[code])), debts=sum(debts.values()))


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    """Yield what is counted of each intervention; a person counts once in each group only."""
    by_code: dict[str, list[Line]] = {}
    for line in report.block.tables.interventions or ():
        by_code.setdefault(line.code, []).append(line)
    for code, lines in by_code.items():
        children = sum(line.people for line in lines if line.group == "children")
        known = any(line.amounts_unknown < line.debts for line in lines)
        yield {
            "municipality": report.code,
            "intervention": code,
            "status": "holds",
            "debts": sum(line.debts for line in lines),
            "people": sum(line.people for line in lines),
            "children": children,
            "households": 0,
            "places": 0,
            "amounts_unknown": sum(line.amounts_unknown for line in lines),
            "balance": sum(line.halere for line in lines) if known else None,
            "child": children > 0,
            "due_on": None,
            "birthday": None,
        }
