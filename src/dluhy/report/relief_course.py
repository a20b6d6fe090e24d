"""What debt relief would bring: months, instalments, satisfaction, goals, what outlives it, what changes it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.models import Citation
from dluhy.money import to_decimal_string
from dluhy.relief.claims import UNSECURED
from dluhy.relief.projection_course import TRUSTEE
from dluhy.relief.projection_totals import MAINTENANCE
from dluhy.relief.projection_values import shown
from dluhy.report.household_teller import Grounds, HouseholdTeller, Note

if TYPE_CHECKING:
    from dluhy.case.relief import CaseRelief
    from dluhy.engine.steps import Flag
    from dluhy.relief.projection_values import ClaimTotal, Month, Projection, Target, Variant

_FLAGS: Final = "projection_flags"
_SAID_ELSEWHERE: Final = frozenset({"assumption_used", "survives", "survival_unclear", "spouse_unknown"})


@frozen
class TargetReport:
    """A goal: its share in per cent, the instalment with which it is reached (null: never), whether it ends it."""

    code: str
    label: str
    percent: str
    plan_month: int | None
    reached_on: date | None
    decides: bool
    assumed: bool
    grounds: Grounds


@frozen
class SurvivingReport:
    """A debt of which something may outlive the discharge: `survives` is yes or unclear, `rest` a decimal string."""

    id: str
    kind_label: str
    rest: str
    survives: str
    grounds: Grounds


@frozen
class VariantReport:
    """The result with one thing otherwise; `percent` as in the course, sums as decimal strings."""

    code: str
    label: str
    percent: str
    creditors: str
    ended_after: int
    left_first: str
    assumed: bool


@frozen
class CourseMonth:
    """One month of debt relief; decimal strings.

    `plan_month` counts instalments from 1, null outside the plan. `paid` is all that was paid out in the month, of
    which `trustee`, `maintenance` and `creditors` without security; `creditors_sum` is what these got from the
    beginning. `left` is what is left of all incomes that are known; `assumed` that the law of the month is not known.
    """

    month: str
    plan_month: int | None
    assumed: bool
    income: str
    paid: str
    trustee: str
    maintenance: str
    creditors: str
    creditors_sum: str
    left: str


@frozen
class CourseReport:
    """The course of debt relief; decimal strings. `assumed` says that months past the known law are among them.

    `percent` is the satisfaction of unsecured creditors, two decimals, rounded down; `first` what is paid in the first
    month of the plan, `left_first` what is left then of all incomes that are known, `left_complete` whether they all
    are; `paid` all that is paid.
    """

    regime: str
    plan_months: int
    ended_after: int
    first_month: date
    end_month: date
    assumed: bool
    assumed_months: int
    last_known: date | None
    first: str
    left_first: str
    left_complete: bool
    percent: str
    basis_points: int
    paid: str
    creditors: str
    trustee: str
    maintenance: str
    months: tuple[CourseMonth, ...]
    targets: tuple[TargetReport, ...]
    surviving: tuple[SurvivingReport, ...]
    variants: tuple[VariantReport, ...]
    notes: tuple[Note, ...]
    grounds: Grounds


def course_report(found: CaseRelief, tell: HouseholdTeller) -> CourseReport | None:
    """Return what debt relief would bring; None where it was not projected."""
    course = found.projection
    if course is None:
        return None
    first, totals = next(month for month in course.months if month.plan_month == 1), course.totals
    others = [each.other for each in found.earners]
    other = sum(each for each in others if each is not None)
    cites = tuple(cite for step in course.steps for cite in step.cites)
    return CourseReport(
        regime=tell.term("relief_regimes", course.regime),
        plan_months=course.plan_months,
        ended_after=course.ended_after,
        first_month=first.first,
        end_month=course.end_month,
        assumed=totals.assumed,
        assumed_months=totals.assumed_months,
        last_known=_last_known(course),
        first=to_decimal_string(first.deduction + first.voluntary + first.gifts),
        left_first=to_decimal_string(first.left + other),
        left_complete=None not in others,
        percent=percent(course.basis_points),
        basis_points=course.basis_points,
        paid=to_decimal_string(sum(month.money_out - month.returned for month in course.months)),
        creditors=to_decimal_string(totals.unsecured),
        trustee=to_decimal_string(totals.trustee),
        maintenance=to_decimal_string(totals.maintenance),
        months=tuple(_month(each, other) for each in course.months),
        targets=tuple(_target(each, tell) for each in course.targets),
        surviving=tuple(_surviving(each, tell) for each in course.surviving),
        variants=tuple(_variant(each, other, tell) for each in found.sensitivity),
        notes=tuple(_note(flag, tell) for flag in course.flags if flag.code not in _SAID_ELSEWHERE),
        grounds=tell.grounds(cites, course.evidence),
    )


def _month(month: Month, other: int) -> CourseMonth:
    return CourseMonth(
        month=f"{month.first:%Y-%m}",
        plan_month=month.plan_month,
        assumed=month.assumed,
        income=to_decimal_string(month.income + other),
        paid=to_decimal_string(month.money_out - month.returned),
        trustee=to_decimal_string(month.of_ranks(*TRUSTEE)),
        maintenance=to_decimal_string(month.of_ranks(*MAINTENANCE)),
        creditors=to_decimal_string(month.of_ranks(UNSECURED)),
        creditors_sum=to_decimal_string(month.creditors),
        left=to_decimal_string(month.left + other),
    )


def percent(basis_points: int) -> str:
    """Return hundredths of a per cent as per cent with two decimals."""
    return to_decimal_string(basis_points)


def _last_known(course: Projection) -> date | None:
    """Return the last day for which the law is known, where months past it were counted."""
    flag = next((each for each in course.flags if each.code == "assumption_used"), None)
    return None if flag is None else date.fromisoformat(str(flag.values["day"]))


def _target(found: Target, tell: HouseholdTeller) -> TargetReport:
    term = tell.pack.term("projection_targets", found.code)
    return TargetReport(
        code=found.code,
        label=tell.set(term.text(tell.language)),
        percent=percent(shown(found.share)),
        plan_month=found.plan_month,
        reached_on=found.reached_on,
        decides=found.decides,
        assumed=found.assumed,
        grounds=tell.grounds(tell.cited_by(term), found.evidence),
    )


def _surviving(found: ClaimTotal, tell: HouseholdTeller) -> SurvivingReport:
    term = tell.pack.term("relief_claim_kinds", found.kind)
    return SurvivingReport(
        id=found.id,
        kind_label=tell.set(term.text(tell.language)),
        rest=to_decimal_string(found.rest),
        survives=found.survives,
        grounds=tell.grounds([Citation(at=at) for at in term.more["cites"]], found.evidence),
    )


def _variant(found: Variant, other: int, tell: HouseholdTeller) -> VariantReport:
    label, changed = tell.term("projection_variants", found.code), dict(found.changed)
    amount = changed.get("third_party_monthly") or changed.get("court_instalment")
    return VariantReport(
        code=found.code,
        label=label if amount is None else f"{label} ({tell.crowns(amount)})",
        percent=percent(found.basis_points),
        creditors=to_decimal_string(found.creditors),
        ended_after=found.ended_after,
        left_first=to_decimal_string(found.left_first + other),
        assumed=found.assumed,
    )


def _note(flag: Flag, tell: HouseholdTeller) -> Note:
    """Return what a flag says, its days and incomes as people read them."""
    values = dict(flag.values)
    if "day" in values:
        values["day"] = tell.say.day(date.fromisoformat(str(values["day"])))
    if "income" in values:
        values["income"] = tell.term("income_kinds", str(values["income"]))
    text = tell.filled(tell.pack.term(_FLAGS, flag.code), values)
    return Note(flag.code, text, None if "unknown" in flag.code else tell.remark(flag.evidence))
