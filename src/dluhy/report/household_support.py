"""Benefits a household could draw, never a promise, and what changes for it in the months to come."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.models import Bilingual
from dluhy.report.household_teller import Amount, Grounds, HouseholdTeller, Note, of_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.engine.steps import Step
    from dluhy.household.model import Estimate
    from dluhy.household.upcoming import Change
    from dluhy.law.models import Citation, Term

BENEFITS, REASONS, ASSUMED, STEPS, PLACES = (
    "benefits", "benefit_reasons", "benefit_assumptions", "benefit_steps", "benefit_places",
)  # fmt: skip
CHANGES: Final = "upcoming_changes"
ENTITLED, NOT, CANNOT_SAY = "seems_entitled", "seems_not", "cannot_say"


@frozen
class StepReport:
    """One step of an estimate: what it is, its value (null where it is not known or no sum), and its grounds."""

    code: str
    label: str
    value: str | None
    grounds: Grounds


@frozen
class BenefitReport:
    """What a household seems to be entitled to: why it seems so, what was not tested or is not known, where to apply.

    `amount` is null where no estimate is supported; `parts` are the components.
    """

    benefit: str
    label: str
    seems: str
    seems_label: str
    month: str
    amount: Amount | None
    reasons: tuple[Note, ...]
    assumed: tuple[str, ...]
    missing: tuple[str, ...]
    where: str | None
    steps: tuple[StepReport, ...]
    grounds: Grounds
    parts: tuple[BenefitReport, ...]


@frozen
class ChangeReport:
    """Something that changes on a day or between two days; `law_known` false where the law of the day is not known."""

    code: str
    text: str
    person: str | None
    first: date | None
    last: date | None
    grounds: Grounds
    note: str | None
    law_known: bool


def benefit_report(estimate: Estimate, tell: HouseholdTeller, *, part: bool = False) -> BenefitReport:
    """Return an estimate as a reader meets it; a part of another is applied for with the whole."""
    told = estimate.seems == ENTITLED and estimate.most is not None
    place = None if part else tell.pack.vocabularies[PLACES].get(estimate.benefit)
    return BenefitReport(
        benefit=estimate.benefit,
        label=tell.term(BENEFITS, estimate.benefit),
        seems=estimate.seems,
        seems_label=tell.say(f"house-{_said(estimate, tell)}"),
        month=f"{estimate.month:%Y-%m}",
        amount=of_bounds(estimate.least, estimate.most) if told else None,
        reasons=tuple(tell.noted(REASONS, flag) for flag in estimate.reasons),
        assumed=tuple(tell.term(ASSUMED, code) for code in estimate.assumed),
        missing=tuple(tell.fact(code) for code in estimate.missing),
        where=None if place is None else tell.set(_where(place, estimate.month).text(tell.language)),
        steps=tuple(_step(step, tell) for step in estimate.steps),
        grounds=tell.grounds(_cites(estimate, tell), estimate.evidence),
        parts=tuple(benefit_report(each, tell, part=True) for each in estimate.parts),
    )


def _said(estimate: Estimate, tell: HouseholdTeller) -> str:
    """Return the key of what is said of an estimate: a reason may say more than that nothing can be told."""
    said = (tell.pack.term(REASONS, flag.code).more.get("seems") for flag in estimate.reasons)
    told = next((each for each in said if each), None)
    return str(told) if told and estimate.seems == CANNOT_SAY else estimate.seems


def _where(place: Term, month: date) -> Bilingual:
    """Return where to apply for a month: former benefits were applied for until a day."""
    former = place.more.get("until")
    if former is not None and month <= former["to"]:
        return Bilingual(cs=former["cs"], en=former["en"])
    return Bilingual(cs=place.cs, en=place.en)


def _cites(estimate: Estimate, tell: HouseholdTeller) -> Iterator[Citation]:
    """Yield the provisions of every step of an estimate, then those of its reasons and of where to apply."""
    for step in estimate.steps:
        yield from (*tell.cited_by(tell.pack.term(STEPS, step.code)), *step.cites)
    for flag in estimate.reasons:
        yield from tell.cited_by(tell.pack.term(REASONS, flag.code))
    place = tell.pack.vocabularies[PLACES].get(estimate.benefit)
    if place is not None:
        yield from tell.cited_by(place)


def change_reports(changes: Iterable[Change], tell: HouseholdTeller) -> tuple[ChangeReport, ...]:
    """Return what changes, in the order of days."""
    return tuple(
        ChangeReport(
            code=change.code,
            text=tell.filled(tell.pack.term(CHANGES, change.code), change.values),
            person=change.person,
            first=change.when.first,
            last=change.when.last,
            grounds=tell.grounds(change.cites, change.evidence),
            note=None if change.note is None else tell.set(change.note.text(tell.language)),
            law_known=change.law_known,
        )
        for change in changes
    )


def _step(step: Step, tell: HouseholdTeller) -> StepReport:
    """Return a step with the provisions of its words and of the amounts it used."""
    term = tell.pack.term(STEPS, step.code)
    label, value = tell.filled(term, {}), of_bounds(step.value, step.value).least
    return StepReport(step.code, label, value, tell.grounds([*tell.cited_by(term), *step.cites], step.evidence))
