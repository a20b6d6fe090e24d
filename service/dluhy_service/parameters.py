"""Short values by name, of a query or of a form: read by kinds, everything wrong with them told at once.

Parameters are never personal: whatever is said of people goes into bodies. So an error names its parameter, but never
one that the sender made up.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from attrs import define, field

from dluhy.problems import Problem
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = {"query": "?", "form": "/"}
_REFUSALS: Final = {"query": "bad-request", "form": "invalid"}
_FLAGS: Final = {"true": True, "false": False}
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@define
class Parameters:
    """Values of parameters, each at most once, and what is wrong with them so far; `require_sound` tells it."""

    given: Mapping[str, str]
    source: Literal["query", "form"]
    problems: list[Problem] = field(factory=list)

    def wrong(self, name: str, code: str, cs: str, en: str) -> None:
        """Keep the first error of a parameter; an empty name is one that the sender made up."""
        place = f"{_SIGNS[self.source]}{name}"
        if not name or all(each.place != place for each in self.problems):
            self.problems.append(Problem(code, place, cs, en))

    def require_sound(self) -> None:
        """Raise Refusal with everything that is wrong: 400 in a query, 422 in a form."""
        if self.problems:
            raise Refusal(_REFUSALS[self.source], self.problems)

    def day(self, name: str) -> date | None:
        """Return a day written as YYYY-MM-DD that has to be given; None where it is wrong."""
        text = self.given.get(name)
        if text is None:
            self.wrong(name, "missing", "chybí den", "the day is missing")
            return None
        if _DAY.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        self.wrong(name, "date_form", "čeká se den jako 2026-11-21", "a day such as 2026-11-21 is expected")
        return None

    def flag(self, name: str) -> bool:
        """Return what is `true` or `false`; false where it is absent or wrong."""
        return _FLAGS.get(self.one_of(name, _FLAGS) or "false", False)

    def one_of(self, name: str, codes: Mapping[str, object]) -> str | None:
        """Return a code of those there are; None where it is absent or wrong."""
        text = self.given.get(name)
        if text is None or text in codes:
            return text
        listed = ", ".join(codes)
        self.wrong(name, "not_in_list", f"možné hodnoty jsou: {listed}", f"there are: {listed}")
        return None

    def matching(self, name: str, pattern: str, cs: str, en: str) -> str | None:
        """Return a text of a form, with its error's texts; None where it is absent or wrong."""
        text = self.given.get(name)
        if text is None or re.fullmatch(pattern, text):
            return text
        self.wrong(name, f"{name}_form", cs, en)
        return None
