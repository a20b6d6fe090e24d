"""Which texts of answers are sums of money, and which are per cent: class -> keys.

The classes write them as plain texts; the tests hold every real answer against the pattern that follows from here.
"""

from __future__ import annotations

from typing import Final

MONEY: Final[dict[str, tuple[str, ...]]] = {
    "AllocationReport": ("amount", "first_third", "rest", "second_third", "unlimited"),
    "Amount": ("least", "most"),
    "AnswerReport": ("amount",),
    "CauseReport": ("amount",),
    "CountsReport": ("balance",),
    "CourseMonth": ("creditors", "creditors_sum", "income", "left", "maintenance", "paid", "trustee"),
    "CourseReport": ("creditors", "first", "left_first", "maintenance", "paid", "trustee"),
    "DebtDefectsReport": ("balance", "least", "most"),
    "DebtReport": ("balance",),
    "DeductionReport": ("base", "capacity", "deducted", "fee", "left", "net", "remainder", "third", "unlimited"),
    "DefectReport": ("least", "most"),
    "ExpectedReport": ("base", "capacity", "deducted", "fee", "left", "remainder", "third", "unlimited"),
    "MonthReport": ("deducted", "difference", "expected", "net"),
    "ObligationReport": ("balance",),
    "OccurrenceReport": ("balance",),
    "OfferLine": ("balance", "monthly"),
    "OffersReport": ("available",),
    "OutcomeReport": ("minimum", "owed", "paid"),
    "PapersReport": ("fee_least", "fee_most"),
    "Part": ("amount",),
    "PartReport": ("base", "capacity", "deducted", "fee", "left", "net", "remainder", "third", "unlimited"),
    "PayReport": ("least", "lowest_net", "net", "other", "over_plan", "own", "short"),
    "PersonMinimum": ("amount",),
    "PersonReport": ("balance_to_stop",),
    "PossibilityReport": ("base", "capacity", "deducted", "difference", "left"),
    "QuestionReport": ("weight",),
    "ReliefWithoutReport": ("dropped_least", "dropped_most"),
    "RowReport": ("arrears",),
    "StrategiesReport": ("minimum", "owed"),
    "StrategyReport": ("from_debtor", "least_left", "monthly_now", "stays", "stays_unclear", "total_paid"),
    "SurvivingReport": ("rest",),
    "TotalsReport": ("open_little", "open_much", "too_little", "too_much"),
    "UninsuredReport": ("monthly",),
    "VariantReport": ("creditors", "left_first"),
    "WageReport": ("gross",),
    "household_rows.EntryReport": ("amount", "gross"),
}

_OF_RELIEF: Final = ("CourseReport", "OutcomeReport", "TargetReport", "VariantReport")
PER_CENT: Final[dict[str, tuple[str, ...]]] = dict.fromkeys(_OF_RELIEF, ("percent",))
