"""What can be said against each debt of a case as a document: what it is worth, by when, what to do, what to ask.

Nothing here says that a claim has lapsed: limitation works only on objection, and a sum is what could drop out.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.engine.expressions import condition_column
from dluhy.money import to_decimal_string
from dluhy.relief.defect_judging import WORTH
from dluhy.relief.defect_parts import PARTS
from dluhy.relief.defect_values import UNSETTLED
from dluhy.report.household_teller import HouseholdTeller
from dluhy.report.relief import sentences
from dluhy.report.statements import (  # noqa: TC001 - msgspec reads the annotations
    Provision,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.case.defects import CaseDefects
    from dluhy.dates import Span
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.relief.defect_values import Defect, Remedy

HISTORY: Final = "history"
_STATUS: Final = {"holds": True, "fails": False, "unknown": None}
_OWED: Final = "owed"


@frozen
class DayReport:
    """A day to which a rule leads, within limits; null where there is no bound on a side. `code` is the fact it is."""

    code: str
    first: date | None
    last: date | None


@frozen
class RemedyReport:
    """One step against a debt: who does what towards whom, by when, at what cost; `until` is null where not known."""

    step: str
    title: str
    detail: str
    actor: str
    addressee: str
    until: date | None
    limit: str
    cost: str
    cost_borne_by: str
    effect: str
    needs: str | None
    provisions: tuple[Provision, ...]
    to_verify: tuple[str, ...]


@frozen
class DefectReport:
    """One thing that can be said against a debt as far as is known; sums are decimal strings, `most` null if unknown.

    `part` names the part of the debt that it takes, null where it takes nothing; of a part whose size is not known
    nothing is counted.
    `cited` are the provisions as people read them, those of one act together. `otherwise` is the day if the creditor
    pays an advance more, `presumed` what the facts were completed with.
    """

    statement: Statement
    cited: tuple[str, ...]
    least: str
    most: str | None
    part: str | None
    day: DayReport | None
    otherwise: DayReport | None
    presumed: tuple[str, ...]
    remedies: tuple[RemedyReport, ...]


@frozen
class OpenReport:
    """One thing that cannot be decided before the facts asked for are known."""

    rule: str
    title: str
    verdict: str
    verdict_label: str
    missing: tuple[str, ...]


@frozen
class DefectQuestion:
    """A fact to find out about a debt, and what it would help to decide; the most telling stand first.

    `decides` is empty for a fact without which it cannot be told which rules are about the debt at all.
    """

    fact: str
    ask: str
    decides: tuple[str, ...]


@frozen
class DebtDefectsReport:
    """What can be said against one debt; `least` and `most` of the balance may drop out, null where not known.

    `said` tells why little or nothing is told, null where the debt is owed as far as is known. `past` are actions that
    have ended.
    """

    debt: str
    standing: str
    said: str | None
    balance: str | None
    least: str | None
    most: str | None
    found: tuple[DefectReport, ...]
    past: tuple[DefectReport, ...]
    open: tuple[OpenReport, ...]
    questions: tuple[DefectQuestion, ...]
    why_not: tuple[str, ...]


def defects_report(found: CaseDefects, pack: Pack, language: Language) -> DebtDefectsReport:
    """Return what can be said against one debt of a case as people and programs read it."""
    tell = HouseholdTeller(pack.whole or pack, language)
    told = [_defect(each, tell) for each in found.holding]
    return DebtDefectsReport(
        debt=found.debt,
        standing=found.standing,
        said=None if found.standing == _OWED else tell.say(f"defects-standing-{found.standing.replace('_', '-')}"),
        balance=_money(found.balance),
        least=_money(found.least),
        most=_money(found.most),
        found=tuple(each for each in told if each.statement.verdict != HISTORY),
        past=tuple(each for each in told if each.statement.verdict == HISTORY),
        open=tuple(_open(each, tell) for each in found.open),
        questions=tuple(_questions(found, tell)),
        why_not=sentences(found.problems, tell),
    )


def _money(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)


def _defect(found: Defect, tell: HouseholdTeller) -> DefectReport:
    worth = next(term for term in tell.pack.vocabularies[WORTH].values() if term.more["rule"] == found.rule.id)
    return DefectReport(
        statement=tell.statement(found.rule, _as_row(found)),
        cited=tell.grounds(found.citations, found.evidence).cited,
        least=to_decimal_string(found.least),
        most=_money(found.most),
        part=None if not found.takes else tell.term(PARTS, found.takes[0][0]),
        day=_day(worth.more.get("ends"), found.ends),
        otherwise=_day(worth.more.get("otherwise"), found.otherwise if found.otherwise != found.ends else None),
        presumed=tuple(tell.set(tell.pack.presumptions[each].sentence.text(tell.language)) for each in found.presumed),
        remedies=tuple(_remedy(each, tell) for each in found.remedies),
    )


def _as_row(found: Defect) -> dict[str, Any]:
    """Return how the conditions of a rule and of its notes came out, as a judged row holds it."""
    notes = {condition_column(each.if_): each in found.verify for each in found.rule.verify if each.if_ is not None}
    return notes | {condition_column(each.text): _STATUS[each.status] for each in found.why.conditions}


def _day(fact: str | None, span: Span | None) -> DayReport | None:
    return None if fact is None or span is None else DayReport(fact, span.first, span.last)


def _remedy(found: Remedy, tell: HouseholdTeller) -> RemedyReport:
    step = found.step
    unsettled = [tell.say("defects-law-unsettled")] if step.evidence in UNSETTLED else []
    return RemedyReport(
        step=step.id,
        title=tell.set(step.title.text(tell.language)),
        detail=tell.set(step.detail.text(tell.language)),
        actor=tell.role(step.actor, {}),
        addressee=tell.role(step.addressee, {}),
        until=found.until,
        limit=tell.marked(tell.set(step.limit.text.text(tell.language)), step.limit.evidence),
        cost=tell.marked(tell.set(step.cost.text(tell.language)), step.cost_evidence),
        cost_borne_by=tell.role(step.bears, {}),
        effect=tell.term("effects", step.effect),
        needs=None if step.needs is None else tell.set(step.needs.text(tell.language)),
        provisions=tell.provisions(step.citations),
        to_verify=(*(tell.note(note) for note in step.verify), *unsettled),
    )


def _open(found: Defect, tell: HouseholdTeller) -> OpenReport:
    rule = found.rule
    title = tell.set(rule.title.text(tell.language))
    return OpenReport(rule.id, title, rule.verdict, tell.term("verdicts", rule.verdict), found.missing)


def _questions(found: CaseDefects, tell: HouseholdTeller) -> Iterator[DefectQuestion]:
    """Yield the facts to find out: first what alone decides something, then what helps to decide most."""
    rules: dict[str, list[Defect]] = {}
    for each in found.open:
        for name in _asked((name for name in each.missing if name not in found.needs), found, tell):
            rules.setdefault(name, []).append(each)
    for name in found.needs:
        yield DefectQuestion(name, tell.ask(name), ())
    order = sorted(rules, key=lambda name: (min(len(each.missing) for each in rules[name]), -len(rules[name])))
    for name in order:
        titles = dict.fromkeys(tell.set(each.rule.title.text(tell.language)) for each in rules[name])
        yield DefectQuestion(name, tell.ask(name), tuple(titles))


def _asked(names: Iterable[str], found: CaseDefects, tell: HouseholdTeller) -> Iterator[str]:
    """Yield the facts that matter for a debt of its kind."""
    kind = found.facts.get("debt_kind")
    for name in names:
        kinds = tell.pack.fact_texts[name].relevant.get("debt_kind")
        if kind is None or kinds is None or kind in kinds:
            yield name
