"""What weighs on a household and what to calm first: indicators, obligations by class with the step at hand, offers."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.engine.evaluate import Engine
from dluhy.engine.expressions import condition_column
from dluhy.facts.derived import functions
from dluhy.household.triage import COLUMNS, UNSURE, step_at_hand
from dluhy.money import to_decimal_string
from dluhy.report.household_notes import Advice, advice_on
from dluhy.report.household_teller import Grounds, Note  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.household.indicators import Indicator
    from dluhy.household.offers import Offers
    from dluhy.household.sheet import HouseholdSheet
    from dluhy.law.models import Ladder, Rule, Step
    from dluhy.law.pack import Pack
    from dluhy.report.household_teller import HouseholdTeller

    _Judged = tuple["ObligationReport", Mapping[str, Any]]

_LEVEL: Final = "level"
_DISADVANTAGE: Final = "disadvantage"


@frozen
class IndicatorReport:
    """One indicator: whether it holds (null: nobody can tell), what was measured and the threshold, both in words.

    `name` is the title in a list of several, `level` how loud it is (3 alarm, 2 warning, 1 note), `basis` what its
    threshold rests on; `missing` are the facts that would decide, `missing_facts` their names; `advice` is what to know
    at once where it holds.
    """

    rule: str
    title: str
    name: str
    sentence: str
    level: int
    level_label: str
    holds: bool | None
    measured: str | None
    value: str | None
    threshold: str | None
    basis: str
    basis_label: str
    missing: tuple[str, ...]
    missing_facts: tuple[str, ...]
    to_verify: tuple[str, ...]
    grounds: Grounds
    advice: Advice | None


@frozen
class ObligationReport:
    """One obligation in the order of calming; `certain` false: it stands here until the missing facts are known."""

    id: str
    label: str
    creditor: str | None
    balance: str | None
    certain: bool
    missing: tuple[str, ...]
    missing_facts: tuple[str, ...]
    to_verify: tuple[str, ...]


@frozen
class StepAtHand:
    """A first step of one ladder: when it is for, what to do, in detail.

    `ladder` is the title of the ladder, or the names of the obligations where these begin with another step of it;
    `to_verify` are notes that hold for one of the obligations, or may.
    """

    ladder: str
    step: str
    title: str
    detail: str
    grounds: Grounds
    to_verify: tuple[str, ...]


@frozen
class FirstReport:
    """A class of obligations in the order to calm them: why it stands here, the steps at hand, who belongs to it."""

    rule: str
    title: str
    sentence: str
    verdict: str
    verdict_label: str
    steps: tuple[StepAtHand, ...]
    obligations: tuple[ObligationReport, ...]
    grounds: Grounds


@frozen
class OfferLine:
    """A monthly instalment offered on one debt, and the months it takes if no interest is added."""

    id: str
    label: str
    balance: str
    monthly: str
    months: int


@frozen
class OffersReport:
    """What can be offered to creditors without priority; without lines the notes say why."""

    available: str | None
    lines: tuple[OfferLine, ...]
    notes: tuple[Note, ...]
    remark: str | None


def indicator_reports(sheet: HouseholdSheet, tell: HouseholdTeller) -> tuple[IndicatorReport, ...]:
    """Return the indicators of a household, the loudest first."""
    told = (_indicator(each, sheet.on, tell) for each in sheet.indicators)
    return tuple(sorted(told, key=lambda each: -each.level))


def first_report(sheet: HouseholdSheet, tell: HouseholdTeller) -> tuple[FirstReport, ...] | None:
    """Return the obligations of a household by class in the order to calm them; None where none are stated."""
    if sheet.triage is None:
        return None
    facts = sheet.triage.drop(COLUMNS)
    judged = _engine(tell.pack).evaluate(facts, sheet.on, masks=False).iter_rows(named=True)
    rows = zip(sheet.triage.iter_rows(named=True), judged, strict=True)
    return tuple(
        _class(tell.pack.rules[rule], [(_obligation(row, each, tell), each) for row, each in found], tell)
        for rule, found in groupby(rows, key=lambda pair: pair[0]["rule"])
    )


def offers_report(offers: Offers, first: tuple[FirstReport, ...], tell: HouseholdTeller) -> OffersReport:
    """Return what can be offered, with the names of the debts as the classes have them."""
    labels = {each.id: each.label for group in first for each in group.obligations}
    return OffersReport(
        available=None if offers.available is None else to_decimal_string(offers.available),
        lines=tuple(
            OfferLine(
                id=offer.id,
                label=labels.get(offer.id, offer.id),
                balance=to_decimal_string(offer.balance),
                monthly=to_decimal_string(offer.monthly),
                months=offer.months,
            )
            for offer in offers.offers
        ),
        notes=tuple(tell.noted("offer_notes", flag) for flag in offers.notes),
        remark=tell.remark(offers.evidence),
    )


def _indicator(each: Indicator, on: date, tell: HouseholdTeller) -> IndicatorReport:
    rule, verdict = tell.pack.rules[each.rule], tell.pack.term("verdicts", each.verdict)
    measure = each.measure
    return IndicatorReport(
        rule=each.rule,
        title=tell.set(rule.title.text(tell.language)),
        name=_name(rule, tell),
        sentence=tell.set(rule.sentence.text(tell.language)),
        level=verdict.more[_LEVEL],
        level_label=tell.term("verdicts", each.verdict),
        holds=_HOLDS[each.status],
        measured=None if measure is None else tell.term("household_indicators", each.rule),
        value=None if measure is None else measure.value_text(tell.language),
        threshold=None if measure is None else measure.limit_text(tell.language),
        basis=each.basis,
        basis_label=tell.term("indicator_bases", each.basis),
        missing=tuple(tell.fact(name) for name in each.missing),
        missing_facts=each.missing,
        to_verify=tuple(tell.set(note.text(tell.language)) for note in each.verify),
        grounds=tell.grounds(rule.citations, each.evidence),
        advice=advice_on(each.rule, on, tell) if _HOLDS[each.status] else None,
    )


def _name(rule: Rule, tell: HouseholdTeller) -> str:
    """Return how an indicator is called among others: the title of a disadvantage says too little alone."""
    title = tell.set(rule.title.text(tell.language))
    return f"{title} ({tell.term('verdicts', rule.verdict)})" if rule.verdict == _DISADVANTAGE else title


_HOLDS: Final = {"holds": True, "fails": False, "unknown": None}


def _class(rule: Rule, found: Sequence[_Judged], tell: HouseholdTeller) -> FirstReport:
    return FirstReport(
        rule=rule.id,
        title=tell.set(rule.title.text(tell.language)),
        sentence=tell.set(rule.sentence.text(tell.language)),
        verdict=rule.verdict,
        verdict_label=tell.term("verdicts", rule.verdict),
        steps=tuple(step for name in rule.remedies for step in _at_hand(tell.pack.ladders[name], found, tell)),
        obligations=tuple(obligation for obligation, _ in found),
        grounds=tell.grounds(rule.citations, rule.evidence),
    )


def _at_hand(ladder: Ladder, found: Sequence[_Judged], tell: HouseholdTeller) -> Iterator[StepAtHand]:
    """Yield the steps of a ladder that obligations begin with, each once, in the order of the ladder."""
    begun: dict[str, tuple[Step, list[_Judged]]] = {}
    for obligation, row in found:
        step = step_at_hand(ladder, [row])
        if step is not None:
            begun.setdefault(step.id, (step, []))[1].append((obligation, row))
    for place, (step, those) in enumerate(begun[each.id] for each in ladder.step if each.id in begun):
        labels = "; ".join(dict.fromkeys(obligation.label for obligation, _ in those))
        named = labels if place else tell.set(ladder.title.text(tell.language))
        yield _step(step, named, [row for _, row in those], tell)


def _step(step: Step, when: str, rows: Sequence[Mapping[str, Any]], tell: HouseholdTeller) -> StepAtHand:
    notes = (v for v in step.verify if v.if_ is None or any(row[condition_column(v.if_)] is not False for row in rows))
    return StepAtHand(
        ladder=when,
        step=step.id,
        title=tell.set(step.title.text(tell.language)),
        detail=tell.set(step.detail.text(tell.language)),
        grounds=tell.grounds(step.citations, step.evidence),
        to_verify=tuple(tell.note(each) for each in notes),
    )


def _obligation(row: Mapping[str, Any], judged: Mapping[str, Any], tell: HouseholdTeller) -> ObligationReport:
    kind = row["obligation_kind"]
    label = row["name"] or (tell.say("screen-kind-unknown") if kind is None else tell.term("obligation_kinds", kind))
    return ObligationReport(
        id=row["id"],
        label=label,
        creditor=row["creditor"],
        balance=None if row["balance"] is None else to_decimal_string(row["balance"]),
        certain=row["evidence"] != UNSURE,
        missing=tuple(tell.fact(name) for name in row["missing"]),
        missing_facts=tuple(row["missing"]),
        to_verify=tuple(_to_verify(tell.pack.rules[row["rule"]], judged, tell)),
    )


def _to_verify(rule: Rule, judged: Mapping[str, Any], tell: HouseholdTeller) -> Iterator[str]:
    """Yield what must be verified of an obligation: notes without a condition, and those whose condition holds."""
    for note in rule.verify:
        if note.if_ is None or judged[condition_column(note.if_)]:
            yield tell.note(note)


@lru_cache(maxsize=4)
def _engine(pack: Pack) -> Engine:
    return Engine(pack, functions(), "obligations")
