"""What basic needs cost by an expert guideline: not law, and only for the year it is known for.

The guideline is one amount for a whole person without housing. It is compared with the sum of all lines of a budget
that have a `guideline` group (vocabulary `budget_lines`), never group by group; which lines these are is this program's
choice. Persons are counted by the bands of the living minimum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.engine.arithmetic import INTEGERS
from dluhy.household.minimum import ADULT, COUNTED, FIRST, SINGLE, bands_of, bounds_on, minimum_of, outermost_counts
from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.household.model import Circle
    from dluhy.law.models import Bilingual, Citation, Evidence
    from dluhy.law.pack import Pack

_BANDS: Final = (SINGLE, FIRST, *COUNTED)


@frozen(kw_only=True)
class Guideline:
    """The guideline of a household on a day in haléře a month, between `least` and `most` where people are unknown.

    Both are None where there is none: for a day it is not known for, a household without an adult or of unknown
    members. `notes` say what a reader must know of it.
    """

    on: date
    least: int | None = None
    most: int | None = None
    evidence: Evidence = "S"
    notes: tuple[Bilingual, ...] = ()
    cites: tuple[Citation, ...] = ()


def guideline(counts: Mapping[str, int], on: date, pack: Pack | None = None) -> int | None:
    """Return the guideline of a household counted by bands (`adult`, `child_15`, `child_6`, `child_0`) in haléře.

    A band not named has nobody. None for a household without an adult, for which there is no guideline. Raises
    HorizonError for a day it is not known for, InputError for an unknown band or a negative count.
    """
    problems = [
        Problem("band", f"counts {band}", "neznámé pásmo nebo záporný počet", "an unknown band or a negative count")
        for band, count in counts.items()
        if band not in COUNTED or count < 0
    ]
    if problems:
        raise InputError(problems)
    return _of_counts(counts, _amounts(pack or default_pack(), on))


def _of_counts(counts: Mapping[str, int], amounts: Mapping[str, int]) -> int | None:
    if not counts.get(ADULT):
        return None
    return minimum_of(INTEGERS, {band: counts.get(band, 0) for band in COUNTED}, amounts)


def guideline_of(circle: Circle, pack: Pack | None = None) -> Guideline:
    """Return the guideline of a circle on its day; a member whose band is not known is tried in every possible one."""
    pack = pack or default_pack()
    try:
        of_bands = _amounts(pack, circle.on)
        bounds = bounds_on(pack, circle.on)
    except HorizonError:
        return Guideline(on=circle.on, evidence="?")
    periods = [period_on(pack.series[_series(band)], circle.on) for band in _BANDS]
    options = [bands_of(member, circle.on, bounds) for member in circle.members or ()]
    amounts = {_of_counts(counts, of_bands) for counts in outermost_counts(options, of_bands)}
    known = [amount for amount in amounts if amount is not None]
    sure = len(known) == len(amounts)
    return Guideline(
        on=circle.on,
        least=min(known) if sure else None,
        most=max(known) if sure else None,
        evidence=weakest(period.evidence for period in periods),
        notes=tuple({note.cs: note for note in (period.note for period in periods) if note}.values()),
        cites=tuple({cite.at: cite for period in periods for cite in period.citations}.values()),
    )


def _amounts(pack: Pack, on: date) -> dict[str, int]:
    return {band: known_value(pack.series[_series(band)], on) * HALERE_PER_KORUNA for band in _BANDS}


def _series(band: str) -> str:
    return f"guideline_{band}"
