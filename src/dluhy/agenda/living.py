"""Steps of a household: what to calm first, offers, benefits to apply for, what changes, deductions to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dateutil.relativedelta import relativedelta

from dluhy.agenda.debts import due_of
from dluhy.agenda.making import Maker, once
from dluhy.agenda.values import Reason, Sources, Task
from dluhy.case.payments import UNKNOWN
from dluhy.case.standing import nobody_lives
from dluhy.household.indicators import with_steps as households_with_steps
from dluhy.household.triage import step_at_hand
from dluhy.household.triage import with_steps as obligations_with_steps
from dluhy.law.amounts import constant
from dluhy.law.models import Bilingual, Citation
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from dluhy.case.household import CaseHousehold
    from dluhy.case.payments import CaseDeduction
    from dluhy.household.model import Estimate
    from dluhy.household.upcoming import Change
    from dluhy.law.models import Ladder, Rule, Step, Term

HOUSEHOLD, OFFERS, BENEFITS, CHANGES, DEDUCTIONS = "household", "offers", "benefits", "changes", "deductions"
_ENTITLED: Final = "seems_entitled"
_ALARM: Final = 3
_WEEK: Final = "this_week"
_ONLY: Final = "agenda_only"
_WORTH: Final = "agenda_week_worth"


def of_household(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield the steps at hand for what is owed, then those that loud indicators call for, offers, benefits, changes."""
    found = sources.household
    if found is None or nobody_lives(sources.case):
        return
    yield from _of_obligations(found, sources, maker)
    yield from _of_indicators(found, sources, maker)
    yield from _of_offers(found, maker)
    yield from _of_maintenance(sources, maker)
    yield from (_of_benefit(each, maker) for each in found.sheet.benefits if each.seems == _ENTITLED)
    yield from (_of_change(each, maker) for each in found.sheet.upcoming if each.when.first is not None)


