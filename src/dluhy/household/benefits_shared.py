"""What the benefits beside state social assistance share: counted incomes, estimates, old benefits running on."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final, Literal

from attrs import evolve, frozen

from dluhy.engine.steps import Flag, Step
from dluhy.household.minimum import CHILDREN, assessed_together, bands_of, bounds_on, living_minimum
from dluhy.household.model import Estimate
from dluhy.household.social_assistance_income import decisive_income
from dluhy.household.social_assistance_people import assessed_household
from dluhy.law.amounts import known_code
from dluhy.law.models import weakest
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dluhy.household.minimum import Minimum
    from dluhy.household.model import Circle, IncomeLine, Member
    from dluhy.law.models import Amount, Evidence
    from dluhy.law.pack import Pack

Law = Literal["old", "housing"]
"""Whose notion of income: of the child benefit or of the housing benefit, both until September 2025."""

SUPPORT: Final = "state_support_status"
STATUS: Final = {
    "child_benefit": SUPPORT,
    "housing_benefit": SUPPORT,
    "living_benefit": "living_benefit_status",
    "housing_supplement": "living_benefit_status",
}
"""The series that says whether a former benefit was granted in a month."""

OF_SHARED_KIND: Final = ("living_benefit", "housing_supplement")
"""Benefits that incomes do not tell apart."""

EARNINGS_OF_CHILDREN: Final = ("work", "always")
JUDGED: Final = "assessed_incomes"
ONLY_FOR_BONUS: Final = ("after_maternity", "income_months", "foster_benefit_kind")
"""Facts that decide only what counts for the work bonus of the social assistance benefit."""


@frozen
class Income:
    """The counted income of a household a month, exact in haléře.

    `known` is what is surely counted, `missing` says why that may not be all (empty: it is). `as_now` tells that an
    income of this month stands for the decisive months.
    """

    known: Fraction
    missing: tuple[str, ...] = ()
    as_now: bool = False
    evidence: Evidence = "S2"

    @property
    def total(self) -> Fraction | None:
        """The whole income, None where something of it is not known."""
        return None if self.missing else self.known


@frozen
class RunsOn:
    """Whether a former benefit runs on: `entitled` to it for September 2025, `applied` for the new one by its end.

    None: not known.
    """

    entitled: bool | None = None
    applied: bool | None = None


def counted_income(circle: Circle, pack: Pack, law: Law) -> Income:
    """Return the income that counts for a former benefit, § 5 of Act 117/1995.

    A dependent child's own earnings do not count (285/2021); a kind that the pack does not judge, or an unknown amount,
    makes the sum incomplete, unless the amount is zero.
    """
    if circle.incomes is None:
        return Income(Fraction(0), ("incomes",))
    known, as_now = Fraction(0), False
    missing: list[str] = []
    marks: list[Evidence] = ["S2"]
    for line in circle.incomes:
        counts = line_counts(line, pack, law)
        amount = month_average(line)
        if counts is False or amount == 0:
            continue
        missing += [] if counts else [doubt_of(line, pack)]
        missing += [] if amount is not None else ["income_amount"]
        if counts and amount is not None:
            known += amount
            as_now |= line.months is None or None in line.months
        marks += [_evidence_of(line, pack)] if counts else []
    return Income(known, tuple(dict.fromkeys(missing)), as_now, weakest(marks))


def assessed_income(circle: Circle, pack: Pack, month: date) -> Income:
    """Return the income of a household for a month as for the social assistance benefit, § 4 to 6 of Act 151/2025.

    A kind that the pack does not judge, or an unknown amount, makes the sum incomplete, unless the amount is zero.
    """
    judged = pack.vocabularies[JUDGED]
    lines = tuple(line if line.kind in judged else evolve(line, kind=None) for line in circle.incomes or ())
    asked = evolve(assessed_household(circle, pack), on=month, incomes=None if circle.incomes is None else lines)
    found = decisive_income(asked, pack)
    known, as_now = Fraction(found.least or 0, found.months), "assistance_income_same" in found.assumed
    missing = tuple(code for code in found.missing if code not in ONLY_FOR_BONUS)
    return Income(known, () if found.average is not None else missing or ("income_kind",), as_now, found.evidence)


def _evidence_of(line: IncomeLine, pack: Pack) -> Evidence:
    mark: Evidence = pack.term("support_incomes", line.kind or "").more["evidence"]
    return mark


def doubt_of(line: IncomeLine, pack: Pack) -> str:
    """Return the fact (code of `household_facts`) that would tell whether an income of several kinds counts."""
    doubts = pack.vocabularies["income_doubts"]
    return str(doubts[line.kind].more["asks"]) if line.kind in doubts else "income_kind"


def line_counts(line: IncomeLine, pack: Pack, law: Law) -> bool | None:
    """Tell whether an income counts for a former benefit; None where that is not known."""
    judged = pack.vocabularies["support_incomes"]
    if line.kind not in judged:
        return None
    more = judged[line.kind].more
    if line.childs and more.get("increased") in EARNINGS_OF_CHILDREN:
        return False
    said = more["old"]
    return law == "housing" if said == "housing" else bool(said == "yes")


def month_average(line: IncomeLine) -> Fraction | None:
    """Return an income's average of the three months where all are known, otherwise that of this month."""
    if line.months is not None and None not in line.months:
        return Fraction(sum(month for month in line.months if month is not None), len(line.months))
    return None if line.net is None else Fraction(line.net)


