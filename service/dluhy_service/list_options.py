"""How a list is to be checked: options of the query of a bare body, or fields of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from attrs import frozen

from dluhy.documents.lists import LISTS

if TYPE_CHECKING:
    from datetime import date

    from dluhy_service.parameters import Parameters

AS_OF, ONLY, PSEUDONYMISE, MUNICIPALITY, SHEET = "as_of", "only", "pseudonymise", "municipality", "sheet"
IN_QUERY: Final = (AS_OF, ONLY, PSEUDONYMISE, MUNICIPALITY)
"""The name of a sheet may be somebody's and stands in no address."""
IN_STREAM: Final = (AS_OF, ONLY, PSEUDONYMISE)
IN_FORM: Final = (*IN_QUERY, SHEET)
_LONGEST_SHEET: Final = 100


@frozen
class ListOptions:
    """The day, what is shown, and how the file is read."""

    as_of: date
    only: str | None
    pseudonymise: bool
    municipality: str | None
    sheet: str | None


def options_of(given: Parameters) -> ListOptions:
    """Return the options; Refusal with everything that is wrong with them."""
    as_of = given.day(AS_OF)
    only = given.one_of(ONLY, LISTS["shown_debts"])
    pseudonymise = given.flag(PSEUDONYMISE)
    municipality = given.matching(MUNICIPALITY, "[0-9]{6}", "kód obce má šest číslic", "the code has six digits")
    sheet = given.matching(SHEET, f".{{1,{_LONGEST_SHEET}}}", "čeká se jméno nebo pořadí listu", "a sheet is expected")
    given.require_sound()
    return ListOptions(cast("date", as_of), only, pseudonymise, municipality, sheet)
