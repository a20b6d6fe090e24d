"""The facts of petitions for debt relief, one row each; see `dluhy.facts.schema` for what a fact is.

Money is in haléře. A row is one petition, of one person or of spouses together, filed already or only being thought of;
one that is not filed yet is judged as if it were filed on the day asked.
"""

from __future__ import annotations

from typing import Final

from dluhy.facts.declaring import FactsOf
from dluhy.facts.schema import FactSpec

_OF = FactsOf("petition")
_asked, _given, _derived = _OF.asked, _OF.given, _OF.derived

_ALL: Final = (
    FactSpec(name="as_of", type="date", asked=False),
    # the petition and who files it
    _asked("debtor_kind", "enum", vocabulary="debtor_kinds"),
    _asked("creditor_filed", "bool"),
    _asked("petition_on", "date", ranged=True),
    _asked("relief_filed_on", "date", ranged=True),
    _asked("creditor_petition_served_on", "date"),
    _asked("insolvency_finding_on", "date", ranged=True),
    _asked("filed_by_debtor", "bool"),
    _asked("drafter", "enum", vocabulary="petition_drafters"),
    _asked("drafter_enforces", "bool"),
    _asked("debtor_qualified", "bool"),
    _asked("drafter_fee", "money"),
    _asked("drafter_vat_payer", "bool"),
    _asked("addressed_to_competent_court", "bool"),
    _asked("official_form", "bool"),
    _given("attachments_missing", "int"),
    # spouses together
    _asked("spouses_together", "bool"),
    _asked("married_on_filing", "bool"),
    _asked("each_spouse_may_file", "bool"),
    _asked("spouses_declared", "bool"),
    # insolvency
    _asked("creditor_count", "int"),
    _asked("creditors_overdue", "int"),
    _asked("stopped_paying", "bool"),
    _asked("unpaid_over_3_months", "bool"),
    _asked("enforcement_fruitless", "bool"),
    _asked("lists_not_filed", "bool"),
    _asked("unable_to_pay", "bool"),
    _asked("threatened_insolvency", "bool"),
    _asked("over_indebted", "bool"),
    # debts from business
    _asked("business_debts", "bool"),
    _asked("business_only_investing", "bool"),
    _asked("business_debts_excepted", "bool"),
    _asked("business_creditor_objects", "bool"),
    _asked("business_plea", "bool"),
    # what can be paid
    _asked("trustee_vat_payer", "bool"),
    _asked("relief_maintenance", "money"),
    _asked("relief_one_off", "money"),
    _asked("own_monthly", "money"),
    _asked("contributed_monthly", "money"),
    # earlier debt relief
    _asked("discharged_before", "bool"),
    _asked("discharge_decided_on", "date", ranged=True),
    _asked("discharge_final_on", "date", ranged=True),
    _asked("discharge_proceedings_on", "date", ranged=True),
    _asked("dishonest_refusal", "bool"),
    _asked("dishonest_refusal_on", "date", ranged=True),
    _asked("cancelled_otherwise", "bool"),
    _asked("withdrew_before", "bool"),
    _asked("withdrawn_on", "date", ranged=True),
    _asked("withdrawn_here", "bool"),
    _asked("special_regard", "bool"),
    # how the debtor acted
    _asked("careless_in_proceedings", "bool"),
    _asked("concealed", "bool"),
    _asked("borrowed_before_filing", "bool"),
    _asked("favoured_before_filing", "bool"),
    _asked("property_conviction", "bool"),
    _asked("avoids_work", "bool"),
    _asked("gift_simulated", "bool"),
    _asked("mostly_lasting_debts", "bool"),
    # shorter ways to the end
    _asked("old_age_pension", "bool"),
    _asked("disability_pension", "bool"),
    _given("childhood_claims", "money"),
    _given("unsecured_claims", "money"),
    _given("childhood_claims_kept", "money"),
    _given("unsecured_claims_kept", "money"),
    _asked("home_secures_debt", "bool"),
    # computed
    _derived("filing_on", "date", "petition_on", "creditor_filed", "as_of", ranged=True),
    _derived("relief_filing_on", "date", "relief_filed_on", "creditor_filed", "petition_on", "as_of", ranged=True),
    _derived("relief_limit_on", "date", "creditor_petition_served_on"),
    _derived("discharge_open_on", "date", "discharge_final_on", "filing_on", ranged=True),
    _derived("dishonest_open_on", "date", "dishonest_refusal_on", ranged=True),
    _derived("withdrawal_open_on", "date", "withdrawn_on", ranged=True),
    _derived("long_track_until", "date", "discharge_final_on", ranged=True),
    _derived("needed_monthly", "money", "spouses_together", "trustee_vat_payer", "relief_maintenance", "relief_one_off",
             "filing_on", "as_of", ranged=True),
    _derived("paid_monthly", "money", "own_monthly", "contributed_monthly"),
    _derived("drafter_fee_cap", "money", "drafter", "spouses_together", "drafter_vat_payer", "as_of", ranged=True),
    _derived("childhood_enough", "bool", "childhood_claims", "unsecured_claims"),
    _derived("childhood_enough_kept", "bool", "childhood_claims_kept", "unsecured_claims_kept"),
)  # fmt: skip

PETITION_FACTS: Final[dict[str, FactSpec]] = {spec.name: spec for spec in _ALL}
"""Every fact of a petition by name."""