def minimum_in(circle: Circle, month: date, pack: Pack) -> Minimum:
    """Return the living minimum of a circle for another month."""
    return living_minimum(evolve(circle, on=month), pack)


def children_in(circle: Circle, month: date, pack: Pack) -> list[tuple[Member, tuple[str, ...]]]:
    """Return the members who may be dependent children in a month, each with the bands possible for him."""
    bounds = bounds_on(pack, month)
    members = [(each, bands_of(each, month, bounds)) for each in assessed_together(circle.members or ())]
    return [(member, bands) for member, bands in members if set(bands) & set(CHILDREN)]


def draws(circle: Circle, benefit: str, pack: Pack) -> bool:
    """Tell whether an income of a circle shows that it already draws a benefit."""
    kinds = pack.vocabularies["drawn_benefits"]
    if benefit not in kinds:
        return False
    return any(line.kind in kinds[benefit].more["kinds"] and line.net != 0 for line in circle.incomes or ())


def old_benefit(circle: Circle, benefit: str, month: date, pack: Pack, runs_on: RunsOn) -> Estimate | None:
    """Return what can be said of a former benefit by its month alone; None while it was granted.

    An income of that kind in a month in which the benefit is only running on says both facts of `runs_on`, except for
    a kind that several benefits share. HorizonError for a month the pack does not know.
    """
    status = known_code(pack.series[STATUS[benefit]], month)
    if status == "in_force":
        return None
    if status == "ended":
        return seems_not(benefit, month, Flag(code="benefit_ended"))
    drawn = draws(circle, benefit, pack) and benefit not in OF_SHARED_KIND
    needed = {"old_benefit_drawn": True if drawn else runs_on.entitled}
    if status == "transitional_if_applied":
        needed["applied_2025"] = True if drawn else runs_on.applied
    if False in needed.values():
        return seems_not(benefit, month, Flag(code="no_new_claims"))
    missing = tuple(code for code, known in needed.items() if known is None)
    if missing:
        return cannot_say(benefit, month, missing, Flag(code="no_new_claims"))
    reasons = (Flag(code="no_new_claims"), Flag(code="runs_on_unchanged" if STATUS[benefit] == SUPPORT else "runs_on"))
    return Estimate(benefit=benefit, seems="seems_entitled", month=month, reasons=reasons)


def cannot_say(benefit: str, month: date, missing: Iterable[str], *reasons: Flag) -> Estimate:
    """Return the estimate that nothing can be said, with what is missing."""
    return Estimate(
        benefit=benefit, seems="cannot_say", month=month, missing=tuple(dict.fromkeys(missing)), reasons=reasons
    )


def seems_not(benefit: str, month: date, *reasons: Flag, evidence: Evidence = "S2") -> Estimate:
    """Return the estimate that a benefit is not due, with the reasons."""
    return Estimate(benefit=benefit, seems="seems_not", month=month, reasons=reasons, evidence=evidence)


def up_to_crowns(amount: Fraction) -> int:
    """Return an amount of haléře rounded up to whole crowns."""
    return ceil(amount / HALERE_PER_KORUNA) * HALERE_PER_KORUNA


def shown(amount: Fraction) -> int:
    """Return an exact amount as whole haléře for reading, rounded down; never computed with further."""
    return floor(amount)


def step(code: str, value: int | None, period: Amount | None = None, **inputs: int | str | None) -> Step:
    """Return a step of a benefit with the provisions of the amount it used."""
    cites = tuple(period.citations) if period is not None else ()
    return Step(code=code, value=value, inputs=inputs, cites=cites, evidence=period.evidence if period else "S2")
