"""Emergency assistance (mimořádná okamžitá pomoc), § 2, 36 and 37 of Act 111/2006: who may ask, and the ceilings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.engine.steps import Flag
from dluhy.household.benefits_shared import cannot_say, seems_not
from dluhy.household.minimum import existence_minimum
from dluhy.law.amounts import known_value, period_on
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from dluhy.household.model import Circle, Estimate
    from dluhy.law.pack import Pack

BENEFIT: Final = "emergency_help"
NEEDS: Final = "emergency_needs"
_SINGLE: Final = "living_minimum_single"
_HOMELESS: Final = ("street", "emergency")


def emergency_help(
    circle: Circle, pack: Pack | None = None, *, month: date, needs: Collection[str] | None = None
) -> Estimate:
    """Return a hint whether emergency assistance is worth asking for: the Labour Office decides, so never a figure.

    `needs` are codes of `emergency_needs` that have arisen, None if nobody asked. The ceilings of each stand in the
    reasons, haléře. InputError for unknown codes, HorizonError before 2023.
    """
    pack = pack or default_pack()
    _check(needs or (), pack)
    homeless = circle.housing.tenure == "none" or circle.housing.dwelling in _HOMELESS
    found = dict.fromkeys([*(needs or ()), *(("exclusion",) if homeless else ())])
    if not found:
        if needs is None:
            return cannot_say(BENEFIT, month, ["emergency_need"])
        return seems_not(BENEFIT, month, Flag(code="emergency_no_need"))
    ordered = [need for need in pack.vocabularies[NEEDS] if need in found]
    reasons = [_reason(need, month, pack) for need in ordered]
    missing = ["emergency_need"] if needs is None else []
    return cannot_say(BENEFIT, month, missing, *reasons, Flag(code="discretionary"))


def _check(needs: Collection[str], pack: Pack) -> None:
    strange = sorted(set(needs) - set(pack.vocabularies[NEEDS]))
    if strange:
        cs, en = "taková situace mimořádné okamžité pomoci není", "there is no such situation of emergency assistance"
        raise InputError([Problem("unknown_member", f"needs {need}", cs, en) for need in strange])


def _reason(need: str, month: date, pack: Pack) -> Flag:
    values: dict[str, int | str] = {}
    name = pack.term(NEEDS, need).more.get("multiple")
    evidence = "S2" if name is None else period_on(pack.series[name], month).evidence
    if name is not None and period_on(pack.series[name], month).unknown:
        return Flag(code="emergency_ceiling_unknown", evidence="?", values={"need": need})
    if name is not None:
        times, single = known_value(pack.series[name], month), known_value(pack.series[_SINGLE], month)
        values["limit"] = times * single * HALERE_PER_KORUNA
    if need == "harm_to_health":
        values["minimum"] = existence_minimum(month, pack)
    if need == "exclusion":
        values["amount"] = known_value(pack.series["emergency_exclusion_once"], month) * HALERE_PER_KORUNA
    return Flag(code=f"emergency_{need}", evidence=evidence, values=values)
