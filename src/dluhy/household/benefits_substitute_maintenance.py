"""Substitute maintenance (náhradní výživné), Act 588/2020: what the state may pay a child in a parent's stead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.engine.steps import Flag
from dluhy.household.benefits_shared import cannot_say, children_in, seems_not, step
from dluhy.household.minimum import CHILDREN
from dluhy.household.model import Estimate
from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from dluhy.household.model import Circle
    from dluhy.law.pack import Pack

BENEFIT: Final = "substitute_maintenance"
ALLOWANCE: Final = "foster_child_allowance"
_MOST, _PAYOUTS = "substitute_maintenance_most", "substitute_maintenance_payouts"


@frozen(kw_only=True)
class MaintenanceClaim:
    """What is known of a child's claim to maintenance; None: not known.

    `child` is the id of a member, `title` whether an enforceable title sets the maintenance, `monthly` its amount and
    `paid` what was paid of it a month on average of the last four months (an assigned claim counts as paid), haléře.
    `enforced`: enforcement is running, or was stopped for lack of means in the last four months. `payouts`: how many
    payments of substitute maintenance the child has had.
    """

    child: str
    title: bool | None = None
    monthly: int | None = None
    paid: int | None = None
    enforced: bool | None = None
    payouts: int | None = None


def substitute_maintenance(
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    claims: Sequence[MaintenanceClaim] | None = None,
) -> Estimate:
    """Return the substitute maintenance that the children of a circle seem entitled to, haléře a month together.

    `claims` None: nobody asked; the parts are the estimates of each claim. HorizonError before July 2021.
    """
    pack = pack or default_pack()
    if not circle.members:
        return cannot_say(BENEFIT, month, ["household_members"])
    children = {member.id: set(bands) <= set(CHILDREN) for member, bands in children_in(circle, month, pack)}
    against = _against(circle, children, asked=claims is not None)
    if against is not None:
        return seems_not(BENEFIT, month, against, evidence=against.evidence)
    if claims is None:
        return cannot_say(BENEFIT, month, ["maintenance_claims"])
    parts = [_claim(each, month, pack, dependent=children[each.child]) for each in claims if each.child in children]
    if not parts:
        return seems_not(BENEFIT, month, Flag(code="no_maintenance_title"))
    return _together(parts, month, pack)


def _against(circle: Circle, children: Collection[str], *, asked: bool) -> Flag | None:
    """Return why nothing is due whatever is paid; that both parents live here, only while nobody has asked."""
    if not children:
        return Flag(code="no_dependent_child")
    if set(children) <= _of_state(circle):
        return Flag(code="maintenance_of_state", evidence="S")
    if not asked and _with_both_parents(circle, children):
        return Flag(code="both_parents_here", evidence="D")
    return None


def _of_state(circle: Circle) -> set[str]:
    """Return the children whose right to maintenance passed to the state with an allowance (359/1999 § 47g odst. 3)."""
    lines = [line for line in circle.incomes or () if line.kind == ALLOWANCE and line.net != 0]
    return {line.person for line in lines if line.person is not None}


def _with_both_parents(circle: Circle, children: Iterable[str]) -> bool:
    """Tell whether every child is one of the debtor and of a spouse or partner who both live here."""
    roles = {member.id: member.role for member in circle.members or ()}
    return {"debtor", "spouse"} <= set(roles.values()) and all(roles[child] == "child" for child in children)


def _together(parts: list[Estimate], month: date, pack: Pack) -> Estimate:
    entitled = [part for part in parts if part.seems == "seems_entitled"]
    open_ = [part for part in parts if part.seems == "cannot_say"]
    reasons = {flag.code: flag for part in (entitled or open_ or parts) for flag in part.reasons}
    ceiling = period_on(pack.series[_MOST], month)
    return Estimate(
        benefit=BENEFIT,
        seems="seems_entitled" if entitled else "cannot_say" if open_ else "seems_not",
        month=month,
        least=sum(part.least or 0 for part in entitled) if entitled else None,
        most=sum(part.most or 0 for part in entitled) if entitled and not open_ else None,
        reasons=tuple(reasons.values()),
        assumed=("residence", "not_in_full_care") if entitled else (),
        missing=tuple(dict.fromkeys(code for part in parts for code in part.missing)),
        steps=tuple(each for part in entitled for each in part.steps),
        parts=tuple(parts),
        evidence=weakest([ceiling.evidence, *(part.evidence for part in parts)]),
    )


def _claim(claim: MaintenanceClaim, month: date, pack: Pack, *, dependent: bool) -> Estimate:
    payouts = known_value(pack.series[_PAYOUTS], month)
    if claim.title is False:
        return seems_not(BENEFIT, month, Flag(code="no_maintenance_title"))
    if claim.monthly is not None and claim.paid is not None and claim.paid >= claim.monthly:
        return seems_not(BENEFIT, month, Flag(code="maintenance_paid"))
    if claim.enforced is False:
        return seems_not(BENEFIT, month, Flag(code="no_enforcement"))
    if claim.payouts is not None and claim.payouts >= payouts:
        return seems_not(BENEFIT, month, Flag(code="payouts_used_up", values={"count": payouts}))
    facts = {
        "dependent_child": dependent or None,
        "maintenance_title": claim.title,
        "maintenance_amount": claim.monthly,
        "maintenance_paid": claim.paid,
        "maintenance_enforced": claim.enforced,
        "maintenance_payouts": claim.payouts,
    }
    missing = [code for code, known in facts.items() if known is None]
    return cannot_say(BENEFIT, month, missing) if missing else _due(claim, month, pack)


def _due(claim: MaintenanceClaim, month: date, pack: Pack) -> Estimate:
    """Return the estimate of one claim of which everything is known, § 4 odst. 1."""
    ceiling = period_on(pack.series[_MOST], month)
    limit = (ceiling.value or 0) * HALERE_PER_KORUNA
    amount = min((claim.monthly or 0) - (claim.paid or 0), limit)
    return Estimate(
        benefit=BENEFIT,
        seems="seems_entitled",
        month=month,
        least=amount,
        most=amount,
        reasons=(Flag(code="maintenance_unpaid", values={"limit": limit}),),
        steps=(step("substitute_maintenance_child", amount, ceiling, child=claim.child),),
        evidence=ceiling.evidence,
    )
