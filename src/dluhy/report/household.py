"""The picture of a household as a document: strings and decimal strings in one language, for JSON and text alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.report.household_first import (
    FirstReport,
    IndicatorReport,
    OffersReport,
    first_report,
    indicator_reports,
    offers_report,
)
from dluhy.report.household_money import MoneyReport, money_report
from dluhy.report.household_people import (
    GuidelineReport,
    MemberReport,
    MinimumReport,
    guideline_report,
    home_of,
    members_report,
    minimum_report,
)
from dluhy.report.household_support import (
    NOT,
    BenefitReport,
    ChangeReport,
    benefit_report,
    change_reports,
)
from dluhy.report.household_teller import Ask, HouseholdTeller, of_sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.case.household import CaseHousehold
    from dluhy.household.model import Estimate
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen
class HouseholdReport:
    """A household in one language; money a month as decimal strings.

    `members` null: nobody says who lives there; `unsure` are people of whom it is not known; `lapsed` counts incomes
    left out because they ended; `month` is the month of the incomes; `first` null: no debts or budget are stated.
    """

    month: str | None
    members: tuple[MemberReport, ...] | None
    unsure: tuple[str, ...]
    home: tuple[str, ...]
    lapsed: int
    money: MoneyReport
    minimum: MinimumReport
    guideline: GuidelineReport | None
    indicators: tuple[IndicatorReport, ...]
    first: tuple[FirstReport, ...] | None
    offers: OffersReport | None
    benefits: tuple[BenefitReport, ...]
    upcoming: tuple[ChangeReport, ...]
    questions: tuple[Ask, ...]


def household_report(found: CaseHousehold, pack: Pack, language: Language) -> HouseholdReport:
    """Return the picture of a household of a case as people and programs read it."""
    tell, sheet = HouseholdTeller(pack, language), found.sheet
    indicators, first = indicator_reports(sheet, tell), first_report(sheet, tell)
    return HouseholdReport(
        month=None if found.month is None else f"{found.month:%Y-%m}",
        members=members_report(sheet.circle, tell),
        unsure=found.unsure,
        home=home_of(sheet.circle.housing, tell),
        lapsed=len(found.lapsed),
        money=money_report(sheet.budget, found.wages, tell),
        minimum=minimum_report(sheet.minimum, tell),
        guideline=guideline_report(sheet.guideline, of_sum(sheet.budget.guided), tell),
        indicators=indicators,
        first=first,
        offers=None if sheet.offers is None else offers_report(sheet.offers, first or (), tell),
        benefits=tuple(benefit_report(each, tell) for each in sheet.benefits),
        upcoming=change_reports(sheet.upcoming, tell),
        questions=_questions(found, indicators, first, tell),
    )


def _questions(
    found: CaseHousehold,
    indicators: tuple[IndicatorReport, ...],
    first: tuple[FirstReport, ...] | None,
    tell: HouseholdTeller,
) -> tuple[Ask, ...]:
    """Return every open question once, those that decide most first."""
    open_: dict[str, tuple[str, dict[str, None]]] = {}
    about = [
        *((code, tell.say("house-about-minimum")) for code in found.sheet.minimum.missing),
        *((code, tell.say("house-about-wage")) for each in found.wages if each.wage for code in each.wage.questions),
        *((code, label) for each in found.sheet.benefits for code, label in _of_benefit(each, tell)),
        *((code, each.name) for each in indicators if each.holds is None for code in each.missing_facts),
        *((code, tell.say("house-about-first")) for code in _of_order(first or ())),
    ]
    for code, label in about:
        if not tell.can_be_asked(code):
            continue
        open_.setdefault(tell.ask(code), (code, {}))[1][label] = None
    asks = [Ask(code, ask, tuple(labels)) for ask, (code, labels) in open_.items()]
    return tuple(sorted(asks, key=lambda ask: -len(ask.decides)))


def _of_order(first: tuple[FirstReport, ...]) -> Iterator[str]:
    """Yield the facts that would settle in which class an obligation stands."""
    for group in first:
        for each in group.obligations:
            yield from each.missing_facts


def _of_benefit(estimate: Estimate, tell: HouseholdTeller) -> Iterator[tuple[str, str]]:
    """Yield the facts that an estimate and its parts miss, unless it seems not to be due at all."""
    if estimate.seems == NOT:
        return
    for each in (estimate, *estimate.parts):
        for code in each.missing:
            yield code, tell.term("benefits", estimate.benefit)
