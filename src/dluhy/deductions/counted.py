"""Who is counted beside the debtor when the protected amount is worked out (§ 1 odst. 2 NNČ), by date.

A payer counts only what is proven to it: an unknown spouse or dependant is not counted, and the result says what the
proof would change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.problems import Problem

if TYPE_CHECKING:
    from dluhy.deductions.amounts import WageSet
    from dluhy.deductions.model import Household
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

ALWAYS: Final = "always"
DEPENDANTS, SPOUSE, OWN_PENSION = "dependants", "spouse", "own_pension"


@frozen
class Counted:
    """How many are counted, which facts nobody knows, and the weakest mark of what decided."""

    number: int
    spouse: bool | None
    unknown: tuple[str, ...] = ()
    evidence: Evidence = "S2"
    problems: tuple[Problem, ...] = field(default=())


def counted(household: Household, amounts: WageSet, pack: Pack) -> Counted:
    """Return who is counted under a set of amounts; an unknown spouse or number of dependants is not counted."""
    spouse, evidence = _spouse(household, amounts, pack)
    unknown = []
    if household.dependants is None:
        unknown.append(DEPENDANTS)
    if spouse is None:
        unknown.append(SPOUSE)
    number = (household.dependants or 0) + (1 if spouse else 0)
    return Counted(number, spouse, tuple(unknown), evidence, tuple(_problems(household, amounts, pack)))


def pension_term(pack: Pack, pension: str | None, attribute: str) -> tuple[bool | None, Evidence]:
    """Return whether a pension has an attribute of its vocabulary, and how well that is known; None for no pension."""
    if pension is None:
        return None, "S2"
    more = pack.term("pensions", pension).more
    return bool(more[attribute]), more["evidence"]


def _spouse(household: Household, amounts: WageSet, pack: Pack) -> tuple[bool | None, Evidence]:
    """Return whether the spouse is counted; None where that is not known."""
    spouse = household.spouse
    if spouse.counts is not None or spouse.married is False:
        return bool(spouse.counts), "S2"
    if amounts.spouse_rule == ALWAYS:
        return spouse.married, "S2"
    answers = [pension_term(pack, pension, "counts_spouse") for pension in (household.own_pension, spouse.pension)]
    suffices = next((answer for answer in answers if answer[0]), None)
    if suffices is not None:
        return (True if spouse.married else None), suffices[1]
    if all(answer is False for answer, _ in answers):
        return False, "S2"
    return None, "S2"


def _problems(household: Household, amounts: WageSet, pack: Pack) -> list[Problem]:
    """Return contradictions: a spouse who counts without a marriage, or without a pension that suffices."""
    spouse = household.spouse
    if not spouse.counts:
        return []
    if spouse.married is False:
        cs, en = "manžel se má počítat, ale dlužník není v manželství", "a spouse is counted, but there is no marriage"
        return [Problem("spouse_contradiction", "/spouse/counts", cs, en)]
    pensions = (household.own_pension, spouse.pension)
    if amounts.spouse_rule != ALWAYS and all(
        pension_term(pack, pension, "counts_spouse")[0] is False for pension in pensions
    ):
        cs = "manžel se má počítat, ale ani jeden z manželů nemá důchod, který k tomu stačí"
        en = "the spouse is counted, but neither spouse has a pension that suffices"
        return [Problem("spouse_contradiction", "/spouse/counts", cs, en)]
    return []
