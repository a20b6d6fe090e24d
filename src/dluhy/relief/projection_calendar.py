"""The months of a projection: from the permission to the approval, the instalments, the months after the plan.

Instalments are calendar months that follow the approval (§ 406 odst. 3 písm. a) IZ); the trustee is due a fee for each
begun month (§ 3 odst. 2 písm. a) of decree 313/2007 Sb.).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen
from dateutil.relativedelta import relativedelta

from dluhy.dates import months_between, months_on
from dluhy.engine.steps import Flag
from dluhy.law.amounts import known_value
from dluhy.relief.projection_law import DEDUCTIONS, TOPIC

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_law import CaseLaw
    from dluhy.relief.projection_model import ReliefInput
    from dluhy.relief.projection_values import Phase


@frozen
class Slot:
    """One month and the day whose law is taken for it; `assumed` where that day stands in for one not known."""

    number: int
    plan_month: int | None
    first: date
    phase: Phase
    paid_on: date
    wage_period: date
    assumed: bool


@frozen
class Calendar:
    """The days of a projection and how many months lie before the first instalment."""

    permitted_on: date
    approved_on: date
    before: int
    plan: int
    last_known: date
    stand_in: bool
    flags: tuple[Flag, ...]

    def slot(self, number: int, phase: Phase) -> Slot:
        """Return a month of the projection, the first being 1; past what is known as the assumption says."""
        first = months_on(self.permitted_on.replace(day=1), number - 1)
        assumed = first > self.last_known
        paid_on = self.last_known if assumed and self.stand_in else first
        wage_period = months_on(paid_on.replace(day=1), -1)
        plan_month = number - self.before if phase == "plan" else None
        return Slot(number, plan_month, first, phase, paid_on, wage_period, assumed)


def calendar(state: ReliefInput, law: CaseLaw, pack: Pack) -> Calendar:
    """Return the days of a projection, the unknown ones by the pack's assumptions; HorizonError for a later law."""
    if state.petition_on > pack.info.horizon[TOPIC].to:
        pack.require_known(TOPIC, state.petition_on)
    flags = []
    permitted, approved = state.found_on, state.approved_on
    if permitted is None:
        days = known_value(pack.series["projection_days_to_finding"], law.began_on)
        permitted = state.petition_on + timedelta(days=days)
        flags.append(Flag(code="permission_assumed", evidence="D", values={"day": permitted.isoformat()}))
    if approved is None:
        approved = permitted + relativedelta(months=_months_before(state, law, pack))
        flags.append(Flag(code="approval_assumed", evidence="D", values={"day": approved.isoformat()}))
    before = months_between(permitted, approved) + 1
    return Calendar(
        permitted, approved, before, length(state, law), pack.info.horizon[DEDUCTIONS].to,
        state.after_horizon == "last_known", tuple(flags),
    )  # fmt: skip


def _months_before(state: ReliefInput, law: CaseLaw, pack: Pack) -> int:
    if state.months_before_approval is not None:
        return state.months_before_approval
    return known_value(pack.series["projection_months_before_approval"], law.began_on)


def length(state: ReliefInput, law: CaseLaw) -> int:
    """Return the number of instalments; a track that the regime does not have is the standard one."""
    tracks = {"long": law.long, "short": law.short}
    return tracks.get(state.track) or law.plan
