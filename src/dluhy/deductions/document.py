"""The documents about deductions that people and programs write: one payment, past payslips to check, or many payments.

Absent is unknown, an empty list is none. Money is in haléře once read.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dluhy.documents.fields import Part, told
from dluhy.documents.values import Day, Identity, Money, Month, Text, Whole, YesNo, code_of

Count = Annotated[Whole, Field(ge=0, le=30)]
Orders = Annotated[Whole, Field(ge=0, le=1_000)]
Multiples = Annotated[Whole, Field(ge=1, le=60)]
Pension = Annotated[Text, code_of("pensions")]
IncomeKind = Annotated[Text, code_of("income_kinds")]
Kind = Annotated[Text, code_of("payable_kinds")]
Enforcement = Annotated[Text, code_of("enforcement_kinds")]
Rounding = Annotated[Text, code_of("component_roundings")]


class SpousePart(Part):
    """What is known of the spouse or partner."""

    married: YesNo | None = told("je dlužník v manželství nebo partnerství (ano/ne)",
                                 "is the debtor married or in a partnership (yes/no)")  # fmt: skip
    counts: YesNo | None = told("plátce manžela počítá (ano/ne)", "the payer counts the spouse (yes/no)")
    pension: Pension | None = told("důchod přiznaný manželovi", "pension granted to the spouse", listed="pensions")


class ClaimPart(Part):
    """One claim for which an order was delivered to a payer."""

    id: Identity | None = told("označení pohledávky", "reference of the claim", example="p1")
    kind: Kind | None = told("druh pohledávky", "kind of claim", listed="payable_kinds")
    priority: YesNo | None = told("přednostní (ano/ne); jinak podle druhu a dne",
                                  "has priority (yes/no); else by kind and day")  # fmt: skip
    delivered_on: Day | None = told("den doručení příkazu plátci", "day the order was delivered to the payer")
    issued_on: Day | None = told(
        "den vydání prvního příkazu ke srážkám v té exekuci", "day of the first wage order in that enforcement",
        more_cs="Rozhoduje o paušální náhradě plátce.", more_en="It decides about the payer’s flat fee.",
    )  # fmt: skip
    began_on: Day | None = told("den zahájení exekuce", "day the enforcement began")
    order: Identity | None = told("exekuční příkaz, ke kterému patří", "order it belongs to", example="prikaz-1")
    balance: Money | None = told("kolik zbývá zaplatit", "how much is still owed")
    entitled: Identity | None = told("komu výživné náleží (označení)", "whose maintenance it is (a reference)",
                                     example="dite-1")  # fmt: skip
    monthly: Money | None = told("běžné měsíční výživné této osoby", "running monthly maintenance of that person")
    enforcement: Enforcement | None = told("druh exekuce", "kind of enforcement", listed="enforcement_kinds")
    payer: Identity | None = told("plátce, kterému byl příkaz doručen; jinak všem",
                                  "payer it was delivered to; else every one", example="zamestnavatel")  # fmt: skip


class IncomePart(Part):
    """One income from one payer."""

    kind: IncomeKind | None = told("druh příjmu; jinak mzda", "kind of income; else a wage", listed="income_kinds")
    net: Money | None = told("čistý příjem", "net income")
    multiples: Multiples | None = told(
        "u odstupného kolikanásobek průměrného výdělku stanoví zákon",
        "of severance pay the multiple of average earnings that the statute fixes", example=3,
    )  # fmt: skip


class PayerPart(Part):
    """One payer of several."""

    id: Identity | None = told("označení plátce", "reference of the payer", example="zamestnavatel")
    net: Money | None = told("čistý příjem od tohoto plátce", "net income from this payer")
    income: IncomeKind | None = told("druh příjmu; jinak mzda", "kind of income; else a wage", listed="income_kinds")
    base_share: Money | None = told(
        "část nezabavitelné částky, kterou má tento plátce nechat",
        "part of the protected amount this payer must leave",
        more_cs="Určuje ji exekutor nebo soud.", more_en="The executor or court lays it down.",
    )  # fmt: skip


class BackPayPart(Part):
    """What is paid later for one month."""

    wage_period: Month | None = told("měsíc, za který doplatek náleží", "month the back pay is for", example="2026-01")
    net: Money | None = told("čistý doplatek", "net back pay")
    net_before: Money | None = told("čistá mzda za ten měsíc vyplacená dřív", "net wage of that month paid before")


class _Debtor(Part):
    dependants: Count | None = told(
        "vyživované osoby bez manžela", "dependants without the spouse",
        more_cs="Bez těch, v jejichž prospěch se právě vymáhá výživné.",
        more_en="Without those for whom maintenance is being enforced.",
    )  # fmt: skip
    spouse: SpousePart | None = told("manžel nebo partner", "spouse or partner")
    own_pension: Pension | None = told("důchod přiznaný dlužníkovi", "pension granted to the debtor",
                                       listed="pensions")  # fmt: skip
    component_rounding: Rounding | None = told("jak plátce zaokrouhluje", "how the payer rounds",
                                               listed="component_roundings")  # fmt: skip
    debt_relief: YesNo | None = told("oddlužení splátkovým kalendářem (ano/ne)", "debt relief by instalments (yes/no)")
    claims: list[ClaimPart] | None = told(
        "pohledávky, pro které se sráží", "claims for which is deducted",
        more_cs="Úplný seznam; nejsou-li žádné, prázdný.",
        more_en="The complete list; if there are none, an empty one.",
    )  # fmt: skip


class DeductionDocument(_Debtor):
    """One payment, from one payer or several."""

    ref: Identity | None = told("označení výpočtu", "reference of the computation", example="2026-001")
    paid_on: Day = told("den výplaty", "day of payment", required=True, example="2026-05-12")
    wage_period: Month | None = told("měsíc, za který mzda náleží", "month the wage is for", example="2026-04")
    net: Money | None = told("čistý příjem", "net income", example="26400.00")
    income: IncomeKind | None = told("druh příjmu; jinak mzda", "kind of income; else a wage", listed="income_kinds")
    base_share: Money | None = told("část nezabavitelné částky určená tomuto plátci",
                                    "part of the protected amount laid on this payer")  # fmt: skip
    incomes: list[IncomePart] | None = told("více příjmů od jednoho plátce", "several incomes of one payer")
    payers: list[PayerPart] | None = told("více plátců", "several payers")
    back_pay: list[BackPayPart] | None = told("doplatky za dřívější měsíce", "back pay for earlier months")


class PayslipPart(Part):
    """One past payment with what was really deducted."""

    paid_on: Day | None = told("den výplaty", "day of payment", example="2026-05-12")
    wage_period: Month | None = told("měsíc, za který mzda náleží", "month the wage is for", example="2026-04")
    net: Money | None = told("čistý příjem", "net income", example="26400.00")
    deducted: Money | None = told("kolik bylo opravdu sraženo", "how much was really deducted", example="2924.00")
    dependants: Count | None = told(
        "vyživované osoby v tom měsíci, byly-li jiné", "dependants in that month, if others"
    )


class PayslipsDocument(_Debtor):
    """The past payments of one payer, to be checked month by month."""

    ref: Identity | None = told("označení výpočtu", "reference of the computation", example="2026-001")
    income: IncomeKind | None = told("druh příjmu; jinak mzda", "kind of income; else a wage", listed="income_kinds")
    base_share: Money | None = told("část nezabavitelné částky určená tomuto plátci",
                                    "part of the protected amount laid on this payer")  # fmt: skip
    payslips: list[PayslipPart] = told("výplatní pásky", "payslips", required=True)


class RowPart(Part):
    """One payment of a list: the facts that many payments are computed from at once, its claims only by number."""

    ref: Identity | None = told("označení výplaty", "reference of the payment", example="P-001")
    paid_on: Day = told("den výplaty", "day of payment", required=True, example="2026-05-12")
    wage_period: Month | None = told("měsíc, za který mzda náleží", "month the wage is for", example="2026-04")
    net: Money = told("čistý příjem", "net income", required=True, example="26400.00")
    dependants: Count | None = told("vyživované osoby bez manžela", "dependants without the spouse")
    spouse_married: YesNo | None = told("je dlužník v manželství nebo partnerství (ano/ne)",
                                        "is the debtor married or in a partnership (yes/no)")  # fmt: skip
    spouse_counts: YesNo | None = told("plátce manžela počítá (ano/ne)", "the payer counts the spouse (yes/no)")
    spouse_pension: Pension | None = told("důchod přiznaný manželovi", "pension granted to the spouse",
                                          listed="pensions")  # fmt: skip
    own_pension: Pension | None = told("důchod přiznaný dlužníkovi", "pension granted to the debtor",
                                       listed="pensions")  # fmt: skip
    priority: YesNo | None = told("je mezi pohledávkami přednostní (ano/ne)", "is any claim a priority one (yes/no)")
    orders: Orders | None = told("kolik exekučních příkazů plátce má; 0, není-li pro co srážet",
                                 "how many orders the payer has; 0 where there is no claim", example=1)  # fmt: skip
    debt_relief: YesNo | None = told("oddlužení splátkovým kalendářem (ano/ne)", "debt relief by instalments (yes/no)")
    component_rounding: Rounding | None = told("jak plátce zaokrouhluje", "how the payer rounds",
                                               listed="component_roundings")  # fmt: skip
    base_share: Money | None = told("část nezabavitelné částky určená tomuto plátci",
                                    "part of the protected amount laid on this payer")  # fmt: skip
    balance: Money | None = told(
        "kolik zbývá zaplatit na všech pohledávkách", "how much all claims still owe",
        more_cs="Jen jsou-li přednostní všechny, nebo žádná.", more_en="Only where all have priority or none has.",
    )  # fmt: skip
    order_issued_on: Day | None = told("den vydání prvního příkazu ke srážkám", "day of the first wage order")
    fee_due: YesNo | None = told("náleží plátci paušální náhrada (ano/ne)", "is the payer’s flat fee due (yes/no)")


class RowsDocument(Part):
    """Many payments at once, a row each."""

    rows: Annotated[list[RowPart], Field(min_length=1)] = told("výplaty", "payments", required=True)
