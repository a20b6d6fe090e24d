"""The case document: what is written about one client. Absent is unknown, an empty list is none.

Only `ref` and `as_of` are required. Money is in haléře once read; a date known in part is a `Span` of days.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dluhy.case.model_claims import (  # noqa: TC001 - pydantic reads the annotations
    Charged,
    Contract,
    Course,
    Credit,
    Limitation,
    SaleMonth,
    Title,
)
from dluhy.case.model_home import Home, Situation  # noqa: TC001 - pydantic reads the annotations
from dluhy.case.model_support import MaintenanceDue  # noqa: TC001 - pydantic reads the annotations
from dluhy.dates import MONTHS_OF_A_YEAR
from dluhy.documents.fields import Part, fact, told
from dluhy.documents.values import (
    Balance,
    Day,
    Ico,
    Identity,
    Money,
    Municipality,
    Rate,
    Reference,
    Text,
    When,
    Whole,
    Years,
    YesNo,
    code_of,
)

Months = Annotated[Whole, Field(ge=0, le=MONTHS_OF_A_YEAR)]
InstitutionKind = Annotated[Text, code_of("institution_kinds")]
Count = Annotated[Whole, Field(ge=0, le=200)]
Hours = Annotated[Whole, Field(ge=0, le=744)]
Degree = Annotated[Whole, Field(ge=0, le=4)]


class Care(Part):
    """One stay of a child in an institution or in foster care."""

    from_: When | None = told("od kdy", "from", alias="from")
    to: When | None = told(
        "do kdy", "to",
        more_cs="Trvá-li pobyt, napište den, ke kterému se posuzuje (as_of).",
        more_en="If the stay lasts, write the day judged (as_of).",
    )  # fmt: skip
    kind: InstitutionKind | None = told(
        "druh zařízení nebo péče", "kind of institution or care", listed="institution_kinds"
    )


class Person(Part):
    """The debtor, a guardian or another member of the household; no name and no birth number."""

    id: Identity | None = told("označení osoby", "reference of the person", example="klient",
                               more_cs="Bez jména a rodného čísla.",
                               more_en="Neither name nor birth number.")  # fmt: skip
    role: Annotated[Text, code_of("case_roles")] | None = told("role v případu", "role in the case",
                                                               listed="case_roles")  # fmt: skip
    birth_date: When | None = fact("birth_date")
    died_on: Day | None = fact("died_on")
    full_capacity_on: Day | None = fact("full_capacity_on")
    childhood_property: YesNo | None = fact("childhood_property")
    unpaid_fee_years: Count | None = fact("unpaid_fee_years")
    pension: Annotated[Text, code_of("pensions")] | None = told("důchod", "pension", listed="pensions")
    municipality_code: Municipality | None = told("kód obce bydliště", "code of the municipality of residence",
                                                  more_cs="Šest číslic podle číselníku obcí.",
                                                  more_en="Six digits of the register.")  # fmt: skip
    in_household: YesNo | None = told(
        "bydlí v domácnosti klienta (ano/ne)", "lives in the client’s household (yes/no)",
        more_cs="Není-li uvedeno, zákonný zástupce nebydlí jistě, ostatní ano.",
        more_en="If absent, it is unknown of a guardian and yes of everybody else.",
    )  # fmt: skip
    dependent_child: YesNo | None = told(
        "nezaopatřené dítě (ano/ne)", "dependent child (yes/no)",
        more_cs="Od konce povinné školní docházky do 26 let: studuje, je nemocné nebo má postižení.",
        more_en="From the end of compulsory schooling to 26: studies, is ill or has a disability.",
    )  # fmt: skip
    assessed_as: Annotated[Text, code_of("circle_situations")] | None = told(
        "okolnost, podle které se posuzuje v domácnosti (péče obou rodičů, ústav, vězení)",
        "what decides in whose household the person is assessed (care of both parents, institution, prison)",
        listed="circle_situations", more_cs="Jen u koho taková okolnost je.",
        more_en="Only of a person with such a circumstance.",
    )  # fmt: skip
    activity: Annotated[Text, code_of("activities")] | None = told("co dělá", "what the person does",
                                                                   listed="activities")  # fmt: skip
    work_hours: Hours | None = told("odpracované hodiny za měsíc", "hours worked a month", example=160)
    jobseeker_since: When | None = told("od kdy je v evidenci úřadu práce", "registered as a job-seeker since")
    disability_card: Annotated[Text, code_of("disability_cards")] | None = told(
        "průkaz osoby se zdravotním postižením", "disability card", listed="disability_cards"
    )
    care_degree: Degree | None = told(
        "stupeň závislosti (0 žádný až 4)", "degree of dependence (0 none to 4)", example=0
    )
    named_carer: YesNo | None = told("je pečující osobou závislého člověka (ano/ne)",
                                     "is the named carer of a dependent person (yes/no)")  # fmt: skip
    child_carer: YesNo | None = told("osobně pečuje o dítě (ano/ne)", "personally cares for a child (yes/no)")
    state_insured: YesNo | None = told("zdravotní pojištění za ni platí stát (ano/ne)",
                                       "the state pays the health insurance (yes/no)")  # fmt: skip
    widowed_on: Day | None = told("den ovdovění", "day of widowhood")
    plan_kept: YesNo | None = told("plní podpůrný plán úřadu práce (ano/ne)",
                                   "fulfils the support plan of the labour office (yes/no)")  # fmt: skip
    health_limits_work: YesNo | None = told("dlouhodobě špatné zdraví brání v práci (ano/ne)",
                                            "lasting ill health limits work (yes/no)")  # fmt: skip
    care_leaver: YesNo | None = told("vyrůstala v ústavu nebo pěstounské péči (ano/ne)",
                                     "grew up in an institution or foster care (yes/no)")  # fmt: skip
    schooling_at_risk: YesNo | None = told(
        "dokončení základní školy je ohroženo nebo chybí (ano/ne)", "basic school at risk or not finished (yes/no)"
    )
    maintenance_due: MaintenanceDue | None = told(
        "výživné, které má dítěti platit rodič odjinud", "maintenance a parent living elsewhere owes the child",
        more_cs="Jen u dítěte; není-li určeno, uveďte title = ne.",
        more_en="Only of a child; if none is set, write title = no.",
    )  # fmt: skip
    in_care: list[Care] | None = told(
        "pobyty v zařízeních a v pěstounské péči", "stays in institutions and in foster care",
        more_cs="Všechny pobyty od narození; nebyl-li žádný, prázdný seznam.",
        more_en="All stays since birth; if there was none, an empty list.",
    )  # fmt: skip


class Income(Part):
    """One income of one person for one period."""

    person: Identity | None = told("čí je příjem (id osoby)", "whose income (id of a person)", example="klient")
    kind: Annotated[Text, code_of("income_kinds")] | None = told("druh příjmu", "kind of income",
                                                                 listed="income_kinds")  # fmt: skip
    payer: Text | None = told("plátce", "payer", example="Zaměstnavatel A")
    net: Money | None = told("čistý příjem", "net income")
    gross: Money | None = told("hrubý příjem", "gross income")
    period: When | None = told("období, za které náleží", "period it is for", example="2026-10")
    paid_on: Day | None = told("den výplaty", "day it was paid", example="2026-11-10")
    declaration: YesNo | None = told(
        "podepsané prohlášení k dani u tohoto plátce (ano/ne)", "tax declaration signed with this payer (yes/no)",
        more_cs="Jen k výpočtu čisté mzdy z hrubé.", more_en="Only to compute the net wage from the gross one.",
    )  # fmt: skip
    relief_children: Count | None = told(
        "na kolik dětí se u plátce uplatňuje daňové zvýhodnění", "children for whom relief is claimed with this payer",
        more_cs="Počítají se od prvního dítěte; neuplatňuje-li se, nula.",
        more_en="Counted from the first child; none is zero.",
    )  # fmt: skip
    after_maternity: YesNo | None = told(
        "rodičovský příspěvek navazuje na peněžitou pomoc v mateřství (ano/ne)",
        "parental allowance follows maternity benefit (yes/no)",
    )
    proof: Annotated[Text, code_of("proofs")] | None = told("čím je doloženo", "proven by", listed="proofs")
    certainty: Annotated[Text, code_of("certainties")] | None = told("jak jisté to je", "how sure it is",
                                                                     listed="certainties")  # fmt: skip


class Creditor(Part):
    """Who claims the debt now, and who did before."""

    name: Text | None = told("věřitel", "creditor", example="Město Příklad")
    kind: Annotated[Text, code_of("case_creditors")] | None = told("druh věřitele", "kind of creditor",
                                                                   listed="case_creditors")  # fmt: skip
    counts_as: Annotated[Text, code_of("claim_creditors")] | None = fact("creditor_kind", listed="claim_creditors")
    ico: Ico | None = told("IČO věřitele", "company number of the creditor",
                           more_cs="Osm číslic.", more_en="Eight digits.")  # fmt: skip
    previous: list[Text] | None = told(
        "předchozí věřitelé (pohledávka byla postoupena)", "previous creditors (the claim was assigned)",
        more_cs="Nezměnil-li se věřitel, prázdný seznam.", more_en="If the creditor never changed, an empty list.",
    )  # fmt: skip


class Debt(Part):
    """One debt: one claim of one creditor, fees of several years each apart."""

    id: Identity | None = told("označení dluhu", "reference of the debt", example="dluh-1")
    debtor: Identity | None = told("dlužník (id osoby)", "debtor (id of a person)", example="klient")
    creditor: Creditor | None = told("věřitel", "creditor")
    kind: Annotated[Text, code_of("debt_kinds")] | None = fact("debt_kind", listed="debt_kinds")
    follows: Identity | None = told(
        "id dluhu, jehož náklady to jsou", "id of the debt whose costs these are", example="dluh-1",
        more_cs="Náklady sdílejí osud pohledávky, o kterou šlo.",
        more_en="Costs share the fate of the claim they were about.",
    )  # fmt: skip
    arose_on: When | None = fact("arose_on")
    due_on: When | None = fact("due_on")
    fee_year: Years | None = fact("fee_year")
    fee_type: Annotated[Text, code_of("fee_types")] | None = fact("fee_type", listed="fee_types")
    principal: Money | None = fact("principal")
    increase: Money | None = fact("increase")
    interest: Money | None = fact("interest")
    penalty: Money | None = fact("penalty")
    costs: Money | None = fact("costs")
    balance: Balance | None = fact("balance")
    fare: Money | None = fact("fare")
    surcharge: Money | None = fact("surcharge")
    contractual_penalty: Money | None = fact("contractual_penalty")
    acted_by: Annotated[Text, code_of("acting_people")] | None = fact("acted_by", listed="acting_people")
    earning_activity: YesNo | None = fact("earning_activity")
    court_approval: Annotated[Text, code_of("approvals")] | None = fact("court_approval", listed="approvals")
    insured_status: Annotated[Text, code_of("insured_statuses")] | None = fact("insured_status",
                                                                               listed="insured_statuses")  # fmt: skip
    health_fee_kind: Annotated[Text, code_of("health_fee_kinds")] | None = fact("health_fee_kind",
                                                                                listed="health_fee_kinds")  # fmt: skip
    tort_nature: Annotated[Text, code_of("tort_natures")] | None = fact("tort_nature", listed="tort_natures")
    inheritance_inventory: YesNo | None = fact("inheritance_inventory")
    inherited_rent: YesNo | None = fact("inherited_rent")
    refinances_childhood: YesNo | None = fact("refinances_childhood")
    criminal_penalty: YesNo | None = told(
        "placení uložil trestní soud (ano/ne)", "a criminal court imposed the payment (yes/no)",
        more_cs="Peněžitý trest, nebo náhrada škody jako podmínka trestu; pokuta za přestupek ne.",
        more_en="A criminal fine, or damages as a condition of a sentence; no fine for a misdemeanour.",
    )  # fmt: skip
    of_former_home: YesNo | None = told(
        "týká se bytu nebo odběru, který už skončil (ano/ne)", "for a home or supply that has ended (yes/no)",
        more_cs="Jen u nájmu, služeb a energií.", more_en="Only of rent, services and energy.",
    )  # fmt: skip
    monthly_growth: Money | None = told(
        "o kolik dluh za měsíc roste (úroky, penále, poplatky)", "by how much the debt grows a month (interest, fees)",
        more_cs="Podle toho se řadí dluhy stejné naléhavosti; neroste-li, nula.",
        more_en="Debts of the same urgency are ordered by it; zero if it does not grow.",
    )  # fmt: skip
    in_institution: YesNo | None = fact("in_institution")
    institution_months: Months | None = fact("institution_months")
    institution_kind: InstitutionKind | None = fact("institution_kind", listed="institution_kinds")
    child_owns_property: YesNo | None = fact("child_owns_property")
    owners_association: YesNo | None = fact("owners_association")
    property_occupied: YesNo | None = fact("property_occupied")
    secured: YesNo | None = fact("secured")
    collateral_value: Money | None = told(
        "kolik z ceny zajištění připadne na tento dluh", "what the collateral brings this debt",
        more_cs="Po odečtení dřívějších zástav; jinak se bere cena majetku, který dluh zajišťuje.",
        more_en="After earlier pledges; else the value of the asset that secures the debt is taken.",
    )  # fmt: skip
    yearly_rate: Rate | None = told(
        "roční úrok v procentech", "yearly interest in per cent", example="14.75",
        more_cs="Všechen úrok, který dnes z jistiny běží, ze smlouvy i z prodlení; neběží-li, nula.",
        more_en="All interest that runs on the principal today, by contract and for default; none is zero.",
    )  # fmt: skip
    penalty_monthly: Money | None = told(
        "o kolik měsíčně roste smluvní pokuta", "by how much a contractual penalty grows a month",
        more_cs="Neroste-li, vynechte.", more_en="Leave out if it does not grow.",
    )  # fmt: skip
    business: YesNo | None = told("dluh z podnikání dlužníka (ano/ne)", "debt from the debtor’s business (yes/no)")
    priority: YesNo | None = told(
        "přednostní pohledávka podle exekučního příkazu (ano/ne)", "a priority claim by the order (yes/no)",
        more_cs="Jen u pokut, nákladů a jiných veřejnoprávních dluhů; u ostatních to plyne z druhu dluhu.",
        more_en="Only of fines, costs and other public-law debts; of others the kind of debt tells it.",
    )  # fmt: skip
    intentional_tort: YesNo | None = told(
        "náhrada škody z úmyslného trestného činu (ano/ne)", "damage from an intentional crime (yes/no)"
    )
    title: Title | None = told("exekuční titul", "title")
    contract: Contract | None = told("smlouva", "contract")
    credit: Credit | None = told("úvěr", "credit")
    limitation: Limitation | None = told("promlčení a zánik", "limitation and extinction")


class Order(Part):
    """One order to a payer: an employer, an office, a bank."""

    payer: Text | None = told("komu byl příkaz doručen (plátce)", "on whom the order was served (payer)",
                              example="Zaměstnavatel A")  # fmt: skip
    delivered_on: Day | None = told("den doručení plátci", "day of service on the payer")
    base_share: Money | None = told(
        "část nezabavitelné částky, kterou má plátce nechat", "part of the protected amount that the payer must leave",
        more_cs="Jen má-li dlužník více plátců; určuje ji exekutor nebo soud.",
        more_en="Only where the debtor has several payers; the executor or court lays it down.",
    )  # fmt: skip
    maintenance_monthly: Money | None = told(
        "běžné výživné, které příkaz strhává měsíčně", "running maintenance that the order takes a month",
        more_cs="Jen u exekuce výživného; dlužné výživné je dluh sám.",
        more_en="Only of an enforcement of maintenance; arrears are the debt itself.",
    )  # fmt: skip


class Enforcement(Part):
    """One enforcement and the debts it is about."""

    id: Identity | None = told("označení exekuce", "reference of the enforcement", example="exekuce-1")
    debts: list[Identity] | None = told("pro které dluhy (id)", "for which debts (ids)", example="dluh-1")
    ref: Text | None = told("spisová značka", "file mark", example="901 EX 123/20")
    kind: Annotated[Text, code_of("enforcement_kinds")] | None = fact("enforcement_kind", listed="enforcement_kinds")
    status: Annotated[Text, code_of("enforcement_statuses")] | None = fact("enforcement_status",
                                                                           listed="enforcement_statuses")  # fmt: skip
    began_on: When | None = fact("enforcement_began_on")
    order_final_on: When | None = fact("order_final_on")
    call_served_on: Day | None = fact("call_served_on")
    reason_learned_on: Day | None = fact("reason_learned_on")
    last_recovered_on: When | None = fact("last_recovered_on")
    nothing_recovered: YesNo | None = fact("nothing_recovered")
    recovered: Money | None = fact("recovered")
    real_estate_attached: YesNo | None = fact("real_estate_attached")
    movables_inventory: YesNo | None = fact("movables_inventory")
    advance_call_on: Day | None = fact("advance_call_on")
    course: Course | None = told("průběh exekuce", "course of the enforcement")
    costs: Charged | None = told("náklady exekuce", "costs of the enforcement")
    orders: list[Order] | None = told("exekuční příkazy", "orders of enforcement")


class BudgetLine(Part):
    """One line of the household budget."""

    line: Text | None = told("položka", "line", example="nájem")
    kind: Annotated[Text, code_of("case_budget")] | None = told("příjem, nebo výdaj", "income or expense",
                                                                listed="case_budget")  # fmt: skip
    category: Annotated[Text, code_of("budget_lines")] | None = told("druh výdaje", "kind of expense",
                                                                     listed="budget_lines")  # fmt: skip
    income_kind: Annotated[Text, code_of("income_kinds")] | None = told("druh příjmu", "kind of income",
                                                                        listed="income_kinds")  # fmt: skip
    amount: Money | None = told("částka", "amount")
    frequency: Annotated[Text, code_of("frequencies")] | None = told("jak často", "how often",
                                                                          listed="frequencies")  # fmt: skip
    person: Identity | None = told("čí (id osoby)", "whose (id of a person)", example="klient")
    supplier: Text | None = told("komu se platí", "to whom it is paid", example="Dodavatel A")
    arrears: Money | None = told(
        "kolik se na položce dluží", "how much is owed on the line",
        more_cs="Nedluží-li se nic, vynechte; dluh uvedený mezi dluhy sem nepište.",
        more_en="Leave out if nothing is owed; a debt that stands among the debts does not belong here.",
    )  # fmt: skip
    months_in_arrears: Count | None = told("za kolik měsíců se dluží", "for how many months it is owed")
    debt: Identity | None = told("který dluh se splácí (id)", "which debt is repaid (id)", example="dluh-1")
    proof: Annotated[Text, code_of("proofs")] | None = told("čím je doloženo", "proven by", listed="proofs")
    certainty: Annotated[Text, code_of("certainties")] | None = told("jak jisté to je", "how sure it is",
                                                                     listed="certainties")  # fmt: skip
    comment: Text | None = told("poznámka poradce", "note of the counsellor", example="platí dvě domácnosti")


class Asset(Part):
    """One thing the household owns."""

    owner: Identity | None = told("vlastník (id osoby)", "owner (id of a person)", example="klient")
    kind: Annotated[Text, code_of("case_assets")] | None = told("druh majetku", "kind of asset", listed="case_assets")
    description: Text | None = told("popis", "description", example="osobní auto")
    value: Money | None = told("odhad ceny", "estimated value")
    pledged: YesNo | None = told("slouží jako zástava (ano/ne)", "serves as a pledge (yes/no)")
    secures: list[Identity] | None = told(
        "které dluhy zajišťuje (id), v pořadí zástav", "which debts it secures (ids), in the order of pledges",
        example="dluh-1",
    )  # fmt: skip
    sale_month: SaleMonth | None = told(
        "ve kterém měsíci oddlužení se prodá (1 je první)", "in which month of debt relief it is sold (1 is the first)",
        example=6, more_cs="Jen je-li prodej v plánu.", more_en="Only if a sale is planned.",
    )  # fmt: skip
    is_home: YesNo | None = told("bydlí v ní domácnost (ano/ne)", "the household lives there (yes/no)")
    retirement_saving: YesNo | None = told(
        "spoření na stáří nebo stavební spoření se státní podporou (ano/ne)",
        "retirement or state-supported building savings (yes/no)",
    )


class Insolvency(Part):
    """One insolvency proceeding, running or over."""

    person: Identity | None = told("koho se týká (id osoby); jinak klienta", "whom it concerns (id); else the client",
                                   example="klient")  # fmt: skip
    began_on: When | None = fact("insolvency_began_on")
    found_on: When | None = fact("insolvency_found_on")
    approved_on: When | None = told("den schválení oddlužení", "day debt relief was approved")
    running: YesNo | None = fact("insolvency_running")
    relief_by_instalments: YesNo | None = fact("relief_by_instalments")


class Petition(Part):
    """One earlier petition for debt relief."""

    person: Identity | None = told("čí návrh to byl (id osoby); jinak klienta", "whose petition (id); else client’s",
                                   example="klient")  # fmt: skip
    filed_on: When | None = told("den podání", "day it was filed")
    result: Text | None = told("jak dopadl", "how it ended", example="odmítnut")
    withdrawn: YesNo | None = told("dlužník jej vzal zpět (ano/ne)", "the debtor withdrew it (yes/no)")
    withdrawn_on: When | None = fact("withdrawn_on")
    dishonest: YesNo | None = told(
        "zamítnut, neschválen nebo zrušen pro nepoctivý záměr (ano/ne)",
        "refused, not approved or cancelled for dishonest intent (yes/no)",
    )
    dishonest_final_on: When | None = fact("dishonest_refusal_on")
    cancelled_otherwise: YesNo | None = fact("cancelled_otherwise")
    discharged: YesNo | None = told("skončil osvobozením od dluhů (ano/ne)", "it ended in a discharge (yes/no)")
    discharge_decided_on: When | None = fact("discharge_decided_on")
    discharge_final_on: When | None = fact("discharge_final_on")
    proceedings_on: When | None = fact("discharge_proceedings_on")


class History(Part):
    """What has been tried already."""

    insolvencies: list[Insolvency] | None = told(
        "insolvenční řízení", "insolvency proceedings",
        more_cs="Všechna, i skončená; nebylo-li žádné, prázdný seznam.",
        more_en="All of them, also ended ones; if there was none, an empty list.",
    )  # fmt: skip
    petitions: list[Petition] | None = told(
        "dřívější návrhy na oddlužení", "earlier petitions for debt relief",
        more_cs="Všechny; nebyl-li žádný, prázdný seznam.", more_en="All of them; if there was none, an empty list.",
    )  # fmt: skip
    earlier_discharge_on: When | None = told(
        "dřívější osvobození od dluhů (den právní moci)", "earlier discharge of debts (day it became final)"
    )


class Relief(Part):
    """A petition for debt relief, thought of or filed: by whom, drawn up by whom, what can be paid."""

    person: Identity | None = told("kdo o oddlužení žádá (id osoby); jinak klient", "who asks (id); else the client",
                                   example="klient")  # fmt: skip
    debtor_kind: Annotated[Text, code_of("debtor_kinds")] | None = fact("debtor_kind", listed="debtor_kinds")
    creditor_filed: YesNo | None = fact("creditor_filed")
    petition_on: When | None = fact("petition_on")
    relief_filed_on: When | None = fact("relief_filed_on")
    creditor_petition_served_on: Day | None = fact("creditor_petition_served_on")
    insolvency_finding_on: When | None = fact("insolvency_finding_on")
    filed_by_debtor: YesNo | None = fact("filed_by_debtor")
    withdrawn_here: YesNo | None = fact("withdrawn_here")
    drafter: Annotated[Text, code_of("petition_drafters")] | None = fact("drafter", listed="petition_drafters")
    drafter_enforces: YesNo | None = fact("drafter_enforces")
    debtor_qualified: YesNo | None = fact("debtor_qualified")
    drafter_fee: Money | None = fact("drafter_fee")
    drafter_vat_payer: YesNo | None = fact("drafter_vat_payer")
    addressed_to_competent_court: YesNo | None = fact("addressed_to_competent_court")
    official_form: YesNo | None = fact("official_form")
    attachments: list[Annotated[Text, code_of("petition_attachments")]] | None = told(
        "přílohy, které už jsou", "attachments that are ready", listed="petition_attachments",
        more_cs="Není-li žádná, prázdný seznam.", more_en="If there is none, an empty list.",
    )  # fmt: skip
    spouses_together: YesNo | None = fact("spouses_together")
    married_on_filing: YesNo | None = fact("married_on_filing")
    each_spouse_may_file: YesNo | None = fact("each_spouse_may_file")
    spouses_declared: YesNo | None = fact("spouses_declared")
    stopped_paying: YesNo | None = fact("stopped_paying")
    enforcement_fruitless: YesNo | None = fact("enforcement_fruitless")
    lists_not_filed: YesNo | None = fact("lists_not_filed")
    unable_to_pay: YesNo | None = fact("unable_to_pay")
    threatened_insolvency: YesNo | None = fact("threatened_insolvency")
    over_indebted: YesNo | None = fact("over_indebted")
    business_only_investing: YesNo | None = fact("business_only_investing")
    business_debts_excepted: YesNo | None = fact("business_debts_excepted")
    business_creditor_objects: YesNo | None = fact("business_creditor_objects")
    business_plea: YesNo | None = fact("business_plea")
    trustee_vat_payer: YesNo | None = fact("trustee_vat_payer")
    maintenance_monthly: Money | None = fact("relief_maintenance")
    promised_monthly: Money | None = told(
        "kolik dlužník závazně přislíbí měsíčně navíc ze svého", "what the debtor bindingly promises beside it a month"
    )
    contributed_monthly: Money | None = fact("contributed_monthly")
    special_regard: YesNo | None = fact("special_regard")
    careless_in_proceedings: YesNo | None = fact("careless_in_proceedings")
    concealed: YesNo | None = fact("concealed")
    borrowed_before_filing: YesNo | None = fact("borrowed_before_filing")
    favoured_before_filing: YesNo | None = fact("favoured_before_filing")
    property_conviction: YesNo | None = fact("property_conviction")
    avoids_work: YesNo | None = fact("avoids_work")
    gift_simulated: YesNo | None = fact("gift_simulated")
    mostly_lasting_debts: YesNo | None = fact("mostly_lasting_debts")


class Case(Part):
    """One client: people, incomes, debts, enforcements, budget, assets and history."""

    ref: Reference = told("označení případu", "reference of the case", required=True, example="2026/001",
                     more_cs="Bez jména a rodného čísla.", more_en="Neither name nor birth number.")  # fmt: skip
    as_of: Day = told("den, ke kterému se posuzuje", "day judged", required=True, example="2026-11-21")
    people: list[Person] | None = told("osoby", "people")
    debts: list[Debt] | None = told("dluhy", "debts",
                                    more_cs="Seznam je úplný; nejsou-li žádné, prázdný seznam.",
                                    more_en="The list is complete; if there are none, an empty list.")  # fmt: skip
    enforcements: list[Enforcement] | None = told(
        "exekuce", "enforcements",
        more_cs="Seznam je úplný: dluh, který v žádné není, se nevymáhá. Není-li žádná, prázdný seznam.",
        more_en="The list is complete: a debt in none of them is not enforced. If there is none, an empty list.",
    )  # fmt: skip
    incomes: list[Income] | None = told("příjmy", "incomes")
    budget: list[BudgetLine] | None = told("rozpočet domácnosti", "household budget")
    home: Home | None = told("bydlení", "home")
    situation: Situation | None = told("situace domácnosti", "situation of the household")
    assets: list[Asset] | None = told("majetek", "assets")
    history: History | None = told("co už bylo", "history")
    relief: Relief | None = told("návrh na oddlužení", "petition for debt relief")
