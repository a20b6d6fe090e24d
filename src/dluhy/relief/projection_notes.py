"""How a projection explains itself: its steps with provisions, and what a reader must know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.engine.steps import Flag, Step
from dluhy.law.models import Citation
from dluhy.relief.claims import UNSECURED
from dluhy.relief.projection_law import with_vat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_course import Course
    from dluhy.relief.projection_values import ClaimTotal, Month, Totals, TrusteeAccount

STEPS = "projection_steps"


def steps_of(course: Course, sums: Totals, account: TrusteeAccount) -> tuple[Step, ...]:
    """Return the steps of a projection in the order in which they are told; sums in haléře, lengths in months."""
    return tuple(_step(code, value, course.pack) for code, value in _values(course, sums, account).items()
                 if value is not None)  # fmt: skip


def _values(course: Course, sums: Totals, account: TrusteeAccount) -> Mapping[str, int | None]:
    law, day, vat = course.law.trustee, course.calendar.approved_on, course.vat

    def taxed(amount: int | None) -> int | None:
        return None if amount is None else with_vat(amount, day, course.pack, vat=vat)

    first = next((month for month in course.months if month.plan_month == 1), None)
    return {
        "months_before": course.calendar.before,
        "plan_months": course.calendar.plan,
        "trustee_month_before": taxed(law.fee_before + law.expenses),
        "advance_month": taxed(law.advance),
        "trustee_month_plan": taxed(law.fee_plan + law.expenses),
        "review": course.review,
        "first_deduction": None if first is None else first.deduction,
        "trustee_total": sums.trustee,
        "maintenance_total": sums.maintenance,
        "creditors_total": sums.unsecured,
        "subordinated_total": sums.subordinated,
        "trustee_unpaid": account.unpaid,
    }


def _step(code: str, value: int, pack: Pack) -> Step:
    more = pack.term(STEPS, code).more
    return Step(code=code, value=value, cites=tuple(Citation(at=at) for at in more["cites"]), evidence=more["evidence"])


def flags_of(course: Course, claims: Sequence[ClaimTotal], sums: Totals, account: TrusteeAccount) -> tuple[Flag, ...]:
    """Return what a reader must know, the weightiest first; codes of `projection_flags`."""
    return (
        *_of_assumptions(course, sums),
        *course.extents.flags(),
        *_of_court(course, claims, sums),
        *_of_money(course),
        *_of_home(course),
        *(flag for part in course.parts for flag in part.flags),
        *_of_the_end(course, claims, account),
    )


def _of_assumptions(course: Course, sums: Totals) -> Iterator[Flag]:
    if sums.assumed:
        values: dict[str, int | str] = {"day": course.calendar.last_known.isoformat(), "months": sums.assumed_months}
        yield Flag(code="assumption_used", evidence="D", values=values)
    yield from course.calendar.flags
    if course.state.trustee_vat is None:
        yield Flag(code="trustee_vat_unknown")
    if course.law.trustee.advance is None:
        yield Flag(code="older_order", evidence="S")
    yield Flag(code="interruption_not_counted", evidence="S")


def _of_court(course: Course, claims: Sequence[ClaimTotal], sums: Totals) -> Iterator[Flag]:
    state = course.state
    if course.law.trustee.advance is None:
        return
    if state.court_rate is None:
        yield Flag(code="court_rate_unknown", evidence="S")
    else:
        ranked = sum(claim.ranked for claim in claims if claim.rank == UNSECURED)
        if sums.unsecured * state.court_rate.denominator < ranked * state.court_rate.numerator:
            yield Flag(code="court_rate_not_reached", evidence="S")
    plan = [month for month in course.months if month.phase == "plan"]
    if state.court_average is not None and _instalments(plan) < state.court_average * len(plan):
        yield Flag(code="court_average_not_reached", evidence="S")


def _instalments(plan: Sequence[Month]) -> int:
    """Return what was paid in all instalments: the deductions and what was added to them."""
    return sum(month.deduction + month.voluntary + month.gifts for month in plan)


def _of_money(course: Course) -> Iterator[Flag]:
    state = course.state
    if state.third_party_monthly:
        yield Flag(code="gift_depends_on_donor", evidence="S")
    if course.voluntary_cut:
        yield Flag(code="voluntary_limited", evidence="S")
    if any(month.sale for month in course.months):
        yield Flag(code="sale_order_reading", evidence="D")
    if any(part.monthly for part in course.parts):
        yield Flag(code="maintenance_before_approval", evidence="S")
    if course.advance_short:
        yield Flag(code="advance_short", evidence="S", values={"amount": course.advance_short})
    if course.short_months > course.law.underpaid_months:
        yield Flag(code="trustee_short", evidence="S", values={"months": course.short_months})


def _of_home(course: Course) -> Iterator[Flag]:
    home = course.state.home
    if home is None:
        return
    codes = {None: "home_to_judge", True: "home_sold", False: "home_protected"}
    yield Flag(code=codes[home.sold], evidence="S")
    if home.collateral:
        yield Flag(code="home_is_collateral", evidence="S2")


def _of_the_end(course: Course, claims: Sequence[ClaimTotal], account: TrusteeAccount) -> Iterator[Flag]:
    for claim in claims:
        if claim.secured_rest:
            values: dict[str, int | str] = {"claim": claim.id, "amount": claim.secured_rest}
            yield Flag(code="secured_stays", evidence="S", values=values)
        if claim.rest and claim.survives != "no":
            code = "survives" if claim.survives == "yes" else "survival_unclear"
            yield Flag(code=code, evidence=claim.evidence, values={"claim": claim.id, "amount": claim.rest})
    floor = course.law.trustee.floor
    if floor is not None and account.fees + account.review < floor:
        yield Flag(code="trustee_floor", evidence="S", values={"amount": floor})
    if account.by_state:
        yield Flag(code="trustee_debt_to_state", evidence="S", values={"amount": account.by_state})
    if account.owed:
        yield Flag(code="trustee_debt", evidence="S2", values={"amount": account.owed})
