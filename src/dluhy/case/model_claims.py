"""Parts of the case document about a debt: its title and contract, its limitation, the course of its enforcement."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dluhy.documents.fields import Part, fact, told
from dluhy.documents.values import Day, Money, Text, When, Whole, YesNo, code_of
from dluhy.facts.claims import LARGEST_ADVANCES, LARGEST_DAYS

AdLitem = Annotated[Text, code_of("guardians_ad_litem")]
LARGEST_RATE = 1_000_000
Advances = Annotated[Whole, Field(ge=0, le=LARGEST_ADVANCES)]
Rate = Annotated[Whole, Field(ge=0, le=LARGEST_RATE)]
SaleMonth = Annotated[Whole, Field(ge=1, le=120)]
Days = Annotated[Whole, Field(ge=0, le=LARGEST_DAYS)]
Number = Annotated[Whole, Field(ge=0, le=1_000)]


class Representation(Part):
    """How the child was represented and served in the proceedings about the title."""

    parent_passive: YesNo | None = fact("parent_passive")
    parent_in_conflict: YesNo | None = fact("parent_in_conflict")
    registered_at_town_hall: YesNo | None = fact("registered_at_town_hall")
    guardian_ad_litem: AdLitem | None = fact("guardian_ad_litem", listed="guardians_ad_litem")
    in_care_at_service: YesNo | None = fact("in_care_at_service")
    service_by_fiction: YesNo | None = fact("service_by_fiction")
    child_heard: YesNo | None = fact("child_heard")
    served_only_on_conflicted_guardian: YesNo | None = fact("served_only_on_conflicted_guardian")
    never_properly_served: YesNo | None = fact("never_properly_served")


class Title(Part):
    """The decision or assessment that is enforced."""

    kind: Annotated[Text, code_of("title_kinds")] | None = fact("title_kind", listed="title_kinds")
    ref: Text | None = told("číslo jednací titulu", "file number of the title", example="12 C 34/2019-5")
    issued_on: When | None = fact("title_issued_on")
    served_on: When | None = told("den doručení titulu", "day the title was served")
    learned_on: Day | None = fact("title_learned_on")
    proceedings_began_on: When | None = fact("proceedings_began_on")
    due_on: When | None = fact("title_due_on")
    final_on: When | None = fact("title_final_on")
    cancelled: YesNo | None = fact("title_cancelled")
    representation: Representation | None = told("zastoupení dítěte a doručování", "representation and service")


class Contract(Part):
    """The contract a debt is from, and its arbitration clause."""

    concluded_on: When | None = fact("contract_on")
    consumer: YesNo | None = fact("consumer")
    arbitrator_choice: Annotated[Text, code_of("arbitrator_choices")] | None = fact(
        "arbitrator_choice", listed="arbitrator_choices"
    )
    clause_separate: YesNo | None = fact("clause_separate")
    penalty_disproportionate: YesNo | None = fact("penalty_disproportionate")
    grossly_unfair: YesNo | None = fact("grossly_unfair")


class Credit(Part):
    """A credit: what was lent and paid, and what the contract and the lender made of it."""

    lent: Money | None = fact("credit_lent")
    paid: Money | None = fact("credit_paid")
    creditworthiness_assessed: YesNo | None = fact("creditworthiness_assessed")
    terms_missing: YesNo | None = fact("credit_terms_missing")
    penalty_daily: Rate | None = fact("penalty_daily")
    penalties_small: YesNo | None = fact("penalties_small")
    late_rate: Rate | None = fact("late_rate")
    future_costs_claimed: YesNo | None = fact("future_costs_claimed")
    acceleration_called: YesNo | None = fact("acceleration_called")
    bill_of_exchange: YesNo | None = fact("bill_of_exchange")


class Limitation(Part):
    """What decides whether limitation can be objected, and what has ended the debt or a part of it."""

    acknowledged: YesNo | None = fact("acknowledged")
    acknowledged_on: When | None = fact("acknowledged_on")
    acknowledgement_kind: Annotated[Text, code_of("acknowledgement_kinds")] | None = fact(
        "acknowledgement_kind", listed="acknowledgement_kinds"
    )
    sued: YesNo | None = fact("sued")
    enforced_before: YesNo | None = fact("enforced_before")
    extinguished_after_title: YesNo | None = fact("extinguished_after_title")
    tax_relief_2023: YesNo | None = fact("tax_relief_2023")
    small_arrears_sum: Money | None = fact("small_arrears_sum")


class Course(Part):
    """How an enforcement has gone: advances of the creditor, what it can bring, other enforcements beside it."""

    advances_paid: Advances | None = fact("advances_paid")
    uncounted_days: Days | None = fact("uncounted_days")
    advance_exempt: YesNo | None = fact("advance_exempt")
    no_assets: YesNo | None = fact("no_assets")
    inventory_made: YesNo | None = fact("inventory_made")
    hardship: YesNo | None = fact("hardship")
    amnesty_paid: YesNo | None = fact("amnesty_paid")
    joined: YesNo | None = fact("enforcement_joined")
    joinable: Number | None = fact("enforcements_joinable")
    with_same_executor: Number | None = fact("enforcements_here")


class Charged(Part):
    """What the executor charges, and what decides how much it may be."""

    asked: Money | None = fact("executor_costs_asked")
    order_served_on: Day | None = fact("costs_order_served_on")
    authorised_on: Day | None = told(
        "den pověření exekutora soudem", "day the court authorised the executor",
        more_cs="Jen k výpočtu tarifu.", more_en="Only to compute the tariff.",
    )  # fmt: skip
    vat_payer: YesNo | None = told("exekutor je plátce DPH (ano/ne)", "the executor pays VAT (yes/no)")
