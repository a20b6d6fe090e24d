"""Who counts in the state social assistance benefit: members of the household, vulnerable and work-active people.

§ 7 to 14 of Act 151/2025. All is judged for a calendar month: conditions met for a part of it count for the whole
(§ 43 odst. 1). None is what is not known.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.dates import birthday
from dluhy.household.minimum import ADULT, bands_of, bounds_on
from dluhy.household.social_assistance_formulas import PREFIX
from dluhy.law.amounts import constant, known_value
from dluhy.law.codes import codes_with
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.household.model import Circle, Member
    from dluhy.law.pack import Pack

PRISONER: Final = "prisoner"
AT_HOME: Final = ("maternity_leave", "parental_leave")
PARENTS_OF: Final = {"child": ("debtor", "spouse"), "debtor": ("guardian",)}
"""Whose roles are those of the parents, by the role of the child."""
FOSTER: Final = "foster_carer"
ACTIVE_BY_ITSELF: Final = ("self_employed", FOSTER, "registered_jobseeker", "sick_leave")
NOT_KNOWN: Final = "not_known"


@frozen(kw_only=True)
class Standing:
    """How a member stands: may he be a dependent child, is he vulnerable, is he work-active, and why.

    `bands` are those of the living minimum he may belong to; `asked` codes of `household_facts` that would settle what
    is unknown, `assumed` codes of `benefit_assumptions`.
    """

    member: Member
    bands: tuple[str, ...]
    vulnerable: bool | None
    why: str
    active: bool | None
    why_active: str
    asked: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


@frozen(kw_only=True)
class Carer:
    """Which parent is vulnerable because of caring for a child (§ 7 odst. 2): the id, None if nobody is.

    `known` is False where it is not known whether the child is young enough, who its parents are or whether they care.
    """

    member: str | None = None
    lone: bool = False
    known: bool = True
    asked: tuple[str, ...] = ()


def assessed_household(circle: Circle, pack: Pack | None = None) -> Circle:
    """Return the circle with the members who form the household, § 10 and § 11; unknown members stay unknown.

    Left out is whoever is in custody or prison (§ 11 odst. 2 písm. b). That somebody is away for study, health or work
    changes nothing (§ 10 odst. 7). Who of those in the circle shares its costs is taken as given.
    """
    del pack
    if circle.members is None:
        return circle
    return evolve(circle, members=tuple(each for each in circle.members if each.activity != PRISONER))


def vulnerable(member: Member, circle: Circle, pack: Pack | None = None) -> tuple[bool | None, str]:
    """Tell whether a member is a vulnerable person in the month of the circle, § 7, and why.

    The reason is a code of `vulnerability_reasons`. None: something unknown decides it. Raises HorizonError outside
    what the pack knows.
    """
    pack = pack or default_pack()
    standing = next(each for each in standings(circle, pack) if each.member.id == member.id)
    return standing.vulnerable, standing.why


def work_active(member: Member, pack: Pack | None = None) -> tuple[bool | None, str]:
    """Tell whether a member is work-active, § 14, and why: a code of `work_activity_reasons`; None if not known."""
    hours = constant((pack or default_pack()).series[PREFIX + "work_hours"])
    activity = "registered_jobseeker" if member.jobseeker_since and member.activity is None else member.activity
    if activity in ACTIVE_BY_ITSELF:
        return True, str(activity)
    if member.work_hours is not None and member.work_hours >= hours:
        return True, "employed"
    if member.jobseeker_since is not None:
        return True, "registered_jobseeker"
    if activity is None or (activity == "employed" and member.work_hours is None):
        return None, NOT_KNOWN
    return False, "too_few_hours" if activity == "employed" else "not_active"


def standings(circle: Circle, pack: Pack) -> tuple[Standing, ...]:
    """Return how each member stands in the month of the circle, in the order given; nobody where nobody is known."""
    members, on = circle.members or (), last_day(circle.on)
    bounds, carer = bounds_on(pack, on), caring_parent(members, on, pack)
    found = []
    for member in members:
        bands = bands_of(member, on, bounds)
        is_vulnerable, why, asked, assumed = _vulnerable(member, bands, carer, on, pack)
        active, why_active = work_active(member, pack)
        if active is None and is_vulnerable is not True:
            asked += ("activity",) if member.activity is None else ("work_hours",)
        if why_active == FOSTER and is_vulnerable is not True:
            assumed += ("assistance_foster_reward",)
        found.append(
            Standing(
                member=member,
                bands=bands,
                vulnerable=is_vulnerable,
                why=why,
                active=active,
                why_active=why_active,
                asked=asked,
                assumed=assumed,
            )
        )
    return tuple(found)


def caring_parent(members: Sequence[Member], on: date, pack: Pack) -> Carer:
    """Return the one parent who is vulnerable because of caring for a child, § 7 odst. 1 písm. e), odst. 2, § 8.

    Of two parents it is the one who says so, is at home with the child, is not vulnerable anyway, or is not working. A
    parent who lives with the child is taken to care for it unless told otherwise. A lone parent has no spouse or
    partner in the household.
    """
    bounds = bounds_on(pack, on)
    adults = [each for each in members if ADULT in bands_of(each, on, bounds)]
    spouse, unsure, found = any(each.role == "spouse" for each in members), Carer(), Carer()
    for child in members:
        if bands_of(child, on, bounds) == (ADULT,):
            continue
        parents = _parents(child, adults, members)
        if parents is None:
            too_old = reached(child, _limit(pack, on, lone=True), on.replace(day=1))
            unsure = unsure if too_old else Carer(known=False, asked=("family_role",))
            continue
        lone = len(parents) == 1 and not (spouse and parents[0].role != "spouse")
        carers = [each for each in parents if each.child_carer is not False and each.id != child.id]
        older = reached(child, _limit(pack, on, lone=lone), on.replace(day=1))
        if not carers or older:
            continue
        if older is None:
            unsure = Carer(known=False, asked=("birth_date",))
        elif found.member is None:
            found = Carer(member=min(carers, key=lambda each: _first_to_care(each, on, pack)).id, lone=lone)
    return found if found.member is not None else unsure


def _parents(child: Member, adults: Sequence[Member], members: Sequence[Member]) -> list[Member] | None:
    """Return the parents of a member in the household, none for one who is nobody's child here; None if not known."""
    others = [each for each in adults if each.id != child.id]
    roles = PARENTS_OF.get(child.role or "")
    if roles is not None:
        own = [each for each in others if each.role in roles]
        return own if len(own) > 1 or all(each.role is not None for each in others) else None
    told = [each for each in others if each.child_carer]
    if told:
        return told
    return [] if child.role in ("spouse", "guardian") or len(members) == 1 else None


