"""The facts of claims against a debtor, one row each, for what can be said against them; see `dluhy.facts.schema`.

Money is in haléře, rates in basis points (hundredths of a per cent). What a list of debts says of a debt, its title and
its enforcement is the same fact here, so that a row of a list can be judged as a claim.
"""

from __future__ import annotations

from typing import Final

from dluhy.facts.declaring import FactsOf
from dluhy.facts.schema import FACTS, FactSpec

_OF = FactsOf("claim")
_asked, _given, _derived = _OF.asked, _OF.given, _OF.derived

LARGEST_DAYS: Final = 36_500
"""The most days that a fact counts: a century, so that no day computed with them leaves the calendar."""
LARGEST_ADVANCES: Final = 20
"""The most advances that a document may tell; how many the law knows stands in the pack."""
SHARED_FACTS: Final = (
    "as_of", "debt_kind", "due_on", "principal", "interest", "costs", "balance", "contractual_penalty", "tort_nature",
    "title_kind", "title_issued_on", "proceedings_began_on", "never_properly_served", "enforcement_kind",
    "enforcement_status", "enforcement_began_on", "order_final_on", "last_recovered_on", "nothing_recovered",
    "real_estate_attached", "insolvency_running", "call_served_on", "reason_learned_on", "motion_limit_on",
    "debt_finished", "fruitless_ends_on",
)  # fmt: skip
"""Facts of lists of debts that claims have too."""

_OWN: Final = (
    # the claim
    _asked("creditor_kind", "enum", vocabulary="claim_creditors"),
    _asked("consumer", "bool"),
    _asked("contract_on", "date", ranged=True),
    # limitation
    _asked("acknowledged", "bool"),
    _asked("acknowledged_on", "date", ranged=True),
    _asked("acknowledgement_kind", "enum", vocabulary="acknowledgement_kinds"),
    _asked("sued", "bool"),
    _asked("title_final_on", "date", ranged=True),
    _asked("title_due_on", "date", ranged=True),
    _asked("enforced_before", "bool"),
    # arbitration
    _asked("arbitrator_choice", "enum", vocabulary="arbitrator_choices"),
    _asked("clause_separate", "bool"),
    # consumer credit
    _asked("creditworthiness_assessed", "bool"),
    _asked("credit_lent", "money"),
    _asked("credit_paid", "money"),
    _asked("credit_terms_missing", "bool"),
    _asked("penalty_daily", "int"),
    _asked("penalties_small", "bool"),
    _asked("late_rate", "int"),
    _asked("future_costs_claimed", "bool"),
    _asked("acceleration_called", "bool"),
    _asked("bill_of_exchange", "bool"),
    _asked("penalty_disproportionate", "bool"),
    _asked("grossly_unfair", "bool"),
    # the enforcement
    FactSpec(name="advances_paid", type="int", subject="claim", most=LARGEST_ADVANCES),
    FactSpec(name="uncounted_days", type="int", subject="claim", ranged=True, most=LARGEST_DAYS),
    _asked("advance_exempt", "bool"),
    _asked("no_assets", "bool"),
    _asked("inventory_made", "bool"),
    _asked("hardship", "bool"),
    _asked("extinguished_after_title", "bool"),
    _asked("title_cancelled", "bool"),
    _asked("enforcements_joinable", "int"),
    _asked("enforcements_here", "int"),
    _asked("enforcement_joined", "bool"),
    _asked("executor_costs_asked", "money"),
    _given("executor_costs_tariff", "money", ranged=True),
    _asked("costs_order_served_on", "date"),
    # actions that have ended
    _asked("amnesty_paid", "bool"),
    _asked("tax_relief_2023", "bool"),
    _asked("small_arrears_sum", "money"),
    # computed
    _derived("claim_limited_on", "date", "title_kind", "title_issued_on", "title_due_on", "due_on", "acknowledged",
             "acknowledged_on", "acknowledgement_kind", ranged=True),
    _derived("later_interest_limited_on", "date", "title_final_on", ranged=True),
    _derived("futile_first_on", "date", "fruitless_ends_on", "uncounted_days", ranged=True),
    _derived("futile_told_on", "date", "futile_first_on", ranged=True),
    _derived("futile_absolute_on", "date", "enforcement_began_on", "order_final_on", "last_recovered_on",
             "nothing_recovered", "uncounted_days", ranged=True),
    _derived("futile_ends_on", "date", "futile_first_on", "futile_absolute_on", "advances_paid", ranged=True),
    _derived("futile_if_advanced_on", "date", "futile_ends_on", "futile_absolute_on", "advances_paid", ranged=True),
    _derived("state_pays_until", "date", "futile_ends_on", ranged=True),
    _derived("penalty_cap", "money", "credit_lent"),
    _derived("penalty_above_cap", "money", "contractual_penalty", "penalty_cap"),
    _derived("late_rate_cap", "int", "due_on"),
    _derived("above_principal", "money", "balance", "principal", "credit_lent", "credit_paid", ranged=True),
    _derived("costs_above_tariff", "money", "executor_costs_asked", "executor_costs_tariff", ranged=True),
    _derived("enforced_principal", "money", "principal", ranged=True),
    _derived("call_ends_on", "date", "call_served_on"),
)  # fmt: skip

CLAIM_FACTS: Final[dict[str, FactSpec]] = {name: FACTS[name] for name in SHARED_FACTS} | {
    spec.name: spec for spec in _OWN
}
"""Every fact of a claim by name."""
