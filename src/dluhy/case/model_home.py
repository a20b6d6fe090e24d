"""The parts of the case document about the home and the situation of the household."""

from __future__ import annotations

from typing import Annotated

from dluhy.documents.fields import Part, fact, told
from dluhy.documents.values import Day, Money, Municipality, Text, YesNo, code_of


class Home(Part):
    """Where and how the household lives."""

    tenure: Annotated[Text, code_of("tenures")] | None = fact("tenure_kind", listed="tenures")
    dwelling: Annotated[Text, code_of("dwellings")] | None = fact("dwelling_kind", listed="dwellings")
    municipality_code: Municipality | None = told(
        "kód obce, kde domácnost bydlí", "code of the municipality of the home",
        more_cs="Není-li uvedeno, obec bydliště klienta.", more_en="If absent, the client’s municipality.",
    )  # fmt: skip
    district: Annotated[Text, code_of("districts")] | None = told("okres, kde domácnost bydlí", "district of the home",
                                                                  listed="districts")  # fmt: skip
    solid_fuel: YesNo | None = told("topí se tuhými palivy (ano/ne)", "heated by solid fuel (yes/no)")
    contract_until: Day | None = told("do kdy trvá nájemní smlouva", "day the lease ends")
    contract_endless: YesNo | None = told(
        "smlouva o bydlení je na dobu neurčitou (ano/ne)", "the contract of the home has no end (yes/no)"
    )
    notice_given: YesNo | None = fact("notice_given")
    eviction_ordered: YesNo | None = fact("eviction_ordered")
    cut_off_notice: YesNo | None = fact("cut_off_notice")
    home_unfit: YesNo | None = fact("home_unfit")
    overcrowded: YesNo | None = fact("overcrowded")
    stays_with_others_unwillingly: YesNo | None = fact("stays_with_others_unwillingly")
    home_threatened: YesNo | None = told(
        "bydlení nevyhovuje, nebo do 3 měsíců hrozí jeho ztráta (ano/ne)",
        "the home does not suit or may be lost within 3 months (yes/no)",
        more_cs="Pro podporu bydlení podle zákona č. 175/2025 Sb.",
        more_en="For housing support by Act 175/2025.",
    )  # fmt: skip


class Situation(Part):
    """What else weighs on the household or holds it."""

    account_attached: YesNo | None = fact("account_attached")
    lasting_inability: YesNo | None = fact("lasting_inability")
    supporting_family: YesNo | None = fact("supporting_family")
    violence_at_home: YesNo | None = fact("violence_at_home")
    release_within_3_months_without_home: YesNo | None = fact("release_within_3_months_without_home")
    divorcing: YesNo | None = told(
        "probíhá řízení o rozvodu nebo zrušení partnerství (ano/ne)",
        "a divorce or the end of a partnership is under way in court (yes/no)",
        more_cs="Pro podporu bydlení podle zákona č. 175/2025 Sb.",
        more_en="For housing support by Act 175/2025.",
    )  # fmt: skip
    specific_needs: YesNo | None = told(
        "někdo má specifické potřeby v bydlení (ano/ne)",
        "somebody has specific housing needs (yes/no)",
        more_cs="Specifické potřeby vyjmenovává příloha č. 3 zákona o podpoře bydlení.",
        more_en="Annex 3 of the Housing Support Act lists the specific needs.",
    )  # fmt: skip
    home_not_obtainable: YesNo | None = told(
        "vyhovující bydlení si domácnost vlastním přičiněním opatřit nemůže, a to z jiného důvodu než příjmu (ano/ne)",
        "the household cannot get a suitable home by its own means, for a reason other than income (yes/no)",
    )
    multiple_birth: YesNo | None = told(
        "nejmladší dítě se narodilo jako dvojče nebo vícerče (ano/ne)",
        "the youngest child is a twin or one of more (yes/no)",
    )
    parental_drawn: Money | None = told(
        "kolik se na nejmladší dítě už vyplatilo rodičovského příspěvku",
        "how much parental allowance has been paid for the youngest child",
    )
    emergency_needs: list[Annotated[Text, code_of("emergency_needs")]] | None = told(
        "co naléhavého nastalo (mimořádná okamžitá pomoc)", "urgent needs that have arisen (emergency assistance)",
        listed="emergency_needs", more_cs="Nenastalo-li nic, prázdný seznam.", more_en="If none has, an empty list.",
    )  # fmt: skip
