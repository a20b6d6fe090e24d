"""The closed lists that belong to documents alone; those of the law are vocabularies of the pack."""

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
    "case_budget": {
        "income": ("příjem", "income"),
        "expense": ("výdaj", "expense"),
    },
    "case_assets": {
        "real_estate": ("nemovitost", "real estate"),
        "vehicle": ("vozidlo", "vehicle"),
        "savings": ("úspory, účet", "savings, account"),
        "claim": ("pohledávka", "claim"),
        "movable": ("jiná movitá věc", "another movable thing"),
        "other": ("jiné", "other"),
    },
    "shown_debts": {
        "children": ("děti s dluhem z dětství", "children with a debt from childhood"),
        "adults": ("dospělí s dluhem z dětství", "adults with a debt from childhood"),
        "undecided": ("nerozhodnuté dluhy", "undecided debts"),
    },
    "component_roundings": {
        "exact": ("jen výsledek", "only the result"),
        "2dp": ("každá část na dvě místa", "each part to two decimals"),
    },
}
"""Code -> (Czech label, English label) of each list of the document."""


JOINED: Final[dict[str, tuple[str, ...]]] = {"payable_kinds": ("claim_kinds", "debt_kinds")}
"""Lists that offer the codes of several vocabularies of the pack."""


def codes(pack: Pack) -> Mapping[str, Sequence[str]]:
    """Return the codes of every closed list, of documents and of the pack."""
    joined = {name: list(labels(pack, name)) for name in JOINED}
    return {**pack.members, **{name: list(terms) for name, terms in LISTS.items()}, **joined}


def labels(pack: Pack, name: str) -> dict[str, tuple[str, str]]:
    """Return code -> (Czech, English) of one closed list."""
    if name in LISTS:
        return LISTS[name]
    vocabularies = [pack.vocabularies[each] for each in JOINED.get(name, (name,))]
    return {code: (term.cs, term.en) for terms in reversed(vocabularies) for code, term in terms.items()}
