"""The facts by which a municipality's interventions are judged, declared once; see `dluhy.facts.schema`.

A row of municipal debts is one debt of one debtor with what is known of the debtor, the household and the place; a row
of municipal households is one household, a row of places one municipality. What a list, a case or a household says
already is the same fact here, so that their judged rows can be judged as these. Money is in haléře, shares in basis
points (hundredths of a per cent).
"""

from __future__ import annotations

from typing import Final

from dluhy.facts.declaring import FactsOf
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.facts.schema import FACTS, FactSpec

_OF_DEBT, _OF_HOUSEHOLD, _OF_PLACE = FactsOf("municipal_debt"), FactsOf("municipal_household"), FactsOf("place")

_NEED: Final = (
    "dwelling_kind", "tenure_kind", "release_within_3_months_without_home", "stays_with_others_unwillingly",
    "violence_at_home", "home_unfit", "overcrowded",
)  # fmt: skip
_LOSS: Final = (
    "notice_given", "eviction_ordered", "housing_arrears_months", "mortgage_arrears_months", "home_pledged",
    "tenure_kind", "lease_ends_in_days",
)  # fmt: skip
"""What the rules read by which a household is in housing need, or may lose its home."""

_PLACE: Final = (
    FACTS["as_of"],
    # what is measured of the place
    _OF_PLACE.asked("exclusion_index", "int"),
    _OF_PLACE.asked("enforced_share", "int"),
    _OF_PLACE.asked("enforced_people", "int"),
    # what there is in the place, and how the municipality behaves
    _OF_PLACE.asked("has_school", "bool"),
    _OF_PLACE.asked("has_nzdm", "bool"),
    _OF_PLACE.asked("flat_rules_exclude_debtors", "bool"),
    _OF_PLACE.asked("can_employ", "bool"),
    _OF_PLACE.asked("employers_willing", "bool"),
    _OF_PLACE.asked("private_landlord_available", "bool"),
    _OF_PLACE.asked("collection_guideline", "bool"),
    _OF_PLACE.asked("waste_fee_regime", "enum", vocabulary="place_waste_payments"),
    _OF_PLACE.asked("child_exempt", "bool"),
    # thresholds of the day
    _OF_PLACE.derived("exclusion_increased_from", "int", "as_of"),
    _OF_PLACE.derived("enforced_share_programme_from", "int", "as_of"),
)

_COLLECTING: Final = (
    "minority_day", "collection_ends_on", "enforcement_kind", "enforcement_status", "enforcement_began_on",
    "enforcement_ended_on", "as_of",
)  # fmt: skip

_DEBT: Final = (
    # who the creditor is: of a local fee the law says it
    FactSpec(
        name="creditor_body", type="enum", subject="municipal_debt", vocabulary="creditor_bodies", inputs=("debt_kind",)
    ),
    # what is known of the debtor and the household beside the list
    _OF_DEBT.asked("cannot_pay_at_once", "bool"),
    _OF_DEBT.asked("debtor_low_income", "bool"),
    _OF_DEBT.asked("nothing_to_seize", "bool"),
    _OF_DEBT.asked("has_overpayment", "bool"),
    _OF_DEBT.asked("enforcement_ended_on", "date", ranged=True),
    # what the screening says of the debt
    _OF_DEBT.given("screened_owes", "enum", vocabulary="screened_answers"),
    _OF_DEBT.given("screened_verdict", "enum", vocabulary="verdicts"),
    _OF_DEBT.given("title_doubtful", "bool"),
    _OF_DEBT.given("data_conflict", "bool"),
    # computed, unless the office knows better
    FactSpec(
        name="assessment_ends_on",
        type="date",
        subject="municipal_debt",
        ranged=True,
        inputs=("fee_year", "minority_day"),
    ),
    _OF_DEBT.derived("collection_extended", "bool", *_COLLECTING),
)

_HOUSEHOLD: Final = (
    # what is known of the household beside its budget
    _OF_HOUSEHOLD.asked("not_reachable", "bool"),
    _OF_HOUSEHOLD.asked("has_debts", "bool"),
    _OF_HOUSEHOLD.asked("child_enforced", "bool"),
    _OF_HOUSEHOLD.asked("registered_jobseeker", "bool"),
    _OF_HOUSEHOLD.asked("young_people", "int", ranged=True),
    _OF_HOUSEHOLD.asked("receives_housing_benefit", "bool"),
    _OF_HOUSEHOLD.asked("benefit_misses_housing", "bool"),
    _OF_HOUSEHOLD.asked("urgent_need", "bool"),
    _OF_HOUSEHOLD.asked("landlord_available", "bool"),
    # thresholds of the day
    _OF_HOUSEHOLD.derived("rent_warning_months", "int", "as_of"),
    _OF_HOUSEHOLD.derived("energy_warning_months", "int", "as_of"),
    _OF_HOUSEHOLD.derived("several_enforcements", "int", "as_of"),
    # what the rules about households say of it
    _OF_HOUSEHOLD.derived("in_housing_need", "bool", *_NEED),
    _OF_HOUSEHOLD.derived("home_may_be_lost", "bool", *_LOSS),
    _OF_HOUSEHOLD.derived("team_needed", "bool", "disadvantages", "hit_by_debts", "hit_by_housing", "has_child"),
    _OF_HOUSEHOLD.derived("burdened_by_energy", "bool", "energy_burden"),
    _OF_HOUSEHOLD.derived("lives_below_minimum", "bool", "residual", "living_minimum"),
)

PLACE_FACTS: Final[dict[str, FactSpec]] = {spec.name: spec for spec in _PLACE}
"""Every fact of a municipality as a place by name."""

MUNICIPAL_DEBT_FACTS: Final[dict[str, FactSpec]] = {
    **{name: spec for name, spec in FACTS.items() if spec.partition is None},
    **PLACE_FACTS,
    **{spec.name: spec for spec in _DEBT},
}
"""Every fact of a debt that a municipality may act on, by name; facts that read results of rules are left out."""

MUNICIPAL_HOUSEHOLD_FACTS: Final[dict[str, FactSpec]] = {
    **HOUSEHOLD_FACTS,
    **PLACE_FACTS,
    **{spec.name: spec for spec in _HOUSEHOLD},
}
"""Every fact of a household that a municipality may help, by name."""
