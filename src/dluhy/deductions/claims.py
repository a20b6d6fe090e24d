"""Claims as the law sees them: the class of each by its kind and date, its place in the second third, its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.deductions.division import BY_MAINTENANCE, CURRENT, Want
from dluhy.law.amounts import period_on
from dluhy.problems import HorizonError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dluhy.deductions.model import Claim
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

PRIORITY, WITHOUT = "other_priority", "non_priority"
TRUSTEE: Final = "trustee"
AGREED: Final = "agreed_deduction"
UNTOLD_MAINTENANCE: Final = "maintenance"


@frozen
class Ranked:
    """A claim with its class; `assumed` where neither its kind nor anything else says whether it has priority.

    `ordered` is false for a deduction that was only agreed: no order stands behind it.
    """

    claim: Claim
    claim_class: str
    place: int | None
    evidence: Evidence = "S2"
    assumed: bool = False
    ordered: bool = True

    @property
    def priority(self) -> bool:
        """Whether it may be paid from the second third."""
        return self.place is not None

    @property
    def order(self) -> str:
        """The order it belongs to: a claim without one has its own."""
        return self.claim.order or f"#{self.claim.id}"


def ranked(claims: Iterable[Claim], paid_on: date, pack: Pack, problems: list[Problem]) -> list[Ranked]:
    """Return claims with their classes; contradictions and unknown kinds are added to the problems."""
    return [_ranked(claim, paid_on, pack, problems) for claim in claims]


def wants(claims: Sequence[Ranked]) -> list[Want]:
    """Return claims as they stand for division; running maintenance is looked up for each person entitled."""
    running = _running(claims)
    return [_want(each, running) for each in claims]


def _running(claims: Sequence[Ranked]) -> dict[str, int]:
    """Return the running maintenance of each person entitled: as stated, else what is due of it this month."""
    due = {
        each.claim.entitled: each.claim.balance
        for each in claims
        if each.claim_class == CURRENT and each.claim.entitled is not None and each.claim.balance is not None
    }
    stated = {
        each.claim.entitled: each.claim.monthly
        for each in claims
        if each.claim.entitled is not None and each.claim.monthly is not None
    }
    return due | stated


def _want(each: Ranked, running: Mapping[str, int]) -> Want:
    claim = each.claim
    monthly = claim.monthly if claim.entitled is None else running.get(claim.entitled)
    if monthly is None and each.claim_class == CURRENT:
        monthly = claim.balance
    ratio = monthly if each.claim_class in BY_MAINTENANCE else None
    return Want(claim.id, each.claim_class, each.place, claim.delivered_on, claim.balance, ratio)


def _ranked(claim: Claim, paid_on: date, pack: Pack, problems: list[Problem]) -> Ranked:
    derived = _class_of(claim, paid_on, pack, problems)
    if derived is None:
        claim_class = PRIORITY if claim.priority else WITHOUT
        return Ranked(claim, claim_class, _place(pack, claim_class), assumed=claim.priority is None)
    claim_class, evidence = derived
    place = _place(pack, claim_class)
    if claim.priority is not None and claim.priority != (place is not None):
        yes = place is not None
        cs = f"pohledávka tohoto druhu {'je' if yes else 'není'} k tomu dni přednostní, ale je uveden opak"
        en = f"a claim of this kind {'has' if yes else 'has no'} priority on that day, but the opposite is stated"
        problems.append(Problem("priority_contradicts_kind", f"/claims/{claim.id}/priority", cs, en))
    return Ranked(claim, claim_class, place, evidence, ordered=claim.kind != AGREED)


def _place(pack: Pack, claim_class: str) -> int | None:
    more = pack.term("claim_classes", claim_class).more
    return more["rank"] if more["priority"] else None


def _class_of(claim: Claim, paid_on: date, pack: Pack, problems: list[Problem]) -> tuple[str, Evidence] | None:
    """Return the class of a claim's kind on its day, None where the kind does not tell it."""
    more = _kind(claim, pack, problems)
    if more is None:
        return None
    if "class_series" not in more:
        return None if more["class"] is None else (more["class"], more["evidence"])
    series = pack.series[more["class_series"]]
    day = claim.began_on if series.selected_by == "enforcement_began_on" else paid_on
    if day is None:
        return None
    try:
        held = period_on(series, day)
    except HorizonError as error:
        problems += [evolve(problem, place=f"/claims/{claim.id}/kind") for problem in error.problems]
        return None
    return None if held.code is None else (held.code, held.evidence)


def _kind(claim: Claim, pack: Pack, problems: list[Problem]) -> Mapping[str, Any] | None:
    """Return the attributes of a claim's kind; a kind of debt stands for the kind of claim it is."""
    kind = claim.kind
    if kind is None:
        return None
    if kind == UNTOLD_MAINTENANCE:
        cs = "uveďte, zda jde o běžné výživné (maintenance_current), nebo o dlužné (maintenance_arrears)"
        en = "say whether it is running maintenance (maintenance_current) or arrears (maintenance_arrears)"
        problems.append(Problem("maintenance_untold", f"/claims/{claim.id}/kind", cs, en))
    kinds, debts = pack.vocabularies["claim_kinds"], pack.vocabularies["debt_kinds"]
    if kind in kinds:
        return kinds[kind].more
    if kind in debts:
        of_debt = debts[kind].more.get("claim")
        return None if of_debt is None else kinds[of_debt].more
    cs, en = "takový druh pohledávky tu není", "there is no such kind of claim"
    problems.append(Problem("not_in_list", f"/claims/{claim.id}/kind", cs, en))
    return None
