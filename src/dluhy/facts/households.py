"""The facts of households and of their obligations, declared once; see `dluhy.facts.schema` for what a fact is.

Money is in haléře, sums of incomes and expenses a month. A row of households is one household on its day; a row of
obligations is one debt, arrear or running payment of a household.
"""

from __future__ import annotations

from typing import Final

from dluhy.facts.declaring import FactsOf
from dluhy.facts.schema import FactSpec

_OF, _OF_OBLIGATION = FactsOf("household"), FactsOf("obligation")
_asked, _given, _derived = _OF.asked, _OF.given, _OF.derived

DISADVANTAGES: Final = (
    "hit_by_unemployment", "hit_by_ill_health", "hit_by_debts", "hit_by_housing", "hit_by_no_family",
)  # fmt: skip
"""The facts that are counted as disadvantages of a household."""

_AS_OF: Final = FactSpec(name="as_of", type="date", asked=False)

_HOUSEHOLD: Final = (
    _AS_OF,
    # who lives there
    _asked("adults", "int"),
    _asked("children", "int"),
    # what comes in, goes out and is owed
    _asked("income_net", "money"),
    _asked("deducted", "money"),
    _asked("housing_costs", "money"),
    _asked("energy_costs", "money"),
    _asked("housing_benefits", "money"),
    _asked("health_insurance_paid", "money"),
    _asked("expenses", "money"),
    _asked("living_costs", "money"),
    _asked("debt_instalments", "money"),
    _asked("savings_paid", "money"),
    _asked("debt_total", "money"),
    _asked("overdue_total", "money"),
    _asked("assets_value", "money"),
    _given("living_minimum", "money"),
    _given("guideline", "money"),
    # how debts stand
    _asked("creditors", "int"),
    _asked("creditors_overdue_30", "int"),
    _asked("longest_overdue_days", "int"),
    _asked("enforcements_running", "int"),
    _asked("housing_arrears_months", "int"),
    _asked("energy_arrears_months", "int"),
    _asked("maintenance_arrears_months", "int"),
    _asked("mortgage_arrears_months", "int"),
    _asked("account_attached", "bool"),
    _asked("lasting_inability", "bool"),
    _asked("in_debt_relief", "bool"),
    # the home
    _asked("tenure_kind", "enum", vocabulary="tenures"),
    _asked("dwelling_kind", "enum", vocabulary="dwellings"),
    _asked("lease_ends_in_days", "int"),
    _asked("home_pledged", "bool"),
    _asked("notice_given", "bool"),
    _asked("eviction_ordered", "bool"),
    _asked("cut_off_notice", "bool"),
    _asked("home_unfit", "bool"),
    _asked("overcrowded", "bool"),
    _asked("violence_at_home", "bool"),
    _asked("stays_with_others_unwillingly", "bool"),
    _asked("release_within_3_months_without_home", "bool"),
    # what else weighs on the household
    _asked("jobseeker_months", "int"),
    _asked("health_limits_work", "bool"),
    _asked("supporting_family", "bool"),
    _asked("care_leaver", "bool"),
    _asked("schooling_at_risk", "bool"),
    # computed
    _derived("has_child", "bool", "children"),
    _derived("alone_with_child", "bool", "adults", "children"),
    _derived("left_after_all", "money", "income_net", "deducted", "expenses"),
    _derived("residual", "money", "income_net", "deducted", "housing_costs", "health_insurance_paid"),
    _derived("housing_burden", "int", "housing_costs", "housing_benefits", "income_net", "deducted"),
    _derived("energy_burden", "int", "energy_costs", "income_net", "deducted"),
    _derived("debt_service", "int", "debt_instalments", "income_net"),
    _derived("debt_to_income", "int", "debt_total", "income_net"),
    _derived("overdue_in_monthly_incomes", "int", "overdue_total", "income_net"),
    _derived("savings_share", "int", "savings_paid", "income_net", "deducted"),
    _derived("assets_cover_debts", "bool", "assets_value", "debt_total"),
    _derived("left_covers_overdue", "bool", "income_net", "deducted", "expenses", "overdue_total"),
    _derived("long_overdue", "bool", "longest_overdue_days", "as_of"),
    # computed, of disadvantages: each as the rule of the pack says it
    _derived("hit_by_unemployment", "bool", "jobseeker_months"),
    _derived("hit_by_ill_health", "bool", "health_limits_work"),
    _derived("hit_by_debts", "bool", "enforcements_running", "overdue_in_monthly_incomes"),
    _derived(
        "hit_by_housing",
        "bool",
        "dwelling_kind",
        "tenure_kind",
        "release_within_3_months_without_home",
        "stays_with_others_unwillingly",
        "violence_at_home",
        "home_unfit",
        "overcrowded",
        "notice_given",
        "eviction_ordered",
        "housing_arrears_months",
    ),
    _derived("hit_by_no_family", "bool", "supporting_family", "care_leaver", "alone_with_child"),
    FactSpec(name="disadvantages", type="int", subject="household", ranged=True, inputs=DISADVANTAGES, asked=False),
)

_OBLIGATION: Final = (
    _AS_OF,
    _OF_OBLIGATION.asked("obligation_kind", "enum", vocabulary="obligation_kinds"),
    _OF_OBLIGATION.asked("overdue", "money"),
    _OF_OBLIGATION.asked("overdue_months", "int"),
    _OF_OBLIGATION.asked("running", "bool"),
    _OF_OBLIGATION.asked("of_former_home", "bool"),
    _OF_OBLIGATION.asked("enforced", "bool"),
    _OF_OBLIGATION.asked("pledged", "bool"),
    _OF_OBLIGATION.asked("criminal_penalty", "bool"),
    _OF_OBLIGATION.asked("informal", "bool"),
    _OF_OBLIGATION.asked("settled_in_insolvency", "bool"),
    _OF_OBLIGATION.asked("contested", "bool"),
    _OF_OBLIGATION.asked("state_insured", "bool"),
    _OF_OBLIGATION.asked("cut_off_announced", "bool"),
    _OF_OBLIGATION.asked("notice_of_landlord", "bool"),
    _OF_OBLIGATION.given("monthly_growth", "money"),
    _OF_OBLIGATION.derived("is_overdue", "bool", "overdue"),
)

HOUSEHOLD_FACTS: Final[dict[str, FactSpec]] = {spec.name: spec for spec in _HOUSEHOLD}
"""Every fact of a household by name."""

OBLIGATION_FACTS: Final[dict[str, FactSpec]] = {spec.name: spec for spec in _OBLIGATION}
"""Every fact of an obligation by name."""
