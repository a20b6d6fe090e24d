"""The closed lists that belong to the case document alone; those of the law are vocabularies of the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dluhy.law.pack import Pack

LISTS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "case_roles": {
        "debtor": ("dlužník", "debtor"),
        "guardian": ("zákonný zástupce", "guardian"),
        "spouse": ("manžel nebo partner", "spouse or partner"),
        "child": ("vyživované dítě", "dependent child"),
        "other": ("jiný člen domácnosti", "another member of the household"),
    },
    "case_pensions": {
        "none": ("žádný", "none"),
        "old_age": ("starobní", "old-age"),
        "invalidity_1": ("invalidní 1. stupně", "invalidity of the 1st degree"),
        "invalidity_2": ("invalidní 2. stupně", "invalidity of the 2nd degree"),
        "invalidity_3": ("invalidní 3. stupně", "invalidity of the 3rd degree"),
        "orphan": ("sirotčí", "orphan’s"),
        "widow": ("vdovský nebo vdovecký", "widow’s or widower’s"),
    },
    "case_creditors": {
        "municipality": ("obec", "municipality"),
        "state": ("stát, kraj, jiný úřad", "state, region, another authority"),
        "health_insurer": ("zdravotní pojišťovna", "health insurer"),
        "carrier": ("dopravce", "carrier"),
        "operator": ("operátor", "operator"),
        "supplier": ("dodavatel energií nebo vody", "supplier of energy or water"),
        "lender": ("banka nebo jiný věřitel z úvěru", "bank or another lender"),
        "landlord": ("pronajímatel", "landlord"),
        "health_provider": ("nemocnice, lékař", "hospital, doctor"),
        "school": ("škola, jídelna, knihovna, zařízení", "school, canteen, library, institution"),
        "collector": ("inkasní společnost", "debt collector"),
        "person": ("fyzická osoba", "natural person"),
        "other": ("jiný", "another"),
    },
    "case_incomes": {
        "wage": ("mzda, plat", "wage, salary"),
        "agreement": ("dohoda mimo pracovní poměr", "work agreement"),
        "pension": ("důchod", "pension"),
        "sickness": ("nemocenské, peněžitá pomoc v mateřství", "sickness or maternity benefit"),
        "unemployment": ("podpora v nezaměstnanosti", "unemployment benefit"),
        "parental": ("rodičovský příspěvek", "parental allowance"),
        "social_benefit": ("sociální dávka", "social benefit"),
        "maintenance": ("výživné", "maintenance"),
        "business": ("podnikání", "business"),
        "other": ("jiný", "another"),
    },
    "case_budget": {
        "income": ("příjem", "income"),
        "expense": ("výdaj", "expense"),
    },
    "case_frequencies": {
        "weekly": ("týdně", "weekly"),
        "monthly": ("měsíčně", "monthly"),
        "quarterly": ("čtvrtletně", "quarterly"),
        "yearly": ("ročně", "yearly"),
        "once": ("jednou", "once"),
    },
    "case_assets": {
        "real_estate": ("nemovitost", "real estate"),
        "vehicle": ("vozidlo", "vehicle"),
        "savings": ("úspory, účet", "savings, account"),
        "claim": ("pohledávka", "claim"),
        "movable": ("jiná movitá věc", "another movable thing"),
        "other": ("jiné", "other"),
    },
}
"""Code -> (Czech label, English label) of each list of the document."""


def codes(pack: Pack) -> Mapping[str, Sequence[str]]:
    """Return the codes of every closed list, of the document and of the pack."""
    return {**pack.members, **{name: list(terms) for name, terms in LISTS.items()}}


def labels(pack: Pack, name: str) -> dict[str, tuple[str, str]]:
    """Return code -> (Czech, English) of one closed list."""
    if name in LISTS:
        return LISTS[name]
    return {code: (term.cs, term.en) for code, term in pack.vocabularies[name].items()}
