"""A screening as a document: people, debts, plan and questions in one language, for JSON and for text alike."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dluhy.agenda.page import client_page
from dluhy.case.payments import UNKNOWN
from dluhy.case.standing import nobody_lives
from dluhy.children.outcome import NEEDS_DATA
from dluhy.money import to_decimal_string
from dluhy.problems import Language  # noqa: TC001 - msgspec reads the annotations
from dluhy.receipt import Receipt  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.agenda import AgendaReport, agenda_report
from dluhy.report.asking import QuestionReport, asking_report
from dluhy.report.client_page import ClientPageReport, client_page_report
from dluhy.report.deduction import DeductionReport, deduction_report
from dluhy.report.defects import DebtDefectsReport, defects_report
from dluhy.report.defects_relief import ReliefWithoutReport, relief_without_report
from dluhy.report.household import HouseholdReport, household_report
from dluhy.report.measures import ServedReport, served_reports
from dluhy.report.relief import ReliefReport, relief_report
from dluhy.report.statements import Act, Speaker, Statement
from dluhy.report.strategies import StrategiesReport, strategies_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.agenda import Sources
    from dluhy.case.payments import CaseDeduction
    from dluhy.screening import Screening


@frozen
class DebtReport:
    """One debt: what follows for it, why, on what it rests and what is missing; money as decimal strings."""

    id: str
    person: str
    kind: str | None
    kind_label: str | None
    creditor: str | None
    enforcement: str | None
    balance: str | None
    outcome: str
    verdict: str
    verdict_label: str
    child_owes: str
    statement: Statement | None
    grounds: tuple[Statement, ...]
    flags: tuple[Statement, ...]
    presumed: tuple[str, ...]
    missing: tuple[str, ...]
    next_step: str | None


@frozen
class PersonReport:
    """One debtor: the list, the urgency, the days to the 18th birthday, duties towards the person and prospects."""

    id: str
    list: str | None
    urgency: str | None
    urgency_label: str | None
    age: int | None
    days_to_18: int | None
    turns_18_on: date | None
    debts_to_stop: int
    balance_to_stop: str | None
    statements: tuple[Statement, ...]


@frozen
class Plan:
    """The steps of one person, or of one creditor, in the order to take them."""

    whose: str
    steps: tuple[Act, ...]


@frozen
class IncomeReport:
    """What is deducted from one debtor's incomes of one month, or why that cannot be computed."""

    person: str | None
    month: str | None
    paid_on: date | None
    payers: tuple[str, ...]
    deduction: DeductionReport | None
    why_not: tuple[str, ...]


@frozen
class ScreeningReport:
    """A whole screening in one language."""

    ref: str
    as_of: date
    language: Language
    people: tuple[PersonReport, ...]
    guardians: int
    debts_stated: bool
    debts: tuple[DebtReport, ...]
    deductions: tuple[IncomeReport, ...]
    household: HouseholdReport | None
    relief: tuple[ReliefReport, ...]
    defects: tuple[DebtDefectsReport, ...]
    relief_without: tuple[ReliefWithoutReport, ...]
    strategies: tuple[StrategiesReport, ...]
    agenda: AgendaReport
    client_page: ClientPageReport | None
    plan: tuple[Plan, ...]
    creditor_plan: tuple[Plan, ...]
    questions: tuple[QuestionReport, ...]
    measures: tuple[ServedReport, ...]
    notes: tuple[str, ...]
    receipt: Receipt


def screening_report(screening: Screening, language: Language) -> ScreeningReport:
    """Return a screening as people and programs read it."""
    speaker = Speaker(screening.pack, language)
    rows = screening.debts()
    names = {row["row"]: row["debt_id"] for row in rows}
    of_person = {row["person_id"]: row for row in reversed(rows)}
    creditors, sources = _names_of_creditors(screening), screening.sources
    return ScreeningReport(
        ref=screening.case.ref,
        as_of=screening.as_of,
        language=language,
        people=tuple(
            _person(screening, speaker, line, of_person[line["person_id"]])
            for line in screening.people.iter_rows(named=True)
        ),
        guardians=screening.rows.guardians or 0,
        debts_stated=screening.case.debts is not None,
        debts=tuple(_debt(screening, speaker, row) for row in rows),
        deductions=tuple(_income(found, screening, language) for found in screening.deductions),
        household=_household(screening, language),
        relief=tuple(relief_report(found, screening.pack, language) for found in screening.relief),
        defects=tuple(defects_report(found, screening.pack, language) for found in screening.defects),
        relief_without=tuple(
            relief_without_report(found, screening.pack, language) for found in screening.relief_without
        ),
        strategies=tuple(strategies_report(found, screening.pack, language) for found in screening.strategies),
        agenda=agenda_report(screening.agenda, sources, screening.pack, language),
        client_page=_client_page(screening, sources, language),
        plan=tuple(_plans(speaker, screening.plan.iter_rows(named=True), "person_id", names)),
        creditor_plan=tuple(
            _plans(speaker, screening.creditor_plan.iter_rows(named=True), "creditor", names, creditors)
        ),
        questions=asking_report(screening.questions, sources, screening.pack, language),
        measures=served_reports(screening, language),
        notes=tuple(problem.text(language) for problem in screening.rows.warnings),
        receipt=screening.receipt,
    )


