"""The projection of debt relief: month by month from the permission to the end, with the law of each month.

Source: § 136, 395 to 416 IZ and decree 313/2007 Sb.; the deduction is that for claims with priority (§ 398 odst. 3 IZ,
§ 276 to 280 OSŘ). A month past what the pack knows is refused, or counted with the last known amounts and marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.law.pack import default_pack
from dluhy.problems import InputError
from dluhy.relief.claims import parted
from dluhy.relief.projection_calendar import calendar
from dluhy.relief.projection_checks import input_problems
from dluhy.relief.projection_course import Course
from dluhy.relief.projection_income import Extents
from dluhy.relief.projection_law import case_law
from dluhy.relief.projection_notes import flags_of, steps_of
from dluhy.relief.projection_totals import (
    claim_totals,
    shares,
    surviving,
    targets,
    totals,
    trustee_account,
    weakest_of,
)
from dluhy.relief.projection_values import Projection

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefInput


def project(state: ReliefInput, pack: Pack | None = None) -> Projection:
    """Return the projection of debt relief; haléře.

    Raises InputError with everything that is wrong with the input, HorizonError where the law of the proceedings is not
    known, or the law of a month while `after_horizon` is "refuse".
    """
    return _told(*gone(state, pack or default_pack()))


def gone(state: ReliefInput, pack: Pack) -> tuple[Course, int]:
    """Return a projection gone through and after how many instalments it ended; errors as `project`."""
    problems = input_problems(state, pack)
    if problems:
        raise InputError(problems)
    course = started(state, pack)
    return course, course.run()


def started(state: ReliefInput, pack: Pack) -> Course:
    """Return a projection before its first month."""
    law = case_law(state.regime, state.petition_on, state.spouses, pack)
    return Course(
        state=state, law=law, pack=pack, calendar=calendar(state, law, pack), extents=Extents(pack, state.debtors),
        parts=tuple(parted(claim, pack) for claim in state.claims),
    )  # fmt: skip


def _told(course: Course, ended: int) -> Projection:
    claims, sums, account = claim_totals(course), totals(course.months), trustee_account(course)
    percent, percent_all = shares(claims)
    plan = [month for month in course.months if month.phase == "plan"]
    return Projection(
        regime=course.law.regime, permitted_on=course.calendar.permitted_on, approved_on=course.calendar.approved_on,
        plan_months=course.calendar.plan, ended_after=ended, end_month=plan[-1].first, months=tuple(course.months),
        claims=claims, trustee=account, totals=sums, percent=percent, percent_all=percent_all,
        targets=targets(course, claims), surviving=surviving(claims), flags=flags_of(course, claims, sums, account),
        steps=steps_of(course, sums, account), evidence=weakest_of(course, claims),
    )  # fmt: skip
