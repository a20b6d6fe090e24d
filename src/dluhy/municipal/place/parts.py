"""The parts of the place document: indicators, fees by year, how the municipality collects, housing, services, jobs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dluhy.documents.fields import Part, told
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR, Day, Money, Rate, Text, Whole, YesNo, code_of

Year = Annotated[Whole, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Count = Annotated[Whole, Field(ge=0)]
Points = Annotated[Whole, Field(ge=0)]


class DimensionPoints(Part):
    """The points of the five dimensions of the index of social exclusion."""

    exe: Points | None = told("body za osoby v exekuci", "points for people in enforcement", example=2)
    pnb: Points | None = told("body za příspěvek na bydlení", "points for the housing allowance", example=1)
    pnz: Points | None = told("body za příspěvek na živobytí", "points for the living allowance", example=1)
    uoz6: Points | None = told(
        "body za uchazeče v evidenci déle než 6 měsíců", "points for jobseekers registered over 6 months", example=0
    )
    po_zs: Points | None = told(
        "body za předčasné odchody ze základní školy", "points for early school leaving", example=0
    )


class Indicators(Part):
    """What is measured of the place in one year."""

    year: Year | None = told("rok, ke kterému údaje jsou", "year of the data", example=2023)
    exclusion_index: Points | None = told(
        "index sociálního vyloučení", "index of social exclusion", example=4,
        more_cs="Zveřejněné číslo; spočítá jej i „dluhy index“.",
        more_en="The published number; “dluhy index” computes it too.",
    )  # fmt: skip
    points: DimensionPoints | None = told("body jednotlivých rozměrů indexu", "points of the dimensions of the index")
    enforced_people: Count | None = told("počet lidí v exekuci", "number of people in enforcement", example=120)
    enforced_share: Rate | None = told(
        "podíl lidí v exekuci v procentech obyvatel od 15 let",
        "share of people in enforcement, per cent of those aged 15+",
        example="9.40",
    )  # fmt: skip
    source: Text | None = told(
        "odkud údaje jsou", "where the data come from", example="otevřená data Exekutorské komory"
    )


class FeeYear(Part):
    """How waste was paid for in one year and what the ordinance said of children."""

    year: Year | None = told("poplatkový rok", "fee year", example=2026)
    kind: Annotated[Text, code_of("place_waste_payments")] | None = told(
        "jak se platilo za odpad", "how waste was paid for", listed="place_waste_payments"
    )
    basis: Annotated[Text, code_of("place_deposit_bases")] | None = told(
        "podle čeho se poplatek za odkládání měřil", "what the deposit fee was measured by",
        listed="place_deposit_bases", more_cs="Jen u poplatku z nemovité věci.",
        more_en="Only of the fee for depositing from real estate.",
    )  # fmt: skip
    rate: Money | None = told("sazba v Kč (na osobu a rok, nebo na kilogram či litr)",
                              "rate in CZK (per person and year, or per kilogram or litre)", example="800")  # fmt: skip
    due_on: Day | None = told("den splatnosti", "due day", example="2026-05-31")
    shared_payer: YesNo | None = told(
        "za domácnost může platit společný zástupce (ano/ne)", "one member may pay for the household (yes/no)"
    )
    assessed_to: Annotated[Text, code_of("place_assessed")] | None = told(
        "komu úřad vyměřuje nedoplatek nezletilého", "on whom the office assesses the arrear of a minor",
        listed="place_assessed",
    )  # fmt: skip
    exempts_children: YesNo | None = told(
        "vyhláška osvobozuje všechny děti (ano/ne)", "the ordinance exempts all children (yes/no)"
    )
    relieves_children: YesNo | None = told(
        "vyhláška dává dětem úlevu (ano/ne)", "the ordinance gives children a relief (yes/no)"
    )
    exempts_foster_children: YesNo | None = told(
        "vyhláška osvobozuje děti v pěstounské péči (ano/ne)", "the ordinance exempts children in foster care (yes/no)",
        more_cs="Zákon osvobozuje jen děti v zařízeních, v pěstounské péči ne.",
        more_en="The act exempts children in institutions only, not in foster care.",
    )  # fmt: skip
    exempts_children_elsewhere: YesNo | None = told(
        "vyhláška osvobozuje i jiné děti, které v obci nežijí (ano/ne)",
        "the ordinance exempts also other children who do not live there (yes/no)",
        more_cs="Třeba děti svěřené příbuzným jinde nebo v zařízení, které zákon nejmenuje.",
        more_en="Say children entrusted to relatives elsewhere or in an institution that the act does not name.",
    )  # fmt: skip
    relieves_large_families: YesNo | None = told(
        "vyhláška dává úlevu rodinám s více dětmi (ano/ne)",
        "the ordinance relieves families with more children (yes/no)",
    )
    asks_for_known_data: YesNo | None = told(
        "osvobození závisí na ohlášení údaje, který úřad sám má (ano/ne)",
        "an exemption depends on reporting what the office knows itself (yes/no)",
    )


class HousingRules(Part):
    """How the municipality lets its flats and what it does about arrears of rent."""

    flat_rules_exclude_debtors: YesNo | None = told(
        "pravidla pro obecní byty vylučují žadatele s dluhem (ano/ne)",
        "the rules for municipal flats exclude applicants with a debt (yes/no)",
    )
    instalments_lift_exclusion: YesNo | None = told(
        "stačí dohoda o splátkách (ano/ne)", "an agreement on instalments is enough (yes/no)",
        more_cs="Jen vylučují-li pravidla dlužníky.", more_en="Only if the rules exclude debtors.",
    )  # fmt: skip
    early_warning: YesNo | None = told(
        "úřad se ozve po prvním dlužném nájmu (ano/ne)", "the office speaks up after the first unpaid rent (yes/no)"
    )
    visit_before_notice: YesNo | None = told(
        "před výpovědí nájemce navštíví sociální pracovník (ano/ne)", "a social worker visits before a notice (yes/no)"
    )
    special_recipient: YesNo | None = told(
        "obec navrhuje zvláštního příjemce nebo přímou úhradu dávky (ano/ne)",
        "the municipality proposes a special recipient or direct payment of the benefit (yes/no)",
    )
    step_up_housing: YesNo | None = told("obec má prostupné bydlení (ano/ne)", "there is step-up housing (yes/no)")
    private_landlord_available: YesNo | None = told(
        "soukromí pronajímatelé jsou ochotni pronajmout s ručením (ano/ne)",
        "private landlords would let with a guarantee (yes/no)",
    )
    guarantee_fund: YesNo | None = told(
        "v místě je garanční nebo krizový fond (ano/ne)", "there is a guarantee or crisis fund (yes/no)"
    )


class Services(Part):
    """What there is in the place and what it lacks."""

    has_school: YesNo | None = told("v obci je základní škola (ano/ne)", "there is a basic school (yes/no)")
    has_nzdm: YesNo | None = told(
        "nízkoprahové zařízení pro děti a mládež (ano/ne)", "low-threshold centre for children and youth (yes/no)"
    )
    has_debt_advice: YesNo | None = told("dluhová poradna (ano/ne)", "debt advice (yes/no)")
    has_field_programme: YesNo | None = told("terénní program (ano/ne)", "field programme (yes/no)")
    has_family_service: YesNo | None = told(
        "sociálně aktivizační služba pro rodiny (ano/ne)", "social activation service for families (yes/no)"
    )
    has_shelter: YesNo | None = told("azylový dům (ano/ne)", "shelter (yes/no)")
    has_social_worker: YesNo | None = told(
        "obec má sociálního pracovníka (ano/ne)", "there is a municipal social worker (yes/no)"
    )
    excluded_locality: YesNo | None = told(
        "v obci je sociálně vyloučená lokalita (ano/ne)", "there is an excluded locality (yes/no)",
        more_cs="Údaj o místě, nikdy o člověku.", more_en="Said of a place, never of a person.",
    )  # fmt: skip
    transport_gap: YesNo | None = told(
        "do některé části nejede veřejná doprava (ano/ne)", "some part has no public transport (yes/no)"
    )


class Employment(Part):
    """Work for people in debt."""

    can_employ: YesNo | None = told(
        "obec může zaměstnat dlužníky (veřejně prospěšné práce) (ano/ne)",
        "the municipality can employ debtors (public works) (yes/no)",
    )
    public_works_places: Count | None = told("kolik míst má obec letos", "places this year", example=5)
    employers_willing: YesNo | None = told(
        "zaměstnavatelé v místě jsou ochotni spolupracovat (ano/ne)",
        "local employers are willing to cooperate (yes/no)",
    )
