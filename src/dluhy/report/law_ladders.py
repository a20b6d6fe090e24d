"""Ladders of steps for other programs, in both languages: who does what, on what basis, by when, at what cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from attrs import frozen

from dluhy.report.both import Both, CitedProvision, Labelled, both, cited, labelled, term

if TYPE_CHECKING:
    from dluhy.law.models import Ladder, Rule, Step
    from dluhy.law.pack import Pack


class VerifyValue(msgspec.Struct, frozen=True):
    """What must be verified although the rest is firm; `if` says when, null is always."""

    if_: str | None = msgspec.field(name="if")
    cs: str
    en: str


@frozen(kw_only=True)
class LimitValue:
    """By when a step is to be done; a period has one of `days`, `months`, `years`, others have none."""

    text: Both
    days: int | None
    months: int | None
    years: int | None
    runs_from: str | None
    citations: tuple[CitedProvision, ...]
    evidence: str


@frozen(kw_only=True)
class CostValue:
    """What a step costs and who bears it; `most` is the most it can be in whole CZK, null where that is not known."""

    text: Both
    most: int | None
    bears: Labelled
    evidence: str


@frozen(kw_only=True)
class StepValue:
    """A step of a ladder: who does what towards whom, on what basis, by when, at what cost.

    `if` of the pack stands in `condition`; null is always.
    """

    id: str
    title: Both
    detail: Both
    actor: Labelled
    addressee: Labelled
    effect: Labelled
    condition: str | None
    preparatory: bool
    before_18: bool
    after_end: bool
    needs: Both | None
    excludes: tuple[str, ...]
    joins: Labelled | None
    limit: LimitValue
    cost: CostValue
    citations: tuple[CitedProvision, ...]
    evidence: str
    evidence_label: Both
    verify: tuple[VerifyValue, ...]


@frozen
class LadderValue:
    """An ordered list of steps that answers a rule."""

    id: str
    title: Both
    steps: tuple[StepValue, ...]


def ladder_value(pack: Pack, ladder: Ladder) -> LadderValue:
    """Return a ladder with its steps in their order."""
    return LadderValue(ladder.id, both(ladder.title), tuple(_step(pack, each) for each in ladder.step))


def _step(pack: Pack, step: Step) -> StepValue:
    return StepValue(
        id=step.id,
        title=both(step.title),
        detail=both(step.detail),
        actor=labelled(pack, "roles", step.actor),
        addressee=labelled(pack, "roles", step.addressee),
        effect=labelled(pack, "effects", step.effect),
        condition=step.if_,
        preparatory=step.preparatory,
        before_18=step.before_18,
        after_end=step.after_end,
        needs=None if step.needs is None else both(step.needs),
        excludes=tuple(step.excludes),
        joins=None if step.joins is None else labelled(pack, "letters", step.joins),
        limit=_limit(pack, step),
        cost=CostValue(text=both(step.cost), most=step.cost_most, bears=labelled(pack, "roles", step.bears),
                       evidence=step.cost_evidence),
        citations=cited(step.citations, pack),
        evidence=step.evidence,
        evidence_label=term(pack, "evidence", step.evidence),
        verify=verify_values(step),
    )  # fmt: skip


def _limit(pack: Pack, step: Step) -> LimitValue:
    limit = step.limit
    return LimitValue(
        text=both(limit.text), days=limit.days, months=limit.months, years=limit.years, runs_from=limit.runs_from,
        citations=cited(limit.citations, pack), evidence=limit.evidence,
    )  # fmt: skip


def verify_values(item: Rule | Step) -> tuple[VerifyValue, ...]:
    """Return what is to be verified of a rule or a step."""
    return tuple(VerifyValue(each.if_, (text := both(each)).cs, text.en) for each in item.verify)
