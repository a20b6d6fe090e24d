"""All benefits a circle may think of for a month, in the order in which a counsellor looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.engine.steps import Flag
from dluhy.household.benefits_child_benefit import child_benefit
from dluhy.household.benefits_emergency import emergency_help
from dluhy.household.benefits_housing_benefit import housing_benefit
from dluhy.household.benefits_housing_support import housing_support
from dluhy.household.benefits_living_benefit import housing_supplement, living_benefit
from dluhy.household.benefits_parental import parental_allowance
from dluhy.household.benefits_shared import OF_SHARED_KIND, draws
from dluhy.household.benefits_substitute_maintenance import substitute_maintenance
from dluhy.household.social_assistance import social_assistance
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dluhy.household.benefits_substitute_maintenance import MaintenanceClaim
    from dluhy.household.model import Circle, Estimate
    from dluhy.law.pack import Pack

ALREADY: Final = "already_drawn"
"""The reason of a benefit that the household draws, so that it is not proposed."""


@frozen(kw_only=True)
class Asked:
    """What benefits need beside a circle; None: nobody said.

    `size` is the class of the municipality for the housing benefit, `entitled_september_2025` and `applied_2025` say
    whether former benefits run on, `multiples` and `drawn` are of the parental allowance, `claims` of substitute
    maintenance, `needs` of emergency assistance, `home_threatened`, `specific_needs`, `divorcing` and `not_obtainable`
    of housing support: see the functions of these benefits.
    """

    size: str | None = None
    entitled_september_2025: bool | None = None
    applied_2025: bool | None = None
    multiples: bool | None = None
    drawn: int | None = None
    claims: tuple[MaintenanceClaim, ...] | None = None
    needs: frozenset[str] | None = None
    home_threatened: bool | None = None
    specific_needs: bool | None = None
    divorcing: bool | None = None
    not_obtainable: bool | None = None


NOTHING_ASKED: Final = Asked()


def benefits_of(
    circle: Circle, pack: Pack | None = None, *, month: date, asked: Asked = NOTHING_ASKED
) -> tuple[Estimate, ...]:
    """Return what a circle seems entitled to for a month, one estimate for each benefit, never a promise.

    A benefit that an income shows to be drawn seems not to be missing: its first reason is `already_drawn`. Former
    benefits come last. HorizonError for a month the household's topic does not reach.
    """
    pack = pack or default_pack()
    pack.require_known("household", month)
    return tuple(_unless_drawn(each, circle, pack) for each in _all(circle, pack, month, asked))


def _all(circle: Circle, pack: Pack, month: date, asked: Asked) -> Iterator[Estimate]:
    yield social_assistance(circle, pack, month=month)
    yield parental_allowance(circle, pack, month=month, multiples=asked.multiples, drawn=asked.drawn)
    yield substitute_maintenance(circle, pack, month=month, claims=asked.claims)
    yield emergency_help(circle, pack, month=month, needs=asked.needs)
    yield housing_support(
        circle, pack, month=month, home_threatened=asked.home_threatened, specific_needs=asked.specific_needs,
        divorcing=asked.divorcing, not_obtainable=asked.not_obtainable,
    )  # fmt: skip
    entitled, applied = asked.entitled_september_2025, asked.applied_2025
    yield child_benefit(circle, pack, month=month, entitled_september_2025=entitled, applied_2025=applied)
    yield housing_benefit(
        circle, pack, month=month, size=asked.size, entitled_september_2025=entitled, applied_2025=applied
    )
    for former in (living_benefit, housing_supplement):
        yield former(circle, pack, month=month, entitled_september_2025=entitled, applied_2025=applied)


def _unless_drawn(estimate: Estimate, circle: Circle, pack: Pack) -> Estimate:
    """Return an estimate as it is, or as one that is not to be proposed because the benefit is drawn.

    Incomes that several benefits share say nothing of one of them.
    """
    if estimate.benefit in OF_SHARED_KIND or not draws(circle, estimate.benefit, pack):
        return estimate
    return evolve(estimate, seems="seems_not", reasons=(Flag(code=ALREADY), *estimate.reasons), missing=())