def _of_obligations(found: CaseHousehold, sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield for each obligation the first step of every ladder of its class.

    Where the class itself is not certain nothing is done yet: what decides it is asked.
    """
    ordered = found.sheet.triage
    if ordered is None or not ordered.height:
        return
    marks = {row["debt_id"]: row["enforcement_ref"] for row in sources.judged.iter_rows(named=True)}
    judged = obligations_with_steps(ordered, maker.pack, found.sheet.on).iter_rows(named=True)
    household, died = found.sheet.facts.row(0, named=True), _died(sources)
    for row, each in zip(ordered.iter_rows(named=True), judged, strict=True):
        rule = maker.pack.rules[row["rule"]]
        for ladder in _ladders(rule, household, maker) if row["certain"] and row["debtor"] not in died else ():
            step = step_at_hand(ladder, [each])
            if step is not None:
                yield _of_obligation(row, rule, step, marks.get(row["debt"]), sources, maker)


def _died(sources: Sources) -> set[str | None]:
    return {person.id for person in sources.case.people or () if person.died_on is not None}


def _ladders(rule: Rule, household: Mapping[str, Any], maker: Maker) -> Iterator[Ladder]:
    """Yield the ladders of a rule, without those that a known fact of the household leaves no room for."""
    needs = {name: term.more["facts"] for term in _only(maker) for name in term.more.get("ladders", ())}
    for name in rule.remedies:
        if any(household.get(fact) is not False for fact in needs.get(name, ())) or name not in needs:
            yield maker.pack.ladders[name]


def _for_rule(ladder: Ladder, rule: str, maker: Maker) -> Ladder:
    """Return a ladder without the steps that it has for other rules only."""
    callers = {name: term.more["rules"] for term in _only(maker) for name in term.more.get("steps", ())}
    return ladder.model_copy(update={"step": [step for step in ladder.step if rule in callers.get(step.id, [rule])]})


def _only(maker: Maker) -> Iterable[Term]:
    return maker.pack.vocabularies[_ONLY].values()


def _of_obligation(  # noqa: PLR0913, PLR0917 - one obligation, one rule, one step
    row: Mapping[str, Any], rule: Rule, step: Step, mark: str | None, sources: Sources, maker: Maker
) -> Task:
    group, immediate = maker.group([rule.id])
    due = due_of(step, None, sources.as_of)
    return maker.of_step(
        [step],
        HOUSEHOLD,
        [Reason(topic=HOUSEHOLD, code=rule.id, title=rule.title)],
        whose=() if row["debtor"] is None else (row["debtor"],),
        name=maker.name_for(step, row["creditor"], mark),
        due=(_WEEK, None) if immediate and due[0] == "no_limit" else due,
        debts=(row["debt"] or row["id"],),
        enforcements=() if mark is None else (mark,),
        group=group,
        this_week=immediate,
        verify=once(map(Maker.note, step.verify)),
    )


def _of_indicators(found: CaseHousehold, sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield the first step of each ladder that an indicator calls for, of the loudest and of immediate ones."""
    row = households_with_steps(found.sheet.facts, maker.pack, found.sheet.on).row(0, named=True)
    for each in found.sheet.indicators:
        group, immediate = maker.group([each.rule])
        level = maker.pack.term("verdicts", each.verdict).more["level"]
        if each.status != "holds" or (level < _ALARM and not immediate):
            continue
        for name in maker.pack.rules[each.rule].remedies:
            step = step_at_hand(_for_rule(maker.pack.ladders[name], each.rule, maker), [row])
            if step is not None:
                yield maker.of_step(
                    [step],
                    HOUSEHOLD,
                    [Reason(topic=HOUSEHOLD, code=each.rule, title=maker.title(each.rule))],
                    due=(_WEEK, None) if immediate else due_of(step, None, sources.as_of),
                    group=group,
                    this_week=immediate,
                    verify=once(map(Maker.note, step.verify)),
                )


def _of_offers(found: CaseHousehold, maker: Maker) -> Iterator[Task]:
    offers = found.sheet.offers
    if offers is not None and offers.offers:
        yield maker.of_code(
            "offers_send",
            OFFERS,
            [_topic(OFFERS, maker)],
            values={"amount": offers.offered},
            debts=tuple(offer.id for offer in offers.offers),
            evidence=offers.evidence,
        )


def _of_maintenance(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield what to do about maintenance that the children are owed and nobody pays or enforces.

    With a title it is enforced, without one the court sets it; where nobody tells of a title, that is asked first.
    """
    due = [each.maintenance_due for each in sources.case.people or () if each.maintenance_due is not None]
    unpaid = [each for each in due if not each.enforced and (each.paid or 0) < (each.monthly or 1)]
    for code, titled in (("maintenance_enforce", True), ("maintenance_set", False)):
        told = [each for each in unpaid if each.title is titled and (not titled or each.enforced is False)]
        if told:
            term = maker.pack.term("agenda_steps", code)
            yield maker.of_code(
                code,
                BENEFITS,
                [_topic(BENEFITS, maker)],
                values={"amount": sum(max((each.monthly or 0) - (each.paid or 0), 0) for each in told)},
                due=(_WEEK, None),
                this_week=True,
                citations=tuple(Citation(at=at) for at in term.more["cites"]),
                evidence="D",
            )


def _of_benefit(estimate: Estimate, maker: Maker) -> Task:
    label, place = maker.pack.term("benefits", estimate.benefit), maker.pack.vocabularies["benefit_places"]
    told: dict[str, Any] = {"benefit": _both(label)}
    where = place.get(estimate.benefit)
    return maker.of_code(
        "benefit_apply",
        BENEFITS,
        [Reason(topic=BENEFITS, code=estimate.benefit, title=_both(label))],
        values=told | {"place": _both(label if where is None else where)},
        known_as=f"benefit_{estimate.benefit}",
        due=_benefit_due(estimate, maker),
        this_week=_is_worth_the_week(estimate, maker),
        evidence=estimate.evidence,
    )


def _is_worth_the_week(estimate: Estimate, maker: Maker) -> bool:
    """Return whether applying only next month would lose enough to go for it this week."""
    worth = constant(maker.pack.series[_WORTH]) * HALERE_PER_KORUNA
    return _benefit_due(estimate, maker)[1] is not None and (estimate.least or 0) >= worth


def _benefit_due(estimate: Estimate, maker: Maker) -> tuple[str, date | None]:
    """Return the end of the month for benefits that are due from the month of the application."""
    if estimate.benefit not in maker.pack.term("agenda_due", "month_end").more["benefits"]:
        return "no_limit", None
    return "month_end", estimate.month + relativedelta(months=1, days=-1)


def _of_change(change: Change, maker: Maker) -> Task:
    term = maker.pack.term("upcoming_changes", change.code)
    told = Bilingual(cs=term.cs.format(**change.values), en=term.en.format(**change.values))
    return maker.of_code(
        "change_ahead",
        CHANGES,
        [Reason(topic=CHANGES, code=change.code, title=told)],
        values={"change": told},
        known_as=f"change_{change.code}_{change.when.first}",
        whose=() if change.person is None else (change.person,),
        due=("change", change.when.first),
        citations=change.cites,
        evidence=change.evidence,
        verify=() if change.note is None else (change.note,),
    )


def of_deductions(sources: Sources, maker: Maker) -> Iterator[Task]:
    """Yield, for each payer, that the payslip of the last month computed is to be held against the computation."""
    latest: dict[tuple[str, tuple[str, ...]], CaseDeduction] = {}
    died = _died(sources)
    for each in sources.deductions:
        if each.deduction is not None and each.deduction.deducted and each.person not in died:
            latest[each.person, each.payers] = each
    for (person, payers), each in latest.items():
        if each.deduction is None:
            continue
        day = each.month or each.paid_on
        month = "" if day is None else f"{day:%m/%Y}"
        yield maker.of_code(
            "slip_compare",
            DEDUCTIONS,
            [_topic(DEDUCTIONS, maker)],
            whose=() if person == UNKNOWN else (person,),
            name=", ".join(payer for payer in payers if payer != UNKNOWN) or None,
            values={"amount": each.deduction.deducted, "month": month},
        )


def _topic(code: str, maker: Maker) -> Reason:
    return Reason(topic=code, code=code, title=_both(maker.pack.term("agenda_topics", code)))


def _both(term: Term) -> Bilingual:
    return Bilingual(cs=term.cs, en=term.en)
