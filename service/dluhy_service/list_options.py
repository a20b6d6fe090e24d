"""How a list is to be checked: options of the query of a bare body, or fields of a form."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from attrs import define, field, frozen

from dluhy.documents.lists import LISTS
from dluhy.problems import Problem
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

AS_OF, ONLY, PSEUDONYMISE, MUNICIPALITY, SHEET = "as_of", "only", "pseudonymise", "municipality", "sheet"
IN_QUERY: Final = (AS_OF, ONLY, PSEUDONYMISE, MUNICIPALITY)
"""The name of a sheet may be somebody's and stands in no address."""
IN_STREAM: Final = (AS_OF, ONLY, PSEUDONYMISE)
IN_FORM: Final = (*IN_QUERY, SHEET)
_FLAGS: Final = {"true": True, "false": False}
_LONGEST_SHEET: Final = 100


@frozen
class ListOptions:
    """The day, what is shown, and how the file is read."""

    as_of: date
    only: str | None
    pseudonymise: bool
    municipality: str | None
    sheet: str | None


@define
class _Reading:
    """Reads options and collects what is wrong with them."""

    given: Mapping[str, str]
    sign: str
    problems: list[Problem] = field(factory=list)

    def wrong(self, name: str, code: str, cs: str, en: str) -> None:
        self.problems.append(Problem(code, f"{self.sign}{name}", cs, en))

    def day(self, name: str) -> date | None:
        text = self.given.get(name)
        if text is None:
            self.wrong(name, "missing", "chybí den, ke kterému se má posuzovat", "the day to judge by is missing")
            return None
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        self.wrong(name, "date_form", "čeká se den jako 2026-11-21", "a day such as 2026-11-21 is expected")
        return None

    def one_of(self, name: str, codes: Mapping[str, object]) -> str | None:
        text = self.given.get(name)
        if text is not None and text not in codes:
            listed = ", ".join(codes)
            self.wrong(name, "not_in_list", f"možné hodnoty jsou: {listed}", f"there are: {listed}")
        return text

    def matching(self, name: str, pattern: str, cs: str, en: str) -> str | None:
        text = self.given.get(name)
        if text is not None and not re.fullmatch(pattern, text):
            self.wrong(name, f"{name}_form", cs, en)
        return text


def options_of(given: Mapping[str, str], place: Literal["query", "form"]) -> ListOptions:
    """Return the options; Refusal with everything that is wrong with them: 400 in a query, 422 in a form."""
    reading = _Reading(given, "?" if place == "query" else "/")
    options = (
        reading.day(AS_OF),
        reading.one_of(ONLY, LISTS["shown_debts"]),
        _FLAGS.get(reading.one_of(PSEUDONYMISE, _FLAGS) or "false", False),
        reading.matching(MUNICIPALITY, "[0-9]{6}", "kód obce má šest číslic", "the code has six digits"),
        reading.matching(SHEET, f".{{1,{_LONGEST_SHEET}}}", "čeká se jméno nebo pořadí listu", "a sheet is expected"),
    )
    if reading.problems or options[0] is None:
        raise Refusal("bad-request" if place == "query" else "invalid", reading.problems)
    return ListOptions(*options)  # type: ignore[arg-type]  # the day is known