def _first_to_care(member: Member, on: date, pack: Pack) -> tuple[bool, bool, bool, bool]:
    otherwise = _known_reason(member, (ADULT,), Carer(), on, pack) is not None
    active = work_active(member, pack)[0]
    return member.child_carer is not True, member.activity not in AT_HOME, otherwise, active is True


def _limit(pack: Pack, on: date, *, lone: bool) -> int:
    name = "lone_parent_child_age" if lone else "cared_child_age"
    return known_value(pack.series[PREFIX + name], on)


def _vulnerable(
    member: Member, bands: Sequence[str], carer: Carer, on: date, pack: Pack
) -> tuple[bool | None, str, tuple[str, ...], tuple[str, ...]]:
    """Return whether, why, what would settle it, what was assumed; a reason that is known settles it alone."""
    why = _known_reason(member, bands, carer, on, pack)
    if why is not None:
        return True, why, (), _assumed(why)
    asked = _unknown_facts(member, bands, carer, on, pack)
    if asked:
        return None, NOT_KNOWN, asked, ()
    return False, "not_vulnerable", (), () if member.widowed_on else ("assistance_not_widowed",)


def _known_reason(member: Member, bands: Sequence[str], carer: Carer, on: date, pack: Pack) -> str | None:
    limit = known_value(pack.series[PREFIX + "vulnerable_age"], on)
    reasons = {
        "dependent_child": ADULT not in bands,
        "over_68": reached(member, limit, on - timedelta(days=1)) is True,
        "old_age_pension": member.pension in codes_with(pack, "pensions", "old_age"),
        "invalidity": member.pension in codes_with(pack, "pensions", "vulnerable"),
        "maternity_benefit": member.maternity is True or member.activity == "maternity_leave",
        "parent_of_small_child": carer.member == member.id and not carer.lone,
        "lone_parent": carer.member == member.id and carer.lone,
        "carer": member.named_carer is True,
        "care_recipient": (member.care_degree or 0) >= known_value(pack.series[PREFIX + "received_care_degree"], on),
        "widowed": _widowed(member, on, pack),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _unknown_facts(member: Member, bands: Sequence[str], carer: Carer, on: date, pack: Pack) -> tuple[str, ...]:
    limit = known_value(pack.series[PREFIX + "vulnerable_age"], on)
    unknown = {
        "dependent_child": len(bands) > 1,
        "birth_date": reached(member, limit, on - timedelta(days=1)) is None,
        "pension_kind": member.pension is None,
        "maternity_benefit": member.maternity is None and member.activity is None,
        "named_carer": member.named_carer is None,
        "care_degree": member.care_degree is None,
    }
    may_care = not carer.known and member.child_carer is not False
    return tuple(code for code, holds in unknown.items() if holds) + (carer.asked if may_care else ())


def _assumed(why: str) -> tuple[str, ...]:
    parent = ("assistance_parent_cares",)
    return {
        "parent_of_small_child": parent,
        "lone_parent": ("assistance_lone", *parent),
        "carer": ("assistance_one_carer",),
    }.get(why, ())


def _widowed(member: Member, on: date, pack: Pack) -> bool:
    """Whether the month is one of those after the month in which the spouse died, § 7 odst. 1 písm. i)."""
    if member.widowed_on is None:
        return False
    died = member.widowed_on
    after = (on.year - died.year) * 12 + on.month - died.month
    return 1 <= after <= known_value(pack.series[PREFIX + "widowed_months"], on)


def reached(member: Member, age: int, day: date) -> bool | None:
    """Tell whether a member has reached an age on a day; None where the birth is not known well enough."""
    born = member.born
    if born is not None and born.last is not None and birthday(born.last, age) <= day:
        return True
    if born is not None and born.first is not None and birthday(born.first, age) > day:
        return False
    return None


def last_day(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])