def _client_page(screening: Screening, sources: Sources, language: Language) -> ClientPageReport | None:
    """Return the page for the client; None where nobody of the case lives."""
    if nobody_lives(screening.case):
        return None
    page = client_page(screening.agenda, sources, screening.pack)
    return client_page_report(page, sources, screening.pack, language)


def _household(screening: Screening, language: Language) -> HouseholdReport | None:
    found = screening.household
    return None if found is None else household_report(found, screening.pack, language)


def _debt(screening: Screening, speaker: Speaker, row: Mapping[str, Any]) -> DebtReport:
    pack, summary, checker = screening.pack, screening.checker.summary, screening.checker
    outcome = row["outcome"]
    held = [*summary.ids_in(row["grounds"], summary.grounds), *summary.ids_in(row["flags"], summary.flags)]
    told = {rule_id: speaker.statement(pack.rules[rule_id], row) for rule_id in held}
    presumed = summary.ids_in(row["presumed"], summary.presumptions)
    step, kind = row["next_step"], row["stated_kind"] or row["debt_kind"]
    return DebtReport(
        id=row["debt_id"],
        person=row["person_id"],
        kind=kind,
        kind_label=None if kind is None else speaker.term("debt_kinds", kind),
        creditor=row["creditor_name"] or row["creditor_ico"],
        enforcement=row["enforcement_ref"],
        balance=_money(row["balance"]),
        outcome=outcome,
        verdict=row["verdict"],
        verdict_label=speaker.term("verdicts", row["verdict"]),
        child_owes=row["child_owes"],
        statement=None if outcome == NEEDS_DATA else speaker.statement(pack.rules[outcome], row),
        grounds=tuple(told[rule_id] for rule_id in held if rule_id in summary.grounds),
        flags=tuple(told[rule_id] for rule_id in held if rule_id in summary.flags),
        presumed=tuple(pack.presumptions[name].sentence.text(speaker.language) for name in presumed),
        missing=tuple(
            pack.fact_texts[name].label.text(speaker.language) for name in checker.missing_names(row["missing"])
        ),
        next_step=None if step is None else pack.steps[step][1].title.text(speaker.language),
    )


def _income(found: CaseDeduction, screening: Screening, language: Language) -> IncomeReport:
    told = None
    if found.deduction is not None:
        told = deduction_report(found.deduction, language, screening.pack, None)
    return IncomeReport(
        person=None if found.person == UNKNOWN else found.person,
        month=None if found.month is None else f"{found.month:%Y-%m}",
        paid_on=found.paid_on,
        payers=tuple(payer for payer in found.payers if payer != UNKNOWN),
        deduction=told,
        why_not=tuple(problem.cs if language == "cs" else problem.en for problem in found.problems),
    )


def _person(screening: Screening, speaker: Speaker, line: Mapping[str, Any], row: Mapping[str, Any]) -> PersonReport:
    """Return a person of the case; `row` is the first of its debts, which says of the person what all of them say."""
    pack = screening.pack
    about = [
        speaker.statement(rule, row)
        for rule in pack.rules.values()
        if rule.subject == "person" and rule.role in {"list", "duty", "prospect"} and row.get(rule.id)
    ]
    exact = line["days_to_18_from"] == line["days_to_18_to"] and line["days_to_18_from"] is not None
    alive = not row["person_died"]
    days = line["days_to_18_from"] if exact and alive else None
    same_age = line["person_age_from"] == line["person_age_to"]
    urgency = line["urgency"]
    return PersonReport(
        id=line["person_id"],
        list=line["list"],
        urgency=urgency,
        urgency_label=None if urgency is None else speaker.term("verdicts", pack.rules[urgency].verdict),
        age=line["person_age_from"] if same_age and alive else None,
        days_to_18=days,
        turns_18_on=None if days is None else screening.as_of + timedelta(days=days),
        debts_to_stop=line["debts_to_stop"],
        balance_to_stop=_money(line["balance_to_stop"]),
        statements=tuple(about),
    )


def _names_of_creditors(screening: Screening) -> dict[str, str]:
    """Return the name or names of each creditor that is known by its IČO."""
    names: dict[str, dict[str, None]] = {}
    for row in screening.debts():
        if row["creditor_ico"] and row["creditor_name"]:
            names.setdefault(row["creditor_ico"], {})[row["creditor_name"]] = None
    return {ico: " / ".join(found) for ico, found in names.items()}


def _plans(
    speaker: Speaker,
    lines: Iterable[Mapping[str, Any]],
    key: str,
    names: Mapping[int, str],
    labels: Mapping[str, str] | None = None,
) -> Iterable[Plan]:
    by_whose: dict[str, list[Act]] = {}
    for line in lines:
        due = None if line["due_on"] is None else line["due_on"].isoformat()
        by_whose.setdefault(line[key] or "", []).append(speaker.act(line, names, due))
    for whose, acts in by_whose.items():
        yield Plan((labels or {}).get(whose, whose), tuple(acts))


def _money(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)
