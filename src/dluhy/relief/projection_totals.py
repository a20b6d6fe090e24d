"""What a projection comes to: totals, each claim, the trustee's account, the targets of the regime."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from dluhy.law.models import weakest
from dluhy.relief.claims import EXCLUDED, SECURED, SUBORDINATED, UNSECURED
from dluhy.relief.projection_course import PETITION, TRUSTEE
from dluhy.relief.projection_values import ClaimTotal, Target, Totals, TrusteeAccount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Evidence
    from dluhy.relief.claims import ClaimParts
    from dluhy.relief.projection_course import Course
    from dluhy.relief.projection_values import Month

MAINTENANCE: Final = (
    "maintenance_new",
    "maintenance_arrears",
    "assignment_fee",
    "assigned_maintenance",
    "substitute_maintenance",
)
ESTATE: Final = (PETITION, "estate_keeping", "estate_other")
FULL, COURT, EARLY, PRESUMED, SUCCESS = "full", "court_rate", "early_share", "presumed_effort", "success_share"
TARGETS: Final = "projection_targets"


def totals(months: Sequence[Month]) -> Totals:
    """Return the sums of all months."""
    assumed = sum(month.assumed for month in months)
    return Totals(
        income=sum(month.income for month in months),
        deduction=sum(month.deduction for month in months),
        voluntary=sum(month.voluntary for month in months),
        gifts=sum(month.gifts for month in months),
        extraordinary=sum(month.extraordinary for month in months),
        sale=sum(month.sale for month in months),
        trustee=sum(month.of_ranks(*TRUSTEE) for month in months),
        maintenance=sum(month.of_ranks(*MAINTENANCE) for month in months),
        estate=sum(month.of_ranks(*ESTATE) for month in months),
        unsecured=sum(month.of_ranks(UNSECURED) for month in months),
        subordinated=sum(month.of_ranks(SUBORDINATED) for month in months),
        secured=sum(month.of_ranks(SECURED) for month in months),
        returned=sum(month.returned for month in months),
        left=sum(month.left for month in months),
        assumed=assumed > 0,
        assumed_months=assumed,
    )


def claim_totals(course: Course) -> tuple[ClaimTotal, ...]:
    """Return what each claim got and what is left of it, in the order of the claims."""
    return tuple(_of_claim(course, number, part) for number, part in enumerate(course.parts))


def _of_claim(course: Course, number: int, part: ClaimParts) -> ClaimTotal:
    ledger = course.ledger
    accounts = [account for account, claim in enumerate(ledger.claims) if claim == number]
    own = [account for account in accounts if ledger.ranks[account] == part.rank]
    below = [account for account in accounts if account not in own]
    paid, paid_below = (sum(ledger.paid[account] for account in some) for some in (own, below))
    secured = part.secured - course.secured_left[number]
    rest = sum(ledger.owed[account] for account in accounts) + part.excluded
    return ClaimTotal(
        id=part.id, kind=part.kind, rank=part.rank, ranked=sum(ledger.owed[at] + ledger.paid[at] for at in own),
        subordinated=part.subordinated, secured=part.secured, excluded=part.excluded, paid=paid + paid_below + secured,
        paid_subordinated=paid_below, paid_secured=secured, rest=rest, secured_rest=course.secured_left[number],
        survives=part.survives, evidence=part.evidence,
    )  # fmt: skip


def trustee_account(course: Course) -> TrusteeAccount:
    """Return the trustee's costs and what becomes of what was not paid.

    Payments count on expenses first. The fee is at most what the debtor paid on it, but not below the floor; what is
    missing to the floor, and expenses, the state pays within its limit. A law without that ceiling leaves it all owed.
    Source: § 3 odst. 4 and § 8 of decree 313/2007 Sb., § 38 odst. 7 IZ; the counting on expenses first is a convention.
    """
    law = course.law.trustee
    fee, paid = course.fees + course.review, course.ledger.got(*TRUSTEE)
    unpaid = fee + course.expenses - paid
    on_expenses = min(paid, course.expenses)
    on_fee = paid - on_expenses
    if law.floor is None or not unpaid:
        by_state, owed, lapsed = 0, unpaid, 0
    else:
        due = max(min(fee, on_fee), min(fee, law.floor))
        missing = due - on_fee
        by_state = min(missing, law.by_state or 0) + course.expenses - on_expenses
        owed, lapsed = missing + course.expenses - on_expenses - by_state, fee - due
    return TrusteeAccount(
        fees=course.fees, review=course.review, expenses=course.expenses, paid=paid, unpaid=unpaid,
        by_state=by_state, owed=owed, lapsed=lapsed,
    )  # fmt: skip


def shares(claims: Sequence[ClaimTotal]) -> tuple[Fraction, Fraction]:
    """Return the satisfaction of unsecured claims without and with subordinated ones, exact."""
    ranked = sum(claim.ranked for claim in claims if claim.rank == UNSECURED)
    paid = sum(claim.paid - claim.paid_secured - claim.paid_subordinated for claim in claims if claim.rank == UNSECURED)
    below = sum(claim.subordinated for claim in claims) + sum(c.ranked for c in claims if c.rank == SUBORDINATED)
    paid_below = sum(claim.paid_subordinated for claim in claims)
    paid_below += sum(claim.paid - claim.paid_secured for claim in claims if claim.rank == SUBORDINATED)
    return Fraction(paid, ranked), Fraction(paid + paid_below, ranked + below)


def targets(course: Course, claims: Sequence[ClaimTotal]) -> tuple[Target, ...]:
    """Return the targets of the regime with the month in which each is reached."""
    return tuple(_targets(course, claims))


def _targets(course: Course, claims: Sequence[ClaimTotal]) -> Iterator[Target]:
    law, state = course.law, course.state
    ranked = sum(claim.ranked for claim in claims if claim.rank == UNSECURED)
    below = sum(claim.subordinated + (claim.ranked if claim.rank == SUBORDINATED else 0) for claim in claims)
    if law.success is not None:
        yield _target(course, SUCCESS, law.success, ranked)
    if law.presumption is not None:
        yield _target(course, PRESUMED, law.presumption, ranked)
    if law.fast_share is not None:
        yield _target(course, EARLY, law.fast_share, ranked, until=law.fast, decides=True)
    if state.court_rate is not None and law.trustee.advance is not None:
        yield _target(course, COURT, state.court_rate, ranked)
    yield _target(course, FULL, Fraction(1), ranked + below, with_below=True, decides=True)


def _target(  # noqa: PLR0913 - one keyword a fact of the target
    course: Course, code: str, share: Fraction, whole: int, *, until: int | None = None, decides: bool = False,
    with_below: bool = False,
) -> Target:  # fmt: skip
    evidence: Evidence = course.pack.term(TARGETS, code).more["evidence"]
    for month in course.months:
        if month.plan_month is None or (until is not None and month.plan_month > until):
            continue
        paid = month.creditors + (month.subordinated if with_below else 0)
        if paid * share.denominator >= whole * share.numerator:
            return Target(code=code, share=share, plan_month=month.plan_month, reached_on=month.first, decides=decides,
                          assumed=_assumed_by(course, month.number), evidence=evidence)  # fmt: skip
    assumed = any(month.assumed for month in course.months)
    return Target(code=code, share=share, plan_month=None, reached_on=None, decides=decides, assumed=assumed,
                  evidence=evidence)  # fmt: skip


def _assumed_by(course: Course, number: int) -> bool:
    return any(month.assumed for month in course.months if month.number <= number)


def surviving(claims: Sequence[ClaimTotal]) -> tuple[ClaimTotal, ...]:
    """Return the claims of which something is left that the discharge does not cover, or may not cover (§ 416 IZ)."""
    return tuple(claim for claim in claims if claim.rest and claim.survives != "no")


def weakest_of(course: Course, claims: Sequence[ClaimTotal]) -> Evidence:
    """Return the weakest mark of what the result rests on; an assumed month is derived at best."""
    marks = [course.law.evidence, course.extents.evidence()]
    marks += [claim.evidence for claim in claims if claim.rank != EXCLUDED]
    marks += ["D"] if any(month.assumed for month in course.months) else []
    ranks = {rank for month in course.months for rank, _ in month.ranks}
    marks += [course.pack.term("projection_ranks", rank).more["evidence"] for rank in ranks]
    return weakest(marks)
