"""The petition of a case on paper: the court it goes to, who draws it up for how much at most, what is attached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.places import municipality
from dluhy.relief.petition import attachments, court_of, fee_cap

if TYPE_CHECKING:
    from dluhy.case.model import Case
    from dluhy.case.relief_facts import Who
    from dluhy.case.relief_given import Given
    from dluhy.law.pack import Pack
    from dluhy.relief.petition import Checklist, Court, FeeCap

_DEBTOR: Final = "debtor"
_CHARGES: Final = "attorney"
"""Stands for whoever may charge, where the drafter is not known: the cap is the same for all of them."""


@frozen(kw_only=True)
class Papers:
    """The court (None where the residence is not known), the cap of the fee, and the checklist of attachments.

    `drafter_known` says whether the cap is that of the drafter, `held_told` whether the case says what is ready.
    """

    court: Court | None
    fee: FeeCap
    drafter_known: bool
    checklist: Checklist
    held_told: bool

    @property
    def missing(self) -> int | None:
        """How many attachments that the act orders are missing; None where nobody says what is ready."""
        return self.checklist.missing if self.held_told else None


def papers_of(case: Case, who: Who, given: Given, pack: Pack) -> Papers:
    """Return what a petition of a case needs; HorizonError for a day whose amounts are not known."""
    held = None if case.relief is None else case.relief.attachments
    cases, unknown = _cases(case, given)
    district = district_of(case, who)
    return Papers(
        court=None if district is None else court_of(district=district, pack=pack),
        fee=fee_cap(given.drafter or _CHARGES, day=case.as_of, spouses=given.spouses, vat_payer=given.drafter_vat,
                    pack=pack),
        drafter_known=given.drafter is not None,
        checklist=attachments(held or (), cases=cases, unknown_cases=unknown, pack=pack),
        held_told=held is not None,
    )  # fmt: skip


def district_of(case: Case, who: Who) -> str | None:
    """Return the code of the district where the debtor lives, else of the home; None where nobody says it."""
    person = next((each for each in case.people or () if each.id == who[0]), None)
    home = case.home
    codes = [None if person is None else person.municipality_code, None if home is None else home.municipality_code]
    places = [municipality(code) for code in codes if code is not None]
    found = next((place.district for place in places if place is not None), None)
    if found is None and home is not None and home.district is not None:
        return home.district.upper()
    return found


def _cases(case: Case, given: Given) -> tuple[list[str], list[str]]:
    """Return which cases of attachments apply, and of which that is not known."""
    history = case.history
    insolvencies = None if history is None else history.insolvencies
    answers: dict[str, bool | None] = {
        "drafted_by_other": None if given.drafter is None else given.drafter != _DEBTOR,
        "spouses": given.spouses,
        "promise": bool(given.promised),
        "contribution": None if given.contributed is None else given.contributed > 0,
        "maintenance": None if given.maintenance is None else bool(given.maintenance or given.arrears),
        "earlier": None if insolvencies is None else bool(insolvencies),
        "lower_instalments": None,
    }
    applies = [code for code, answer in answers.items() if answer]
    return applies, [code for code, answer in answers.items() if answer is None]
