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
from dluhy.report.household_notes import LapsedReport, UninsuredReport, lapsed_reports, uninsured_reports
from dluhy.report.household_people import (
    GuidelineReport,
    MemberReport,
    MinimumReport,
    guideline_report,
    home_of,
    members_report,
    minimum_report,
)
from dluhy.report.household_questions import questions_of
from dluhy.report.household_support import BenefitReport, ChangeReport, benefit_report, change_reports
from dluhy.report.household_teller import Ask, HouseholdTeller, of_sum

if TYPE_CHECKING:
    from dluhy.case.household import CaseHousehold
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen
class HouseholdReport:
    """A household in one language; money a month as decimal strings.

    `members` null: nobody says who lives there; `unsure` are people of whom it is not known; `elsewhere` live
    there and are assessed in another household; `lapsed` are incomes left
    out because they ended; `uninsured` are people for whom nobody seems to pay health insurance; `month` is the month
    of the incomes; `first` null: no debts or budget are stated.
    """

    month: str | None
    members: tuple[MemberReport, ...] | None
    unsure: tuple[str, ...]
    elsewhere: tuple[str, ...]
    home: tuple[str, ...]
    lapsed: tuple[LapsedReport, ...]
    money: MoneyReport
    uninsured: tuple[UninsuredReport, ...]
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
        elsewhere=found.elsewhere,
        home=home_of(sheet.circle.housing, tell),
        lapsed=lapsed_reports(sheet.circle.lapsed, tell),
        money=money_report(sheet.budget, sheet.circle, found.wages, tell),
        uninsured=uninsured_reports(found, tell),
        minimum=minimum_report(sheet.minimum, tell),
        guideline=guideline_report(sheet.guideline, of_sum(sheet.budget.guided), tell),
        indicators=indicators,
        first=first,
        offers=None if sheet.offers is None else offers_report(sheet.offers, first or (), tell),
        benefits=tuple(benefit_report(each, tell) for each in sheet.benefits),
        upcoming=change_reports(sheet.upcoming, tell),
        questions=questions_of(found, indicators, first, tell),
    )
