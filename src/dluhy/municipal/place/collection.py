"""The part of the place document about how the municipality and its companies collect what is owed to them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dluhy.documents.fields import Part, told
from dluhy.documents.values import Text, Whole, YesNo, code_of

_Count = Annotated[Whole, Field(ge=0)]


class Collection(Part):
    """The practice of collecting debts; each answer is asked for by a question of `rules/municipal/practice.toml`."""

    enforcing: Annotated[Text, code_of("place_enforcing")] | None = told(
        "jak úřad vymáhá nezaplacené poplatky", "how the office collects unpaid fees", listed="place_enforcing"
    )
    increase: Annotated[Text, code_of("place_increases")] | None = told(
        "jak úřad zvyšuje poplatek zaplacený pozdě", "how the office increases a late fee", listed="place_increases"
    )
    increases_for_minors: YesNo | None = told(
        "zvyšuje i poplatek nezletilých (ano/ne)", "increases also the fees of minors (yes/no)"
    )
    guideline: YesNo | None = told(
        "vymáhání má vnitřní směrnici (ano/ne)", "there is an internal guideline on collecting (yes/no)"
    )
    guideline_binds_companies: YesNo | None = told(
        "směrnice platí i pro organizace a firmy obce (ano/ne)",
        "the guideline binds the municipality’s organisations and companies too (yes/no)",
    )
    sells_claims: YesNo | None = told(
        "obec nebo její firma pohledávky prodává či postupuje (ano/ne)",
        "the municipality or its company sells or assigns claims (yes/no)",
    )
    lawyer_for_small_claims: YesNo | None = told(
        "drobné pohledávky vymáhá přes advokáta (ano/ne)", "small claims go through a lawyer (yes/no)"
    )
    one_executor_per_debtor: YesNo | None = told(
        "jednoho dlužníka vymáhá jeden exekutor (ano/ne)", "one debtor has one executor (yes/no)"
    )
    joins_claims: YesNo | None = told(
        "pohledávky za týmž člověkem spojuje (ano/ne)", "claims against one person are joined (yes/no)"
    )
    plain_reminders: YesNo | None = told(
        "upomínky jsou psané srozumitelně (ano/ne)", "reminders are in plain language (yes/no)"
    )
    reminders_name_help: YesNo | None = told(
        "upomínka nabízí splátky a uvádí dluhovou poradnu (ano/ne)",
        "a reminder offers instalments and names debt advice (yes/no)",
    )
    contacts_before_title: _Count | None = told(
        "kolikrát se úřad ozve, než věc vyměří nebo zažaluje",
        "contacts before an assessment or a claim at court",
        example=2,
    )
    age_check: YesNo | None = told(
        "před každým krokem ověřuje věk dlužníka v den splatnosti (ano/ne)",
        "the debtor’s age on the due day is checked before each step (yes/no)",
    )
    stop_list_of_minors: YesNo | None = told(
        "má seznam nezletilých, které nevymáhá (ano/ne)", "there is a stop list of minors (yes/no)"
    )
    tells_ospod: YesNo | None = told(
        "o opakovaných nedoplatcích dítěte ví OSPOD (ano/ne)",
        "child protection is told of a child’s repeated arrears (yes/no)",
    )
    waiver_offered: YesNo | None = told(
        "úřad sám upozorňuje na možnost prominutí (ano/ne)", "the office itself points to the waiver (yes/no)"
    )
    waiver_requests: _Count | None = told(
        "kolik žádostí o prominutí loni přišlo", "requests for a waiver last year", example=6
    )
    waivers_granted: _Count | None = told("kolika z nich úřad vyhověl", "how many were granted", example=4)
    instalments: YesNo | None = told(
        "úřad povoluje posečkání a splátky (ano/ne)", "deferral and instalments are granted (yes/no)"
    )
    limitation_checked: YesNo | None = told(
        "před vymáháním kontroluje šestiletou lhůtu (ano/ne)",
        "the six-year period is checked before enforcing (yes/no)",
    )
    overpayments_used: YesNo | None = told(
        "přeplatky převádí na nedoplatky téhož člověka (ano/ne)",
        "overpayments are used for arrears of the same person (yes/no)",
    )
    writes_off: YesNo | None = told(
        "nedobytné nedoplatky jednou ročně odepisuje (ano/ne)", "irrecoverable arrears are written off yearly (yes/no)"
    )
    lets_fruitless_end: YesNo | None = told(
        "bezvýsledné exekuce nechává zastavit, zálohu na další vymáhání neplatí (ano/ne)",
        "fruitless enforcements are left to end, no advance is paid to go on (yes/no)",
    )
    yearly_report: YesNo | None = told(
        "zastupitelstvo dostává jednou ročně zprávu o vymáhání (ano/ne)",
        "the assembly gets a yearly report on collecting (yes/no)",
    )
